// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log/standing.h"

namespace dw {
using namespace Qt::StringLiterals;

QString hiddenSql(const EntityDesc &entity, const QString &alias, const QStringList &missing) {
    QStringList gone;
    QStringList standing;
    for (const FieldDesc &field : entity.fields) {
        if (field.tie != Tie::HangsOn || missing.contains(field.target))
            continue;
        const QString owner =
            u"EXISTS (SELECT 1 FROM \"%1\" h WHERE h.id = %2.\"%3\" AND h.deleted %4 0)"_s;
        const auto with = [&](const QString &how) {
            return owner.arg(field.target, alias, field.name, how);
        };
        gone << with(u"<>"_s);
        standing << with(u"="_s);
    }
    if (gone.isEmpty())
        return u"0"_s;
    if (gone.size() == 1)
        return gone.front();
    return u"(%1) AND NOT (%2)"_s.arg(gone.join(u" OR "_s), standing.join(u" OR "_s));
}

QString standsSql(const EntityDesc &entity, const QString &alias) {
    const QString hidden = hiddenSql(entity, alias);
    QString sql = alias + u".deleted=0"_s;
    if (hidden != "0"_L1)
        sql += u" AND NOT ("_s + hidden + u')';
    return sql;
}

} // namespace dw
