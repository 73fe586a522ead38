// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/proposal/importproposalwords.h"

namespace dw {

std::span<const ImportWords> importwords::deals() {
    // clang-format off
    static constexpr ImportWords table[] = {
        {"deal", "name", u"Deal Name|Deal|Opportunity Name|Opportunity|Opportunity Title|Deal Title|Title|Topic|Subject|Potential Name|Project|Project Name|"
                         u"Vorgang|Verkaufschance|Bezeichnung|商机名称|商机|商机标题|商机主题|机会名称|机会|销售机会|销售机会名称|销售机会主题|项目名称|项目|主题|标题|商机名|订单名称|合同名称"},
        {"deal", "partner", u"Partner|Partner Account|Partner Name|Reseller|Channel Partner|Distributor|Dealer|渠道商|代理商|合作伙伴|经销商|渠道伙伴|伙伴名称"},
        {"deal", "pipeline", u"Pipeline|Sales Pipeline|Deal Pipeline|Pipeline Name|Sales Process|Process|Funnel|Record Type|销售管道|销售流程|管道|管道名称|销售漏斗|业务类型|商机类型|销售类型"},
        {"deal", "stage", u"Stage|Deal Stage|Sales Stage|Pipeline Stage|Pipeline Phase|Opportunity Stage|Stage Name|Phase|Status|Deal Status|Opportunity Status|"
                          u"Status Reason|Current Stage|Opportunity Result|Deal Result|Result|Outcome|Deal Outcome|Win/Loss|Won/Lost|Verkaufsphase|阶段|销售阶段|商机阶段|当前阶段|项目阶段|商机状态|跟进阶段|机会阶段|阶段名称|商机进展|进展阶段|状态"},
        {"deal", "amount", u"Amount|Value|Expected Revenue|Deal Value|Deal Amount|Deal Size|Opportunity Amount|Opportunity Value|Est Revenue|Est. Revenue|Estimated Revenue|"
                           u"Estimated Value|Estimated Amount|Est. Value|Actual Revenue|Total|Total Value|Total Amount|Total Price|Price|Contract Value|Contract Amount|"
                           u"ACV|TCV|Close Value|Closed Amount|Deal Revenue|Sales Amount|Budget Amount|Potential Amount|Betrag|Wert|Auftragswert|Summe|Umsatz|"
                           u"金额|商机金额|成交金额|预计金额|预计成交金额|预计销售金额|合同金额|项目金额|预估金额|销售金额|报价金额|订单金额|总金额|预计合同金额|预计收入|"
                           u"商机总金额|预计签约金额|签约金额|项目预算|预算金额|实际成交金额|销售额"},
        {"deal", "expected_close", u"Close Date|Expected Close|Expected Close Date|Expected Closing Date|Est Close Date|Est. Close Date|Estimated Close Date|Closing Date|"
                                   u"Target Close|Target Close Date|Target Date|Forecast Close Date|Expected Closing|Estimated Close|Due Date|Close|Abschlussdatum|"
                                   u"Voraussichtlicher Abschluss|Erwarteter Abschluss|Geplanter Abschluss|预计签约|预计签单|预计签单日期|预计签单时间|预计签约日期|预计签约时间|预计成交日期|预计成交时间|"
                                   u"预计签单日期|预计签单时间|预计结单日期|预计结束日期|预计关闭日期|预计关单日期|结单日期|预计成单日期|预计成单时间|计划成交日期|预计完成日期|预计赢单日期|预计下单时间"},
        {"deal", "closed_on", u"Actual Close Date|Actual Close|Actual Closing Date|Closed|Closed Date|Closed On|Close Time|Date Closed|Deal Closed On|Won Time|Won Date|Won On|"
                              u"Lost Time|Lost Date|Signed|Signed On|Contract Date|Abgeschlossen am|实际成交日期|实际成交时间|成交日期|成交时间|签约日期|签约时间|签单日期|"
                              u"赢单日期|赢单时间|结案日期|关闭日期|关闭时间|实际结束日期|实际签约日期|实际关闭日期|合同签订日期|下单日期|输单时间"},
        {"deal", "forecast_call", u"Forecast Category|Forecast|Forecast Call|Forecast Type|Forecast Commitment|预测类别|预测类型|预测判断|预测承诺"},
        {"deal", "reason", u"Reason|Loss Reason|Lost Reason|Closed Lost Reason|Closed Won Reason|Close Reason|Reason Lost|Reason For Loss|Reason Won|Win/Loss Reason|"
                           u"Win Loss Reason|Verlustgrund|Grund|原因|输单原因|丢单原因|失败原因|赢单原因|关闭原因|输赢原因|流失原因|结案原因"},
        {"deal", "payment_terms", u"Payment Terms|Terms|Terms Of Payment|Payment Conditions|Zahlungsbedingungen|Zahlungsziel|付款条件|付款方式|付款条款|账期|支付方式|结算方式"},
        {"deal", "description", u"Deal Description|Opportunity Description|Next Steps And Notes|商机描述|商机备注|项目描述|项目概况|商机说明"},
        {"deal", "quantity", u"Quantity|Qty|Units|Number Of Units|数量|件数|台数|购买数量|产品数量"},
        {"deal", "price", u"Unit Price|Item Price|Sales Price|Price Per Unit|单价|产品单价|销售单价|成交单价"},
        {"deal", "role", u"Contact Role|Buying Role|联系人角色|决策角色"},
        {"deal", "#from_stage", u"Probability|Probability (%)|Win Probability|Deal Probability|Win Rate|Chance|Close Probability|Wahrscheinlichkeit|"
                                u"赢率|赢单率|成交概率|赢单概率|成功率|可能性|成单概率|预计赢率"},
        {"deal", "#aside", u"Weighted Amount|Weighted Value|Expected Revenue|Expected Amount|Forecast Amount|Is Closed|Is Won|Closed Won|Deal Age|Age|Sales Cycle Duration|"
                           u"Amount In Company Currency|Weighted Amount In Company Currency|Days To Close|加权金额|是否赢单|是否关闭|停留天数"},

        {"deal_line", "quantity", u"Quantity|Qty|Units|Count|Number Of Units|Amount Of Items|Menge|Anzahl|数量|件数|台数|购买数量|销售数量"},
        {"deal_line", "price", u"Price|Unit Price|Sales Price|Item Price|Price Per Unit|Sold Price|Einzelpreis|Preis|单价|价格|销售单价|成交单价|售价|产品单价"},
        {"deal_contact", "role", u"Role|Contact Role|Buying Role|Role In Deal|角色|联系人角色|决策角色"},
        {"deal_competitor", "competitor", u"Competitor|Competitor Name|Competition|竞争对手|竞品|竞争对手名称|竞争厂商"},
        {"deal_competitor", "strength", u"Strength|Threat|Threat Level|强弱|威胁程度"},
        {"deal_competitor", "seen_on", u"Seen On|Seen|Date|发现日期|发现时间|日期"},

        {"product", "name", u"Product Name|Product|Product Title|Item|Item Name|Article|Article Name|Produkt|Produktname|Artikel|产品|产品名称|商品|商品名称|品名|物料名称|产品名"},
        {"product", "code", u"Code|Product Code|SKU|Item Number|Item Code|Article Number|Article No|Part Number|Part No|Product Number|Product SKU|Artikelnummer|"
                            u"编码|产品编码|产品编号|商品编码|商品编号|货号|料号|物料编码|产品代码|产品型号|型号"},
        {"product", "series", u"Series|Family|Product Family|Product Line|Category|Product Category|Product Group|Product Type|Group|Produktgruppe|Warengruppe|"
                              u"系列|产品系列|产品类别|产品线|品类|产品分类|商品分类|产品大类|产品类型"},
        {"product", "price", u"Price|List Price|Unit Price|Standard Price|Sales Price|Retail Price|Base Price|MSRP|Preis|Listenpreis|标价|单价|价格|目录价|标准价格|零售价|"
                             u"标准单价|销售价格|产品价格|指导价|建议零售价"},
        {"product", "active", u"Active|Is Active|Product Active|Enabled|Available|Status|Aktiv|在售|启用|是否启用|是否在售|上架|上架状态|是否上架|状态"},
        {"product", "description", u"Product Description|Beschreibung|产品描述|产品说明|产品介绍|规格说明"},

        {"pipeline", "name", u"Pipeline Name|Pipeline|Sales Process|管道名称|销售流程|管道"},
        {"pipeline", "active", u"Active|Is Active|Enabled|启用|是否启用"},
        {"stage", "name", u"Stage Name|Stage|Phase|阶段名称|阶段|销售阶段"},
        {"stage", "pipeline", u"Pipeline|Pipeline Name|Sales Process|销售管道|销售流程"},
        {"stage", "win_probability", u"Probability|Probability (%)|Win Probability|Win Rate|赢率|赢单率|成交概率|赢单概率"},
        {"stage", "outcome", u"Outcome|Result|Type|Stage Type|Forecast Category|结果|阶段类型"},
    };
    // clang-format on
    return table;
}

std::span<const ImportWords> importwords::activities() {
    // clang-format off
    static constexpr ImportWords table[] = {
        {"touchpoint", "kind", u"Type|Kind|Activity Type|Interaction Type|Event Type|Call Type|Medium|Method|Art|类型|跟进方式|跟进类型|拜访方式|活动类型|沟通方式|联系方式|拜访类型|记录类型"},
        {"touchpoint", "happened_at", u"When|Date|Time|Date Time|Happened At|Activity Date|Activity Time|Start|Start Time|Start Date|Start Date Time|Call Time|Call Date|"
                                      u"Meeting Date|Meeting Time|Visit Date|Timestamp|Occurred At|Datum|时间|日期|跟进时间|跟进日期|拜访时间|拜访日期|沟通时间|发生时间|开始时间|活动时间|联系时间|通话时间"},
        {"touchpoint", "summary", u"Summary|Subject|Title|Topic|Activity Subject|Betreff|摘要|主题|标题|跟进主题|拜访主题|活动主题"},
        {"touchpoint", "body", u"Body|Content|Text|Notes|Note|Description|Details|Comments|Call Notes|Meeting Notes|Activity Notes|Inhalt|内容|跟进内容|拜访记录|拜访内容|沟通内容|跟进记录|详情|会议纪要|备注|活动内容|沟通记录"},
        {"touchpoint", "person", u"Person|Owner|Assigned To|User|Rep|Sales Rep|Salesperson|Host|Activity Assigned To|Organizer|Mitarbeiter|人员|跟进人|拜访人|负责人|销售|业务员|销售人员|执行人"},
        {"touchpoint", "channel", u"Channel|Platform|Source|渠道|平台|沟通渠道"},
        {"touchpoint", "minutes", u"Minutes|Duration|Duration (minutes)|Duration (min)|Call Duration|Length|Dauer|时长|通话时长|时长（分钟）|持续时间|沟通时长"},

        {"task", "title", u"Title|Subject|Task|Task Name|Task Subject|Name|Activity|To Do|Betreff|Aufgabe|标题|主题|任务|任务名称|任务主题|任务标题|待办|待办事项"},
        {"task", "kind", u"Kind|Type|Task Type|Activity Type|Art|类型|任务类型|待办类型"},
        {"task", "due_on", u"Due|Due Date|Due On|Deadline|Date|Task Due Date|Fällig|Fällig am|截止日期|到期日|到期日期|计划日期|计划完成日期|截止|截至日期"},
        {"task", "due_at", u"Due At|Due Time|Due Date Time|Reminder|截止时间|到期时间|计划完成时间"},
        {"task", "done", u"Done|Completed|Complete|Is Closed|Is Done|Is Completed|Finished|Closed|Erledigt|已完成|是否完成|完成|完成状态"},
        {"task", "done_at", u"Done At|Done On|Completed At|Completed On|Completion Date|Completed Date|Completed Time|Date Completed|Marked As Done Time|完成时间|完成日期|实际完成时间|实际完成日期"},
        {"task", "description", u"Task Description|Task Notes|任务描述|任务说明|任务内容"},

        {"note", "title", u"Title|Subject|Note Title|Betreff|标题|主题|备注标题"},
        {"note", "body", u"Body|Text|Note|Notes|Note Body|Note Content|Note Text|Content|Description|Comment|Comments|Inhalt|正文|内容|备注|备注内容|笔记|笔记内容|记录内容"},
        {"note", "author", u"Author|Owner|Note Owner|Written By|Created By|Creator|作者|负责人|创建人|记录人"},
        {"attachment", "name", u"File Name|Filename|File|Title|Attachment|文件名|附件|附件名称|文件名称"},
        {"attachment", "media_type", u"Media Type|Mime Type|Content Type|File Type|文件类型"},
    };
    // clang-format on
    return table;
}

std::span<const ImportWords> importwords::people() {
    // clang-format off
    static constexpr ImportWords table[] = {
        {"person", "name", u"Full Name|Name|User|User Full Name|Employee|Employee Name|Sales Agent|Sales Rep|Rep|Rep Name|Salesperson|Display Name|Mitarbeiter|"
                           u"姓名|员工|员工姓名|用户|用户姓名|人员|人员姓名|成员|销售|销售人员|业务员"},
        {"person", "active", u"Active|Is Active|Enabled|Status|User Status|Aktiv|在职|状态|是否在职|启用|在职状态|账号状态"},
        {"person", "team", u"Team|Department|Group|Office|Regional Office|Division|Business Unit|Sales Team|Abteilung|团队|部门|所属部门|小组|所属团队|主部门|所在部门"},
        {"person", "manager", u"Manager|Reports To|Supervisor|Boss|Manager Name|Team Lead|Vorgesetzter|上级|主管|直属上级|汇报对象|经理|直接主管|直属领导|汇报人"},
        {"person", "login", u"Login|Username|User Name|User ID|Login Name|Alias|Benutzername|登录名|账号|用户名|登录账号|工号"},
        {"team", "name", u"Team|Team Name|Department|Department Name|Group|团队|团队名称|部门|部门名称"},
        {"team", "parent", u"Parent Team|Parent|Parent Department|上级团队|上级部门"},
        {"team", "manager", u"Manager|Team Lead|Head|Leader|主管|负责人|部门负责人|团队负责人|部门主管"},
        {"territory", "name", u"Territory|Territory Name|Region|Area|区域|区域名称|大区"},
        {"territory", "parent", u"Parent Territory|Parent|Parent Region|上级区域"},
        {"territory", "owner", u"Manager|Territory Manager|区域经理|区域负责人"},

        {"cross_reference", "system", u"System|Source System|系统|来源系统"},
        {"cross_reference", "external_id", u"External ID|Foreign ID|外部编号|外部ID"},
    };
    // clang-format on
    return table;
}

} // namespace dw
