// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/seed.h"

#include "core/base/calendar.h"
#include "core/services/settings.h"
#include "core/store/log/changelogtable.h"

#include <QFile>
#include <QJsonDocument>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

struct SeededStage {
    QStringView key;
    QStringView en, zh;
    double winProbability;
    QStringView outcome;
};

constexpr SeededStage stages[] = {
    {u"qualification", u"Qualification", u"资格确认", 10, u"open"},
    {u"needs_confirmed", u"Needs confirmed", u"需求确认", 25, u"open"},
    {u"solution_validated", u"Solution validated", u"方案验证", 50, u"open"},
    {u"negotiation", u"Negotiation", u"商务谈判", 70, u"open"},
    {u"contract", u"Contract", u"合同签署", 90, u"open"},
    {u"won", u"Won", u"赢单", 100, u"won"},
    {u"lost", u"Lost", u"输单", 0, u"lost"},
};

/// A row under construction.
class Draft {
public:
    Draft(const Catalog &catalog, const QString &entity, RecordId id)
        : m_entity(*catalog.entity(entity)),
          m_row(entity, id) {}
    Draft &set(QStringView field, FieldValue value) {
        m_row.set(m_entity.byName(field), std::move(value));
        return *this;
    }
    [[nodiscard]] const Record &row() const { return m_row; }

private:
    const EntityDesc &m_entity;
    Record m_row;
};

/// Writes the seeds one after the other; after a failure the rest is left.
class Seeding {
public:
    Seeding(WriteTransaction &tx, const Workspace::Start &start)
        : m_tx(tx),
          m_catalog(tx.catalogPtr()),
          m_start(start) {}

    void pipeline() {
        const RecordId pipeline{makeUuidV5(u"pipeline/default"_s)};
        create(Draft(*m_catalog, u"pipeline"_s, pipeline)
                   .set(u"name", named(u"Sales pipeline", u"销售管道"))
                   .set(u"position", 1.0)
                   .set(u"active", true));
        double position = 0;
        for (const SeededStage &stage : stages) {
            const RecordId id{makeUuidV5(u"stage/default/"_s + stage.key.toString())};
            create(Draft(*m_catalog, u"stage"_s, id)
                       .set(u"pipeline", pipeline)
                       .set(u"name", named(stage.en, stage.zh))
                       .set(u"position", ++position)
                       .set(u"win_probability", stage.winProbability)
                       .set(u"outcome", stage.outcome.toString()));
        }
    }
    void team(const QString &key, const QJsonValue &value) { put(key, {}, value); }
    void person(RecordId id) {
        if (id.isNull())
            return;
        create(Draft(*m_catalog, u"person"_s, id)
                   .set(u"name", m_start.personName)
                   .set(u"login", m_start.login)
                   .set(u"active", true));
        put(u"device.person"_s, {SettingScope::Device, {}, m_tx.device()}, id.text());
    }
    [[nodiscard]] const Result<void> &result() const { return m_result; }

private:
    [[nodiscard]] QString named(QStringView en, QStringView zh) const {
        return (m_start.language == Language::Chinese ? zh : en).toString();
    }
    void create(const Draft &draft) {
        if (!m_result)
            return;
        if (const auto made = m_tx.create(draft.row()); !made)
            m_result = made.error();
    }
    void put(const QString &key, const SettingOwner &owner, const QJsonValue &value) {
        if (m_result)
            m_result = writeSetting(m_tx, key, owner, value);
    }

    WriteTransaction &m_tx;
    CatalogPtr m_catalog;
    const Workspace::Start &m_start;
    Result<void> m_result;
};

/// The calendar that is shipped for the country; weeks without holidays where none is.
QJsonObject shippedCalendar(const QString &zone) {
    static const QStringList chinese{u"Asia/Shanghai"_s, u"Asia/Chongqing"_s, u"Asia/Harbin"_s,
                                     u"Asia/Urumqi"_s,   u"Asia/Kashgar"_s,   u"PRC"_s};
    const QString name = chinese.contains(zone) ? u"cn"_s : u"empty"_s;
    QFile file(u":/calendars/%1.json"_s.arg(name));
    const QByteArray json = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const auto calendar = Calendar::fromJson(QJsonDocument::fromJson(json).object());
    return calendar ? calendar->toJson() : Calendar().toJson();
}

QString loginOfSystem() {
    for (const char *name : {"USER", "LOGNAME", "USERNAME"}) {
        if (const QString login = qEnvironmentVariable(name).trimmed(); !login.isEmpty())
            return login.left(100);
    }
    return {};
}

} // namespace

Result<Workspace::Start> completeStart(Workspace::Start start) {
    if (start.login.isEmpty())
        start.login = loginOfSystem();
    if (start.personName.trimmed().isEmpty())
        start.personName = start.login;
    if (start.zone.isEmpty())
        start.zone = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    if (!QTimeZone(start.zone.toUtf8()).isValid())
        return makeError(ErrorKind::Invalid, u"seed.zone"_s, {{u"value"_s, start.zone.left(100)}});
    if (start.currency.isEmpty())
        start.currency = start.language == Language::Chinese ? u"CNY"_s : u"USD"_s;
    const auto currency = Currency::fromCode(start.currency);
    if (!currency)
        return currency.error();
    start.currency = currency->code();
    return start;
}

Work seedWork(const Workspace::Start &start, const Clock &clock) {
    const RecordId person =
        start.personName.isEmpty() ? RecordId() : RecordId{makeUuidV7(clock.now())};
    SetInfo info;
    info.kind = SetKind::Seed;
    info.actor = person;
    info.label = {u"seed.workspace"_s, {}};
    return {info, [start, person](WriteTransaction &tx) {
                Seeding seeding(tx, start);
                seeding.person(person);
                seeding.pipeline();
                seeding.team(u"calendar"_s, shippedCalendar(start.zone));
                seeding.team(u"fiscal"_s, QJsonObject{{u"start_month"_s, 1}, {u"week_start"_s, 1}});
                seeding.team(u"currency"_s, start.currency);
                seeding.team(u"zone"_s, start.zone);
                return seeding.result();
            }};
}

Result<bool> needsSeed(Connection &c) { return changelog::isEmpty(c); }

} // namespace dw
