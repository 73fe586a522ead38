// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/encoding.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

// Registered tags (RFC 8949, RFC 8943, the CBOR tag registry) and three of our own.
constexpr quint64 tagUuid = 37;
constexpr quint64 tagDays = 100;
constexpr quint64 tagSet = 258;
constexpr quint64 tagInstant = 60001;
constexpr quint64 tagMoney = 60002;
constexpr quint64 tagCleared = 60003;

constexpr qint64 epochJulianDay = 2'440'588; ///< 1970-01-01

/// Writes the value that a field holds, its type part of the bytes.
struct ValueWriter {
    CanonicalWriter &out;

    void operator()(std::monostate) const { out.null(); }
    void operator()(bool v) const { out.boolean(v); }
    void operator()(qint64 v) const { out.integer(v); }
    void operator()(double v) const { out.real(v); }
    void operator()(const QString &v) const { out.text(v); }
    void operator()(QDate v) const {
        out.tag(tagDays);
        out.integer(v.toJulianDay() - epochJulianDay);
    }
    void operator()(Instant v) const {
        out.tag(tagInstant);
        out.integer(v.ms);
    }
    void operator()(const Money &v) const {
        out.tag(tagMoney);
        out.array(2);
        out.integer(v.minor());
        out.text(v.currency().code());
    }
    void operator()(RecordId v) const {
        out.tag(tagUuid);
        out.bytes(v.bytes());
    }
    void operator()(const QStringList &v) const {
        out.tag(tagSet);
        out.array(quint64(v.size()));
        for (const QString &member : v)
            out.text(member);
    }
};

} // namespace

LoggedValue LoggedValue::given(FieldValue v) {
    return {v.isEmpty() ? State::Null : State::Value, std::move(v)};
}

LoggedValue LoggedValue::changed(FieldValue v) {
    return {v.isEmpty() ? State::Cleared : State::Value, std::move(v)};
}

void CanonicalWriter::value(const LoggedValue &v) {
    switch (v.state) {
    case LoggedValue::State::Absent:
        undefined();
        break;
    case LoggedValue::State::Null:
        null();
        break;
    case LoggedValue::State::Cleared:
        tag(tagCleared);
        null();
        break;
    case LoggedValue::State::Value:
        std::visit(ValueWriter{*this}, v.value.storage());
        break;
    }
}

LoggedValue CanonicalReader::value() {
    if (tryUndefined())
        return LoggedValue::absent();
    if (tryNull())
        return LoggedValue::given({});
    FieldValue v;
    switch (kind()) {
    case Kind::Integer:
        v = integer();
        break;
    case Kind::Text:
        v = text();
        break;
    case Kind::Boolean:
        v = boolean();
        break;
    case Kind::Real:
        v = real();
        break;
    case Kind::Tag: {
        const quint64 t = tag();
        if (t == tagCleared && tryNull())
            return LoggedValue::changed({});
        v = taggedValue(t);
        break;
    }
    case Kind::Other:
        fail();
    }
    return m_failed ? LoggedValue::absent() : LoggedValue::given(std::move(v));
}

/// Empty, and failed, where the tag is none of ours or stands over something else than it must.
FieldValue CanonicalReader::taggedValue(quint64 t) {
    FieldValue v;
    if (t == tagDays) {
        const qint64 days = integer();
        // Past these Qt has no date; with a margin, so that the sum below cannot overflow.
        constexpr qint64 farthest = 1'000'000'000'000;
        if (days > -farthest && days < farthest)
            v = QDate::fromJulianDay(epochJulianDay + days);
    } else if (t == tagInstant) {
        v = Instant{integer()};
    } else if (t == tagMoney) {
        v = money();
    } else if (t == tagUuid) {
        const QByteArray id = bytes();
        if (id.size() == 16)
            v = RecordId::fromBytes(id);
    } else if (t == tagSet) {
        v = set();
    }
    if (v.isEmpty())
        fail();
    return v;
}

FieldValue CanonicalReader::money() {
    if (array() != 2)
        return {};
    const qint64 minor = integer();
    const QString code = text();
    if (code.isEmpty())
        return Money(minor, Currency());
    const auto currency = Currency::fromCode(code);
    if (!currency || currency->code() != code)
        return {};
    return Money(minor, *currency);
}

FieldValue CanonicalReader::set() {
    QStringList members;
    const quint64 count = array();
    for (quint64 i = 0; i < count && !m_failed; ++i) {
        QString member = text();
        if (!members.isEmpty() && member <= members.constLast())
            fail();
        members.append(std::move(member));
    }
    return members;
}

QByteArray encodeValue(const LoggedValue &v) {
    CanonicalWriter out;
    out.value(v);
    return out.data();
}

Result<LoggedValue> decodeValue(const QByteArray &bytes) {
    CanonicalReader in(bytes);
    LoggedValue v = in.value();
    if (in.failed() || !in.atEnd())
        return makeError(ErrorKind::Damaged, u"format.value"_s, {},
                         QString::fromLatin1(bytes.left(64).toHex()));
    return v;
}

} // namespace dw
