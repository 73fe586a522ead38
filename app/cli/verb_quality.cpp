// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/messagejson.h"
#include "app/cli/qualitytelling.h"

#include <array>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

Result<int> countFrom(const QString &typed) {
    bool ok = false;
    const int count = typed.toInt(&ok);
    if (!ok || count < 1)
        return makeError(ErrorKind::Invalid, u"cli.bad_number"_s,
                         {{u"option"_s, u"--worst"_s}, {u"value"_s, typed.left(100)}});
    return count;
}

Result<void> takeBy(Session &session, QualityQuestion &question) {
    const auto typed = session.option(u"--by"_s);
    if (!typed)
        return {};
    const QStringList names{u"person"_s, u"team"_s, u"source"_s};
    constexpr std::array ways{QualityBy::Person, QualityBy::Team, QualityBy::Source};
    const qsizetype at = names.indexOf(*typed);
    if (at < 0)
        return makeError(ErrorKind::Invalid, u"cli.quality_by"_s, {{u"value"_s, typed->left(100)}});
    question.by = ways.at(size_t(at));
    question.byName = *typed;
    return {};
}

Result<void> takeWorst(Session &session, QualityQuestion &question) {
    const auto worst = session.option(u"--worst"_s);
    const auto part = session.option(u"--missing"_s);
    if (!worst && part)
        return makeError(ErrorKind::Invalid, u"cli.option_not_here"_s,
                         {{u"option"_s, u"--missing"_s}});
    if (!worst)
        return {};
    if (question.by != QualityBy::Nothing)
        return makeError(ErrorKind::Invalid, u"cli.quality_either"_s);
    if (question.entity.isEmpty())
        return makeError(ErrorKind::Invalid, u"cli.quality_one_entity"_s,
                         {{u"option"_s, u"--worst"_s}});
    const auto count = countFrom(*worst);
    if (!count)
        return count.error();
    question.worst = *count;
    question.part = part.value_or(QString());
    return {};
}

Exit tellWorst(Session &session, const QualityBook &book, const QualityQuestion &question,
               const QualityReport &report) {
    const auto items = book.worst(session.reader(), {.entity = question.entity,
                                                     .person = std::nullopt,
                                                     .part = question.part,
                                                     .limit = question.worst});
    if (!session.json()) {
        QualityTelling(session, book).items(report, items);
        return Exit::Done;
    }
    session.printer().beginArray(u"records"_s);
    for (const QualityItem &item : items)
        session.printer().element(QualityTelling::json(report, item));
    session.printer().endArray();
    return Exit::Done;
}

void tellReports(Session &session, const QualityBook &book, const QualityQuestion &question,
                 const std::vector<QualityReport> &reports) {
    const QualityTelling telling(session, book);
    if (session.json()) {
        QJsonArray entities;
        for (const QualityReport &report : reports)
            entities.append(telling.json(report, question));
        session.printer().json({{u"threshold"_s, book.threshold()},
                                {u"entities"_s, entities},
                                {u"notes"_s, messagesJson(book.notes(), session.catalog())}});
        return;
    }
    for (const Message &note : book.notes())
        session.printer().errorLine(session.say(u"cli.note"_s, {{u"text"_s, session.say(note)}}));
    telling.overview(reports);
    for (const QualityReport &report : reports) {
        if (!report.groups.empty())
            telling.groups(report, question);
        else if (!question.entity.isEmpty() && question.by == QualityBy::Nothing)
            telling.parts(report);
        if (report.entity == "account"_L1)
            telling.assets(report);
    }
}

/// The report of the entity that is asked about. Fails where it is not measured, or where the part
/// does not count.
Result<QualityReport> reportOf(const QualityQuestion &question,
                               const std::vector<QualityReport> &reports) {
    QStringList measured;
    for (const QualityReport &report : reports) {
        measured << report.entity;
        if (report.entity != question.entity)
            continue;
        QStringList parts;
        for (const QualityPart &part : report.parts)
            parts << part.key;
        if (question.part.isEmpty() || parts.contains(question.part))
            return report;
        return makeError(ErrorKind::Invalid, u"quality.unknown_asked"_s,
                         {{u"part"_s, question.part.left(100)},
                          {u"entity"_s, question.entity},
                          {u"parts"_s, parts.join(u", "_s)}});
    }
    return makeError(ErrorKind::Invalid, u"quality.not_measured"_s,
                     {{u"entity"_s, question.entity}, {u"entities"_s, measured.join(u", "_s)}});
}

} // namespace

Exit runQuality(Session &session) {
    QualityQuestion question;
    if (!session.words().isEmpty()) {
        const auto entity = session.catalog().find(session.words().first());
        if (!entity)
            return session.fail(entity.error());
        question.entity = (*entity)->key;
    }
    for (const auto take : {takeBy, takeWorst}) {
        if (const auto taken = take(session, question); !taken)
            return session.misuse(taken.error().message);
    }
    // One snapshot for the figures and the names beside them.
    const auto snapshot =
        Transaction::begin(session.reader().connection(), Transaction::Kind::Read);
    if (!snapshot)
        return session.fail(snapshot.error());
    QualityBook book;
    if (const auto read = book.read(session.reader()); !read)
        return session.fail(read.error());
    std::vector<QualityReport> reports = book.report(session.reader(), question.by);
    if (!question.entity.isEmpty()) {
        auto asked = reportOf(question, reports);
        if (!asked)
            return session.misuse(asked.error().message);
        reports = {*std::move(asked)};
    }
    if (question.worst > 0)
        return tellWorst(session, book, question, reports.front());
    tellReports(session, book, question, reports);
    return Exit::Done;
}

} // namespace dw::cli
