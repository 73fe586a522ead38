// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/boardmoves.h"

#include "core/services/board/boardplace.h"
#include "core/services/deals/dealcompetitor.h"
#include "core/services/wording/wording.h"
#include "ui/dialogs/reasondialog.h"
#include "ui/models/boardstore.h"
#include "ui/pages/board/columns/grouptext.h"
#include "ui/shell/errortext.h"

#include <QPointer>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

/// A drag of more deals than this is judged only when it is let go.
constexpr size_t mostJudged = 20;

BoardCard movedCard(const BoardCard &card, const MoveRequest &request, Instant now) {
    BoardCard next = card;
    if (next.stage != request.stage)
        next.stageSince = now;
    next.stage = request.stage;
    next.order = request.order.value_or(next.order);
    next.place.clear();
    return next;
}

/// The nearest card from a row on that stays where it is.
const BoardCard *staying(const std::vector<const BoardCard *> &cards, int row, int step,
                         const QSet<RecordId> &going) {
    for (; row >= 0 && row < int(cards.size()); row += step) {
        if (!going.contains(cards[size_t(row)]->id))
            return cards[size_t(row)];
    }
    return nullptr;
}

std::vector<RecordId> idsOf(const std::vector<BoardCard> &cards) {
    std::vector<RecordId> ids;
    ids.reserve(cards.size());
    for (const BoardCard &card : cards)
        ids.push_back(card.id);
    return ids;
}

} // namespace

BoardMoves::BoardMoves(BoardStore &store, ShellServices &shell, QWidget *window)
    : QObject(window),
      m_store(store),
      m_shell(shell),
      m_window(window) {}

QString BoardMoves::say(const Message &message) const {
    return word(message, m_shell.language(), *m_shell.workspace().catalog());
}

void BoardMoves::move(const std::vector<RecordId> &deals, int column, int row) {
    std::vector<RecordId> known;
    for (const RecordId deal : deals) {
        if (m_store.card(deal))
            known.push_back(deal);
    }
    if (known.empty() || column < 0 || column >= m_store.columnCount())
        return;
    if (m_shell.workspace().mode() == Workspace::Mode::ReadOnly)
        refuse(column, known, {tr("This workspace is open to read only.")});
    else if (m_store.grouping() == BoardGrouping::Stage)
        toStage(known, column, row);
    else
        change(known, column);
}

/// What the gate would say of one deal, put into the move.
void BoardMoves::judge(Move &move, RecordId deal, const std::vector<RecordId> &all) const {
    const QString prefix = all.size() > 1
                               ? m_store.card(deal)->name
                                     + (m_shell.language() == Language::Chinese ? u"："_s : u": "_s)
                               : QString();
    auto needs = needsOfMove(m_shell.workspace(), deal, move.to.id);
    QStringList lines;
    if (!needs) {
        lines << prefix + say(needs.error().message);
    } else {
        for (const Message &refusal : needs->refusals)
            lines << prefix + say(refusal);
        // Of several each keeps its own amount, so it is not asked for.
        if (all.size() > 1 && move.to.outcome == Outcome::Won
            && std::find(needs->missing.begin(), needs->missing.end(), u"amount"_s)
                   != needs->missing.end()) {
            lines << prefix + tr("has no amount, which Won needs");
            move.missing = u"amount"_s;
        }
    }
    if (!lines.isEmpty()) {
        move.refusals += lines;
        move.refused.push_back(deal);
        return;
    }
    if (needs->reason && !move.why)
        move.why = needs->reason;
    if (move.requests.empty())
        move.first = needs->deal;
    move.requests.push_back({deal, move.to.id, {}, {}, {}});
}

void BoardMoves::toStage(const std::vector<RecordId> &deals, int column, int row) {
    Move move;
    move.column = column;
    move.to = m_store.pipeline().stages[size_t(column)];
    for (const RecordId deal : deals) {
        if (m_store.card(deal)->stage == move.to.id)
            move.requests.push_back({deal, move.to.id, {}, {}, {}});
        else
            judge(move, deal, deals);
    }
    if (!move.refused.empty())
        refuse(column, move.refused, move.refusals,
               move.refused.size() == 1 ? move.missing : QString());
    if (move.requests.empty()) {
        emit finished(deals, false);
        return;
    }
    const auto &cards = m_store.column(column)->cards();
    QSet<RecordId> going;
    for (const MoveRequest &request : move.requests)
        going.insert(request.deal);
    BoardCard between;
    const BoardCard *before = staying(cards, row - 1, -1, going);
    const BoardCard *after = staying(cards, row, 1, going);
    for (MoveRequest &request : move.requests) {
        request.order = placeBetween(before, after);
        between = *m_store.card(request.deal);
        between.order = *request.order;
        between.place.clear();
        before = &between;
    }
    ask(move);
}

