// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/listcondition.h"

namespace dw {
using namespace Qt::StringLiterals;

Result<Expression> conditionFrom(const QString &typed, const Catalog &catalog,
                                 const EntityDesc &entity) {
    auto condition = Expression::parse(typed, catalog, entity.key);
    if (condition && condition->type() != FieldType::YesNo)
        return makeError(ErrorKind::Invalid, u"cli.no_condition"_s,
                         {{u"type"_s, typeName(condition->type())}});
    return condition;
}

} // namespace dw
