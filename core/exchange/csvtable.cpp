// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvguess.h"
#include "core/exchange/tableformats.h"
#include "core/exchange/textdevice.h"

#include <QFileDevice>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype judgedBytes = 1 << 18; // by which separator and quote are found

Error invalid(const char *id, QMap<QString, QString> args = {}) {
    return makeError(ErrorKind::Invalid, QString::fromLatin1(id), std::move(args));
}

/// A kind of encoding of which two exist, told without saying which end comes first.
bool leavesEndOpen(const QString &encoding) {
    return encoding == "UTF-16"_L1 || encoding == "UTF-32"_L1;
}

/// The encoding to read with, from what is told and what the file looks like.
Result<QString> encodingOf(const ContentGuess &guess, const QString &told) {
    if (told.isEmpty()) {
        return guess.name.isEmpty() ? Result<QString>(invalid("table.encoding_unknown"))
                                    : Result<QString>(guess.name);
    }
    const QString encoding = canonicalEncoding(told);
    if (encoding.isEmpty())
        return invalid("text.encoding", {{u"encoding"_s, told}});
    const bool open = leavesEndOpen(encoding);
    if (open && guess.name.startsWith(encoding))
        return guess.name;
    if (guess.mark > 0 && guess.name != encoding)
        return invalid("table.encoding_mark",
                       {{u"encoding"_s, encoding}, {u"found"_s, guess.name}});
    return open ? encoding + u"LE"_s : encoding;
}

bool isUsable(const CsvForm &form) {
    const auto fits = [](QChar c) {
        return c != u'\n' && c != u'\r' && !c.isSurrogate() && c != QChar::ByteOrderMark;
    };
    return !form.separator.isNull() && form.separator != form.quote && fits(form.separator)
           && fits(form.quote);
}

class CsvTable final : public TableReader {
public:
    CsvTable(SampledDevice source, std::unique_ptr<TextDecoder> decoder, const TableForm &form,
             bool encodingIsGuess, const TableLimits &limits)
        : m_source(std::move(source.device)),
          m_size(m_source->isSequential() ? 0 : m_source->size()),
          m_text(*m_source, std::move(source.sample), std::move(decoder)),
          m_csv(m_text, limits.row, {*form.separator, *form.quote}) {
        m_form = form;
        m_guess = encodingIsGuess;
    }

    [[nodiscard]] qint64 position() const override { return m_text.taken(); }
    [[nodiscard]] qint64 size() const override { return m_size; }
    /// Passes over the first line, which is no row.
    void dropSeparatorLine() { m_dropFirst = true; }

protected:
    Result<bool> read(TableRow &row) override {
        auto more = m_csv.next(m_row);
        if (more && *more && m_dropFirst) {
            m_dropFirst = false;
            more = m_csv.next(m_row);
        }
        if (!more)
            return named(more.error());
        row.line = m_row.line;
        row.cells.swap(m_row.cells);
        row.problem = std::move(m_row.problem);
        return *more;
    }

private:
    [[nodiscard]] Error named(Error error) const {
        if (error.message.id == "csv.encoding"_L1)
            error.message.args.insert(u"encoding"_s, m_form.encoding);
        return error;
    }

    const std::unique_ptr<QIODevice> m_source;
    const qint64 m_size;
    TextDevice m_text;
    CsvReader m_csv;
    CsvRow m_row;
    bool m_dropFirst = false;
};

} // namespace

OpenedTable openCsvTable(SampledDevice source, const ContentGuess &guess, const TableForm &told,
                         const TableLimits &limits) {
    const auto encoding = encodingOf(guess, told.encoding);
    if (!encoding)
        return encoding.error();
    auto decoder = TextDecoder::create(*encoding);
    auto sampleDecoder = TextDecoder::create(*encoding);
    if (!decoder || !sampleDecoder)
        return !decoder ? decoder.error() : sampleDecoder.error();
    source.sample.remove(0, guess.mark);
    const QByteArrayView judged =
        QByteArrayView(source.sample).first(qMin(source.sample.size(), judgedBytes));
    const bool cut = source.cut || judged.size() < source.sample.size();
    const QByteArray text = (*sampleDecoder)->decode(judged, !cut);

    const std::optional<QChar> line = separatorLine(text);
    const CsvForm csv = guessCsvForm(text, cut, told.separator ? told.separator : line, told.quote);
    if (!isUsable(csv))
        return invalid("table.separator");
    const TableForm form{TableFormat::Csv, *encoding, csv.separator, csv.quote, {}};
    const bool guessed = told.encoding.isEmpty() && guess.mark == 0 && *encoding != "UTF-8"_L1;
    // UTF-8 passes as it is: the reader of rows looks at every cell of it anyway.
    if (*encoding == "UTF-8"_L1)
        decoder->reset();
    auto table =
        std::make_unique<CsvTable>(std::move(source), std::move(*decoder), form, guessed, limits);
    if (line)
        table->dropSeparatorLine();
    return OpenedTable(std::move(table));
}

} // namespace dw
