// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query/boardquery.h"

#include <QHash>
#include <tuple>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

QString cardSql() {
    return u"SELECT id, short_id, name, account, owner, stage, amount_minor, amount_currency,"
           " expected_close, closed_on, stage_since, board_order FROM deal"
           " WHERE pipeline = ?1 AND deleted = 0"_s;
}

/// What keeps a deal out of a scope: closed, and not since its day. `?2` is the day.
QString earlierSql(const BoardScope &scope) {
    QString sql = u"stage IN (SELECT id FROM stage WHERE outcome IN ('won', 'lost'))"
                  " AND (closed_on IS NULL OR closed_on < ?2)"_s;
    for (qsizetype i = 0; i < scope.whole.size(); ++i)
        sql += u" AND stage <> ?%1"_s.arg(3 + i);
    return sql;
}

void bindScope(Statement &s, RecordId pipeline, const BoardScope &scope) {
    s.bind(1, pipeline.bytes());
    s.bind(2, QDate(1970, 1, 1).daysTo(scope.closedFrom));
    int at = 3;
    for (const RecordId stage : scope.whole)
        s.bind(at++, stage.bytes());
}

/// `from`: where the tasks come from.
QString stepSql(const QString &from) {
    return u"SELECT task.id, task.deal, task.title, task.due_on, task.due_at FROM %1"
           " JOIN deal ON deal.id = task.deal WHERE deal.pipeline = ?1 AND deal.deleted = 0"
           " AND task.deleted = 0 AND (task.done IS NULL OR task.done = 0)"_s.arg(from);
}

/// Calls `take` for each row that the statement still gives.
template <typename Take> Result<void> eachRow(Statement &s, Take take) {
    while (true) {
        const auto row = s.step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        if (const Result<void> taken = take(); !taken)
            return taken;
    }
}

QDate dayAt(const Statement &s, int column) { return QDate(1970, 1, 1).addDays(s.integer(column)); }

RecordId idAt(const Statement &s, int column) { return RecordId::fromBytes(s.blob(column)); }

/// Names by id, each asked for once.
class Names {
public:
    static Result<Names> of(Connection &c, const QString &entity) {
        auto statement = c.prepare(u"SELECT name FROM %1 WHERE id = ?1"_s.arg(entity));
        if (!statement)
            return statement.error();
        return Names(std::move(*statement));
    }
    Result<QString> name(RecordId id) {
        if (id.isNull())
            return QString();
        if (const auto known = m_known.constFind(id); known != m_known.constEnd())
            return *known;
        m_statement.reset();
        m_statement.bind(1, id.bytes());
        const auto there = m_statement.step();
        if (!there)
            return there.error();
        const QString name = *there ? m_statement.text(0) : QString();
        m_known.insert(id, name);
        return name;
    }

private:
    explicit Names(Statement statement) : m_statement(std::move(statement)) {}
    Statement m_statement;
    QHash<RecordId, QString> m_known;
};

BoardCard cardAt(const Statement &s) {
    BoardCard card;
    card.id = idAt(s, 0);
    card.shortId = s.text(1);
    card.name = s.text(2);
    card.account = idAt(s, 3);
    card.owner = idAt(s, 4);
    card.stage = idAt(s, 5);
    if (!s.isNull(6)) {
        if (const auto currency = Currency::fromCode(s.text(7)))
            card.amount = Money(s.integer(6), *currency);
    }
    if (!s.isNull(8))
        card.expectedClose = dayAt(s, 8);
    if (!s.isNull(9))
        card.closedOn = dayAt(s, 9);
    if (!s.isNull(10))
        card.stageSince = Instant{s.integer(10)};
    card.order = s.text(11);
    return card;
}

/// An open task as the next step of its deal.
struct Step {
    RecordId task;
    QString title;
    std::optional<QDate> due;
    std::optional<qint64> dueAt;

    /// Days first, then hours within the day, what is never due last; ties go to the older task.
    [[nodiscard]] bool isBefore(const Step &other) const {
        const auto key = [](const Step &step) {
            return std::tuple(!step.due, step.due.value_or(QDate()), !step.dueAt,
                              step.dueAt.value_or(0), step.task.value);
        };
        return key(*this) < key(other);
    }
};

class Steps {
public:
    explicit Steps(const QTimeZone &zone) : m_zone(zone) {}

