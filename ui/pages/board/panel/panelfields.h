// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/board/panel/paneldata.h"
#include "ui/shell/page.h"

#include <map>

class QToolButton;
class QVBoxLayout;

namespace dw::ui {

class DealField;
class PartyRow;

/// The fields of a deal to edit in place: first those that matter or hold something, the others one
/// click away.
class PanelFields final : public QWidget {
    Q_OBJECT
public:
    PanelFields(ShellServices &shell, QWidget *parent);

    void show(const PanelData &panel, RecordId deal);
    /// The next show() puts the newer value under the draft of this field instead of leaving it.
    void setRebase(const QString &name) { m_rebase = name; }
    [[nodiscard]] DealField *field(const QString &name) const;
    /// Opens the editor of a field, whatever is folded away.
    void edit(const QString &name);
    /// Commits what is being edited; false where it cannot be read.
    [[nodiscard]] bool leave();
    /// Label of the field that is being edited; empty where none is.
    [[nodiscard]] QString draft() const;
    void stopEditing();

signals:
    void committed(const QString &name, const dw::FieldValue &value);
    void whyAsked(const QString &name, const QPoint &global);
    void rowsWhyAsked(const QString &entity, const std::vector<dw::RecordId> &rows,
                      const QPoint &global);
    void rebuilt();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void addParties();
    void retranslate();
    void fold();
    void note(const PanelData &panel);
    [[nodiscard]] bool standsFirst(const FieldView &view, const FieldDesc &field) const;

    ShellServices &m_shell;
    RecordId m_deal;
    std::map<QString, DealField *> m_rows;
    std::map<QString, bool> m_first; ///< By name: stands there unfolded.
    QVBoxLayout *m_shown, *m_folded;
    QWidget *m_foldedBox;
    PartyRow *m_deciders = nullptr, *m_competitors = nullptr;
    QToolButton *m_more;
    QString m_rebase;
};

} // namespace dw::ui
