// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importmapping.h"
#include "core/services/imports/importplan.h"

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;

/// Whatever the bytes say, they are refused or give mappings that say the same when they are
/// written and read again, and that a header takes or refuses.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const QByteArray json(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto maps = dw::mappingsFromJson(json);
    if (!maps)
        return 0;
    static const dw::CatalogPtr catalog = dw::Catalog::builtin();
    static const QStringList header{u"Name"_s, u"Amount"_s, QString(), u"x"_s, u"x"_s, u"Id"_s};
    for (const dw::ImportMapping &mapping : *maps) {
        // The first writing makes good text of what is none (halves of surrogate pairs).
        const auto once = dw::ImportMapping::fromJson(mapping.toJson());
        const auto twice = once ? dw::ImportMapping::fromJson(once->toJson()) : once;
        if (!twice || *twice != *once)
            std::abort();
        const auto plan = dw::planImport(*catalog->entity(u"deal"), mapping, header);
        if (!plan)
            continue;
        for (const dw::ImportPlan::Column &column : plan->columns) {
            if (column.at < 0 || column.at >= header.size() || column.field.isNull())
                std::abort();
        }
    }
    return 0;
}
