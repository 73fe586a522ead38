// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wording.h"

#include "core/services/values/format.h"
#include "core/services/wording/wordingtable.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>
#include <array>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

using Index = QHash<QString, const WordingEntry *>;

const Index &index() {
    static const Index all = [] {
        Index found;
        for (const auto table :
             {wordings::domain(), wordings::expressions(), wordings::store(), wordings::log(),
              wordings::services(), wordings::imports(), wordings::exchange(), wordings::exports(),
              wordings::mapping(), wordings::quality(), wordings::jobs(), wordings::demo(),
              wordings::commandLine()}) {
            for (const WordingEntry &entry : table)
                found.insert(QString::fromLatin1(entry.id), &entry);
        }
        return found;
    }();
    return all;
}

/// What people call a type of field, in the order of FieldType.
constexpr std::array<std::pair<const char16_t *, const char16_t *>, size_t(FieldType::Formula) + 1>
    typeLabels{{
        {u"text", u"文本"},
        {u"long text", u"长文本"},
        {u"number", u"数字"},
        {u"amount of money", u"金额"},
        {u"date", u"日期"},
        {u"instant", u"时刻"},
        {u"yes or no", u"是/否"},
        {u"choice", u"选项"},
        {u"set", u"多选"},
        {u"person", u"人员"},
        {u"link", u"关联"},
        {u"counter", u"计数"},
        {u"phone number", u"电话"},
        {u"e-mail address", u"邮箱"},
        {u"formula", u"公式"},
    }};

bool isFilled(const char16_t *text) { return text && *text; }

/// One argument on its way from canonical text to what people read.
class Argument {
public:
    Argument(const Message &message, QString name, Language language, const Catalog &catalog)
        : m_message(message),
          m_name(std::move(name)),
          m_value(message.args.value(m_name)),
          m_language(language),
          m_catalog(catalog) {}

    [[nodiscard]] QString shown(bool opensSentence) const {
        if (m_name == "entity"_L1 || m_name == "target"_L1)
            return entityLabel(opensSentence);
        if (m_name == "field"_L1)
            return fieldLabel(m_value);
        if (m_name == "fields"_L1 || m_name == "groups"_L1)
            return fieldLabels();
        if (m_name == "type"_L1)
            return typeLabel();
        return isAsTyped() ? visibleText(m_value) : formatted();
    }

private:
    /// What people wrote or named is repeated as it is, even where it looks like a date.
    [[nodiscard]] bool isAsTyped() const {
        static const QSet<QString> names{
            u"value"_s, u"text"_s, u"title"_s,  u"name"_s,  u"file"_s,   u"folder"_s, u"path"_s,
            u"key"_s,   u"id"_s,   u"person"_s, u"stage"_s, u"header"_s, u"host"_s,   u"source"_s};
        return names.contains(m_name);
    }
    [[nodiscard]] QString entityLabel(bool opensSentence) const {
        const EntityDesc *entity = m_catalog.entity(m_value);
        if (!entity)
            return visibleText(m_value);
        QString label = entity->label.in(m_language);
        if (!opensSentence)
            label[0] = label.at(0).toLower();
        return label;
    }
    [[nodiscard]] QString fieldLabel(const QString &typed) const {
        const qsizetype dot = typed.indexOf(u'.');
        const QString entityKey = dot < 0 ? m_message.args.value(u"entity"_s) : typed.left(dot);
        const QString key = dot < 0 ? typed : typed.mid(dot + 1);
        const EntityDesc *entity = m_catalog.entity(entityKey);
        if (!entity)
            return visibleText(typed);
        if (key == "deleted"_L1)
            return m_language == Language::Chinese ? u"删除状态"_s : u"whether it is deleted"_s;
        FieldHandle handle = entity->byKey(key);
        if (handle.isNull())
            handle = entity->byName(key);
        if (!handle.isNull())
            return visibleText(entity->field(handle).label.in(m_language));
        const std::vector<FieldHandle> group = entity->group(key);
        QStringList labels;
        for (const FieldHandle member : group)
            labels << visibleText(entity->field(member).label.in(m_language));
        return labels.isEmpty() ? visibleText(typed) : labels.join(separator());
    }
    [[nodiscard]] QString fieldLabels() const {
        QStringList labels;
        for (const QString &part : m_value.split(u',', Qt::SkipEmptyParts))
            labels << fieldLabel(part.trimmed());
        return labels.join(separator());
    }
    [[nodiscard]] QString typeLabel() const {
        const auto type = typeFromName(m_value);
        if (!type)
            return visibleText(m_value);
        const auto &[en, zh] = typeLabels.at(size_t(*type));
        return QString::fromUtf16(m_language == Language::Chinese ? zh : en);
    }
    [[nodiscard]] QString separator() const {
        return m_language == Language::Chinese ? u"、"_s : u", "_s;
    }

