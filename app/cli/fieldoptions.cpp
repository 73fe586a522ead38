// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fieldoptions.h"

#include "core/catalog/catalog.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

// In the order of PersonalData.
constexpr std::array personalNames{"none"_L1, "name"_L1, "contact"_L1, "sensitive"_L1};

Error badNumber(const QString &option, const QString &value) {
    return makeError(ErrorKind::Invalid, u"cli.bad_number"_s,
                     {{u"option"_s, option}, {u"value"_s, value.left(100)}});
}

/// KEY=ENGLISH/CHINESE, where either label may be missing.
Result<Choice> choiceFrom(const QString &typed) {
    const qsizetype equals = typed.indexOf(u'=');
    const QString labels = equals < 0 ? QString() : typed.mid(equals + 1);
    const qsizetype slash = labels.indexOf(u'/');
    Choice choice{
        typed.left(equals).trimmed(),
        {labels.left(slash).trimmed(), slash < 0 ? QString() : labels.mid(slash + 1).trimmed()}};
    if (choice.key.isEmpty())
        return makeError(ErrorKind::Invalid, u"cli.bad_choice"_s, {{u"value"_s, typed.left(100)}});
    if (choice.label.en.isEmpty())
        choice.label.en = choice.key;
    return choice;
}

Result<std::optional<double>> limitFrom(const Arguments &arguments, const QString &option) {
    const auto typed = arguments.value(option);
    if (!typed)
        return std::optional<double>();
    bool ok = false;
    const double limit = typed->toDouble(&ok);
    if (!ok || !std::isfinite(limit))
        return badNumber(option, *typed);
    return std::optional(limit);
}

Result<Validity> validityFrom(const Arguments &arguments) {
    Validity validity;
    validity.required = arguments.has(u"--required"_s);
    const auto min = limitFrom(arguments, u"--min"_s);
    if (!min)
        return min.error();
    const auto max = limitFrom(arguments, u"--max"_s);
    if (!max)
        return max.error();
    validity.min = *min;
    validity.max = *max;
    if (const auto typed = arguments.value(u"--max-length"_s)) {
        bool ok = false;
        validity.maxLength = typed->toInt(&ok);
        if (!ok || validity.maxLength < 1)
            return badNumber(u"--max-length"_s, *typed);
    }
    return validity;
}

Result<PersonalData> personalFrom(const Arguments &arguments) {
    const QString typed = arguments.value(u"--personal"_s).value_or(u"none"_s);
    const auto it = std::find(personalNames.begin(), personalNames.end(), typed);
    if (it == personalNames.end())
        return makeError(ErrorKind::Invalid, u"cli.unknown_class"_s,
                         {{u"value"_s, typed.left(100)}});
    return PersonalData(it - personalNames.begin());
}

QString typeNames() {
    QStringList names;
    for (int i = 0; i <= int(FieldType::Formula); ++i)
        names << typeName(FieldType(i));
    return names.join(u", "_s);
}

} // namespace

Result<FieldDesc> fieldFromOptions(const QString &key, const QString &typeText,
                                   const Arguments &arguments) {
    const auto type = typeFromName(QString(typeText).replace(u'-', u'_'));
    if (!type)
        return makeError(ErrorKind::Invalid, u"cli.unknown_type"_s,
                         {{u"value"_s, typeText.left(100)}, {u"types"_s, typeNames()}});
    FieldDesc field;
    field.key = key;
    field.type = *type;
    field.custom = true;
    field.label = {arguments.value(u"--label-en"_s).value_or(QString()),
                   arguments.value(u"--label-zh"_s).value_or(QString())};
    field.target = arguments.value(u"--target"_s).value_or(QString());
    field.unit = arguments.value(u"--unit"_s).value_or(QString());
    for (const QString &typed : arguments.values(u"--choice"_s)) {
        auto choice = choiceFrom(typed);
        if (!choice)
            return choice.error();
        field.choices.push_back(std::move(*choice));
    }
    const auto personal = personalFrom(arguments);
    if (!personal)
        return personal.error();
    field.personal = *personal;
    const auto validity = validityFrom(arguments);
    if (!validity)
        return validity.error();
    field.validity = *validity;
    return field;
}

} // namespace dw::cli