    Result<void> read(Statement &s) {
        return eachRow(s, [&]() -> Result<void> {
            take(idAt(s, 1), stepAt(s));
            return {};
        });
    }
    void putInto(BoardCard &card) const {
        const auto step = m_steps.constFind(card.id);
        if (step == m_steps.constEnd())
            return;
        card.nextStep = step->title;
        card.nextStepDue = step->due;
    }

private:
    [[nodiscard]] Step stepAt(const Statement &s) const {
        Step step{idAt(s, 0), s.text(2), std::nullopt, std::nullopt};
        if (!s.isNull(4)) {
            step.dueAt = s.integer(4);
            step.due = Instant{*step.dueAt}.toUtc().toTimeZone(m_zone).date();
        }
        if (!s.isNull(3))
            step.due = dayAt(s, 3);
        return step;
    }
    void take(RecordId deal, Step step) {
        const auto standing = m_steps.find(deal);
        if (standing == m_steps.end())
            m_steps.insert(deal, step);
        else if (step.isBefore(*standing))
            *standing = std::move(step);
    }

    QTimeZone m_zone;
    QHash<RecordId, Step> m_steps;
};

/// Cards of one pipeline: all, or one by one.
class CardReader {
public:
    static Result<CardReader> of(Connection &c) {
        auto accounts = Names::of(c, u"account"_s);
        if (!accounts)
            return accounts.error();
        auto people = Names::of(c, u"person"_s);
        if (!people)
            return people.error();
        return CardReader(std::move(*accounts), std::move(*people));
    }
    Result<void> read(Statement &s, std::vector<BoardCard> &cards) {
        return eachRow(s, [&]() -> Result<void> {
            BoardCard card = cardAt(s);
            auto account = m_accounts.name(card.account);
            if (!account)
                return account.error();
            auto owner = m_people.name(card.owner);
            if (!owner)
                return owner.error();
            card.accountName = std::move(*account);
            card.ownerName = std::move(*owner);
            cards.push_back(std::move(card));
            return {};
        });
    }

private:
    CardReader(Names accounts, Names people)
        : m_accounts(std::move(accounts)),
          m_people(std::move(people)) {}
    Names m_accounts;
    Names m_people;
};

Result<std::vector<RecordId>> takeIds(Statement &s) {
    std::vector<RecordId> ids;
    const auto taken = eachRow(s, [&]() -> Result<void> {
        ids.push_back(idAt(s, 0));
        return {};
    });
    if (!taken)
        return taken.error();
    return ids;
}

} // namespace

Result<std::vector<BoardCard>> readCards(Connection &c, RecordId pipeline, const QTimeZone &zone,
                                         const BoardScope &scope) {
    const bool all = !scope.closedFrom.isValid();
    auto deals = c.prepare(all ? cardSql() : cardSql() + u" AND NOT (%1)"_s.arg(earlierSql(scope)));
    if (!deals)
        return deals.error();
    auto tasks = c.prepare(stepSql(u"task"_s));
    if (!tasks)
        return tasks.error();
    auto reader = CardReader::of(c);
    if (!reader)
        return reader.error();
    if (all)
        deals->bind(1, pipeline.bytes());
    else
        bindScope(*deals, pipeline, scope);
    tasks->bind(1, pipeline.bytes());
    std::vector<BoardCard> cards;
    if (const auto read = reader->read(*deals, cards); !read)
        return read.error();
    Steps steps(zone);
    if (const auto read = steps.read(*tasks); !read)
        return read.error();
    for (BoardCard &card : cards)
        steps.putInto(card);
    return cards;
}

Result<std::vector<BoardCard>> readCards(Connection &c, RecordId pipeline, const QTimeZone &zone,
                                         const std::vector<RecordId> &ids) {
    auto deals = c.prepare(cardSql() + u" AND id = ?2"_s);
    if (!deals)
        return deals.error();
    auto tasks = c.prepare(stepSql(u"task_by_deal k CROSS JOIN task ON task.id = k.id"_s)
                           + u" AND k.deal = ?2"_s);
    if (!tasks)
        return tasks.error();
    auto reader = CardReader::of(c);
    if (!reader)
        return reader.error();
    std::vector<BoardCard> cards;
    Steps steps(zone);
    for (const RecordId id : ids) {
        for (Statement *s : {&*deals, &*tasks}) {
            s->reset();
            s->bind(1, pipeline.bytes());
            s->bind(2, id.bytes());
        }
        if (const auto read = reader->read(*deals, cards); !read)
            return read.error();
        if (const auto read = steps.read(*tasks); !read)
            return read.error();
    }
    for (BoardCard &card : cards)
        steps.putInto(card);
    return cards;
}

