// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importout.h"

#include <QDir>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Ids of one millisecond that are told apart by a counter.
constexpr qint64 idsPerMs = 4096;
/// The report holds no more of the rejected rows, which the file keeps all.
constexpr qint64 mostRejectBytes = 64 << 20;

} // namespace

Result<void> ImportOut::begin() {
    const QString name = makeUuidV7(m_context.wall).toString(QUuid::WithoutBraces);
    auto writer =
        StagingWriter::create({.path = QDir(m_context.folder).filePath(name + stagingSuffix),
                               .catalog = m_catalog,
                               .now = m_context.wall});
    if (!writer)
        return writer.error();
    m_writer = *std::move(writer);
    return {};
}

RecordId ImportOut::drawId() {
    QUuid id = makeUuidV7({m_context.wall.ms + m_drawn / idsPerMs});
    constexpr ushort version = 0x7000;
    id.data3 = ushort(version | (m_drawn % idsPerMs));
    ++m_drawn;
    return {id};
}

Result<RecordId> ImportOut::make(const Record &draft, const StagedOrigin &origin,
                                 const std::vector<StagedStep> &later) {
    Record row = draft;
    if (draft.id().isNull()) {
        row = Record(draft.entity(), drawId());
        for (const auto &[field, value] : draft.values())
            row.set(field, value);
    }
    if (const auto added = m_writer->addRow(row, origin, later); !added)
        return added.error();
    ++m_report.created[row.entity()];
    const EntityDesc &entity = *m_catalog->entity(row.entity());
    const QString title = row.value(entity.titleField()).as<QString>();
    m_links.add(entity.key, title, row.id());
    if (m_listens && !title.isEmpty())
        m_named.push_back(m_links.titleKey(entity.key, title).low);
    return row.id();
}

Result<void> ImportOut::makeReference(const LinkName &name, RecordId id,
                                      const StagedOrigin &origin) {
    const auto known = m_links.references().find(name.system, name.entity, name.id);
    if (!known)
        return known.error();
    if (*known == id)
        return {};
    const auto made = make(
        CrossReferences::draft(*m_catalog, name.system, name.entity, name.id, id, m_context.wall),
        origin);
    if (!made)
        return made.error();
    m_links.references().add(name.system, name.entity, name.id, id);
    if (m_listens)
        m_named.push_back(m_links.keyOf(name).low);
    return {};
}

Result<void> ImportOut::change(const Record &values, const std::vector<GroupVersion> &seen,
                               const StagedOrigin &origin) {
    ++m_report.updated[values.entity()];
    return m_writer->addChange(values, seen, origin);
}

Result<void> ImportOut::complete(const Record &values, const StagedOrigin &origin) {
    return m_writer->addChange(values, {}, origin);
}

Result<void> ImportOut::reject(const QString &entity, RejectedRow row) {
    ++m_report.rejected;
    ++m_report.refused[entity];
    if (const auto added = m_writer->addRejected(row); !added)
        return added;
    for (const QString &cell : row.cells)
        m_rejectBytes += cell.size() * qint64(sizeof(QChar));
    if (m_report.rejects.size() < mostRejectsShown && m_rejectBytes < mostRejectBytes)
        m_report.rejects.push_back(std::move(row));
    return {};
}

void ImportOut::addSum(const QString &entity, const QString &field, const Money &money) {
    for (ImportSum &sum : m_report.sums) {
        if (sum.money.currency() != money.currency() || sum.field != field || sum.entity != entity)
            continue;
        const auto more = sum.money.plus(money);
        if (more)
            sum.money = *more;
        else
            count({u"import.sum_overflow"_s, {{u"currency"_s, money.currency().code()}}});
        ++sum.rows;
        return;
    }
    m_report.sums.push_back({entity, field, money, 1});
}

} // namespace dw
