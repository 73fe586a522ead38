// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importunit.h"

#include "core/services/importloops.h"
#include "core/services/works.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// How many rows go by between two looks at progress and stop.
constexpr qint64 rowsBetweenLooks = 64;

FieldHandle firstMoneyField(const EntityDesc &entity) {
    for (size_t i = 0; i < entity.fields.size(); ++i) {
        if (entity.fields[i].type == FieldType::Money)
            return {quint16(i)};
    }
    return {};
}

} // namespace

ImportUnit::ImportUnit(WriteTransaction &tx, const ImportRequest &request, const ReadTime &time,
                       const ImportProgress &progress, ImportReport &report)
    : m_tx(tx),
      m_request(request),
      m_time(time),
      m_progress(progress),
      m_report(report),
      m_sink(tx, report),
      m_links(tx.reader(), time) {}

Result<void> ImportUnit::run() {
    if (const auto prepared = prepare(); !prepared)
        return prepared.error();
    for (Source &source : m_sources) {
        if (const auto read = readFile(source); !read)
            return read.error();
    }
    if (const auto taken = takeWaiting(); !taken)
        return taken.error();
    m_sink.writeNotes();
    sortRejects();
    return keepRejectedRows(m_tx.reader().connection(), m_tx.set(), m_report.rejects);
}

Result<void> ImportUnit::prepare() {
    const auto entity = m_tx.catalog().find(m_request.entity);
    if (!entity)
        return entity.error();
    m_entity = *entity;
    m_money = firstMoneyField(*m_entity);
    const QString usual = setting(m_tx.reader(), u"currency"_s, m_tx.info().actor).toString();
    if (const auto currency = Currency::fromCode(usual))
        m_currency = *currency;
    auto place = DealPlace::load(m_tx.reader(), m_time);
    if (!place)
        return place.error();
    m_dealPlace = *std::move(place);
    for (const QString &path : m_request.files) {
        if (const auto prepared = prepareFile(path); !prepared)
            return prepared.error();
    }
    return {};
}

Result<void> ImportUnit::prepareFile(const QString &path) {
    auto file = ImportFile::open(path);
    if (!file)
        return file.error();
    const auto isTaken = [&](const auto &header) { return header.first == (*file)->name(); };
    // Two files of one name are told apart by their folders.
    if (std::any_of(m_report.headers.begin(), m_report.headers.end(), isTaken))
        (*file)->setName(path);
    const QString name = (*file)->name();
    const QStringList header = (*file)->header();
    auto plan = planImport(
        *m_entity, m_request.mapping.value_or(ImportMapping::propose(*m_entity, header)), header);
    if (!plan)
        return plan.error();
    m_report.headers.emplace_back(name, header);
    for (const QString &column : plan->notUsed) {
        if (!m_report.headerNotUsed.contains(column))
            m_report.headerNotUsed << column;
    }
    for (const QString &column : plan->missing)
        m_sink.note({u"import.column_missing"_s, {{u"file"_s, name}, {u"header"_s, column}}});
    m_total += (*file)->size();
    m_sources.push_back({*std::move(file),
                         RowReader(*m_entity, *std::move(plan), m_currency, m_links, *m_dealPlace),
                         {}});
    return {};
}

Result<void> ImportUnit::readFile(Source &source) {
    ImportFile &file = *source.file;
    CsvRow row;
    for (qint64 n = 0;; ++n) {
        if (n % rowsBetweenLooks == 0) {
            if (const auto may = goOn(m_done + file.position()); !may)
                return may.error();
        }
        const auto more = file.next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        ++m_report.read;
        const ImportPlace place{file.name(), row.line, row.cells};
        if (const auto problem = rowProblem(row, file.header())) {
            m_sink.reject(place, {*problem});
            continue;
        }
        if (const auto taken = takeRow(source, place); !taken)
            return taken.error();
    }
    m_done += file.size();
    return goOn(m_done);
}

Result<void> ImportUnit::takeRow(Source &source, const ImportPlace &place) {
    const auto outcome = source.reader.read(place.cells);
    if (!outcome)
        return outcome.error();
    if (outcome->reasons.empty())
        return write(outcome->draft, place);
    if (outcome->mayCome())
        source.waiting.push_back(place);
    else
        m_sink.reject(place, outcome->reasons);
    return {};
}

/// Rows that point at rows further down: round by round, as long as one of them finds what it
/// points at.
Result<void> ImportUnit::takeWaiting() {
    for (bool moved = true; moved;) {
        moved = false;
        for (Source &source : m_sources) {
            std::vector<ImportPlace> waiting;
            waiting.swap(source.waiting);
            for (const ImportPlace &place : waiting) {
                if (const auto taken = takeRow(source, place); !taken)
                    return taken.error();
            }
            moved = moved || source.waiting.size() < waiting.size();
            if (const auto may = goOn(m_done); !may)
                return may.error();
        }
    }
    return rejectWaiting();
}

/// What still waits never comes in.
Result<void> ImportUnit::rejectWaiting() {
    std::vector<WaitingRow> rows;
    for (Source &source : m_sources) {
        for (const ImportPlace &place : source.waiting) {
            auto outcome = source.reader.read(place.cells);
            if (!outcome)
                return outcome.error();
            rows.push_back({place, outcome->draft.value(m_entity->titleField()).as<QString>(),
                            std::move(outcome->reasons)});
        }
    }
    tellWhyTheyWait(rows);
    for (const WaitingRow &row : rows)
        m_sink.reject(row.place, row.reasons);
    return {};
}

Result<void> ImportUnit::write(const Record &draft, const ImportPlace &place) {
    m_tx.setSource(m_request.source.isEmpty() ? place.source() : m_request.source);
    const auto id = m_sink.create(draft, place);
    if (!id)
        return id.error();
    if (!*id)
        return {};
    m_links.add(m_entity->key, draft.value(m_entity->titleField()).as<QString>(), **id);
    const FieldValue &money = draft.value(m_money);
    if (money.is<Money>())
        m_sink.add(money.as<Money>());
    return {};
}

/// Tells the progress; fails where somebody asked to stop.
Result<void> ImportUnit::goOn(qint64 done) {
    if (m_progress)
        m_progress(qMin(done, m_total), m_total);
    if (m_tx.stopRequested())
        return makeError(ErrorKind::Cancelled, u"cancelled"_s);
    return {};
}

/// Waiting rows were judged last, but people read the rejects as the files have them.
void ImportUnit::sortRejects() {
    const auto orderOf = [&](const RejectedRow &row) {
        const auto at = std::find_if(m_report.headers.begin(), m_report.headers.end(),
                                     [&](const auto &header) { return header.first == row.file; });
        return std::pair(at - m_report.headers.begin(), row.line);
    };
    std::stable_sort(
        m_report.rejects.begin(), m_report.rejects.end(),
        [&](const RejectedRow &a, const RejectedRow &b) { return orderOf(a) < orderOf(b); });
}

} // namespace dw
