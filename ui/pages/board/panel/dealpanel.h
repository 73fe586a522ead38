// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/board/panel/paneldata.h"
#include "ui/shell/page.h"

#include <QFrame>
#include <map>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace dw::ui {

class BoardStore;
class DealField;
class ElidedLabel;
class StageBar;

/// The deal beside the board: stage, amount, every field to edit in place with the sources of its
/// value, next step, recent changes.
class DealPanel final : public QFrame {
    Q_OBJECT
public:
    DealPanel(BoardStore &store, ShellServices &shell, QWidget *parent);

    /// Shows a deal; a null id empties the panel. Ask leave() before the deal changes.
    void show(RecordId deal);
    /// Commits what is being edited; false where it cannot be read: the panel then stays.
    [[nodiscard]] bool leave();
    /// Label of the field that is being edited; empty where none is.
    [[nodiscard]] QString draft() const;
    [[nodiscard]] RecordId deal() const { return m_deal; }
    /// Reads the deal again if it is the one shown.
    void follow(const ChangeNotice &notice);
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] DealField *field(const QString &name) const;

signals:
    void closed();
    void ready();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildHead(QVBoxLayout &layout);
    void buildFields();
    void read();
    void retranslate();
    void fill();
    void fillHead();
    void fillRecent();
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
    void askDelete();
    void askTask();

    BoardStore &m_store;
    ShellServices &m_shell;
    RecordId m_deal;
    int m_asked = 0; ///< A newer question makes an older answer stale.
    bool m_ready = true;
    std::optional<PanelData> m_data;

    ElidedLabel *m_crumb;
    QToolButton *m_delete, *m_close;
    QLabel *m_title;
    ElidedLabel *m_account;
    StageBar *m_bar;
    ElidedLabel *m_stage, *m_days;
    ElidedLabel *m_amount, *m_weighted;
    QWidget *m_warnings;
    QWidget *m_fields;
    std::map<QString, DealField *> m_byName;
    std::vector<Draft> m_drafts;
    /// Field whose draft was refused as a conflict, until the newer value has been read.
    QString m_rebase;
    QLabel *m_nextHead, *m_next, *m_recentHead;
    QToolButton *m_addTask;
    QWidget *m_recent;
};

} // namespace dw::ui
