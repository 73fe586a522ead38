// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table.h"
#include "core/exchange/tablewriter.h"
#include "tests/bench/bench.h"
#include "tests/bench/contactdata.h"

#include <QFile>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <memory>
#include <xlsxwriter.h>
#include <zip.h>

using namespace Qt::StringLiterals;

namespace dw::bench {
namespace {

constexpr int rows = 100'000;
constexpr int columns = 12;

/// Four texts, three amounts, two days, an instant, a number and a yes or no.
struct Row {
    explicit Row(int i)
        : texts{u"Deal %1"_s.arg(i), u"客户 %1"_s.arg(i % 5000), u"Anna Snelling %1"_s.arg(i % 40),
                u"trade fair, hall %1"_s.arg(i % 7)},
          minor{qint64(i) * 1237 % 90'000'000, qint64(i) * 71 % 5'000'000,
                qint64(i) * 13 % 700'000},
          day(QDate(2024, 1, 1).addDays(i % 700)) {}

    QString texts[4];
    qint64 minor[3];
    QDate day;
};

QString figure(double ms) {
    return u"%1 ms, peak of memory %2 MB"_s.arg(ms, 0, 'f', 0).arg(takePeakMemory(), 0, 'f', 0);
}

void writeOurs(const QString &path) {
    std::vector<XlsxColumn> header;
    for (int i = 0; i < columns; ++i)
        header.push_back({u"Column %1"_s.arg(i)});
    auto writer = XlsxTableWriter::create(path, u"Deals"_s, header, QTimeZone::utc());
    if (!writer)
        fail(writer.error().detail);
    const Currency yuan = *Currency::fromCode(u"CNY"_s);
    for (int i = 0; i < rows; ++i) {
        const Row row(i);
        const Instant at = Instant::fromUtc(row.day.startOfDay(Qt::UTC));
        std::vector<FieldValue> values;
        for (const QString &text : row.texts)
            values.emplace_back(text);
        for (const qint64 minor : row.minor)
            values.emplace_back(Money(minor, yuan));
        values.insert(values.end(), {row.day, row.day.addDays(30), at, double(i), i % 2 == 0});
        if (!(*writer)->write(values).ok())
            fail(u"a row was not written"_s);
    }
    if (const auto finished = (*writer)->finish(); !finished)
        fail(finished.error().detail);
}

/// The same cells by the library alone.
void writeBare(const QString &path) {
    lxw_workbook_options options{LXW_TRUE, nullptr, LXW_FALSE};
    lxw_workbook *book = workbook_new_opt(QFile::encodeName(path).constData(), &options);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "Deals");
    lxw_format *day = workbook_add_format(book);
    format_set_num_format(day, "yyyy-mm-dd");
    lxw_format *money = workbook_add_format(book);
    format_set_num_format(money, "[$CNY]\\ #,##0.00");
    for (int i = 0; i < columns; ++i)
        worksheet_write_string(sheet, 0, lxw_col_t(i), "Column", nullptr);
    for (int i = 0; i < rows; ++i) {
        const Row row(i);
        const auto r = lxw_row_t(i + 1);
        lxw_col_t c = 0;
        for (const QString &text : row.texts)
            worksheet_write_string(sheet, r, c++, text.toUtf8().constData(), nullptr);
        for (const qint64 minor : row.minor)
            worksheet_write_number(sheet, r, c++, double(minor) / 100, money);
        const double serial = double(row.day.toJulianDay() - 2'415'019);
        for (const double days : {serial, serial + 30, serial})
            worksheet_write_number(sheet, r, c++, days, day);
        worksheet_write_number(sheet, r, c++, i, nullptr);
        worksheet_write_boolean(sheet, r, c, i % 2, nullptr);
    }
    if (workbook_close(book) != LXW_NO_ERROR)
        fail(u"the library did not write the workbook"_s);
}

void readOurs(const QString &path) {
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        fail(file->errorString());
    auto table = openTable(std::move(file));
    if (!table)
        fail(table.error().message.id);
    TableRow row;
    qint64 count = 0;
    qint64 cells = 0;
    for (auto more = (*table)->next(row); more && *more; more = (*table)->next(row)) {
        ++count;
        cells += row.cells.size();
    }
    if (count != rows + 1 || cells != count * columns)
        fail(u"%1 rows and %2 cells were read"_s.arg(count).arg(cells));
}

/// Unpacks the sheet and passes over its XML, making no cell of it.
void readBare(const QString &path) {
    int code = 0;
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &code);
    zip_stat_t stat;
    if (!archive || zip_stat(archive, "xl/worksheets/sheet1.xml", 0, &stat) != 0)
        fail(u"the workbook cannot be opened"_s);
    QByteArray xml(qsizetype(stat.size), Qt::Uninitialized);
    zip_file_t *entry = zip_fopen_index(archive, stat.index, 0);
    if (!entry || zip_fread(entry, xml.data(), stat.size) != zip_int64_t(stat.size))
        fail(u"the sheet cannot be unpacked"_s);
    zip_fclose(entry);
    zip_discard(archive);
    QXmlStreamReader reader(xml);
    qint64 cells = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == "c"_L1)
            ++cells;
    }
    if (cells != qint64(rows + 1) * columns)
        fail(u"%1 cells were passed"_s.arg(cells));
}

void xlsx() {
    const QTemporaryDir folder;
    const QString ours = folder.filePath(u"ours.xlsx"_s);
    const QString bare = folder.filePath(u"bare.xlsx"_s);
    [[maybe_unused]] const double before = takePeakMemory();
    const double bareOut = milliseconds([&] { writeBare(bare); });
    line(u"%1 rows × %2 out, libxlsxwriter alone"_s.arg(rows).arg(columns), figure(bareOut));
    const double out = milliseconds([&] { writeOurs(ours); });
    line(u"the same by ours, typed"_s, figure(out), out / bareOut);
    const double bareIn = milliseconds([&] { readBare(ours); });
    line(u"the same in, unpacked and passed as XML"_s, figure(bareIn));
    const double in = milliseconds([&] { readOurs(ours); });
    line(u"the same by ours, as typed cells"_s, figure(in), in / bareIn);
}

} // namespace

DW_BENCH("xlsx", xlsx)

} // namespace dw::bench
