// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table.h"

#include "core/exchange/tableformats.h"

#include <QDateTime>
#include <QFileDevice>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

QString stampOf(const QIODevice &device) {
    const auto *file = qobject_cast<const QFileDevice *>(&device);
    if (!file || file->isSequential())
        return {};
    return u"%1:%2"_s.arg(file->size())
        .arg(file->fileTime(QFileDevice::FileModificationTime).toMSecsSinceEpoch());
}

Error invalid(const char *id, QMap<QString, QString> args = {}) {
    return makeError(ErrorKind::Invalid, QString::fromLatin1(id), std::move(args));
}

/// Up to `most` bytes; a device may give a few at a time.
Result<QByteArray> readSome(QIODevice &device, qint64 most) {
    QByteArray bytes;
    while (bytes.size() < most) {
        const qsizetype before = bytes.size();
        bytes.resize(qMin(most, before + (1 << 16)));
        const qint64 got = device.read(bytes.data() + before, bytes.size() - before);
        bytes.resize(before + qMax<qint64>(got, 0));
        if (got < 0)
            return makeError(ErrorKind::Io, u"table.read"_s, {}, device.errorString());
        if (got == 0)
            break;
    }
    return bytes;
}

/// A compound file is an old workbook, or the envelope of an encrypted one.
Error compoundError(SampledDevice &source, qint64 sampleBytes) {
    static const QString name = u"EncryptedPackage"_s;
    const QByteArray wanted(reinterpret_cast<const char *>(name.utf16()), name.size() * 2);
    bool encrypted = source.sample.contains(wanted);
    if (!encrypted && source.cut && !source.device->isSequential()) {
        source.device->seek(qMax<qint64>(0, source.device->size() - sampleBytes));
        encrypted = source.device->read(sampleBytes).contains(wanted);
    }
    return encrypted ? invalid("table.encrypted")
                     : invalid("table.format", {{u"format"_s, u"XLS"_s}});
}

/// Where the sample is plain, most encodings read it alike: looks on for the first character that
/// tells, and judges what follows it.
Result<ContentGuess> judge(SampledDevice &source, qint64 sampleBytes) {
    ContentGuess guess = guessContent(source.sample, source.cut);
    if (!guess.isPlain || !source.cut || source.device->isSequential())
        return guess;
    const qint64 behind = source.device->pos();
    for (;;) {
        const auto block = readSome(*source.device, 1 << 20);
        if (!block)
            return block.error();
        const auto high =
            std::find_if(block->cbegin(), block->cend(), [](char c) { return uchar(c) >= 0x80; });
        if (high != block->cend()) {
            QByteArray from = block->sliced(high - block->cbegin());
            const auto more = readSome(*source.device, sampleBytes);
            if (!more)
                return more.error();
            const ContentGuess later = guessContent(from + *more, true);
            if (later.kind == ContentGuess::Kind::Text && later.mark == 0)
                guess = later;
            break;
        }
        if (block->isEmpty())
            break;
    }
    if (!source.device->seek(behind))
        return makeError(ErrorKind::Io, u"table.read"_s, {}, source.device->errorString());
    return guess;
}

OpenedTable openSampled(SampledDevice source, const TableForm &told, const TableLimits &limits) {
    const auto guess = judge(source, limits.sampleBytes);
    if (!guess)
        return guess.error();
    switch (guess->kind) {
    case ContentGuess::Kind::Archive:
        if (told.format == TableFormat::Csv)
            return invalid("table.format", {{u"format"_s, u"ZIP"_s}});
        return openXlsxTable(std::move(source), told, limits);
    case ContentGuess::Kind::Compound:
        return compoundError(source, limits.sampleBytes);
    case ContentGuess::Kind::Foreign:
        return invalid("table.format", {{u"format"_s, guess->name}});
    case ContentGuess::Kind::Binary:
        if (told.encoding.isEmpty())
            return invalid("table.binary");
        break;
    case ContentGuess::Kind::Text:
        break;
    }
    if (told.format == TableFormat::Xlsx)
        return invalid("table.not_xlsx");
    return openCsvTable(std::move(source), *guess, told, limits);
}

} // namespace

Result<bool> TableReader::next(TableRow &row) {
    if (m_failure)
        return *m_failure;
    row.kinds.clear();
    row.problem.reset();
    auto more = read(row);
    // What was read from a file that moved underneath is worth nothing, least of all a failure.
    if ((!more || !*more) && hasChanged())
        more = invalid("table.changed");
    if (!more)
        m_failure = more.error();
    return more;
}

void TableReader::watch(const QIODevice &device, const QString &stamp) {
    m_watched = &device;
    m_stamp = stamp;
}

bool TableReader::hasChanged() const { return m_watched && stampOf(*m_watched) != m_stamp; }

OpenedTable openTable(std::unique_ptr<QIODevice> device, const TableForm &told,
                      const TableLimits &limits) {
    const QIODevice &watched = *device;
    const QString stamp = stampOf(watched);
    auto sample = readSome(*device, limits.sampleBytes);
    if (!sample)
        return sample.error();
    const bool cut = sample->size() == limits.sampleBytes;
    auto table = openSampled({std::move(device), std::move(*sample), cut}, told, limits);
    if (table && !stamp.isEmpty())
        (*table)->watch(watched, stamp);
    return table;
}

} // namespace dw
