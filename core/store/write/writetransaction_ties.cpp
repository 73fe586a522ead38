// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/references.h"
#include "core/store/write/writetransaction_state.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

bool hasMoved(const PendingRow &row, const QString &field) {
    return std::any_of(row.segments.begin(), row.segments.end(), [&](const Segment &segment) {
        const auto step = segment.steps.find(field);
        return step != segment.steps.end() && step->second.differs();
    });
}

bool wentToBin(const PendingRow &row) {
    return row.now.deleted && !(row.before && row.before->deleted);
}

} // namespace

QString circleText(Reader &reader, const QString &entity, const std::vector<RecordId> &circle) {
    constexpr size_t mostShown = 10;
    QStringList titles;
    for (size_t i = 0; i < circle.size() && i < mostShown; ++i)
        titles << reader.title(entity, circle[i]);
    if (circle.size() > mostShown)
        titles << u"\u2026"_s;
    titles << reader.title(entity, circle.front());
    return titles.join(u" \u2192 "_s);
}

/// As the rows stand when the unit ends: on the way there they may well be in a circle.
Result<void> WriteTransaction::State::checkCircles() {
    QHash<QString, QSet<RecordId>> known;
    for (const auto &row : m_rows) {
        const EntityDesc &entity = desc(*row);
        for (const FieldDesc &field : entity.fields) {
            if (!isHierarchy(entity, field) || !hasMoved(*row, field.name))
                continue;
            const auto circle = noted(circleAbove(context.connection, entity, field, row->id(),
                                                  known[entity.key + u'.' + field.name]));
            if (!circle)
                return circle.error();
            // Who only comes below a circle that is there already does not make it.
            if (circle->empty() || circle->front() != row->id())
                continue;
            Error error = failed(u"hierarchy.loop"_s, ErrorKind::Invalid, *row);
            error.message.args.insert(u"field"_s, entity.key + u'.' + field.key);
            error.message.args.insert(u"chain"_s, circleText(context.reader, entity.key, *circle));
            return error;
        }
    }
    return {};
}

/// What goes to the bin while others name it: refused where they cannot be without it, else told.
/// Asks the log for what the set deletes, so the set must be in it.
Result<void> WriteTransaction::State::checkInUse(Committed &committed) {
    QMap<QString, QHash<RecordId, const PendingRow *>> gone;
    for (const auto &row : m_rows) {
        if (wentToBin(*row))
            gone[row->entity()].insert(row->id(), row.get());
    }
    QMap<QString, QSet<RecordId>> naming;
    QMap<std::pair<QString, RecordId>, QSet<RecordId>> holding;
    const CatalogPtr current = catalog();
    for (auto rows = gone.cbegin(); rows != gone.cend(); ++rows) {
        const auto take = [&](const Reference &reference) {
            if (!rows->contains(reference.target))
                return;
            if (reference.field.tie == Tie::Names)
                naming[reference.entity.key].insert(reference.row);
            else if (reference.field.tie == Tie::Holds)
                holding[{rows.key(), reference.target}].insert(reference.row);
        };
        const auto walked = noted(
            eachReference(context.connection, *current, rows.key(), m_position.set, false, take));
        if (!walked)
            return walked;
    }
    if (!holding.isEmpty()) {
        const auto &[entity, id] = holding.firstKey();
        Error error = failed(u"write.in_use"_s, ErrorKind::Refused, *gone.value(entity).value(id));
        error.message.args.insert(u"count"_s, QString::number(holding.first().size()));
        return error;
    }
    for (auto rows = naming.cbegin(); rows != naming.cend(); ++rows)
        committed.notes.push_back(
            {u"write.still_named"_s,
             {{u"entity"_s, rows.key()}, {u"count"_s, QString::number(rows->size())}}});
    return {};
}

} // namespace dw
