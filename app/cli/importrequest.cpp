// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importrequest.h"

#include "core/services/imports/proposal/importlook.h"

#include <QFileInfo>
#include <cstdio>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestMap = 8 << 20;
constexpr qint64 largestPaste = 256 << 20;

Error badOption(const QString &option, const QString &value) {
    return makeError(ErrorKind::Invalid, u"cli.bad_value"_s,
                     {{u"option"_s, option}, {u"value"_s, value.left(100)}});
}

/// ENTITY=FILE; nullopt where the word is no such thing (a file may well have that sign).
std::optional<std::pair<QString, QString>> entityAndFile(const Session &session,
                                                         const QString &word) {
    const qsizetype at = word.indexOf(u'=');
    if (at <= 0 || !session.catalog().find(word.left(at)))
        return std::nullopt;
    return std::pair(word.left(at), word.mid(at + 1));
}

Result<QByteArray> pasted() {
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return makeError(ErrorKind::Io, u"import.no_file"_s, {{u"file"_s, u"-"_s}});
    const QByteArray bytes = in.read(largestPaste + 1);
    if (bytes.size() > largestPaste)
        return makeError(ErrorKind::Invalid, u"import.paste_too_large"_s,
                         {{u"limit"_s, QString::number(largestPaste >> 20)}});
    return bytes;
}

Result<void> addSource(Session &session, ImportRequest &request, const QString &typed,
                       const QString &file) {
    const auto entity = session.catalog().find(typed);
    if (!entity)
        return entity.error();
    ImportSource source{.entity = (*entity)->key, .file = file};
    if (file == "-"_L1) {
        auto bytes = pasted();
        if (!bytes)
            return bytes.error();
        source.file.clear();
        source.pasted = *std::move(bytes);
    }
    if (const auto encoding = session.option(u"--encoding"_s))
        source.form.encoding = *encoding;
    if (const auto sheet = session.option(u"--sheet"_s))
        source.form.sheet = *sheet;
    request.sources.push_back(std::move(source));
    return {};
}

Result<void> takeSources(Session &session, ImportRequest &request) {
    const QStringList words = session.words();
    const bool areAllPairs = std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return entityAndFile(session, word).has_value();
    });
    if (areAllPairs) {
        for (const QString &word : words) {
            const auto pair = entityAndFile(session, word);
            if (auto added = addSource(session, request, pair->first, pair->second); !added)
                return added;
        }
        return {};
    }
    if (words.size() < 2)
        return makeError(ErrorKind::Invalid, u"cli.missing_words"_s);
    for (const QString &file : words.mid(1)) {
        if (auto added = addSource(session, request, words.first(), file); !added)
            return added;
    }
    return {};
}

Result<void> takeMaps(Session &session, ImportRequest &request) {
    const auto path = session.option(u"--map"_s);
    if (!path)
        return {};
    QFile file(*path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorKind::Io, u"import.no_file"_s, {{u"file"_s, *path}},
                         file.errorString());
    const auto maps = mappingsFromJson(file.read(largestMap));
    if (!maps)
        return maps.error();
    for (ImportSource &source : request.sources) {
        for (const QString &key : {QFileInfo(source.file).fileName(), source.entity, QString()}) {
            if (!source.mapping && maps->contains(key))
                source.mapping = maps->value(key);
        }
    }
    return {};
}

/// "name,account", or "account=name" where several entities are imported.
Result<void> takeMatch(Session &session, ImportRequest &request) {
    const QStringList given = session.arguments().values(u"--match"_s);
    for (const QString &one : given) {
        const qsizetype at = one.indexOf(u'=');
        QString entity = request.sources.front().entity;
        if (at > 0) {
            const auto found = session.catalog().find(one.left(at));
            if (!found)
                return found.error();
            entity = (*found)->key;
        }
        QStringList fields;
        const QStringList keys = one.mid(at + 1).split(u',', Qt::SkipEmptyParts);
        for (const QString &key : keys)
            fields << key.trimmed();
        if (fields.isEmpty())
            return badOption(u"--match"_s, one);
        request.match.insert(entity, fields);
    }
    return {};
}

template <typename T>
Result<void> takeWord(Session &session, const QString &option,
                      std::optional<T> (*read)(const QString &), std::optional<T> &into) {
    const auto typed = session.option(option);
    if (!typed)
        return {};
    into = read(*typed);
    return into ? Result<void>() : Result<void>(badOption(option, *typed));
}

} // namespace

QStringList filesOf(const QStringList &words) {
    QStringList files;
    for (const QString &word : words) {
        files << word;
        if (const qsizetype at = word.indexOf(u'='); at > 0)
            files << word.mid(at + 1);
    }
    return files;
}

Result<ImportRequest> importRequest(Session &session) {
    ImportRequest request;
    if (auto taken = takeSources(session, request); !taken)
        return taken.error();
    if (auto taken = takeMaps(session, request); !taken)
        return taken.error();
    if (auto taken = takeMatch(session, request); !taken)
        return taken.error();
    if (auto taken = takeWord(session, u"--mode"_s, modeFromName, request.mode); !taken)
        return taken.error();
    if (auto taken = takeWord(session, u"--date-order"_s, dateOrderFromName, request.dates); !taken)
        return taken.error();
    const bool makes = session.arguments().has(u"--create-missing"_s);
    const bool rejects = session.arguments().has(u"--reject-missing"_s);
    if (makes && rejects)
        return makeError(ErrorKind::Invalid, u"cli.option_not_here"_s,
                         {{u"option"_s, u"--reject-missing"_s}});
    if (makes || rejects)
        request.missing = makes ? MissingTargets::Make : MissingTargets::Reject;
    request.system = session.option(u"--system"_s).value_or(QString());
    request.source = session.option(u"--source"_s).value_or(QString());
    return request;
}

Result<std::vector<Message>> proposeMappings(Session &session, ImportRequest &request) {
    std::vector<Message> unsure;
    for (ImportSource &source : request.sources) {
        if (source.mapping)
            continue;
        const auto look = lookAtSource(ReadSource::of(session.workspace()),
                                       {.file = source.file,
                                        .pasted = source.pasted,
                                        .entity = source.entity,
                                        .form = source.form,
                                        .order = request.dates},
                                       session.stopToken());
        // What cannot be read at all is said by the import itself.
        if (!look && look.error().message.id == "mapping.unreadable"_L1)
            continue;
        if (!look)
            return look.error();
        source.mapping = proposedMapping(*look);
        for (const ColumnProposal &column : unsureColumns(*look))
            unsure.push_back({u"import.unsure"_s,
                              {{u"header"_s, column.as.header},
                               {u"field"_s, column.as.field},
                               {u"text"_s, session.say(column.reason)}}});
    }
    return unsure;
}

} // namespace dw::cli
