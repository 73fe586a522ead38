// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importforms.h"

#include "core/services/imports/importfile.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr size_t rowsAtOnce = 500;
constexpr qsizetype mostExamples = 5;

bool isDays(FieldType type) { return type == FieldType::Date || type == FieldType::Instant; }
bool isNumber(FieldType type) {
    return type == FieldType::Number || type == FieldType::Money || type == FieldType::Counter;
}

/// A column whose form nobody told.
struct Asked {
    MappedColumn *mapped = nullptr;
    qsizetype at = -1;
    bool days = false;
    QStringList cells = {}; ///< Of the rows that were taken last.
    std::vector<CellKind> kinds = {};
    bool seen = false; ///< There were cells at all.
    std::optional<DateOrder> order = {};
    QStringList examples = {}; ///< Cells that read in both ways.

    [[nodiscard]] bool isOpen() const { return days && !order && (!seen || !examples.isEmpty()); }
};

std::vector<Asked> columnsToAsk(const EntityDesc &entity, const QStringList &header,
                                ImportMapping &mapping) {
    std::vector<Asked> asked;
    for (MappedColumn &column : mapping.columns) {
        bool days = column.use == ColumnUse::CreatedAt || column.use == ColumnUse::ChangedAt;
        bool number = false;
        if (column.use == ColumnUse::Field) {
            const FieldHandle field = entity.byKey(column.field);
            const bool own = field.isNull() && entity.key == "deal"_L1;
            days = !field.isNull() && isDays(entity.field(field).type);
            number = field.isNull()
                         ? own && (column.field == "quantity"_L1 || column.field == "price"_L1)
                         : isNumber(entity.field(field).type);
        }
        const qsizetype at = columnOf(header, column.header);
        if (at >= 0 && ((days && !column.dates) || (number && !column.number)))
            asked.push_back({.mapped = &column, .at = at, .days = days});
    }
    return asked;
}

/// Takes some hundreds of rows; false where the file has ended.
Result<bool> take(ImportFile &file, std::vector<Asked> &asked) {
    for (Asked &one : asked) {
        one.cells.clear();
        one.kinds.clear();
    }
    TableRow row;
    for (size_t n = 0; n < rowsAtOnce; ++n) {
        const auto more = file.next(row);
        if (!more || !*more)
            return more;
        for (Asked &one : asked) {
            if (row.cells.value(one.at).isEmpty())
                continue;
            one.cells << row.cells.at(one.at);
            one.kinds.push_back(row.kind(one.at));
        }
    }
    return true;
}

void look(Asked &one) {
    const ColumnForms forms =
        guessColumn(std::span(one.cells.constData(), size_t(one.cells.size())), one.kinds);
    one.seen = one.seen || !one.cells.isEmpty();
    if (!one.days) {
        one.mapped->number = forms.number;
        return;
    }
    const bool hasDays = forms.look == ColumnLook::Date || forms.look == ColumnLook::Instant;
    if (forms.orderIsAmbiguous) {
        if (one.examples.size() < mostExamples && !one.examples.contains(forms.example))
            one.examples << forms.example;
    } else if (hasDays && forms.order != DateOrder::YearMonthDay) {
        one.order = forms.order;
    }
}

/// The order that all columns agree on which tell one.
std::optional<DateOrder> common(const std::vector<Asked> &asked) {
    std::optional<DateOrder> order;
    for (const Asked &one : asked) {
        if (order && one.order && *order != *one.order)
            return std::nullopt;
        order = order ? order : one.order;
    }
    return order;
}

Error ambiguous(const ImportFile &file, const std::vector<Asked> &asked) {
    QStringList columns, examples;
    for (const Asked &one : asked) {
        if (!one.isOpen() || one.examples.isEmpty())
            continue;
        columns << one.mapped->header;
        examples << one.examples;
    }
    return makeError(ErrorKind::Invalid, u"import.date_order"_s,
                     {{u"file"_s, file.name()},
                      {u"columns"_s, columns.join(u", "_s)},
                      {u"examples"_s, examples.mid(0, mostExamples).join(u", "_s)}});
}

} // namespace

Result<void> findForms(const EntityDesc &entity, const ImportSource &source,
                       std::optional<DateOrder> told, ImportMapping &mapping) {
    if (told) {
        mapping.dates = told;
        for (MappedColumn &column : mapping.columns)
            column.dates.reset();
    }
    const auto opened = ImportFile::open(source);
    if (!opened)
        return opened.error();
    ImportFile &file = **opened;
    std::vector<Asked> asked = columnsToAsk(entity, file.header(), mapping);
    if (mapping.dates)
        std::erase_if(asked, [](const Asked &one) { return one.days; });
    bool more = !asked.empty();
    for (bool first = true; more; first = false) {
        const auto taken = take(file, asked);
        if (!taken)
            return taken.error();
        more = *taken;
        for (Asked &one : asked) {
            if (first || one.days)
                look(one);
        }
        const bool isOpen =
            std::any_of(asked.begin(), asked.end(), [](const Asked &one) { return one.isOpen(); });
        if (!isOpen || common(asked))
            break;
    }
    const std::optional<DateOrder> order = common(asked);
    for (Asked &one : asked) {
        if (one.days && one.isOpen() && !one.examples.isEmpty() && !order)
            return ambiguous(file, asked);
        if (one.days && one.order && !order)
            one.mapped->dates = one.order;
    }
    if (order)
        mapping.dates = order;
    return {};
}

} // namespace dw