void BoardMoves::ask(const Move &move) {
    const bool moves =
        std::any_of(move.requests.begin(), move.requests.end(), [&](const MoveRequest &request) {
            return m_store.card(request.deal)->stage != request.stage;
        });
    if (moves && move.to.outcome != Outcome::Open)
        askClosing(move);
    else if (move.why)
        askReason(move);
    else
        carryOut(move, {});
}

QString BoardMoves::subject(const Move &move) const {
    return move.requests.size() == 1 ? m_store.card(move.requests.front().deal)->name
                                     : tr("%Ln deal(s)", nullptr, int(move.requests.size()));
}

void BoardMoves::askClosing(const Move &move) {
    const CloseRequest close{subject(move), move.to.name, move.to.outcome, move.requests.size() > 1,
                             move.first};
    auto *dialog = new CloseDealDialog(m_shell, close, m_window);
    connect(dialog, &CloseDealDialog::answered, this,
            [this, move](const CloseDealDialog::Answer &answer) {
                Move complete = move;
                for (MoveRequest &request : complete.requests)
                    request.edits = answer.edits;
                carryOut(complete, {}, answer.competitor);
            });
    connect(dialog, &QDialog::rejected, this,
            [this, move] { emit finished({move.requests.front().deal}, false); });
    dialog->open();
}

void BoardMoves::askReason(const Move &move) {
    auto *dialog = new ReasonDialog(tr("Move “%1” to “%2”").arg(subject(move), move.to.name),
                                    say(*move.why), m_shell, m_window);
    connect(dialog, &ReasonDialog::answered, this,
            [this, move](const QString &reason) { carryOut(move, reason); });
    connect(dialog, &QDialog::rejected, this,
            [this, move] { emit finished({move.requests.front().deal}, false); });
    dialog->open();
}

void BoardMoves::carryOut(const Move &move, const QString &reason, RecordId competitor) {
    const Origin origin{m_shell.workspace().actor(), {}, reason};
    std::vector<BoardCard> before, after;
    std::vector<Work> works;
    int moved = 0;
    for (const MoveRequest &request : move.requests) {
        const BoardCard *standing = m_store.card(request.deal);
        if (!standing)
            continue;
        const bool goes = standing->stage != request.stage;
        moved += goes ? 1 : 0;
        before.push_back(*standing);
        after.push_back(movedCard(*standing, request, m_shell.workspace().clock().now()));
        if (move.to.outcome != Outcome::Open && goes)
            after.back().closedOn = m_shell.workspace().today();
        MoveRequest sent = request;
        if (!goes)
            sent.edits.clear();
        works.push_back(moveWork(sent, origin));
        if (!competitor.isNull() && goes)
            works.push_back(
                competitorWork(request.deal, competitor, m_shell.workspace().today(), origin));
    }
    if (works.empty())
        return;
    m_store.apply(idsOf(before), after);
    const QString count = QString::number(before.size());
    Work work = works.front();
    if (works.size() > 1) {
        Message label{u"set.move_many"_s, {{u"count"_s, count}, {u"to"_s, move.to.name}}};
        if (moved == 0)
            label = {u"set.reorder_many"_s, {{u"count"_s, count}}};
        else if (before.size() == 1)
            label = {u"set.move"_s,
                     {{u"entity"_s, u"deal"_s},
                      {u"title"_s, before.front().name},
                      {u"to"_s, move.to.name}}};
        work = asOneWork(std::move(works), label, origin);
    }
    const QString saying =
        moved == 0 ? QString()
        : before.size() == 1
            ? tr("“%1” is now in “%2”").arg(before.front().name, move.to.name)
            : tr("%Ln deal(s) are now in “%1”", nullptr, int(before.size())).arg(move.to.name);
    write(std::move(work), before, move.column, saying);
}

