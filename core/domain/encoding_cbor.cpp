// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/encoding.h"

#include <QStringDecoder>
#include <bit>
#include <cmath>
#include <limits>

namespace dw {

namespace {

// Major types of RFC 8949, section 3.1.
constexpr quint8 unsignedInteger = 0;
constexpr quint8 negativeInteger = 1;
constexpr quint8 byteString = 2;
constexpr quint8 textString = 3;
constexpr quint8 arrayOf = 4;
constexpr quint8 mapOf = 5;
constexpr quint8 tagged = 6;
constexpr quint8 simple = 7;
constexpr quint8 none = 0xFF;

// Simple values and the 64-bit float, as the low five bits of a head of major type 7.
constexpr quint8 infoFalse = 20;
constexpr quint8 infoTrue = 21;
constexpr quint8 infoNull = 22;
constexpr quint8 infoUndefined = 23;
constexpr quint8 infoDouble = 27;

constexpr quint8 initial(quint8 major, quint8 info) { return quint8((major << 5) | info); }

/// The smallest number that needs the 1, 2, 4 or 8 bytes which `info` 24 to 27 announces.
constexpr quint64 smallest(quint8 info) {
    return info == 24 ? 24 : quint64(1) << (4U << (info - 24U));
}

} // namespace

void CanonicalWriter::head(quint8 major, quint64 n) {
    if (n < 24) {
        m_out.append(char(initial(major, quint8(n))));
        return;
    }
    quint8 info = 24;
    while (info < 27 && n >= smallest(quint8(info + 1)))
        ++info;
    m_out.append(char(initial(major, info)));
    for (int shift = (8 << (info - 24)) - 8; shift >= 0; shift -= 8)
        m_out.append(char(n >> shift));
}

void CanonicalWriter::integer(qint64 v) {
    if (v >= 0)
        head(unsignedInteger, quint64(v));
    else
        head(negativeInteger, ~quint64(v));
}

void CanonicalWriter::real(double v) {
    Q_ASSERT(std::isfinite(v));
    m_out.append(char(initial(simple, infoDouble)));
    const auto bits = std::bit_cast<quint64>(v == 0.0 ? 0.0 : v);
    for (int shift = 56; shift >= 0; shift -= 8)
        m_out.append(char(bits >> shift));
}

void CanonicalWriter::text(const QString &t) {
    const QByteArray utf8 = t.toUtf8();
    head(textString, quint64(utf8.size()));
    m_out.append(utf8);
}

void CanonicalWriter::bytes(const QByteArray &b) {
    head(byteString, quint64(b.size()));
    m_out.append(b);
}

void CanonicalWriter::boolean(bool b) {
    m_out.append(char(initial(simple, b ? infoTrue : infoFalse)));
}

void CanonicalWriter::null() { m_out.append(char(initial(simple, infoNull))); }
void CanonicalWriter::undefined() { m_out.append(char(initial(simple, infoUndefined))); }
void CanonicalWriter::tag(quint64 t) { head(tagged, t); }
void CanonicalWriter::array(quint64 count) { head(arrayOf, count); }
void CanonicalWriter::map(quint64 pairs) { head(mapOf, pairs); }
void CanonicalWriter::raw(const QByteArray &encoded) { m_out.append(encoded); }

CanonicalReader::Kind CanonicalReader::kind() const {
    if (m_failed || atEnd())
        return Kind::Other;
    const auto first = quint8(m_in.at(m_at));
    switch (first >> 5) {
    case unsignedInteger:
    case negativeInteger:
        return Kind::Integer;
    case textString:
        return Kind::Text;
    case tagged:
        return Kind::Tag;
    case simple:
        return first == initial(simple, infoDouble) ? Kind::Real : Kind::Boolean;
    default:
        return Kind::Other;
    }
}

bool CanonicalReader::take(quint8 byte) {
    const bool there = !m_failed && !atEnd() && quint8(m_in.at(m_at)) == byte;
    if (there)
        ++m_at;
    return there;
}

CanonicalReader::Head CanonicalReader::head() {
    const Head nothing{none, 0, 0};
    if (m_failed || atEnd()) {
        fail();
        return nothing;
    }
    const quint8 first = quint8(m_in.at(m_at++));
    Head head{quint8(first >> 5), quint8(first & 31), quint64(first & 31)};
    if (head.info < 24)
        return head;
    const qsizetype size = head.info < 28 ? qsizetype(1) << (head.info - 24) : 0;
    if (size == 0 || size > left()) {
        fail();
        return nothing;
    }
    head.n = 0;
    for (qsizetype i = 0; i < size; ++i)
        head.n = (head.n << 8) | quint8(m_in.at(m_at++));
    // The eight bytes of a float are no length, so they have no shortest form.
    if (head.major != simple && head.n < smallest(head.info)) {
        fail();
        return nothing;
    }
    return head;
}

qint64 CanonicalReader::integer() {
    const Head h = head();
    const bool fits = h.n <= quint64(std::numeric_limits<qint64>::max());
    if (fits && h.major == unsignedInteger)
        return qint64(h.n);
    if (fits && h.major == negativeInteger)
        return -1 - qint64(h.n);
    fail();
    return 0;
}

double CanonicalReader::real() {
    const Head h = head();
    const double v = std::bit_cast<double>(h.n);
    const bool written = h.major == simple && h.info == infoDouble && std::isfinite(v)
                         && !(v == 0.0 && std::signbit(v));
    if (!written) {
        fail();
        return 0;
    }
    return v;
}

QByteArray CanonicalReader::string(quint8 major) {
    const Head h = head();
    if (h.major != major || h.n > quint64(left())) {
        fail();
        return {};
    }
    const QByteArray content = m_in.mid(m_at, qsizetype(h.n));
    m_at += content.size();
    return content;
}

QByteArray CanonicalReader::bytes() { return string(byteString); }

QString CanonicalReader::text() {
    const QByteArray utf8 = string(textString);
    // QString::fromUtf8 would swallow a byte order mark at the beginning.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless
                                                     | QStringDecoder::Flag::ConvertInitialBom);
    const QString t = decoder(utf8);
    if (decoder.hasError() || t.toUtf8() != utf8) {
        fail();
        return {};
    }
    return t;
}

bool CanonicalReader::boolean() {
    if (take(initial(simple, infoTrue)))
        return true;
    if (!take(initial(simple, infoFalse)))
        fail();
    return false;
}

bool CanonicalReader::tryNull() { return take(initial(simple, infoNull)); }
bool CanonicalReader::tryUndefined() { return take(initial(simple, infoUndefined)); }

quint64 CanonicalReader::tag() {
    const Head h = head();
    if (h.major == tagged)
        return h.n;
    fail();
    return 0;
}

quint64 CanonicalReader::array() { return count(arrayOf, 1); }
quint64 CanonicalReader::map() { return count(mapOf, 2); }

/// Every item takes a byte at least, so that a count can be held against what is left.
quint64 CanonicalReader::count(quint8 major, quint64 leastBytes) {
    const Head h = head();
    if (h.major == major && h.n <= quint64(left()) / leastBytes)
        return h.n;
    fail();
    return 0;
}

} // namespace dw
