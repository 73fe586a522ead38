// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/maven/mavendeals.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// The first day that the file gives a deal: of an open one only its engagement, since what it
/// closes on is yet to come.
std::optional<QDate> firstDayOf(const MavenSet::Deal &deal) {
    return deal.engaged || !deal.isClosed() ? deal.engaged : deal.closed;
}

/// A deal is called by whom and what it is about, else by its number in the other system.
QString nameOf(const QString &account, const QString &product, const QString &id) {
    if (!account.isEmpty() && !product.isEmpty())
        return account + u" – "_s + product;
    return (account + product + u' ' + id).trimmed();
}

QString nameOf(const std::optional<NameIndex::Match> &match) {
    return match ? match->name : QString();
}

} // namespace

Instant startOfDay(QDate day, const QTimeZone &zone) {
    return Instant::fromUtc(day.startOfDay(zone));
}

Result<void> MavenDeals::write(const MavenSet::Deal &deal) {
    const qint64 rejectedBefore = m_sink.rejected();
    const auto around = this->around(deal);
    if (!around)
        return around.error();
    // A name that could not be made has rejected the row.
    if (m_sink.rejected() > rejectedBefore)
        return {};
    begin(deal);
    const auto id = m_sink.create(draftOf(deal, *around), deal.place);
    if (!id)
        return id.error();
    if (!*id)
        return {};
    count(deal);
    auto done = around->product ? writeLine(deal, **id, around->product->id) : Result<void>();
    if (done)
        done = writeReference(deal, **id);
    if (done)
        done = writeEnd(deal, **id);
    return done;
}

Result<MavenDeals::Around> MavenDeals::around(const MavenSet::Deal &deal) {
    Around around;
    for (const auto &[entity, name, match] :
         {std::tuple{u"account"_s, deal.account, &around.account},
          std::tuple{u"person"_s, deal.agent, &around.owner},
          std::tuple{u"product"_s, deal.product, &around.product}}) {
        if (name.isEmpty())
            continue;
        const auto found = m_base.find(entity, name, deal.place);
        if (!found)
            return found.error();
        *match = *found;
    }
    return around;
}

/// The deal as it was at first: a closed one was in Engaging, and what an open one may bring is
/// known since the import.
Record MavenDeals::draftOf(const MavenSet::Deal &deal, const Around &around) const {
    using enum MavenSet::Stage;
    Record draft(m_deal.key, {});
    const auto set = [&](QStringView field, FieldValue value) {
        draft.set(m_deal.byName(field), std::move(value));
    };
    set(u"name", nameOf(nameOf(around.account), nameOf(around.product), deal.id));
    if (around.account)
        set(u"account", around.account->id);
    if (around.owner)
        set(u"owner", around.owner->id);
    set(u"pipeline", m_places.pipeline);
    set(u"stage", m_places.stages.at(size_t(deal.stage == Prospecting ? Prospecting : Engaging)));
    if (!deal.engaged)
        set(u"tags", QStringList{m_places.undated.text()});
    if (!firstDayOf(deal))
        expect(deal, draft);
    return draft;
}

/// From here on the deal's first day counts, or the import.
void MavenDeals::begin(const MavenSet::Deal &deal) {
    m_tx.setSource(deal.place.source());
    if (const auto day = firstDayOf(deal))
        m_tx.setTime(startOfDay(*day, m_zone), true);
    else
        m_tx.setTime(m_tx.now(), false);
}

Result<void> MavenDeals::writeLine(const MavenSet::Deal &deal, RecordId id, RecordId product) {
    const EntityDesc &lines = *m_tx.catalog().entity(u"deal_line");
    Record line(lines.key, {});
    line.set(lines.byName(u"deal"), id);
    line.set(lines.byName(u"product"), product);
    line.set(lines.byName(u"quantity"), 1.0);
    line.set(lines.byName(u"position"), 1.0);
    if (const auto price = m_base.price(product))
        line.set(lines.byName(u"price"), *price);
    const auto made = m_sink.create(line, deal.place);
    return made ? Result<void>() : made.error();
}

Result<void> MavenDeals::writeReference(const MavenSet::Deal &deal, RecordId id) {
    if (deal.id.isEmpty())
        return {};
    const EntityDesc &references = *m_tx.catalog().entity(u"cross_reference");
    Record reference(references.key, {});
    reference.set(references.byName(u"system"), u"maven"_s);
    reference.set(references.byName(u"external_id"), deal.id);
    reference.set(references.byName(u"entity"), m_deal.key);
    reference.set(references.byName(u"record"), id.text());
    const auto made = m_sink.create(reference, deal.place);
    return made ? Result<void>() : made.error();
}

/// What came after the first day: the outcome of a closed deal on its day; what an open one may
/// bring, since the import.
Result<void> MavenDeals::writeEnd(const MavenSet::Deal &deal, RecordId id) {
    const auto first = firstDayOf(deal);
    Record values(m_deal.key, id);
    if (deal.isClosed()) {
        // Won on the day it began is still won after it began.
        const Instant begun = startOfDay(*first, m_zone);
        const Instant end = startOfDay(*deal.closed, m_zone);
        m_tx.setTime(qMax(end, Instant{begun.ms + 1}), true);
        values.set(m_deal.byName(u"stage"), m_places.stages.at(size_t(deal.stage)));
        values.set(m_deal.byName(u"closed_on"), *deal.closed);
        if (deal.value)
            values.set(m_deal.byName(u"amount"), *deal.value);
    } else if (first) {
        m_tx.setTime(m_tx.now(), false);
        expect(deal, values);
    }
    if (values.values().empty())
        return {};
    const auto changed = m_sink.change(values, deal.place);
    return changed ? Result<void>() : changed.error();
}

/// Value and closing day of an open deal are expectations.
void MavenDeals::expect(const MavenSet::Deal &deal, Record &values) const {
    if (deal.value)
        values.set(m_deal.byName(u"amount"), *deal.value);
    if (deal.closed)
        values.set(m_deal.byName(u"expected_close"), *deal.closed);
}

void MavenDeals::count(const MavenSet::Deal &deal) {
    const auto first = firstDayOf(deal);
    if (deal.account.isEmpty())
        m_sink.count({u"import.no_account"_s, {}});
    if (!deal.engaged)
        m_sink.count({u"import.undated"_s, {}});
    if (first && startOfDay(deal.isClosed() ? *deal.closed : *first, m_zone) > m_tx.now())
        m_sink.count({u"import.future"_s, {}});
    if (deal.value)
        m_sink.add(u"deal"_s, u"amount"_s, *deal.value);
}

} // namespace dw
