// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalogbuilder.h"

namespace dw {

void addCustomerEntities(CatalogBuilder &b) {
    using enum FieldType;
    using F = FieldBuilder;
    // clang-format off
    b.entity({"account", "accounts", u"Account", u"Accounts", u"客户", 'A', "name"},
             {F("name", Text, u"Name", u"名称").required().length(200).searched().sortable().section("main"),
              F("kind", FieldType::Choice, u"Kind", u"类别").section("main")
                  .choice("customer", u"Customer", u"客户").choice("partner", u"Partner", u"合作伙伴").choice("competitor", u"Competitor", u"竞争对手"),
              F("parent", Link, u"Parent account", u"上级客户").target("account").section("main"),
              F("owner", Person, u"Owner", u"负责人").target("person").section("main"),
              F("sector", Text, u"Sector", u"行业").length(100).section("main"),
              F("territory", Link, u"Territory", u"区域").target("territory").section("main"),
              F("phone", Phone, u"Phone", u"电话").personal(PersonalData::Contact).searched().section("contact"),
              F("email", Email, u"E-mail", u"邮箱").personal(PersonalData::Contact).searched().section("contact"),
              F("website", Text, u"Website", u"网站").length(300).section("contact"),
              F("street", Text, u"Street", u"街道").length(200).group("address").section("address"),
              F("city", Text, u"City", u"城市").length(100).group("address").section("address"),
              F("region", Text, u"State or province", u"省份").length(100).group("address").section("address"),
              F("postal_code", Text, u"Postal code", u"邮编").length(20).group("address").section("address"),
              F("country", Text, u"Country", u"国家").length(100).group("address").section("address"),
              F("revenue", FieldType::Money, u"Annual revenue", u"年收入").section("more"),
              F("employees", Number, u"Employees", u"员工数").atLeast(0).unit("people").section("more"),
              F("founded", Number, u"Year founded", u"成立年份").range(1000, 9999).section("more"),
              F("tags", Set, u"Tags", u"标签").target("tag").section("more"),
              F("description", LongText, u"Description", u"说明").searched().section("more"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    b.entity({"contact", "contacts", u"Contact", u"Contacts", u"联系人", 'C', "name"},
             {F("name", Text, u"Name", u"姓名").required().length(200).personal(PersonalData::Name).searched().sortable().section("main"),
              F("title", Text, u"Job title", u"职务").length(100).section("main"),
              F("account", Link, u"Account", u"客户").target("account").section("main"),
              F("email", Email, u"E-mail", u"邮箱").personal(PersonalData::Contact).searched().section("contact"),
              F("phone", Phone, u"Phone", u"电话").personal(PersonalData::Contact).searched().section("contact"),
              F("owner", Person, u"Owner", u"负责人").target("person").section("main"),
              F("tags", Set, u"Tags", u"标签").target("tag").section("more"),
              F("description", LongText, u"Description", u"说明").searched().section("more"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    b.entity({"lead", "leads", u"Lead", u"Leads", u"线索", 'L', "name"},
             {F("name", Text, u"Name", u"姓名").required().length(200).personal(PersonalData::Name).searched().sortable().section("main"),
              F("company", Text, u"Company", u"公司").length(200).searched().section("main"),
              F("title", Text, u"Job title", u"职务").length(100).section("main"),
              F("email", Email, u"E-mail", u"邮箱").personal(PersonalData::Contact).searched().section("contact"),
              F("phone", Phone, u"Phone", u"电话").personal(PersonalData::Contact).searched().section("contact"),
              F("status", FieldType::Choice, u"Status", u"状态").section("main")
                  .choice("new", u"New", u"新线索").choice("contacted", u"Contacted", u"已联系").choice("qualified", u"Qualified", u"合格")
                  .choice("disqualified", u"Disqualified", u"不合格").choice("converted", u"Converted", u"已转化"),
              F("owner", Person, u"Owner", u"负责人").target("person").section("main"),
              F("source", Text, u"Source", u"来源").length(200).section("main"),
              F("campaign", Text, u"Campaign", u"活动").length(200).section("main"),
              F("arrived_at", FieldType::Instant, u"Arrived", u"到达时间").section("main"),
              F("account", Link, u"Account", u"客户").target("account").section("more"),
              F("contact", Link, u"Contact", u"联系人").target("contact").section("more"),
              F("deal", Link, u"Deal", u"商机").target("deal").section("more"),
              F("raw_payload", LongText, u"As received", u"原始内容").personal(PersonalData::Contact).section("more"),
              F("tags", Set, u"Tags", u"标签").target("tag").section("more"),
              F("description", LongText, u"Description", u"说明").searched().section("more"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    b.entity({"tag", "tags", u"Tag", u"Tags", u"标签", 'G', "name"},
             {F("name", Text, u"Name", u"名称").required().length(60).searched().sortable().section("main"),
              F("color", Text, u"Colour", u"颜色").length(20).section("main"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    // clang-format on
}

} // namespace dw
