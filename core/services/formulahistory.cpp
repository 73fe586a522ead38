// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/formulahistory.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

bool saysWhy(const HistoryEntry &entry) {
    return std::any_of(entry.lines.begin(), entry.lines.end(), [&](const HistoryLine &line) {
        return entry.change.created ? !line.next.value.isEmpty()
                                    : line.op != ChangeOp::Set || line.old.value != line.next.value;
    });
}

/// Follows the names of an expression to the rows that it reads.
class ReadsFinder {
public:
    ReadsFinder(Reader &reader, const Catalog &catalog, std::vector<FormulaRead> &reads)
        : m_reader(reader),
          m_catalog(catalog),
          m_reads(reads) {}

    /// `way`: how the formula came to these rows, with keys.
    Result<void> take(const ExprNode &node, const QString &entity,
                      const std::vector<RecordId> &rows, const QString &way) {
        if (node.kind == ExprKind::Field)
            return follow(node.path, entity, rows, way);
        if (node.kind == ExprKind::Aggregate)
            return takeRelated(node, entity, rows, way);
        for (const ExprNode &child : node.children) {
            if (const auto taken = take(child, entity, rows, way); !taken)
                return taken;
        }
        return {};
    }
    /// What a formula reads that can still be read.
    Result<void> takeFormula(const FieldDesc &formula, const QString &entity,
                             const std::vector<RecordId> &rows, const QString &way) {
        const auto expression = Expression::fromStored(formula.formula, m_catalog, entity);
        return expression ? take(expression->tree(), entity, rows, way) : Result<void>();
    }

private:
    Result<void> follow(const QStringList &path, const QString &entityKey,
                        std::vector<RecordId> rows, QString way) {
        const EntityDesc *entity = m_catalog.entity(entityKey);
        for (const QString &name : path) {
            const FieldHandle handle = entity ? entity->byName(name) : FieldHandle();
            // The id of a row never changes.
            if (handle.isNull())
                return {};
            const FieldDesc &field = entity->field(handle);
            if (field.type == FieldType::Formula)
                return takeFormula(field, entity->key, rows, way);
            way += (way.isEmpty() ? QString() : u"."_s) + field.key;
            if (const auto noted = note(*entity, field, rows, way); !noted)
                return noted;
            if (&name == &path.last())
                break;
            rows = targetsOf(*entity, handle, rows);
            entity = m_catalog.entity(field.target);
        }
        return {};
    }
    Result<void> takeRelated(const ExprNode &node, const QString &entityKey,
                             std::vector<RecordId> rows, QString way) {
        const EntityDesc *entity = m_catalog.entity(entityKey);
        if (const auto followed = follow(node.path, entityKey, rows, way); !followed)
            return followed;
        for (const QString &name : node.path) {
            const FieldHandle handle = entity ? entity->byName(name) : FieldHandle();
            if (handle.isNull())
                return {};
            way += (way.isEmpty() ? QString() : u"."_s) + entity->field(handle).key;
            rows = targetsOf(*entity, handle, rows);
            entity = m_catalog.entity(entity->field(handle).target);
        }
        const auto related =
            std::find_if(m_catalog.entities().begin(), m_catalog.entities().end(),
                         [&](const EntityDesc &e) { return e.plural == node.relation; });
        if (related == m_catalog.entities().end())
            return {};
        way += (way.isEmpty() ? QString() : u"."_s) + related->plural;
        std::vector<RecordId> found;
        for (const RecordId row : rows) {
            for (const Record &record : m_reader.related(related->key, node.via, row))
                found.push_back(record.id());
        }
        if (const FieldHandle link = related->byName(node.via); !link.isNull()) {
            const FieldDesc &field = related->field(link);
            if (const auto noted = note(*related, field, found, way + u'.' + field.key); !noted)
                return noted;
        }
        for (const ExprNode &child : node.children) {
            if (const auto taken = take(child, related->key, found, way); !taken)
                return taken;
        }
        return {};
    }
    [[nodiscard]] std::vector<RecordId> targetsOf(const EntityDesc &entity, FieldHandle link,
                                                  const std::vector<RecordId> &rows) {
        std::vector<RecordId> targets;
        for (const RecordId row : rows) {
            const Record *record = m_reader.record(entity.key, row);
            const RecordId target = record ? record->value(link).as<RecordId>() : RecordId();
            if (!target.isNull())
                targets.push_back(target);
        }
        return targets;
    }
    Result<void> note(const EntityDesc &entity, const FieldDesc &field,
                      const std::vector<RecordId> &rows, const QString &path) {
        const bool known = std::any_of(m_reads.begin(), m_reads.end(),
                                       [&](const FormulaRead &read) { return read.path == path; });
        if (known)
            return {};
        FormulaRead read{path, entity.key, field.key, {}};
        for (const RecordId row : rows) {
            auto entries = historyOf(m_reader, entity.key, row, field.name);
            if (!entries)
                return entries.error();
            const auto last = std::find_if(entries->rbegin(), entries->rend(), saysWhy);
            if (last != entries->rend()
                && (!read.last || read.last->change.recorded < last->change.recorded))
                read.last = std::move(*last);
        }
        m_reads.push_back(std::move(read));
        return {};
    }

    Reader &m_reader;
    const Catalog &m_catalog;
    std::vector<FormulaRead> &m_reads;
};

} // namespace

Result<FormulaHistory> formulaHistoryOf(Reader &reader, const QString &entity, RecordId id,
                                        const FieldDesc &formula) {
    const CatalogPtr catalog = reader.catalog();
    FormulaHistory history;
    if (const auto expression = Expression::fromStored(formula.formula, *catalog, entity))
        history.text = expression->text(*catalog);
    ReadsFinder finder(reader, *catalog, history.reads);
    if (const auto taken = finder.takeFormula(formula, entity, {id}, {}); !taken)
        return taken.error();
    return history;
}

} // namespace dw
