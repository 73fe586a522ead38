// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb.h"

#include <array>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

using Kind = OptionSpec::Kind;

constexpr OptionSpec initOptions[] = {{u"--name"}, {u"--zone"}, {u"--currency"}};
constexpr OptionSpec demoOptions[] = {{u"--deals"}, {u"--seed"}};
constexpr OptionSpec importOptions[] = {{u"--preset"},
                                        {u"--map"},
                                        {u"--dry-run", Kind::Flag},
                                        {u"--rejects"},
                                        {u"--mode"},
                                        {u"--match", Kind::Values},
                                        {u"--encoding"},
                                        {u"--sheet"},
                                        {u"--date-order"},
                                        {u"--create-missing", Kind::Flag},
                                        {u"--reject-missing", Kind::Flag},
                                        {u"--system"},
                                        {u"--source"}};
constexpr OptionSpec listOptions[] = {{u"--where"}, {u"--columns"},         {u"--sort"},
                                      {u"--limit"}, {u"--bin", Kind::Flag}, {u"--set"}};
constexpr OptionSpec exportOptions[] = {{u"--where"},
                                        {u"--columns"},
                                        {u"--sort"},
                                        {u"--bin", Kind::Flag},
                                        {u"--encoding"},
                                        {u"--separator"},
                                        {u"--keys", Kind::Flag},
                                        {u"--raw", Kind::Flag}};
constexpr OptionSpec backupOptions[] = {{u"--list", Kind::Flag}};
constexpr OptionSpec originOptions[] = {{u"--source"}, {u"--reason"}};
constexpr OptionSpec fieldOptions[] = {
    {u"--label-en"},  {u"--label-zh"}, {u"--choice", Kind::Values}, {u"--target"}, {u"--formula"},
    {u"--unit"},      {u"--personal"}, {u"--required", Kind::Flag}, {u"--min"},    {u"--max"},
    {u"--max-length"}};
constexpr OptionSpec searchOptions[] = {{u"--in"}, {u"--limit"}};
constexpr OptionSpec qualityOptions[] = {{u"--by"}, {u"--worst"}, {u"--missing"}};
constexpr std::span<const OptionSpec> none;

using Needs = Verb::Needs;

