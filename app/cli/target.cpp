// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/target.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

Result<Target> findTarget(Session &session, const QString &entity, const QString &record) {
    const auto desc = session.catalog().find(entity);
    if (!desc)
        return desc.error();
    const auto id = session.reader().resolve((*desc)->key, record);
    if (!id)
        return id.error();
    auto row = session.reader().find((*desc)->key, *id);
    if (!row)
        return row.error();
    if (!*row)
        return makeError(ErrorKind::NotFound, u"record.unknown"_s,
                         {{u"entity"_s, (*desc)->key}, {u"id"_s, record.left(100)}});
    return Target{*desc, std::move(**row)};
}

QJsonObject identityJson(const Row &row) {
    return {{u"id"_s, row.record.id().text()}, {u"short_id"_s, row.shortId}};
}

QMap<QString, QString> nameArgs(Session &session, const Target &target) {
    return {{u"entity"_s, target.entity->key},
            {u"id"_s, target.row.shortId},
            {u"title"_s, session.reader().title(target.entity->key, target.id())}};
}

} // namespace dw::cli
