// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files/workspacedump_text.h"

#include "core/base/id.h"

#include <QDate>
#include <QLocale>
#include <array>
#include <sqlite3.h>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array kindNames{
    std::pair{DumpKind::Integer, "integer"_L1}, std::pair{DumpKind::Real, "real"_L1},
    std::pair{DumpKind::Text, "text"_L1},       std::pair{DumpKind::Id, "id"_L1},
    std::pair{DumpKind::Bytes, "bytes"_L1},     std::pair{DumpKind::Date, "date"_L1},
    std::pair{DumpKind::Instant, "instant"_L1}};

constexpr qint64 epochJulianDay = 2'440'588; // 1970-01-01
constexpr auto dateForm = "yyyy-MM-dd"_L1;
constexpr auto instantForm = "yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_L1;

int storageOf(DumpKind kind) {
    switch (kind) {
    case DumpKind::Real:
        return SQLITE_FLOAT;
    case DumpKind::Text:
        return SQLITE_TEXT;
    case DumpKind::Id:
    case DumpKind::Bytes:
        return SQLITE_BLOB;
    default:
        return SQLITE_INTEGER;
    }
}

bool isPlainYear(const QDate &day) {
    return day.isValid() && day.year() >= 1 && day.year() <= 9999;
}

QString dateText(qint64 days) {
    constexpr qint64 farthest = 4'000'000;
    const QDate day =
        std::abs(days) < farthest ? QDate::fromJulianDay(days + epochJulianDay) : QDate();
    return isPlainYear(day) ? day.toString(dateForm) : QString::number(days);
}

QString instantText(qint64 ms) {
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return isPlainYear(at.date()) ? at.toString(instantForm) : QString::number(ms);
}

QString realText(double v) { return QString::number(v, 'g', QLocale::FloatingPointShortest); }

/// One backslash before a text that would read as null, or that begins with one.
QString escaped(const QString &text) {
    return text.isEmpty() || text.startsWith(u'\\') ? u'\\' + text : text;
}

std::optional<QString> textCell(const Statement &s, int column) {
    const QByteArray utf8 = s.blob(column);
    if (utf8.contains('\0') || !QUtf8StringView(utf8).isValidUtf8())
        return std::nullopt;
    // Qt takes a byte order mark in front for none of the text.
    const bool isMarked = utf8.startsWith("\xEF\xBB\xBF");
    const QString text = QString::fromUtf8(isMarked ? utf8.mid(3) : utf8);
    return escaped(isMarked ? QChar(QChar::ByteOrderMark) + text : text);
}

std::optional<qint64> integerFrom(const QString &cell) {
    bool ok = false;
    const qint64 v = cell.toLongLong(&ok);
    return ok ? std::optional(v) : std::nullopt;
}

std::optional<qint64> dateFrom(const QString &cell) {
    const QDate day = QDate::fromString(cell, dateForm);
    return day.isValid() ? day.toJulianDay() - epochJulianDay : integerFrom(cell);
}

std::optional<qint64> instantFrom(const QString &cell) {
    QDateTime at = QDateTime::fromString(cell, instantForm);
    at.setTimeSpec(Qt::UTC);
    return at.isValid() ? at.toMSecsSinceEpoch() : integerFrom(cell);
}

QString uuidText(const QByteArray &bytes) {
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

/// Of one value there is one text: what reads back to another one is refused.
bool bindInteger(Statement &s, int at, std::optional<qint64> value, const QString &cell,
                 QString (*text)(qint64)) {
    if (!value || text(*value) != cell)
        return false;
    s.bind(at, *value);
    return true;
}

bool bindReal(Statement &s, int at, const QString &cell) {
    bool ok = false;
    const double v = cell.toDouble(&ok);
    if (!ok || realText(v) != cell)
        return false;
    s.bind(at, v);
    return true;
}

bool bindText(Statement &s, int at, const QString &cell) {
    const bool isEscaped = cell.startsWith(u'\\');
    const QString text = isEscaped ? cell.mid(1) : cell;
    if (escaped(text) != cell)
        return false;
    s.bind(at, text.isNull() ? u""_s : text);
    return true;
}

bool bindBytes(Statement &s, int at, const QByteArray &bytes, const QString &text,
               const QString &cell) {
    if (text != cell)
        return false;
    s.bind(at, bytes);
    return true;
}

bool bindId(Statement &s, int at, const QString &cell) {
    const QByteArray bytes = QByteArray::fromHex(QString(cell).remove(u'-').toLatin1());
    return bytes.size() == 16 && bindBytes(s, at, bytes, uuidText(bytes), cell);
}

bool bindHex(Statement &s, int at, const QString &cell) {
    // The prefix keeps bytes that are there, but none, apart from null.
    const QByteArray bytes = QByteArray::fromHex(cell.mid(2).toLatin1());
    const QByteArray held = bytes.isNull() ? QByteArray("") : bytes;
    return bindBytes(s, at, held, u"0x"_s + QString::fromLatin1(bytes.toHex()), cell);
}

} // namespace

QString dumpKindName(DumpKind kind) {
    return std::find_if(kindNames.begin(), kindNames.end(),
                        [kind](const auto &one) { return one.first == kind; })
        ->second;
}

std::optional<DumpKind> dumpKindFromName(const QString &name) {
    const auto found = std::find_if(kindNames.begin(), kindNames.end(),
                                    [&](const auto &one) { return one.second == name; });
    return found == kindNames.end() ? std::nullopt : std::optional(found->first);
}

std::optional<QString> dumpCell(const Statement &s, int column, DumpKind kind) {
    if (s.isNull(column))
        return QString();
    if (s.type(column) != storageOf(kind))
        return std::nullopt;
    switch (kind) {
    case DumpKind::Integer:
        return QString::number(s.integer(column));
    case DumpKind::Real:
        return realText(s.real(column));
    case DumpKind::Text:
        return textCell(s, column);
    case DumpKind::Id: {
        const QByteArray bytes = s.blob(column);
        return bytes.size() == 16 ? std::optional(uuidText(bytes)) : std::nullopt;
    }
    case DumpKind::Bytes:
        return u"0x"_s + QString::fromLatin1(s.blob(column).toHex());
    case DumpKind::Date:
        return dateText(s.integer(column));
    case DumpKind::Instant:
        return instantText(s.integer(column));
    }
    return std::nullopt;
}

bool bindDumpCell(Statement &s, int at, DumpKind kind, const QString &cell) {
    if (cell.isEmpty()) {
        s.bindNull(at);
        return true;
    }
    switch (kind) {
    case DumpKind::Integer:
        return bindInteger(s, at, integerFrom(cell), cell,
                           [](qint64 v) { return QString::number(v); });
    case DumpKind::Real:
        return bindReal(s, at, cell);
    case DumpKind::Text:
        return bindText(s, at, cell);
    case DumpKind::Id:
        return bindId(s, at, cell);
    case DumpKind::Bytes:
        return bindHex(s, at, cell);
    case DumpKind::Date:
        return bindInteger(s, at, dateFrom(cell), cell, dateText);
    case DumpKind::Instant:
        return bindInteger(s, at, instantFrom(cell), cell, instantText);
    }
    return false;
}

} // namespace dw