constexpr std::array table{
    Verb{u"init", u"[--name NAME] [--zone ZONE] [--currency CODE]", u"cli.help_init", Needs::Itself,
         0, 0, initOptions, runInit},
    Verb{u"demo", u"[--deals N] [--seed S]", u"cli.help_demo", Needs::Itself, 0, 0, demoOptions,
         runDemoVerb},
    Verb{u"import",
         u"ENTITY FILE… [--map FILE] [--mode add|fill|overwrite] [--match FIELDS] [--system NAME] "
         u"[--source TEXT] [--create-missing|--reject-missing] [--encoding E] [--sheet NAME] "
         u"[--date-order "
         u"ymd|mdy|dmy] [--dry-run] [--rejects OUT]\nENTITY=FILE… [the same]\nlead - (a pasted "
         u"lead on stdin)\n--preset maven FOLDER [--dry-run] [--rejects OUT]\nworkspace IN",
         u"cli.help_import", Needs::Itself, 1, Verb::any, importOptions, runImport},
    Verb{u"list",
         u"ENTITY [--where EXPR] [--columns KEY,…] [--sort KEY,-KEY…] [--limit N] "
         u"[--bin]\nrejected-rows [--set N] [--limit N]",
         u"cli.help_list", Needs::Reading, 1, 1, listOptions, runList},
    Verb{u"search", u"TEXT… [--in ENTITY,…] [--limit N]", u"cli.help_search", Needs::Reading, 1,
         Verb::any, searchOptions, runSearch},
    Verb{u"export",
         u"ENTITY OUT.csv|OUT.xlsx [--where EXPR] [--columns KEY,…] [--sort KEY,-KEY…] [--bin] "
         u"[--encoding utf-8-bom|utf-8|gb18030] [--separator ,|;|tab] [--keys] "
         u"[--raw]\nworkspace OUT|OUT.zip",
         u"cli.help_export", Needs::Reading, 2, 2, exportOptions, runExport},
    Verb{u"show", u"ENTITY ID", u"cli.help_show", Needs::Reading, 2, 2, none, runShow},
    Verb{u"create", u"ENTITY FIELD=VALUE… [--source TEXT] [--reason TEXT]", u"cli.help_create",
         Needs::Writing, 2, Verb::any, originOptions, runCreate},
    Verb{u"set", u"ENTITY ID FIELD=VALUE… [--source TEXT] [--reason TEXT]", u"cli.help_set",
         Needs::Writing, 3, Verb::any, originOptions, runSet},
    Verb{u"delete", u"ENTITY ID [--source TEXT] [--reason TEXT]", u"cli.help_delete",
         Needs::Writing, 2, 2, originOptions, runDelete},
    Verb{u"restore-record", u"ENTITY ID [--source TEXT] [--reason TEXT]", u"cli.help_restore",
         Needs::Writing, 2, 2, originOptions, runRestoreRecord},
    Verb{u"move", u"DEAL STAGE [FIELD=VALUE…] [--reason TEXT] [--source TEXT]", u"cli.help_move",
         Needs::Writing, 2, Verb::any, originOptions, runMove},
    Verb{u"history", u"ENTITY ID [FIELD]", u"cli.help_history", Needs::Reading, 2, 3, none,
         runHistory},
    Verb{u"undo", u"[SET]", u"cli.help_undo", Needs::Writing, 0, 1, none, runUndo},
    Verb{u"redo", u"", u"cli.help_redo", Needs::Writing, 0, 0, none, runRedo},
    Verb{u"rejects list", u"", u"cli.help_rejects_list", Needs::Reading, 0, 0, none,
         runRejectsList},
    Verb{u"rejects export", u"JOB OUT", u"cli.help_rejects_export", Needs::Reading, 2, 2, none,
         runRejectsExport},
    Verb{u"rejects retry", u"JOB [FILE]", u"cli.help_rejects_retry", Needs::Writing, 1, 2, none,
         runRejectsRetry},
    Verb{u"jobs list", u"", u"cli.help_jobs_list", Needs::Reading, 0, 0, none, runJobsList},
    Verb{u"jobs pause", u"NUMBER", u"cli.help_jobs_pause", Needs::Writing, 1, 1, none,
         runJobsPause},
    Verb{u"jobs resume", u"NUMBER", u"cli.help_jobs_resume", Needs::Writing, 1, 1, none,
         runJobsResume},
    Verb{u"jobs cancel", u"NUMBER", u"cli.help_jobs_cancel", Needs::Writing, 1, 1, none,
         runJobsCancel},
    Verb{u"jobs undo", u"NUMBER", u"cli.help_jobs_undo", Needs::Writing, 1, 1, none, runJobsUndo},
    Verb{u"field add",
         u"ENTITY KEY TYPE [--label-en TEXT] [--label-zh TEXT] [--choice KEY=EN/ZH]… [--target "
         u"ENTITY] [--formula EXPR] "
         u"[--unit UNIT] [--personal CLASS] [--required] [--min N] [--max N] [--max-length N]",
         u"cli.help_field_add", Needs::Writing, 3, 3, fieldOptions, runFieldAdd},
    Verb{u"field list", u"[ENTITY]", u"cli.help_field_list", Needs::Reading, 0, 1, none,
         runFieldList},
    Verb{u"check", u"", u"cli.help_check", Needs::Reading, 0, 0, none, runCheck},
    Verb{u"rebuild-search", u"", u"cli.help_rebuild_search", Needs::Writing, 0, 0, none,
         runRebuildSearch},
    Verb{u"backup", u"[OUT.dealwright|OUT.zip]\n--list", u"cli.help_backup", Needs::Reading, 0, 1,
         backupOptions, runBackup},
    Verb{u"restore", u"BACKUP", u"cli.help_restore_backup", Needs::Itself, 1, 1, none, runRestore},
    Verb{u"stats", u"", u"cli.help_stats", Needs::Reading, 0, 0, none, runStats},
    Verb{u"quality", u"[ENTITY] [--by person|team|source]\nENTITY --worst N [--missing PART]",
         u"cli.help_quality", Needs::Reading, 0, 1, qualityOptions, runQuality},
    Verb{u"help", u"[VERB]", u"cli.help_help", Needs::Nothing, 0, 2, none, runHelp},
};

} // namespace

QString Verb::usageLine() const {
    const QString start = u"dealwright-cli --workspace DIR "_s + QString::fromUtf16(name);
    const QString line =
        needs == Needs::Nothing ? u"dealwright-cli "_s + QString::fromUtf16(name) : start;
    QStringList lines;
    for (const QString &form : QString::fromUtf16(usage).split(u'\n'))
        lines << (form.isEmpty() ? line : line + u' ' + form);
    return lines.join(u'\n');
}

std::span<const Verb> verbs() { return table; }

const Verb *findVerb(const QStringList &words) {
    for (const Verb &verb : table) {
        const QStringList name = QString::fromUtf16(verb.name).split(u' ');
        if (words.mid(0, name.size()) == name)
            return &verb;
    }
    return nullptr;
}

} // namespace dw::cli
