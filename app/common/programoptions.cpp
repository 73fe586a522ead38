// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/programoptions.h"

#include "core/services/wording/wording.h"

#include <QLocale>

namespace dw {
using namespace Qt::StringLiterals;

std::span<const OptionSpec> programOptionSpecs() {
    static constexpr OptionSpec specs[] = {{u"--workspace"}, {u"--lang"}, {u"--now"}};
    return specs;
}

Result<ProgramOptions> readProgramOptions(const Arguments &arguments) {
    ProgramOptions options;
    if (const auto typed = arguments.value(u"--workspace"_s)) {
        if (typed->isEmpty())
            return makeError(ErrorKind::Invalid, u"cli.empty_option"_s,
                             {{u"option"_s, u"--workspace"_s}});
        options.workspace = *typed;
    }
    options.language = languageFromName(arguments.value(u"--lang"_s).value_or(QString()))
                           .value_or(localeLanguage());
    if (const auto typed = arguments.value(u"--now"_s)) {
        options.now = Instant::fromIso(*typed);
        if (!options.now)
            return makeError(ErrorKind::Invalid, u"cli.bad_instant"_s,
                             {{u"option"_s, u"--now"_s}, {u"value"_s, typed->left(100)}});
    }
    return options;
}

Language localeLanguage() {
    // What people read in may differ from how they write numbers, so the list of UI languages
    // decides.
    const QStringList languages = QLocale::system().uiLanguages();
    const QString first = languages.isEmpty() ? QLocale::system().name() : languages.first();
    return QLocale(first).language() == QLocale::Chinese ? Language::Chinese : Language::English;
}

Clocks::Clocks(std::optional<Instant> now)
    : m_fixed(now ? std::make_unique<FixedClock>(*now) : nullptr) {}

} // namespace dw
