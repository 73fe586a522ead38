// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wordingtable.h"

namespace dw {

std::span<const WordingEntry> wordings::commandLine() {
    static constexpr WordingEntry table[] = {
        // How the program was called.
        {"cli.unknown_option", u"There is no option {option}.", u"没有选项 {option}。"},
        {"cli.option_needs_value", u"{option} needs a value behind it.",
         u"{option} 后面需要一个值。"},
        {"cli.option_takes_no_value", u"{option} takes no value.", u"{option} 不带值。"},
        {"cli.option_twice", u"{option} was given twice.", u"{option} 给出了两次。"},
        {"cli.option_not_here", u"{option} does not belong to this command.",
         u"{option} 不适用于此命令。"},
        {"cli.empty_option", u"{option} is empty.", u"{option} 为空。"},
        {"cli.bad_utf8",
         u"“{value}” on the command line is no UTF-8 text; nothing was done. Type it again in a "
         u"terminal that uses UTF-8.",
         u"命令行中的“{value}”不是 UTF-8 文本；未执行任何操作。请在使用 UTF-8 的终端中重新输入。"},
        {"cli.no_scratch",
         u"A dry run needs a place in {folder} for a while, and could not make one. Nothing was "
         u"imported. Free some room there and try again.",
         u"试运行需要临时使用 "
         u"{folder}，但无法在其中创建文件夹。未导入任何内容。请腾出空间后重试。"},
        {"cli.bad_instant",
         u"{option} takes a date such as 2026-03-10 or an instant such as "
         u"2026-03-10T09:30:00+08:00, not “{value}”.",
         u"{option} 接受日期（如 2026-03-10）或时刻（如 "
         u"2026-03-10T09:30:00+08:00），而不是“{value}”。"},
        {"cli.bad_number", u"{option} takes a number, not “{value}”.",
         u"{option} 接受数字，而不是“{value}”。"},
        {"cli.bad_theme", u"{option} takes dark or light, not “{value}”.",
         u"{option} 接受 dark 或 light，而不是“{value}”。"},
        {"cli.bad_size",
         u"{option} takes a width and a height from 320 to 8192, such as 1440x900, not “{value}”.",
         u"{option} 接受 320 到 8192 的宽和高，如 1440x900，而不是“{value}”。"},
        {"cli.bad_scale", u"{option} takes a factor from 0.5 to 4, not “{value}”.",
         u"{option} 接受 0.5 到 4 的倍数，而不是“{value}”。"},
        {"cli.no_display",
         u"There is no display to show a window on. --screenshots DIR makes pictures without one.",
         u"没有可显示窗口的显示器。--screenshots DIR 可在没有显示器时生成图片。"},
        {"cli.picture_failed",
         u"The picture {file} could not be written. Check the folder and the room on the disk.",
         u"无法写入图片 {file}。请检查文件夹和磁盘空间。"},
        {"cli.picture_late",
         u"The page “{name}” did not finish loading, so its picture was not made.",
         u"页面“{name}”未能加载完成，因此没有生成图片。"},
        {"cli.bad_set", u"A change set is named by its number from 1 on, not by “{value}”.",
         u"变更集以从 1 起的编号指定，而不是“{value}”。"},
        {"cli.no_workspace",
         u"Say which workspace: --workspace DIR, the folder or its .dealwright file.",
         u"请指定工作区：--workspace DIR，可以是文件夹或其中的 .dealwright 文件。"},
        {"cli.no_verb", u"Say what to do. “dealwright-cli help” lists what there is.",
         u"请说明要做什么。“dealwright-cli help”列出全部命令。"},
        {"cli.unknown_verb",
         u"There is no command “{value}”. “dealwright-cli help” lists what there is.",
         u"没有命令“{value}”。“dealwright-cli help”列出全部命令。"},
        {"cli.missing_words", u"Something is missing behind the command.", u"命令后面缺少内容。"},
        {"cli.too_many_words", u"“{value}” is more than this command takes.",
         u"“{value}”超出了此命令所接受的内容。"},
        {"cli.bad_assignment",
         u"“{value}” is not of the form FIELD=VALUE, FIELD+=VALUE or FIELD-=VALUE.",
         u"“{value}”不符合 FIELD=VALUE、FIELD+=VALUE 或 FIELD-=VALUE 的写法。"},
        {"cli.assigned_twice", u"The field {key} is given two values.",
         u"字段 {key} 被赋予了两个值。"},
        {"cli.unknown_preset", u"There is no preset “{value}”; there is: maven.",
         u"没有预设“{value}”；可用的有：maven。"},
        {"cli.unknown_type", u"There is no field type “{value}”; there are: {types}.",
         u"没有字段类型“{value}”；可用的有：{types}。"},
        {"cli.unknown_class",
         u"There is no class of personal data “{value}”; there are: none, name, contact, "
         u"sensitive.",
         u"没有个人数据类别“{value}”；可用的有：none、name、contact、sensitive。"},
        {"cli.bad_choice", u"A choice has the form KEY=ENGLISH/CHINESE; “{value}” has no key.",
         u"选项的写法是 KEY=英文/中文；“{value}”没有键。"},
        {"cli.usage", u"Usage:", u"用法："},

        // What was asked for.
        {"cli.unknown_column",
         u"{entity} has no field “{value}”; nothing was read. “field list” shows the keys.",
         u"{entity}没有字段“{value}”；未读取任何内容。“field list”列出各键。"},
        {"cli.no_condition",
         u"A condition answers yes or no; this expression gives a value of type {type}.",
         u"条件的结果应为是或否；此表达式的结果类型是 {type}。"},
        {"cli.no_actor",
         u"Nobody sits here yet, and nothing was written. Say who acts: --as PERSON.",
         u"这里还没有登记使用者，未写入任何内容。请指明操作人：--as PERSON。"},
        {"cli.unknown_person",
         u"Nobody here is called “{value}”, and nothing was done. A person is named by UUID, short "
         u"id, name or login.",
         u"这里没有名为“{value}”的人员，未执行任何操作。人员可用 UUID、编号、姓名或登录名指定。"},
        {"cli.ambiguous_person",
         u"“{value}” is the name of {count} people, and nothing was done. Use a short id: {ids}.",
         u"有 {count} 位人员名为“{value}”，未执行任何操作。请使用编号：{ids}。"},
        {"cli.inactive_person",
         u"{name} ({id}) is not active and cannot act, so nothing was done. Name somebody who is, "
         u"or "
         u"set the person active first.",
         u"{name}（{id}"
         u"）已停用，不能作为操作人，未执行任何操作。请指定在职人员，或先将其设为在职。"},
        {"cli.no_pipeline",
         u"Deal {id} stands in no pipeline that can be read, so it cannot be moved.",
         u"商机 {id} 不在可读取的销售管道中，因此无法移动。"},
        {"cli.stage_unknown",
         u"The pipeline “{name}” has no stage “{value}”, and the deal stays where it is. Its "
         u"stages: {stages}.",
         u"销售管道“{name}”没有阶段“{value}”，商机保持原位。可用的阶段：{stages}。"},
        {"cli.stage_ambiguous",
         u"“{value}” names more than one stage of the pipeline “{name}”, and the deal stays where "
         u"it is. Use the stage's "
         u"short id: {ids}.",
         u"“{value}”对应销售管道“{name}”的多个阶段，商机保持原位。请使用阶段的编号：{ids}。"},
        {"cli.nothing_to_undo", u"This person has nothing left to undo on this device.",
         u"此人在本设备上没有可撤销的操作。"},
        {"cli.nothing_to_redo",
         u"There is nothing to redo: nothing was undone, or something else was done since.",
         u"没有可重做的操作：尚未撤销过，或之后又做了别的改动。"},
        {"cli.output_failed",
         u"The output could not be written whole. What was changed in the workspace stays changed.",
         u"输出未能完整写出。工作区中已做的更改仍然有效。"},

        // What was done.
        {"cli.note", u"Note: {text}", u"提示：{text}"},
        {"cli.made_workspace", u"Made the workspace {folder}. {name} sits here.",
         u"已创建工作区 {folder}。使用者：{name}。"},
        {"cli.created", u"Created {entity} {id} “{title}” (set {set}).",
         u"已新建{entity} {id}“{title}”（变更集 {set}）。"},
        {"cli.changed", u"Changed {entity} {id} “{title}” (set {set}).",
         u"已修改{entity} {id}“{title}”（变更集 {set}）。"},
        {"cli.deleted", u"Put {entity} {id} “{title}” in the bin (set {set}).",
         u"已将{entity} {id}“{title}”移入回收站（变更集 {set}）。"},
        {"cli.restored", u"Brought {entity} {id} “{title}” back (set {set}).",
         u"已恢复{entity} {id}“{title}”（变更集 {set}）。"},
        {"cli.moved", u"Moved {entity} {id} “{title}” to {stage} (set {set}).",
         u"已将{entity} {id}“{title}”移至{stage}（变更集 {set}）。"},
        {"cli.nothing_differed",
         u"{entity} {id} “{title}” is like that already; nothing was written.",
         u"{entity} {id}“{title}”已是如此；未写入任何内容。"},
        {"cli.undone", u"Undone: set {set}, {text} (as set {new_set}).",
         u"已撤销：变更集 {set}，{text}（记为变更集 {new_set}）。"},
        {"cli.redone", u"Redone: set {set}, {text} (as set {new_set}).",
         u"已重做：变更集 {set}，{text}（记为变更集 {new_set}）。"},
        {"cli.field_added", u"Added the field {key} to {entity} (set {set}).",
         u"已为{entity}添加字段 {key}（变更集 {set}）。"},
        {"cli.field_formula", u"= {text}", u"= {text}"},
        {"cli.field_target", u"points at {text}", u"指向 {text}"},
        {"cli.field_unit", u"in {text}", u"单位 {text}"},
        {"cli.field_choices", u"choices: {text}", u"选项：{text}"},
        {"cli.field_min", u"at least {text}", u"最小 {text}"},
        {"cli.field_max", u"at most {text}", u"最大 {text}"},
        {"cli.field_max_length", u"up to {text} characters", u"最多 {text} 个字符"},
        {"cli.field_required", u"required", u"必填"},
        {"cli.field_read_only", u"kept by the program", u"由程序维护"},
        {"cli.field_hidden", u"hidden", u"已隐藏"},
        {"cli.in_bin", u"In the bin.", u"在回收站中。"},
        {"cli.empty_value", u"(empty)", u"（空）"},
        {"cli.yes", u"yes", u"是"},

        // Import.
        {"cli.import_done",
         u"Read {count} {count:row|rows}, rejected {rows}; written as set {set}.",
         u"读取 {count} 行，拒绝 {rows} 行；已写为变更集 {set}。"},
        {"cli.import_nothing",
         u"Read {count} {count:row|rows}, rejected {rows}; nothing was written.",
         u"读取 {count} 行，拒绝 {rows} 行；未写入任何内容。"},
        {"cli.import_would",
         u"Read {count} {count:row|rows}, would reject {rows}. Nothing was written; an import "
         u"would make:",
         u"读取 {count} 行，将拒绝 {rows} 行。未写入任何内容；导入将新建："},
        {"cli.import_sum", u"Sum: {text}", u"合计：{text}"},
        {"cli.import_not_used", u"Columns not used: {text}", u"未使用的列：{text}"},
        {"cli.import_reject", u"{file}, line {line}: {text}", u"{file}，第 {line} 行：{text}"},
        {"cli.import_more_rejects",
         u"… and {count} more rejected {count:row|rows}; all are kept in the workspace, --rejects "
         u"OUT writes them as CSV.",
         u"……另有 {count} 行被拒绝；全部保存在工作区中，--rejects OUT 可将其写成 CSV。"},

        // History.
        {"cli.history_created", u"{name} created it (set {set})", u"{name} 新建（变更集 {set}）"},
        {"cli.history_changed", u"{name} (set {set})", u"{name}（变更集 {set}）"},
        {"cli.history_recorded", u"recorded {text}", u"记录于 {text}"},
        {"cli.history_trusted", u"history declared trustworthy", u"历史被声明为可信"},
        {"cli.history_source", u"source: {text}", u"来源：{text}"},
        {"cli.history_reason", u"reason: {text}", u"原因：{text}"},

        {"cli.history_formula", u"{name} is computed: {text}", u"{name}由公式计算：{text}"},
        {"cli.history_reads", u"It reads {path}, last changed:", u"读取 {path}，最近一次更改："},
        {"cli.history_reads_unset", u"It reads {path}, which nobody ever set.",
         u"读取 {path}，从未有人设置。"},

        // Check and figures.
        {"cli.damage", u"DAMAGE: {text}", u"损坏：{text}"},
        {"cli.finding", u"Finding: {text}", u"发现：{text}"},
        {"cli.check_clean",
         u"No damage. Checked {records} records, {changes} changes in {sets} sets.",
         u"没有损坏。已检查 {records} 条记录、{sets} 个变更集中的 {changes} 项变更。"},
        {"cli.check_damaged",
         u"The workspace is damaged; nothing was changed by the check. Keep a copy of the folder "
         u"before you do anything else. "
         u"Checked {records} records, {changes} changes in {sets} sets.",
         u"工作区已损坏；检查未做任何更改。请先保留文件夹的副本再做其他操作。已检查 {records} "
         u"条记录、{sets} "
         u"个变更集中的 {changes} 项变更。"},
        {"cli.head_rows", u"Entity", u"对象"},
        {"cli.head_count", u"Rows", u"行数"},
        {"cli.head_pipeline", u"Pipeline", u"销售管道"},
        {"cli.head_stage", u"Stage", u"阶段"},
        {"cli.head_deals", u"Deals", u"商机数"},
        {"cli.head_sums", u"Sum", u"合计"},
        {"cli.head_entity", u"Entity", u"对象"},
        {"cli.head_set", u"Set", u"变更集"},
        {"cli.head_file", u"File", u"文件"},
        {"cli.head_line", u"Line", u"行"},
        {"cli.head_reasons", u"Reasons", u"原因"},
        {"cli.head_cells", u"Cells", u"单元格"},
        {"cli.head_about", u"Description", u"说明"},
        {"cli.sum_too_large", u"{currency}: too large to add", u"{currency}：金额过大，无法合计"},
        {"cli.head_key", u"Key", u"键"},
        {"cli.head_type", u"Type", u"类型"},
        {"cli.head_label", u"Label", u"名称"},
        {"cli.head_custom", u"Custom", u"自定义"},

        // Help.
        {"cli.help_head", u"Dealwright on the command line. Usage:", u"Dealwright 命令行。用法："},
        {"cli.help_foot",
         u"“help VERB” shows how a command is used. Options stand anywhere.\n"
         u"--workspace takes the folder or its .dealwright file; --now sets the time; --as says "
         u"who acts;\n"
         u"--lang takes zh, zh_CN or en, else the locale decides; --json prints JSON.\n"
         u"Ends with 0 when done, 1 when refused or failed, 2 on wrong usage.",
         u"“help VERB”显示命令的用法。选项可放在任意位置。\n"
         u"--workspace 接受文件夹或其中的 .dealwright 文件；--now 设定时间；--as 指明操作人；\n"
         u"--lang 接受 zh、zh_CN 或 en，否则由系统语言决定；--json 输出 JSON。\n"
         u"返回值：0 完成，1 被拒绝或失败，2 用法错误。"},
        {"cli.help_init", u"Make a workspace; the login becomes who sits here.",
         u"创建工作区；登录名成为使用者。"},
        {"cli.help_import",
         u"Bring CSV files into an entity, or a known set of files into a new workspace.",
         u"将 CSV 文件导入某个对象，或将已知的一组文件导入新工作区。"},
        {"cli.help_list", u"List the rows of an entity, filtered and sorted.",
         u"列出某个对象的行，可筛选和排序。"},
        {"cli.help_show", u"Show every field of a record.", u"显示一条记录的全部字段。"},
        {"cli.help_create", u"Make a record.", u"新建记录。"},
        {"cli.help_set",
         u"Change fields: FIELD=VALUE sets, FIELD= empties, += and -= are for sets.",
         u"修改字段：FIELD=VALUE 赋值，FIELD= 清空，+= 和 -= 用于多选字段。"},
        {"cli.help_delete", u"Put a record in the bin.", u"将记录移入回收站。"},
        {"cli.help_restore", u"Bring a record back from the bin.", u"从回收站恢复记录。"},
        {"cli.help_move", u"Move a deal to a stage of its pipeline.",
         u"将商机移到其销售管道的某个阶段。"},
        {"cli.help_history", u"Show what happened to a record, or to one field of it.",
         u"显示记录或其某个字段的变更历史。"},
        {"cli.help_undo", u"Take back a change set: that person's last one, or the one named.",
         u"撤销变更集：该人员的最近一次，或指定的一个。"},
        {"cli.help_redo", u"Do again what was undone last.", u"重做最近一次撤销的操作。"},
        {"cli.help_field_add", u"Add a custom field to an entity.", u"为对象添加自定义字段。"},
        {"cli.help_field_list", u"List the fields with their keys and types.",
         u"列出字段及其键和类型。"},
        {"cli.help_check",
         u"Check the workspace: integrity, chain, schema; list orphans, duplicates, unfinished "
         u"jobs.",
         u"检查工作区：完整性、变更链、结构；列出孤立引用、重复项和未完成的任务。"},
        {"cli.help_stats", u"Count the rows, and the deals and sums by stage.",
         u"统计行数，以及各阶段的商机数和金额。"},
        {"cli.help_help", u"Show this, or how one command is used.",
         u"显示本帮助或某个命令的用法。"},
    };
    return table;
}

} // namespace dw
