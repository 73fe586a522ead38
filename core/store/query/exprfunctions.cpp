// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/exprfunctions.h"

#include "core/base/id.h"
#include "core/expr/valuemath.h"

#include <QtEndian>
#include <array>
#include <cstring>
#include <sqlite3.h>

namespace dw {

namespace {

constexpr qint64 epochJulianDay = 2'440'588; // 1970-01-01
constexpr int packedSize = 11;

// What SQLite hands over, as values.

bool isNull(sqlite3_value *v) { return sqlite3_value_type(v) == SQLITE_NULL; }

double numberOf(sqlite3_value *v) { return isNull(v) ? emptyNumber : sqlite3_value_double(v); }

std::optional<Money> moneyOf(sqlite3_value *v) {
    if (sqlite3_value_type(v) != SQLITE_BLOB)
        return std::nullopt;
    const auto *bytes = static_cast<const char *>(sqlite3_value_blob(v));
    return unpacked(bytes, sqlite3_value_bytes(v));
}

std::optional<QString> textOf(sqlite3_value *v) {
    if (sqlite3_value_type(v) != SQLITE_TEXT)
        return std::nullopt;
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_value_text(v));
    return QString::fromUtf8(utf8, sqlite3_value_bytes(v));
}

QDate dateFrom(sqlite3_value *v) {
    return isNull(v) ? QDate() : QDate::fromJulianDay(sqlite3_value_int64(v) + epochJulianDay);
}

// And back.

void give(sqlite3_context *context, double v) {
    // SQLite makes NULL of NaN.
    sqlite3_result_double(context, v);
}

void give(sqlite3_context *context, const std::optional<Money> &money) {
    if (!money) {
        sqlite3_result_null(context);
        return;
    }
    const QByteArray bytes = packed(*money);
    sqlite3_result_blob(context, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
}

void give(sqlite3_context *context, QDate day) {
    if (day.isValid())
        sqlite3_result_int64(context, day.toJulianDay() - epochJulianDay);
    else
        sqlite3_result_null(context);
}

void give(sqlite3_context *context, const QString &text) {
    const QByteArray utf8 = text.toUtf8();
    sqlite3_result_text64(context, utf8.constData(), quint64(utf8.size()), SQLITE_TRANSIENT,
                          SQLITE_UTF8);
}

// Amounts.

void moneyFunction(sqlite3_context *context, int, sqlite3_value **v) {
    const auto code = textOf(v[1]);
    if (sqlite3_value_type(v[0]) != SQLITE_INTEGER || !code)
        return sqlite3_result_null(context);
    const auto currency = Currency::fromCode(*code);
    give(context,
         currency ? std::optional(Money(sqlite3_value_int64(v[0]), *currency)) : std::nullopt);
}

template <std::optional<Money> (*combine)(const Money &, const Money &)>
void twoAmounts(sqlite3_context *context, int, sqlite3_value **v) {
    const auto a = moneyOf(v[0]);
    const auto b = moneyOf(v[1]);
    give(context, a && b ? combine(*a, *b) : std::nullopt);
}

template <std::optional<Money> (*scale)(const Money &, double)>
void amountAndNumber(sqlite3_context *context, int, sqlite3_value **v) {
    const auto amount = moneyOf(v[0]);
    give(context,
         amount && !isNull(v[1]) ? scale(*amount, sqlite3_value_double(v[1])) : std::nullopt);
}

void negateFunction(sqlite3_context *context, int, sqlite3_value **v) {
    const auto amount = moneyOf(v[0]);
    give(context, amount ? opposite(*amount) : std::nullopt);
}

void absFunction(sqlite3_context *context, int, sqlite3_value **v) {
    const auto amount = moneyOf(v[0]);
    give(context, amount && amount->minor() < 0 ? opposite(*amount) : amount);
}

void ratioFunction(sqlite3_context *context, int, sqlite3_value **v) {
    const auto a = moneyOf(v[0]);
    const auto b = moneyOf(v[1]);
    give(context, a && b ? ratio(*a, *b) : emptyNumber);
}

void compareFunction(sqlite3_context *context, int, sqlite3_value **v) {
    const auto a = moneyOf(v[0]);
    const auto b = moneyOf(v[1]);
    if (const auto order = a && b ? compare(*a, *b) : std::nullopt)
        sqlite3_result_int(context, *order);
}

/// The smallest (`sign` -1) or the largest (1); nothing where one is empty or the currencies
/// differ.
template <int sign> void extremeFunction(sqlite3_context *context, int count, sqlite3_value **v) {
    std::optional<Money> best;
    for (int i = 0; i < count; ++i) {
        const auto next = moneyOf(v[i]);
        const auto order = next && best ? compare(*next, *best) : std::nullopt;
        if (!next || (best && !order))
            return sqlite3_result_null(context);
        if (!best || *order * sign > 0)
            best = next;
    }
    give(context, best);
}

// Numbers, text, ids.

void finiteFunction(sqlite3_context *context, int, sqlite3_value **v) {
    give(context, finiteOrEmpty(numberOf(v[0])));
}

void roundFunction(sqlite3_context *context, int, sqlite3_value **v) {
    const double of = numberOf(v[0]);
    give(context, std::isnan(of) ? of : rounded(of, sqlite3_value_int(v[1])));
}

void lowerFunction(sqlite3_context *context, int, sqlite3_value **v) {
    if (const auto text = textOf(v[0]))
        give(context, text->toLower());
}

void lengthFunction(sqlite3_context *context, int, sqlite3_value **v) {
    if (const auto text = textOf(v[0]))
        give(context, characterCount(*text));
}

void idFunction(sqlite3_context *context, int, sqlite3_value **v) {
    const auto text = textOf(v[0]);
    const RecordId id = text ? RecordId::fromText(*text) : RecordId();
    const QByteArray bytes = id.bytes();
    if (!id.isNull())
        sqlite3_result_blob(context, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
}

void idTextFunction(sqlite3_context *context, int, sqlite3_value **v) {
    const auto *bytes = static_cast<const char *>(sqlite3_value_blob(v[0]));
    const RecordId id = RecordId::fromBytes(QByteArray(bytes, sqlite3_value_bytes(v[0])));
    if (!id.isNull())
        give(context, id.text());
}

// Dates.

template <double (*part)(QDate)>
void partFunction(sqlite3_context *context, int, sqlite3_value **v) {
    const QDate day = dateFrom(v[0]);
    give(context, day.isValid() ? part(day) : emptyNumber);
}

double yearOf(QDate day) { return day.year(); }
double monthOf(QDate day) { return day.month(); }
double dayOfMonth(QDate day) { return day.day(); }

QTimeZone zoneNamed(sqlite3_value *v) { return QTimeZone(textOf(v).value_or(QString()).toUtf8()); }

void deleteZone(void *zone) { delete static_cast<ZoneTime *>(zone); }

/// SQLite keeps what is known of the zone for as long as the statement runs.
void dateFunction(sqlite3_context *context, int, sqlite3_value **v) {
    if (isNull(v[0]))
        return;
    const Instant at{sqlite3_value_int64(v[0])};
    if (auto *kept = static_cast<ZoneTime *>(sqlite3_get_auxdata(context, 1)))
        return give(context, dateOf(at, *kept));
    auto zone = std::make_unique<ZoneTime>(zoneNamed(v[1]));
    give(context, dateOf(at, *zone));
    sqlite3_set_auxdata(context, 1, zone.release(), deleteZone);
}

void shiftDateFunction(sqlite3_context *context, int, sqlite3_value **v) {
    give(context, plus(dateFrom(v[0]), sqlite3_value_int(v[1]), sqlite3_value_int64(v[2])));
}

void shiftInstantFunction(sqlite3_context *context, int, sqlite3_value **v) {
    if (isNull(v[0]))
        return;
    const auto at = plus(Instant{sqlite3_value_int64(v[0])}, sqlite3_value_int(v[1]),
                         sqlite3_value_int64(v[2]), zoneNamed(v[3]));
    if (at)
        sqlite3_result_int64(context, at->ms);
}

// Aggregates.

struct Totals {
    NumberSum numbers;
    MoneySum amounts;
    std::optional<Money> least;
    std::optional<Money> greatest;
    bool isMoney = false;
    bool mixed = false;

    void add(const Money &money) {
        isMoney = true;
        amounts.add(money);
        const auto order = least ? compare(money, *least) : std::optional(0);
        mixed = mixed || !order;
        if (!least || (order && *order < 0))
            least = money;
        if (!greatest || compare(money, *greatest).value_or(0) > 0)
            greatest = money;
    }
};

void addFunction(sqlite3_context *context, int, sqlite3_value **v) {
    if (isNull(v[0]))
        return;
    auto **slot = static_cast<Totals **>(sqlite3_aggregate_context(context, sizeof(Totals *)));
    if (!slot)
        return sqlite3_result_error_nomem(context);
    if (!*slot)
        *slot = new Totals;
    if (const auto amount = moneyOf(v[0]))
        (*slot)->add(*amount);
    else
        (*slot)->numbers.add(sqlite3_value_double(v[0]));
}

/// Hands the totals over, if any row was added; SQLite calls this also where a statement ends
/// early.
template <void (*finish)(sqlite3_context *, Totals &)> void endFunction(sqlite3_context *context) {
    auto **slot = static_cast<Totals **>(sqlite3_aggregate_context(context, 0));
    if (!slot || !*slot)
        return sqlite3_result_null(context);
    const std::unique_ptr<Totals> totals(std::exchange(*slot, nullptr));
    finish(context, *totals);
}

void giveSum(sqlite3_context *context, Totals &totals) {
    totals.isMoney ? give(context, totals.amounts.sum()) : give(context, totals.numbers.sum());
}

void giveAverage(sqlite3_context *context, Totals &totals) {
    totals.isMoney ? give(context, totals.amounts.average())
                   : give(context, totals.numbers.average());
}

void giveLeast(sqlite3_context *context, Totals &totals) {
    give(context, totals.mixed ? std::nullopt : totals.least);
}

void giveGreatest(sqlite3_context *context, Totals &totals) {
    give(context, totals.mixed ? std::nullopt : totals.greatest);
}

struct Entry {
    const char *name;
    int arguments; ///< -1: any number.
    void (*call)(sqlite3_context *, int, sqlite3_value **);
    void (*step)(sqlite3_context *, int, sqlite3_value **) = nullptr;
    void (*final)(sqlite3_context *) = nullptr;
};

constexpr std::array entries{
    Entry{"dw_money", 2, moneyFunction},
    Entry{"dw_plus", 2, twoAmounts<added>},
    Entry{"dw_minus", 2, twoAmounts<subtracted>},
    Entry{"dw_negate", 1, negateFunction},
    Entry{"dw_abs", 1, absFunction},
    Entry{"dw_times", 2, amountAndNumber<times>},
    Entry{"dw_over", 2, amountAndNumber<over>},
    Entry{"dw_ratio", 2, ratioFunction},
    Entry{"dw_compare", 2, compareFunction},
    Entry{"dw_least", -1, extremeFunction<-1>},
    Entry{"dw_greatest", -1, extremeFunction<1>},
    Entry{"dw_finite", 1, finiteFunction},
    Entry{"dw_round", 2, roundFunction},
    Entry{"dw_lower", 1, lowerFunction},
    Entry{"dw_length", 1, lengthFunction},
    Entry{"dw_id", 1, idFunction},
    Entry{"dw_id_text", 1, idTextFunction},
    Entry{"dw_year", 1, partFunction<yearOf>},
    Entry{"dw_quarter", 1, partFunction<quarterOf>},
    Entry{"dw_month", 1, partFunction<monthOf>},
    Entry{"dw_day", 1, partFunction<dayOfMonth>},
    Entry{"dw_date", 2, dateFunction},
    Entry{"dw_shift_date", 3, shiftDateFunction},
    Entry{"dw_shift_instant", 4, shiftInstantFunction},
    Entry{"dw_sum", 1, nullptr, addFunction, endFunction<giveSum>},
    Entry{"dw_avg", 1, nullptr, addFunction, endFunction<giveAverage>},
    Entry{"dw_minimum", 1, nullptr, addFunction, endFunction<giveLeast>},
    Entry{"dw_maximum", 1, nullptr, addFunction, endFunction<giveGreatest>}};

} // namespace

int registerExpressionFunctions(sqlite3 *db) {
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    for (const Entry &entry : entries) {
        const int code = sqlite3_create_function_v2(db, entry.name, entry.arguments, flags, nullptr,
                                                    entry.call, entry.step, entry.final, nullptr);
        if (code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}

QByteArray packed(const Money &money) {
    QByteArray bytes(packedSize, '\0');
    qToBigEndian(money.minor(), bytes.data());
    const QByteArray code = money.currency().code().toLatin1();
    bytes.replace(8, code.size(), code);
    return bytes;
}

std::optional<Money> unpacked(const char *bytes, int size) {
    if (!bytes || size != packedSize)
        return std::nullopt;
    const auto currency = Currency::fromCode(QString::fromLatin1(bytes + 8, 3));
    return currency ? std::optional(Money(qFromBigEndian<qint64>(bytes), *currency)) : std::nullopt;
}

} // namespace dw
