// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace dw::ui {

/// Why a move was not made, line by line, in the column that it was asked for; with what helps.
class RefusalNote final : public QFrame {
    Q_OBJECT
public:
    struct Content {
        QString title; ///< "Not moved to “Contract”".
        QStringList lines;
        ShellServices::Action help; ///< Nothing where nothing typed here would help.
    };
    RefusalNote(Content content, ShellServices &shell, QWidget *parent);

    [[nodiscard]] QString text() const;

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addLine(QVBoxLayout &layout, const QString &line, ShellServices &shell);
    Content m_content;
};

} // namespace dw::ui
