// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/rowreader.h"

#include "core/catalog/validate.h"
#include "core/services/imports/importparts.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

bool isLink(const FieldDesc &field) {
    return field.type == FieldType::Link || field.type == FieldType::Person
           || (field.type == FieldType::Set && !field.target.isEmpty());
}

bool isComma(QChar c) { return c == u',' || c == u'，' || c == u'、' || c == u';' || c == u'；'; }

QStringList membersOf(const FieldDesc &field, const QString &text) {
    if (field.type != FieldType::Set)
        return {text.trimmed()};
    QStringList members;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !isComma(text.at(i)))
            continue;
        const QString member = text.mid(from, i - from).trimmed();
        if (!member.isEmpty())
            members << member;
        from = i + 1;
    }
    return members;
}

/// Spreadsheets put an address into one cell, line under line; a field of one line has commas.
QString onOneLine(const QString &text) {
    if (!text.contains(u'\n') && !text.contains(u'\r') && !text.contains(u'\t'))
        return text;
    QStringList lines;
    for (const QString &line : QString(text).replace(u'\r', u'\n').split(u'\n')) {
        const QString plain = QString(line).replace(u'\t', u' ').trimmed();
        if (!plain.isEmpty())
            lines << (plain.endsWith(u',') ? plain.chopped(1) : plain);
    }
    return lines.join(u", "_s);
}

/// The line of sums that people put below a list: a word for it, and figures in few other cells.
bool isTotalLine(const QStringList &cells) {
    static const QStringList words{u"合计"_s, u"总计"_s,   u"小计"_s,        u"总额"_s,
                                   u"总和"_s, u"total"_s,  u"grand total"_s, u"subtotal"_s,
                                   u"sum"_s,  u"totals"_s, u"summe"_s,       u"gesamt"_s};
    QStringList filled;
    for (const QString &cell : cells) {
        if (const QString text = cell.trimmed(); !text.isEmpty())
            filled << text;
    }
    if (filled.size() < 2 || filled.size() * 2 > cells.size())
        return false;
    QString first = filled.takeFirst().toLower();
    while (first.endsWith(u':') || first.endsWith(u'：'))
        first.chop(1);
    return words.contains(first.trimmed())
           && std::all_of(filled.begin(), filled.end(), [](const QString &text) {
                  return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); })
                         && std::none_of(text.begin(), text.end(),
                                         [](QChar c) { return c.isLetter(); });
              });
}

/// Who made the row, where it has a field for it.
FieldHandle authorOf(const EntityDesc &entity) {
    if (entity.key == "note"_L1)
        return entity.byName(u"author");
    return entity.key == "touchpoint"_L1 ? entity.byName(u"person") : FieldHandle();
}

/// Other systems say whose id it is, or not, but never more than so much.
constexpr qsizetype longestId = 300;

} // namespace

RowReader::RowReader(const Catalog &catalog, const EntityDesc &entity, ImportPlan plan,
                     CellReader cells, ImportLinks &links)
    : m_catalog(catalog),
      m_entity(entity),
      m_plan(std::move(plan)),
      m_cells(std::move(cells)),
      m_links(links),
      m_stage(entity.key == u"deal" ? entity.byName(u"stage") : FieldHandle()),
      m_author(authorOf(entity)) {
    for (const FieldDesc &field : entity.fields) {
        m_isLink.push_back(isLink(field));
        m_names.push_back(entity.key + u'.' + field.key);
    }
}

RowReader::Cell RowReader::cellOf(const TableRow &row, const ImportPlan::Column &column,
                                  bool isLong) const {
    if (!column.isThere() || column.at >= row.cells.size())
        return {};
    const QString &raw = row.cells.at(column.at);
    if (raw.isEmpty())
        return {};
    const CellKind kind = row.kind(column.at);
    const QString text = kind == CellKind::Text && raw.at(0) == u'\'' ? armedAgain(raw) : raw;
    const QString trimmed = text.trimmed();
    return {isLong && !trimmed.isEmpty() ? text : trimmed, kind};
}

