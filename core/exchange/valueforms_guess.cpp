// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/datescan.h"
#include "core/exchange/plainsigns.h"

#include <algorithm>
#include <array>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array forms{NumberForm{u'.', u','}, NumberForm{u',', u'.'}};
constexpr std::array orders{DateOrder::MonthDayYear, DateOrder::DayMonthYear,
                            DateOrder::YearMonthDay};
constexpr double sure = 0.8; // share of the cells that make a column what they look like

/// Digits that name something rather than count it: "007", or more than a number can hold.
bool isCode(const QString &text) {
    constexpr qsizetype longest = 15;
    const auto digits = std::count_if(text.cbegin(), text.cend(), isPlainDigit);
    return digits > longest
           || (text.size() > 1 && text.startsWith(u'0') && isPlainDigit(text.at(1)));
}

bool isYesNo(const QString &text) {
    static const QStringList words{u"yes"_s, u"no"_s, u"true"_s, u"false"_s, u"y"_s,    u"n"_s,
                                   u"是"_s,  u"否"_s, u"有"_s,   u"无"_s,    u"是的"_s, u"不是"_s};
    return words.contains(text.toLower());
}

/// What the cells of a column say, counted.
class Count {
public:
    void add(const QString &cell, CellKind kind) {
        const QString text = withPlainSigns(cell);
        if (text.isEmpty() || kind == CellKind::Error)
            return;
        ++m_cells;
        switch (kind) {
        case CellKind::Number:
            ++m_numbers;
            return;
        case CellKind::Date:
            ++m_days;
            return;
        case CellKind::Instant:
            ++m_instants;
            return;
        case CellKind::YesNo:
            ++m_yesNos;
            return;
        case CellKind::Money:
            addNumber(text);
            return;
        case CellKind::Text:
        case CellKind::Error:
            break;
        }
        if (isYesNo(text))
            ++m_yesNos;
        else if (!addDate(text) && !isCode(text))
            addNumber(text);
    }

    [[nodiscard]] ColumnForms result() const {
        ColumnForms out;
        if (m_cells == 0)
            return out;
        const qsizetype numbers = m_numbers + qMax(m_fits[0], m_fits[1]);
        const bool money = m_named * 2 > numbers;
        const std::array<std::pair<ColumnLook, qsizetype>, 4> looks{
            {{ColumnLook::YesNo, m_yesNos},
             {money ? ColumnLook::Money : ColumnLook::Number, numbers},
             {m_instants > 0 ? ColumnLook::Instant : ColumnLook::Date, m_days + m_instants},
             {ColumnLook::Text, 0}}};
        const auto &best =
            *std::max_element(looks.cbegin(), looks.cend(),
                              [](const auto &a, const auto &b) { return a.second < b.second; });
        out.confidence = double(best.second) / double(m_cells);
        out.look = out.confidence >= sure ? best.first : ColumnLook::Text;
        if (out.look == ColumnLook::Text)
            out.confidence = 1 - out.confidence;
        fillNumbers(out);
        fillDates(out);
        return out;
    }

private:
    bool addDate(const QString &text) {
        const auto scanned = scanDate(text);
        if (!scanned)
            return false;
        bool fits = false;
        for (const DateOrder order : orders)
            fits = fits || scanned->day(order).isValid();
        if (!fits)
            return false;
        const bool timed = scanned->time && (*scanned->time != QTime(0, 0) || scanned->offset);
        m_instants += timed ? 1 : 0;
        m_days += timed ? 0 : 1;
        if (scanned->shape != DayShape::Named)
            addOpenDay(*scanned, text);
        return true;
    }

    /// A day of short numbers; points between them are a custom of those who put the day first.
    void addOpenDay(const ScannedDate &scanned, const QString &text) {
        ++m_open;
        m_yearLast += scanned.shape == DayShape::YearLast ? 1 : 0;
        m_dotted += scanned.mark == u'.' ? 1 : 0;
        QDate first;
        for (size_t i = 0; i < orders.size(); ++i) {
            const QDate day = scanned.day(orders[i]);
            m_orderFits[i] += day.isValid() ? 1 : 0;
            if (first.isValid() && day.isValid() && day != first && m_example.isEmpty())
                m_example = text;
            first = first.isValid() ? first : day;
        }
    }

