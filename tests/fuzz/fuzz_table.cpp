// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/textcodec.h"
#include "core/exchange/table.h"

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
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override {
        const qint64 count = qMin(qMin(most, m_atOnce), m_bytes.size() - m_at);
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
    std::optional<dw::Error> failure;
    dw::TableForm form;
};

void require(bool holds) {
    if (!holds)
        std::abort();
}

Outcome readAll(std::unique_ptr<QIODevice> device, const dw::TableForm &told) {
    // Small limits, so that short inputs reach them; the sample holds every input.
    constexpr dw::CsvLimits row{.cellBytes = 64, .rowBytes = 256, .cells = 16};
    Outcome outcome;
    auto table = dw::openTable(std::move(device), told, {.row = row, .tokenBytes = 4096});
    if (!table) {
        outcome.failure = table.error();
        return outcome;
    }
    outcome.form = (*table)->form();
    dw::TableRow read;
    qint64 line = 0;
    for (;;) {
        const auto more = (*table)->next(read);
        if (!more)
            outcome.failure = more.error();
        if (!more || !*more)
            return outcome;
        require(read.line > line && read.cells.size() <= row.cells);
        require(read.kinds.empty() || qsizetype(read.kinds.size()) == read.cells.size());
        line = read.line;
        outcome.rows << read.cells;
    }
}

dw::TableForm toldBy(std::uint8_t choice) {
    static const QString separators = u",;\t|，"_s;
    dw::TableForm told;
    if (choice & 1)
        told.encoding = dw::usualEncodings().at((choice >> 1) % dw::usualEncodings().size());
    if (choice & 32)
        told.separator = separators.at((choice >> 5) % separators.size());
    if (choice & 128)
        told.quote = choice & 64 ? QChar(u'\'') : QChar();
    return told;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// The last byte chooses what is told, the others are the file: nothing crashes, and a pipe that
/// drips gives the same rows and the same failure.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size) - 1);
    const dw::TableForm told = toldBy(data[size - 1]);
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    const Outcome whole = readAll(std::move(buffer), told);
    const Outcome slow = readAll(std::make_unique<Drip>(bytes, 1 + data[size - 1] % 7), told);
    require(whole.rows == slow.rows && whole.form == slow.form && whole.failure == slow.failure);
    return 0;
}
