// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/demo/demodata.h"

#include "core/catalog/validate.h"
#include "core/domain/encoding.h"
#include "tests/support/testworkspace.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

constexpr Instant now{1'773'021'600'000}; // 2026-03-09T02:00:00Z
constexpr int manyDeals = 40'000;
constexpr qsizetype mostWrong = 20;

CatalogPtr catalogWithSkills() {
    FieldDesc skills = demoSkillsField();
    skills.name = u"c_skills"_s;
    return must(Catalog::builtin()->withField(u"person"_s, skills));
}

void write(CanonicalWriter &out, const Record &record, Instant at) {
    out.text(record.entity());
    out.bytes(record.id().bytes());
    out.integer(at.ms);
    for (const auto &[field, value] : record.values()) {
        out.integer(field.index);
        out.value(LoggedValue::given(value));
    }
}

void overlay(Record &record, const Record &values) {
    for (const auto &[field, value] : values.values())
        record.set(field, value);
}

} // namespace

DemoRequest DemoData::request(int deals, Language language) {
    DemoRequest request;
    request.deals = deals;
    request.language = language;
    request.now = now;
    request.zone = QTimeZone("Asia/Shanghai");
    return request;
}

const DemoData &DemoData::big(Language language) {
    static const DemoData english(request(manyDeals, Language::English));
    static const DemoData chinese(request(manyDeals, Language::Chinese));
    return language == Language::English ? english : chinese;
}

DemoData::DemoData(const DemoRequest &request) : asked(request), m_catalog(catalogWithSkills()) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    must(generateDemo(*m_catalog, request, [&](DemoRow &&row) -> Result<void> {
        CanonicalWriter bytes;
        write(bytes, row.draft, row.at);
        for (const DemoStep &step : row.later)
            write(bytes, step.values, step.at);
        hash.addData(bytes.data());
        ++rowCount;
        changeCount += 1 + qint64(row.later.size());
        judge(row);
        take(std::move(row));
        return {};
    }));
    digest = hash.result();
}

/// Values, links and times as the store wants them.
void DemoData::judge(const DemoRow &row) {
    const auto complain = [&](const QString &what) {
        if (wrong.size() < mostWrong)
            wrong << row.draft.entity() + u' ' + what;
    };
    const EntityDesc &entity = *m_catalog->entity(row.draft.entity());
    if (m_rows.value(entity.key).contains(row.draft.id()))
        complain(u"id twice"_s);
    for (quint16 n = 0; n < entity.fields.size(); ++n) {
        const FieldDesc &field = entity.fields[n];
        if (field.validity.required && row.draft.value({n}).isEmpty())
            complain(field.key + u" is missing"_s);
    }
    Instant last = row.at;
    const auto judgeValues = [&](const Record &values) {
        for (const auto &[handle, value] : values.values()) {
            const FieldDesc &field = entity.field(handle);
            if (const auto finding = validate(entity.key, field, value))
                complain(field.key + u' ' + finding->id);
            if (value.is<RecordId>() && !m_rows.value(field.target).contains(value.as<RecordId>()))
                complain(field.key + u" points at nothing"_s);
        }
    };
    judgeValues(row.draft);
    if (last > asked.now)
        complain(u"comes after now"_s);
    for (const DemoStep &step : row.later) {
        if (step.at <= last || step.at > asked.now)
            complain(u"step out of order"_s);
        last = step.at;
        judgeValues(step.values);
    }
}

void DemoData::take(DemoRow &&row) {
    const QString entity = row.draft.entity();
    const RecordId id = row.draft.id();
    const Record first = row.draft;
    Record last = std::move(row.draft);
    for (const DemoStep &step : row.later)
        overlay(last, step.values);
    if (entity == "deal"_L1) {
        Deal &deal = m_deals[id];
        deal.created = row.at;
        deal.happened.push_back(row.at);
        deal.moves.push_back({row.at, value(first, u"stage").as<RecordId>()});
        for (const DemoStep &step : row.later) {
            deal.happened.push_back(step.at);
            if (const RecordId stage = value(step.values, u"stage").as<RecordId>(); !stage.isNull())
                deal.moves.push_back({step.at, stage});
            if (!value(step.values, u"expected_close").isEmpty())
                ++deal.slips;
        }
        deal.last = last;
    } else if (entity == "lead"_L1) {
        Lead &lead = m_leads[id];
        lead.last = last;
        if (!row.later.empty())
            lead.answered = row.later.front().at;
    } else if (const FieldHandle link = m_catalog->entity(entity)->byKey(u"deal"); !link.isNull()) {
        if (const RecordId of = last.value(link).as<RecordId>(); !of.isNull()) {
            Deal &deal = m_deals[of];
            deal.happened.push_back(row.at);
            if (entity == "touchpoint"_L1)
                deal.touches.push_back(last);
            else if (entity == "deal_line"_L1)
                deal.lines.push_back(last);
            else if (entity == "deal_contact"_L1)
                deal.contacts.push_back(last);
            else if (entity == "deal_competitor"_L1)
                ++deal.competitors;
            else if (entity == "task"_L1 && !value(last, u"done").as<bool>())
                ++deal.openTasks;
        }
    }
    m_rows[entity].insert(id, last);
}

const QHash<RecordId, Record> &DemoData::rows(const QString &entity) const {
    const auto found = m_rows.constFind(entity);
    if (found == m_rows.constEnd())
        qFatal("no %s", qPrintable(entity));
    return *found;
}

FieldValue DemoData::value(const Record &record, QStringView key) const {
    return record.value(m_catalog->entity(record.entity())->byKey(key));
}

const Record &DemoData::linked(const Record &record, QStringView key) const {
    const EntityDesc &entity = *m_catalog->entity(record.entity());
    const FieldHandle field = entity.byKey(key);
    const auto &targets = rows(entity.field(field).target);
    const auto found = targets.constFind(record.value(field).as<RecordId>());
    if (found == targets.constEnd())
        qFatal("%s has no %s", qPrintable(entity.key), qPrintable(key.toString()));
    return *found;
}

QString DemoData::outcome(const Deal &deal) const {
    return text(linked(deal.last, u"stage"), u"outcome");
}

int DemoData::pipeline(const Deal &deal) const {
    return int(value(linked(deal.last, u"pipeline"), u"position").as<double>()) - 2;
}

int DemoData::stagePosition(RecordId stage) const {
    return int(value(rows(u"stage"_s).value(stage), u"position").as<double>());
}

QDate DemoData::day(Instant at) const { return at.toUtc().toTimeZone(asked.zone).date(); }

int DemoData::daysOf(const Deal &deal) const {
    return int(day(deal.created).daysTo(value(deal.last, u"closed_on").as<QDate>()));
}

} // namespace dw::test
