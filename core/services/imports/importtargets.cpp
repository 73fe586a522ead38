// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importtargets.h"

#include "core/catalog/validate.h"

namespace dw {
using namespace Qt::StringLiterals;

bool ImportTargets::canMake(const QString &entity) {
    static const QStringList known{u"account"_s,   u"contact"_s, u"person"_s, u"team"_s,
                                   u"territory"_s, u"product"_s, u"tag"_s,    u"pipeline"_s};
    return known.contains(entity);
}

Result<ImportTargets::Target> ImportTargets::lookUp(const QString &field, const LinkName &name) {
    const auto there = m_links.find(field, name);
    if (!there) {
        if (there.error().message.id != "link.ambiguous"_L1)
            return there.error();
        return Target{{}, there.error().message};
    }
    if (!there->isNull())
        return Target{*there, {}};
    const Message unknown{u"link.unknown"_s,
                          {{u"field"_s, field}, {u"value"_s, name.shown().left(100)}}};
    // A UUID names a row that should be there, and is nobody's name.
    if (!canMake(name.entity) || !RecordId::fromText(name.text).isNull())
        return Target{{}, unknown};
    const EntityDesc &entity = *m_out.catalog().entity(name.entity);
    return Target{{}, validate(entity.key, entity.field(entity.titleField()), name.shown())};
}

Result<ImportTargets::Target> ImportTargets::find(const QString &field, const LinkName &name,
                                                  RecordId account, const StagedOrigin &origin) {
    auto known = lookUp(field, name);
    if (!known || known->wrong || !known->id.isNull())
        return known;
    const EntityDesc &entity = *m_out.catalog().entity(name.entity);
    const FieldHandle title = entity.titleField();
    Record draft(entity.key, m_out.drawId());
    draft.set(title, name.shown());
    if (const FieldHandle active = entity.byName(u"active"); !active.isNull())
        draft.set(active, true);
    if (entity.key == "contact"_L1 && !account.isNull())
        draft.set(entity.byName(u"account"), account);
    const auto made = m_out.make(draft, origin);
    if (!made)
        return made.error();
    if (!name.id.isEmpty()) {
        const auto kept = m_out.makeReference(name, *made, origin);
        if (!kept)
            return kept.error();
    }
    if (entity.key == "pipeline"_L1)
        m_deals.addPipeline(draft);
    return Target{*made, {}};
}

} // namespace dw