    [[nodiscard]] QString formatted() const {
        static const QRegularExpression instant(
            u"\\A\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z\\z"_s);
        static const QRegularExpression amount(u"\\A[A-Z]{3} -?\\d+(\\.\\d+)?\\z"_s);
        static const QSet<QString> counts{u"count"_s, u"limit"_s,   u"total"_s,   u"days"_s,
                                          u"rows"_s,  u"records"_s, u"changes"_s, u"sets"_s};
        if (instant.match(m_value).hasMatch()) {
            if (const auto at = Instant::fromIso(m_value))
                return displayInstant(*at, QTimeZone::utc(), {}, Style::Full) + u" UTC"_s;
        }
        if (amount.match(m_value).hasMatch()) {
            if (const auto money = Money::fromText(m_value))
                return displayMoney(*money, m_language, Style::Full);
        }
        bool isInteger = false;
        const qint64 number = m_value.toLongLong(&isInteger);
        if (isInteger && counts.contains(m_name))
            return groupedInteger(number);
        return visibleText(m_value);
    }

    const Message &m_message;
    QString m_name;
    QString m_value;
    Language m_language;
    const Catalog &m_catalog;
};

bool opensSentence(const QString &before) {
    static const QRegularExpression end(u"(\\A|[.!?:]\\s|\\n)\\s*\\z"_s);
    return end.match(before).hasMatch();
}

QString fill(const QString &pattern, const Message &message, Language language,
             const Catalog &catalog) {
    static const QRegularExpression placeholder(u"\\{([a-z_]+)(?::([^{}|]*)\\|([^{}|]*))?\\}"_s);
    QString text;
    qsizetype from = 0;
    auto places = placeholder.globalMatch(pattern);
    while (places.hasNext()) {
        const auto place = places.next();
        text += QStringView(pattern).mid(from, place.capturedStart() - from);
        from = place.capturedEnd();
        const QString name = place.captured(1);
        if (!message.args.contains(name))
            text += place.captured();
        else if (place.hasCaptured(2))
            text += message.args.value(name) == "1"_L1 ? place.captured(2) : place.captured(3);
        else
            text += Argument(message, name, language, catalog).shown(opensSentence(text));
    }
    return text += QStringView(pattern).mid(from);
}

/// What an id without a wording is shown as: itself, with its arguments.
QString unworded(const Message &message) {
    QStringList args;
    for (auto it = message.args.cbegin(); it != message.args.cend(); ++it)
        args << it.key() + u": "_s + it.value();
    const QString text =
        args.isEmpty() ? message.id : message.id + u" ("_s + args.join(u", "_s) + u')';
    return visibleText(text);
}

} // namespace

QString word(const Message &message, Language language, const Catalog &catalog) {
    const WordingEntry *entry = index().value(message.id);
    if (!entry)
        return unworded(message);
    const bool chinese = language == Language::Chinese && isFilled(entry->zh);
    return fill(QString::fromUtf16(chinese ? entry->zh : entry->en), message, language, catalog);
}

QString word(const Error &error, Language language, const Catalog &catalog) {
    QStringList lines{word(error.message, language, catalog)};
    for (const Message &reason : error.reasons)
        lines << word(reason, language, catalog);
    return lines.join(u'\n');
}

bool hasWording(const QString &id) {
    const WordingEntry *entry = index().value(id);
    return entry && isFilled(entry->en) && isFilled(entry->zh);
}

} // namespace dw
