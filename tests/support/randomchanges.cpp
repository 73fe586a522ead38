// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randomchanges.h"

namespace dw::test {
using namespace Qt::StringLiterals;

namespace {

const QStringList entities{u"account"_s,    u"contact"_s, u"lead"_s,       u"deal_contact"_s,
                           u"touchpoint"_s, u"task"_s,    u"note"_s,       u"cross_reference"_s,
                           u"product"_s,    u"deal"_s,    u"attachment"_s, u"tag"_s};

const QStringList words{u"Acme"_s,
                        u"acme corp"_s,
                        u"苏州新创科技"_s,
                        u"王伟"_s,
                        u"单雄信"_s,
                        u"Ünïted"_s,
                        u"ＡＢＣ　公司"_s,
                        u"zhang wei"_s,
                        u"x"_s,
                        u"客户 CRM"_s,
                        u"+86 138-0013-8000"_s,
                        u"li.wei@acme.com"_s,
                        u"👍 ok"_s,
                        u"—"_s,
                        u"0"_s,
                        u"吕布"_s};

const QStringList phones{u"+86 138-0013-8000"_s, u"0512 6688 1234"_s, u"(021)5566"_s};
const QStringList addresses{u"li.wei@acme.com"_s, u"sales@northwind.com"_s};

} // namespace

RandomChanges::RandomChanges(TestWorkspace &w, Random &random) : m_w(w), m_random(random) {
    (void)w.pipeline(); // A unit cannot make it.
}

RecordId RandomChanges::anyOf(const QString &entity) {
    std::vector<RecordId> ids;
    for (const Made &made : m_made) {
        if (made.entity == entity)
            ids.push_back(made.id);
    }
    return ids.empty() ? RecordId() : m_random.pick(ids);
}

FieldValue RandomChanges::value(const FieldDesc &field) {
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
        return m_random.pick(words);
    case FieldType::Phone:
        return m_random.pick(phones);
    case FieldType::Email:
        return m_random.pick(addresses);
    case FieldType::Link: {
        if (field.target == "pipeline"_L1)
            return m_w.pipeline().id;
        if (field.target == "stage"_L1)
            return m_random.pick(m_w.pipeline().stages);
        const RecordId id = anyOf(field.target);
        return id.isNull() ? FieldValue() : FieldValue(id);
    }
    case FieldType::Choice:
        return m_random.pick(field.choices).key;
    default:
        return {};
    }
}

Record RandomChanges::draft(const QString &key, double howFull) {
    const EntityDesc &entity = m_w.entity(key);
    Record record(key, RecordId());
    for (size_t i = 0; i < entity.fields.size(); ++i) {
        const FieldDesc &field = entity.fields[i];
        if (field.derived || field.readOnly || field.type == FieldType::Formula)
            continue;
        if (field.validity.required || m_random.chance(howFull))
            record.set({quint16(i)}, value(field));
    }
    return record;
}

Result<void> RandomChanges::once(WriteTransaction &tx) {
    if (m_made.empty() || m_random.chance(0.4)) {
        const QString entity = m_random.pick(entities);
        const auto made = tx.create(draft(entity, 0.6));
        if (!made)
            return made.error();
        m_fresh.push_back({entity, *made});
        return {};
    }
    const Made row = m_random.pick(m_made);
    switch (m_random.below(6)) {
    case 0:
        return tx.remove(row.entity, row.id);
    case 1:
        return tx.restore(row.entity, row.id);
    default: {
        Record values(row.entity, row.id);
        const Record drawn = draft(row.entity, 0.3);
        const EntityDesc &entity = m_w.entity(row.entity);
        for (const auto &[handle, value] : drawn.values()) {
            const bool clears = !entity.field(handle).validity.required && m_random.chance(0.3);
            values.set(handle, clears ? FieldValue() : value);
        }
        return tx.change(values);
    }
    }
}

void RandomChanges::step() {
    m_w.tick();
    if (!m_sets.empty() && m_random.chance(0.15)) {
        (void)m_w.undo(m_random.pick(m_sets));
        return;
    }
    m_fresh.clear();
    const int count = m_random.between(1, 5) > 3 ? 4 : 1;
    const auto done = m_w.run([&](WriteTransaction &tx) -> Result<void> {
        for (int i = 0; i < count; ++i) {
            if (const auto one = once(tx); !one)
                return one;
        }
        return {};
    });
    if (!done)
        return;
    m_made.insert(m_made.end(), m_fresh.begin(), m_fresh.end());
    if (done->set > 0)
        m_sets.push_back(done->set);
}

} // namespace dw::test
