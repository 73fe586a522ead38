// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/proposal/importproposalwords.h"

namespace dw {

std::span<const EntityWords> importwords::entities() {
    // clang-format off
    static constexpr EntityWords table[] = {
        {"account", u"Account|Company|Organization|Organisation|Customer|Client|Firm|Kunde|Firma|Unternehmen|Société|Cliente|Empresa|"
                    u"客户|公司|企业|单位|机构|客户公司"},
        {"contact", u"Contact|Contact person|Person|Kontakt|Ansprechpartner|联系人|客户联系人"},
        {"lead", u"Lead|Prospect|Sales lead|线索|销售线索|潜在客户|潜客"},
        {"deal", u"Deal|Opportunity|Opp|Potential|Sales pipeline|Sales opportunity|Verkaufschance|商机|销售机会|机会|销售商机|项目"},
        {"deal_line", u"Deal line|Line item|Opportunity product|Deal product|Order line|商机明细|商机产品|明细|订单明细"},
        {"deal_contact", u"Contact role|Opportunity contact role|Deal contact|商机联系人"},
        {"deal_competitor", u"Deal competitor|商机竞争对手"},
        {"product", u"Product|Item|Article|Produkt|产品|商品|物料"},
        {"pipeline", u"Pipeline|Sales process|销售管道|销售流程|管道"},
        {"stage", u"Stage|Phase|阶段|销售阶段"},
        {"touchpoint", u"Touchpoint|Activity|Interaction|Event|Call|Meeting|Visit|触点|跟进记录|拜访记录|活动记录|销售记录|跟进|拜访"},
        {"task", u"Task|To-do|Todo|Aufgabe|任务|待办|待办事项"},
        {"note", u"Note|Notiz|笔记"},
        {"person", u"Person|User|Employee|Sales rep|Salesperson|Sales agent|Staff|Member|Benutzer|人员|用户|员工|成员|销售人员"},
        {"team", u"Team|Sales team|Department|团队|部门|销售团队"},
        {"territory", u"Territory|Sales territory|区域|销售区域"},
        {"tag", u"Tag|Label|标签"},
    };
    // clang-format on
    return table;
}

std::span<const ImportWords> importwords::common() {
    // clang-format off
    static constexpr ImportWords table[] = {
        {"", "#id", u"ID|Record ID|Record Identifier|Object ID|UUID|GUID|Row ID|External ID|Legacy ID|Old ID|System ID|Unique ID|Reference ID|"
                    u"编号|系统编号|唯一标识|记录ID|主键|数据ID|外部编号|旧系统编号|原系统编号|原编号|唯一编码|唯一性ID"},
        {"", "#created_at", u"Created|Created Date|Create Date|Created At|Created On|Created Time|Creation Date|Creation Time|Date Created|Date Added|"
                            u"Add Time|Added On|Entry Date|Date Entered|Record Created|Erstellt|Erstellt am|Erstellungsdatum|Angelegt am|"
                            u"创建时间|创建日期|录入时间|录入日期|新建时间|新增时间|建档时间|建档日期|登记时间|登记日期|添加时间"},
        {"", "#created_by", u"Created By|Creator|Created By User|Creator Name|Created By Name|Created By Full Name|Entered By|Record Creator|Author|"
                            u"Erstellt von|Angelegt von|创建人|创建者|录入人|录入员|建档人|登记人|添加人|创建人姓名"},
        {"", "#changed_at", u"Last Modified|Last Modified Date|Last Modified Time|Modified|Modified Date|Modified On|Modified Time|Modified At|Updated|"
                            u"Updated At|Updated On|Update Time|Last Updated|Last Update|Last Changed|Changed On|Geändert am|Letzte Änderung|"
                            u"最后修改时间|修改时间|修改日期|更新时间|更新日期|最近修改时间|最后更新时间|最近更新时间|最后修改日期|最后更新日期"},
        {"", "#changed_by", u"Last Modified By|Modified By|Updated By|Last Updated By|Changed By|Last Modified By Full Name|"
                            u"Geändert von|最后修改人|修改人|更新人|最近修改人|最后更新人|修改者"},
        {"", "#aside", u"System Modstamp|Is Deleted|Deleted|Locked|Record Currency|Exchange Rate|Layout|Row Checksum|(Do Not Modify) Row Checksum|"
                       u"(Do Not Modify) Modified On|Is Locked|锁定|锁定状态|是否删除|作废状态|生命状态"},
        {"", "owner", u"Owner|Owner Name|Owner Full Name|Record Owner|Assigned To|Assigned User|Assignee|Responsible|Responsible Person|Sales Rep|"
                      u"Sales Representative|Salesperson|Sales Person|Sales Agent|Sales Owner|Rep|Rep Name|Agent|Seller|Account Manager|Account Executive|"
                      u"Owner.Name|Verantwortlich|Verantwortlicher|Zuständig|Bearbeiter|Vertriebsmitarbeiter|Besitzer|"
                      u"负责人|负责人姓名|负责人名称|客户经理|业务员|销售|销售员|销售人员|销售代表|销售负责人|销售经理|归属人|所属人|所属销售|所有人|所有者|"
                      u"跟进人|拥有者|负责销售|责任人|归属销售|负责人（主属性）|执行人"},
        {"", "first_name", u"First Name|First|Given Name|Forename|Firstname|Vorname|Prénom|Nombre|名|名字"},
        {"", "middle_name", u"Middle Name|Middle|Middle Initial|Additional Name|Zweiter Vorname|中间名"},
        {"", "last_name", u"Last Name|Last|Surname|Family Name|Lastname|Nachname|Nom|Apellido|Apellidos|姓|姓氏"},
        {"", "amount_currency", u"Currency|Currency Code|Amount Currency|Deal Currency|Currency Of Value|Currency ISO Code|CurrencyIsoCode|"
                                u"Opportunity Currency|Value Currency|Währung|货币|币种|货币类型|币别"},
        {"", "revenue_currency", u"Currency|Currency Code|Annual Revenue Currency|Revenue Currency|CurrencyIsoCode|Währung|货币|币种|币别"},
        {"", "price_currency", u"Currency|Currency Code|Price Currency|List Price Currency|CurrencyIsoCode|Währung|货币|币种|币别"},
        {"", "email", u"Email|E-mail|Email Address|Mail|Primary Email|Work Email|Business Email|Email 1|E-mail 1 - Value|Email - Work|Emailaddress1|E-Mail-Adresse|"
                      u"邮箱|电子邮箱|邮件|电子邮件|邮件地址|邮箱地址|联系邮箱|工作邮箱|公司邮箱|联系人邮箱|Email地址"},
        {"", "phone", u"Phone|Phone Number|Main Phone|Primary Phone|Telephone|Telephone Number|Tel|Tel No|Business Phone|Office Phone|Company Phone|"
                      u"Work Phone|Direct Phone|Mobile|Mobile Phone|Mobile Phone Number|Mobile Number|Cell|Cell Phone|Phone - Work|Phone - Mobile|Phone 1 - Value|Telephone1|"
                      u"Telefon|Telefonnummer|Handy|Mobiltelefon|电话|电话号码|联系电话|座机|公司电话|固定电话|办公电话|工作电话|总机|手机|手机号|手机号码|"
                      u"移动电话|联系方式|联系人电话|联系手机|手机1|电话1"},
        {"", "tags", u"Tags|Tag|Labels|Label|Keywords|Schlagwörter|标签|客户标签|商机标签|线索标签"},
        {"", "description", u"Description|Notes|Note|Comments|Comment|Remarks|Remark|Memo|Details|Additional Information|About|Beschreibung|Bemerkung|"
                            u"Bemerkungen|Notiz|Notizen|Kommentar|备注|备注信息|说明|描述|描述信息|补充说明|备注说明|详细描述|其他说明|详情"},
        {"", "title", u"Job Title|Title|Position|Function|Role|Job Position|Job Role|Organization Title|Organization 1 - Title|Funktion|Stellung|职务|职位|头衔|岗位|职称|联系人职务"},
        {"", "account", u"Account|Account Name|Company|Company Name|Organization|Organisation|Organization Name|Organisation Name|Customer|Customer Name|"
                        u"Client|Client Name|Associated Company|Associated Company Primary|Primary Company|Primary Associated Company|Company Account|"
                        u"Parent Customer|Potential Customer|Account.Name|Employer|Firm|Kunde|Kundenname|Firma|Firmenname|Unternehmen|Société|Empresa|"
                        u"Cliente|客户|客户名称|客户名|所属客户|关联客户|公司|公司名称|公司名|所属公司|企业|企业名称|单位|单位名称|工作单位|客户全称|公司全称|"
                        u"客户单位|签约客户|最终客户"},
        {"", "contact", u"Contact|Contact Name|Contact Person|Primary Contact|Associated Contact|Person|Ansprechpartner|Kontakt|"
                        u"联系人|联系人姓名|主要联系人|客户联系人|关联联系人"},
        {"", "deal", u"Deal|Deal Name|Opportunity|Opportunity Name|Related Deal|Related Opportunity|Associated Deal|Potential|Potential Name|Regarding|"
                     u"Verkaufschance|商机|商机名称|关联商机|所属商机|销售机会|机会名称|项目|项目名称"},
        {"", "lead", u"Lead|Lead Name|Related Lead|Associated Lead|线索|线索名称|关联线索|销售线索"},
        {"", "product", u"Product|Product Name|Item|Item Name|Product Title|Article|Produkt|产品|产品名称|商品|商品名称|品名"},
        {"", "position", u"Position|Sort Order|Display Order|Order|Sequence|次序|排序|顺序|序号"},
        {"", "territory", u"Territory|Sales Territory|Sales Region|Territory Name|区域|销售区域|大区|所属区域|片区|战区|所属大区"},
        {"", "source", u"Source|Lead Source|Original Source|Original Source Type|Original Traffic Source|Deal Source|Source Campaign Type|Origin|Channel|"
                       u"Source Channel|Acquisition Channel|Traffic Source|Utm Source|Herkunft|Quelle|Leadquelle|来源|来源渠道|线索来源|客户来源|商机来源|"
                       u"渠道来源|渠道|推广渠道|获客渠道|信息来源"},
    };
    // clang-format on
    return table;
}

std::span<const ImportWords> importwords::customers() {
    // clang-format off
    static constexpr ImportWords table[] = {
        {"account", "name", u"Account Name|Account|Company Name|Company|Organization Name|Organisation Name|Organization|Organisation|Business Name|Customer|"
                            u"Customer Name|Client|Client Name|Legal Name|Trading Name|Registered Name|Firm|Kunde|Kundenname|Firma|Firmenname|Unternehmen|"
                            u"Société|Empresa|Cliente|公司|公司名称|公司名|公司全称|客户|客户名称|客户名|客户全称|企业名称|企业|单位|单位名称|单位全称|机构名称|全称|客户单位"},
        {"account", "kind", u"Type|Account Type|Customer Type|Company Type|Relationship|Relationship Type|Category|Kundentyp|客户类型|客户类别|类型|客户性质|关系类型"},
        {"account", "parent", u"Parent Account|Parent|Parent Company|Ultimate Parent|Holding|Holding Company|Headquarters|Subsidiary Of|Part Of|Group|"
                              u"Muttergesellschaft|Konzern|母公司|上级客户|上级公司|集团|所属集团|总公司|上级单位|隶属集团"},
        {"account", "sector", u"Industry|Sector|Vertical|Line Of Business|Industry Sector|Primary Industry|Branche|Wirtschaftszweig|行业|所属行业|行业类别|"
                              u"客户行业|一级行业|行业分类|行业类型"},
        {"account", "website", u"Website|Web Site|Web|URL|Homepage|Website URL|Company Domain Name|Domain|Company Website|Internet|Webseite|"
                               u"官网|网址|网站|公司网址|公司官网|公司网站|企业网站"},
        {"account", "street", u"Street|Street Address|Address|Address Line 1|Address 1|Address1|Billing Street|Billing Address|Mailing Street|Mailing Address|"
                              u"Address 1: Street 1|Street 1|Address Street|Full Address|Office Address|Registered Address|Straße|Adresse|Anschrift|"
                              u"地址|详细地址|街道|街道地址|公司地址|注册地址|办公地址|通讯地址|联系地址|客户地址|企业地址"},
        {"account", "city", u"City|Town|Billing City|Mailing City|Shipping City|Address 1: City|Address City|Ort|Stadt|Ville|城市|市|所在城市|地级市|所在市|公司所在城市"},
        {"account", "region", u"State|Province|State or Region|State/Region|State/Province|Region|Billing State|Billing State/Province|Mailing State|"
                              u"Mailing State/Province|Address 1: State/Province|Address 1: State Or Province|County|Bundesland|省份|省|所在省份|省/直辖市|所在省|所在省市|省市"},
        {"account", "postal_code", u"Zip|Zip Code|Postal Code|Postcode|Post Code|Billing Zip|Billing Postal Code|Billing Zip/Postal Code|Billing Code|Mailing Zip|"
                                   u"Mailing Zip/Postal Code|Address 1: ZIP/Postal Code|PLZ|Postleitzahl|邮编|邮政编码|邮政编号"},
        {"account", "country", u"Country|Country/Region|Country Or Region|Billing Country|Mailing Country|Address 1: Country/Region|Nation|Office Location|Land|"
                               u"Pays|国家|国别|国家/地区|国家地区|所在国家"},
        {"account", "revenue", u"Annual Revenue|Revenue|Turnover|Yearly Revenue|Company Revenue|Annual Sales|Umsatz|Jahresumsatz|年营业额|年收入|营业额|营收|"
                               u"年营收|年销售额|营业收入|年产值"},
        {"account", "employees", u"Employees|Number Of Employees|No. Of Employees|No Of Employees|Employee Count|Headcount|Company Size|Size|Staff|Num Employees|"
                                 u"Mitarbeiter|Mitarbeiterzahl|Anzahl Mitarbeiter|员工数|员工人数|人员规模|公司规模|企业规模|人数|规模|员工数量|员工总数|总人数"},
        {"account", "founded", u"Year Founded|Founded|Year Established|Established|Founding Year|Founded Year|Year Started|Year Incorporated|Gründungsjahr|"
                               u"成立年份|成立时间|成立年|创立年份|建立年份"},
        {"account", "description", u"About Us|Company Description|Account Description|公司简介|企业简介|客户简介|客户备注|客户描述|简介"},

        {"contact", "name", u"Full Name|Contact Name|Contact|Contact Person|Person Name|Display Name|Complete Name|Vollständiger Name|Ansprechpartner|"
                            u"姓名|联系人|联系人姓名|联系人名称|客户姓名|名字|全名|称呼"},
        {"lead", "name", u"Full Name|Lead Name|Lead|Contact Name|Contact|Contact Person|Person Name|Your Name|Customer Name|Name Of Contact|"
                         u"姓名|联系人|联系人姓名|线索名称|线索|客户姓名|您的姓名|名字|称呼"},
        {"lead", "company", u"Company|Company Name|Account|Account Name|Organization|Organisation|Organization Name|Business|Business Name|Employer|Customer|"
                            u"Firma|Firmenname|Unternehmen|公司|公司名称|公司名|企业|企业名称|单位|单位名称|客户|客户名称|客户公司|所属公司|工作单位|贵公司名称"},
        {"lead", "status", u"Status|Lead Status|Stage|Lead Stage|State|Lifecycle Stage|线索状态|状态|跟进状态|线索阶段|处理状态"},
        {"lead", "source", u"Form Name|Ad Source|广告来源|来源平台|平台"},
        {"lead", "campaign", u"Campaign|Campaign Name|Marketing Campaign|Utm Campaign|Source Campaign|Ad Campaign|Original Source Drill-Down 1|Kampagne|"
                             u"活动|市场活动|活动名称|推广计划|广告计划|推广活动|营销活动|广告系列"},
        {"lead", "arrived_at", u"Arrived|Arrived At|Received|Received At|Submitted|Submitted At|Submission Date|Submission Time|Date Submitted|Timestamp|"
                               u"Conversion Date|Inquiry Date|Enquiry Date|Lead Date|Date|到达时间|提交时间|提交日期|留资时间|咨询时间|询盘时间|线索时间|获取时间|进线时间|填写时间"},
        {"lead", "description", u"Message|Your Message|Inquiry|Enquiry|Question|Request|Requirements|留言|咨询内容|需求|客户需求|留言内容|需求描述"},
        {"lead", "raw_payload", u"Raw Payload|Payload|Raw Data|Raw|原始数据|原始内容"},
        {"tag", "name", u"Tag Name|Label Name|标签名称|标签名"},
        {"tag", "color", u"Color|Farbe|颜色"},
    };
    // clang-format on
    return table;
}

} // namespace dw
