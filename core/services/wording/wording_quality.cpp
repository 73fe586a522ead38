// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wordingtable.h"

namespace dw {

std::span<const WordingEntry> wordings::quality() {
    static constexpr WordingEntry table[] = {
        // The setting "quality.parts".
        {"quality.entity",
         u"The quality of “{entity}” is not measured. Name account, contact, lead or deal, each "
         u"with "
         u"its parts and their weights. The setting stays as it was.",
         u"不衡量“{entity}”的数据质量。请填写 account、contact、lead 或 "
         u"deal，并给出各项及其权重。设置保持不变。"},
        {"quality.part",
         u"“{part}” cannot count for {entity}. Write field keys, several joined by |, or "
         u"@contacts, "
         u"@history or @files. The setting stays as it was.",
         u"“{part}”不能计入 {entity}。请填写字段键（多个用 | 连接），或 "
         u"@contacts、@history、@files。设置保持不变。"},
        {"quality.weight",
         u"The weight of “{part}” of {entity} must be a whole number from 1 to 1,000. The setting "
         u"stays as it was.",
         u"{entity} 的“{part}”的权重必须是 1 到 1,000 的整数。设置保持不变。"},
        {"quality.too_many",
         u"More than 60 fields count for {entity}. Leave some out. The setting stays as it was.",
         u"计入 {entity} 的字段超过 60 个。请减少字段。设置保持不变。"},
        {"quality.unknown_part",
         u"The setting quality.parts names {part}, which is no field that can be filled in; it "
         u"does "
         u"not count.",
         u"设置 quality.parts 中的 {part} 不是可填写的字段，因此不计入。"},

        // What a report says.
        {"quality.part_contacts", u"Contacts", u"联系人"},
        {"quality.part_history", u"History (touchpoints, notes)", u"往来记录（触点、备注）"},
        {"quality.part_files", u"Files", u"附件"},
        {"quality.captured",
         u"Accounts with contacts, history and files: {count} of {records} ({share} %).",
         u"联系人、往来记录和附件齐全的客户：{count} / {records}（{share}%）。"},
        {"quality.bad_start", u"That is below {threshold} %, a bad start.",
         u"低于 {threshold}%，起点不佳。"},
        {"quality.no_accounts",
         u"No accounts yet, so nothing can be said about their contacts, history and files.",
         u"暂无客户，无法统计联系人、往来记录和附件的完整情况。"},
        {"quality.nobody", u"(nobody)", u"（无负责人）"},
        {"quality.no_team", u"(no team)", u"（无团队）"},
        {"quality.no_source", u"(not known)", u"（来源未知）"},
        {"quality.import", u"import {set}", u"导入 {set}"},
        {"quality.all_complete", u"No record lacks anything that counts.",
         u"没有缺少计入项的记录。"},
        {"quality.unknown_asked", u"“{part}” does not count for {entity}. Ask for one of: {parts}.",
         u"“{part}”不计入 {entity}。可选：{parts}。"},
        {"quality.not_measured",
         u"The quality of {entity} is not measured. Ask for one of: {entities}.",
         u"不衡量 {entity} 的数据质量。可选：{entities}。"},
    };
    return table;
}

} // namespace dw
