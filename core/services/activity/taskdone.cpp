// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/activity/taskdone.h"

namespace dw {

void settleTask(WriteTransaction &tx, const Record &standing, Record &values) {
    const CatalogPtr catalog = tx.catalogPtr();
    const EntityDesc &tasks = *catalog->entity(u"task");
    const FieldHandle done = tasks.byName(u"done");
    const FieldHandle doneAt = tasks.byName(u"done_at");
    if (values.entity() != tasks.key || !values.has(done) || !values.value(doneAt).isEmpty())
        return;
    const bool was = standing.value(done).as<bool>();
    const bool is = values.value(done).as<bool>();
    if (is && (!was || standing.value(doneAt).isEmpty()))
        values.set(doneAt, tx.now());
    else if (!is && !standing.value(doneAt).isEmpty())
        values.set(doneAt, FieldValue());
}

} // namespace dw
