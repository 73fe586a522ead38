// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/proposal/importlook.h"

#include <QAbstractTableModel>

namespace dw::ui {

class ImportDraft;
class ShellServices;

/// The columns of the source that a draft shows: name, first values, what they become, and how sure
/// that is. Follows the draft.
class ImportColumnsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { HeaderColumn, SampleColumn, FieldColumn, SureColumn, ColumnCount };
    enum Role { StateRole = Qt::UserRole + 1, ConfidenceRole };
    /// How a column stands; each has a look of its own beside its words.
    enum class State { Sure, Chosen, Unsure, NewField, Left };

    ImportColumnsModel(const ImportDraft &draft, ShellServices &shell, QObject *parent);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    /// So many columns are in each state.
    [[nodiscard]] int count(State state) const;
    /// The draft, the language or the catalogue changed.
    void refresh();

private:
    [[nodiscard]] QString sureText(const ColumnProposal &proposal) const;
    [[nodiscard]] QString fieldText(const ColumnProposal &proposal) const;
    [[nodiscard]] static State stateOf(const ColumnProposal &proposal);

    const ImportDraft &m_draft;
    ShellServices &m_shell;
    QString m_entity;
    std::vector<ColumnProposal> m_columns;
};

} // namespace dw::ui
