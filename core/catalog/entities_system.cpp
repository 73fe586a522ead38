// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalogbuilder.h"

namespace dw {

void addSystemEntities(CatalogBuilder &b) {
    using enum FieldType;
    using F = FieldBuilder;
    // clang-format off
    b.entity({"setting", "settings", u"Setting", u"Settings", u"设置", 'X', "key", false},
             {F("key", Text, u"Key", u"键").required().length(100).section("main"),
              F("scope", FieldType::Choice, u"Scope", u"范围").required().section("main")
                  .choice("team", u"Team", u"团队").choice("person", u"Person", u"个人").choice("device", u"Device", u"设备"),
              F("person", Person, u"Person", u"人员").target("person").section("main"),
              F("value", LongText, u"Value (JSON)", u"值（JSON）").policy(MergePolicy::LastWriter).section("main")});
    b.entity({"custom_field", "custom_fields", u"Custom field", u"Custom fields", u"自定义字段", 'Y', "key", false},
             {F("entity", Text, u"Entity", u"对象").required().length(60).readOnly().section("main"),
              F("name", Text, u"Column", u"列名").required().length(60).readOnly().section("system"),
              F("key", Text, u"Key", u"键").required().length(40).readOnly().section("main"),
              F("type", Text, u"Type", u"类型").required().length(40).readOnly().section("main"),
              F("label_en", Text, u"Label (English)", u"名称（英文）").length(100).section("main"),
              F("label_zh", Text, u"Label (Chinese)", u"名称（中文）").length(100).section("main"),
              F("definition", LongText, u"Definition (JSON)", u"定义（JSON）").policy(MergePolicy::LastWriter).section("main"),
              F("hidden", YesNo, u"Hidden", u"隐藏").section("main")});
    b.entity({"cross_reference", "cross_references", u"Id in another system", u"Ids in other systems", u"外部编号", 'Z', "external_id"},
             {F("system", Text, u"System", u"系统").required().length(100).section("main"),
              F("external_id", Text, u"Id there", u"外部编号").required().length(300).searched().section("main"),
              F("entity", Text, u"Entity", u"对象").required().length(60).section("main"),
              F("record", Text, u"Record", u"记录").required().length(36).section("main"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    // clang-format on
}

} // namespace dw
