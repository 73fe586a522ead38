// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/rejectsfile.h"

#include "core/domain/text.h"
#include "core/exchange/csv.h"
#include "core/services/wording.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

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
    explicit Columns(const ImportReport &report) : m_report(report) {
        for (const RejectedRow &row : report.rejects)
            (void)placesOf(row);
    }
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
    QList<qsizetype> placesOf(const RejectedRow &row) {
        if (!m_files.contains(row.file))
            m_files << row.file;
        const QStringList header = headerOf(row.file);
        QList<qsizetype> places;
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
        header << fileColumn;
    header << lineColumn << reasonColumn;
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

/// Where the path leads, whether or not a file is there yet.
QString placeOf(const QString &path) {
    const QFileInfo info(path);
    const QString whole = info.canonicalFilePath();
    const QString folder = info.dir().canonicalPath();
    QString place = !whole.isEmpty()    ? whole
                    : !folder.isEmpty() ? folder + u'/' + info.fileName()
                                        : QDir::cleanPath(info.absoluteFilePath());
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    place = place.toLower();
#endif
    return place;
}

/// A path such as /dev/stdout leads to what the program writes to already; a file put in its place
/// would cut that off.
bool isOwnStream(QFileInfo info) {
    constexpr int mostLinks = 40;
    for (int i = 0; i < mostLinks; ++i) {
        if ((info.dir().canonicalPath() + u'/').startsWith("/proc/"_L1))
            return true;
        if (!info.isSymLink())
            return false;
        info.setFile(info.symLinkTarget());
    }
    return true;
}

Error notDone(const QString &id, const QString &path, const QFileDevice &file) {
    // Where a part of a block still fitted in, Qt names no reason.
    const bool full = file.error() == QFileDevice::ResourceError
                      || QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable() == 0;
    return makeError(full ? ErrorKind::Full : ErrorKind::Io, id, {{u"file"_s, path}},
                     file.errorString());
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
        return notDone(u"import.rejects_unwritable"_s, path, file);
    file.cancelWriting();
    return {};
}

Result<void> writeRejects(const QString &path, const ImportReport &report, Language language,
                          const Catalog &catalog) {
    QSaveFile file(path);
    // commit() overlooks what could not be flushed.
    if (!file.open(QIODevice::WriteOnly) || !writeAll(file, report, language, catalog)
        || !file.flush() || !file.commit())
        return notDone(u"import.rejects_not_written"_s, path, file);
    return {};
}

} // namespace dw
