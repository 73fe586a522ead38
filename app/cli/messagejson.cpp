// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/messagejson.h"

#include "core/services/wording/wording.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

QString kindName(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::Invalid:
        return u"invalid"_s;
    case ErrorKind::NotFound:
        return u"not_found"_s;
    case ErrorKind::Conflict:
        return u"conflict"_s;
    case ErrorKind::Refused:
        return u"refused"_s;
    case ErrorKind::Denied:
        return u"denied"_s;
    case ErrorKind::Busy:
        return u"busy"_s;
    case ErrorKind::Io:
        return u"io"_s;
    case ErrorKind::Full:
        return u"full"_s;
    case ErrorKind::Damaged:
        return u"damaged"_s;
    case ErrorKind::Newer:
        return u"newer"_s;
    case ErrorKind::Cancelled:
        return u"cancelled"_s;
    }
    return {};
}

} // namespace

QJsonObject messageJson(const Message &message, const Catalog &catalog) {
    QJsonObject args;
    for (auto it = message.args.cbegin(); it != message.args.cend(); ++it)
        args.insert(it.key(), it.value());
    return {{u"id"_s, message.id},
            {u"text"_s, word(message, Language::English, catalog)},
            {u"args"_s, args}};
}

QJsonArray messagesJson(const std::vector<Message> &messages, const Catalog &catalog) {
    QJsonArray array;
    for (const Message &message : messages)
        array.append(messageJson(message, catalog));
    return array;
}

QJsonObject errorJson(const Error &error, const Catalog &catalog) {
    QJsonObject json = messageJson(error.message, catalog);
    json.insert(u"kind"_s, kindName(error.kind));
    json.insert(u"reasons"_s, messagesJson(error.reasons, catalog));
    return {{u"error"_s, json}};
}

QJsonObject misuseJson(const Message &message, const QString &usage, const Catalog &catalog) {
    QJsonObject json = messageJson(message, catalog);
    json.insert(u"kind"_s, u"usage"_s);
    json.insert(u"reasons"_s, QJsonArray());
    json.insert(u"usage"_s, textOrNull(usage));
    return {{u"error"_s, json}};
}

QJsonObject moneyJson(const Money &money) {
    return {{u"amount"_s, money.toDecimal()}, {u"currency"_s, money.currency().code()}};
}

QJsonValue textOrNull(const QString &text) {
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace dw::cli
