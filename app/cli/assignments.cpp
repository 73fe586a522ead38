// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/assignments.h"

#include "core/services/values/fieldnames.h"

#include <QRegularExpression>
#include <QSet>

namespace dw::cli {
using namespace Qt::StringLiterals;

Result<std::vector<TypedEdit>> assignmentsFrom(const EntityDesc &entity, const QStringList &words) {
    static const QRegularExpression shape(u"\\A\\s*([^=]+?)\\s*([+-]?)=(.*)\\z"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    const FieldNames names(entity, [](const FieldDesc &field) { return !field.hidden; });
    std::vector<TypedEdit> edits;
    QSet<QString> assigned;
    for (const QString &word : words) {
        const auto match = shape.match(word);
        if (!match.hasMatch())
            return makeError(ErrorKind::Invalid, u"cli.bad_assignment"_s,
                             {{u"value"_s, word.left(100)}});
        const QString key = names.keyOf(match.captured(1));
        TypedEdit edit{key.isEmpty() ? match.captured(1) : key, TypedEdit::Kind::Set,
                       match.captured(3)};
        if (match.capturedView(2) == u"+")
            edit.kind = TypedEdit::Kind::Include;
        else if (match.capturedView(2) == u"-")
            edit.kind = TypedEdit::Kind::Exclude;
        else if (assigned.contains(edit.key))
            return makeError(ErrorKind::Invalid, u"cli.assigned_twice"_s,
                             {{u"key"_s, edit.key.left(100)}});
        else
            assigned.insert(edit.key);
        edits.push_back(std::move(edit));
    }
    return edits;
}

} // namespace dw::cli
