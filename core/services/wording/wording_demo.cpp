// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wordingtable.h"

namespace dw {

std::span<const WordingEntry> wordings::demo() {
    static constexpr WordingEntry table[] = {
        {"demo.set", u"Sample company with {count} deals (seed {seed})",
         u"示例公司，{count} 个商机（种子 {seed}）"},
        {"demo.deals",
         u"A sample company has {least} to {most} deals, not {value}. Nothing was written.",
         u"示例公司的商机数应在 {least} 到 {most} 之间，而不是 {value}。未写入任何内容。"},
        {"demo.now",
         u"A sample company lives in the years {least} to {most}, not at {value}. Nothing was "
         u"written; give another date with --now.",
         u"示例公司的日期应在 {least} 年到 {most} 年之间，而不是 {value}。未写入任何内容；请用 "
         u"--now "
         u"指定其他日期。"},
        {"demo.not_empty",
         u"The workspace holds records already ({entity}: {count}, those in the bin count too), so "
         u"nothing was written. Make the sample in a workspace of its own.",
         u"工作区中已有记录（{entity}：{count}"
         u"，回收站中的也算），因此未写入任何内容。请为示例另建一个"
         u"工作区。"},
        {"demo.vocabulary",
         u"The words for the sample are damaged ({file}, {member}). Nothing was written; install "
         u"the program again.",
         u"示例所用的词汇已损坏（{file}，{member}）。未写入任何内容；请重新安装程序。"},
        {"demo.done",
         u"A sample company with {count} deals is there: {rows} records, set {set}. “jobs undo "
         u"{job}” takes it back.",
         u"示例公司已生成：{count} 个商机，共 {rows} 条记录，变更集 {set}。“jobs undo {job}” "
         u"可将其撤回。"},
        {"demo.bad_number", u"{option} takes a whole number, not “{value}”.",
         u"{option} 需要整数，而不是“{value}”。"},
    };
    return table;
}

} // namespace dw
