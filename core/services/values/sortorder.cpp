// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/values/sortorder.h"

#include "core/domain/text.h"

#include <algorithm>
#include <numeric>

namespace dw {
using namespace Qt::StringLiterals;

struct RowOrder::ToSortable {
    Sortable operator()(std::monostate) const { return {}; }
    Sortable operator()(bool v) const { return qint64(v); }
    Sortable operator()(qint64 v) const { return v; }
    Sortable operator()(double v) const { return v; }
    Sortable operator()(const QString &v) const { return collationKey(v); }
    Sortable operator()(QDate v) const { return v.toJulianDay(); }
    Sortable operator()(Instant v) const { return v.ms; }
    // Amounts of different currencies have no order among each other, so they stand apart.
    Sortable operator()(const Money &v) const {
        return std::pair(v.currency().code().toLatin1(), v.minor());
    }
    Sortable operator()(RecordId) const { return {}; }
    Sortable operator()(const QStringList &) const { return {}; }
};

namespace {

/// Choices go in the order of the catalogue, as the store has it too.
qint64 choicePlace(const FieldDesc &field, const FieldValue &value) {
    const auto it =
        std::find_if(field.choices.begin(), field.choices.end(),
                     [&](const Choice &choice) { return choice.key == value.as<QString>(); });
    return it - field.choices.begin();
}

} // namespace

RowOrder::Sortable RowOrder::sortable(const ListColumn &column, const Row &row) const {
    const FieldValue value = m_values.value(column, row);
    if (column.field.type == FieldType::Choice && !value.isEmpty())
        return choicePlace(column.field, value);
    if (column.isReference())
        return value.isEmpty()
                   ? Sortable()
                   : Sortable(collationKey(m_values.labels(column.field, value).join(u", "_s)));
    return std::visit(ToSortable(), value.storage());
}

/// Negative, zero or positive.
int RowOrder::compare(const Sortable &a, const Sortable &b, bool descending) {
    const bool emptyA = a.index() == 0;
    const bool emptyB = b.index() == 0;
    if (emptyA || emptyB)
        return int(emptyA) - int(emptyB);
    const int order = a < b ? -1 : int(b < a);
    return descending ? -order : order;
}

void RowOrder::add(const Row &row) {
    std::vector<Sortable> keys;
    keys.reserve(m_order.keys.size());
    for (const SortOrder::Key &key : m_order.keys)
        keys.push_back(sortable(key.column, row));
    m_keys.push_back(std::move(keys));
    m_ids.push_back(row.record.id());
}

std::vector<size_t> RowOrder::places() const {
    std::vector<size_t> places(m_ids.size());
    std::iota(places.begin(), places.end(), size_t(0));
    std::stable_sort(places.begin(), places.end(), [&](size_t a, size_t b) {
        for (size_t k = 0; k < m_order.keys.size(); ++k) {
            if (const int c = compare(m_keys[a][k], m_keys[b][k], m_order.keys[k].descending);
                c != 0)
                return c < 0;
        }
        return false;
    });
    return places;
}

std::vector<RecordId> RowOrder::sorted() const {
    std::vector<RecordId> ids;
    ids.reserve(m_ids.size());
    for (const size_t place : places())
        ids.push_back(m_ids[place]);
    return ids;
}

bool SortOrder::isStored() const {
    return std::all_of(keys.begin(), keys.end(), [](const Key &key) {
        const bool inRow = key.column.kind == ListColumn::Kind::Stored
                           || key.column.kind == ListColumn::Kind::ShortId;
        return inRow && key.column.field.type != FieldType::Set;
    });
}

std::vector<SortKey> SortOrder::storedKeys() const {
    std::vector<SortKey> stored;
    for (const Key &key : keys) {
        const bool isField = key.column.kind == ListColumn::Kind::Stored;
        stored.push_back({isField ? key.column.field.name : key.column.key, key.descending});
    }
    return stored;
}

void SortOrder::sort(std::vector<Row> &rows, RowValues &values) const {
    RowOrder order(*this, values);
    for (const Row &row : rows)
        order.add(row);
    std::vector<Row> sorted;
    sorted.reserve(rows.size());
    for (const size_t place : order.places())
        sorted.push_back(std::move(rows[place]));
    rows = std::move(sorted);
}

Result<SortOrder> sortOrderFrom(const QString &typed, const Catalog &catalog,
                                const EntityDesc &entity) {
    SortOrder order;
    for (const QString &part : typed.split(u',', Qt::SkipEmptyParts)) {
        QString key = part.trimmed();
        const bool descending = key.startsWith(u'-');
        if (descending || key.startsWith(u'+'))
            key.remove(0, 1);
        auto columns = columnsFromKeys(key, catalog, entity);
        if (!columns)
            return columns.error();
        order.keys.push_back({std::move(columns->front()), descending});
    }
    if (order.keys.empty())
        return makeError(ErrorKind::Invalid, u"cli.empty_option"_s, {{u"option"_s, u"--sort"_s}});
    return order;
}

} // namespace dw
