// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/qualitytelling.h"

#include "app/cli/messagejson.h"
#include "core/services/values/format.h"
#include "core/services/wording/wording.h"

#include <algorithm>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

constexpr int widestCell = 60;
constexpr size_t mostNamed = 3;

QString percent(const std::optional<double> &share) {
    return share ? QString::number(*share, 'f', 1) + u" %"_s : u"–"_s;
}

QJsonValue shareJson(const std::optional<double> &share) {
    return share ? QJsonValue(*share) : QJsonValue();
}

QJsonObject tallyJson(const QualityReport &report, const QualityTally &tally) {
    QJsonObject missing;
    for (size_t i = 0; i < report.parts.size(); ++i)
        missing.insert(report.parts[i].key, tally.missing[i]);
    QJsonObject object{{u"records"_s, tally.records},
                       {u"complete"_s, tally.complete},
                       {u"completeness"_s, shareJson(completenessOf(tally, report.total))},
                       {u"missing"_s, missing}};
    if (report.entity == "account"_L1) {
        object.insert(u"captured"_s, tally.captured);
        object.insert(u"captured_share"_s, shareJson(percentOf(tally.captured, tally.records)));
    }
    return object;
}

} // namespace

QString QualityTelling::partLabel(const QString &entity, const QString &part,
                                  Language language) const {
    if (part.startsWith(u'@'))
        return word({u"quality.part_"_s + part.mid(1), {}}, language, m_session.catalog());
    const EntityDesc &desc = *m_session.catalog().entity(entity);
    QStringList labels;
    for (const QString &key : part.split(u'|'))
        labels << desc.field(desc.byKey(key)).label.in(language);
    return labels.join(u" / "_s);
}

QString QualityTelling::entityLabel(const QString &entity) const {
    return m_session.catalog().entity(entity)->pluralLabel.in(m_session.language());
}

QString QualityTelling::missingMost(const QualityReport &report, const QualityTally &tally) const {
    std::vector<size_t> order;
    for (size_t i = 0; i < report.parts.size(); ++i) {
        if (tally.missing[i] > 0)
            order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return tally.missing[a] > tally.missing[b]; });
    if (order.size() > mostNamed)
        order.resize(mostNamed);
    QStringList named;
    for (const size_t i : order)
        named << u"%1 (%2)"_s.arg(
            partLabel(report.entity, report.parts[i].key, m_session.language()),
            groupedInteger(tally.missing[i]));
    return named.join(u", "_s);
}

QString QualityTelling::groupName(const QualityGroup &group, QualityBy by) const {
    if (!group.name.isEmpty())
        return group.name;
    if (group.import != 0)
        return m_session.say(u"quality.import"_s, {{u"set"_s, QString::number(group.import)}});
    if (!group.id.isNull())
        return group.id.text();
    if (by == QualityBy::Person)
        return m_session.say(u"quality.nobody"_s);
    return m_session.say(by == QualityBy::Team ? u"quality.no_team"_s : u"quality.no_source"_s);
}

void QualityTelling::overview(const std::vector<QualityReport> &reports) const {
    TextTable table({head(u"cli.head_entity"_s), head(u"cli.head_records"_s, Align::Right),
                     head(u"cli.head_complete"_s, Align::Right),
                     head(u"cli.head_completeness"_s, Align::Right),
                     head(u"cli.head_missing_most"_s)});
    for (const QualityReport &report : reports)
        table.add({entityLabel(report.entity), groupedInteger(report.all.records),
                   groupedInteger(report.all.complete),
                   percent(completenessOf(report.all, report.total)),
                   missingMost(report, report.all)});
    m_session.printer().lines(table.lines());
}

void QualityTelling::parts(const QualityReport &report) const {
    TextTable table({head(u"cli.head_counts"_s), head(u"cli.head_weight"_s, Align::Right),
                     head(u"cli.head_filled"_s, Align::Right),
                     head(u"cli.head_missing"_s, Align::Right)});
    for (size_t i = 0; i < report.parts.size(); ++i) {
        const qint64 missing = report.all.missing[i];
        table.add({partLabel(report.entity, report.parts[i].key, m_session.language()),
                   groupedInteger(report.parts[i].weight),
                   percent(percentOf(report.all.records - missing, report.all.records)),
                   groupedInteger(missing)});
    }
    m_session.printer().line();
    m_session.printer().lines(table.lines());
}

