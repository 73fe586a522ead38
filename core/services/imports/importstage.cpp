// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importstage.h"

#include "core/services/imports/importjob.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// How many rows go by between two looks at progress and stop.
constexpr qint64 rowsBetweenLooks = 256;

Error cancelled() { return makeError(ErrorKind::Cancelled, u"cancelled"_s); }

qint64 bytesOf(const TableRow &row) {
    qint64 bytes = 200;
    for (const QString &cell : row.cells)
        bytes += 40 + cell.size() * qint64(sizeof(QChar));
    return bytes;
}

} // namespace

ImportStage::ImportStage(const ImportContext &context, const ImportRequest &request,
                         Connection &connection, const ImportProgress &progress, StopToken stop)
    : m_context(context),
      m_request(request),
      m_connection(connection),
      m_progress(progress),
      m_stop(std::move(stop)),
      m_holder(context.source.catalog),
      m_reader(connection, m_holder) {}

Result<StagedImport> ImportStage::run() {
    if (const auto prepared = prepare(); !prepared)
        return prepared.error();
    for (const auto &source : m_prepared.sources) {
        if (const auto read = readSource(*source); !read)
            return read.error();
        --m_unread[source->entity->key];
        if (const auto settled = settle(); !settled)
            return settled.error();
    }
    if (const auto completed = completeLate(); !completed)
        return completed.error();
    return finish();
}

Result<void> ImportStage::prepare() {
    auto prepared = openSources(m_reader, m_request);
    if (!prepared)
        return prepared.error();
    m_prepared = *std::move(prepared);
    m_holder.set(m_prepared.catalog);
    m_links = std::make_unique<ImportLinks>(m_reader, m_prepared.catalog);
    const ReadTime &time = m_context.source.time;
    if (const auto ready = readyToRead(m_prepared, m_reader, *m_links, m_request, time, m_report);
        !ready)
        return ready;
    if (const auto may = checkImportRights(m_connection, m_prepared, m_context.actor); !may)
        return may;
    m_out = std::make_unique<ImportOut>(m_context, m_prepared.catalog, *m_links, m_report);
    if (const auto begun = m_out->begin(); !begun)
        return begun;
    m_deals = std::make_unique<ImportDeals>(*m_prepared.catalog, *m_out, time.zone);
    if (const auto loaded = m_deals->load(m_reader, time); !loaded)
        return loaded;
    m_targets = std::make_unique<ImportTargets>(*m_out, *m_links, *m_deals);
    m_rows = std::make_unique<ImportRows>(ImportRows::Parts{
        m_context, m_reader, *m_out, *m_links, *m_deals, *m_targets, m_request.source});
    for (const auto &source : m_prepared.sources) {
        m_total += source->file->size();
        ++m_unread[source->entity->key];
    }
    return {};
}

/// Tells the progress; fails where somebody asked to stop.
Result<void> ImportStage::goOn() {
    if (m_progress)
        m_progress(qMin(m_done, m_total), m_total);
    return m_stop.requested() ? Result<void>(cancelled()) : Result<void>();
}

Result<void> ImportStage::readSource(PreparedSource &source) {
    ImportFile &file = *source.file;
    const qint64 before = m_done;
    TableRow row;
    for (qint64 n = 0;; ++n) {
        if (n % rowsBetweenLooks == 0) {
            m_done = before + file.position();
            if (const auto may = goOn(); !may)
                return may;
        }
        const auto more = file.next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        ++m_report.read;
        const auto problem = rowProblem(row, file.header());
        const auto taken = problem ? m_rows->reject(source, row, {*problem}) : takeRow(source, row);
        if (!taken)
            return taken;
    }
    m_done = before + file.size();
    return goOn();
}

Result<void> ImportStage::takeRow(PreparedSource &source, const TableRow &row) {
    const auto taken = takeOrWait(source, row, true, std::nullopt);
    if (!taken)
        return taken.error();
    return wake();
}

bool ImportStage::isUnread(const QString &entity) const {
    const auto found = m_unread.find(entity);
    return found != m_unread.end() && found->second > 0;
}

