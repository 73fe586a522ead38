// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/imports/importfields.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace dw::ui {

/// A list of what a column may become, with a search; opens under a place and deletes itself when
/// it closes. Up and Down choose, Enter or a click takes, Escape closes.
class FieldPicker final : public QFrame {
    Q_OBJECT
public:
    FieldPicker(std::vector<FieldOption> options, const MappedColumn &now, const Theme &theme,
                QWidget *parent);
    /// `cell` in global coordinates; above it where the screen ends below.
    void openUnder(const QRect &cell);

signals:
    void picked(const dw::MappedColumn &as);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter();
    void addItem(size_t option, bool marked);
    void addHeading(const QString &text);
    void step(int rows);
    void take(const QListWidgetItem *item);

    std::vector<FieldOption> m_options;
    MappedColumn m_now;
    const Theme &m_theme;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace dw::ui
