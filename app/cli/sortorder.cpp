// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sortorder.h"

#include "core/domain/text.h"

#include <algorithm>
#include <numeric>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

/// A value brought to a form that compares with others of its column.
using Sortable =
    std::variant<std::monostate, qint64, double, QByteArray, std::pair<QByteArray, qint64>>;

struct ToSortable {
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

/// Choices go in the order of the catalogue, as the store has it too.
Sortable choicePlace(const FieldDesc &field, const FieldValue &value) {
    const auto it =
        std::find_if(field.choices.begin(), field.choices.end(),
                     [&](const Choice &choice) { return choice.key == value.as<QString>(); });
    return qint64(it - field.choices.begin());
}

Sortable sortable(const ListColumn &column, const Row &row, RowValues &values) {
    const FieldValue value = values.value(column, row);
    if (column.field.type == FieldType::Choice && !value.isEmpty())
        return choicePlace(column.field, value);
    if (column.isReference())
        return value.isEmpty()
                   ? Sortable()
                   : Sortable(collationKey(values.labels(column.field, value).join(u", "_s)));
    return std::visit(ToSortable(), value.storage());
}

/// Negative, zero or positive.
int compare(const Sortable &a, const Sortable &b, bool descending) {
    const bool emptyA = a.index() == 0;
    const bool emptyB = b.index() == 0;
    if (emptyA || emptyB)
        return int(emptyA) - int(emptyB);
    const int order = a < b ? -1 : int(b < a);
    return descending ? -order : order;
}

} // namespace

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
    std::vector<std::vector<Sortable>> parts(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        for (const Key &key : keys)
            parts[i].push_back(sortable(key.column, rows[i], values));
    }
    std::vector<size_t> order(rows.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        for (size_t k = 0; k < keys.size(); ++k) {
            if (const int c = compare(parts[a][k], parts[b][k], keys[k].descending); c != 0)
                return c < 0;
        }
        return false;
    });
    std::vector<Row> sorted;
    sorted.reserve(rows.size());
    for (const size_t i : order)
        sorted.push_back(std::move(rows[i]));
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

} // namespace dw::cli