void QualityTelling::groups(const QualityReport &report, const QualityQuestion &question) const {
    const bool isAccount = report.entity == "account"_L1;
    std::vector<TextTable::Column> heads{
        {m_session.say(u"cli.head_"_s + question.byName), Align::Left, widestCell},
        head(u"cli.head_records"_s, Align::Right),
        head(u"cli.head_complete"_s, Align::Right),
        head(u"cli.head_completeness"_s, Align::Right)};
    if (isAccount)
        heads.push_back(head(u"cli.head_captured"_s, Align::Right));
    heads.push_back(head(u"cli.head_missing_most"_s));
    TextTable table(std::move(heads));
    for (const QualityGroup &group : report.groups) {
        QStringList cells{groupName(group, question.by), groupedInteger(group.tally.records),
                          groupedInteger(group.tally.complete),
                          percent(completenessOf(group.tally, report.total))};
        if (isAccount)
            cells << percent(percentOf(group.tally.captured, group.tally.records));
        cells << missingMost(report, group.tally);
        table.add(cells);
    }
    m_session.printer().line();
    m_session.printer().line(entityLabel(report.entity));
    m_session.printer().lines(table.lines());
}

void QualityTelling::assets(const QualityReport &report) const {
    m_session.printer().line();
    const auto share = percentOf(report.all.captured, report.all.records);
    if (!share) {
        m_session.printer().line(m_session.say(u"quality.no_accounts"_s));
        return;
    }
    QString text =
        m_session.say(u"quality.captured"_s, {{u"count"_s, QString::number(report.all.captured)},
                                              {u"records"_s, QString::number(report.all.records)},
                                              {u"share"_s, QString::number(*share, 'f', 1)}});
    if (*share < m_book.threshold())
        text += u' '
                + m_session.say(u"quality.bad_start"_s,
                                {{u"threshold"_s, QString::number(m_book.threshold())}});
    m_session.printer().line(text);
}

void QualityTelling::items(const QualityReport &report,
                           const std::vector<QualityItem> &items) const {
    if (items.empty()) {
        m_session.printer().line(m_session.say(u"quality.all_complete"_s));
        return;
    }
    TextTable table({head(u"cli.head_id"_s),
                     {m_session.say(u"cli.head_title"_s), Align::Left, widestCell},
                     head(u"cli.head_completeness"_s, Align::Right),
                     head(u"cli.head_missing"_s)});
    for (const QualityItem &item : items) {
        QStringList missing;
        for (const QString &part : item.missing)
            missing << partLabel(report.entity, part, m_session.language());
        table.add({item.shortId, item.title, percent(percentOf(item.points, report.total)),
                   missing.join(u", "_s)});
    }
    m_session.printer().lines(table.lines());
}

QJsonObject QualityTelling::json(const QualityReport &report,
                                 const QualityQuestion &question) const {
    QJsonObject object = tallyJson(report, report.all);
    object.insert(u"entity"_s, report.entity);
    object.insert(u"total_weight"_s, report.total);
    QJsonArray parts;
    for (const QualityPart &part : report.parts)
        parts.append(
            QJsonObject{{u"part"_s, part.key},
                        {u"label"_s, partLabel(report.entity, part.key, Language::English)},
                        {u"weight"_s, part.weight}});
    object.insert(u"parts"_s, parts);
    if (question.by == QualityBy::Nothing)
        return object;
    QJsonArray groups;
    for (const QualityGroup &group : report.groups) {
        QJsonObject one = tallyJson(report, group.tally);
        if (question.by != QualityBy::Source)
            one.insert(question.byName,
                       group.id.isNull() ? QJsonValue() : QJsonValue(group.id.text()));
        one.insert(question.by == QualityBy::Source ? u"source"_s : question.byName + u"_label"_s,
                   textOrNull(group.name));
        if (group.import != 0)
            one.insert(u"import"_s, group.import);
        groups.append(one);
    }
    object.insert(u"groups"_s, groups);
    return object;
}

QJsonObject QualityTelling::json(const QualityReport &report, const QualityItem &item) {
    return {{u"id"_s, item.id.text()},
            {u"short_id"_s, item.shortId},
            {u"label"_s, item.title},
            {u"completeness"_s, shareJson(percentOf(item.points, report.total))},
            {u"missing"_s, QJsonArray::fromStringList(item.missing)}};
}

} // namespace dw::cli
