// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importplan.h"
#include "core/services/works.h"

namespace dw {

/// The inbox of leads: whatever way one comes, its payload is kept as it was, and the same payload
/// again is the same lead that has come once more.

/// System under which the fingerprint of a payload is kept in `cross_reference`.
inline const QString payloadSystem = QStringLiteral("payload");

/// What a lead came as.
struct Payload {
    QString text;        ///< "Name: Ann Lee", one line a cell that is not blank.
    QString fingerprint; ///< 64 hexadecimal digits; equal for texts that differ in case, width,
                         ///< blanks and the order of their lines alone.
};
[[nodiscard]] Payload payloadOf(const QStringList &lines);

/// The payloads of the rows of a file: all cells but the time of arrival, which differs each time,
/// and what a file of rejects adds.
class LeadPayload {
public:
    LeadPayload(const EntityDesc &lead, const ImportPlan &plan, const QStringList &header);
    [[nodiscard]] Payload of(const QStringList &cells) const;

private:
    QStringList m_header;
    std::vector<bool> m_counts; ///< By column.
};

/// Fills what a lead has from its arrival: `raw_payload`, `arrived_at`, `source`, `status`, where
/// it says nothing itself.
void completeLead(const EntityDesc &lead, const Payload &payload, const QString &from,
                  Instant arrived, Record &values);
/// The touchpoint of an arrival: a web form, a fair or another way, by what the source says.
[[nodiscard]] Record arrivalOf(const Catalog &catalog, const Record &lead, RecordId id,
                               const Payload &payload, Instant arrived);

/// A lead as text: lines "Name: Ann Lee" (also with a full-width colon); other lines go to its
/// description. True where a text looks so rather than like a table.
[[nodiscard]] bool looksLikeOneLead(const QString &text);

/// One pasted lead as a unit of work: makes it, or adds a touchpoint to the one that came before.
/// Notes "lead.came" or "lead.came_again" {title, id}.
/// Fails: "lead.no_name" (neither name, company, e-mail nor phone), "valid.*", as the door.
[[nodiscard]] Work intakeWork(const QString &text, const Origin &origin);

} // namespace dw
