// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/rejectsfile.h"

#include "core/domain/text.h"
#include "core/exchange/csv.h"
#include "core/services/targetfile.h"
#include "core/services/wording/wording.h"

#include <QSaveFile>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

// The colon keeps them apart from every key; English, so that each language reads them back.
const QString fileColumn = u"rejected: file"_s;
const QString lineColumn = u"rejected: line"_s;
const QString reasonColumn = u"rejected: reason"_s;

/// The columns of all files that have rejected rows, so that one file can hold them; a column that
/// occurs twice in a file has two places.
class Columns {
public:
    explicit Columns(const std::vector<std::pair<QString, QStringList>> &headers)
        : m_headers(headers) {}
    void meet(const RejectedRow &row) { (void)placesOf(row); }
    [[nodiscard]] const QStringList &names() const { return m_names; }
    [[nodiscard]] bool severalFiles() const { return m_files.size() > 1; }

    [[nodiscard]] QStringList cellsOf(const RejectedRow &row) {
        const QList<qsizetype> places = placesOf(row);
        QStringList cells(m_names.size());
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            if (places.at(i) >= 0)
                cells[places.at(i)] = row.cells.at(i);
        }
        return cells;
    }

private:
    /// Where each cell of the row goes; cells beyond the header get columns without a name, and
    /// what an earlier file of rejects added goes nowhere (-1).
    const QList<qsizetype> &placesOf(const RejectedRow &row) {
        if (!m_files.contains(row.file))
            m_files << row.file;
        const QStringList header = headerOf(row.file);
        QList<qsizetype> &places = m_places[{row.file, qMax(header.size(), row.cells.size())}];
        if (!places.isEmpty())
            return places;
        for (qsizetype i = 0; i < qMax(header.size(), row.cells.size()); ++i) {
            const QString name = header.value(i);
            if (isRejectColumn(name)) {
                places << -1;
                continue;
            }
            qsizetype at = m_names.indexOf(name);
            while (at >= 0 && places.contains(at))
                at = m_names.indexOf(name, at + 1);
            if (at < 0) {
                at = m_names.size();
                m_names << name;
            }
            places << at;
        }
        return places;
    }
    [[nodiscard]] QStringList headerOf(const QString &file) const {
        for (const auto &[name, header] : m_headers) {
            if (name == file)
                return header;
        }
        return {};
    }

    const std::vector<std::pair<QString, QStringList>> &m_headers;
    QHash<std::pair<QString, qsizetype>, QList<qsizetype>> m_places; ///< By file and width.
    QStringList m_names;
    QStringList m_files;
};

QString reasonsOf(const RejectedRow &row, Language language, const Catalog &catalog) {
    QStringList sentences;
    for (const Message &reason : row.reasons)
        sentences << word(reason, language, catalog);
    return sentences.join(u'\n');
}

Result<void> writeAll(QIODevice &device,
                      const std::vector<std::pair<QString, QStringList>> &headers,
                      const EachRejected &rows, Language language, const Catalog &catalog) {
    Columns columns(headers);
    if (auto met = rows([&](const RejectedRow &row) -> Result<void> {
            columns.meet(row);
            return {};
        });
        !met)
        return met;
    CsvWriter writer(device);
    QStringList header = columns.names();
    const bool severalFiles = columns.severalFiles();
    if (severalFiles)
        header << fileColumn;
    header << lineColumn << reasonColumn;
    if (auto written = writer.write(header); !written)
        return written;
    return rows([&](const RejectedRow &row) {
        QStringList cells = columns.cellsOf(row);
        if (severalFiles)
            cells << row.file;
        cells << QString::number(row.line) << reasonsOf(row, language, catalog);
        return writer.write(cells);
    });
}

} // namespace

bool isRejectColumn(const QString &header) {
    const QString folded = fold(header);
    return folded == fileColumn || folded == lineColumn || folded == reasonColumn;
}

Result<void> checkRejectsTarget(const QString &path, const QStringList &inputs) {
    const QMap<QString, QString> args{{u"file"_s, path}};
    const QString place = placeOf(path);
    for (const QString &input : inputs) {
        if (placeOf(input) == place)
            return makeError(ErrorKind::Invalid, u"import.rejects_is_input"_s, args);
    }
    const QFileInfo info(path);
    if ((info.exists() && !info.isFile()) || isOwnStream(info))
        return makeError(ErrorKind::Invalid, u"import.rejects_not_a_file"_s, args);
    QSaveFile file(path);
    // What is written here goes into a file of its own, which is dropped again.
    if (!file.open(QIODevice::WriteOnly) || file.write("\n") != 1 || !file.flush())
        return notWritten(u"import.rejects_unwritable"_s, path, file);
    file.cancelWriting();
    return {};
}

Result<void> writeRejects(const QString &path,
                          const std::vector<std::pair<QString, QStringList>> &headers,
                          const EachRejected &rows, Language language, const Catalog &catalog) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(u"import.rejects_not_written"_s, path, file);
    if (auto written = writeAll(file, headers, rows, language, catalog); !written) {
        const bool isOurs = written.error().message.id == "csv.write"_L1;
        return isOurs ? Result<void>(notWritten(u"import.rejects_not_written"_s, path, file))
                      : written;
    }
    // commit() overlooks what could not be flushed.
    if (!file.flush() || !file.commit())
        return notWritten(u"import.rejects_not_written"_s, path, file);
    return {};
}

Result<void> writeRejects(const QString &path, const ImportReport &report, Language language,
                          const Catalog &catalog) {
    const auto each = [&](const TakeRejected &take) -> Result<void> {
        for (const RejectedRow &row : report.rejects) {
            if (auto taken = take(row); !taken)
                return taken;
        }
        return {};
    };
    return writeRejects(path, report.headers, each, language, catalog);
}

RejectColumns::RejectColumns(const QStringList &header) {
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QString folded = fold(header.at(i));
        if (folded == fileColumn)
            m_file = i;
        else if (folded == lineColumn)
            m_line = i;
    }
}

std::optional<std::pair<QString, qint64>> RejectColumns::of(const QStringList &cells) const {
    bool isNumber = false;
    const qint64 line = m_line < 0 ? 0 : cells.value(m_line).trimmed().toLongLong(&isNumber);
    if (!isNumber || line < 1)
        return std::nullopt;
    return std::pair(m_file < 0 ? QString() : cells.value(m_file).trimmed(), line);
}

} // namespace dw
