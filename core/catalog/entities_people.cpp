// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalogbuilder.h"

namespace dw {

void addPeopleEntities(CatalogBuilder &b) {
    using enum FieldType;
    using F = FieldBuilder;
    // clang-format off
    b.entity({"person", "people", u"Person", u"People", u"人员", 'H', "name"},
             {F("name", Text, u"Name", u"姓名").required().length(200).personal(PersonalData::Name).searched().sortable().section("main"),
              F("active", YesNo, u"Active", u"在职").section("main"),
              F("title", Text, u"Job title", u"职务").length(100).section("main"),
              F("team", Link, u"Team", u"团队").target("team").section("main"),
              F("manager", Person, u"Manager", u"上级").target("person").section("main"),
              F("email", Email, u"E-mail", u"邮箱").personal(PersonalData::Contact).searched().section("contact"),
              F("phone", Phone, u"Phone", u"电话").personal(PersonalData::Contact).searched().section("contact"),
              F("login", Text, u"Login", u"登录名").length(100).personal(PersonalData::Contact).section("system"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    b.entity({"team", "teams", u"Team", u"Teams", u"团队", 'T', "name"},
             {F("name", Text, u"Name", u"名称").required().length(100).searched().sortable().section("main"),
              F("parent", Link, u"Parent team", u"上级团队").target("team").section("main"),
              F("manager", Person, u"Manager", u"主管").target("person").section("main"),
              F("territory", Link, u"Territory", u"区域").target("territory").section("main"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    b.entity({"territory", "territories", u"Territory", u"Territories", u"区域", 'R', "name"},
             {F("name", Text, u"Name", u"名称").required().length(100).searched().sortable().section("main"),
              F("parent", Link, u"Parent territory", u"上级区域").target("territory").section("main"),
              F("owner", Person, u"Owner", u"负责人").target("person").section("main"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    // clang-format on
}

} // namespace dw
