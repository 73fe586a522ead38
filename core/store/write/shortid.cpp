// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/write/shortid.h"

#include "core/store/schema/migrations.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr auto alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"_L1;
constexpr int shortestCounter = 4;

QChar digit(quint64 value) { return QLatin1Char(alphabet[qsizetype(value & 31U)]); }

QChar asDigit(QChar typed) {
    const QChar c = typed.toUpper();
    if (c == u'O')
        return u'0';
    return c == u'I' || c == u'L' ? QChar(u'1') : c;
}

} // namespace

QString deviceCodeOf(DeviceId device) {
    // A v7 id begins with its time; its last bits are random.
    const QByteArray bytes = device.bytes();
    const quint64 last = (quint64(quint8(bytes.at(14))) << 8) | quint8(bytes.at(15));
    return QString(digit(last >> 5)) + digit(last);
}

QString shortIdOf(char letter, const QString &deviceCode, qint64 n) {
    Q_ASSERT(n > 0 && deviceCode.size() == 2);
    QString counter;
    for (auto rest = quint64(n); rest > 0; rest >>= 5)
        counter.prepend(digit(rest));
    return QString(QLatin1Char(letter)) + u'-' + deviceCode
           + counter.rightJustified(shortestCounter, u'0');
}

QString shortIdFromTyped(const QString &typed) {
    const QString text = typed.trimmed();
    if (text.size() < 4 + shortestCounter || text.size() > 20 || text.at(1) != u'-')
        return {};
    QString id = text.left(2).toUpper();
    for (qsizetype i = 2; i < text.size(); ++i) {
        const QChar c = asDigit(text.at(i));
        if (!alphabet.contains(c))
            return {};
        id += c;
    }
    return id;
}

Result<QString> peekShortId(Connection &c, char letter, qint64 ahead) {
    const auto code = meta(c, u"device_code"_s);
    if (!code)
        return code.error();
    auto last = c.prepare(u"SELECT last FROM short_counter WHERE letter=?"_s);
    if (!last)
        return last.error();
    last->bind(1, QString(QLatin1Char(letter)));
    const auto row = last->step();
    if (!row)
        return row.error();
    return shortIdOf(letter, *code, (*row ? last->integer(0) : 0) + 1 + ahead);
}

Result<QString> nextShortId(Connection &c, char letter, const QString &deviceCode) {
    auto draw = c.prepare(u"INSERT INTO short_counter(letter, last) VALUES(?, 1)"
                          " ON CONFLICT(letter) DO UPDATE SET last = last + 1 RETURNING last"_s);
    if (!draw)
        return draw.error();
    draw->bind(1, QString(QLatin1Char(letter)));
    const auto row = draw->step();
    if (!row)
        return row.error();
    const qint64 n = draw->integer(0);
    // Runs the statement to its end, which is where it counts as done.
    if (const auto end = draw->step(); !end)
        return end.error();
    return shortIdOf(letter, deviceCode, n);
}

} // namespace dw
