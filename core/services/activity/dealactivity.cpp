// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/activity/dealactivity.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Reads one record by the stable names of its fields.
class Named {
public:
    Named(const EntityDesc &entity, const Record &record) : m_entity(entity), m_record(record) {}
    template <typename T> [[nodiscard]] T get(QStringView field) const {
        return m_record.value(m_entity.byName(field)).as<T>();
    }
    template <typename T> [[nodiscard]] std::optional<T> maybe(QStringView field) const {
        const FieldValue &value = m_record.value(m_entity.byName(field));
        return value.is<T>() ? std::optional(value.as<T>()) : std::nullopt;
    }

private:
    const EntityDesc &m_entity;
    const Record &m_record;
};

class Around {
public:
    Around(Reader &reader, const ReadTime &time, RecordId deal)
        : m_reader(reader),
          m_time(time),
          m_deal(deal),
          m_catalog(reader.catalog()) {}

    DealActivity read() {
        for (const Record &record : rows(u"task"_s))
            takeTask(record);
        for (const Record &record : rows(u"touchpoint"_s))
            takeTouchpoint(record);
        for (const Record &record : rows(u"note"_s))
            takeNote(record);
        for (const Record &record : rows(u"deal_contact"_s)) {
            const Named row(*m_catalog->entity(u"deal_contact"), record);
            if (row.get<QString>(u"role") == "decision_maker"_L1)
                takeParty(m_found.deciders, u"contact"_s, record.id(),
                          row.get<RecordId>(u"contact"));
        }
        for (const Record &record : rows(u"deal_competitor"_s))
            takeParty(
                m_found.competitors, u"account"_s, record.id(),
                Named(*m_catalog->entity(u"deal_competitor"), record).get<RecordId>(u"competitor"));
        sort();
        return std::move(m_found);
    }

private:
    [[nodiscard]] std::vector<Record> rows(const QString &entity) {
        return m_reader.related(entity, u"deal"_s, m_deal);
    }
    [[nodiscard]] QString person(RecordId id) {
        return id.isNull() ? QString() : m_reader.title(u"person"_s, id);
    }

    void takeTask(const Record &record) {
        const Named row(*m_catalog->entity(u"task"), record);
        const RecordId owner = row.get<RecordId>(u"owner");
        const QString title = row.get<QString>(u"title");
        if (row.get<bool>(u"done")) {
            const Instant at =
                row.maybe<Instant>(u"done_at").value_or(row.get<Instant>(u"created_at"));
            m_found.events.push_back({DealEvent::Kind::DoneTask,
                                      record.id(),
                                      at,
                                      {},
                                      title,
                                      row.get<QString>(u"description"),
                                      person(owner)});
            return;
        }
        DealTask task{
            record.id(), title,        row.maybe<QDate>(u"due_on"), row.maybe<Instant>(u"due_at"),
            owner,       person(owner)};
        if (task.at)
            task.due = task.at->toUtc().toTimeZone(m_time.zone).date();
        m_found.tasks.push_back(std::move(task));
    }

    void takeTouchpoint(const Record &record) {
        const Named row(*m_catalog->entity(u"touchpoint"), record);
        const Instant at =
            row.maybe<Instant>(u"happened_at").value_or(row.get<Instant>(u"created_at"));
        m_found.events.push_back({DealEvent::Kind::Touchpoint, record.id(), at,
                                  row.get<QString>(u"kind"), row.get<QString>(u"summary"),
                                  row.get<QString>(u"body"), person(row.get<RecordId>(u"person"))});
    }

    void takeNote(const Record &record) {
        const Named row(*m_catalog->entity(u"note"), record);
        m_found.events.push_back({DealEvent::Kind::Note,
                                  record.id(),
                                  row.get<Instant>(u"created_at"),
                                  {},
                                  row.get<QString>(u"title"),
                                  row.get<QString>(u"body"),
                                  person(row.get<RecordId>(u"author"))});
    }

    void takeParty(std::vector<DealParty> &parties, const QString &entity, RecordId row,
                   RecordId named) {
        parties.push_back({row, named, m_reader.title(entity, named)});
    }

    void sort() {
        // What has no date stands behind whatever has one.
        const QDate never(9999, 12, 31);
        std::stable_sort(
            m_found.tasks.begin(), m_found.tasks.end(), [&](const DealTask &a, const DealTask &b) {
                const QDate x = a.due.value_or(never), y = b.due.value_or(never);
                return x != y ? x < y : a.at.value_or(Instant{}) < b.at.value_or(Instant{});
            });
        std::stable_sort(m_found.events.begin(), m_found.events.end(),
                         [](const DealEvent &a, const DealEvent &b) { return b.at < a.at; });
    }

    Reader &m_reader;
    const ReadTime &m_time;
    RecordId m_deal;
    CatalogPtr m_catalog;
    DealActivity m_found;
};

} // namespace

DealActivity activityOf(Reader &reader, const ReadTime &time, RecordId deal) {
    return Around(reader, time, deal).read();
}

} // namespace dw
