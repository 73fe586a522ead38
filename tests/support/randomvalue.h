// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/encoding.h"
#include "tests/support/random.h"

#include <bit>

namespace dw::test {

/// Any well-formed text, from plain to hostile, up to 40 characters.
inline QString randomText(Random &random) {
    static const std::vector<std::pair<char32_t, char32_t>> ranges{
        {U'a', U'z'},     {U'0', U'9'},       {0x4E00, 0x9FFF},    {0, 0x1F},
        {0x7F, 0xFF},     {0x300, 0x36F},     {0xE000, 0xF8FF},    {0xFDD0, 0xFDEF},
        {0xFE00, 0xFFFF}, {0x1F600, 0x1F64F}, {0x10FFF0, 0x10FFFF}};
    const auto &[from, to] = random.pick(ranges);
    QString text;
    for (int left = random.below(41); left > 0; --left) {
        const auto c = random.chance(0.3) ? char32_t(random.between('a', 'z'))
                                          : char32_t(random.between(from, to));
        text += QChar::fromUcs4(c);
    }
    return text;
}

/// Any number whose bits are as likely as others', so that all lengths of integers come up.
inline qint64 randomInteger(Random &random) { return qint64(random.bits()) >> random.below(64); }

inline Currency randomCurrency(Random &random) {
    QString code;
    for (int i = 0; i < 3; ++i)
        code += QChar(char16_t(random.between('A', 'Z')));
    return *Currency::fromCode(code);
}

inline QStringList randomTexts(Random &random) {
    QStringList texts;
    for (int left = random.below(6); left > 0; --left)
        texts << randomText(random);
    return texts;
}

/// A value of any type, and now and then an empty one.
inline FieldValue randomValue(Random &random) {
    switch (random.below(10)) {
    case 0:
        return random.chance(0.5);
    case 1:
        return randomInteger(random);
    case 2:
        return std::bit_cast<double>(random.bits());
    case 3:
        return randomText(random);
    case 4:
        return QDate::fromJulianDay(random.between(1'721'426, 5'373'484));
    case 5:
        return Instant{randomInteger(random)};
    case 6:
        return Money(randomInteger(random), randomCurrency(random));
    case 7:
        return RecordId{makeUuidV5(randomText(random))};
    case 8:
        return randomTexts(random);
    default:
        return {};
    }
}

inline LoggedValue randomLoggedValue(Random &random) {
    if (random.chance(0.1))
        return LoggedValue::absent();
    return random.chance(0.5) ? LoggedValue::given(randomValue(random))
                              : LoggedValue::changed(randomValue(random));
}

} // namespace dw::test
