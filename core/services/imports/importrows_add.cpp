// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importrows.h"

#include "core/catalog/validate.h"
#include "core/catalog/valuetext.h"

namespace dw {
using namespace Qt::StringLiterals;

std::vector<Message> ImportRows::whatLacks(const PreparedSource &source, const ReadRow &read) {
    const EntityDesc &entity = *source.entity;
    const bool isDeal = entity.key == "deal"_L1;
    std::vector<Message> lacks;
    for (const FieldHandle field : source.required) {
        const FieldDesc &desc = entity.field(field);
        const bool comes =
            read.values.has(field) || read.unread.contains(field.index)
            || (isDeal && (desc.name == "pipeline"_L1 || desc.name == "stage"_L1))
            || std::any_of(read.missing.begin(), read.missing.end(),
                           [&](const auto &missing) { return missing.field == field; })
            || (isDeal && desc.name == "name"_L1 && !source.plan().gives(field));
        if (comes)
            continue;
        if (auto wrong = validate(entity.key, desc, FieldValue()))
            lacks.push_back(*std::move(wrong));
    }
    return lacks;
}

/// Defaults, the place of a deal, and whether all is there that must be; false: it was rejected.
Result<bool> ImportRows::complete(Case &c) {
    const EntityDesc &entity = *c.source.entity;
    for (const auto &[field, text] : c.source.plan().defaults) {
        const bool isGiven = c.read.values.has(field)
                             || (entity.field(field).name == "stage"_L1 && !c.read.stage.isEmpty())
                             || std::any_of(c.read.missing.begin(), c.read.missing.end(),
                                            [&](const auto &m) { return m.field == field; });
        if (isGiven)
            continue;
        if (const auto taken = c.source.reader->take(field, text, c.read); !taken)
            return taken.error();
    }
    std::vector<Message> reasons = std::exchange(c.read.reasons, {});
    for (Message &wrong : whatLacks(c.source, c.read))
        reasons.push_back(std::move(wrong));
    if (reasons.empty())
        return true;
    if (const auto rejected = reject(c.source, c.row, std::move(reasons)); !rejected)
        return rejected.error();
    return false;
}

Result<bool> ImportRows::completeDeal(Case &c) {
    const EntityDesc &entity = *c.source.entity;
    Record &values = c.read.values;
    const auto wrong = m_.deals.place(
        values, c.read.stage, c.source.missing == MissingTargets::Make ? &c.origin : nullptr);
    if (!wrong)
        return wrong.error();
    if (*wrong) {
        if (const auto rejected = reject(c.source, c.row, {**wrong}); !rejected)
            return rejected.error();
        return false;
    }
    if (values.value(entity.titleField()).isEmpty()) {
        values.set(entity.titleField(), c.read.madeName);
        m_.out.count({u"import.names_made"_s, {}});
    }
    if (!c.source.plan().gives(entity.byName(u"closed_on")) && m_.deals.closeWhenExpected(values))
        m_.out.count({u"import.closed_when_expected"_s, {}});
    m_.deals.judge(values, nullptr, m_.context.actor, c.origin.at);
    return true;
}

/// Makes the row; null: it was rejected.
Result<RecordId> ImportRows::add(Case &c) {
    const EntityDesc &entity = *c.source.entity;
    Record asRead = c.read.values;
    if (const auto completed = complete(c); !completed || !*completed)
        return completed ? Result<RecordId>(RecordId()) : Result<RecordId>(completed.error());
    if (const auto followed = follow(c, nullptr); !followed || !*followed)
        return followed ? Result<RecordId>(RecordId()) : Result<RecordId>(followed.error());
    const bool isDeal = entity.key == "deal"_L1;
    if (isDeal) {
        const auto placed = completeDeal(c);
        if (!placed || !*placed)
            return placed ? Result<RecordId>(RecordId()) : Result<RecordId>(placed.error());
        if (!c.read.stage.isEmpty())
            asRead.set(entity.byName(u"stage"), c.read.values.value(entity.byName(u"stage")));
    }
    for (const ReadRow::Missing &missing : c.read.missing)
        asRead.set(missing.field, c.read.values.value(missing.field));
    Record draft(entity.key, m_.out.drawId());
    for (const auto &[field, value] : c.read.values.values()) {
        draft.set(field, value);
        if (isHierarchy(entity, entity.field(field)) && value.is<RecordId>())
            m_above.insert(draft.id(), value.as<RecordId>());
    }
    const std::vector<StagedStep> later =
        isDeal ? m_.deals.split(draft, c.origin) : std::vector<StagedStep>();
    const auto made = m_.out.make(draft, c.origin, later);
    if (!made)
        return made;
    c.source.match->add(asRead, *made, c.row.line);
    for (const ReadRow::Missing &late : c.late)
        m_late.push_back({*made, entity.key, late.field, late.name, c.origin});
    countSums(c);
    if (const auto added = addIds(c, *made); !added)
        return added.error();
    if (const auto added = addAround(c, *made, true); !added)
        return added.error();
    return made;
}

/// A lead is the one that came with the same payload, and each arrival is a touchpoint.
Result<void> ImportRows::takeLead(Case &c) {
    const EntityDesc &entity = *c.source.entity;
    const Payload payload = c.source.payload->of(c.row.cells);
    const Instant arrived = c.read.values.has(entity.byName(u"arrived_at"))
                                ? c.read.values.value(entity.byName(u"arrived_at")).as<Instant>()
                                : c.origin.at;
    if (!c.read.ownIds.join(QString()).isEmpty()) {
        const auto found = match(c);
        if (!found)
            return found.error();
        // A lead of another system that is known already did not come once more.
        if (found->entry)
            return takeMatch(c, *found);
    }
    const auto known = m_.links.references().find(payloadSystem, entity.key, payload.fingerprint);
    if (!known)
        return known.error();
    RecordId lead = *known;
    if (lead.isNull()) {
        completeLead(entity, payload, m_.source.isEmpty() ? c.source.file->name() : m_.source,
                     arrived, c.read.values);
        const auto made = add(c);
        if (!made)
            return made.error();
        if (made->isNull())
            return {};
        lead = *made;
        if (const auto kept = m_.out.makeReference(
                {entity.key, {}, payload.fingerprint, payloadSystem}, lead, c.origin);
            !kept)
            return kept;
    } else {
        m_.out.countUnchanged(entity.key);
        countSums(c);
    }
    const auto touched =
        m_.out.make(arrivalOf(m_.out.catalog(), c.read.values, lead, payload, arrived), c.origin);
    return touched ? Result<void>() : Result<void>(touched.error());
}

Result<void> ImportRows::addIds(Case &c, RecordId id) {
    const auto &columns = c.source.plan().ownIds;
    for (size_t i = 0; i < columns.size(); ++i) {
        const QString external = c.read.ownIds.at(qsizetype(i));
        if (external.isEmpty())
            continue;
        const LinkName name{c.source.entity->key, {}, external, columns[i].system};
        if (const auto kept = m_.out.makeReference(name, id, c.origin); !kept)
            return kept;
    }
    return {};
}

Result<void> ImportRows::addAround(Case &c, RecordId id, bool isNew) {
    if (c.source.entity->key != "deal"_L1)
        return {};
    if (const auto line = addLine(c, id, isNew); !line)
        return line;
    return addContact(c, id, isNew);
}

/// True the first time that the deal gets a part which names this.
Result<bool> ImportRows::isNewPart(const QString &entity, QStringView field, RecordId deal,
                                   RecordId of, bool isNew) {
    const ImportKey key = m_maker.start(entity).add(deal).add(of).key();
    if (m_parts.find(key))
        return false;
    m_parts.add(key, of);
    if (isNew)
        return true;
    const EntityDesc &parts = *m_.out.catalog().entity(entity);
    const std::vector<Record> there = m_.reader.related(entity, u"deal"_s, deal);
    return std::none_of(there.begin(), there.end(), [&](const Record &part) {
        return part.value(parts.byName(field)).as<RecordId>() == of;
    });
}

Result<void> ImportRows::addLine(Case &c, RecordId deal, bool isNew) {
    if (c.read.product.isEmpty())
        return {};
    const EntityDesc &lines = *m_.out.catalog().entity(u"deal_line");
    const auto product = m_.targets.find(
        u"deal_line.product"_s, {u"product"_s, c.read.product, {}, c.source.plan().product.system},
        {}, c.origin);
    if (!product)
        return product.error();
    if (product->wrong) {
        m_.out.count({u"import.line_left_out"_s, {{u"field"_s, u"deal_line.product"_s}}});
        return {};
    }
    const auto isFirst = isNewPart(lines.key, u"product", deal, product->id, isNew);
    if (!isFirst || !*isFirst)
        return isFirst ? Result<void>() : Result<void>(isFirst.error());
    Record line(lines.key, RecordId());
    line.set(lines.byName(u"deal"), deal);
    line.set(lines.byName(u"product"), product->id);
    line.set(lines.byName(u"quantity"),
             c.read.quantity.isEmpty() ? FieldValue(1.0) : c.read.quantity);
    if (!c.read.price.isEmpty())
        line.set(lines.byName(u"price"), c.read.price);
    const auto made = m_.out.make(line, c.origin);
    return made ? Result<void>() : Result<void>(made.error());
}

Result<void> ImportRows::addContact(Case &c, RecordId deal, bool isNew) {
    const EntityDesc &contacts = *m_.out.catalog().entity(u"deal_contact");
    const QStringList names = c.read.contact.split(u';', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (name.trimmed().isEmpty())
            continue;
        const RecordId account =
            c.read.values.value(c.source.entity->byName(u"account")).as<RecordId>();
        const auto contact = m_.targets.find(
            u"deal_contact.contact"_s,
            {u"contact"_s, name.trimmed(), {}, c.source.plan().contact.system}, account, c.origin);
        if (!contact)
            return contact.error();
        if (contact->wrong) {
            m_.out.count({u"import.line_left_out"_s, {{u"field"_s, u"deal_contact.contact"_s}}});
            continue;
        }
        const auto isFirst = isNewPart(contacts.key, u"contact", deal, contact->id, isNew);
        if (!isFirst)
            return isFirst.error();
        if (!*isFirst)
            continue;
        Record part(contacts.key, RecordId());
        part.set(contacts.byName(u"deal"), deal);
        part.set(contacts.byName(u"contact"), contact->id);
        const FieldDesc &role = contacts.field(contacts.byName(u"role"));
        if (const auto value = valueFromText(role, c.read.role); value)
            part.set(contacts.byName(u"role"), *value);
        else
            m_.out.count({u"import.line_left_out"_s, {{u"field"_s, u"deal_contact.role"_s}}});
        if (const auto made = m_.out.make(part, c.origin); !made)
            return made.error();
    }
    return {};
}

} // namespace dw
