// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/plainlocale.h"
#include "core/exchange/tablewriter.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <xlsxwriter.h>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr int certainDigits = 15; // that a number cell holds exactly
constexpr double secondsOfDay = 86'400;

Error writeError(const QString &detail) {
    return makeError(errno == ENOSPC ? ErrorKind::Full : ErrorKind::Io, u"xlsx.write"_s, {},
                     detail);
}

/// What XML cannot hold, and what a reader would take for such a sign, as `_xHHHH_`.
QString escaped(const QString &text) {
    const auto isEscape = [&](qsizetype at) {
        const QStringView rest = QStringView(text).sliced(at);
        return rest.startsWith(u"_x") && rest.size() > 6 && rest[6] == u'_'
               && std::all_of(rest.begin() + 2, rest.begin() + 6, [](QChar c) {
                      const QChar small = c.toLower();
                      return (small >= u'0' && small <= u'9') || (small >= u'a' && small <= u'f');
                  });
    };
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool pair =
            i + 1 < text.size() && c.isHighSurrogate() && text.at(i + 1).isLowSurrogate();
        const bool control = c < u' ' && c != u'\t' && c != u'\n';
        const bool alone = c.isSurrogate() && !pair;
        if (control || alone || c >= QChar(0xFFFE) || isEscape(i)) {
            out +=
                u"_x%1_"_s.arg(int(c.unicode()), 4, 16, QChar(u'0')).toUpper().replace(u'X', u'x');
        } else {
            out += c;
            if (pair)
                out += text.at(++i);
        }
    }
    return out;
}

/// Rules for the names of sheets.
QByteArray sheetName(QString name) {
    constexpr qsizetype longest = 31;
    for (const QChar c : u"[]:*?/\\"_s)
        name.replace(c, u'_');
    name = name.left(longest).trimmed();
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    if (name.startsWith(u'\''))
        name[0] = u'_';
    if (name.endsWith(u'\''))
        name.back() = u'_';
    return name.isEmpty() ? QByteArray("Sheet1") : name.toUtf8();
}

/// Han and full-width characters are as wide as two digits.
double widthOf(const XlsxColumn &column) {
    constexpr double least = 12;
    constexpr double most = 60;
    if (column.width > 0)
        return qMin(column.width, 255.0);
    double width = 2;
    for (const QChar c : column.title)
        width += c.unicode() >= 0x1100 ? 2 : 1;
    return qBound(least, width, most);
}

/// The day number of a spreadsheet; nothing for days that it counts wrongly or not at all.
std::optional<double> serialOf(QDate day, QTime time) {
    static const QDate begin(1899, 12, 30);
    static const QDate first(1900, 3, 1);
    if (!day.isValid() || day < first || day.year() > 9999)
        return std::nullopt;
    return double(begin.daysTo(day)) + double(time.msecsSinceStartOfDay()) / (secondsOfDay * 1000);
}

class Writer final : public XlsxTableWriter {
public:
    Writer(QString path, std::vector<XlsxColumn> columns, const QTimeZone &zone)
        : m_path(std::move(path)),
          m_columns(std::move(columns)),
          m_zone(zone) {}
    ~Writer() override {
        if (m_book)
            lxw_workbook_free(m_book);
    }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    Result<void> open(const QString &sheet) {
        const PlainLocale plain;
        QByteArray folder = QFile::encodeName(QFileInfo(m_path).absolutePath());
        lxw_workbook_options options{LXW_TRUE, folder.data(), LXW_FALSE};
        errno = 0;
        m_book = workbook_new_opt(QFile::encodeName(m_path).constData(), &options);
        m_sheet = m_book ? workbook_add_worksheet(m_book, sheetName(sheet).constData()) : nullptr;
        if (!m_sheet || !m_sheet->optimize_tmpfile)
            return writeError(u"the workbook cannot be begun"_s);
        m_bold = workbook_add_format(m_book);
        format_set_bold(m_bold);
        m_day = formatOf("yyyy\\-mm\\-dd");
        m_instant = formatOf("yyyy\\-mm\\-dd hh:mm:ss");
        worksheet_freeze_panes(m_sheet, 1, 0);
        return header();
    }

    Result<void> write(const std::vector<FieldValue> &row) override {
        const PlainLocale plain;
        if (m_rows == mostRows)
            return makeError(ErrorKind::Invalid, u"xlsx.too_many_rows"_s,
                             {{u"limit"_s, QString::number(mostRows)}});
        ++m_rows;
        for (size_t i = 0; i < row.size() && i < m_columns.size(); ++i) {
            const Cell cell{*this, lxw_row_t(m_rows), lxw_col_t(i)};
            if (auto written = std::visit(cell, row[i].storage()); !written)
                return written;
        }
        return {};
    }

