// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/money.h"
#include "core/exchange/csv.h"
#include "core/exchange/valueforms.h"
#include "core/exchange/xlsxformat.h"

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

void checkNumbers(const QString &text) {
    constexpr dw::NumberForm plain{u'.', QChar()};
    for (const dw::NumberForm form : {dw::NumberForm{u'.', u','}, dw::NumberForm{u',', u'.'}}) {
        if (const auto number = dw::plainNumber(text, form)) {
            bool isNumber = false;
            (void)number->toDouble(&isNumber);
            require(isNumber);
            require(number->size() > 200 || dw::plainNumber(*number, plain) == number);
        }
        const auto amount = dw::plainMoney(text, form, u"CNY"_s);
        if (!amount)
            continue;
        const auto money = dw::Money::fromText(*amount);
        require(money.ok() || money.error().message.id == "money.digits"_L1
                || money.error().message.id == "money.overflow"_L1);
    }
    const QString decimal = dw::plainDecimal(text);
    if (!decimal.isEmpty()) {
        bool isNumber = false;
        (void)dw::timesHundred(decimal).toDouble(&isNumber);
        require(isNumber);
    }
    (void)dw::lookOf(text);
}

void checkDays(const QString &text) {
    dw::ZoneTime zone(QTimeZone("Europe/Berlin"));
    for (const dw::DateOrder order :
         {dw::DateOrder::YearMonthDay, dw::DateOrder::MonthDayYear, dw::DateOrder::DayMonthYear}) {
        const auto day = dw::plainDate(text, order);
        require(!day
                || (QDate::fromString(*day, Qt::ISODate).isValid()
                    && dw::plainDate(*day, order) == day));
        const auto at = dw::plainInstant(text, order, zone);
        require(!at || dw::Instant::fromIso(*at).has_value());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// Any bytes as a column of cells, one a line: what is read as a number, an amount, a day or an
/// instant is text that our own fields take, and reads the same once more.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QStringList cells = text.split(u'\n');
    for (const QString &cell : cells) {
        checkNumbers(cell);
        checkDays(cell);
        require(dw::armedAgain(dw::disarmed(cell)) == cell);
    }
    const dw::ColumnForms forms = dw::guessColumn({cells.constData(), size_t(cells.size())});
    require(forms.confidence >= 0 && forms.confidence <= 1);
    return 0;
}
