// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wordingtable.h"

namespace dw {

std::span<const WordingEntry> wordings::services() {
    static constexpr WordingEntry table[] = {
        // What the stage of a deal asks for.
        {"gate.stage_of_other_pipeline",
         u"The stage {stage} does not belong to the pipeline {pipeline}. Choose one of its own "
         u"stages, or change the pipeline as well.",
         u"阶段“{stage}”不属于销售管道“{pipeline}”。请选择该管道的阶段，或同时更改管道。"},
        {"gate.won_needs", u"A deal that is won needs its {field}. Fill it in and try again.",
         u"赢单的商机需要填写“{field}”。请填写后重试。"},
        {"gate.lost_needs", u"A deal that is lost needs its {field}. Fill it in and try again.",
         u"输单的商机需要填写“{field}”。请填写后重试。"},
        {"gate.open_has_close_date",
         u"An open deal has no {field}. Clear it, or move the deal to Won or Lost.",
         u"进行中的商机不能有“{field}”。请清空该字段，或将商机移到赢单或输单阶段。"},
        {"gate.backward_needs_reason",
         u"Going back from {from} to {to} needs a reason. Say why and try again.",
         u"从“{from}”退回到“{to}”需要说明原因。请填写原因后重试。"},
        {"gate.reopen_needs_reason",
         u"Opening a closed deal again, from {from} to {to}, needs a reason. Say why and try "
         u"again.",
         u"将已结案的商机从“{from}”重新打开到“{to}”需要说明原因。请填写原因后重试。"},
        {"gate.no_amount", u"The deal has no {field} yet, so it counts for nothing in the sums.",
         u"该商机尚无“{field}”，合计中不计入。"},

        // What a card warns of.
        {"card.no_amount", u"No amount", u"没有金额"},
        {"card.no_close", u"No expected close", u"没有预计签约日期"},
        {"card.overdue", u"Expected close {days} {days:day|days} ago",
         u"已超过预计签约日期 {days} 天"},
        {"card.no_account", u"No account", u"没有客户"},
        {"card.no_owner", u"No owner", u"没有负责人"},
        {"card.no_next_step", u"No next step", u"没有下一步"},
        {"card.next_step_overdue", u"Next step {days} {days:day|days} late",
         u"下一步已逾期 {days} 天"},

        // What a change set did, as it stands behind "Undo:".
        {"set.create", u"created {entity} {title}", u"新建{entity}“{title}”"},
        {"set.edit", u"changed {fields} of {title}", u"修改“{title}”的{fields}"},
        {"set.move", u"moved {title} to {to}", u"将“{title}”移到“{to}”"},
        {"set.move_many", u"moved {count} deals to {to}", u"将 {count} 个商机移到“{to}”"},
        {"set.assign_many", u"gave {count} deals to {to}", u"将 {count} 个商机交给“{to}”"},
        {"set.close_date_many", u"moved the expected close of {count} deals",
         u"调整 {count} 个商机的预计签约日期"},
        {"set.tag_many", u"tagged {count} deals with {to}", u"为 {count} 个商机添加标签“{to}”"},
        {"set.step_many", u"set the next step of {count} deals", u"为 {count} 个商机安排下一步"},
        {"set.reorder_many", u"placed {count} deals within their stage",
         u"调整 {count} 个商机在阶段内的次序"},
        {"set.reorder", u"placed {title} within its stage", u"调整“{title}”在阶段内的次序"},
        {"set.delete", u"deleted {entity} {title}", u"删除{entity}“{title}”"},
        {"set.restore", u"restored {entity} {title}", u"恢复{entity}“{title}”"},
        {"set.undo", u"took back change {set} ({what})", u"撤销更改 {set}（{what}）"},
        {"set.redo", u"redid what change {set} took back ({what})",
         u"重做更改 {set} 所撤销的内容（{what}）"},
        {"set.field", u"added the field {title} to {entity}", u"为{entity}添加字段“{title}”"},
        {"set.setting", u"changed the setting {key}", u"修改设置“{key}”"},
        {"set.sit_here", u"chose who sits here", u"选择当前使用者"},
        {"seed.workspace", u"made the workspace", u"新建工作区"},
        {"reason.text", u"{text}", u"{text}"},

        // What people typed.
        {"field.unknown", u"{entity} has no field “{field}”. Nothing was changed. Check its key.",
         u"{entity}没有字段“{field}”。未作任何更改。请核对字段的键。"},
        {"field.read_only",
         u"{field} is kept by the program and cannot be set. Nothing was changed.",
         u"“{field}”由程序维护，不能设置。未作任何更改。"},
        {"field.label_taken",
         u"The field “{key}” of {entity} is called “{value}” already. Nothing was added. Choose "
         u"another label.",
         u"{entity}的字段“{key}”已使用名称“{value}”。未添加字段。请换一个名称。"},
        {"field.not_a_set",
         u"{field} holds one value, so nothing can be added to it or taken from it. Nothing was "
         u"changed. Give the whole value instead.",
         u"“{field}”是单值字段，不能增减。未作任何更改。请直接给出完整的值。"},
        {"field.several_wrong",
         u"{count} of the values cannot be taken. Nothing was changed. Mend these and try again:",
         u"有 {count} 个值无法采用。未作任何更改。请修正以下各项后重试："},
        {"link.unknown",
         u"{field}: nothing is called “{value}”. Check the name, or give its number.",
         u"{field}：没有名为“{value}”的记录。请核对名称，或使用编号。"},
        {"link.ambiguous",
         u"{field}: {count} rows are called “{value}”. Give the number of the one that is meant: "
         u"{ids}.",
         u"{field}：有 {count} 条记录名为“{value}”。请使用编号指定其中一条：{ids}。"},

        // Settings and the making of a workspace.
        {"setting.no_person",
         u"The setting {key} belongs to a person, and nobody sits here yet. Nothing was changed. "
         u"Choose who sits here first.",
         u"设置“{key}”属于个人，但尚未选择当前使用者。未作任何更改。请先选择使用者。"},
        {"setting.no_json",
         u"“{value}” is no JSON, so the setting {key} could not be read. Nothing was changed. Put "
         u"texts between double quotes.",
         u"“{value}”不是 JSON，设置“{key}”将无法读取。未作任何更改。文本请用双引号括起来。"},
        {"setting.bad_value",
         u"The setting {key} cannot be “{value}”. Nothing was changed. Give a value of its kind, "
         u"or "
         u"leave it as it is.",
         u"设置“{key}”不能是“{value}”。未作任何更改。请提供符合要求的值，或保持原样。"},
        {"seed.zone",
         u"There is no time zone “{value}”. Nothing was made. Give a name such as Asia/Shanghai.",
         u"没有时区“{value}”。未创建任何内容。请使用类似 Asia/Shanghai 的名称。"},

        // Opening a workspace.
        {"opening.older",
         u"The workspace in {folder} was made by an older version and must be brought up to date "
         u"first, which reading alone cannot do. Nothing was changed. Open it for writing once.",
         u"{folder} "
         u"中的工作区由较旧版本创建，需要先升级，只读方式无法升级。未作任何更改。请先以写入方式打开"
         u"一次。"},
        {"opening.restore_finished",
         u"The restoring of a backup had been cut off; it was brought to its end.",
         u"之前的备份恢复曾被中断，现已完成。"},
        {"opening.lock_taken_over",
         u"{program} (process {pid} on {host}) ended without closing the workspace. All that it "
         u"had saved is there.",
         u"{program}（{host} 上的进程 {pid}）未正常关闭工作区就已结束。其已保存的内容均在。"},
        {"opening.lock_damaged",
         u"The lock file {file} could not be read and nobody held it, so it was made anew.",
         u"锁文件 {file} 无法读取，且无人占用，已重新建立。"},
        {"opening.job_dropped",
         u"The unfinished job {file} was dropped. Nothing of it had come in. Start it again.",
         u"未完成的任务 {file} 已丢弃，其内容均未导入。请重新开始。"},
        {"opening.half_made_dropped",
         u"The half-made file {file} of a process that ended too early was removed. No data was "
         u"lost.",
         u"进程提前结束留下的不完整文件 {file} 已删除。数据没有丢失。"},
    };
    return table;
}

} // namespace dw