Result<ReadRow> RowReader::read(const TableRow &row) {
    ReadRow out;
    out.values = Record(m_entity.key, RecordId());
    if (isTotalLine(row.cells)) {
        out.reasons.push_back({u"import.total_line"_s, {}});
        return out;
    }
    for (const ImportPlan::Column &column : m_plan.columns) {
        const bool isLong = m_entity.field(column.field).type == FieldType::LongText;
        const Cell cell = cellOf(row, column, isLong);
        if (cell.isBlank())
            continue;
        const auto taken = m_plan.currencies.empty()
                               ? takeCell(column, cell, out)
                               : takeCell(withCurrency(column, row), cell, out);
        if (!taken)
            return taken.error();
    }
    if (const auto taken = takeName(row, out); !taken)
        return taken.error();
    if (const auto taken = takeLinkIds(row, out); !taken)
        return taken.error();
    for (const ImportPlan::Column &column : m_plan.ownIds)
        out.ownIds << cellOf(row, column).text.left(longestId);
    takeOrigin(row, out);
    if (!m_author.isNull() && !out.createdBy.isEmpty() && !out.values.has(m_author)) {
        if (const auto taken = takeLinks(m_author, out.createdBy, {}, m_plan.createdBy.system, out);
            !taken)
            return taken.error();
    }
    if (m_plan.product.isThere() || m_plan.contact.isThere())
        takeLine(row, out);
    return out;
}

/// The column as it counts for a row that names the currency of its amount.
ImportPlan::Column RowReader::withCurrency(const ImportPlan::Column &column,
                                           const TableRow &row) const {
    for (const ImportPlan::Column &part : m_plan.currencies) {
        if (part.field != column.field)
            continue;
        const QString code = cellOf(row, part).text;
        if (code.isEmpty())
            continue;
        ImportPlan::Column own = column;
        own.currency = code.toUpper();
        return own;
    }
    return column;
}

/// A name in parts, where no column has the whole.
Result<void> RowReader::takeName(const TableRow &row, ReadRow &into) {
    const FieldHandle name = m_entity.titleField();
    if ((!m_plan.firstName.isThere() && !m_plan.lastName.isThere()) || into.values.has(name)
        || into.unread.contains(name.index))
        return {};
    const QString joined =
        joinedName(cellOf(row, m_plan.firstName).text, cellOf(row, m_plan.middleName).text,
                   cellOf(row, m_plan.lastName).text);
    if (joined.isEmpty())
        return {};
    return takeCell({.at = 0, .field = name}, {joined, CellKind::Text}, into);
}

Result<void> RowReader::takeCell(const ImportPlan::Column &column, const Cell &cell,
                                 ReadRow &into) {
    if (column.field == m_stage) {
        into.stage = cell.text;
        return {};
    }
    const FieldDesc &field = m_entity.field(column.field);
    if (m_isLink[column.field.index]) {
        // Where the id is there too, both are taken together.
        const bool hasId =
            std::any_of(m_plan.linkIds.begin(), m_plan.linkIds.end(),
                        [&](const auto &other) { return other.field == column.field; });
        return hasId ? Result<void>() : takeLinks(column.field, cell.text, {}, column.system, into);
    }
    const QString text = field.type == FieldType::Text ? onOneLine(cell.text) : cell.text;
    auto value = m_cells.value(field, column, text, cell.kind);
    if (!value) {
        refuse(column.field, value.error(), into);
        return {};
    }
    if (const auto wrong = validate(m_entity.key, field, *value)) {
        into.reasons.push_back(*wrong);
        into.unread.insert(column.field.index);
    } else
        into.values.set(column.field, *std::move(value));
    return {};
}

Result<void> RowReader::take(FieldHandle handle, const QString &text, ReadRow &into) {
    ImportPlan::Column column{.at = 0, .field = handle};
    for (const ImportPlan::Column &own : m_plan.columns) {
        if (own.field == handle)
            column = own;
    }
    if (m_isLink[handle.index] && handle != m_stage)
        return takeLinks(handle, text, {}, column.system, into);
    column.number = {};
    column.dates = DateOrder::YearMonthDay;
    return takeCell(column, {text, CellKind::Text}, into);
}

