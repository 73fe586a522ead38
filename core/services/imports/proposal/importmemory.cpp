// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/proposal/importmemory.h"

#include "core/catalog/settingvalue.h"
#include "core/domain/text.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView settingPrefix("import.mapping.");
/// Of the 100,000 that a setting takes.
constexpr qsizetype longestKept = 90'000;
constexpr qsizetype shapeDigits = 32;

QJsonValue charJson(const std::optional<QChar> &c) {
    if (!c)
        return QJsonValue(QJsonValue::Undefined);
    return c->isNull() ? QString() : QString(*c);
}

std::optional<QChar> charOf(const QJsonValue &value) {
    if (!value.isString())
        return std::nullopt;
    const QString text = value.toString();
    return text.isEmpty() ? QChar() : text.front();
}

QJsonObject formJson(const TableForm &form) {
    QJsonObject object;
    const auto add = [&](const QString &name, const QJsonValue &value) {
        if (!value.isUndefined())
            object.insert(name, value);
    };
    if (!form.encoding.isEmpty())
        add(u"encoding"_s, form.encoding);
    add(u"separator"_s, charJson(form.separator));
    add(u"quote"_s, charJson(form.quote));
    if (!form.sheet.isEmpty())
        add(u"sheet"_s, form.sheet);
    return object;
}

TableForm formOf(const QJsonObject &object) {
    TableForm form;
    form.encoding = object.value(u"encoding"_s).toString();
    form.separator = charOf(object.value(u"separator"_s));
    form.quote = charOf(object.value(u"quote"_s));
    form.sheet = object.value(u"sheet"_s).toString();
    return form;
}

} // namespace

QString shapeOf(const QString &entity, const QStringList &header) {
    QStringList names;
    for (const QString &name : header)
        names << fold(name);
    names.sort();
    names.removeDuplicates();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    // No folded name holds a line end, so nothing that differs looks the same here.
    hash.addData(entity.toUtf8() + '\n' + names.join(u'\n').toUtf8());
    return QString::fromLatin1(hash.result().toHex().left(shapeDigits));
}

std::optional<RememberedShape> rememberedShape(Reader &reader, const QString &shape) {
    const QJsonObject kept = setting(reader, settingPrefix + shape, {}).toObject();
    const QJsonObject mapped = kept.value(u"mapping"_s).toObject();
    if (mapped.isEmpty())
        return std::nullopt;
    auto mapping = ImportMapping::fromJson(QJsonDocument(mapped).toJson(QJsonDocument::Compact));
    if (!mapping)
        return std::nullopt;
    return RememberedShape{*std::move(mapping), formOf(kept.value(u"form"_s).toObject())};
}

std::optional<Work> rememberWork(const QString &shape, const RememberedShape &confirmed,
                                 const Origin &origin) {
    const QJsonObject mapping = QJsonDocument::fromJson(confirmed.mapping.toJson()).object();
    const QJsonObject kept{{u"mapping"_s, mapping}, {u"form"_s, formJson(confirmed.form)}};
    if (settingText(kept).size() > longestKept)
        return std::nullopt;
    return settingWork(settingPrefix + shape, SettingScope::Team, kept, origin);
}

} // namespace dw
