// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wordingtable.h"

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
         u"{file}, line {line}: this is not UTF-8 text; nothing was imported. Save the file as "
         u"“CSV UTF-8” and try again.",
         u"{file} 第 {line} 行：不是 UTF-8 文本；未导入任何内容。请将文件另存为“CSV "
         u"UTF-8”后重试。"},
        {"import.not_csv",
         u"{file}, line {line}: this cannot be read as CSV; nothing was imported. Mend the file "
         u"and try again.",
         u"{file} 第 {line} 行：无法按 CSV 读取；未导入任何内容。请修正文件后重试。"},
        {"import.unreadable",
         u"{file}: reading failed at line {line}; nothing was imported. Try again, or copy the "
         u"file to this computer first.",
         u"{file}：读到第 {line} 行时失败；未导入任何内容。请重试，或先将文件复制到本机。"},
        {"csv.encoding", u"Line {line} holds bytes that are no UTF-8.",
         u"第 {line} 行含有不属于 UTF-8 的字节。"},
        {"csv.encoding_is", u"Line {line} looks like {encoding}.",
         u"第 {line} 行看起来是 {encoding} 编码。"},
        {"csv.workbook",
         u"This is a workbook ({format}). Save the sheet as “CSV UTF-8” and import that.",
         u"这是一个工作簿（{format}）。请将工作表另存为“CSV UTF-8”再导入。"},
        {"csv.binary", u"This is no text file.", u"这不是文本文件。"},
        {"csv.unclosed_quote", u"A quotation mark is opened in line {line} and never closed.",
         u"第 {line} 行的引号打开后没有闭合。"},
        {"csv.read", u"The file could not be read beyond line {line}.",
         u"第 {line} 行之后无法读取。"},
        {"csv.write", u"The file could not be written. Check the free space and try again.",
         u"无法写入文件。请检查剩余空间后重试。"},
        {"csv.separator",
         u"The first line has no comma but “{separator}”: columns must be separated by commas.",
         u"第一行没有逗号，但有“{separator}”：各列必须用逗号分隔。"},

        // What is wrong with one row.
        {"csv.text_after_quote",
         u"In column {column}, text stands behind the closing quotation mark.",
         u"第 {column} 列在右引号之后还有文字。"},
        {"csv.nul", u"Column {column} holds a zero byte.", u"第 {column} 列含有零字节。"},
        {"csv.cell_too_long",
         u"Column {column} is longer than {limit} bytes; what stands beyond was cut off here.",
         u"第 {column} 列超过 {limit} 字节；此处截去了多余部分。"},
        {"csv.row_too_long",
         u"The row is longer than {limit} bytes; what stands beyond was cut off here.",
         u"该行超过 {limit} 字节；此处截去了多余部分。"},
        {"csv.too_many_cells",
         u"The row has more than {limit} cells; what stands beyond was cut off here.",
         u"该行超过 {limit} 个单元格；此处截去了多余部分。"},
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
        {"import.own_parent", u"The account is named as its own parent.",
         u"该客户把自己写成了上级客户。"},
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

        // Sets, and what stays.
        {"import.set", u"Import {entity}: {file}", u"导入{entity}：{file}"},
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
