// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/reader_query.h"

#include "core/store/schema/columns.h"

#include <sqlite3.h>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Error unsortable(const EntityDesc &entity, const QString &field) {
    return makeError(ErrorKind::Invalid, u"record.sort"_s,
                     {{u"entity"_s, entity.key}, {u"field"_s, field.left(100)}});
}

/// `[a-z0-9_]+`: what may stand in a literal.
bool isPlain(const QString &key) {
    return !key.isEmpty() && std::all_of(key.begin(), key.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
}

/// Where the choice stands in the catalogue; a key that is no longer there comes behind them.
QString choiceOrder(const FieldDesc &field) {
    const QString column = u"t."_s + field.name;
    QString sql = u"CASE WHEN "_s + column + u" IS NOT NULL THEN CASE "_s + column;
    int place = 0;
    for (const Choice &choice : field.choices) {
        // Keys are data in a custom field; the catalogue lets no other shape in.
        if (isPlain(choice.key))
            sql += u" WHEN '%1' THEN %2"_s.arg(choice.key).arg(place++);
    }
    // An empty CASE is no SQL.
    sql += u" WHEN '' THEN %1 ELSE %2 END END"_s.arg(place).arg(place);
    return sql;
}

QString linkOrder(const Catalog &catalog, const FieldDesc &field) {
    const QString column = u"t."_s + field.name;
    const EntityDesc *target = catalog.entity(field.target);
    const FieldHandle title = target ? target->titleField() : FieldHandle();
    if (title.isNull() || target->field(title).type != FieldType::Text)
        return column;
    // The collation key where there is one.
    const QString by = columnsOf(target->field(title)).last();
    return u"(SELECT o.%1 FROM %2 o WHERE o.id=%3)"_s.arg(by, target->key, column);
}

/// The condition that a row comes behind the anchor, judged from the i-th term on.
class BehindAnchor {
public:
    /// `alias`: whose id decides at last.
    BehindAnchor(const std::vector<OrderTerm> &terms, const PageAnchor &anchor,
                 std::vector<SqlValue> &values, const QString &alias = u"t"_s)
        : m_terms(terms),
          m_anchor(anchor),
          m_values(values),
          m_alias(alias) {}

    QString from(size_t i) {
        if (i == m_terms.size()) {
            m_values.emplace_back(m_anchor.id.bytes());
            return m_alias + u".id > ?"_s;
        }
        const QString &sql = m_terms[i].sql;
        if (isEmpty(i))
            return u"(%1 IS NULL AND %2)"_s.arg(sql, from(i + 1));
        m_values.push_back(m_anchor.terms[i]);
        m_values.push_back(m_anchor.terms[i]);
        const QString rest = from(i + 1);
        return u"(%1 %2 ? OR %1 IS NULL OR (%1 = ? AND %3))"_s.arg(sql, comparison(i), rest);
    }
    /// The first term is not empty: a range that an index can be entered by.
    QString inFirst() {
        const QString &sql = m_terms.front().sql;
        m_values.push_back(m_anchor.terms.front());
        m_values.push_back(m_anchor.terms.front());
        const QString rest = from(1);
        return u"%1 %2= ? AND (%1 %2 ? OR %3)"_s.arg(sql, comparison(0), rest);
    }
    [[nodiscard]] bool isEmpty(size_t i) const {
        return std::holds_alternative<std::monostate>(m_anchor.terms[i]);
    }

private:
    [[nodiscard]] QString comparison(size_t i) const {
        return m_terms[i].descending ? u"<"_s : u">"_s;
    }
    const std::vector<OrderTerm> &m_terms;
    const PageAnchor &m_anchor;
    std::vector<SqlValue> &m_values;
    QString m_alias;
};

QString orderFrom(const std::vector<OrderTerm> &terms, size_t first,
                  const QString &alias = u"t"_s) {
    QString sql;
    for (size_t i = first; i < terms.size(); ++i) {
        sql += terms[i].sql + (terms[i].descending ? u" DESC"_s : u" ASC"_s);
        sql += i == 0 ? u", "_s : u" NULLS LAST, "_s;
    }
    return sql + alias + u".id"_s;
}

} // namespace

Result<std::vector<OrderTerm>> orderTerms(const Catalog &catalog, const EntityDesc &entity,
                                          const std::vector<SortKey> &sort) {
    std::vector<OrderTerm> terms;
    for (const SortKey &key : sort) {
        if (key.field == u"short_id"_s) {
            terms.push_back({u"t.short_id"_s, key.descending});
            continue;
        }
        const FieldHandle handle = entity.byName(key.field);
        if (handle.isNull() || !entity.field(handle).hasColumn())
            return unsortable(entity, key.field);
        const FieldDesc &field = entity.field(handle);
        switch (field.type) {
        case FieldType::Money:
            terms.push_back({u"t.%1_currency"_s.arg(field.name), key.descending});
            terms.push_back({u"t.%1_minor"_s.arg(field.name), key.descending});
            break;
        case FieldType::Choice:
            terms.push_back({choiceOrder(field), key.descending});
            break;
        case FieldType::Link:
        case FieldType::Person:
            terms.push_back({linkOrder(catalog, field), key.descending});
            break;
        default:
            terms.push_back({u"t."_s + columnsOf(field).last(), key.descending});
        }
    }
    return terms;
}

const KeyTable *keysInOrder(const EntityDesc &entity, const Query &query) {
    // Of all rows none is gained; of those in the bin there are too few on the way.
    if (query.limit <= 0 || query.bin || query.sort.size() != 1)
        return nullptr;
    const KeyTable *keys = keyTableOf(entity.key, query.sort.front().field);
    // Links go by the title of their rows.
    return keys && entity.field(entity.byName(keys->field)).sortable ? keys : nullptr;
}

std::vector<PageRange> pageRanges(const std::vector<OrderTerm> &terms,
                                  const std::optional<PageAnchor> &anchor, const KeyTable *keys) {
    if (terms.empty()) {
        PageRange all{{}, u"t.id"_s, {}};
        if (anchor)
            all.where = BehindAnchor(terms, *anchor, all.values).from(0);
        return {all};
    }
    Q_ASSERT(!keys || terms.size() == 1);
    const QString alias = keys ? u"k"_s : u"t"_s;
    std::vector<OrderTerm> walked = terms;
    if (keys)
        walked.front().sql = u"k."_s + keys->column;
    const QString &first = walked.front().sql;
    PageRange filled{first + u" IS NOT NULL"_s, orderFrom(walked, 0, alias), {}, keys};
    PageRange empty{terms.front().sql + u" IS NULL"_s, orderFrom(terms, 1), {}};
    if (!anchor)
        return {filled, empty};
    BehindAnchor inEmpty(terms, *anchor, empty.values);
    if (inEmpty.isEmpty(0)) {
        empty.where = inEmpty.from(0);
        return {empty};
    }
    filled.where = BehindAnchor(walked, *anchor, filled.values, alias).inFirst();
    return {filled, empty};
}

void bindSql(Statement &s, int at, const SqlValue &value) {
    std::visit(
        [&](const auto &v) {
            if constexpr (std::is_same_v<std::decay_t<decltype(v)>, std::monostate>)
                s.bindNull(at);
            else
                s.bind(at, v);
        },
        value);
}

SqlValue readSql(const Statement &s, int column) {
    switch (s.type(column)) {
    case SQLITE_INTEGER:
        return s.integer(column);
    case SQLITE_FLOAT:
        return s.real(column);
    case SQLITE_TEXT:
        return s.text(column);
    case SQLITE_BLOB:
        return s.blob(column);
    default:
        return {};
    }
}

} // namespace dw
