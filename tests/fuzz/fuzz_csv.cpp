// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv.h"

#include <QBuffer>

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

/// Gives as few bytes at a time as a slow pipe might.
class Drip final : public QIODevice {
public:
    Drip(QByteArray bytes, qint64 atOnce) : m_bytes(std::move(bytes)), m_atOnce(atOnce) {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *data, qint64 max) override {
        const qint64 count = qMin(qMin(max, m_atOnce), m_bytes.size() - m_at);
        std::copy_n(m_bytes.constData() + m_at, count, data);
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_atOnce;
    qint64 m_at = 0;
};

struct Outcome {
    QList<QStringList> rows;
    QList<qint64> lines;
    bool clean = true; ///< No failure, and no row with a problem.
    std::optional<dw::Error> failure;
};

Outcome readAll(QIODevice &device) {
    // Small limits, so that short inputs reach them.
    dw::CsvReader reader(device, {.cellBytes = 64, .rowBytes = 256, .cells = 16});
    Outcome outcome;
    dw::CsvRow row;
    for (;;) {
        const auto more = reader.next(row);
        if (!more) {
            outcome.failure = more.error();
            outcome.clean = false;
            return outcome;
        }
        if (!*more)
            return outcome;
        outcome.clean = outcome.clean && !row.problem;
        outcome.rows << row.cells;
        outcome.lines << row.line;
    }
}

void require(bool holds) {
    if (!holds)
        std::abort();
}

} // namespace

/// Any bytes: nothing crashes, the size of the blocks changes nothing, lines grow, and what was
/// read without a complaint is written and read back as the same rows.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    Drip whole(bytes, bytes.size() + 1);
    Drip slow(bytes, 1 + (size > 0 ? data[0] % 7 : 0));
    const Outcome outcome = readAll(whole);
    const Outcome again = readAll(slow);
    require(outcome.rows == again.rows && outcome.lines == again.lines
            && outcome.failure == again.failure);
    for (qsizetype i = 1; i < outcome.lines.size(); ++i)
        require(outcome.lines.at(i) > outcome.lines.at(i - 1));
    if (!outcome.clean)
        return 0;
    QByteArray written;
    for (const QStringList &cells : outcome.rows) {
        require(!cells.isEmpty());
        written += dw::csvLine(cells);
    }
    QBuffer buffer(&written);
    buffer.open(QIODevice::ReadOnly);
    require(readAll(buffer).rows == outcome.rows);
    return 0;
}