/// By owner or by close month a drop changes a field.
void BoardMoves::change(const std::vector<RecordId> &deals, int column) {
    const BoardGroup &group = m_store.column(column)->group();
    const QString name = GroupText::name(group, m_shell.language());
    const bool byOwner = group.by == BoardGrouping::Owner;
    if (!byOwner && group.when == BoardGroup::When::Earlier) {
        refuse(column, deals, {tr("A deal is not expected to close in the past.")});
        emit finished(deals, false);
        return;
    }
    const EntityDesc &entity = *m_shell.workspace().catalog()->entity(u"deal");
    const Origin origin{m_shell.workspace().actor()};
    std::vector<BoardCard> before, after;
    std::vector<Work> works;
    for (const RecordId deal : deals) {
        const BoardCard &standing = *m_store.card(deal);
        if (m_store.columnOf(standing) == column)
            continue;
        BoardCard next = standing;
        Record values(u"deal"_s, deal);
        if (byOwner) {
            next.owner = group.row;
            next.ownerName = group.row.isNull() ? QString() : group.name;
            values.set(entity.byName(u"owner"),
                       group.row.isNull() ? FieldValue() : FieldValue(group.row));
        } else {
            const QDate day = closeIn(group, standing.expectedClose, m_shell.workspace().today());
            next.expectedClose = day.isValid() ? std::optional(day) : std::nullopt;
            values.set(entity.byName(u"expected_close"),
                       day.isValid() ? FieldValue(day) : FieldValue());
        }
        before.push_back(standing);
        after.push_back(std::move(next));
        works.push_back(changeWork(values, {}, origin));
    }
    if (works.empty())
        return;
    m_store.apply(idsOf(before), after);
    const QString subject = before.size() == 1 ? u"“%1”"_s.arg(before.front().name)
                                               : tr("%Ln deal(s)", nullptr, int(before.size()));
    const auto day = after.front().expectedClose;
    const QString saying =
        byOwner ? tr("%1: owner is now %2").arg(subject, name)
        : day   ? tr("%1: expected close is now %2")
                    .arg(subject, before.size() == 1
                                      ? displayDate(*day, m_shell.workspace().today(), Style::Full)
                                      : name)
              : tr("%1: no expected close any more").arg(subject);
    Work work = works.front();
    if (works.size() > 1)
        work = asOneWork(std::move(works),
                         {byOwner ? u"set.assign_many"_s : u"set.close_date_many"_s,
                          {{u"count"_s, QString::number(before.size())}, {u"to"_s, name}}},
                         origin);
    write(std::move(work), before, column, saying);
}

void BoardMoves::write(Work work, const std::vector<BoardCard> &before, int column,
                       const QString &saying) {
    m_shell.attempt(
        std::move(work), saying,
        [self = QPointer<BoardMoves>(this), this, before, column](const Result<Committed> &result) {
            // The page may have gone before the answer came.
            if (!self)
                return;
            const std::vector<RecordId> deals = idsOf(before);
            if (!result) {
                m_store.apply(deals, before);
                refuse(column, deals,
                       errorText(result.error(), m_shell.language(), *m_shell.workspace().catalog())
                           .split(u'\n'));
            }
            emit finished(deals, result.ok());
        });
}

void BoardMoves::refuse(int column, const std::vector<RecordId> &deals, const QStringList &lines,
                        const QString &missing) {
    const QString to = GroupText::name(m_store.column(column)->group(), m_shell.language());
    RefusalNote::Content content{tr("Not moved to “%1”").arg(to), lines, {}};
    if (!missing.isEmpty())
        content.help = {tr("Fill it in"),
                        [this, deal = deals.front(), missing] { emit fieldAsked(deal, missing); }};
    emit refused(column, deals, content);
}

BoardMoves::Promise BoardMoves::promise(const std::vector<RecordId> &deals, int column) const {
    const BoardGroup &group = m_store.column(column)->group();
    Promise promise{GroupText::promise(group, int(deals.size()), m_shell.language()), true};
    if (m_shell.workspace().mode() == Workspace::Mode::ReadOnly)
        return {tr("This workspace is open to read only."), false};
    if (group.when == BoardGroup::When::Earlier)
        return {tr("Not into the past"), false};
    if (group.by != BoardGrouping::Stage || deals.size() > mostJudged)
        return promise;
    Move move;
    move.column = column;
    move.to = m_store.pipeline().stages[size_t(column)];
    for (const RecordId deal : deals) {
        if (m_store.card(deal) && m_store.card(deal)->stage != move.to.id)
            judge(move, deal, deals);
    }
    if (!move.refusals.isEmpty() && move.requests.empty())
        return {move.refusals.front(), false};
    if (move.to.outcome != Outcome::Open)
        promise.text += u" · "_s + tr("asks for date and amount");
    else if (move.why)
        promise.text += u" · "_s + tr("asks for a reason");
    return promise;
}

} // namespace dw::ui
