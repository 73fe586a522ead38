// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importplan.h"

#include "core/services/importfile.h"
#include "core/services/rejectsfile.h"

#include <QSet>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Result<FieldHandle> fieldOf(const EntityDesc &entity, const QString &key) {
    const QMap<QString, QString> args{{u"entity"_s, entity.key}, {u"field"_s, key}};
    const FieldHandle handle = entity.byKey(key);
    if (handle.isNull())
        return makeError(ErrorKind::NotFound, u"import.unknown_field"_s, args);
    if (!isImportable(entity.field(handle)))
        return makeError(ErrorKind::Invalid, u"import.own_field"_s, args);
    return handle;
}

/// A header of one cell that holds another usual separator.
Error noColumns(const QStringList &header) {
    Error error = makeError(ErrorKind::Invalid, u"import.no_columns"_s);
    for (const QString &separator : {u";"_s, u"\t"_s, u"|"_s}) {
        if (header.size() == 1 && header.first().contains(separator)) {
            const QString shown = separator == "\t"_L1 ? u"Tab"_s : separator;
            error.reasons.push_back({u"csv.separator"_s, {{u"separator"_s, shown}}});
        }
    }
    return error;
}

} // namespace

Result<ImportPlan> planImport(const EntityDesc &entity, const ImportMapping &mapping,
                              const QStringList &header) {
    ImportPlan plan;
    QSet<qsizetype> used;
    QSet<quint16> taken;
    for (const auto &[column, key] : mapping.columns) {
        if (key.isEmpty())
            continue;
        const auto handle = fieldOf(entity, key);
        if (!handle)
            return handle.error();
        const qsizetype at = columnOf(header, column);
        if (at < 0) {
            plan.missing << column;
            continue;
        }
        if (taken.contains(handle->index))
            return makeError(ErrorKind::Invalid, u"import.field_twice"_s,
                             {{u"entity"_s, entity.key}, {u"field"_s, key}});
        // Which of the two is meant would be a guess.
        if (header.count(header.at(at)) > 1)
            return makeError(ErrorKind::Invalid, u"import.header_twice"_s,
                             {{u"header"_s, header.at(at)}});
        taken.insert(handle->index);
        used.insert(at);
        plan.columns.push_back({at, *handle});
    }
    if (!mapping.key.isEmpty()) {
        if (const auto handle = fieldOf(entity, mapping.key); !handle)
            return handle.error();
    }
    for (auto it = mapping.defaults.begin(); it != mapping.defaults.end(); ++it) {
        const auto handle = fieldOf(entity, it.key());
        if (!handle)
            return handle.error();
        plan.defaults.emplace_back(*handle, it.value());
    }
    if (plan.columns.empty())
        return noColumns(header);
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (!used.contains(i) && !isRejectColumn(header.at(i)))
            plan.notUsed << (header.at(i).isEmpty() ? u"#%1"_s.arg(i + 1) : header.at(i));
    }
    if (!mapping.currency.isEmpty()) {
        const auto currency = Currency::fromCode(mapping.currency);
        if (!currency)
            return currency.error();
        plan.currency = *currency;
    }
    return plan;
}

} // namespace dw
