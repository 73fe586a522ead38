// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/customfieldsamples.h"

#include "core/catalog/valuetext.h"

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

FieldDesc fieldOf(FieldType type) {
    FieldDesc field;
    field.type = type;
    field.key = u"my_"_s + typeName(type);
    field.label = {u"My "_s + typeName(type), u"我的"_s + typeName(type)};
    return field;
}

FieldDesc withChoices(FieldType type) {
    FieldDesc field = fieldOf(type);
    field.choices = {{u"low"_s, {u"Low"_s, u"低"_s}},
                     {u"mid"_s, {u"Middle"_s, u"中"_s}},
                     {u"high"_s, {u"High"_s, u"高"_s}}};
    return field;
}

FieldDesc withTarget(FieldType type, const QString &target) {
    FieldDesc field = fieldOf(type);
    field.target = target;
    return field;
}

FieldDesc setOfTags() {
    FieldDesc field = withTarget(FieldType::Set, u"tag"_s);
    field.key = u"my_tags"_s;
    field.label = {u"My tags"_s, u"我的标签"_s};
    return field;
}

FieldDesc twiceTheAmount() {
    FieldDesc field = fieldOf(FieldType::Formula);
    field.formula = u"amount * 2"_s;
    return field;
}

} // namespace

std::vector<CustomFieldSample> customFieldSamples() {
    using enum FieldType;
    return {
        {fieldOf(Text), u"my_text=苏州 \"Bay\" O'Neill"_s, u"my_text=North Sea"_s,
         u"苏州 \"Bay\" O'Neill"_s, u"my_text contains \"苏州\""_s},
        {fieldOf(LongText), u"my_long_text=one\r\ntwo"_s, u"my_long_text=three"_s, u"one\ntwo"_s,
         u"my_long_text starts with \"ONE\""_s},
        {fieldOf(Number), u"my_number=-2.5"_s, u"my_number=7"_s, u"-2.5"_s, u"my_number < 0"_s},
        {fieldOf(FieldType::Money), u"my_money=CNY 1250.50"_s, u"my_money=USD 1250.50"_s,
         u"CNY 1250.50"_s, u"my_money >= CNY 1250.50"_s},
        {fieldOf(Date), u"my_date=2026-02-28"_s, u"my_date=2026-03-09"_s, u"2026-02-28"_s,
         u"my_date < today()"_s},
        {fieldOf(FieldType::Instant), u"my_instant=2026-03-01T08:00:00+08:00"_s,
         u"my_instant=2099-01-01T00:00:00Z"_s, u"2026-03-01T00:00:00Z"_s, u"my_instant < now()"_s},
        {fieldOf(YesNo), u"my_yes_no=是"_s, u"my_yes_no=no"_s, u"yes"_s, u"my_yes_no"_s},
        {withChoices(FieldType::Choice), u"my_choice=高"_s, u"my_choice=low"_s, u"high"_s,
         u"my_choice = \"High\""_s},
        {withChoices(Set), u"my_set=high, Low"_s, u"my_set=mid"_s, u"high,low"_s,
         u"my_set contains \"低\""_s},
        {setOfTags(), u"my_tags=red,blue"_s, u"my_tags=green"_s, u"blue, red"_s,
         u"my_tags contains \"Red\""_s},
        {fieldOf(Person), u"my_person=Wu Wei"_s, u"my_person=He Ying"_s, u"Wu Wei"_s,
         u"my_person = \"Wu Wei\""_s},
        {withTarget(Link, u"account"_s), u"my_link=Acme"_s, u"my_link=Beta"_s, u"Acme"_s,
         u"my_link.name = \"acme\""_s},
        {fieldOf(Counter), u"my_counter=5"_s, u"my_counter-=7"_s, u"5"_s, u"my_counter > 0"_s},
        {fieldOf(Phone), u"my_phone=+86 512 6666 8888"_s, u"my_phone=+49 30 1"_s,
         u"+86 512 6666 8888"_s, u"my_phone starts with \"+86\""_s},
        {fieldOf(Email), u"my_email=li@example.cn"_s, u"my_email=li@example.de"_s,
         u"li@example.cn"_s, u"my_email contains \".cn\""_s},
        {twiceTheAmount(), u"amount=CNY 5"_s, u"amount=CNY 4"_s, u"CNY 10.00"_s,
         u"my_formula = CNY 10"_s},
    };
}

std::vector<std::pair<QString, QString>> customFieldTargets() {
    return {{u"person"_s, u"Wu Wei"_s}, {u"person"_s, u"He Ying"_s}, {u"account"_s, u"Acme"_s},
            {u"account"_s, u"Beta"_s},  {u"tag"_s, u"red"_s},        {u"tag"_s, u"blue"_s},
            {u"tag"_s, u"green"_s}};
}

Work addSample(const CustomFieldSample &sample, const Origin &origin) {
    return addFieldWork({u"deal"_s, sample.field}, origin);
}

QString shownField(const Catalog &catalog, const RecordView &deal, const QString &key) {
    const EntityDesc &entity = *catalog.entity(u"deal");
    const FieldHandle handle = entity.byKey(key);
    const FieldView *view = handle.isNull() ? nullptr : deal.field(handle);
    if (!view)
        return u"hidden"_s;
    if (!view->label.isEmpty()) {
        QStringList titles = view->label.split(u", "_s);
        titles.sort();
        return titles.join(u", "_s);
    }
    return valueToText(entity.field(handle), view->value);
}

QStringList dealsWhere(Reader &reader, const ReadTime &time, const QString &condition) {
    const auto where = Expression::parse(condition, *reader.catalog(), u"deal"_s);
    if (!where)
        return {where.error().message.id};
    const Query query{
        .entity = u"deal"_s, .where = *where, .sort = {}, .after = {}, .limit = 0, .bin = false};
    const auto rows = reader.list(query, time);
    if (!rows)
        return {rows.error().message.id};
    EvalContext context{*reader.catalog(), reader, time.now, time.zone};
    QStringList names;
    for (const Row &row : *rows) {
        const bool both = holds(*where, row.record, context);
        names << reader.title(u"deal"_s, row.record.id()) + (both ? u""_s : u" (not both)"_s);
    }
    names.sort();
    return names;
}

} // namespace dw::test
