// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/fieldvalue.h"

#include <QByteArray>

namespace dw {

/// What a field held: nothing at all (absent: the row or the field did not exist), given as empty
/// (null), emptied by someone (cleared), or a value. The three empties differ in bytes and in
/// history.
struct LoggedValue {
    enum class State : quint8 { Absent, Null, Cleared, Value };
    State state = State::Absent;
    FieldValue value;

    [[nodiscard]] static LoggedValue absent() { return {}; }
    /// Null where `v` is empty.
    [[nodiscard]] static LoggedValue given(FieldValue v);
    /// Cleared where `v` is empty.
    [[nodiscard]] static LoggedValue changed(FieldValue v);
    friend bool operator==(const LoggedValue &, const LoggedValue &) = default;
};

/// The canonical typed encoding of docs/FORMATS.md: deterministic CBOR (RFC 8949 section 4.2.1),
/// one encoding a value, the type part of the bytes. absent = undefined, null = null, cleared = tag
/// 60003 over null, bool, counter = integer, number = 64-bit float always, text = text string, date
/// = tag 100 over days since 1970-01-01, instant = tag 60001 over milliseconds, money = tag 60002
/// over [minor units, code], link = tag 37 over 16 bytes, set = tag 258 over a sorted array of
/// texts.
[[nodiscard]] QByteArray encodeValue(const LoggedValue &v);
/// Fails: "format.value" (Damaged) on anything that encodeValue would not have written.
[[nodiscard]] Result<LoggedValue> decodeValue(const QByteArray &bytes);

/// A writer of deterministic CBOR: definite lengths, shortest integers, 64-bit floats, map keys
/// handed over in order.
class CanonicalWriter {
public:
    void integer(qint64 v);
    void real(double v);
    void text(const QString &t);
    void bytes(const QByteArray &b);
    void boolean(bool b);
    void null();
    void undefined();
    void tag(quint64 t);
    void array(quint64 count);
    void map(quint64 pairs);
    void value(const LoggedValue &v);
    void raw(const QByteArray &encoded);
    [[nodiscard]] const QByteArray &data() const { return m_out; }

private:
    void head(quint8 major, quint64 n);
    QByteArray m_out;
};

/// The counterpart: reads what CanonicalWriter writes; every getter fails (sets failed()) on
/// anything else. Never reads past the end.
class CanonicalReader {
public:
    explicit CanonicalReader(const QByteArray &data) : m_in(data) {}
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_in.size(); }
    qint64 integer();
    double real();
    QString text();
    QByteArray bytes();
    bool boolean();
    bool tryNull();
    bool tryUndefined();
    quint64 tag();
    /// A count never exceeds what the remaining bytes can hold, so a loop over it is bounded.
    quint64 array();
    quint64 map();
    LoggedValue value();

private:
    struct Head {
        quint8 major;
        quint8 info;
        quint64 n;
    };
    Head head();
    enum class Kind : quint8 { Integer, Text, Boolean, Real, Tag, Other };
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] qsizetype left() const { return m_in.size() - m_at; }
    bool take(quint8 byte);
    QByteArray string(quint8 major);
    quint64 count(quint8 major, quint64 leastBytes);
    FieldValue taggedValue(quint64 tag);
    FieldValue money();
    FieldValue set();
    void fail() { m_failed = true; }
    QByteArray m_in;
    qsizetype m_at = 0;
    bool m_failed = false;
};

} // namespace dw
