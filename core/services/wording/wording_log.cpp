// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wordingtable.h"

namespace dw {

std::span<const WordingEntry> wordings::log() {
    static constexpr WordingEntry table[] = {
        {"cancelled", u"Stopped. Nothing was changed.", u"已停止。未作任何更改。"},

        // Why a change was not made.
        {"write.refused",
         u"{count} {count:rule says|rules say} no, so nothing was changed. Mend this and try "
         u"again:",
         u"有 {count} 条规则不允许，未作任何更改。请处理后重试："},
        {"write.denied",
         u"You have no right to do this to {entity} “{title}”. Nothing was changed. Ask whoever "
         u"looks after the rights.",
         u"您没有对{entity}“{title}”执行此操作的权限。未作任何更改。请联系权限管理员。"},
        {"write.denied_field",
         u"You have no right to set “{field}” of {entity} “{title}”. Nothing was changed. Leave it "
         u"as it is, or ask whoever looks after the rights.",
         u"您没有设置{entity}“{title}”的“{field}"
         u"”的权限。未作任何更改。请保持原样，或联系权限管理员。"},
        {"write.conflict",
         u"{groups} of {entity} “{title}” changed after you looked. Nothing was overwritten and "
         u"your "
         u"draft is kept. Look at the new values and save again.",
         u"{entity}“{title}”的{groups}"
         u"在您查看之后已被更改。没有覆盖任何内容，您的草稿已保留。请查看新值后再保存。"},
        {"write.in_bin",
         u"{entity} “{title}” is in the bin, so nothing was changed. Restore it first.",
         u"{entity}“{title}”在回收站中，未作任何更改。请先恢复。"},
        {"write.exists",
         u"There is a {entity} with the id {id} already. It stays as it is. Change it instead of "
         u"making it again.",
         u"已存在编号为 {id} 的{entity}，保持原样。请修改它，而不是重新创建。"},
        {"write.computed",
         u"“{field}” is computed by the program and cannot be set. Nothing was changed. Leave it "
         u"out.",
         u"“{field}”由程序计算，无法设置。未作任何更改。请不要填写此字段。"},
        {"write.link_unknown",
         u"“{field}” points at {id}, which is not here. Choose a record that exists.",
         u"“{field}”指向的 {id} 不存在。请选择已有的记录。"},
        {"write.no_set",
         u"“{field}” holds one value, so nothing can be added to it or taken out. Nothing was "
         u"changed. Set its value instead.",
         u"“{field}”只有一个值，无法增减成员。未作任何更改。请直接设置其值。"},
        {"write.no_counter",
         u"“{field}” does not count, so it cannot be increased. Nothing was changed. Set its value "
         u"instead.",
         u"“{field}”不是计数字段，无法累加。未作任何更改。请直接设置其值。"},
        {"write.overflow",
         u"“{field}” would grow past what a counter can hold. Nothing was changed. Use a smaller "
         u"increment.",
         u"“{field}”将超出计数范围。未作任何更改。请使用较小的增量。"},
        {"write.key_taken",
         u"The key “{key}” belongs to the field “{field}” already. Nothing was added. Choose "
         u"another "
         u"key.",
         u"键“{key}”已属于字段“{field}”。未添加字段。请换一个键。"},
        {"write.fixed_field",
         u"“{field}” of a custom field is chosen once and stays. Nothing was changed. Make a new "
         u"field instead.",
         u"自定义字段的“{field}”确定后不可更改。未作任何更改。请新建一个字段。"},
        {"write.in_use",
         u"{entity} “{title}” still holds {count} {count:deal|deals}, so it cannot be deleted. "
         u"Nothing was changed. Move {count:it|them} elsewhere first.",
         u"{entity}“{title}”中仍有 {count} 个商机，不能删除。未作任何更改。请先将其移到别处。"},
        {"write.still_named",
         u"{count} {entity} {count:record still names|records still name} what was deleted. The "
         u"link stays as it is and works again once that is restored.",
         u"仍有 {count} 条{entity}引用已删除的记录。引用保持原样，恢复该记录后即可继续使用。"},
        {"hierarchy.loop",
         u"“{field}” would put {entity} “{title}” above itself: {chain}. Nothing was changed. "
         u"Choose another one.",
         u"“{field}”会使{entity}“{title}”成为自己的上级：{chain}。未作任何更改。请另选一个。"},
        {"write.not_trusted",
         u"{count} {count:change was|changes were} dated before what was known already, or ahead "
         u"of "
         u"the clock. {count:It was|They were} written and {count:counts|count} as known from now "
         u"on. For a true history, bring it in in the order of time.",
         u"有 {count} "
         u"项更改的日期早于已知内容，或晚于当前时间。这些更改已写入，自现在起视为已知。要保留真实历"
         u"史，请按时间顺序导入。"},

        // Undo.
        {"undo.of", u"undo of set {set}", u"撤销变更集 {set}"},
        {"redo.of", u"redo of what set {set} undid", u"重做变更集 {set} 所撤销的内容"},
        {"undo.unknown_set",
         u"There is no change set {set}. Nothing was changed. The history lists the sets.",
         u"不存在变更集 {set}。未作任何更改。历史记录中列有各变更集。"},
        {"undo.not_here",
         u"Set {set} was made on another device or by somebody else, so it cannot be undone here. "
         u"Nothing was changed. Make the change you want instead.",
         u"变更集 {set} 来自其他设备或其他人，无法在此撤销。未作任何更改。请直接修改为所需的值。"},
        {"undo.already", u"Set {set} was undone already. Nothing was changed. Redo brings it back.",
         u"变更集 {set} 已被撤销。未作任何更改。可用重做恢复。"},
        {"undo.seeded",
         u"Set {set} is what the workspace began with and cannot be undone. Nothing was changed. "
         u"Change or delete its rows one by one.",
         u"变更集 {set} 是工作区的初始内容，无法撤销。未作任何更改。请逐条修改或删除其中的记录。"},
        {"undo.nothing",
         u"Everything in set {set} was changed again later, or is needed by what was, so nothing "
         u"was "
         u"undone. Undo the later changes first.",
         u"变更集 {set} "
         u"中的内容之后又被更改过，或被更改过的内容所需要，因此没有撤销任何内容。请先撤销较"
         u"晚的更改。"},
        {"undo.stays_needed",
         u"{count} {entity} {count:record stays|records stay}, such as “{title}”, because {target} "
         u"“{name}” stays and needs {count:it|them}.",
         u"有 {count} "
         u"条{entity}（例如“{title}”）予以保留，因为保留下来的{target}“{name}”需要用到。"},
        {"undo.stays", u"“{field}” of {entity} “{title}” was changed later and stays as it is.",
         u"{entity}“{title}”的“{field}”之后又被更改过，保持现状。"},

        // History.
        {"history.bad_record",
         u"Entry {seq} of the change log cannot be read. Run a check, and "
         u"restore a backup where it finds damage.",
         u"变更日志的第 {seq} 条无法读取。请运行检查，如有损坏请从备份恢复。"},

        // What a check finds: damage.
        {"check.integrity", u"The database is damaged: {detail}. Restore a backup.",
         u"数据库已损坏：{detail}。请从备份恢复。"},
        {"check.unreadable",
         u"A part of the check could not read on: {what}. What the other parts found is listed.",
         u"部分检查无法继续读取：{what}。其余部分的检查结果已列出。"},
        {"check.schema_missing", u"The database lacks {name}. Restore a backup.",
         u"数据库缺少 {name}。请从备份恢复。"},
        {"check.schema_foreign",
         u"The database has {name}, which Dealwright did not make. Find out who did.",
         u"数据库中有并非由 Dealwright 创建的 {name}。请查明来源。"},
        {"check.storage",
         u"{count} {count:value|values} of “{field}” {count:has|have} another type than the field. "
         u"Something other than Dealwright wrote there; restore a backup.",
         u"“{field}”有 {count} 个值的类型与字段不符。有其他程序写入过；请从备份恢复。"},
        {"check.keys",
         u"{count} {count:entry|entries} of the list by which rows are found by “{field}” "
         u"{count:is|are} "
         u"not what the rows say. Something other than Dealwright wrote there; restore a backup.",
         u"按“{field}”查找记录所用的索引有 {count} 处与记录不符。有其他程序写入过；请从备份恢复。"},
        {"check.search",
         u"{count} {count:record|records} may not be found by a search as their fields say. "
         u"Nothing "
         u"is lost; “dealwright-cli rebuild-search” makes the search tables anew.",
         u"有 {count} 条记录的搜索索引与其字段不符，可能搜索不到。数据没有丢失；运行 "
         u"dealwright-cli rebuild-search 即可重建索引。"},
        {"check.chain_record",
         u"Entry {seq} of the change log (set {set}, {entity} {id}) is not what was written. It "
         u"was "
         u"edited, or it is damaged.",
         u"变更日志的第 {seq} 条（变更集 {set}，{entity} {id}）与写入时不符：被改动过或已损坏。"},
        {"check.chain_set",
         u"Change set {set} is not what was written: something in it was edited, added, removed or "
         u"moved.",
         u"变更集 {set} 与写入时不符：其中有内容被改动、增加、删除或移动。"},
        {"check.chain_link",
         u"Change set {set} does not follow on the one before it: sets were removed, added or "
         u"moved "
         u"there.",
         u"变更集 {set} 与前一个不衔接：此处有变更集被删除、增加或移动。"},
        {"check.log_no_set", u"The change log has an entry of set {set}, which is not there.",
         u"变更日志中有属于变更集 {set} 的条目，但该变更集不存在。"},
        {"check.clock",
         u"The clock of the workspace was put back behind its change log. Restore a backup.",
         u"工作区的时钟被拨回到变更日志之前。请从备份恢复。"},
        {"check.row_differs",
         u"{entity} “{title}” ({id}) does not hold what the change log says: {fields}. It was "
         u"edited "
         u"past the program.",
         u"{entity}“{title}”（{id}）与变更日志不符：{fields}。有人绕过程序修改过。"},
        {"check.row_missing", u"{entity} {id} is in the change log, but its row is gone.",
         u"{entity} {id} 在变更日志中有记录，但数据行已丢失。"},
        {"check.row_unlogged", u"{entity} {id} is there, but the change log does not know it.",
         u"{entity} {id} 存在，但变更日志中没有记录。"},

        // What a check finds: loose ends.
        {"check.log_unknown_entity",
         u"The change log knows {id} of the kind “{entity}”, which this version does not know. It "
         u"is "
         u"kept.",
         u"变更日志中的 {id} 属于本版本不认识的类型“{entity}”，已保留。"},
        {"check.orphan",
         u"“{field}” points {count} {count:time|times} at a record that is not here.",
         u"“{field}”有 {count} 处指向不存在的记录。"},
        {"check.orphan_bin",
         u"“{field}” points {count} {count:time|times} at a record that is in the bin. Restore it, "
         u"or choose another one.",
         u"“{field}”有 {count} 处指向回收站中的记录。请恢复该记录，或另选一个。"},
        {"check.loop",
         u"Along “{field}” records stand above themselves: {chain}. Change one of them.",
         u"“{field}”存在循环：{chain}。请修改其中一条。"},
        {"check.setting",
         u"The setting {key} cannot be read, so the usual value stands in for it: {value}",
         u"设置“{key}”无法读取，暂用默认值代替：{value}"},
        {"check.same_short_id", u"{count} {entity} records share the short id {id}.",
         u"有 {count} 条{entity}使用相同的短编号 {id}。"},
        {"check.same_title",
         u"{count} {entity} records share {names} {names:name|names} with another, for example "
         u"“{title}”.",
         u"有 {count} 条{entity}重名（共 {names} 个名称），例如“{title}”。"},
        {"check.job_left", u"An unfinished job left {file} in the folder “jobs”.",
         u"未完成的任务在 jobs 文件夹中留下了 {file}。"},
        {"check.more", u"… and {count} more like this ({id}).",
         u"……以及另外 {count} 条同类结果（{id}）。"},
    };
    return table;
}

} // namespace dw
