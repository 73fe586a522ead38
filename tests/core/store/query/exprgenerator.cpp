// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/query/exprgenerator.h"

using namespace Qt::StringLiterals;

namespace dw::test {

const QStringList &ExprGenerator::texts() {
    static const QStringList all{u"苏州工厂"_s, u"ACME"_s,    u"acme"_s, u"Ａｃｍｅ　Ltd"_s,
                                 u"acme ltd"_s, u"中"_s,      u"b"_s,    u"ß straße"_s,
                                 u"😀 deal"_s,   u"x\"y\\z"_s, u"  "_s,   u"100%_"_s};
    return all;
}

const QStringList &ExprGenerator::titles() {
    static const QStringList all{u"Anna Snelling"_s, u"曾国庆"_s,  u"Won"_s,      u"won"_s,
                                 u"Key Account"_s,   u"ACME"_s,    u"苏州工厂"_s, u"GTX Pro"_s,
                                 u"H-770003"_s,      u"d-770005"_s};
    return all;
}

bool ExprGenerator::isWanted(const FieldDesc &field, Want want) {
    const FieldType type = field.type == FieldType::Formula ? field.formulaType : field.type;
    switch (want) {
    case Want::Number:
        return (type == FieldType::Number || type == FieldType::Counter) && field.unit.isEmpty();
    case Want::Days:
        return type == FieldType::Number && field.unit == u"days"_s;
    case Want::Minutes:
        return type == FieldType::Number && field.unit == u"minutes"_s;
    case Want::Money:
        return type == FieldType::Money;
    case Want::Text:
        return type == FieldType::Text || type == FieldType::LongText || type == FieldType::Email
               || type == FieldType::Phone;
    case Want::Date:
        return type == FieldType::Date;
    case Want::Instant:
        return type == FieldType::Instant;
    case Want::YesNo:
        return type == FieldType::YesNo;
    case Want::Choice:
        return type == FieldType::Choice;
    case Want::Choices:
        return type == FieldType::Set && field.target.isEmpty();
    case Want::Link:
        return type == FieldType::Link || type == FieldType::Person;
    case Want::Rows:
        return type == FieldType::Set && !field.target.isEmpty();
    }
    return false;
}

const FieldDesc *ExprGenerator::anyField(const EntityDesc &entity, Want want) {
    std::vector<const FieldDesc *> found;
    for (const FieldDesc &field : entity.fields) {
        if (isWanted(field, want))
            found.push_back(&field);
    }
    return found.empty() ? nullptr : m_random.pick(found);
}

QString ExprGenerator::field(const QString &entity, Want want, int links) {
    const EntityDesc &desc = *m_catalog->entity(entity);
    const FieldDesc *own = anyField(desc, want);
    if (links > 0 && (!own || m_random.chance(0.3))) {
        if (const FieldDesc *link = anyField(desc, Want::Link)) {
            const QString rest = field(link->target, want, links - 1);
            if (!rest.isEmpty())
                return link->key + u'.' + rest;
        }
    }
    return own ? own->key : QString();
}

QString ExprGenerator::quoted(const QString &text) {
    return u'"' + QString(text).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
}

QString ExprGenerator::sign(bool ordered) {
    static const QStringList signs{u"="_s, u"!="_s, u"<"_s, u"<="_s, u">"_s, u">="_s};
    return u' ' + signs[one(ordered ? 6 : 2)] + u' ';
}

QString ExprGenerator::literalNumber() {
    static const QStringList pool{u"0"_s,   u"1"_s,   u"2"_s,    u"3"_s,     u"-1"_s,
                                  u"2.5"_s, u"0.1"_s, u"1e-9"_s, u"1e300"_s, u"100"_s};
    return m_random.pick(pool);
}

QString ExprGenerator::literalAmount() {
    static const QStringList pool{u"CNY 0"_s,
                                  u"CNY 100"_s,
                                  u"CNY -3.50"_s,
                                  u"CNY 0.01"_s,
                                  u"USD 100"_s,
                                  u"JPY 100"_s,
                                  u"CNY 92233720368547758.07"_s};
    return m_random.pick(pool);
}

QString ExprGenerator::number(const QString &entity, int depth) {
    if (depth <= 0)
        return m_random.chance(0.3) ? literalNumber()
                                    : either(field(entity, Want::Number), literalNumber());
    const auto n = [&] { return number(entity, depth - 1); };
    switch (one(17)) {
    case 0:
        return u'(' + n() + u" + "_s + n() + u')';
    case 1:
        return u'(' + n() + u" - "_s + n() + u')';
    case 2:
        return n() + u" * "_s + n();
    case 3:
        return u'(' + n() + u" / "_s + n() + u')';
    case 4:
        return u"-("_s + n() + u')';
    case 5:
        return u"abs("_s + n() + u')';
    case 6:
        return u"round("_s + n() + u", "_s + QString::number(one(10)) + u')';
    case 7:
        return (m_random.chance(0.5) ? u"min("_s : u"max("_s) + n() + u", "_s + n() + u", "_s + n()
               + u')';
    case 8:
        return u"coalesce("_s + n() + u", "_s + n() + u')';
    case 9:
        return u"if("_s + condition(entity, depth - 1) + u", "_s + n() + u", "_s + n() + u')';
    case 10:
        return u"length("_s + text(entity, depth - 1) + u')';
    case 11: {
        static const QStringList parts{u"year"_s, u"quarter"_s, u"month"_s, u"day"_s};
        return m_random.pick(parts) + u'('
               + (m_random.chance(0.5) ? day(entity, depth - 1) : instant(entity, depth - 1))
               + u')';
    }
    case 12:
        return u'(' + amount(entity, depth - 1) + u" / "_s + amount(entity, depth - 1) + u')';
    case 13:
        return either(aggregate(entity, Want::Number, depth), literalNumber());
    case 14: {
        const QString set = field(entity, m_random.chance(0.5) ? Want::Choices : Want::Rows);
        return set.isEmpty() ? literalNumber() : u"count("_s + set + u')';
    }
    default:
        return either(field(entity, Want::Number), literalNumber());
    }
}

QString ExprGenerator::amount(const QString &entity, int depth) {
    if (depth <= 0)
        return m_random.chance(0.3) ? literalAmount()
                                    : either(field(entity, Want::Money), literalAmount());
    const auto a = [&] { return amount(entity, depth - 1); };
    switch (one(12)) {
    case 0:
        return u'(' + a() + u" + "_s + a() + u')';
    case 1:
        return u'(' + a() + u" - "_s + a() + u')';
    case 2:
        return a() + u" * "_s + number(entity, depth - 1);
    case 3:
        return u'(' + a() + u" / "_s + number(entity, depth - 1) + u')';
    case 4:
        return u"-("_s + a() + u')';
    case 5:
        return u"abs("_s + a() + u')';
    case 6:
        return (m_random.chance(0.5) ? u"min("_s : u"max("_s) + a() + u", "_s + a() + u')';
    case 7:
        return u"coalesce("_s + a() + u", "_s + a() + u')';
    case 8:
        return u"if("_s + condition(entity, depth - 1) + u", "_s + a() + u", "_s + a() + u')';
    case 9:
        return either(aggregate(entity, Want::Money, depth), literalAmount());
    default:
        return either(field(entity, Want::Money), literalAmount());
    }
}

QString ExprGenerator::text(const QString &entity, int depth) {
    if (depth <= 0)
        return m_random.chance(0.2)
                   ? quoted(m_random.pick(texts()))
                   : either(field(entity, Want::Text), quoted(m_random.pick(texts())));
    switch (one(9)) {
    case 0:
        return u"lower("_s + text(entity, depth - 1) + u')';
    case 1:
        return u"coalesce("_s + text(entity, depth - 1) + u", "_s + text(entity, depth - 1) + u')';
    case 2:
        return u"if("_s + condition(entity, depth - 1) + u", "_s + text(entity, depth - 1)
               + u", \"x\")"_s;
    case 3:
        return either(field(entity, Want::Choice), u"\"low\""_s);
    case 4:
        return either(field(entity, Want::Link), u"\"b\""_s);
    case 5:
        return m_random.chance(0.5) ? u"short_id"_s : u"id"_s;
    default:
        return either(field(entity, Want::Text), u"\"b\""_s);
    }
}

QString ExprGenerator::day(const QString &entity, int depth) {
    static const QStringList pool{u"2026-02-27"_s, u"2026-03-31"_s, u"2024-02-29"_s,
                                  u"today()"_s,    u"9999-12-31"_s, u"0001-01-01"_s};
    static const QStringList steps{u" + 30 days"_s, u" - 2 weeks"_s, u" + 1 month"_s,
                                   u" - 3 years"_s, u" + 100000 days"_s};
    if (depth <= 0)
        return m_random.chance(0.3) ? m_random.pick(pool)
                                    : either(field(entity, Want::Date), m_random.pick(pool));
    switch (one(8)) {
    case 0:
    case 1:
        return day(entity, depth - 1) + m_random.pick(steps);
    case 2:
        return u"date("_s + instant(entity, depth - 1) + u')';
    case 3:
        return u"coalesce("_s + day(entity, depth - 1) + u", "_s + day(entity, depth - 1) + u')';
    case 4:
        return (m_random.chance(0.5) ? u"min("_s : u"max("_s) + day(entity, depth - 1) + u", "_s
               + day(entity, depth - 1) + u')';
    case 5:
        return either(aggregate(entity, Want::Date, depth), m_random.pick(pool));
    default:
        return either(field(entity, Want::Date), m_random.pick(pool));
    }
}

QString ExprGenerator::instant(const QString &entity, int depth) {
    static const QStringList pool{u"now()"_s, u"2026-02-26T16:00:00Z"_s,
                                  u"2026-03-08T10:30:00+02:00"_s};
    static const QStringList steps{u" + 90 minutes"_s, u" - 36 hours"_s, u" + 1 month"_s,
                                   u" - 2 years"_s, u" + 9000 years"_s};
    if (depth <= 0)
        return m_random.chance(0.3) ? m_random.pick(pool)
                                    : either(field(entity, Want::Instant), m_random.pick(pool));
    switch (one(6)) {
    case 0:
    case 1:
        return instant(entity, depth - 1) + m_random.pick(steps);
    case 2:
        return u"if("_s + condition(entity, depth - 1) + u", "_s + instant(entity, depth - 1)
               + u", now())"_s;
    case 3:
        return either(aggregate(entity, Want::Instant, depth), m_random.pick(pool));
    default:
        return either(field(entity, Want::Instant), m_random.pick(pool));
    }
}

QString ExprGenerator::aggregate(const QString &entity, Want want, int depth) {
    const auto relations = relationsOf(*m_catalog, *m_catalog->entity(entity));
    if (relations.empty())
        return {};
    const EntityDesc &rows = *m_random.pick(relations);
    const QString where =
        m_random.chance(0.5) ? u" where "_s + condition(rows.key, depth - 1) : QString();
    if (want == Want::Number && m_random.chance(0.4))
        return u"count("_s + rows.plural + where + u')';
    const FieldDesc *of = anyField(rows, want);
    if (!of)
        return {};
    static const QStringList every{u"min("_s, u"max("_s, u"sum("_s, u"avg("_s};
    const bool adds = want == Want::Number || want == Want::Money;
    QString value = rows.plural + u'.' + of->key;
    if (want == Want::Money && m_random.chance(0.3)) {
        if (const FieldDesc *by = anyField(rows, Want::Number))
            value += u" * "_s + rows.plural + u'.' + by->key;
    }
    return every[one(adds ? 4 : 2)] + value + where + u')';
}

QString ExprGenerator::choiceTest(const QString &entity) {
    const QString path = field(entity, Want::Choice);
    if (path.isEmpty())
        return u"yes"_s;
    // The field again, for its keys.
    const EntityDesc *at = m_catalog->entity(entity);
    const QStringList parts = path.split(u'.');
    for (const QString &part : parts.first(parts.size() - 1))
        at = m_catalog->entity(at->field(at->byKey(part)).target);
    const auto &choices = at->field(at->byKey(parts.last())).choices;
    const auto key = [&] { return quoted(m_random.pick(choices).key); };
    switch (one(4)) {
    case 0:
        return path + u" in ("_s + key() + u", "_s + key() + u')';
    case 1:
        return path + u" not in ("_s + key() + u')';
    case 2:
        return key() + sign(false) + path;
    default:
        return path + sign(false) + key();
    }
}

QString ExprGenerator::linkTest(const QString &entity) {
    const QString path = field(entity, Want::Link);
    if (path.isEmpty())
        return u"no"_s;
    const auto name = [&] { return quoted(m_random.pick(titles())); };
    switch (one(6)) {
    case 0:
        return path + u" in ("_s + name() + u", "_s + name() + u')';
    case 1:
        return path + u" not in ("_s + name() + u", "_s + path + u')';
    case 2:
        return path + u" contains "_s + quoted(m_random.pick(texts()));
    case 3:
        return name() + sign(false) + path;
    case 4:
        return path + sign(false) + path;
    default:
        return path + sign(false) + name();
    }
}

QString ExprGenerator::setTest(const QString &entity) {
    const bool rows = m_random.chance(0.5);
    const QString set = field(entity, rows ? Want::Rows : Want::Choices);
    if (set.isEmpty())
        return u"no"_s;
    if (m_random.chance(0.25))
        return set + u" is empty"_s;
    static const QStringList keys{u"low"_s, u"Medium"_s, u"高"_s};
    return set + (m_random.chance(0.3) ? u" not contains "_s : u" contains "_s)
           + quoted(rows ? m_random.pick(titles()) : m_random.pick(keys));
}

QString ExprGenerator::textTest(const QString &entity, int depth) {
    const QString left = text(entity, depth - 1);
    const QString right =
        m_random.chance(0.6) ? quoted(m_random.pick(texts())) : text(entity, depth - 1);
    switch (one(4)) {
    case 0:
        return left + (m_random.chance(0.3) ? u" not contains "_s : u" contains "_s) + right;
    case 1:
        return left + (m_random.chance(0.3) ? u" not starts with "_s : u" starts with "_s) + right;
    case 2:
        return left + u" in ("_s + right + u", "_s + text(entity, depth - 1) + u')';
    default:
        return left + sign(false) + right;
    }
}

QString ExprGenerator::timeTest(const QString &entity, int depth) {
    const auto time = [&] {
        return m_random.chance(0.5) ? day(entity, depth - 1) : instant(entity, depth - 1);
    };
    switch (one(6)) {
    case 0:
        return time() + u" - "_s + time() + sign() + u"30 days"_s;
    case 1:
        return u"days_between("_s + time() + u", "_s + time() + u')' + sign() + literalNumber();
    case 2:
        return time() + u" in ("_s + time() + u", "_s + time() + u')';
    case 3:
        return either(field(entity, Want::Days), u"today() - today()"_s) + sign() + u"2 weeks"_s;
    case 4:
        return either(field(entity, Want::Minutes), u"now() - now()"_s) + sign() + u"1 hour"_s;
    default:
        return time() + sign() + time();
    }
}

QString ExprGenerator::rowTest(const QString &entity, int depth) {
    const QString count = aggregate(entity, Want::Number, depth);
    static const QStringList limits{u"0"_s, u"1"_s, u"2"_s};
    return count.isEmpty() ? u"yes"_s : count + sign() + m_random.pick(limits);
}

QString ExprGenerator::emptyTest(const QString &entity, int depth) {
    const QString of = [&] {
        switch (one(6)) {
        case 0:
            return number(entity, depth - 1);
        case 1:
            return amount(entity, depth - 1);
        case 2:
            return text(entity, depth - 1);
        case 3:
            return day(entity, depth - 1);
        case 4:
            return either(field(entity, Want::YesNo), u"yes"_s);
        default:
            return either(field(entity, Want::Link), u"today()"_s);
        }
    }();
    return u'(' + of + (m_random.chance(0.5) ? u") is empty"_s : u") is not empty"_s);
}

QString ExprGenerator::comparison(const QString &entity, int depth) {
    switch (one(14)) {
    case 0:
        return either(field(entity, Want::YesNo), u"yes"_s);
    case 1:
        return either(field(entity, Want::YesNo), u"yes"_s) + sign(false) + u'('
               + condition(entity, depth - 1) + u')';
    case 2:
        return choiceTest(entity);
    case 3:
    case 4:
        return linkTest(entity);
    case 5:
        return setTest(entity);
    case 6:
    case 7:
        return textTest(entity, depth);
    case 8:
        return timeTest(entity, depth);
    case 9:
        return rowTest(entity, depth);
    case 10:
        return emptyTest(entity, depth);
    case 11:
        return amount(entity, depth - 1) + u" in ("_s + amount(entity, depth - 1) + u", "_s
               + literalAmount() + u')';
    case 12:
        return amount(entity, depth - 1) + sign() + amount(entity, depth - 1);
    default:
        return number(entity, depth - 1) + sign() + number(entity, depth - 1);
    }
}

QString ExprGenerator::condition(const QString &entity, int depth) {
    if (depth <= 0)
        return m_random.chance(0.5) ? linkTest(entity) : choiceTest(entity);
    switch (one(7)) {
    case 0:
        return u'(' + condition(entity, depth - 1) + u" and "_s + condition(entity, depth - 1)
               + u')';
    case 1:
        return u'(' + condition(entity, depth - 1) + u" or "_s + condition(entity, depth - 1)
               + u')';
    case 2:
        return u"not ("_s + condition(entity, depth - 1) + u')';
    default:
        return comparison(entity, depth);
    }
}

} // namespace dw::test