Result<void> RowReader::takeLinkIds(const TableRow &row, ReadRow &into) {
    for (const ImportPlan::Column &ids : m_plan.linkIds) {
        const QString id = cellOf(row, ids).text.left(longestId);
        QString name;
        for (const ImportPlan::Column &column : m_plan.columns) {
            if (column.field == ids.field)
                name = cellOf(row, column).text;
        }
        if (id.isEmpty() && name.isEmpty())
            continue;
        if (const auto taken = takeLinks(ids.field, name, id, ids.system, into); !taken)
            return taken;
    }
    return {};
}

Result<void> RowReader::takeLinks(FieldHandle handle, const QString &text, const QString &id,
                                  const QString &system, ReadRow &into) {
    const FieldDesc &field = m_entity.field(handle);
    const QStringList members = text.isEmpty() ? QStringList{QString()} : membersOf(field, text);
    for (const QString &member : members) {
        const LinkName name{field.target, member, id, system};
        const auto found = m_links.find(m_names[handle.index], name);
        if (!found) {
            if (found.error().message.id != "link.ambiguous"_L1)
                return found.error();
            into.reasons.push_back(found.error().message);
            into.unread.insert(handle.index);
        } else if (found->isNull()) {
            into.missing.push_back({handle, name});
        } else {
            put(handle, *found, into.values);
        }
    }
    return {};
}

void RowReader::put(FieldHandle field, RecordId id, Record &values) const {
    if (m_entity.field(field).type != FieldType::Set) {
        values.set(field, id);
        return;
    }
    values.set(field, values.value(field).as<QStringList>() << id.text());
}

void RowReader::takeOrigin(const TableRow &row, ReadRow &into) {
    const auto when = [&](const ImportPlan::Column &column) -> std::optional<Instant> {
        const Cell cell = cellOf(row, column);
        if (cell.isBlank())
            return std::nullopt;
        auto at = m_cells.instant(column, cell.text, cell.kind);
        if (!at)
            into.reasons.push_back({u"import.bad_moment"_s, {{u"value"_s, cell.text.left(100)}}});
        return at;
    };
    if (m_plan.createdAt.isThere())
        into.createdAt = when(m_plan.createdAt);
    if (m_plan.changedAt.isThere())
        into.changedAt = when(m_plan.changedAt);
    into.createdBy = cellOf(row, m_plan.createdBy).text.left(200);
    into.changedBy = cellOf(row, m_plan.changedBy).text.left(200);
}

void RowReader::takeLine(const TableRow &row, ReadRow &into) {
    const EntityDesc &lines = *m_catalog.entity(u"deal_line");
    const auto value = [&](const ImportPlan::Column &column, QStringView name) {
        const Cell cell = cellOf(row, column);
        if (cell.isBlank())
            return FieldValue();
        const FieldDesc &field = lines.field(lines.byName(name));
        auto read = m_cells.value(field, column, cell.text, cell.kind);
        if (!read) {
            Message wrong = read.error().message;
            wrong.args.insert(u"field"_s, u"deal_line."_s + field.key);
            into.reasons.push_back(std::move(wrong));
            return FieldValue();
        }
        if (const auto wrong = validate(lines.key, field, *read))
            into.reasons.push_back(*wrong);
        return *std::move(read);
    };
    into.product = cellOf(row, m_plan.product).text;
    into.quantity = value(m_plan.quantity, u"quantity");
    into.price = value(m_plan.price, u"price");
    into.contact = cellOf(row, m_plan.contact).text;
    into.role = cellOf(row, m_plan.role).text;
}

void RowReader::refuse(FieldHandle field, const Error &error, ReadRow &into) const {
    into.unread.insert(field.index);
    Message wrong = error.message;
    wrong.args.insert(u"field"_s, m_names[field.index]);
    into.reasons.push_back(std::move(wrong));
    for (const Message &why : error.reasons)
        into.reasons.push_back(why);
}

} // namespace dw