    Result<void> finish() override {
        const PlainLocale plain;
        if (!m_columns.empty())
            worksheet_autofilter(m_sheet, 0, 0, lxw_row_t(m_rows), lxw_col_t(m_columns.size() - 1));
        errno = 0;
        // The library does not look whether its scratch file took everything.
        if (std::fflush(m_sheet->optimize_tmpfile) != 0 || std::ferror(m_sheet->optimize_tmpfile))
            return writeError(u"the scratch file is not whole"_s);
        const lxw_error code = workbook_close(std::exchange(m_book, nullptr));
        return code == LXW_NO_ERROR ? Result<void>()
                                    : writeError(QString::fromUtf8(lxw_strerror(code)));
    }

private:
    /// Writes one value by its type.
    struct Cell {
        Writer &writer;
        lxw_row_t row;
        lxw_col_t column;

        Result<void> operator()(std::monostate) const { return {}; }
        Result<void> operator()(bool v) const {
            return check(worksheet_write_boolean(writer.m_sheet, row, column, v ? 1 : 0, nullptr));
        }
        Result<void> operator()(qint64 v) const {
            const QString digits = QString::number(v);
            const bool exact = digits.size() - (v < 0 ? 1 : 0) <= certainDigits;
            return exact ? number(double(v)) : text(digits);
        }
        Result<void> operator()(double v) const {
            return std::isfinite(v) ? number(v) : text(QString::number(v));
        }
        Result<void> operator()(const QString &v) const { return text(v); }
        Result<void> operator()(QDate v) const {
            const auto serial = serialOf(v, QTime(0, 0));
            return serial ? number(*serial, writer.m_day) : text(v.toString(Qt::ISODate));
        }
        Result<void> operator()(Instant v) const {
            const QDateTime local = v.toUtc().toTimeZone(writer.m_zone);
            const auto serial = serialOf(local.date(), local.time());
            return serial ? number(*serial, writer.m_instant) : text(v.toIso());
        }
        Result<void> operator()(const Money &v) const {
            constexpr qint64 exact = 999'999'999'999'999;
            if (v.minor() > exact || v.minor() < -exact || v.currency().isNull())
                return text(v.toText());
            return number(v.toDecimal().toDouble(), writer.moneyFormat(v.currency()));
        }
        Result<void> operator()(RecordId v) const {
            return text(v.isNull() ? QString() : v.text());
        }
        Result<void> operator()(const QStringList &v) const { return text(v.join(u", "_s)); }

        [[nodiscard]] Result<void> number(double v, lxw_format *format = nullptr) const {
            return check(worksheet_write_number(writer.m_sheet, row, column, v, format));
        }
        [[nodiscard]] Result<void> text(const QString &v) const {
            return writer.text(row, column, v, nullptr);
        }
        static Result<void> check(lxw_error code) {
            return code == LXW_NO_ERROR ? Result<void>()
                                        : writeError(QString::fromUtf8(lxw_strerror(code)));
        }
    };

    Result<void> header() {
        for (size_t i = 0; i < m_columns.size(); ++i) {
            const auto column = lxw_col_t(i);
            worksheet_set_column(m_sheet, column, column, widthOf(m_columns[i]), nullptr);
            if (auto written = text(0, column, m_columns[i].title, m_bold); !written)
                return written;
        }
        return {};
    }

    Result<void> text(lxw_row_t row, lxw_col_t column, const QString &text, lxw_format *format) {
        const QString safe = escaped(text);
        if (safe.size() > longestText)
            return makeError(ErrorKind::Invalid, u"xlsx.text_too_long"_s,
                             {{u"column"_s, m_columns[column].title},
                              {u"limit"_s, QString::number(longestText)}});
        if (safe.isEmpty())
            return {};
        errno = 0;
        return Cell::check(
            worksheet_write_string(m_sheet, row, column, safe.toUtf8().constData(), format));
    }

    lxw_format *formatOf(const char *code) {
        lxw_format *format = workbook_add_format(m_book);
        format_set_num_format(format, code);
        return format;
    }

    lxw_format *moneyFormat(const Currency &currency) {
        lxw_format *&format = m_money[currency.code()];
        if (!format) {
            const QString decimals =
                currency.digits() > 0 ? u'.' + QString(currency.digits(), u'0') : QString();
            format =
                formatOf(u"[$%1]\\ #,##0%2"_s.arg(currency.code(), decimals).toUtf8().constData());
        }
        return format;
    }

    const QString m_path;
    const std::vector<XlsxColumn> m_columns;
    const QTimeZone m_zone;
    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_bold = nullptr;
    lxw_format *m_day = nullptr;
    lxw_format *m_instant = nullptr;
    QHash<QString, lxw_format *> m_money;
    qint64 m_rows = 0;
};

} // namespace

Result<std::unique_ptr<XlsxTableWriter>> XlsxTableWriter::create(const QString &path,
                                                                 const QString &sheet,
                                                                 std::vector<XlsxColumn> columns,
                                                                 const QTimeZone &zone) {
    if (qsizetype(columns.size()) > mostColumns)
        return makeError(ErrorKind::Invalid, u"xlsx.too_many_columns"_s,
                         {{u"limit"_s, QString::number(mostColumns)}});
    auto writer = std::make_unique<Writer>(path, std::move(columns), zone);
    if (auto opened = writer->open(sheet); !opened)
        return opened.error();
    return std::unique_ptr<XlsxTableWriter>(std::move(writer));
}

} // namespace dw
