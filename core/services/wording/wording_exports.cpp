// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wordingtable.h"

namespace dw {

std::span<const WordingEntry> wordings::exports() {
    static constexpr WordingEntry table[] = {
        // Lists and whole workspaces on their way out.
        {"export.unknown_format",
         u"{file} does not say how to write it. Nothing was written. Let the name end with .csv or "
         u".xlsx.",
         u"无法从 {file} 判断写入格式。未写入任何内容。请让文件名以 .csv 或 .xlsx 结尾。"},
        {"export.unknown_encoding",
         u"There is no encoding “{value}” for a list. Nothing was written. Choose utf-8-bom, utf-8 "
         u"or gb18030.",
         u"列表不支持编码“{value}”。未写入任何内容。请选择 utf-8-bom、utf-8 或 gb18030。"},
        {"export.unknown_separator",
         u"“{value}” cannot part columns. Nothing was written. Choose a comma, a semicolon, “|” or "
         u"“tab”.",
         u"“{value}”不能用作列分隔符。未写入任何内容。请选择逗号、分号、“|”或“tab”。"},
        {"export.own_file",
         u"{file} is a part of the workspace itself, which stays as it is. Choose another place.",
         u"{file} 是工作区自身的一部分，已保持原样。请选择其他位置。"},
        {"export.not_a_file",
         u"{file} is no place for a file: a folder, a device or a pipe. It stays as it is. Choose "
         u"another name.",
         u"{file} 不能作为文件写入（它是文件夹、设备或管道），已保持原样。请选择其他名称。"},
        {"export.unwritable",
         u"{file} cannot be written there. Nothing was changed. Check the folder, your rights and "
         u"the room on the disk.",
         u"无法在该位置写入 {file}。未作任何更改。请检查文件夹、权限和磁盘空间。"},
        {"export.not_written",
         u"{file} could not be written to its end; what stood there before is kept. Free some room "
         u"or choose another place, and try again.",
         u"{file} 未能完整写入；原有文件已保留。请腾出空间或选择其他位置后重试。"},
        {"export.folder_taken",
         u"{folder} is there already and not an empty folder. It stays as it is. Choose another "
         u"name, or let it end with .zip for an archive.",
         u"{folder} 已存在且不是空文件夹，已保持原样。请选择其他名称，或以 .zip "
         u"结尾以写成压缩包。"},
        {"export.unfinished_job",
         u"An import or undo is not finished, so the history is not whole at this moment. Nothing "
         u"was written. Let it end, or take it back, and try again.",
         u"有导入或撤销尚未完成，此刻历史并不完整。未写入任何内容。请等待其完成或撤回后重试。"},
        {"export.not_exact",
         u"The table {table} holds something in {column} that does not belong there, so an exact "
         u"export is not possible. Nothing was written. Check the workspace.",
         u"表 {table} 的列 {column} "
         u"中含有不应存在的内容，无法精确导出。未写入任何内容。请检查工作区。"},
        {"export.file_missing",
         u"The attached file {file} could not be read. Nothing was written. Check the disk and try "
         u"again.",
         u"无法读取附件 {file}。未写入任何内容。请检查磁盘后重试。"},
        {"export.file_name",
         u"The attached file {file} has a name that no other system would take. Nothing was "
         u"written. Give it a name of plain letters and digits.",
         u"附件 {file} 的名称在其他系统上无法使用。未写入任何内容。请改用普通字母和数字命名。"},

        // Whole workspaces on their way back.
        {"import.not_an_export",
         u"{file} is no exported workspace. Nothing was made. Choose the folder or the archive "
         u"that "
         u"“export workspace” wrote.",
         u"{file} 不是导出的工作区。未创建任何内容。请选择“export "
         u"workspace”写出的文件夹或压缩包。"},
        {"import.newer_export",
         u"{file} was written by a newer version of Dealwright (format {found}; this one knows up "
         u"to {known}). Nothing was made. Update Dealwright and try again.",
         u"{file} 由更新版本的 Dealwright 写出（格式 {found}，本版本最多支持 "
         u"{known}）。未创建任何内容。请更新 Dealwright 后重试。"},
        {"import.bad_manifest",
         u"The list of contents of {file} says something about “{member}” that cannot be. Nothing "
         u"was made. Export the workspace again.",
         u"{file} 的清单中“{member}”的内容不成立。未创建任何内容。请重新导出工作区。"},
        {"import.bad_table",
         u"The export holds a table {table} (column “{column}”) that no workspace has, lacks one, "
         u"or holds one twice. Nothing was made. Export the workspace again.",
         u"导出内容中的表 "
         u"{table}（列“{column}"
         u"”）不属于任何工作区，或有缺失、重复。未创建任何内容。请重新导出工作区。"},
        {"import.bad_cell", u"The column {column} holds something that does not belong there.",
         u"列 {column} 中含有不应存在的内容。"},
        {"import.bad_line",
         u"{file}, line {line}: the column “{column}” holds something that does not belong there. "
         u"Nothing was made. Export the workspace again.",
         u"{file} 第 {line} "
         u"行：列“{column}”中含有不应存在的内容。未创建任何内容。请重新导出工作区。"},
        {"import.file_missing",
         u"{file} is missing or cannot be read. Nothing was made. Take the whole export, or export "
         u"the workspace again.",
         u"{file} 缺失或无法读取。未创建任何内容。请使用完整的导出内容，或重新导出工作区。"},
        {"import.file_too_long",
         u"{file} is longer than such a file can be. Nothing was made. Export the workspace again.",
         u"{file} 超出了此类文件的可能长度。未创建任何内容。请重新导出工作区。"},
        {"import.wrong_file",
         u"{file} is not what was exported: it was changed, cut off or damaged. Nothing was made. "
         u"Take another copy, or export the workspace again.",
         u"{file} "
         u"与导出时不一致：它被更改、截断或损坏。未创建任何内容。请换一份副本，或重新导出工作区。"},
        {"import.wrong_count",
         u"{file} holds {found} rows instead of {expected}. Nothing was made. Take another copy, "
         u"or "
         u"export the workspace again.",
         u"{file} 含有 {found} 行，而应为 {expected} "
         u"行。未创建任何内容。请换一份副本，或重新导出工作区。"},
        {"import.damaged_export",
         u"{file} was read, but what it holds contradicts itself. Nothing was made. What the check "
         u"found first:",
         u"{file} 已读取，但其内容自相矛盾。未创建任何内容。检查首先发现："},
        {"import.folder_taken",
         u"{folder} is not empty, so no workspace was made there. Choose a folder that is empty or "
         u"not there yet.",
         u"{folder} 不是空文件夹，因此未在其中创建工作区。请选择空文件夹或尚不存在的文件夹。"},
        {"import.running",
         u"Another process is just making a workspace at {folder}. Nothing was changed. Wait for "
         u"it, or choose another folder.",
         u"另一个进程正在 {folder} 创建工作区。未作任何更改。请等待其完成，或选择其他文件夹。"},

        // Backups.
        {"backup.unknown_format",
         u"{file} does not say what to write. Nothing was written. Let the name end with .zip for "
         u"everything, or with .dealwright for the database alone.",
         u"无法从 {file} 判断要写入什么。未写入任何内容。请让文件名以 .zip（全部内容）或 "
         u".dealwright（仅数据库）结尾。"},
        {"backup.files_left_out",
         u"The workspace has {count} attached {count:file|files}, which {file} cannot hold. "
         u"Nothing "
         u"was written. Let the name end with .zip.",
         u"工作区有 {count} 个附件，{file} 无法容纳。未写入任何内容。请让文件名以 .zip 结尾。"},
        {"backup.not_a_backup",
         u"{file} is no backup of a workspace. Nothing was changed. An exported workspace comes "
         u"back "
         u"by “import workspace”.",
         u"{file} 不是工作区的备份。未作任何更改。导出的工作区请用“import workspace”读回。"},
        {"backup.kind_migration", u"before an update", u"更新之前"},
        {"backup.kind_scheduled", u"scheduled", u"定期"},
        {"backup.kind_manual", u"asked for", u"手动"},
        {"backup.kind_replaced", u"before a restore", u"恢复之前"},
    };
    return table;
}

} // namespace dw
