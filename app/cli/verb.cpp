// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb.h"

#include <array>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

using Kind = OptionSpec::Kind;

constexpr OptionSpec initOptions[] = {{u"--name"}, {u"--zone"}, {u"--currency"}};
constexpr OptionSpec importOptions[] = {
    {u"--preset"}, {u"--map"}, {u"--dry-run", Kind::Flag}, {u"--rejects"}};
constexpr OptionSpec listOptions[] = {{u"--where"}, {u"--columns"},         {u"--sort"},
                                      {u"--limit"}, {u"--bin", Kind::Flag}, {u"--set"}};
constexpr OptionSpec originOptions[] = {{u"--source"}, {u"--reason"}};
constexpr OptionSpec fieldOptions[] = {
    {u"--label-en"},  {u"--label-zh"}, {u"--choice", Kind::Values}, {u"--target"}, {u"--formula"},
    {u"--unit"},      {u"--personal"}, {u"--required", Kind::Flag}, {u"--min"},    {u"--max"},
    {u"--max-length"}};
constexpr std::span<const OptionSpec> none;

using Needs = Verb::Needs;

constexpr std::array table{
    Verb{u"init", u"[--name NAME] [--zone ZONE] [--currency CODE]", u"cli.help_init", Needs::Itself,
         0, 0, initOptions, runInit},
    Verb{u"import",
         u"ENTITY FILE… [--map FILE] [--dry-run] [--rejects OUT]\n--preset maven FOLDER "
         u"[--dry-run] [--rejects "
         u"OUT]",
         u"cli.help_import", Needs::Itself, 1, Verb::any, importOptions, runImport},
    Verb{u"list",
         u"ENTITY [--where EXPR] [--columns KEY,…] [--sort KEY,-KEY…] [--limit N] "
         u"[--bin]\nrejected-rows [--set N] [--limit N]",
         u"cli.help_list", Needs::Reading, 1, 1, listOptions, runList},
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
    Verb{u"field add",
         u"ENTITY KEY TYPE [--label-en TEXT] [--label-zh TEXT] [--choice KEY=EN/ZH]… [--target "
         u"ENTITY] [--formula EXPR] "
         u"[--unit UNIT] [--personal CLASS] [--required] [--min N] [--max N] [--max-length N]",
         u"cli.help_field_add", Needs::Writing, 3, 3, fieldOptions, runFieldAdd},
    Verb{u"field list", u"[ENTITY]", u"cli.help_field_list", Needs::Reading, 0, 1, none,
         runFieldList},
    Verb{u"check", u"", u"cli.help_check", Needs::Reading, 0, 0, none, runCheck},
    Verb{u"stats", u"", u"cli.help_stats", Needs::Reading, 0, 0, none, runStats},
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
