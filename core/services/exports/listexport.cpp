// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/listexport.h"

#include "core/services/exports/listcells.h"
#include "core/services/exports/listfile.h"
#include "core/services/targetfile.h"

#include <QDir>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsBetweenLooks = 1'000;
constexpr int noDeadline = 0;

Error cancelled() { return makeError(ErrorKind::Cancelled, u"cancelled"_s); }

class ListExporter {
public:
    ListExporter(Connection &c, const CatalogHolder &catalog, const ListExportRequest &request,
                 const ReadTime &time, const WorkProgress &progress, const StopToken &stop)
        : m_reader(c, catalog),
          m_values(m_reader, time),
          m_cells(c, catalog.get(), request.language),
          m_request(request),
          m_time(time),
          m_progress(progress),
          m_stop(stop) {}

    Result<ListExportReport> run(ListFile &file) {
        Query query{m_request.entity, m_request.where, {}, {}, 0, m_request.bin};
        const auto total = m_reader.count(query, m_time, noDeadline);
        if (!total)
            return total.error();
        m_total = *total;
        const bool asMade = m_request.order.keys.empty();
        if (const auto written = asMade ? writePages(query, file) : writeSorted(query, file);
            !written)
            return written.error();
        const auto bytes = file.finish();
        if (!bytes)
            return bytes.error();
        return ListExportReport{m_done, *bytes};
    }

private:
    /// Short ids are drawn one after the other, and each page begins where the last one ended.
    Result<void> eachAsMade(Query query, const std::function<Result<void>(const Row &)> &take) {
        query.sort = {{u"short_id"_s}};
        query.limit = int(rowsBetweenLooks);
        for (;;) {
            if (m_stop.requested())
                return cancelled();
            const auto page = m_reader.list(query, m_time, noDeadline);
            if (!page)
                return page.error();
            for (const Row &row : *page) {
                if (const auto taken = take(row); !taken)
                    return taken;
            }
            if (page->size() < size_t(query.limit))
                return {};
            query.after = page->back().record.id();
        }
    }

    Result<void> writePages(const Query &query, ListFile &file) {
        return eachAsMade(query, [&](const Row &row) { return write(row, file); });
    }

    /// Other orders are found out first, with an id (or a key, where only the program knows the
    /// order) of every row; then the rows are read one by one.
    Result<void> writeSorted(const Query &query, ListFile &file) {
        const auto ids = m_request.order.isStored() ? storedOrder(query) : ownOrder(query);
        if (!ids)
            return ids.error();
        for (const RecordId id : *ids) {
            if (m_done % rowsBetweenLooks == 0 && m_stop.requested())
                return cancelled();
            const auto row = m_reader.find(m_request.entity, id);
            if (!row)
                return row.error();
            if (const auto written = write(**row, file); !written)
                return written;
        }
        return {};
    }

    Result<std::vector<RecordId>> storedOrder(Query query) {
        query.sort = m_request.order.storedKeys();
        return m_reader.ids(query, m_time, noDeadline);
    }

    Result<std::vector<RecordId>> ownOrder(const Query &query) {
        RowOrder order(m_request.order, m_values);
        const auto read = eachAsMade(query, [&](const Row &row) {
            order.add(row);
            return Result<void>();
        });
        if (!read)
            return read.error();
        return order.sorted();
    }

    Result<void> write(const Row &row, ListFile &file) {
        m_row.clear();
        for (const ListColumn &column : m_request.columns) {
            auto value = m_cells.typed(column.field, m_values.value(column, row));
            if (!value)
                return value.error();
            m_row.push_back(*std::move(value));
        }
        if (m_progress && m_done % rowsBetweenLooks == 0)
            m_progress(m_done, m_total);
        ++m_done;
        return file.write(m_row);
    }

    Reader m_reader;
    RowValues m_values;
    ListCells m_cells;
    const ListExportRequest &m_request;
    ReadTime m_time;
    const WorkProgress &m_progress;
    const StopToken &m_stop;
    std::vector<FieldValue> m_row;
    qint64 m_total = 0;
    qint64 m_done = 0;
};

} // namespace

Result<ListFormat> listFormatOf(const QString &path) {
    if (path.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return ListFormat::Csv;
    if (path.endsWith(".xlsx"_L1, Qt::CaseInsensitive))
        return ListFormat::Xlsx;
    return makeError(ErrorKind::Invalid, u"export.unknown_format"_s, {{u"file"_s, path}});
}

Result<ListEncoding> listEncodingOf(const QString &name) {
    const QString lower = name.toLower();
    if (lower == "utf-8-bom"_L1)
        return ListEncoding::Utf8WithMark;
    if (lower == "utf-8"_L1)
        return ListEncoding::Utf8;
    if (lower == "gb18030"_L1)
        return ListEncoding::Gb18030;
    return makeError(ErrorKind::Invalid, u"export.unknown_encoding"_s,
                     {{u"value"_s, name.left(100)}});
}

Result<QChar> listSeparatorOf(const QString &name) {
    static const QString separators = u",;|\t"_s;
    if (name == "tab"_L1)
        return QChar(u'\t');
    if (name.size() == 1 && separators.contains(name))
        return name.at(0);
    return makeError(ErrorKind::Invalid, u"export.unknown_separator"_s,
                     {{u"value"_s, name.left(100)}});
}

std::vector<ListColumn> exportColumns(const Catalog &catalog, const EntityDesc &entity) {
    std::vector<ListColumn> columns{idColumn()};
    for (ListColumn &column : fieldColumns(catalog, entity))
        columns.push_back(std::move(column));
    return columns;
}

Result<void> checkExportTarget(const QString &path, const WorkspacePaths &paths) {
    if (isWithinWorkspace(path, paths))
        return makeError(ErrorKind::Invalid, u"export.own_file"_s, {{u"file"_s, path}});
    return checkTargetFile(path);
}

Result<ListExportReport> exportList(const ReadSource &source, const ListExportRequest &asked,
                                    const WorkProgress &progress, const StopToken &stop) {
    if (const auto checked = checkExportTarget(asked.path, source.paths); !checked)
        return checked.error();
    const auto c = Connection::open(source.paths.database(), OpenMode::ReadOnly, source.vfs);
    if (!c)
        return c.error();
    // Pages of one list must not contradict each other.
    const auto snapshot = Transaction::begin(**c, Transaction::Kind::Read);
    if (!snapshot)
        return snapshot.error();
    const EntityDesc *entity = source.catalog->entity(asked.entity);
    if (!entity)
        return makeError(ErrorKind::NotFound, u"catalog.unknown_entity"_s,
                         {{u"entity"_s, asked.entity.left(100)}});
    ListExportRequest request = asked;
    if (request.sheet.isEmpty())
        request.sheet = entity->pluralLabel.in(asked.language);
    if (request.columns.empty())
        request.columns = exportColumns(*source.catalog, *entity);
    auto file = ListFile::create(request, source.time.zone);
    if (!file)
        return file.error();
    const CatalogHolder catalog(source.catalog);
    return ListExporter(**c, catalog, request, source.time, progress, stop).run(**file);
}

} // namespace dw
