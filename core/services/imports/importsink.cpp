// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importsink.h"

#include <QHash>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// A failure of this row alone.
bool concernsTheRow(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::Invalid:
    case ErrorKind::NotFound:
    case ErrorKind::Refused:
    case ErrorKind::Denied:
        return true;
    case ErrorKind::Conflict:
    case ErrorKind::Busy:
    case ErrorKind::Io:
    case ErrorKind::Full:
    case ErrorKind::Damaged:
    case ErrorKind::Newer:
    case ErrorKind::Cancelled:
        break;
    }
    return false;
}

} // namespace

QString ImportPlace::source() const { return u"%1, line %2"_s.arg(file).arg(line); }

Result<std::optional<RecordId>> ImportSink::create(const Record &draft, const ImportPlace &place) {
    const auto id = m_tx.create(draft);
    if (!id) {
        if (const auto judged = judge(id.error(), place); !judged)
            return judged.error();
        return std::optional<RecordId>();
    }
    ++m_report.created[draft.entity()];
    return std::optional(*id);
}

Result<bool> ImportSink::change(const Record &values, const ImportPlace &place) {
    const auto changed = m_tx.change(values);
    if (!changed)
        return judge(changed.error(), place);
    return true;
}

/// False: the row was rejected; fails where the whole import must end.
Result<bool> ImportSink::judge(const Error &error, const ImportPlace &place) {
    if (!concernsTheRow(error.kind))
        return error;
    reject(place, error.reasons.empty() ? std::vector{error.message} : error.reasons);
    return false;
}

void ImportSink::reject(const ImportPlace &place, std::vector<Message> reasons) {
    ++m_report.rejected;
    m_report.rejects.push_back({place.file, place.line, place.cells, std::move(reasons)});
}

void ImportSink::add(const QString &entity, const QString &field, const Money &money) {
    for (ImportSum &sum : m_report.sums) {
        if (sum.money.currency() != money.currency() || sum.entity != entity || sum.field != field)
            continue;
        const auto more = sum.money.plus(money);
        if (more)
            sum.money = *more;
        else
            count({u"import.sum_overflow"_s, {{u"currency"_s, money.currency().code()}}});
        ++sum.rows;
        return;
    }
    m_report.sums.push_back({entity, field, money, 1});
}

Error onlyLooked() { return makeError(ErrorKind::Cancelled, u"import.dry_run"_s); }

Message warningOfMany(const Message &warning) {
    static const QHash<QString, QString> ofMany{
        {u"gate.no_amount"_s, u"import.rows_no_amount"_s},
        {u"gate.won_needs"_s, u"import.rows_won_needs"_s},
        {u"gate.lost_needs"_s, u"import.rows_lost_needs"_s},
        {u"gate.open_has_close_date"_s, u"import.rows_open_closed"_s},
        {u"gate.stage_of_other_pipeline"_s, u"import.rows_other_pipeline"_s}};
    Message note{ofMany.value(warning.id, u"import.rows_warned"_s), {}};
    // Of its arguments only the field says the same of all rows.
    if (warning.args.contains(u"field"_s))
        note.args.insert(u"field"_s, warning.args.value(u"field"_s));
    return note;
}

void noteWarnings(ImportReport &report, const std::vector<Message> &warnings) {
    CountedNotes counted;
    for (const Message &warning : warnings)
        counted.add(warningOfMany(warning));
    counted.moveTo(report.notes);
}

Result<void> completeReport(Workspace &workspace, ImportReport &report,
                            const Committed &committed) {
    report.set = committed.set;
    noteWarnings(report, committed.warnings);
    report.notes.insert(report.notes.end(), committed.notes.begin(), committed.notes.end());
    // A set of nothing is rolled back, and what was kept with it.
    if (committed.set != 0 || report.rejects.empty())
        return {};
    return workspace.maintain([&](Connection &connection) -> Result<void> {
        const auto transaction = Transaction::begin(connection, Transaction::Kind::Write);
        if (!transaction)
            return transaction.error();
        if (auto kept = keepRejectedRows(connection, 0, report.rejects); !kept)
            return kept;
        return (*transaction)->commit();
    });
}

} // namespace dw
