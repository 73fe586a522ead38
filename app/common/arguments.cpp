// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/arguments.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Error badOption(QString id, const QString &name) {
    return makeError(ErrorKind::Invalid, std::move(id), {{u"option"_s, name.left(100)}});
}

const OptionSpec *findOption(std::span<const OptionSpec> known, QStringView name) {
    const auto it = std::find_if(known.begin(), known.end(), [&](const OptionSpec &spec) {
        return name == QStringView(spec.name);
    });
    return it == known.end() ? nullptr : &*it;
}

} // namespace

std::optional<QString> Arguments::value(const QString &option) const {
    const auto it = options.constFind(option);
    return it == options.constEnd() || it->isEmpty() ? std::nullopt : std::optional(it->last());
}

Result<Arguments> parseArguments(const QStringList &words, std::span<const OptionSpec> known) {
    Arguments parsed;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (word == "--"_L1) {
            parsed.free += words.mid(i + 1);
            break;
        }
        if (!word.startsWith("--"_L1)) {
            parsed.free << word;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.left(equals);
        const OptionSpec *spec = findOption(known, name);
        if (!spec)
            return badOption(u"cli.unknown_option"_s, name);
        if (spec->kind != OptionSpec::Kind::Values && parsed.has(name))
            return badOption(u"cli.option_twice"_s, name);
        QStringList &values = parsed.options[name];
        if (spec->kind == OptionSpec::Kind::Flag) {
            if (equals >= 0)
                return badOption(u"cli.option_takes_no_value"_s, name);
        } else if (equals >= 0) {
            values << word.mid(equals + 1);
        } else if (++i < words.size()) {
            values << words.at(i);
        } else {
            return badOption(u"cli.option_needs_value"_s, name);
        }
    }
    return parsed;
}

} // namespace dw
