// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/pinyin.h"
#include "core/domain/text.h"
#include "core/services/imports/proposal/importproposalheader.h"
#include "core/services/imports/proposal/importproposalvalues.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestKey = 40, longestLabel = 100;
constexpr qsizetype mostChoices = 12, fewestPerChoice = 3, longestChoice = 40;
constexpr qsizetype longText = 200;

bool isHan(QChar c) { return c.script() == QChar::Script_Han; }

/// "Ort der Messe" as "ort_der_messe", 打印标记 as "da_yin_biao_ji"; what neither gives a letter of
/// is left out.
QString keyText(const QString &text) {
    QString out;
    const auto add = [&](const QString &word) {
        if (!out.isEmpty() && !out.endsWith(u'_'))
            out += u'_';
        out += word;
    };
    const QString plain = fold(text).normalized(QString::NormalizationForm_D);
    bool within = false;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const QChar c = plain[i];
        const bool keeps = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (isHan(c)) {
            const auto readings = pinyinOf(QStringView(plain).mid(i, 1), PinyinPlace::Anywhere);
            if (!readings.empty() && !readings.front().empty())
                add(readings.front().front());
            within = false;
        } else if (keeps && within) {
            out += c;
        } else if (keeps) {
            add(QString(c));
            within = true;
        } else if (!c.isMark()) {
            within = false;
        }
    }
    while (!out.isEmpty() && !(out.front() >= u'a' && out.front() <= u'z'))
        out.remove(0, 1);
    out.truncate(longestKey - 3);
    while (out.endsWith(u'_'))
        out.chop(1);
    return out;
}

QString freeKey(const EntityDesc &entity, const QString &header) {
    QString base = keyText(header);
    if (!isValidKey(base))
        base = base.isEmpty() ? u"field"_s : base + u"_field"_s;
    if (!isValidKey(base))
        base = u"field"_s;
    QString key = base;
    for (int i = 2; !entity.byKey(key).isNull(); ++i)
        key = base + u'_' + QString::number(i);
    return key;
}

FieldType typeOf(const SampledColumn &column, const ValueLook &look) {
    const HeaderText header = readHeader(column.header);
    const auto all = [&](qsizetype count) { return look.count > 0 && count == look.count; };
    if (all(look.emails))
        return FieldType::Email;
    if (all(look.yesNo) && look.distinct <= 2)
        return FieldType::YesNo;
    if (all(look.dates))
        return FieldType::Date;
    if (all(look.dates + look.instants))
        return FieldType::Instant;
    if (all(look.money) && (look.inMoney > 0 || header.currency || header.multiplier != 1))
        return FieldType::Money;
    // A leading zero or a number of many digits is a name made of digits.
    if (all(look.numbers) && look.longest <= 15)
        return FieldType::Number;
    // A value that only a later row has would be no choice.
    if (column.whole && look.count > 0 && look.distinct <= mostChoices
        && look.count >= look.distinct * fewestPerChoice && look.longest <= longestChoice)
        return FieldType::Choice;
    return look.longest > longText ? FieldType::LongText : FieldType::Text;
}

std::vector<Choice> choicesOf(const QStringList &values) {
    std::vector<Choice> choices;
    QSet<QString> seen, keys;
    for (const QString &value : values) {
        const QString text = value.simplified();
        if (text.isEmpty() || seen.contains(fold(text)))
            continue;
        seen.insert(fold(text));
        const QString base = isValidKey(keyText(text)) ? keyText(text) : u"choice"_s;
        QString key = base;
        for (int i = 2; keys.contains(key); ++i)
            key = base + u'_' + QString::number(i);
        keys.insert(key);
        choices.push_back({key, {text, text}});
    }
    return choices;
}

bool beginsWithZero(const QStringList &values) {
    return std::any_of(values.begin(), values.end(), [](const QString &value) {
        const QString text = value.trimmed();
        return text.size() > 1 && text[0] == u'0' && text[1].isDigit();
    });
}

} // namespace

FieldDesc newFieldFor(const EntityDesc &entity, const SampledColumn &column,
                      const ValueLook &look) {
    FieldDesc field;
    field.key = freeKey(entity, column.header);
    const QString label = column.header.simplified().left(longestLabel);
    field.label = {label, label};
    field.type = typeOf(column, look);
    if (field.type == FieldType::Number && beginsWithZero(column.values))
        field.type = FieldType::Text;
    if (field.type == FieldType::Choice)
        field.choices = choicesOf(column.values);
    field.section = u"more"_s;
    field.custom = true;
    return field;
}

} // namespace dw
