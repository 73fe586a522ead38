// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include "app/cli/session.h"
#include "app/common/version.h"
#include "core/services/wording/wording.h"

#include <algorithm>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

using Kind = OptionSpec::Kind;

constexpr OptionSpec globalOptions[] = {
    {u"--as"}, {u"--json", Kind::Flag}, {u"--help", Kind::Flag}, {u"--version", Kind::Flag}};

bool contains(std::span<const OptionSpec> specs, const QString &name) {
    return std::any_of(specs.begin(), specs.end(),
                       [&](const OptionSpec &s) { return name == QStringView(s.name); });
}

bool isGlobal(const QString &option) {
    return contains(globalOptions, option) || contains(programOptionSpecs(), option);
}

/// Every option that any verb knows: which of them take a value must be clear before the verb is
/// found.
std::vector<OptionSpec> allOptions() {
    std::vector<OptionSpec> all(std::begin(globalOptions), std::end(globalOptions));
    const auto add = [&](std::span<const OptionSpec> specs) {
        all.insert(all.end(), specs.begin(), specs.end());
    };
    add(programOptionSpecs());
    for (const Verb &verb : verbs())
        add(verb.options);
    return all;
}

const Verb &helpVerb() {
    const Verb *help = findVerb({u"help"_s});
    Q_ASSERT(help);
    return *help;
}

/// The words that are no options, as far as they can be told apart where one of them is wrong.
QStringList freeWords(const QStringList &words) {
    const std::vector<OptionSpec> known = allOptions();
    QStringList free;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (!word.startsWith("--"_L1)) {
            free << word;
            continue;
        }
        const auto spec = std::find_if(known.begin(), known.end(), [&](const OptionSpec &s) {
            return word == QStringView(s.name);
        });
        if (spec != known.end() && spec->kind != Kind::Flag)
            ++i;
    }
    return free;
}

/// What can be told of the words when they cannot be read as a whole.
Session::Request unreadable(const QStringList &words) {
    const Verb *verb = findVerb(freeWords(words));
    Session::Request request{verb ? *verb : helpVerb(), {}, {}, {}};
    if (words.contains("--json"_L1))
        request.arguments.options.insert(u"--json"_s, {});
    const qsizetype at = words.indexOf("--lang"_L1);
    request.options.language =
        languageFromName(at < 0 ? QString() : words.value(at + 1)).value_or(localeLanguage());
    return request;
}

/// How the verbs are used that begin with this word ("field"); empty where none of two words does.
QString usageOfGroup(const QString &word) {
    QStringList lines;
    for (const Verb &verb : verbs()) {
        if (QString::fromUtf16(verb.name).startsWith(word + u' '))
            lines << verb.usageLine();
    }
    return lines.join(u'\n');
}

/// Words that begin with no verb: perhaps with the first half of one.
Exit unknownVerb(const QStringList &free, Session session) {
    const QString usage = usageOfGroup(free.first());
    if (!usage.isEmpty() && free.size() == 1)
        return session.misuse({u"cli.missing_words"_s, {}}, usage);
    const QString typed = usage.isEmpty() ? free.first() : free.mid(0, 2).join(u' ');
    return session.misuse({u"cli.unknown_verb"_s, {{u"value"_s, typed.left(100)}}}, usage);
}

/// What is wrong with the call before anything is opened; an empty message where nothing is.
Message misuseOf(const Verb &verb, const Session::Request &request) {
    QStringList options = request.arguments.options.keys();
    options.sort();
    for (const QString &option : std::as_const(options)) {
        if (!isGlobal(option) && !contains(verb.options, option))
            return {u"cli.option_not_here"_s, {{u"option"_s, option}}};
    }
    if (request.words.size() < verb.least)
        return {u"cli.missing_words"_s, {}};
    if (verb.most != Verb::any && request.words.size() > verb.most)
        return {u"cli.too_many_words"_s, {{u"value"_s, request.words.at(verb.most).left(100)}}};
    const bool opens = verb.needs == Verb::Needs::Reading || verb.needs == Verb::Needs::Writing;
    if (opens && request.options.workspace.isEmpty())
        return {u"cli.no_workspace"_s, {}};
    return {};
}

Exit runVerb(const Verb &verb, const Session::Request &request, Printer &printer) {
    Session session(request, printer);
    if (const Message wrong = misuseOf(verb, request); !wrong.isEmpty())
        return session.misuse(wrong);
    if (verb.needs == Verb::Needs::Reading || verb.needs == Verb::Needs::Writing) {
        const bool writes = verb.needs == Verb::Needs::Writing;
        const auto opened =
            session.open(writes ? Workspace::Mode::Write : Workspace::Mode::ReadOnly);
        if (!opened)
            return session.fail(opened.error());
    }
    const Exit exit = verb.run(session);
    session.tellOpeningNotes();
    return exit;
}

/// What `--help` asks for, wherever it stands: the verb beside it, or an overview.
Exit help(QStringList free, Session::Request request, Printer &printer) {
    if (free.value(0) == "help"_L1)
        free.removeFirst();
    const Verb *asked = findVerb(free);
    request.words = asked ? QString::fromUtf16(asked->name).split(u' ') : free;
    Session session(std::move(request), printer);
    return runHelp(session);
}

Exit dispatch(const QStringList &words, Printer &printer) {
    auto arguments = parseArguments(words, allOptions());
    if (!arguments)
        return Session(unreadable(words), printer).misuse(arguments.error().message);
    const auto options = readProgramOptions(*arguments);
    if (!options)
        return Session(unreadable(words), printer).misuse(options.error().message);
    if (arguments->has(u"--version"_s)) {
        printer.line(u"Dealwright "_s + programVersion());
        return Exit::Done;
    }
    const QStringList free = arguments->free;
    Session::Request request{helpVerb(), {}, std::move(*arguments), *options};
    if (request.arguments.has(u"--help"_s))
        return help(free, std::move(request), printer);
    if (free.isEmpty())
        return Session(std::move(request), printer).misuse({u"cli.no_verb"_s, {}});
    const Verb *verb = findVerb(free);
    if (!verb)
        return unknownVerb(free, Session(std::move(request), printer));
    const qsizetype nameWords = QString::fromUtf16(verb->name).count(u' ') + 1;
    return runVerb(
        *verb,
        Session::Request{*verb, free.mid(nameWords), std::move(request.arguments), request.options},
        printer);
}

} // namespace

Exit run(const QStringList &words, Printer &printer) {
    const Exit exit = dispatch(words, printer);
    if (printer.finish())
        return exit;
    return Session(unreadable(words), printer)
        .fail(makeError(ErrorKind::Io, u"cli.output_failed"_s));
}

Exit refuse(const QStringList &words, const Message &wrong, Printer &printer) {
    return Session(unreadable(words), printer).misuse(wrong);
}

} // namespace dw::cli