Result<QHash<RecordId, int>> countEarlier(Connection &c, RecordId pipeline,
                                          const BoardScope &scope) {
    QHash<RecordId, int> counts;
    if (!scope.closedFrom.isValid())
        return counts;
    auto s =
        c.prepare(u"SELECT stage, count(*) FROM deal WHERE pipeline = ?1 AND deleted = 0 AND %1"
                  " GROUP BY stage"_s.arg(earlierSql(scope)));
    if (!s)
        return s.error();
    bindScope(*s, pipeline, scope);
    const auto taken = eachRow(*s, [&]() -> Result<void> {
        counts.insert(idAt(*s, 0), int(s->integer(1)));
        return {};
    });
    if (!taken)
        return taken.error();
    return counts;
}

Result<QSet<RecordId>> pipelinesInUse(Connection &c) {
    auto s =
        c.prepare(u"SELECT id FROM pipeline WHERE EXISTS"
                  " (SELECT 1 FROM deal WHERE deal.pipeline = pipeline.id AND deal.deleted = 0)"_s);
    if (!s)
        return s.error();
    const auto ids = takeIds(*s);
    if (!ids)
        return ids.error();
    return QSet<RecordId>(ids->begin(), ids->end());
}

namespace {

/// An owner has no key table: all deals are looked at, once for all people.
Result<void> addDealsOf(Connection &c, const QSet<RecordId> &people, QSet<RecordId> &deals) {
    auto s = c.prepare(u"SELECT id, owner FROM deal WHERE deleted = 0 AND owner IS NOT NULL"_s);
    if (!s)
        return s.error();
    return eachRow(*s, [&]() -> Result<void> {
        if (people.contains(idAt(*s, 1)))
            deals.insert(idAt(*s, 0));
        return {};
    });
}

} // namespace

Result<std::vector<RecordId>> dealsAround(Connection &c, const QSet<RecordId> &rows) {
    auto deals = c.prepare(u"SELECT deal.id FROM deal_by_account k CROSS JOIN deal"
                           " ON deal.id = k.id WHERE k.account = ?1 AND deal.deleted = 0"_s);
    if (!deals)
        return deals.error();
    auto person = c.prepare(u"SELECT id FROM person WHERE id = ?1"_s);
    if (!person)
        return person.error();
    QSet<RecordId> found;
    QSet<RecordId> people;
    for (const RecordId row : rows) {
        for (auto [s, ids] : {std::pair(&*deals, &found), std::pair(&*person, &people)}) {
            s->reset();
            s->bind(1, row.bytes());
            const auto taken = eachRow(*s, [s = s, ids = ids]() -> Result<void> {
                ids->insert(idAt(*s, 0));
                return {};
            });
            if (!taken)
                return taken.error();
        }
    }
    if (!people.isEmpty()) {
        if (const auto added = addDealsOf(c, people, found); !added)
            return added.error();
    }
    std::vector<RecordId> ids(found.begin(), found.end());
    std::sort(ids.begin(), ids.end(), [](RecordId a, RecordId b) { return a.value < b.value; });
    return ids;
}

Result<std::vector<BoardCard>> readPlaces(Connection &c, RecordId stage) {
    auto s = c.prepare(
        u"SELECT id, board_order, stage_since FROM deal WHERE stage = ?1 AND deleted = 0"_s);
    if (!s)
        return s.error();
    s->bind(1, stage.bytes());
    std::vector<BoardCard> cards;
    const auto taken = eachRow(*s, [&]() -> Result<void> {
        BoardCard card;
        card.id = idAt(*s, 0);
        card.order = s->text(1);
        if (!s->isNull(2))
            card.stageSince = Instant{s->integer(2)};
        cards.push_back(std::move(card));
        return {};
    });
    if (!taken)
        return taken.error();
    return cards;
}

} // namespace dw