/// Reads the row and takes it, unless it has to wait; true: it is done with. `waiting`: where it
/// waits already.
Result<bool> ImportStage::takeOrWait(PreparedSource &source, const TableRow &row, bool mayWait,
                                     std::optional<size_t> waiting) {
    auto read = source.reader->read(row);
    if (!read)
        return read.error();
    const EntityDesc &entity = *source.entity;
    const bool makes = source.missing == MissingTargets::Make;
    std::vector<ReadRow::Missing> late;
    if (read->reasons.empty()) {
        for (const ReadRow::Missing &missing : read->missing) {
            const QString &target = missing.name.entity;
            if (!mayWait || !isUnread(target))
                continue;
            // Two kinds of rows may name one another; what comes later is completed later.
            const FieldDesc &field = entity.field(missing.field);
            if (makes && target != entity.key && !field.validity.required && field.hasColumn()) {
                late.push_back(missing);
                continue;
            }
            if (waiting) {
                m_sleepers.emplace(m_links->keyOf(missing.name).low, *waiting);
                return false;
            }
            const auto waits = wait(source, row, missing.name);
            return waits ? Result<bool>(false) : Result<bool>(waits.error());
        }
    }
    std::erase_if(read->missing, [&](const ReadRow::Missing &missing) {
        return std::any_of(late.begin(), late.end(), [&](const ReadRow::Missing &other) {
            return other.field == missing.field && other.name.shown() == missing.name.shown();
        });
    });
    if (!makes || !read->reasons.empty()) {
        for (const ReadRow::Missing &missing : read->missing) {
            if (makes && ImportTargets::canMake(missing.name.entity))
                continue;
            read->reasons.push_back(
                {u"link.unknown"_s,
                 {{u"field"_s, entity.key + u'.' + entity.field(missing.field).key},
                  {u"value"_s, missing.name.shown().left(100)}}});
        }
    }
    if (!read->reasons.empty()) {
        for (Message &lacks : ImportRows::whatLacks(source, *read))
            read->reasons.push_back(std::move(lacks));
    }
    const auto taken = read->reasons.empty()
                           ? m_rows->take(source, row, *read, late)
                           : m_rows->reject(source, row, std::move(read->reasons));
    if (!taken)
        return taken.error();
    return true;
}

Result<void> ImportStage::wait(PreparedSource &source, const TableRow &row, const LinkName &name) {
    m_waitingBytes += bytesOf(row);
    if (m_waitingBytes > mostWaitingBytes) {
        m_waitingBytes -= bytesOf(row);
        return m_rows->reject(source, row, {{u"import.too_many_wait"_s, {}}});
    }
    m_out->listen();
    m_sleepers.emplace(m_links->keyOf(name).low, m_waiting.size());
    m_waiting.push_back({&source, row, false});
    return {};
}

void ImportStage::isDone(size_t waiting) {
    Waiting &one = m_waiting[waiting];
    m_waitingBytes -= bytesOf(one.row);
    one.isDone = true;
    one.row = {};
}

/// Takes the rows that waited for what was made meanwhile, and those that waited for them.
Result<void> ImportStage::wake() {
    for (auto named = m_out->takeNamed(); !named.empty(); named = m_out->takeNamed()) {
        for (const quint64 key : named) {
            const auto [from, to] = m_sleepers.equal_range(key);
            std::vector<size_t> woken;
            for (auto it = from; it != to; ++it)
                woken.push_back(it->second);
            m_sleepers.erase(from, to);
            for (const size_t at : woken) {
                if (m_waiting[at].isDone)
                    continue;
                const TableRow row = m_waiting[at].row;
                const auto taken = takeOrWait(*m_waiting[at].source, row, true, at);
                if (!taken)
                    return taken.error();
                if (*taken)
                    isDone(at);
            }
        }
    }
    return {};
}

/// The rows that wait for nothing which is still to be read.
Result<std::vector<ImportStage::Asked>> ImportStage::askWaiting() {
    std::vector<Asked> asked;
    for (size_t at = 0; at < m_waiting.size(); ++at) {
        const Waiting &one = m_waiting[at];
        if (one.isDone)
            continue;
        auto read = one.source->reader->read(one.row);
        if (!read)
            return read.error();
        const bool waits = std::any_of(read->missing.begin(), read->missing.end(),
                                       [&](const auto &m) { return isUnread(m.name.entity); });
        if (!waits)
            asked.push_back({at, read->values.value(one.source->entity->titleField()).as<QString>(),
                             std::move(read->missing)});
    }
    return asked;
}

/// What waits is taken, made or rejected once nothing that it needs can come any more.
Result<void> ImportStage::settle() {
    for (;;) {
        const auto asked = askWaiting();
        if (!asked)
            return asked.error();
        if (asked->empty())
            return {};
        const auto moved = takeRoots(*asked);
        if (!moved)
            return moved.error();
        if (!*moved)
            return rejectWaiting(*asked);
        if (const auto may = goOn(); !may)
            return may;
    }
}

