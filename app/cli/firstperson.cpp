// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/firstperson.h"

#include "app/common/login.h"
#include "core/services/works.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

Result<void> seatFirstPerson(Workspace &workspace) {
    const CatalogPtr catalog = workspace.catalog();
    const EntityDesc *entity = catalog->entity(u"person");
    Q_ASSERT(entity);
    Query query;
    query.entity = entity->key;
    const auto people = workspace.reader().count(query, workspace.readTime());
    if (!people)
        return people.error();
    if (*people > 0)
        return {};
    const Login login = systemLogin();
    Record person(entity->key, RecordId{makeUuidV7(workspace.wall().now())});
    person.set(entity->byName(u"name"), login.fullName.isEmpty() ? login.name : login.fullName);
    person.set(entity->byName(u"login"), login.name);
    person.set(entity->byName(u"active"), true);
    if (const auto made = workspace.run(createWork(person, {.actor = person.id()})); !made)
        return made.error();
    if (const auto seated = workspace.run(workspace.sitHere(person.id())); !seated)
        return seated.error();
    return {};
}

} // namespace dw::cli
