// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema/schema.h"

namespace dw::schema {

namespace {

// Shipped: never changed. Names stand here as they were when this was written, not as the catalogue
// has them. The catalogue finds what is new in a later step.
constexpr char16_t records[] = uR"sql(
CREATE TABLE account (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, kind TEXT, parent BLOB, owner BLOB, sector TEXT,
 territory BLOB, phone TEXT, email TEXT, website TEXT, street TEXT, city TEXT,
 region TEXT, postal_code TEXT, country TEXT, revenue_minor INTEGER,
 revenue_currency TEXT, employees REAL, founded REAL, description TEXT,
 created_at INTEGER);
CREATE INDEX account_by_short_id ON account (short_id);
CREATE INDEX account_by_name ON account (name_key);
CREATE INDEX account_by_parent ON account (parent);
CREATE TABLE account_tags (
 row BLOB NOT NULL, member TEXT NOT NULL, PRIMARY KEY (row, member)) WITHOUT ROWID;
CREATE TABLE contact (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, title TEXT, account BLOB, email TEXT, phone TEXT,
 owner BLOB, description TEXT, created_at INTEGER);
CREATE INDEX contact_by_short_id ON contact (short_id);
CREATE INDEX contact_by_name ON contact (name_key);
CREATE INDEX contact_by_account ON contact (account);
CREATE TABLE contact_tags (
 row BLOB NOT NULL, member TEXT NOT NULL, PRIMARY KEY (row, member)) WITHOUT ROWID;
CREATE TABLE lead (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, company TEXT, title TEXT, email TEXT, phone TEXT,
 status TEXT, owner BLOB, source TEXT, campaign TEXT, arrived_at INTEGER,
 account BLOB, contact BLOB, deal BLOB, raw_payload TEXT, description TEXT,
 created_at INTEGER);
CREATE INDEX lead_by_short_id ON lead (short_id);
CREATE INDEX lead_by_name ON lead (name_key);
CREATE INDEX lead_by_account ON lead (account) WHERE account IS NOT NULL;
CREATE INDEX lead_by_contact ON lead (contact) WHERE contact IS NOT NULL;
CREATE INDEX lead_by_deal ON lead (deal) WHERE deal IS NOT NULL;
CREATE TABLE lead_tags (
 row BLOB NOT NULL, member TEXT NOT NULL, PRIMARY KEY (row, member)) WITHOUT ROWID;
CREATE TABLE tag (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, color TEXT, created_at INTEGER);
CREATE INDEX tag_by_short_id ON tag (short_id);
CREATE TABLE deal (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, account BLOB, owner BLOB, partner BLOB, pipeline BLOB,
 stage BLOB, amount_minor INTEGER, amount_currency TEXT, expected_close INTEGER,
 forecast_call TEXT, closed_on INTEGER, reason TEXT, payment_terms TEXT,
 source TEXT, description TEXT, board_order TEXT, created_at INTEGER,
 stage_since INTEGER);
CREATE INDEX deal_by_short_id ON deal (short_id);
CREATE INDEX deal_by_name ON deal (name_key);
CREATE INDEX deal_by_account ON deal (account);
CREATE INDEX deal_by_partner ON deal (partner) WHERE partner IS NOT NULL;
CREATE TABLE deal_tags (
 row BLOB NOT NULL, member TEXT NOT NULL, PRIMARY KEY (row, member)) WITHOUT ROWID;
CREATE TABLE deal_line (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 deal BLOB, product BLOB, quantity REAL, price_minor INTEGER, price_currency TEXT,
 position REAL, created_at INTEGER);
CREATE INDEX deal_line_by_short_id ON deal_line (short_id);
CREATE INDEX deal_line_by_deal ON deal_line (deal);
CREATE TABLE product (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, code TEXT, series TEXT, price_minor INTEGER,
 price_currency TEXT, active INTEGER, description TEXT, created_at INTEGER);
CREATE INDEX product_by_short_id ON product (short_id);
CREATE TABLE pipeline (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, position REAL, active INTEGER, created_at INTEGER);
CREATE INDEX pipeline_by_short_id ON pipeline (short_id);
CREATE TABLE stage (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 pipeline BLOB, name TEXT, name_key BLOB, position REAL, win_probability REAL,
 outcome TEXT, created_at INTEGER);
CREATE INDEX stage_by_short_id ON stage (short_id);
CREATE TABLE deal_contact (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 deal BLOB, contact BLOB, role TEXT, created_at INTEGER);
CREATE INDEX deal_contact_by_short_id ON deal_contact (short_id);
CREATE INDEX deal_contact_by_deal ON deal_contact (deal);
CREATE INDEX deal_contact_by_contact ON deal_contact (contact);
CREATE TABLE deal_competitor (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 deal BLOB, competitor BLOB, seen_on INTEGER, strength TEXT, created_at INTEGER);
CREATE INDEX deal_competitor_by_short_id ON deal_competitor (short_id);
CREATE INDEX deal_competitor_by_deal ON deal_competitor (deal);
CREATE INDEX deal_competitor_by_competitor ON deal_competitor (competitor);
CREATE TABLE person (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, active INTEGER, title TEXT, team BLOB, manager BLOB,
 email TEXT, phone TEXT, login TEXT, created_at INTEGER);
CREATE INDEX person_by_short_id ON person (short_id);
CREATE TABLE team (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, parent BLOB, manager BLOB, territory BLOB,
 created_at INTEGER);
CREATE INDEX team_by_short_id ON team (short_id);
CREATE TABLE territory (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, parent BLOB, owner BLOB, created_at INTEGER);
CREATE INDEX territory_by_short_id ON territory (short_id);
CREATE TABLE touchpoint (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 kind TEXT, happened_at INTEGER, summary TEXT, body TEXT, person BLOB, deal BLOB,
 account BLOB, contact BLOB, lead BLOB, channel TEXT, minutes REAL,
 created_at INTEGER);
CREATE INDEX touchpoint_by_short_id ON touchpoint (short_id);
CREATE INDEX touchpoint_by_deal ON touchpoint (deal) WHERE deal IS NOT NULL;
CREATE INDEX touchpoint_by_account ON touchpoint (account) WHERE account IS NOT NULL;
CREATE INDEX touchpoint_by_contact ON touchpoint (contact) WHERE contact IS NOT NULL;
CREATE INDEX touchpoint_by_lead ON touchpoint (lead) WHERE lead IS NOT NULL;
CREATE TABLE task (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 title TEXT, title_key BLOB, kind TEXT, due_on INTEGER, due_at INTEGER,
 done INTEGER, done_at INTEGER, owner BLOB, deal BLOB, account BLOB, contact BLOB,
 lead BLOB, description TEXT, created_at INTEGER);
CREATE INDEX task_by_short_id ON task (short_id);
CREATE INDEX task_by_deal ON task (deal) WHERE deal IS NOT NULL;
CREATE INDEX task_by_account ON task (account) WHERE account IS NOT NULL;
CREATE INDEX task_by_contact ON task (contact) WHERE contact IS NOT NULL;
CREATE INDEX task_by_lead ON task (lead) WHERE lead IS NOT NULL;
CREATE TABLE note (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 title TEXT, body TEXT, author BLOB, deal BLOB, account BLOB, contact BLOB,
 lead BLOB, created_at INTEGER);
CREATE INDEX note_by_short_id ON note (short_id);
CREATE INDEX note_by_deal ON note (deal) WHERE deal IS NOT NULL;
CREATE INDEX note_by_account ON note (account) WHERE account IS NOT NULL;
CREATE INDEX note_by_contact ON note (contact) WHERE contact IS NOT NULL;
CREATE INDEX note_by_lead ON note (lead) WHERE lead IS NOT NULL;
CREATE TABLE attachment (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, hash TEXT, size REAL, media_type TEXT, deal BLOB, account BLOB,
 contact BLOB, lead BLOB, created_at INTEGER);
CREATE INDEX attachment_by_short_id ON attachment (short_id);
CREATE INDEX attachment_by_deal ON attachment (deal) WHERE deal IS NOT NULL;
CREATE INDEX attachment_by_account ON attachment (account) WHERE account IS NOT NULL;
CREATE INDEX attachment_by_contact ON attachment (contact) WHERE contact IS NOT NULL;
CREATE INDEX attachment_by_lead ON attachment (lead) WHERE lead IS NOT NULL;
CREATE TABLE setting (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 key TEXT, scope TEXT, person BLOB, value TEXT);
CREATE INDEX setting_by_short_id ON setting (short_id);
CREATE INDEX setting_by_key ON setting (key);
CREATE TABLE custom_field (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 entity TEXT, name TEXT, key TEXT, type TEXT, label_en TEXT, label_zh TEXT,
 definition TEXT, hidden INTEGER);
CREATE INDEX custom_field_by_short_id ON custom_field (short_id);
CREATE TABLE cross_reference (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 system TEXT, external_id TEXT, entity TEXT, record TEXT, created_at INTEGER);
CREATE INDEX cross_reference_by_short_id ON cross_reference (short_id);
CREATE INDEX cross_reference_by_external_id ON cross_reference (external_id);
CREATE INDEX cross_reference_by_record ON cross_reference (record);
)sql";

constexpr char16_t log[] = uR"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE short_counter (letter TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE change_set (
 seq INTEGER PRIMARY KEY, id BLOB NOT NULL, kind INTEGER NOT NULL, device BLOB NOT NULL, actor BLOB,
 label BLOB NOT NULL, source TEXT NOT NULL, reason BLOB NOT NULL, at INTEGER NOT NULL,
 recorded INTEGER NOT NULL, undo_of INTEGER NOT NULL DEFAULT 0, count INTEGER NOT NULL,
 salt BLOB NOT NULL, leaf BLOB NOT NULL, digest BLOB NOT NULL, previous BLOB NOT NULL,
 head BLOB NOT NULL);
CREATE INDEX change_set_by_author ON change_set (device, actor, seq);
CREATE INDEX change_set_by_undone ON change_set (undo_of) WHERE undo_of <> 0;
CREATE TABLE change_record (
 seq INTEGER PRIMARY KEY, id BLOB NOT NULL, set_seq INTEGER NOT NULL, entity TEXT NOT NULL,
 row BLOB NOT NULL, created INTEGER NOT NULL, source TEXT NOT NULL, at INTEGER NOT NULL,
 recorded INTEGER NOT NULL, trusted INTEGER NOT NULL, groups BLOB NOT NULL, salt BLOB NOT NULL,
 leaf BLOB NOT NULL);
CREATE INDEX change_record_by_row ON change_record (row, seq);
CREATE INDEX change_record_by_set ON change_record (set_seq, seq);
)sql";

} // namespace

/// Records as the first catalogue describes them, and the change log.
template <> QString step<1>() { return QString::fromUtf16(records) + QString::fromUtf16(log); }

} // namespace dw::schema
