// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/board/panel/paneldata.h"
#include "ui/shell/page.h"

#include <QFrame>

namespace dw::ui {

class ActivityEntry;
class BoardStore;
class DealField;
class PanelFields;
class PanelHead;
class TaskRows;
class TimelineRows;

/// The deal beside the board: stage, amount, every field to edit in place with the sources of its
/// value, next steps, a quick entry of what happened, the recent past.
class DealPanel final : public QFrame {
    Q_OBJECT
public:
    DealPanel(BoardStore &store, ShellServices &shell, QWidget *parent);

    /// Shows a deal; a null id empties the panel. Ask leave() before the deal changes.
    void show(RecordId deal);
    /// Commits what is being edited; false where it cannot be read: the panel then stays.
    [[nodiscard]] bool leave();
    /// True where a quick entry, of this or another deal, is typed and not written.
    [[nodiscard]] bool hasEntry() const;
    /// What is typed and not kept yet, as people call it; empty where nothing is.
    [[nodiscard]] QString draft() const;
    [[nodiscard]] RecordId deal() const { return m_deal; }
    /// Reads the deal again if it is the one shown.
    void follow(const ChangeNotice &notice);
    /// The day turned.
    void renew() { fill(); }
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] DealField *field(const QString &name) const;
    /// Opens the editor of a field.
    void edit(const QString &name);

signals:
    void closed();
    void ready();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void read();
    void fill();
    /// What was typed and could not be written, after its deal had left the panel.
    struct Draft {
        RecordId deal;
        QString field;
        FieldValue value;
        QString problem;
    };
    void commit(const QString &name, const FieldValue &value);
    void commitDone(const Draft &sent, const Result<Committed> &result);
    void resumeDrafts();
    void explain(const QString &name, const QPoint &corner);
    void explainRows(const QString &entity, const std::vector<RecordId> &rows,
                     const QPoint &corner);
    void askDelete();

    BoardStore &m_store;
    ShellServices &m_shell;
    RecordId m_deal;
    int m_asked = 0; ///< A newer question makes an older answer stale.
    int m_most;      ///< Entries of the past that are shown.
    bool m_ready = true;
    std::optional<PanelData> m_data;
    std::vector<Draft> m_drafts;

    PanelHead *m_head;
    PanelFields *m_fields;
    TaskRows *m_tasks;
    ActivityEntry *m_entry;
    TimelineRows *m_timeline;
};

} // namespace dw::ui
