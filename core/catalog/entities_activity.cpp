// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalogbuilder.h"

namespace dw {

void addActivityEntities(CatalogBuilder &b) {
    using enum FieldType;
    using F = FieldBuilder;
    // clang-format off
    b.entity({"touchpoint", "touchpoints", u"Touchpoint", u"Touchpoints", u"触点", 'E', "summary"},
             {F("kind", FieldType::Choice, u"Kind", u"类型").required().section("main")
                  .choice("call", u"Call", u"电话").choice("visit", u"Visit", u"拜访").choice("meeting", u"Meeting", u"会议")
                  .choice("demo", u"Demo", u"演示").choice("message", u"Message", u"消息").choice("email", u"E-mail", u"邮件")
                  .choice("quote", u"Quote", u"报价").choice("web", u"Web visit", u"网页访问").choice("download", u"Download", u"下载")
                  .choice("social", u"Social", u"社交").choice("event", u"Event", u"活动").choice("other", u"Other", u"其他"),
              F("happened_at", FieldType::Instant, u"When", u"时间").section("main"),
              F("summary", Text, u"Summary", u"摘要").length(300).searched().section("main"),
              F("body", LongText, u"Content", u"内容").personal(PersonalData::Contact).searched().section("main"),
              F("person", Person, u"Person", u"人员").target("person").section("main"),
              F("deal", Link, u"Deal", u"商机").target("deal").tie(Tie::HangsOn).section("main"),
              F("account", Link, u"Account", u"客户").target("account").tie(Tie::HangsOn).section("main"),
              F("contact", Link, u"Contact", u"联系人").target("contact").tie(Tie::HangsOn).section("main"),
              F("lead", Link, u"Lead", u"线索").target("lead").tie(Tie::HangsOn).section("main"),
              F("channel", Text, u"Channel", u"渠道").length(100).section("more"),
              F("minutes", Number, u"Duration", u"时长").atLeast(0).unit("minutes").section("more"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    b.entity({"task", "tasks", u"Task", u"Tasks", u"任务", 'K', "title"},
             {F("title", Text, u"Title", u"标题").required().length(300).searched().sortable().section("main"),
              F("kind", FieldType::Choice, u"Kind", u"类型").section("main")
                  .choice("todo", u"To do", u"待办").choice("call", u"Call", u"电话").choice("visit", u"Visit", u"拜访").choice("support", u"Support request", u"支援请求"),
              F("due_on", Date, u"Due", u"截止日期").section("main"),
              F("due_at", FieldType::Instant, u"Due at", u"截止时间").section("main"),
              F("done", YesNo, u"Done", u"已完成").section("main"),
              F("done_at", FieldType::Instant, u"Done at", u"完成时间").section("main"),
              F("owner", Person, u"Owner", u"负责人").target("person").section("main"),
              F("deal", Link, u"Deal", u"商机").target("deal").tie(Tie::HangsOn).section("main"),
              F("account", Link, u"Account", u"客户").target("account").tie(Tie::HangsOn).section("main"),
              F("contact", Link, u"Contact", u"联系人").target("contact").tie(Tie::HangsOn).section("main"),
              F("lead", Link, u"Lead", u"线索").target("lead").tie(Tie::HangsOn).section("main"),
              F("description", LongText, u"Description", u"说明").searched().section("more"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    b.entity({"note", "notes", u"Note", u"Notes", u"备注", 'N', "title"},
             {F("title", Text, u"Title", u"标题").length(300).searched().section("main"),
              F("body", LongText, u"Text", u"正文").searched().personal(PersonalData::Contact).section("main"),
              F("author", Person, u"Author", u"作者").target("person").section("main"),
              F("deal", Link, u"Deal", u"商机").target("deal").tie(Tie::HangsOn).section("main"),
              F("account", Link, u"Account", u"客户").target("account").tie(Tie::HangsOn).section("main"),
              F("contact", Link, u"Contact", u"联系人").target("contact").tie(Tie::HangsOn).section("main"),
              F("lead", Link, u"Lead", u"线索").target("lead").tie(Tie::HangsOn).section("main"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    b.entity({"attachment", "attachments", u"Attachment", u"Attachments", u"附件", 'F', "name"},
             {F("name", Text, u"File name", u"文件名").required().length(300).searched().section("main"),
              F("hash", Text, u"SHA-256", u"SHA-256").length(64).readOnly().section("system"),
              F("size", Number, u"Size", u"大小").atLeast(0).unit("bytes").readOnly().section("main"),
              F("media_type", Text, u"Media type", u"文件类型").length(100).section("main"),
              F("deal", Link, u"Deal", u"商机").target("deal").tie(Tie::HangsOn).section("main"),
              F("account", Link, u"Account", u"客户").target("account").tie(Tie::HangsOn).section("main"),
              F("contact", Link, u"Contact", u"联系人").target("contact").tie(Tie::HangsOn).section("main"),
              F("lead", Link, u"Lead", u"线索").target("lead").tie(Tie::HangsOn).section("main"),
              F("created_at", FieldType::Instant, u"Created", u"创建时间").derived().section("system")});
    // clang-format on
}

} // namespace dw
