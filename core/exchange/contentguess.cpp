// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/contentguess.h"

#include <algorithm>
#include <array>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

struct Signature {
    QByteArrayView bytes;
    ContentGuess::Kind kind;
    const char16_t *name;
};

/// The longer mark goes before the one that it starts with.
const std::array signatures{
    Signature{QByteArrayView("\xFF\xFE\0\0", 4), ContentGuess::Kind::Encoding, u"UTF-32"},
    Signature{QByteArrayView("\0\0\xFE\xFF", 4), ContentGuess::Kind::Encoding, u"UTF-32"},
    Signature{QByteArrayView("\xFF\xFE", 2), ContentGuess::Kind::Encoding, u"UTF-16"},
    Signature{QByteArrayView("\xFE\xFF", 2), ContentGuess::Kind::Encoding, u"UTF-16"},
    Signature{QByteArrayView("PK\x03\x04", 4), ContentGuess::Kind::Workbook, u"XLSX"},
    Signature{QByteArrayView("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8), ContentGuess::Kind::Workbook,
              u"XLS"},
    Signature{QByteArrayView("\x1F\x8B", 2), ContentGuess::Kind::Binary, u"GZIP"},
    Signature{QByteArrayView("SQLite format 3\0", 16), ContentGuess::Kind::Binary, u"SQLite"},
};

/// Zeros at one of each two places and hardly any at the other.
bool zerosAlternate(QByteArrayView start) {
    constexpr qsizetype enough = 8;
    std::array<qsizetype, 2> zeros{0, 0};
    for (qsizetype i = 0; i < start.size(); ++i)
        zeros[size_t(i % 2)] += start[i] == 0 ? 1 : 0;
    const qsizetype more = std::max(zeros[0], zeros[1]);
    const qsizetype fewer = std::min(zeros[0], zeros[1]);
    return start.size() >= enough && more * 4 >= start.size() && fewer * 10 <= more;
}

bool isLead(uchar c) { return c >= 0x81 && c <= 0xFE; }
bool isTrail(uchar c) { return c >= 0x40 && c <= 0xFE && c != 0x7F; }

} // namespace

ContentGuess guessContent(QByteArrayView start) {
    for (const Signature &signature : signatures) {
        if (start.startsWith(signature.bytes))
            return {signature.kind, QString::fromUtf16(signature.name)};
    }
    if (zerosAlternate(start))
        return {ContentGuess::Kind::Encoding, u"UTF-16"_s};
    const qsizetype zeros = std::count(start.begin(), start.end(), '\0');
    // A stray zero is a mistake in one row; many are no text.
    if (zeros > 4 && zeros * 20 > start.size())
        return {ContentGuess::Kind::Binary, {}};
    return {};
}

bool looksLikeGbk(QByteArrayView bytes) {
    qsizetype pairs = 0;
    qsizetype common = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto lead = uchar(bytes[i]);
        if (lead < 0x80)
            continue;
        if (!isLead(lead) || i + 1 == bytes.size())
            return false;
        const auto trail = uchar(bytes[++i]);
        if (!isTrail(trail))
            return false;
        ++pairs;
        common += lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1 ? 1 : 0;
    }
    return pairs > 0 && common * 10 >= pairs * 8;
}

} // namespace dw
