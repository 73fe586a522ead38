// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/jobs/rejectedrows.h"

#include "core/store/sqlite/sqlite.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

QString compact(const QJsonArray &array) {
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::optional<QJsonArray> arrayOf(const QString &text) {
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isArray() ? std::optional(document.array()) : std::nullopt;
}

std::optional<QStringList> cellsOf(const QString &text) {
    const auto array = arrayOf(text);
    if (!array)
        return std::nullopt;
    QStringList cells;
    for (const QJsonValue cell : *array)
        cells << cell.toString();
    return cells;
}

std::optional<std::vector<Message>> reasonsOf(const QString &text) {
    const auto array = arrayOf(text);
    if (!array)
        return std::nullopt;
    std::vector<Message> reasons;
    for (const QJsonValue value : *array) {
        const QJsonObject object = value.toObject();
        Message reason{object.value(u"id"_s).toString(), {}};
        const QJsonObject args = object.value(u"args"_s).toObject();
        for (auto it = args.begin(); it != args.end(); ++it)
            reason.args.insert(it.key(), it->toString());
        reasons.push_back(std::move(reason));
    }
    return reasons;
}

} // namespace

QString rejectedCellsText(const QStringList &cells) {
    return compact(QJsonArray::fromStringList(cells));
}

QString rejectedReasonsText(const std::vector<Message> &reasons) {
    QJsonArray array;
    for (const Message &reason : reasons) {
        QJsonObject args;
        for (auto it = reason.args.begin(); it != reason.args.end(); ++it)
            args.insert(it.key(), it.value());
        array.append(QJsonObject{{u"id"_s, reason.id}, {u"args"_s, args}});
    }
    return compact(array);
}

Result<void> keepRejectedRows(Connection &connection, qint64 set,
                              const std::vector<RejectedRow> &rows) {
    for (const RejectedRow &row : rows) {
        auto insert = connection.prepare(
            u"INSERT INTO rejected_row (set_seq, file, line, cells, reasons) VALUES (?, ?, ?, ?, ?)"_s);
        if (!insert)
            return insert.error();
        insert->bind(1, set);
        insert->bind(2, row.file);
        insert->bind(3, row.line);
        insert->bind(4, rejectedCellsText(row.cells));
        insert->bind(5, rejectedReasonsText(row.reasons));
        if (const auto run = insert->run(); !run)
            return run.error();
    }
    return {};
}

namespace {

/// The row that a SELECT of file, line, cells, reasons stands at.
Result<RejectedRow> rowHere(const Statement &select) {
    const auto cells = cellsOf(select.text(2));
    const auto reasons = reasonsOf(select.text(3));
    if (!cells || !reasons)
        return makeError(ErrorKind::Damaged, u"store.damaged"_s, {}, u"rejected_row"_s);
    return RejectedRow{select.text(0), select.integer(1), *cells, *reasons};
}

Result<void> each(Statement &select, const TakeRejected &take) {
    for (;;) {
        const auto more = select.step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        const auto row = rowHere(select);
        if (!row)
            return row.error();
        if (const auto taken = take(*row); !taken)
            return taken;
    }
}

} // namespace

Result<std::vector<RejectedRow>> rejectedRows(Connection &connection, qint64 set) {
    auto select = connection.prepare(
        u"SELECT file, line, cells, reasons FROM rejected_row WHERE set_seq = ? ORDER BY seq"_s);
    if (!select)
        return select.error();
    select->bind(1, set);
    std::vector<RejectedRow> rows;
    const auto read = each(*select, [&](const RejectedRow &row) -> Result<void> {
        rows.push_back(row);
        return {};
    });
    return read ? Result<std::vector<RejectedRow>>(std::move(rows)) : read.error();
}

Result<void> eachRejectedRow(Connection &connection, qint64 set, const TakeRejected &take) {
    auto select = connection.prepare(u"SELECT file, line, cells, reasons FROM rejected_row"
                                     " WHERE set_seq = ? ORDER BY file, line, seq"_s);
    if (!select)
        return select.error();
    select->bind(1, set);
    return each(*select, take);
}

Result<void> eachStagedRejectedRow(Connection &staged, const TakeRejected &take) {
    auto select =
        staged.prepare(u"SELECT file, line, cells, reasons FROM rejected ORDER BY file, line, n"_s);
    if (!select)
        return select.error();
    return each(*select, take);
}

Result<qint64> dropRejectedRows(Connection &connection, qint64 set,
                                const std::vector<std::pair<QString, qint64>> &rows) {
    qint64 dropped = 0;
    for (const auto &[file, line] : rows) {
        auto drop = connection.prepare(
            u"DELETE FROM rejected_row WHERE set_seq = ? AND file = ? AND line = ?"_s);
        if (!drop)
            return drop.error();
        drop->bind(1, set);
        drop->bind(2, file);
        drop->bind(3, line);
        if (const auto run = drop->run(); !run)
            return run.error();
        dropped += connection.changes();
    }
    return dropped;
}

Result<std::vector<qint64>> setsWithRejectedRows(Connection &connection) {
    auto select =
        connection.prepare(u"SELECT DISTINCT set_seq FROM rejected_row ORDER BY set_seq"_s);
    if (!select)
        return select.error();
    std::vector<qint64> sets;
    for (;;) {
        const auto more = select->step();
        if (!more)
            return more.error();
        if (!*more)
            return sets;
        sets.push_back(select->integer(0));
    }
}

} // namespace dw
