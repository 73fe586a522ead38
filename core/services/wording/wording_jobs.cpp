// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wordingtable.h"

namespace dw {

std::span<const WordingEntry> wordings::jobs() {
    static constexpr WordingEntry table[] = {
        {"job.damaged",
         u"The job file {file} is damaged. What was written from it stays; cancel the job to take "
         u"it back, or import the original file again afterwards.",
         u"作业文件 {file} "
         u"已损坏。已写入的内容仍保留；可取消该作业以全部撤回，然后重新导入原文件。"},
        {"job.newer",
         u"The job file {file} was written by a newer version of Dealwright. Nothing was changed; "
         u"open the workspace with that version to go on.",
         u"作业文件 {file} 由较新版本的 Dealwright "
         u"写入。未作任何更改；请用该版本打开工作区以继续。"},
        {"job.set_lost",
         u"Change set {set}, which the job was writing, is not there or is closed already. Nothing "
         u"more was written; run a check of the workspace.",
         u"作业正在写入的变更集 {set} 不存在或已关闭。未再写入任何内容；请检查工作区。"},
        {"job.label_undo", u"Undo: {text}", u"撤销：{text}"},
        {"job.unknown", u"There is no job {number}.", u"没有作业 {number}。"},
        {"job.not_running", u"Job {number} is not running.", u"作业 {number} 未在运行。"},
        {"job.finished", u"Job {number} is finished already.", u"作业 {number} 已经结束。"},
        {"job.stays",
         u"{entity} “{title}”: {field} was edited meanwhile and stays as it is ({source}).",
         u"{entity}“{title}”：{field} 期间已被编辑，保持不变（{source}）。"},
        {"job.undo_stopped", u"The undo was stopped; what was not taken back yet stays as it is.",
         u"撤销已停止；尚未撤回的内容保持不变。"},
        {"job.nothing_to_undo", u"Job {number} has changed nothing that could be undone.",
         u"作业 {number} 没有可撤销的更改。"},
        {"undo.open",
         u"A job is still writing change set {set}. Wait for it to end, or cancel the job.",
         u"作业仍在写入变更集 {set}。请等待其结束，或取消该作业。"},
        {"job.more_notes", u"{count} more {count:note is|notes are} not kept.",
         u"另有 {count} 条说明未保留。"},
        {"job.state_applying", u"being written", u"写入中"},
        {"job.state_paused", u"paused", u"已暂停"},
        {"job.state_cancelled", u"being taken back", u"撤回中"},
        {"job.state_done", u"done", u"已完成"},
        {"job.state_taken_back", u"taken back", u"已撤回"},
        {"job.state_failed", u"stands still", u"已停止"},
        {"cli.help_jobs_list", u"List long jobs (imports, large undos) with their state.",
         u"列出耗时作业（导入、大规模撤销）及其状态。"},
        {"cli.help_jobs_pause", u"Let a job that is under way wait until it is resumed.",
         u"暂停正在进行的作业，直到继续。"},
        {"cli.help_jobs_resume", u"Go on with a job that was paused or stands still.",
         u"继续已暂停或已停止的作业。"},
        {"cli.help_jobs_cancel", u"End a job and take back as a whole what it has written.",
         u"终止作业，并将其写入的内容整体撤回。"},
        {"cli.help_jobs_undo", u"Take back what a finished job has changed.",
         u"撤销已完成作业所作的更改。"},
        {"cli.bad_job", u"“{value}” is no number of a job.", u"“{value}”不是作业编号。"},
        {"cli.job", u"Job {number} ({text}): {state}.", u"作业 {number}（{text}）：{state}。"},
        {"cli.job_finished", u"Job {number}, which another run had left, was brought to its end.",
         u"先前未完成的作业 {number} 已执行完毕。"},
        {"cli.job_stands", u"Job {number}, which another run had left, stands still: {text}",
         u"先前未完成的作业 {number} 已停止：{text}"},
        {"cli.head_job", u"Job", u"作业"},
        {"cli.head_state", u"State", u"状态"},
        {"cli.head_share", u"Done", u"进度"},
        {"cli.head_started", u"Started", u"开始时间"},
        {"cli.head_what", u"What", u"内容"},
    };
    return table;
}

} // namespace dw