    void addNumber(const QString &text) {
        std::array<std::optional<QString>, forms.size()> read;
        bool fits = false;
        for (size_t i = 0; i < forms.size(); ++i) {
            read[i] = plainNumber(text, forms[i]);
            if (!read[i])
                read[i] = plainMoney(text, forms[i]);
            m_fits[i] += read[i] ? 1 : 0;
            fits = fits || read[i];
        }
        if (!fits)
            return;
        const QString &any = read[0] ? *read[0] : *read[1];
        if (any.size() > 4 && any.at(3) == u' ') {
            ++m_named;
            const QString code = any.first(3);
            m_mixed = m_mixed || (!m_currency.isEmpty() && m_currency != code);
            m_currency = code;
        }
        m_only[0] += read[0] && !read[1] ? 1 : 0;
        m_only[1] += read[1] && !read[0] ? 1 : 0;
        m_differ += read[0] && read[1] && *read[0] != *read[1] ? 1 : 0;
    }

    void fillNumbers(ColumnForms &out) const {
        out.number = m_only[1] > m_only[0] ? forms[1] : forms[0];
        out.numberIsAmbiguous = m_differ > 0 && m_only[0] == m_only[1];
        out.numberTells = m_only[0] != m_only[1];
        out.currency = m_mixed || out.look != ColumnLook::Money ? QString() : m_currency;
    }

    void fillDates(ColumnForms &out) const {
        out.example = m_example;
        if (m_open == 0)
            return;
        // A year of four digits behind rules out that it stands in front.
        const size_t possible = m_yearLast > 0 ? orders.size() - 1 : orders.size();
        const auto end = m_orderFits.cbegin() + possible;
        const auto best = std::max_element(m_orderFits.cbegin(), end);
        const bool several = std::count(m_orderFits.cbegin(), end, *best) > 1;
        if (m_dotted * 2 > m_open)
            out.order = DateOrder::DayMonthYear;
        else if (!several)
            out.order = orders[size_t(best - m_orderFits.cbegin())];
        else
            out.orderIsAmbiguous = !m_example.isEmpty();
        out.orderTells = !several || m_dotted * 2 > m_open;
    }

    qsizetype m_cells = 0;
    qsizetype m_numbers = 0, m_days = 0, m_instants = 0, m_yesNos = 0;
    std::array<qsizetype, forms.size()> m_fits{}; ///< Cells that read in a form …
    std::array<qsizetype, forms.size()> m_only{}; ///< … in that alone …
    qsizetype m_differ = 0;                       ///< … in both, as different numbers.
    qsizetype m_named = 0;                        ///< Cells that name a currency.
    bool m_mixed = false;
    QString m_currency;
    std::array<qsizetype, orders.size()> m_orderFits{};
    qsizetype m_open = 0, m_yearLast = 0, m_dotted = 0; ///< Days of short numbers.
    QString m_example;
};

bool holdsDays(const ColumnForms &column) {
    return column.look == ColumnLook::Date || column.look == ColumnLook::Instant;
}

} // namespace

ColumnForms guessColumn(std::span<const QString> cells, std::span<const CellKind> kinds) {
    Count count;
    for (size_t i = 0; i < cells.size(); ++i)
        count.add(cells[i], i < kinds.size() ? kinds[i] : CellKind::Text);
    return count.result();
}

FileDates datesOfFile(std::span<const ColumnForms> columns) {
    FileDates out;
    bool contradict = false;
    bool needed = false;
    for (const ColumnForms &column : columns) {
        if (!holdsDays(column))
            continue;
        if (column.orderIsAmbiguous) {
            needed = true;
            out.examples << column.example;
        } else if (column.orderTells) {
            contradict = contradict || (out.order && *out.order != column.order);
            out.order = column.order;
        }
    }
    if (contradict)
        out.order.reset();
    out.isAmbiguous = needed && !out.order;
    return out;
}

NumberForm numbersOfFile(std::span<const ColumnForms> columns) {
    std::optional<NumberForm> told;
    for (const ColumnForms &column : columns) {
        if (!column.numberTells
            || (column.look != ColumnLook::Number && column.look != ColumnLook::Money))
            continue;
        if (told && *told != column.number)
            return {};
        told = column.number;
    }
    return told.value_or(NumberForm{});
}

} // namespace dw
