// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expr/expression.h"

#include <map>

namespace dw::test {

/// Rows handed in as plain values.
class RowsLookup final : public Lookup {
public:
    Record &add(Record row, const QString &shortId = {}) {
        const RecordId id = row.id();
        m_shortIds[id] = shortId;
        return m_rows[row.entity()].insert_or_assign(id, std::move(row)).first->second;
    }

    const Record *record(const QString &entity, RecordId id) override {
        const auto &rows = m_rows[entity];
        const auto found = rows.find(id);
        if (found == rows.end())
            return nullptr;
        // One place for all of them, as a database has: who keeps the pointer too long is found
        // out.
        m_lent = found->second;
        return &m_lent;
    }
    std::vector<Record> related(const QString &entity, const QString &link, RecordId id) override {
        const FieldHandle field = m_catalog->entity(entity)->byName(link);
        std::vector<Record> found;
        for (const auto &[rowId, row] : m_rows[entity]) {
            if (row.value(field) == FieldValue(id))
                found.push_back(row);
        }
        return found;
    }
    QString shortId(const QString &, RecordId id) override {
        const auto found = m_shortIds.find(id);
        return found == m_shortIds.end() ? QString() : found->second;
    }

    explicit RowsLookup(CatalogPtr catalog) : m_catalog(std::move(catalog)) {}

private:
    CatalogPtr m_catalog;
    std::map<QString, std::map<RecordId, Record>> m_rows;
    std::map<RecordId, QString> m_shortIds;
    Record m_lent;
};

/// A description of a custom field of `deal`, its column named after its key.
inline FieldDesc customField(const QString &key, FieldType type) {
    FieldDesc field;
    field.name = QStringLiteral("c_7k00") + QString(key).remove(u'_');
    field.key = key;
    field.type = type;
    if (type == FieldType::Choice || type == FieldType::Set) {
        field.choices = {
            {QStringLiteral("low"), {QStringLiteral("Low risk"), QStringLiteral("低")}},
            {QStringLiteral("mid"), {QStringLiteral("Medium"), QStringLiteral("中")}},
            {QStringLiteral("high"), {QStringLiteral("High"), QStringLiteral("高")}}};
    }
    if (type == FieldType::Link)
        field.target = QStringLiteral("account");
    return field;
}

inline FieldDesc formulaField(const QString &key, FieldType type, const QString &stored) {
    FieldDesc field = customField(key, FieldType::Formula);
    field.formula = stored;
    field.formulaType = type;
    return field;
}

inline CatalogPtr withFields(CatalogPtr catalog, const QString &entity,
                             const std::vector<FieldDesc> &fields) {
    for (const FieldDesc &field : fields) {
        auto larger = catalog->withField(entity, field);
        if (!larger)
            qFatal("%s", qPrintable(field.key));
        catalog = *larger;
    }
    return catalog;
}

/// The built-in catalogue and a custom field of every type at `deal`: score (number), margin
/// (money), visits (counter), vip (yes or no), risk (choice), flags (set), presales (person),
/// client (link to account), pays_in (days), checked_at (instant), and the formulas weighted, heat,
/// is_big, late_by.
inline CatalogPtr exprCatalog() {
    using namespace Qt::StringLiterals;
    static const CatalogPtr catalog = [] {
        FieldDesc paysIn = customField(u"pays_in"_s, FieldType::Number);
        paysIn.unit = u"days"_s;
        return withFields(
            Catalog::builtin(), u"deal"_s,
            {customField(u"score"_s, FieldType::Number), customField(u"margin"_s, FieldType::Money),
             customField(u"visits"_s, FieldType::Counter), customField(u"vip"_s, FieldType::YesNo),
             customField(u"risk"_s, FieldType::Choice), customField(u"flags"_s, FieldType::Set),
             customField(u"presales"_s, FieldType::Person),
             customField(u"client"_s, FieldType::Link), paysIn,
             customField(u"checked_at"_s, FieldType::Instant),
             formulaField(u"weighted"_s, FieldType::Money, u"amount * c_7k00score / 100"_s),
             formulaField(u"heat"_s, FieldType::Number,
                          u"c_7k00visits + count(touchpoints.deal) * 2"_s),
             formulaField(u"is_big"_s, FieldType::YesNo, u"c_7k00weighted > CNY 1000"_s),
             formulaField(u"late_by"_s, FieldType::Number, u"today() - expected_close"_s)});
    }();
    return catalog;
}

inline FieldHandle handleOf(const Catalog &catalog, const QString &entity, const QString &key) {
    const FieldHandle field = catalog.entity(entity)->byKey(key);
    if (field.isNull())
        qFatal("no field %s.%s", qPrintable(entity), qPrintable(key));
    return field;
}

/// A row from keys and values.
inline Record rowOf(const Catalog &catalog, const QString &entity, RecordId id,
                    const std::vector<std::pair<QString, FieldValue>> &values) {
    Record row(entity, id);
    for (const auto &[key, value] : values)
        row.set(handleOf(catalog, entity, key), value);
    return row;
}

/// A fixed id.
inline RecordId idOf(const QString &name) { return {makeUuidV5(name)}; }

inline Money money(const char *text) { return *Money::fromText(QString::fromLatin1(text)); }

} // namespace dw::test
