// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rejectedrowslist.h"

#include "app/cli/importreport.h"
#include "app/cli/texttable.h"

#include <limits>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

constexpr int widestCell = 60;

Result<qint64> numberFrom(const Session &session, const QString &option, qint64 least,
                          qint64 usual) {
    const auto typed = session.option(option);
    if (!typed)
        return usual;
    bool ok = false;
    const qint64 number = typed->toLongLong(&ok);
    if (!ok || number < least)
        return makeError(ErrorKind::Invalid, u"cli.bad_number"_s,
                         {{u"option"_s, option}, {u"value"_s, typed->left(100)}});
    return number;
}

Result<std::vector<qint64>> setsAsked(Session &session) {
    if (!session.option(u"--set"_s))
        return setsWithRejectedRows(session.reader().connection());
    const auto set = numberFrom(session, u"--set"_s, 0, 0);
    if (!set)
        return set.error();
    return std::vector{*set};
}

/// What the import brought in; empty where the set does not say (a preset, or nothing came in).
QString entityOf(Session &session, qint64 set) {
    const auto found = session.workspace().history().set(set);
    return found && *found ? (*found)->label.args.value(u"entity"_s) : QString();
}

class RejectedRowsPrinter {
public:
    explicit RejectedRowsPrinter(Session &session)
        : m_session(session),
          m_table({{session.say(u"cli.head_set"_s), Align::Right},
                   {session.say(u"cli.head_entity"_s)},
                   {session.say(u"cli.head_file"_s)},
                   {session.say(u"cli.head_line"_s), Align::Right},
                   {session.say(u"cli.head_reasons"_s)},
                   {session.say(u"cli.head_cells"_s), Align::Left, widestCell}}) {
        if (m_session.json())
            m_session.printer().beginArray(u"rows"_s);
    }
    void print(qint64 set, const QString &entity, const RejectedRow &row) {
        if (m_session.json()) {
            QJsonObject object = rejectJson(row, m_session.catalog());
            object.insert(u"set"_s, set);
            object.insert(u"entity"_s, entity.isEmpty() ? QJsonValue() : QJsonValue(entity));
            m_session.printer().element(object);
            return;
        }
        QStringList reasons;
        for (const Message &reason : row.reasons)
            reasons << m_session.say(reason);
        m_table.add({QString::number(set), entity, row.file, QString::number(row.line),
                     reasons.join(u' '), row.cells.join(u" | "_s)});
    }
    void finish() {
        if (m_session.json())
            m_session.printer().endArray();
        else
            m_session.printer().lines(m_table.lines());
    }

private:
    Session &m_session;
    TextTable m_table;
};

} // namespace

bool meansRejectedRows(const QString &word) {
    const QString key = word.toLower().replace(u'-', u'_');
    return key == "rejected_row"_L1 || key == "rejected_rows"_L1;
}

Exit listRejectedRows(Session &session) {
    for (const QString &option : {u"--where"_s, u"--columns"_s, u"--sort"_s, u"--bin"_s}) {
        if (session.arguments().has(option))
            return session.misuse({u"cli.option_not_here"_s, {{u"option"_s, option}}});
    }
    const auto limit = numberFrom(session, u"--limit"_s, 1, std::numeric_limits<qint64>::max());
    if (!limit)
        return session.misuse(limit.error().message);
    const auto sets = setsAsked(session);
    if (!sets)
        return sets.error().kind == ErrorKind::Invalid ? session.misuse(sets.error().message)
                                                       : session.fail(sets.error());
    // Read before anything is printed: an error leaves no half of a list.
    std::vector<std::pair<qint64, std::vector<RejectedRow>>> found;
    for (const qint64 set : *sets) {
        auto rows = rejectedRows(session.reader().connection(), set);
        if (!rows)
            return session.fail(rows.error());
        found.emplace_back(set, std::move(*rows));
    }
    RejectedRowsPrinter printer(session);
    qint64 left = *limit;
    for (const auto &[set, rows] : found) {
        const QString entity = entityOf(session, set);
        for (auto row = rows.begin(); row != rows.end() && left > 0; ++row, --left)
            printer.print(set, entity, *row);
    }
    printer.finish();
    return Exit::Done;
}

} // namespace dw::cli
