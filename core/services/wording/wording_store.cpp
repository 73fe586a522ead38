// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wordingtable.h"

namespace dw {

std::span<const WordingEntry> wordings::store() {
    static constexpr WordingEntry table[] = {
        // The database.
        {"store.open",
         u"{file} could not be opened. Nothing was changed. Check that it is there and that you "
         u"may read it.",
         u"无法打开 {file}。未作任何更改。请确认文件存在且您有读取权限。"},
        {"store.readonly",
         u"{file} cannot be written, so nothing was changed. Give yourself the right to write "
         u"there, or work in a copy.",
         u"{file} 不可写，因此未作任何更改。请获取写入权限，或在副本中工作。"},
        {"store.unfinished",
         u"{file} was not closed properly, and its folder cannot be written, so its last changes "
         u"cannot be brought in. Nothing is "
         u"lost: copy the whole folder to a place where you may write, and open it there.",
         u"{file} "
         u"上次未正常关闭，而所在文件夹不可写，无法并入最后的更改。数据没有丢失：请将整个文件夹复制"
         u"到可写的位置再打开。"},
        {"store.full",
         u"The disk with {file} is full. What was saved before is kept; this change was not saved. "
         u"Free some room and try again.",
         u"{file} 所在的磁盘已满。之前保存的内容均已保留，本次更改未保存。请腾出空间后重试。"},
        {"store.busy",
         u"{file} is in use by another process at this moment. Nothing was changed. Try again in a "
         u"moment.",
         u"{file} 正被另一个进程使用。未作任何更改。请稍后重试。"},
        {"store.deadline",
         u"The query took too long and was stopped. Narrow it down and try again.",
         u"查询用时过长，已停止。请缩小范围后重试。"},
        {"store.damaged", u"{file} is damaged. It stays as it is, and nothing was changed.",
         u"{file} 已损坏。文件保持原样，未作任何更改。"},
        {"store.restore_backup", u"Restore one of the backups, newest first: {backups}",
         u"请从备份恢复（最新在前）：{backups}"},
        {"store.no_backup",
         u"There is no backup in the folder “backups”. Look for a copy elsewhere, or have the file "
         u"repaired.",
         u"“backups”文件夹中没有备份。请查找其他副本，或修复该文件。"},
        {"store.not_ours",
         u"{file} was not made by Dealwright. It stays as it is. Choose another file or folder.",
         u"{file} 不是由 Dealwright 创建的。文件保持原样。请选择其他文件或文件夹。"},
        {"store.newer",
         u"{file} was written by a newer version of Dealwright (format {found}; this one knows up "
         u"to {known}). It stays as it is. "
         u"Update Dealwright and open it again.",
         u"{file} 由更新版本的 Dealwright 写入（格式 {found}，本版本最多支持 "
         u"{known}）。文件保持原样。请更新 Dealwright 后再打开。"},
        {"store.library",
         u"Dealwright was built with SQLite {built} but found the older {found}. Nothing was "
         u"opened. Install the newer SQLite.",
         u"Dealwright 使用 SQLite {built} 构建，但系统中是较旧的 "
         u"{found}。未打开任何文件。请安装较新的 SQLite。"},
        {"store.io",
         u"The system failed to read or write {file}. What was saved before is kept. Check the "
         u"disk and try again.",
         u"系统读写 {file} 失败。之前保存的内容均已保留。请检查磁盘后重试。"},
        {"store.memory",
         u"There was not enough memory to work with {file}. Nothing was changed. Close something "
         u"else and try again.",
         u"内存不足，无法处理 {file}。未作任何更改。请关闭其他程序后重试。"},
        {"store.too_big",
         u"A value is larger than {file} can take. Nothing was changed. Shorten it and try again.",
         u"某个值超出了 {file} 可容纳的大小。未作任何更改。请缩短后重试。"},
        {"store.internal",
         u"Dealwright asked {file} something that it did not understand; this is a mistake in the "
         u"program. Nothing was changed. "
         u"The log has the details: please report them.",
         u"Dealwright 对 {file} "
         u"的请求无法执行，这是程序的错误。未作任何更改。详情见日志，请反馈。"},
        {"store.no_column",
         u"The custom field {field} is described, but its column is missing. The field is left "
         u"out; everything else is there. Restore "
         u"a backup, or leave it so.",
         u"自定义字段 {field} "
         u"有定义，但缺少对应的列。该字段已略过，其余内容均在。可从备份恢复，或保持现状。"},

        // The folder.
        {"workspace.none",
         u"There is no workspace in {folder}. Nothing was made. Choose another folder, or make a "
         u"workspace there.",
         u"{folder} 中没有工作区。未创建任何内容。请选择其他文件夹，或在此新建工作区。"},
        {"workspace.exists",
         u"There is a workspace in {folder} already. It stays as it is. Open it, or choose another "
         u"folder.",
         u"{folder} 中已有工作区，保持原样。请打开它，或选择其他文件夹。"},
        {"workspace.held",
         u"The workspace in {folder} is open for writing in {program} (process {pid} on {host}). "
         u"Nothing was changed. Close it there "
         u"first, or read only.",
         u"{folder} 中的工作区正由 {program} 打开写入（{host} 上的进程 "
         u"{pid}）。未作任何更改。请先在那里关闭，或以只读方式打开。"},
        {"workspace.readonly",
         u"{folder} cannot be written. Nothing was changed. Give yourself the right to write "
         u"there, or choose another folder.",
         u"{folder} 不可写。未作任何更改。请获取写入权限，或选择其他文件夹。"},
        {"workspace.read_only",
         u"This workspace was opened to read only, so nothing was changed. Close it where it is "
         u"open for writing, and open it again.",
         u"此工作区以只读方式打开，未作任何更改。请在以写入方式打开它的地方将其关闭，然后重新打开"
         u"。"},
        {"workspace.network",
         u"{folder} is a network or synced folder ({kind}), where two computers could damage the "
         u"data. Nothing was changed. Copy the "
         u"workspace to a folder on this computer and open it there.",
         u"{folder} "
         u"是网络或同步文件夹（{kind}"
         u"），多台电脑同时使用会损坏数据。未作任何更改。请将工作区复制到本机文件夹后再打开。"},
        {"workspace.lock",
         u"{file} is no lock file, so the workspace cannot be opened for writing. Nothing was "
         u"changed. Move it away and try again.",
         u"{file} 不是锁文件，无法以写入方式打开工作区。未作任何更改。请将其移走后重试。"},
        {"workspace.no_backup",
         u"There is no backup {file}. Nothing was changed. Choose one of those in the folder "
         u"“backups”.",
         u"没有备份 {file}。未作任何更改。请从“backups”文件夹中选择。"},

        // Records.
        {"record.unknown", u"There is no {entity} {id}. Check its number.",
         u"没有{entity} {id}。请核对编号。"},
        {"record.sort",
         u"{entity} cannot be sorted by “{field}”. Choose a field that holds one value.",
         u"{entity}不能按“{field}”排序。请选择单值字段。"},
    };
    return table;
}

} // namespace dw
