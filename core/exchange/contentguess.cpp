// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/contentguess.h"

#include <algorithm>
#include <array>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

using Kind = ContentGuess::Kind;

struct Signature {
    QByteArrayView bytes;
    Kind kind;
    const char16_t *name;
    int mark;
};

constexpr QByteArrayView utf8Mark("\xEF\xBB\xBF", 3);

/// The longer mark goes before the one that it starts with.
const std::array signatures{
    Signature{QByteArrayView("\xFF\xFE\0\0", 4), Kind::Text, u"UTF-32LE", 4},
    Signature{QByteArrayView("\0\0\xFE\xFF", 4), Kind::Text, u"UTF-32BE", 4},
    Signature{QByteArrayView("\xFF\xFE", 2), Kind::Text, u"UTF-16LE", 2},
    Signature{QByteArrayView("\xFE\xFF", 2), Kind::Text, u"UTF-16BE", 2},
    Signature{QByteArrayView("\x84\x31\x95\x33", 4), Kind::Text, u"GB18030", 4},
    Signature{QByteArrayView("PK\x03\x04", 4), Kind::Archive, u"", 0},
    Signature{QByteArrayView("PK\x05\x06", 4), Kind::Archive, u"", 0},
    Signature{QByteArrayView("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8), Kind::Compound, u"", 0},
    Signature{QByteArrayView("\x1F\x8B", 2), Kind::Foreign, u"GZIP", 0},
    Signature{QByteArrayView("7z\xBC\xAF\x27\x1C", 6), Kind::Foreign, u"7z", 0},
    Signature{QByteArrayView("Rar!\x1A", 5), Kind::Foreign, u"RAR", 0},
    Signature{QByteArrayView("SQLite format 3\0", 16), Kind::Foreign, u"SQLite", 0},
    Signature{QByteArrayView("%PDF-", 5), Kind::Foreign, u"PDF", 0},
    Signature{QByteArrayView("{\\rtf", 5), Kind::Foreign, u"RTF", 0},
    Signature{QByteArrayView("PAR1", 4), Kind::Foreign, u"Parquet", 0},
    Signature{QByteArrayView("\x89PNG\r\n", 6), Kind::Foreign, u"PNG", 0},
    Signature{QByteArrayView("\xFF\xD8\xFF", 3), Kind::Foreign, u"JPEG", 0},
};

/// Some programs write a web page or XML and call it a workbook.
QString markupOf(QByteArrayView start) {
    const QByteArray head = start.first(qMin(start.size(), 1024)).trimmed().toByteArray().toLower();
    for (const char *tag : {"<html", "<!doctype html", "<table", "<meta", "<head", "<body"}) {
        if (head.startsWith(tag))
            return u"HTML"_s;
    }
    return head.startsWith("<?xml") ? u"XML"_s : QString();
}

/// The 16-bit unit at an even place.
char16_t unitAt(QByteArrayView bytes, qsizetype i, bool big) {
    const auto first = uchar(bytes[i]);
    const auto second = uchar(bytes[i + 1]);
    return char16_t(big ? first << 8 | second : second << 8 | first);
}

bool isPlainUnit(char16_t unit) {
    return (unit >= 0x20 && unit < 0x7F) || unit == u'\t' || unit == u'\r' || unit == u'\n';
}

/// Read with the other end first these are characters that hardly any text has, while letters
/// become Chinese ones.
bool isMarkUnit(char16_t unit) {
    return unit == u',' || unit == u';' || unit == u'"' || unit == u'\t' || unit == u'\r'
           || unit == u'\n';
}

/// UTF-16 without a mark, by its plain characters (separators and line ends at the least): they
/// stand with one of both ends first, and no unit is a zero or half of a pair alone.
QString unmarkedUtf16(QByteArrayView start) {
    constexpr qsizetype enough = 4;
    const qsizetype units = start.size() / 2;
    std::array<qsizetype, 2> plain{0, 0};
    std::array<qsizetype, 2> marks{0, 0};
    for (qsizetype i = 0; i < units; ++i) {
        for (const bool bigEnd : {false, true}) {
            const char16_t unit = unitAt(start, 2 * i, bigEnd);
            plain[bigEnd ? 1 : 0] += isPlainUnit(unit) ? 1 : 0;
            marks[bigEnd ? 1 : 0] += isMarkUnit(unit) ? 1 : 0;
        }
    }
    const auto &telling = marks[0] + marks[1] > 0 ? marks : plain;
    const bool big = telling[1] > telling[0];
    const qsizetype more = plain[big ? 1 : 0];
    if (more < enough || more * 20 < units || telling[big ? 0 : 1] * 10 > telling[big ? 1 : 0])
        return {};
    bool pairOpen = false;
    for (qsizetype i = 0; i < units; ++i) {
        const QChar unit(unitAt(start, 2 * i, big));
        if (unit.isNull() || unit.isLowSurrogate() != pairOpen)
            return {};
        pairOpen = unit.isHighSurrogate();
    }
    return big ? u"UTF-16BE"_s : u"UTF-16LE"_s;
}

/// Length of the UTF-8 character that begins there; 0 where none does, -1 where the bytes end.
qsizetype utf8Length(QByteArrayView bytes, qsizetype at) {
    const auto lead = uchar(bytes[at]);
    if (lead < 0x80)
        return 1;
    const qsizetype length = lead >= 0xC2 && lead < 0xE0   ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
    for (qsizetype i = 1; i < length; ++i) {
        if (at + i == bytes.size())
            return -1;
        const auto next = uchar(bytes[at + i]);
        const bool tooLow =
            i == 1 && ((lead == 0xE0 && next < 0xA0) || (lead == 0xF0 && next < 0x90));
        const bool tooHigh =
            i == 1 && ((lead == 0xED && next > 0x9F) || (lead == 0xF4 && next > 0x8F));
        if (next < 0x80 || next > 0xBF || tooLow || tooHigh)
            return 0;
    }
    return length;
}

/// How much of what is not plain reads as characters.
struct Reading {
    qsizetype good = 0;
    qsizetype broken = 0;
    qsizetype common = 0; ///< Among the good: of the area of common characters.
};

Reading asUtf8(QByteArrayView bytes, bool cut) {
    Reading reading;
    for (qsizetype i = 0; i < bytes.size();) {
        const qsizetype length = utf8Length(bytes, i);
        if (length < 0) {
            reading.broken += cut ? 0 : 1;
            break;
        }
        reading.good += length > 1 ? 1 : 0;
        reading.broken += length == 0 ? 1 : 0;
        i += qMax<qsizetype>(length, 1);
    }
    return reading;
}

Reading asGbk(QByteArrayView bytes, bool cut) {
    const auto isLead = [](uchar c) { return c >= 0x81 && c <= 0xFE; };
    const auto isDigit = [](uchar c) { return c >= '0' && c <= '9'; };
    Reading reading;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto lead = uchar(bytes[i]);
        if (lead < 0x80)
            continue;
        if (i + 1 == bytes.size()) {
            reading.broken += cut ? 0 : 1;
            break;
        }
        const auto trail = uchar(bytes[i + 1]);
        if (isLead(lead) && isDigit(trail) && i + 3 < bytes.size() && isLead(uchar(bytes[i + 2]))
            && isDigit(uchar(bytes[i + 3]))) {
            ++reading.good; // four bytes, which no other encoding has in this form
            ++reading.common;
            i += 3;
        } else if (isLead(lead) && trail >= 0x40 && trail <= 0xFE && trail != 0x7F) {
            ++reading.good;
            reading.common += lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1 ? 1 : 0;
            ++i;
        } else {
            ++reading.broken;
        }
    }
    return reading;
}

bool isGbk(const Reading &reading) {
    return reading.good > 0 && reading.broken * 50 <= reading.good
           && reading.common * 10 >= reading.good * 8;
}

/// Whether the byte is a letter or a sign that texts of Western Europe use.
bool isWestern(uchar c) {
    static constexpr QByteArrayView signs(
        "\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xA0\xA1"
        "\xA3\xA7\xA9\xAA\xAB\xAE\xB0\xB2\xB4\xB7\xBA\xBB\xBD\xBF");
    static constexpr QByteArrayView letters("\x8A\x8C\x8E\x9A\x9C\x9E\x9F");
    return (c >= 0xC0 && c != 0xD7 && c != 0xF7) || signs.contains(char(c))
           || letters.contains(char(c));
}

/// Accented letters are few and stand among plain ones; other scripts make long runs.
bool isWestern(QByteArrayView bytes) {
    qsizetype high = 0;
    qsizetype odd = 0;
    qsizetype run = 0;
    for (const char c : bytes) {
        run = uchar(c) < 0x80 ? 0 : run + 1;
        high += run > 0 ? 1 : 0;
        odd += run > 2 || (run > 0 && !isWestern(uchar(c))) ? 1 : 0;
    }
    return high > 0 && odd * 20 <= high;
}

/// The encoding of text that no mark names; empty where none can be told.
ContentGuess unmarkedText(QByteArrayView start, bool cut) {
    const Reading utf8 = asUtf8(start, cut);
    if (utf8.broken == 0)
        return {Kind::Text, u"UTF-8"_s, 0, utf8.good == 0};
    if (isGbk(asGbk(start, cut)))
        return {Kind::Text, u"GB18030"_s};
    // A damaged line is better named than the whole file given up.
    if (utf8.good >= 10 * utf8.broken)
        return {Kind::Text, u"UTF-8"_s};
    return {Kind::Text, isWestern(start) ? u"windows-1252"_s : QString()};
}

} // namespace

ContentGuess guessContent(QByteArrayView start, bool cut) {
    for (const Signature &signature : signatures) {
        if (start.startsWith(signature.bytes))
            return {signature.kind, QString::fromUtf16(signature.name), signature.mark};
    }
    const int mark = start.startsWith(utf8Mark) ? int(utf8Mark.size()) : 0;
    if (const QString markup = markupOf(start.sliced(mark)); !markup.isEmpty())
        return {Kind::Foreign, markup};
    if (mark > 0)
        return {Kind::Text, u"UTF-8"_s, mark};
    if (const QString utf16 = unmarkedUtf16(start); !utf16.isEmpty())
        return {Kind::Text, utf16};
    const qsizetype zeros = std::count(start.begin(), start.end(), '\0');
    // A stray zero is a mistake in one row; many are no text.
    if (zeros > 4 && zeros * 20 > start.size())
        return {Kind::Binary, {}};
    return unmarkedText(start, cut);
}

bool looksLikeGbk(QByteArrayView bytes) { return isGbk(asGbk(bytes, false)); }

} // namespace dw
