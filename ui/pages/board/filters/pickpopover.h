// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "ui/shell/page.h"

#include <QFrame>
#include <QSet>

class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItem;
class QStandardItemModel;

namespace dw::ui {

/// Several rows of an entity to tick, with a line to search them. Opens under a button; what is
/// ticked counts at once. Space or a click ticks, Escape closes.
class PickPopover final : public QFrame {
    Q_OBJECT
public:
    /// `none`: what the entry for no row says; empty = there is none.
    PickPopover(const QString &entity, const QString &title, const QString &none,
                const std::vector<RecordId> &picked, ShellServices &shell, QWidget *parent);

    void popUpUnder(const QWidget &button);

signals:
    void picked(const std::vector<dw::RecordId> &rows);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry {
        RecordId id;
        QString title;
        QByteArray key;
    };
    void read(const QString &entity);
    void fill(std::vector<Entry> entries);
    void show(QStandardItem &item, bool ticked) const;
    void toggle(const QModelIndex &index);

    ShellServices &m_shell;
    QString m_none;
    QSet<RecordId> m_picked;
    QLineEdit *m_search;
    QListView *m_list;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_shown;
    QLabel *m_empty;
};

} // namespace dw::ui
