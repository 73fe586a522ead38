// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/diagnostics/masked.h"

#include "core/services/values/format.h"

#include <QRegularExpression>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// `#` stands for a digit, of full width too.
QRegularExpression pattern(QString text) {
    return QRegularExpression(text.replace(u'#', u"[0-9０-９]"_s));
}

QString withoutHome(QString text, const QString &home) {
    if (home.size() > 1) {
        for (const QString &form : {home, QDir::toNativeSeparators(home)}) {
            text.replace(QRegularExpression(QRegularExpression::escape(form) + u"(?![\\w.-])"_s,
                                            QRegularExpression::UseUnicodePropertiesOption),
                         u"~"_s);
        }
    }
    // Homes of others are named after people as well.
    static const QRegularExpression homes(
        u"(?<![\\w.])(/home/|/Users/|[A-Za-z]:[/\\\\]Users[/\\\\])[^/\\\\\\s:\"]+"_s);
    text.replace(homes, u"~"_s);

    // Shorter names are words of their own too often.
    constexpr int shortestName = 3;
    const QString user = home.section(u'/', -1, -1, QString::SectionSkipEmpty);
    if (user.size() >= shortestName) {
        text.replace(
            QRegularExpression(u"(?<!\\w)"_s + QRegularExpression::escape(user) + u"(?!\\w)"_s,
                               QRegularExpression::UseUnicodePropertiesOption),
            u"<user>"_s);
    }
    return text;
}

QString withoutNumbers(QString text) {
    // Digits inside a word, a decimal number or an id are no phone number.
    static const QString before = u"(?<![\\w.０-９-])"_s;
    static const QString after = u"(?![\\w０-９]|[-.]#)"_s;
    static const QRegularExpression abroad = pattern(u"(?:[+＋]|(?<![\\w.０-９-])00)[1-9１-９]"
                                                     "(?:[ ().-]{0,2}#){6,14}"_s);
    // Long runs of digits are personal beside a hyphen as well, but not within a hash.
    static const QRegularExpression run =
        pattern(u"(?<![0-9a-fA-F０-９])(?:[1１][3-9３-９]#{9}|#{14,}[Xx]?)(?![0-9a-fA-F０-９])"_s);
    static const QRegularExpression mobile =
        pattern(before + u"[1１][3-9３-９]#[ -]?#{4}[ -]?#{4}(?![\\w０-９])"_s);
    static const QRegularExpression fixed =
        pattern(before + u"(?:[0０]#{2,3}[ -]?#{3,4}[ -]?#{4}|#{3}[ .-]#{3}[ .-]#{4}|#{3,4}-#{4})"_s
                + after);
    static const QRegularExpression bracketed =
        pattern(u"[(（]#{2,4}[)）] ?#{3,4}[ -]?#{3,4}"_s + after);
    // Cards, accounts and identity numbers; a time in milliseconds has 13 digits.
    static const QRegularExpression account =
        pattern(before + u"#{4}(?:[ -]#{4}){2,}(?:[ -]#{1,4})?(?![\\w０-９])"_s);
    for (const auto *phone : {&abroad, &run, &account, &mobile, &bracketed, &fixed})
        text.replace(*phone, u"<number>"_s);
    return text;
}

} // namespace

QString masked(const QString &text, const QString &home) {
    static const QRegularExpression email(u"[^\\s@＠\"'“”<>(),;:/]+[@＠][^\\s@＠\"'“”<>(),;:/]+"_s);
    // A quotation that is not closed ends with the text: the line may have been cut.
    static const QRegularExpression quoted(
        u"“[^”]*(?:”|$)|「[^」]*(?:」|$)|『[^』]*(?:』|$)|(?<!\\w)'.*?'(?!\\w)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QString rest = text;
    rest.replace(quoted, u"“…”"_s).replace(email, u"<e-mail>"_s);
    return visibleText(withoutNumbers(withoutHome(rest, home)));
}

} // namespace dw
