// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wordingtable.h"

namespace dw {

std::span<const WordingEntry> wordings::imports() {
    static constexpr WordingEntry table[] = {
        // A file that cannot be read.
        {"import.no_file",
         u"The file {file} cannot be opened; nothing was imported. Check the path and the right to "
         u"read it.",
         u"无法打开文件 {file}；未导入任何内容。请检查路径和读取权限。"},
        {"import.empty_file",
         u"The file {file} is empty; nothing was imported. Its first line must name the columns.",
         u"文件 {file} 为空；未导入任何内容。第一行必须是列名。"},
        {"import.encoding",
         u"{file}, line {line}: the text cannot be read in the encoding that was found or told; "
         u"nothing was imported. Name its encoding (--encoding), or save the file as “CSV UTF-8”.",
         u"{file} 第 {line} 行：无法按识别出或指定的编码读取文本；未导入任何内容。请指明编码（"
         u"--encoding），或将文件另存为“CSV UTF-8”。"},
        {"import.changed",
         u"{file} was changed while it was read; nothing was imported. Import it again when nobody "
         u"writes to it any more.",
         u"{file} 在读取过程中被修改；未导入任何内容。请在无人写入时重新导入。"},
        {"import.date_order",
         u"{file}: dates in {columns} can be read in two ways ({examples}); nothing was imported. "
         u"Say which comes first: --date-order dmy (day), mdy (month) or ymd (year).",
         u"{file}：{columns}中的日期有两种读法（{examples}）；未导入任何内容。请指明顺序：--date-"
         u"order "
         u"dmy（日在前）、mdy（月在前）或 ymd（年在前）。"},
        {"import.paste_too_large", u"More than {limit} MiB were pasted; nothing was imported.",
         u"粘贴内容超过 {limit} MiB；未导入任何内容。"},
        {"import.denied", u"You may not {action} rows of {entity}; nothing was imported.",
         u"您无权对{entity}执行此操作（{action}）；未导入任何内容。"},
        {"import.denied_field",
         u"You may not {action} {field} of {entity}; nothing was imported. Leave the column out.",
         u"您无权对{entity}的{field}执行此操作（{action}）；未导入任何内容。请略去该列。"},
        {"import.fields_moved",
         u"Other fields were made meanwhile; the new fields stand, the rows were not imported. "
         u"Import the file again.",
         u"期间有其他字段被创建；新字段已建立，但行未导入。请重新导入该文件。"},
        {"import.job_unfinished",
         u"Job {number} is not finished, so it is not clear yet which rows are there; nothing was "
         u"imported. Wait for it, go on with it (“jobs resume {number}”) or cancel it.",
         u"作业 {number} 尚未完成，现有行还不确定；未导入任何内容。请等待其完成，用“jobs resume "
         u"{number}”继续，或取消它。"},
        {"import.stands_still",
         u"Job {number} stands still; “jobs resume {number}” goes on with it.",
         u"作业 {number} 已停止；“jobs resume {number}”可继续。"},
        {"import.job_unreadable",
         u"What the job kept of its import cannot be read; its rejected rows are shown by “list "
         u"rejected-rows”.",
         u"无法读取作业保存的导入信息；被拒绝的行可用“list rejected-rows”查看。"},
        {"import.nothing_rejected", u"Job {number} has no rejected rows.",
         u"作业 {number} 没有被拒绝的行。"},
        {"import.retry_needs_columns",
         u"{file} lacks the column “rejected: line”, and the import had several files: it is not "
         u"clear which rows belong where. Nothing was imported.",
         u"{file} 缺少列“rejected: "
         u"line”，而该导入包含多个文件，无法确定各行的归属。未导入任何内容。"},
        {"import.retry_kept",
         u"The file does not say which rejected rows it mends (“rejected: line”), so those of job "
         u"{number} stay on the list.",
         u"文件没有注明修正的是哪些被拒绝的行（“rejected: line”），因此作业 {number} "
         u"的列表保持不变。"},
        {"import.more_notes", u"… and {count} more {count:note|notes} of the job.",
         u"……作业另有 {count} 条说明。"},
        {"import.not_csv",
         u"{file}, line {line}: this cannot be read as CSV; nothing was imported. Mend the file "
         u"and try again.",
         u"{file} 第 {line} 行：无法按 CSV 读取；未导入任何内容。请修正文件后重试。"},
        {"import.unreadable",
         u"{file}: reading failed at line {line}; nothing was imported. Try again, or copy the "
         u"file to this computer first.",
         u"{file}：读到第 {line} 行时失败；未导入任何内容。请重试，或先将文件复制到本机。"},
        {"csv.separator",
         u"The first line has no comma but “{separator}”: columns must be separated by commas.",
         u"第一行没有逗号，但有“{separator}”：各列必须用逗号分隔。"},

        // What is wrong with one row.
        {"import.extra_cells",
         u"The row has {count} {count:cell|cells} more than the first line has names. Quote cells "
         u"that hold a comma.",
         u"该行比第一行的列名多出 {count} 个单元格。含逗号的单元格请加引号。"},
        {"import.no_currency",
         u"{field}: “{value}” names no currency. Write it like “CNY 500000”, or name a currency "
         u"for the whole import.",
         u"{field}：“{value}”没有币种。请写成“CNY 500000”，或为整个导入指定币种。"},
        {"import.no_stage",
         u"The deal names no stage, and its pipeline has no open one to begin in.",
         u"该商机没有指明阶段，其销售管道也没有可以开始的进行中阶段。"},
        {"import.needs", u"{field} is missing.", u"缺少{field}。"},
        {"import.doubled", u"“{value}” stands in the file already.",
         u"“{value}”在文件中已出现过。"},
        {"import.doubled_in",
         u"“{value}” stands in line {line} already, with other values: which of the two is right "
         u"would be a guess.",
         u"“{value}”已在第 {line} 行出现过，且内容不同，无法判断哪一行正确。"},
        {"import.repeated",
         u"{count} {count:row says|rows say} the same as a row before {count:it|them} ({entity}).",
         u"有 {count} 行与之前的行内容相同（{entity}）。"},
        {"import.several_match",
         u"The row matches {count} rows of the workspace ({ids}) and is equal to none of them. "
         u"Name "
         u"more fields to tell them apart, or merge them.",
         u"该行与工作区中的 {count} "
         u"行匹配（{ids}），但与其中任何一行都不相同。请指定更多字段加以区分，或"
         u"先合并它们。"},
        {"import.cell_error", u"{field}: the cell holds the error “{value}”.",
         u"{field}：单元格是错误值“{value}”。"},
        {"import.bad_moment", u"“{value}” is no moment that can be read.",
         u"“{value}”不是可读的时间。"},
        {"import.too_many_wait",
         u"Too many rows wait for rows further down. Put the rows that others point at first.",
         u"等待后面行的行过多。请把被指向的行放在前面。"},
        {"import.stage_made",
         u"The stage “{stage}” ({outcome}) was made in the pipeline “{pipeline}”.",
         u"已在销售管道“{pipeline}”中新建阶段“{stage}”（{outcome}）。"},
        {"import.names_made",
         u"{count} {count:deal has|deals have} no name in the file and {count:is|are} called by "
         u"account and product, id, or place.",
         u"文件中有 {count} 个商机没有名称，已按客户和产品、编号或所在行命名。"},
        {"import.closed_when_expected",
         u"{count} closed {count:deal has|deals have} one date in the file: it is taken as the day "
         u"they were expected to close and as the day they closed.",
         u"文件中有 {count} 个已结案商机只有一个日期，已同时作为预计签约日期和结案日期。"},
        {"import.line_left_out",
         u"{field}: {count} {count:value|values} could not be used and "
         u"{count:was|were} left out.",
         u"{field}：有 {count} 个值无法使用，已略去。"},
        {"import.own_parent", u"The account is named as its own parent.",
         u"该客户把自己写成了上级客户。"},
        {"import.total_line",
         u"This line looks like the sums below a list, not like a record. If it is one, complete "
         u"it.",
         u"该行看起来是列表末尾的合计行，而不是一条记录。如果确实是记录，请补全内容。"},
        {"import.loop",
         u"{field}: the row points at “{value}”, which by way of rows of this import points back "
         u"at "
         u"it. Break the loop: leave the cell of one of them empty.",
         u"{field}：该行指向“{value}”，而后者又经本次导入的行指回该行，形成循环。请清空其中一行的单"
         u"元格以断开循环。"},
        {"import.target_rejected",
         u"{field}: “{value}” stands in this import, but its own row is rejected. Mend that one "
         u"first.",
         u"{field}：“{value}”在本次导入中，但其所在行被拒绝。请先修正那一行。"},
        {"import.unknown_stage",
         u"“{value}” is no stage of this preset; there are Prospecting, Engaging, Won and Lost.",
         u"“{value}”不是此预设的阶段；可用的有 Prospecting、Engaging、Won、Lost。"},
        {"import.closed_before", u"The deal closes before it begins.",
         u"该商机的结案日期早于开始日期。"},

        // A mapping that cannot be used.
        {"import.map_not_json", u"The mapping is not a JSON object; nothing was imported.",
         u"映射不是 JSON 对象；未导入任何内容。"},
        {"import.bad_map",
         u"The mapping cannot be used; nothing was imported. The member “{member}” is unknown, of "
         u"the wrong type or not supported.",
         u"映射无法使用；未导入任何内容。成员“{member}”未知、类型不对或不受支持。"},
        {"import.no_columns",
         u"No column of the first line is a field; nothing was imported. Name the columns like the "
         u"fields, or give a mapping.",
         u"第一行没有任何列对应字段；未导入任何内容。请按字段命名各列，或提供映射。"},
        {"import.unknown_field",
         u"The mapping names “{field}”, which is no field of {entity}; nothing was imported.",
         u"映射中的“{field}”不是{entity}的字段；未导入任何内容。"},
        {"import.map_too_large", u"The mapping is larger than {limit} bytes; nothing was imported.",
         u"映射超过 {limit} 字节；未导入任何内容。"},
        {"import.unsure",
         u"“{header}” is left out, as it is not sure enough that it is “{field}”: {text} Name it "
         u"in "
         u"a mapping to import it.",
         u"已略过“{header}”，因为不能确定它就是“{field}”：{text} 要导入请在映射中指明。"},
        {"import.no_link",
         u"{field} of {entity} is no link, so it cannot be found by an id of another system; "
         u"nothing was imported.",
         u"{entity}的{field}不是关联字段，不能用其他系统的编号查找；未导入任何内容。"},
        {"import.field_type",
         u"{entity} has a field “{field}” already, of another type; nothing was imported. Choose "
         u"another key for the new field.",
         u"{entity}已有类型不同的字段“{field}”；未导入任何内容。请为新字段另选键名。"},
        {"import.own_field",
         u"{field} is set by the program alone and cannot be imported; nothing was imported.",
         u"{field}只由程序设置，不能导入；未导入任何内容。"},
        {"import.field_twice", u"Two columns are mapped to {field}; nothing was imported.",
         u"有两列映射到{field}；未导入任何内容。"},
        {"import.header_twice",
         u"The column “{header}” stands in the first line twice, so it is not clear which one is "
         u"meant; nothing was imported. Rename one of them and try again.",
         u"第一行中有两列“{header}”，无法确定采用哪一列；未导入任何内容。请重命名其中一列后重试。"},
        {"import.column_missing", u"{file} has no column “{header}”, which the mapping names.",
         u"{file} 没有映射中指定的列“{header}”。"},

        // The preset.
        {"import.preset_columns",
         u"{file} lacks columns of the preset: {columns}. Nothing was imported.",
         u"{file} 缺少预设所需的列：{columns}。未导入任何内容。"},
        {"import.not_empty",
         u"The workspace holds records already ({count} × {entity}); a preset fills an empty one "
         u"only. Nothing was imported. Choose another folder with --workspace.",
         u"工作区已有记录（{entity} × {count}）；预设只能填充空的工作区。未导入任何内容。请用 "
         u"--workspace 指定其他文件夹。"},
        {"import.corrected",
         u"{field}: “{value}” was read as “{name}” in {count} {count:row|rows}.",
         u"{field}：{count} 行中的“{value}”已读作“{name}”。"},
        {"import.matched", u"{entity} “{value}” was read as “{name}” in {count} {count:row|rows}.",
         u"{entity}“{value}”在 {count} 行中读作“{name}”。"},
        {"import.made",
         u"{entity} “{name}” is described by no file and was made; {count} {count:row names|rows "
         u"name} it.",
         u"没有文件描述{entity}“{name}”，已新建；有 {count} 行提到它。"},
        {"import.pipeline_rests", u"The pipeline “{name}” holds no deals and was set inactive.",
         u"销售管道“{name}”没有商机，已停用。"},
        {"import.win_rate",
         u"The win probability of “{stage}” is {percent} %: {count} of the {total} closed deals "
         u"were won.",
         u"“{stage}”的赢率为 {percent}%：{total} 个已结案商机中赢得 {count} 个。"},
        {"import.no_account",
         u"{count} {count:deal has|deals have} no account in the file; {count:it is|they are} "
         u"flagged on the board.",
         u"文件中有 {count} 个商机没有客户；看板上已标出。"},
        {"import.undated",
         u"{count} {count:deal has|deals have} no first day in the file and {count:carries|carry} "
         u"the tag “undated”.",
         u"文件中有 {count} 个商机没有起始日期，已加标签“undated”。"},
        {"import.future", u"{count} {count:deal is|deals are} dated later than now.",
         u"有 {count} 个商机的日期晚于现在。"},

        // What came in but would have been refused by hand.
        {"import.rows_no_amount",
         u"{count} open {count:deal has|deals have} no amount; {count:it is|they are} flagged on "
         u"the board.",
         u"有 {count} 个进行中的商机没有金额；看板上已标出。"},
        {"import.rows_won_needs", u"{count} won {count:deal|deals} came in without {field}.",
         u"有 {count} 个赢单的商机导入时缺少{field}。"},
        {"import.rows_lost_needs", u"{count} lost {count:deal|deals} came in without {field}.",
         u"有 {count} 个输单的商机导入时缺少{field}。"},
        {"import.rows_open_closed", u"{count} open {count:deal|deals} came in with {field}.",
         u"有 {count} 个进行中的商机导入时带有{field}。"},
        {"import.rows_other_pipeline",
         u"{count} {count:deal|deals} came in with a stage of another pipeline.",
         u"有 {count} 个商机导入时的阶段属于其他销售管道。"},
        {"import.rows_warned",
         u"{count} {count:row|rows} came in although a rule would have stopped {count:it|them} by "
         u"hand.",
         u"有 {count} 行已导入，但手工录入时会被规则拦下。"},
        {"import.sum_overflow",
         u"{count} {count:amount was|amounts were} too large to add to the sum in {currency}; the "
         u"rows came in.",
         u"有 {count} 个金额过大，未计入 {currency} 合计；这些行已导入。"},

        // Leads.
        {"set.lead", u"Lead “{title}” came in", u"收到线索“{title}”"},
        {"set.lead_again", u"Lead “{title}” came in again", u"再次收到线索“{title}”"},
        {"lead.came", u"Lead {id}: {title}", u"线索 {id}：{title}"},
        {"lead.came_again", u"Lead {id} came again: {title}", u"线索 {id} 再次到达：{title}"},
        {"lead.no_name", u"The lead has neither name, company, e-mail nor phone; nothing was kept.",
         u"该线索没有姓名、公司、邮箱或电话；未保存。"},

        // Sets, and what stays.
        {"import.set", u"Import {entity}: {file}", u"导入{entity}：{file}"},
        {"import.set_several", u"Import {file}", u"导入 {file}"},
        {"import.set_preset", u"Import the set {file}", u"导入数据集 {file}"},
        {"import.dry_run", u"This was a dry run; nothing was written.",
         u"这是试运行；未写入任何内容。"},
        {"import.rejects_is_input",
         u"{file} is read by this import or belongs to the workspace, so rejected rows cannot be "
         u"written there; nothing was imported. Choose another file for --rejects.",
         u"{file} 是本次导入要读取的文件或属于工作区，不能把被拒绝的行写到那里；未导入任何内容。请"
         u"为 --rejects 另选文件。"},
        {"import.rejects_not_a_file",
         u"{file} is no ordinary file, so rejected rows cannot be written there; nothing was "
         u"imported. Choose the path of a file for --rejects.",
         u"{file} 不是普通文件，不能把被拒绝的行写到那里；未导入任何内容。请为 --rejects "
         u"指定一个文件路径。"},
        {"import.rejects_unwritable",
         u"{file} cannot be written, so rejected rows would have no place; nothing was imported. "
         u"Check the folder, its rights and the room on the disk, or choose another file for "
         u"--rejects.",
         u"{file} 不可写，被拒绝的行将无处存放；未导入任何内容。请检查文件夹、权限和磁盘空间，或为 "
         u"--rejects 另选文件。"},
        {"import.rejects_not_written",
         u"The import is done: set {set} is in the workspace. But its {count} rejected "
         u"{count:row|rows} could not be written to {file}. They are kept: “list rejected-rows "
         u"--set {set}” shows them. Do not import the same file again; “undo {set}” takes it back.",
         u"导入已完成：变更集 {set} 已写入工作区。但 {count} 个被拒绝的行无法写入 "
         u"{file}。这些行已保留，可用“list rejected-rows --set {set}”查看。请勿重复导入同一文件；“"
         u"undo {set}”可撤销导入。"},
        {"import.rejects_of_none_not_written",
         u"No row came in, and the {count} rejected {count:row|rows} could not be written to "
         u"{file}. They are kept: “list rejected-rows --set 0” shows them.",
         u"没有任何行导入，且 {count} 个被拒绝的行无法写入 {file}。这些行已保留，可用“list "
         u"rejected-rows --set 0”查看。"},
        {"import.rejects_of_dry_run_not_written",
         u"The dry run wrote nothing to the workspace, and the {count} rejected {count:row|rows} "
         u"could not be written to {file}. Choose another place and run it again.",
         u"试运行未向工作区写入任何内容，且 {count} 个被拒绝的行无法写入 "
         u"{file}。请另选位置后重新运行。"},
    };
    return table;
}

} // namespace dw