/// Takes the rows whose targets no other row brings: they are made, where that is wanted. False
/// where there are none.
Result<bool> ImportStage::takeRoots(const std::vector<Asked> &asked) {
    QSet<quint64> brought;
    for (const Asked &one : asked)
        brought.insert(m_links->titleKey(m_waiting[one.at].source->entity->key, one.title).low);
    bool moved = false;
    for (const Asked &one : asked) {
        Waiting &waiting = m_waiting[one.at];
        const bool depends =
            std::any_of(one.missing.begin(), one.missing.end(), [&](const auto &missing) {
                return brought.contains(m_links->keyOf(missing.name).low);
            });
        if (waiting.isDone || depends
            || (!one.missing.empty() && waiting.source->missing == MissingTargets::Reject))
            continue;
        const TableRow row = waiting.row;
        if (const auto taken = takeOrWait(*waiting.source, row, false, std::nullopt); !taken)
            return taken.error();
        isDone(one.at);
        moved = true;
    }
    if (const auto woken = wake(); !woken)
        return woken.error();
    return moved;
}

/// Rows that wait for one another, or for what is not there.
Result<void> ImportStage::rejectWaiting(const std::vector<Asked> &asked) {
    std::vector<WaitingRow> rows;
    for (const Asked &one : asked) {
        const Waiting &waiting = m_waiting[one.at];
        const EntityDesc &entity = *waiting.source->entity;
        WaitingRow row{
            {waiting.source->file->name(), waiting.row.line, waiting.row.cells}, one.title, {}};
        for (const ReadRow::Missing &missing : one.missing)
            row.reasons.push_back(
                {u"link.unknown"_s,
                 {{u"field"_s, entity.key + u'.' + entity.field(missing.field).key},
                  {u"value"_s, missing.name.shown().left(100)}}});
        rows.push_back(std::move(row));
    }
    tellWhyTheyWait(rows);
    for (size_t i = 0; i < rows.size(); ++i) {
        const Waiting &waiting = m_waiting[asked[i].at];
        if (const auto rejected = m_rows->reject(*waiting.source, waiting.row, rows[i].reasons);
            !rejected)
            return rejected;
        isDone(asked[i].at);
    }
    return {};
}

/// Links to rows of files that were read later.
Result<void> ImportStage::completeLate() {
    const std::vector<ImportRows::Late> late = m_rows->takeLate();
    for (const ImportRows::Late &one : late) {
        const EntityDesc &entity = *m_prepared.catalog->entity(one.entity);
        const QString field = entity.key + u'.' + entity.field(one.field).key;
        const auto target = m_targets->find(field, one.name, {}, one.origin);
        if (!target)
            return target.error();
        if (target->wrong) {
            m_out->count({u"import.line_left_out"_s, {{u"field"_s, field}}});
            continue;
        }
        Record values(entity.key, one.row);
        values.set(one.field, target->id);
        if (const auto completed = m_out->complete(values, one.origin); !completed)
            return completed;
    }
    return {};
}

SetInfo ImportStage::setInfo() const {
    QStringList entities, names;
    for (const auto &source : m_prepared.sources) {
        if (!entities.contains(source->entity->key))
            entities << source->entity->key;
        names << source->file->name();
    }
    SetInfo info;
    info.kind = SetKind::Import;
    info.way = WriteWay::Import;
    info.actor = m_context.actor;
    const QString files = names.join(u", "_s);
    info.label = entities.size() == 1
                     ? Message{u"import.set"_s, {{u"entity"_s, entities[0]}, {u"file"_s, files}}}
                     : Message{u"import.set_several"_s, {{u"file"_s, files}}};
    info.source = m_request.source.isEmpty() ? names.join(u", "_s) : m_request.source;
    info.at = m_context.source.time.now;
    return info;
}

/// Waiting rows were judged last, but people read the rejects as the files have them.
void ImportStage::sortRejects() {
    const auto orderOf = [&](const RejectedRow &row) {
        const auto at = std::find_if(m_report.headers.begin(), m_report.headers.end(),
                                     [&](const auto &header) { return header.first == row.file; });
        return std::pair(at - m_report.headers.begin(), row.line);
    };
    std::stable_sort(
        m_report.rejects.begin(), m_report.rejects.end(),
        [&](const RejectedRow &a, const RejectedRow &b) { return orderOf(a) < orderOf(b); });
}

Result<StagedImport> ImportStage::finish() {
    m_out->writeNotes();
    sortRejects();
    StagedJob job;
    job.info = setInfo();
    std::vector<ImportSource> sources;
    for (const auto &source : m_prepared.sources) {
        ImportSource kept = source->asked;
        kept.name = source->file->name();
        kept.mapping = source->mapping;
        kept.pasted.clear();
        sources.push_back(std::move(kept));
    }
    job.request = jobRequestJson(m_request, sources, m_report);
    job.report = jobReportJson(m_report);
    auto path = m_out->writer().finish(job, [this] { return !m_stop.requested(); });
    if (!path)
        return path.error();
    StagedImport staged(std::move(m_report), *std::move(path));
    staged.setNewFields(m_prepared.newFields);
    return staged;
}

} // namespace dw
