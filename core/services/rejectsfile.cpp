// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv.h"
#include "core/services/importer.h"
#include "core/services/wording.h"

#include <QSaveFile>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// The columns of all files that have rejected rows, so that one file can hold them; a column that
/// occurs twice in a file has two places.
class Columns {
public:
    explicit Columns(const ImportReport &report) : m_report(report) {
        for (const RejectedRow &row : report.rejects)
            (void)placesOf(row);
    }
    [[nodiscard]] const QStringList &names() const { return m_names; }
    [[nodiscard]] bool severalFiles() const { return m_files.size() > 1; }

    [[nodiscard]] QStringList cellsOf(const RejectedRow &row) {
        const QList<qsizetype> places = placesOf(row);
        QStringList cells(m_names.size());
        for (qsizetype i = 0; i < row.cells.size(); ++i)
            cells[places.at(i)] = row.cells.at(i);
        return cells;
    }

private:
    /// Where each cell of the row goes; cells beyond the header get columns without a name.
    QList<qsizetype> placesOf(const RejectedRow &row) {
        if (!m_files.contains(row.file))
            m_files << row.file;
        const QStringList header = headerOf(row.file);
        QList<qsizetype> places;
        for (qsizetype i = 0; i < qMax(header.size(), row.cells.size()); ++i) {
            const QString name = header.value(i);
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
        for (const auto &[name, header] : m_report.headers) {
            if (name == file)
                return header;
        }
        return {};
    }

    const ImportReport &m_report;
    QStringList m_names;
    QStringList m_files;
};

QString reasonsOf(const RejectedRow &row, Language language, const Catalog &catalog) {
    QStringList sentences;
    for (const Message &reason : row.reasons)
        sentences << word(reason, language, catalog);
    return sentences.join(u'\n');
}

Result<void> writeAll(QIODevice &device, const ImportReport &report, Language language,
                      const Catalog &catalog) {
    Columns columns(report);
    CsvWriter writer(device);
    QStringList header = columns.names();
    if (columns.severalFiles())
        header << u"file"_s;
    header << u"line"_s << u"reason"_s;
    if (auto written = writer.write(header); !written)
        return written;
    for (const RejectedRow &row : report.rejects) {
        QStringList cells = columns.cellsOf(row);
        if (columns.severalFiles())
            cells << row.file;
        cells << QString::number(row.line) << reasonsOf(row, language, catalog);
        if (auto written = writer.write(cells); !written)
            return written;
    }
    return {};
}

} // namespace

Result<void> writeRejects(const QString &path, const ImportReport &report, Language language,
                          const Catalog &catalog) {
    QSaveFile file(path);
    file.setDirectWriteFallback(true); // A pipe or a device cannot be replaced.
    const auto failed = [&] {
        return makeError(ErrorKind::Io, u"import.rejects_not_written"_s, {{u"file"_s, path}},
                         file.errorString());
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    if (!writeAll(file, report, language, catalog) || !file.commit())
        return failed();
    return {};
}

} // namespace dw
