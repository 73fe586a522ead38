// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/dialog.h"

class QLineEdit;

namespace dw::ui {

/// A folder of this person that is there: documents, else home.
[[nodiscard]] QString usualPlace();

/// A folder that does not exist yet: its name and the place it is to stand in, which is chosen with
/// the platform's own dialog. Makes nothing. Use: make, connect answered(), open(). Deletes itself
/// when closed.
class NewFolderDialog final : public Dialog {
    Q_OBJECT
public:
    NewFolderDialog(const QString &title, const QString &name, const QString &place,
                    QWidget *parent);

    [[nodiscard]] QString path() const;

signals:
    /// The path of a folder that does not exist or is empty.
    void answered(const QString &path);

protected:
    void confirm() override;
    void retranslate() override;

private:
    void browse();
    [[nodiscard]] QString problem() const;

    QLineEdit *m_name;
    QLineEdit *m_place;
    QPushButton *m_browse;
    QLabel *m_nameLabel;
    QLabel *m_placeLabel;
};

} // namespace dw::ui
