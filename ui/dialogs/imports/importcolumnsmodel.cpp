// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/imports/importcolumnsmodel.h"

#include "core/services/wording/wording.h"
#include "ui/dialogs/imports/importdraft.h"
#include "ui/dialogs/imports/importfields.h"

#include <cmath>

namespace dw::ui {
using namespace Qt::StringLiterals;

ImportColumnsModel::ImportColumnsModel(const ImportDraft &draft, ShellServices &shell,
                                       QObject *parent)
    : QAbstractTableModel(parent),
      m_draft(draft),
      m_shell(shell) {}

/// Rows stay where they are while the same source is shown, so that a choice keeps its place.
void ImportColumnsModel::refresh() {
    const ImportLook *look = m_draft.look();
    const bool shown = look && m_shell.workspace().catalog()->entity(look->entity);
    const size_t count = shown ? look->columns.size() : 0;
    const bool sameRows = count == m_columns.size() && count > 0;
    if (!sameRows)
        beginResetModel();
    m_entity = shown ? look->entity : QString();
    m_columns = shown ? look->columns : std::vector<ColumnProposal>();
    if (!sameRows)
        endResetModel();
    else
        emit dataChanged(index(0, 0), index(int(count) - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ImportColumnsModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_columns.size());
}

int ImportColumnsModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

ImportColumnsModel::State ImportColumnsModel::stateOf(const ColumnProposal &proposal) {
    if (proposal.as.use == ColumnUse::None)
        return State::Left;
    if (!proposal.isSure())
        return State::Unsure;
    if (proposal.as.newField)
        return State::NewField;
    return proposal.reason.id == "mapping.chosen"_L1 ? State::Chosen : State::Sure;
}

int ImportColumnsModel::count(State state) const {
    return int(std::count_if(m_columns.begin(), m_columns.end(),
                             [&](const ColumnProposal &p) { return stateOf(p) == state; }));
}

QString ImportColumnsModel::sureText(const ColumnProposal &proposal) const {
    switch (stateOf(proposal)) {
    case State::Left:
        return tr("left out");
    case State::Chosen:
        return tr("chosen");
    case State::NewField:
        return tr("new field");
    case State::Unsure:
        return tr("unsure, left out");
    case State::Sure:
        break;
    }
    // A guess is never whole.
    const int percent = proposal.reason.id == "mapping.remembered"_L1
                            ? 100
                            : std::min(99, int(std::lround(proposal.confidence * 100)));
    return u"%1 %"_s.arg(percent);
}

QString ImportColumnsModel::fieldText(const ColumnProposal &proposal) const {
    const Catalog &catalog = *m_shell.workspace().catalog();
    const QString text =
        ImportFields(catalog, m_shell.language()).text(*catalog.entity(m_entity), proposal.as);
    return stateOf(proposal) == State::Unsure ? tr("%1?").arg(text) : text;
}

QVariant ImportColumnsModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const ColumnProposal &proposal = m_columns[size_t(index.row())];
    switch (role) {
    case StateRole:
        return int(stateOf(proposal));
    case ConfidenceRole:
        return proposal.confidence;
    case Qt::ToolTipRole:
        if (index.column() == SampleColumn)
            return proposal.samples.join(u'\n').toHtmlEscaped();
        return word(proposal.reason, m_shell.language(), *m_shell.workspace().catalog())
            .toHtmlEscaped();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case HeaderColumn:
        return proposal.header.isEmpty() ? tr("Column %1").arg(proposal.at + 1) : proposal.header;
    case SampleColumn:
        return proposal.samples.join(u" · "_s);
    case FieldColumn:
        return fieldText(proposal);
    default:
        return sureText(proposal);
    }
}

QVariant ImportColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case HeaderColumn:
        return tr("Column in the file");
    case SampleColumn:
        return tr("First values");
    case FieldColumn:
        return tr("Becomes");
    default:
        return tr("How sure");
    }
}

} // namespace dw::ui
