// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/listfile.h"

#include "core/exchange/csv.h"
#include "core/exchange/tablewriter.h"
#include "core/services/exports/listcells.h"
#include "core/services/targetfile.h"

#include <QDir>
#include <QSaveFile>
#include <QTemporaryDir>
#include <filesystem>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

QString headerOf(const ListColumn &column, const ListExportRequest &request) {
    if (request.header == ListHeader::Keys)
        return column.key;
    const QString label = column.field.label.in(request.language);
    return request.formulas == FormulaTexts::Disarmed ? disarmed(label) : label;
}

CsvStyle styleOf(const ListExportRequest &request) {
    CsvStyle style;
    style.encoding = request.encoding == ListEncoding::Gb18030 ? u"GB18030"_s : u"UTF-8"_s;
    style.mark = request.encoding == ListEncoding::Utf8WithMark;
    style.separator = request.separator;
    return style;
}

class CsvList final : public ListFile {
public:
    explicit CsvList(const ListExportRequest &request)
        : m_request(request),
          m_file(request.path),
          m_writer(m_file, styleOf(request)) {}

    Result<void> begin() {
        if (!m_file.open(QIODevice::WriteOnly))
            return notWritten(u"export.unwritable"_s, m_request.path, m_file);
        QStringList header;
        for (const ListColumn &column : m_request.columns)
            header << headerOf(column, m_request);
        return put(header);
    }

    Result<void> write(const std::vector<FieldValue> &row) override {
        QStringList cells;
        for (size_t i = 0; i < row.size(); ++i) {
            const QString text =
                ListCells::text(m_request.columns[i].field, row[i], m_request.language);
            const bool mayRun =
                m_request.formulas == FormulaTexts::Disarmed && ListCells::isText(row[i]);
            cells << (mayRun ? disarmed(text) : text);
        }
        return put(cells);
    }

    Result<qint64> finish() override {
        const qint64 bytes = m_file.size();
        // commit() overlooks what could not be flushed.
        if (!m_file.flush() || !m_file.commit())
            return notWritten(u"export.not_written"_s, m_request.path, m_file);
        return bytes;
    }

private:
    Result<void> put(const QStringList &cells) {
        const auto written = m_writer.write(cells);
        if (written || written.error().message.id != "csv.write"_L1)
            return written;
        return notWritten(u"export.not_written"_s, m_request.path, m_file);
    }

    const ListExportRequest &m_request;
    QSaveFile m_file;
    CsvWriter m_writer;
};

double widthOf(const FieldDesc &field) {
    switch (field.type) {
    case FieldType::LongText:
        return 50;
    case FieldType::Text:
    case FieldType::Link:
    case FieldType::Email:
        return 28;
    case FieldType::Set:
    case FieldType::Phone:
    case FieldType::Person:
    case FieldType::Money:
    case FieldType::Instant:
        return 20;
    default:
        return 0;
    }
}

class XlsxList final : public ListFile {
public:
    /// The program's own files lie beside the place that the workbook goes to.
    XlsxList(const ListExportRequest &request, const QTimeZone &zone)
        : m_request(request),
          m_zone(zone),
          m_folder(request.path + u".part-XXXXXX"_s) {}

    Result<void> begin() {
        if (!m_folder.isValid())
            return makeError(ErrorKind::Io, u"export.unwritable"_s, {{u"file"_s, m_request.path}},
                             m_folder.errorString());
        std::vector<XlsxColumn> columns;
        columns.reserve(m_request.columns.size());
        for (const ListColumn &column : m_request.columns)
            columns.push_back({headerOf(column, m_request), widthOf(column.field)});
        auto writer = XlsxTableWriter::create(place(), m_request.sheet, columns, m_zone);
        if (!writer)
            return named(writer.error());
        m_writer = std::move(*writer);
        return {};
    }

    Result<void> write(const std::vector<FieldValue> &row) override {
        std::vector<FieldValue> cells = row;
        for (FieldValue &cell : cells) {
            if (m_request.formulas == FormulaTexts::Disarmed && ListCells::isText(cell))
                cell = FieldValue(disarmed(cell.as<QString>()));
        }
        const auto written = m_writer->write(cells);
        return written ? written : Result<void>(named(written.error()));
    }

    Result<qint64> finish() override {
        if (const auto finished = m_writer->finish(); !finished)
            return named(finished.error());
        m_writer.reset();
        const qint64 bytes = QFileInfo(place()).size();
        std::error_code failed;
        if (syncFile(place()))
            std::filesystem::rename(std::filesystem::path(place().toStdU16String()),
                                    std::filesystem::path(m_request.path.toStdU16String()), failed);
        else
            failed = std::make_error_code(std::errc::io_error);
        if (failed)
            return makeError(ErrorKind::Io, u"export.not_written"_s, {{u"file"_s, m_request.path}},
                             QString::fromStdString(failed.message()));
        return bytes;
    }

private:
    [[nodiscard]] QString place() const { return m_folder.filePath(u"list.xlsx"_s); }
    [[nodiscard]] Error named(Error error) const {
        if (error.message.id == "xlsx.write"_L1)
            error.message = {u"export.not_written"_s, {{u"file"_s, m_request.path}}};
        return error;
    }

    const ListExportRequest &m_request;
    QTimeZone m_zone;
    QTemporaryDir m_folder;
    std::unique_ptr<XlsxTableWriter> m_writer;
};

template <typename File> Result<std::unique_ptr<ListFile>> begun(std::unique_ptr<File> file) {
    if (const auto done = file->begin(); !done)
        return done.error();
    return std::unique_ptr<ListFile>(std::move(file));
}

} // namespace

Result<std::unique_ptr<ListFile>> ListFile::create(const ListExportRequest &request,
                                                   const QTimeZone &zone) {
    if (request.format == ListFormat::Csv)
        return begun(std::make_unique<CsvList>(request));
    return begun(std::make_unique<XlsxList>(request, zone));
}

} // namespace dw
