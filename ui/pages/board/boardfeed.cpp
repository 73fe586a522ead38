// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/boardfeed.h"

#include "core/services/columns.h"
#include "core/services/jobs/jobs.h"
#include "core/services/readworker.h"
#include "core/services/values/worktime.h"
#include "ui/models/noticegather.h"

#include <QTimer>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostFollowed = 200;
constexpr int largeBoard = 5'000;
constexpr int minuteMs = 60'000, recountMs = 3'000;
/// Conversion is counted from so many closed deals of the last year, so many at a time: the worker
/// has other questions to answer between them.
constexpr int countedMonths = 12, mostCounted = 2'000, countedAtOnce = 100;

} // namespace

struct BoardFeed::Board {
    std::unique_ptr<BoardContent> content;
    QString condition;
    std::optional<QSet<RecordId>> allowed;
};

/// The deals that a notice touched, and their cards as they are now.
struct BoardFeed::Followed {
    std::vector<RecordId> touched;
    std::vector<BoardCard> cards;
    QSet<RecordId> allowed;
    std::optional<QHash<RecordId, int>> earlier; ///< Where a closed deal is among them.
};

BoardFeed::BoardFeed(BoardStore &store, ShellServices &shell, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_shell(shell),
      m_gather(new NoticeGather(this)),
      m_minute(new QTimer(this)),
      m_recount(new QTimer(this)),
      m_today(shell.workspace().today()) {
    m_store.setToday(m_today);
    connect(&shell.workspace(), &Workspace::changed, this, [this](const ChangeNotice &notice) {
        if (const auto ours = relevant(notice))
            m_gather->take(*ours);
    });
    connect(m_gather, &NoticeGather::few, this, &BoardFeed::follow);
    connect(m_gather, &NoticeGather::many, this, &BoardFeed::readEverything);
    connect(&shell.workspace().jobs(), &Jobs::changed, this, [this](const JobInfo &job) {
        if (job.isRunning)
            return;
        m_gather->flush();
        m_recount->start();
    });
    m_minute->setObjectName(u"minute"_s);
    m_minute->start(minuteMs);
    connect(m_minute, &QTimer::timeout, this, &BoardFeed::tick);
    m_recount->setSingleShot(true);
    m_recount->setInterval(recountMs);
    connect(m_recount, &QTimer::timeout, this, &BoardFeed::countConversions);
}

/// Slices of a job that moves nothing of what cards show must not make the board read; what a
/// condition looks at may be any row.
std::optional<ChangeNotice> BoardFeed::relevant(const ChangeNotice &notice) const {
    if (!notice.bulk || notice.catalogChanged || !m_condition.isEmpty())
        return notice;
    ChangeNotice ours = notice;
    std::erase_if(ours.moved, [](const Moved &moved) { return !showsOnCards(moved); });
    return ours.moved.empty() ? std::nullopt : std::optional(std::move(ours));
}

bool BoardFeed::isReady() const { return m_loaded && m_open == 0; }

FiscalCalendar BoardFeed::fiscal() const {
    return workTime(m_shell.workspace().reader(), m_shell.workspace().actor()).fiscal;
}

BoardScope BoardFeed::scope() const {
    return {firstDayOf(m_period, fiscal(), m_shell.workspace().today()), m_whole};
}

void BoardFeed::start() { readPipelines(); }

void BoardFeed::readPipelines() {
    const auto found = dw::pipelines(m_shell.workspace().reader());
    if (!found) {
        m_shell.notifyError(found.error());
        return;
    }
    m_pipelines = *found;
    emit pipelinesChanged();
    const bool known = std::any_of(m_pipelines.begin(), m_pipelines.end(),
                                   [&](const BoardPipeline &p) { return p.id == m_pipeline; });
    if (!known && !m_pipelines.empty())
        setPipeline(m_pipelines.front().id);
}

void BoardFeed::setPipeline(RecordId id) {
    m_pipeline = id;
    m_whole.clear();
    emit conversionsChanged({});
    readBoard();
}

void BoardFeed::setPeriod(ClosedPeriod period) {
    m_period = period;
    m_whole.clear();
    readBoard();
}

void BoardFeed::showEarlier(RecordId stage) {
    m_whole.insert(stage);
    readBoard();
}

void BoardFeed::setGrouping(BoardGrouping by) {
    const RecordId actor = m_shell.workspace().actor();
    m_store.setGrouping(by, {actor, m_shell.workspace().reader().title(u"person"_s, actor)});
}

void BoardFeed::setFilter(const BoardFilter &filter) {
    m_filter = filter;
    readFilter();
}

void BoardFeed::readBoard() {
    const int asked = ++m_asked;
    const int filterAsked = ++m_filterAsked;
    ++m_open;
    m_shell.workspace().worker().ask<Result<Board>>(
        [id = m_pipeline, time = m_shell.workspace().readTime(), scope = scope(), filter = m_filter,
         calendar = fiscal(), columns = m_store.columns(),
         today = m_shell.workspace().today()](Reader &reader) -> Result<Board> {
            auto snapshot = loadBoard(reader, time, id, scope);
            if (!snapshot)
                return snapshot.error();
            Board board{std::make_unique<BoardContent>(std::move(*snapshot), columns), {}, {}};
            board.content->prepare();
            if (filter.isEmpty())
                return board;
            // A filter that cannot be read any more must not keep the board away.
            auto condition = conditionOf(reader, filter, calendar, today);
            if (!condition)
                return board;
            auto allowed = dealsWhere(reader, time, id, *condition);
            if (!allowed)
                return board;
            board.condition = *condition;
            board.allowed = std::move(*allowed);
            return board;
        },
        this,
        [this, asked, filterAsked](Result<Board> board) {
            --m_open;
            if (asked != m_asked)
                return;
            const bool first = !std::exchange(m_loaded, true);
            // What is on the screen comes first.
            m_shell.workspace().columns().start();
            if (board) {
                if (filterAsked == m_filterAsked)
                    m_condition = board->condition;
                m_store.reset(std::move(board->content), std::move(board->allowed));
                countConversions();
            } else {
                m_shell.notifyError(board.error());
            }
            if (first || board)
                emit settled();
        });
}

void BoardFeed::readFilter() {
    const int asked = ++m_filterAsked;
    if (m_filter.isEmpty()) {
        m_condition.clear();
        m_store.setAllowed(std::nullopt);
        emit settled();
        return;
    }
    using Found = Result<std::pair<QString, QSet<RecordId>>>;
    ++m_open;
    m_shell.workspace().worker().ask<Found>(
        [id = m_pipeline, time = m_shell.workspace().readTime(), filter = m_filter,
         calendar = fiscal(), today = m_shell.workspace().today()](Reader &reader) -> Found {
            const auto condition = conditionOf(reader, filter, calendar, today);
            if (!condition)
                return condition.error();
            auto allowed = dealsWhere(reader, time, id, *condition);
            if (!allowed)
                return allowed.error();
            return std::pair(*condition, std::move(*allowed));
        },
        this,
        [this, asked](Found found) {
            --m_open;
            if (asked != m_filterAsked)
                return;
            if (found) {
                m_condition = found->first;
                m_store.setAllowed(std::move(found->second));
            } else {
                emit filterFailed(found.error());
            }
            emit settled();
        });
}

void BoardFeed::readEverything() {
    readPipelines();
    readBoard();
    emit readAnew();
}

void BoardFeed::follow(const ChangeNotice &notice) {
    // Sorting a large board takes longer than a frame; the worker does it.
    const bool many = notice.moved.size() > mostFollowed && m_store.size() > largeBoard;
    if (many || notice.touches(u"pipeline") || notice.touches(u"stage")) {
        readEverything();
        return;
    }
    // What a condition looks at may be another record's.
    const bool elsewhere = std::any_of(notice.moved.begin(), notice.moved.end(),
                                       [](const Moved &m) { return m.entity != "deal"_L1; });
    if (!m_condition.isEmpty() && elsewhere)
        readFilter();
    QSet<RecordId> closed;
    for (const BoardStage &stage : m_store.pipeline().stages) {
        if (stage.outcome != Outcome::Open)
            closed.insert(stage.id);
    }
    QSet<RecordId> standing;
    for (const Moved &moved : notice.moved) {
        if (const BoardCard *card = m_store.card(moved.id); card && closed.contains(card->stage))
            standing.insert(moved.id);
    }
    ++m_open;
    m_shell.workspace().worker().ask<Result<Followed>>(
        [notice, id = m_pipeline, condition = m_condition, closed, standing, scope = scope(),
         time = m_shell.workspace().readTime()](Reader &reader) -> Result<Followed> {
            Followed followed{touchedDeals(reader, notice), {}, {}, {}};
            auto cards = loadCards(reader, id, followed.touched);
            if (!cards)
                return cards.error();
            followed.cards = std::move(*cards);
            const bool counts =
                !standing.isEmpty()
                || std::any_of(followed.cards.begin(), followed.cards.end(),
                               [&](const BoardCard &card) { return closed.contains(card.stage); });
            if (counts) {
                auto earlier = countEarlier(reader.connection(), id, scope);
                if (!earlier)
                    return earlier.error();
                followed.earlier = std::move(*earlier);
            }
            if (condition.isEmpty())
                return followed;
            auto allowed = dealsWhere(reader, time, condition, followed.touched);
            if (!allowed)
                return allowed.error();
            followed.allowed = std::move(*allowed);
            return followed;
        },
        this,
        [this, notice, asked = m_asked](Result<Followed> followed) {
            --m_open;
            // Of another board than the one that is shown now.
            if (asked != m_asked)
                return;
            if (followed)
                take(notice, *followed);
            else
                m_shell.notifyError(followed.error());
        });
}

void BoardFeed::take(const ChangeNotice &notice, const Followed &followed) {
    m_store.allow(followed.touched, followed.allowed);
    m_store.apply(followed.touched, followed.cards, knownTotals(notice));
    if (followed.earlier) {
        m_store.setEarlier(*followed.earlier);
        m_recount->start();
    }
    emit this->followed(notice);
}

/// From columns, which add up a million deals in milliseconds, where they are as new as the cards.
/// The slices of a job share a set, so there it does not tell.
std::optional<std::vector<ColumnTotals>> BoardFeed::knownTotals(const ChangeNotice &notice) {
    const ColumnStorePtr columns = m_shell.workspace().columns().snapshot();
    if (!columns || notice.bulk || notice.moved.empty() || columns->set() < notice.set)
        return std::nullopt;
    return boardTotals(*columns, m_store.pipeline(), m_store.scope());
}

bool BoardFeed::isJobRunning() const {
    const auto jobs = m_shell.workspace().jobs().list();
    return jobs && std::any_of(jobs->begin(), jobs->end(), [](const JobInfo &job) {
               return job.isRunning;
           });
}

/// Not beside a job, whose log a long reading would keep from being checkpointed.
void BoardFeed::countConversions() {
    if (!m_loaded || isJobRunning())
        return;
    const int counting = ++m_counting;
    const BoardPipeline pipeline = m_store.pipeline();
    ++m_open;
    using Deals = Result<std::vector<RecordId>>;
    m_shell.workspace().worker().ask<Deals>(
        [id = pipeline.id, since = m_shell.workspace().today().addMonths(-countedMonths)](
            Reader &reader) { return closedDeals(reader, id, since, mostCounted); },
        this,
        [this, counting, pipeline](Deals deals) {
            --m_open;
            if (counting == m_counting && deals)
                countMore(std::make_shared<StageConversions>(pipeline), std::move(*deals));
            else
                emit settled();
        });
}

void BoardFeed::countMore(std::shared_ptr<StageConversions> counted, std::vector<RecordId> deals) {
    if (deals.empty()) {
        emit conversionsChanged(counted->stages());
        emit settled();
        return;
    }
    const size_t many = std::min(deals.size(), size_t(countedAtOnce));
    std::vector<RecordId> part(deals.end() - qsizetype(many), deals.end());
    deals.resize(deals.size() - many);
    ++m_open;
    m_shell.workspace().worker().ask<Result<void>>(
        [counted, part](Reader &reader) { return counted->take(reader, part); }, this,
        [this, counted, counting = m_counting,
         deals = std::move(deals)](const Result<void> &taken) {
            --m_open;
            if (counting == m_counting && taken)
                countMore(counted, deals);
            else
                emit settled();
        });
}

/// Only a new day changes what a card says of time.
void BoardFeed::tick() {
    const QDate today = m_shell.workspace().today();
    if (today == m_today)
        return;
    m_today = today;
    m_store.setToday(today);
    readBoard();
    emit dayTurned();
}

} // namespace dw::ui
