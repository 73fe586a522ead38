// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/stats.h"

#include "app/cli/messagejson.h"
#include "app/cli/session.h"
#include "app/cli/texttable.h"
#include "core/services/values/format.h"
#include "core/services/wording/wording.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

QJsonObject statsJson(const WorkspaceStats &stats) {
    QJsonObject rows;
    for (const auto &[entity, count] : stats.rows)
        rows.insert(entity, count);
    QJsonArray stages;
    for (const StageStats &stage : stats.stages) {
        QJsonArray sums;
        for (const Money &sum : stage.sums)
            sums.append(moneyJson(sum));
        for (const Currency currency : stage.tooLarge)
            sums.append(QJsonObject{{u"amount"_s, QJsonValue()},
                                    {u"currency"_s, currency.code()},
                                    {u"overflow"_s, true}});
        stages.append(QJsonObject{{u"pipeline"_s, stage.pipeline},
                                  {u"stage"_s, stage.stage},
                                  {u"deals"_s, stage.deals},
                                  {u"sums"_s, sums}});
    }
    return {{u"rows"_s, rows}, {u"stages"_s, stages}};
}

void printText(Session &session, const WorkspaceStats &stats) {
    TextTable rows(
        {{session.say(u"cli.head_rows"_s)}, {session.say(u"cli.head_count"_s), Align::Right}});
    for (const auto &[entity, count] : stats.rows) {
        const EntityDesc *desc = session.catalog().entity(entity);
        rows.add({desc ? desc->pluralLabel.in(session.language()) : entity, groupedInteger(count)});
    }
    session.printer().lines(rows.lines());
    if (stats.stages.empty())
        return;
    session.printer().line();
    TextTable stages({{session.say(u"cli.head_pipeline"_s)},
                      {session.say(u"cli.head_stage"_s)},
                      {session.say(u"cli.head_deals"_s), Align::Right},
                      {session.say(u"cli.head_sums"_s), Align::Right}});
    for (const StageStats &stage : stats.stages) {
        QStringList sums;
        for (const Money &sum : stage.sums)
            sums << displayMoney(sum, session.language(), Style::Full);
        for (const Currency currency : stage.tooLarge)
            sums << session.say(u"cli.sum_too_large"_s, {{u"currency"_s, currency.code()}});
        stages.add({stage.pipeline, stage.stage, groupedInteger(stage.deals), sums.join(u" + "_s)});
    }
    session.printer().lines(stages.lines());
}

} // namespace

Exit runStats(Session &session) {
    const auto stats = statsOf(session.reader());
    if (!stats)
        return session.fail(stats.error());
    if (session.json())
        session.printer().json(statsJson(*stats));
    else
        printText(session, *stats);
    return Exit::Done;
}

} // namespace dw::cli
