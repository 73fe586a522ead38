// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include "app/cli/session.h"
#include "app/common/version.h"
#include "core/services/wording.h"

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

/// What can be told of the words when they cannot be read as a whole.
Session::Request unreadable(const QStringList &words) {
    Session::Request request{helpVerb(), {}, {}, {}};
    if (words.contains("--json"_L1))
        request.arguments.options.insert(u"--json"_s, {});
    const qsizetype at = words.indexOf("--lang"_L1);
    request.options.language =
        languageFromName(at < 0 ? QString() : words.value(at + 1)).value_or(localeLanguage());
    return request;
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
        return Session(std::move(request), printer)
            .misuse({u"cli.unknown_verb"_s, {{u"value"_s, free.first().left(100)}}});
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

} // namespace dw::cli
