// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalogbuilder.h"

namespace dw {

void addDealEntities(CatalogBuilder &b) {
    using enum FieldType;
    using F = FieldBuilder;
    // clang-format off
    b.entity({"deal", "deals", u"Deal", u"Deals", u"商机", 'D', "name"},
             {F("name", Text, u"Name", u"名称").required().length(200).searched().sortable().section("main"),
              F("account", Link, u"Account", u"客户").target("account").section("main"),
              F("owner", Person, u"Owner", u"负责人").target("person").section("main"),
              F("partner", Link, u"Partner", u"合作伙伴").target("account").section("main"),
              F("pipeline", Link, u"Pipeline", u"销售管道").target("pipeline").tie(Tie::Holds).required().group("stage").section("main"),
              F("stage", Link, u"Stage", u"阶段").target("stage").tie(Tie::Holds).required().group("stage").section("main"),
              F("amount", FieldType::Money, u"Amount", u"金额").section("main"),
              F("expected_close", Date, u"Expected close", u"预计签约").section("main"),
              F("forecast_call", FieldType::Choice, u"Forecast call", u"预测判断").section("main")
                  .choice("pipeline", u"Pipeline", u"管道").choice("best_case", u"Best case", u"乐观").choice("commit", u"Commit", u"承诺"),
              F("closed_on", Date, u"Closed on", u"结案日期").section("closing"),
              F("reason", Text, u"Reason", u"原因").length(500).section("closing"),
              F("payment_terms", Text, u"Payment terms", u"付款条件").length(200).section("closing"),
              F("source", Text, u"Source", u"来源").length(200).section("more"),
              F("tags", Set, u"Tags", u"标签").target("tag").section("more"),
              F("description", LongText, u"Description", u"说明").searched().section("more"),
              F("board_order", Text, u"Order on the board", u"看板次序").length(1000).readOnly().section("system"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system"),
              F("stage_since", FieldType::Instant, u"In stage since", u"进入阶段时间").derived().section("system")});
    b.entity({"deal_line", "deal_lines", u"Deal line", u"Deal lines", u"商机明细", 'I', "product"},
             {F("deal", Link, u"Deal", u"商机").target("deal").tie(Tie::HangsOn).required().section("main"),
              F("product", Link, u"Product", u"产品").target("product").required().section("main"),
              F("quantity", Number, u"Quantity", u"数量").atLeast(0).section("main"),
              F("price", FieldType::Money, u"Price", u"单价").section("main"),
              F("position", Number, u"Position", u"次序").section("system"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    b.entity({"product", "products", u"Product", u"Products", u"产品", 'P', "name"},
             {F("name", Text, u"Name", u"名称").required().length(200).searched().sortable().section("main"),
              F("code", Text, u"Code", u"编码").length(100).searched().section("main"),
              F("series", Text, u"Series", u"系列").length(100).section("main"),
              F("price", FieldType::Money, u"List price", u"标价").section("main"),
              F("active", YesNo, u"Active", u"在售").section("main"),
              F("description", LongText, u"Description", u"说明").section("more"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    b.entity({"pipeline", "pipelines", u"Pipeline", u"Pipelines", u"销售管道", 'W', "name"},
             {F("name", Text, u"Name", u"名称").required().length(100).sortable().section("main"),
              F("position", Number, u"Position", u"次序").section("main"),
              F("active", YesNo, u"Active", u"启用").section("main"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    b.entity({"stage", "stages", u"Stage", u"Stages", u"阶段", 'S', "name"},
             {F("pipeline", Link, u"Pipeline", u"销售管道").target("pipeline").tie(Tie::HangsOn).required().section("main"),
              F("name", Text, u"Name", u"名称").required().length(100).sortable().section("main"),
              F("position", Number, u"Position", u"次序").section("main"),
              F("win_probability", Number, u"Win probability", u"赢率").range(0, 100).unit("%").section("main"),
              F("outcome", FieldType::Choice, u"Outcome", u"结果").required().section("main")
                  .choice("open", u"Open", u"进行中").choice("won", u"Won", u"赢单").choice("lost", u"Lost", u"输单"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    b.entity({"deal_contact", "deal_contacts", u"Contact of a deal", u"Contacts of deals", u"商机联系人", 'J', "contact"},
             {F("deal", Link, u"Deal", u"商机").target("deal").tie(Tie::HangsOn).required().section("main"),
              F("contact", Link, u"Contact", u"联系人").target("contact").required().section("main"),
              F("role", FieldType::Choice, u"Role", u"角色").section("main")
                  .choice("decision_maker", u"Decision maker", u"决策人").choice("economic_buyer", u"Economic buyer", u"预算负责人")
                  .choice("champion", u"Champion", u"支持者").choice("influencer", u"Influencer", u"影响者")
                  .choice("technical", u"Technical evaluator", u"技术评估人").choice("user", u"User", u"使用者")
                  .choice("procurement", u"Procurement", u"采购").choice("legal", u"Legal", u"法务")
                  .choice("blocker", u"Blocker", u"反对者").choice("other", u"Other", u"其他"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    b.entity({"deal_competitor", "deal_competitors", u"Competitor in a deal", u"Competitors in deals", u"商机竞争对手", 'Q', "competitor"},
             {F("deal", Link, u"Deal", u"商机").target("deal").tie(Tie::HangsOn).required().section("main"),
              F("competitor", Link, u"Competitor", u"竞争对手").target("account").required().section("main"),
              F("seen_on", Date, u"Seen on", u"发现日期").section("main"),
              F("strength", FieldType::Choice, u"Strength", u"强弱").section("main")
                  .choice("weak", u"Weaker", u"较弱").choice("even", u"Even", u"相当").choice("strong", u"Stronger", u"较强"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    // clang-format on
}

} // namespace dw
