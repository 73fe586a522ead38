// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/access.h"

#include <QJsonObject>
#include <memory>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr int mostRules = 10'000;

struct Rule {
    std::optional<RecordId> person;
    std::optional<WriteAction> action;
    std::optional<QString> entity;
    std::optional<QString> group;
    bool allow = true;

    [[nodiscard]] bool matches(const AccessCase &c) const {
        return (!person || *person == c.person) && (!action || *action == c.action)
               && (!entity || *entity == c.entity) && (!group || *group == c.group);
    }
};

std::optional<WriteAction> actionFromName(const QString &name) {
    if (name == "create"_L1)
        return WriteAction::Create;
    if (name == "change"_L1)
        return WriteAction::Change;
    if (name == "delete"_L1)
        return WriteAction::Delete;
    if (name == "restore"_L1)
        return WriteAction::Restore;
    return std::nullopt;
}

/// Reads one rule, or names the member that is wrong; what is no object lacks its `allow`.
std::variant<Rule, QString> readRule(const QJsonValue &json) {
    const QJsonObject object = json.toObject();
    const QStringList texts{u"person"_s, u"action"_s, u"entity"_s, u"group"_s};
    const QStringList given = object.keys();
    for (const QString &member : given) {
        // Passed over, a misspelt "entity" would make the rule one for all of them.
        if (member != "allow"_L1 && !texts.contains(member))
            return member.left(100);
    }
    for (const QString &member : texts) {
        const QJsonValue v = object.value(member);
        if (!v.isUndefined() && (!v.isString() || v.toString().isEmpty()))
            return member;
    }
    if (!object.value("allow"_L1).isBool())
        return u"allow"_s;

    const auto unlessAny = [&](QLatin1StringView member) -> std::optional<QString> {
        const QString text = object.value(member).toString(u"*"_s);
        return text == "*"_L1 ? std::nullopt : std::optional(text);
    };
    Rule rule;
    rule.allow = object.value("allow"_L1).toBool();
    rule.entity = unlessAny("entity"_L1);
    rule.group = unlessAny("group"_L1);
    if (const auto person = unlessAny("person"_L1)) {
        rule.person = RecordId::fromText(*person);
        if (rule.person->isNull())
            return u"person"_s;
    }
    if (const auto action = unlessAny("action"_L1)) {
        rule.action = actionFromName(*action);
        if (!rule.action)
            return u"action"_s;
    }
    return rule;
}

} // namespace

Result<Access> accessFromRules(const QJsonArray &rules) {
    if (rules.size() > mostRules)
        return makeError(ErrorKind::Invalid, u"access.too_many"_s,
                         {{u"limit"_s, QString::number(mostRules)}});
    auto list = std::make_shared<std::vector<Rule>>();
    for (qsizetype i = 0; i < rules.size(); ++i) {
        auto rule = readRule(rules.at(i));
        if (const QString *member = std::get_if<QString>(&rule))
            return makeError(ErrorKind::Invalid, u"access.bad_rule"_s,
                             {{u"rule"_s, QString::number(i + 1)}, {u"member"_s, *member}});
        list->push_back(std::move(std::get<Rule>(rule)));
    }
    return Access(
        [list = std::shared_ptr<const std::vector<Rule>>(std::move(list))](const AccessCase &c) {
            const auto last = std::find_if(list->rbegin(), list->rend(),
                                           [&](const Rule &rule) { return rule.matches(c); });
            return last == list->rend() || last->allow;
        });
}

} // namespace dw
