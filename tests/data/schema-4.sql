-- SPDX-FileCopyrightText: Dealwright contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- A workspace's database as schema 4 has it, with custom fields and rows of its time. Frozen: tests migrate it.
PRAGMA application_id=1146571569;
PRAGMA user_version=4;
BEGIN TRANSACTION;
CREATE TABLE account (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, kind TEXT, parent BLOB, owner BLOB, sector TEXT,
 territory BLOB, phone TEXT, email TEXT, website TEXT, street TEXT, city TEXT,
 region TEXT, postal_code TEXT, country TEXT, revenue_minor INTEGER,
 revenue_currency TEXT, employees REAL, founded REAL, description TEXT,
 created_at INTEGER, c_y7k0004 TEXT);
INSERT INTO "account" VALUES(X'0195819C000170008000000000000005','A-770001',0,NULL,'苏州新创科技',X'01','customer',NULL,X'0195819C000170008000000000000001',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1234500,'CNY',120.0,NULL,NULL,1740355200000,'老客户');
INSERT INTO "account" VALUES(X'0195819C000170008000000000000006','A-770002',1,NULL,'O''Neill & Sons',X'01',NULL,X'0195819C000170008000000000000005',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'two
lines',1740355200000,NULL);
CREATE TABLE account_by_name (
 name_key BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (name_key, id)) WITHOUT ROWID;
INSERT INTO "account_by_name" VALUES(X'01',X'0195819C000170008000000000000005');
INSERT INTO "account_by_name" VALUES(X'01',X'0195819C000170008000000000000006');
CREATE TABLE account_by_parent (
 parent BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (parent, id)) WITHOUT ROWID;
INSERT INTO "account_by_parent" VALUES(X'0195819C000170008000000000000005',X'0195819C000170008000000000000006');
CREATE TABLE account_tags (
 row BLOB NOT NULL, member TEXT NOT NULL, PRIMARY KEY (row, member)) WITHOUT ROWID;
CREATE TABLE attachment (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, hash TEXT, size REAL, media_type TEXT, deal BLOB, account BLOB,
 contact BLOB, lead BLOB, created_at INTEGER);
CREATE TABLE attachment_by_account (
 account BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (account, id)) WITHOUT ROWID;
CREATE TABLE attachment_by_contact (
 contact BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (contact, id)) WITHOUT ROWID;
CREATE TABLE attachment_by_deal (
 deal BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (deal, id)) WITHOUT ROWID;
CREATE TABLE attachment_by_lead (
 lead BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (lead, id)) WITHOUT ROWID;
CREATE TABLE change_record (
 seq INTEGER PRIMARY KEY, id BLOB NOT NULL, set_seq INTEGER NOT NULL, entity TEXT NOT NULL,
 row BLOB NOT NULL, created INTEGER NOT NULL, source TEXT NOT NULL, at INTEGER NOT NULL,
 recorded INTEGER NOT NULL, trusted INTEGER NOT NULL, groups BLOB NOT NULL, salt BLOB NOT NULL,
 leaf BLOB NOT NULL);
INSERT INTO "change_record" VALUES(1,X'0195819C000170008000000000000031',1,'deal',X'0195819C000170008000000000000007',1,'sales.csv, line 2',1740355200000,114052095345360896,0,X'A0',X'33333333333333333333333333333333',X'4444444444444444444444444444444444444444444444444444444444444444');
CREATE TABLE change_set (
 seq INTEGER PRIMARY KEY, id BLOB NOT NULL, kind INTEGER NOT NULL, device BLOB NOT NULL, actor BLOB,
 label BLOB NOT NULL, source TEXT NOT NULL, reason BLOB NOT NULL, at INTEGER NOT NULL,
 recorded INTEGER NOT NULL, undo_of INTEGER NOT NULL DEFAULT 0, count INTEGER NOT NULL,
 salt BLOB NOT NULL, leaf BLOB NOT NULL, digest BLOB NOT NULL, previous BLOB NOT NULL,
 head BLOB NOT NULL);
INSERT INTO "change_set" VALUES(1,X'0195819C000170008000000000000030',0,X'0195819C0000700080000000000000E7',X'0195819C000170008000000000000001',X'826A7365742E637265617465A0','',X'8260A0',1740355200000,114052095345360896,0,1,X'55555555555555555555555555555555',X'6666666666666666666666666666666666666666666666666666666666666666',X'1111111111111111111111111111111111111111111111111111111111111111',X'',X'2222222222222222222222222222222222222222222222222222222222222222');
CREATE TABLE contact (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, title TEXT, account BLOB, email TEXT, phone TEXT,
 owner BLOB, description TEXT, created_at INTEGER);
CREATE TABLE contact_by_account (
 account BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (account, id)) WITHOUT ROWID;
CREATE TABLE contact_by_name (
 name_key BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (name_key, id)) WITHOUT ROWID;
CREATE TABLE contact_tags (
 row BLOB NOT NULL, member TEXT NOT NULL, PRIMARY KEY (row, member)) WITHOUT ROWID;
CREATE TABLE cross_reference (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 system TEXT, external_id TEXT, entity TEXT, record TEXT, created_at INTEGER);
CREATE TABLE cross_reference_by_external_id (
 external_id TEXT NOT NULL, id BLOB NOT NULL, PRIMARY KEY (external_id, id)) WITHOUT ROWID;
CREATE TABLE cross_reference_by_record (
 record TEXT NOT NULL, id BLOB NOT NULL, PRIMARY KEY (record, id)) WITHOUT ROWID;
CREATE TABLE custom_field (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 entity TEXT, name TEXT, key TEXT, type TEXT, label_en TEXT, label_zh TEXT,
 definition TEXT, hidden INTEGER);
INSERT INTO "custom_field" VALUES(X'0195819C000170008000000000000021','Y-770001',0,NULL,'deal','c_y7k0001','visits','number','Visits','拜访次数','{"unit":"times"}',0);
INSERT INTO "custom_field" VALUES(X'0195819C000170008000000000000022','Y-770002',0,NULL,'deal','c_y7k0002','deposit','money','Deposit','押金','{}',0);
INSERT INTO "custom_field" VALUES(X'0195819C000170008000000000000023','Y-770003',0,NULL,'deal','c_y7k0003','regions','set','Regions','区域','{"choices":[{"en":"East","key":"east","zh":"华东"},{"en":"West","key":"west","zh":"华西"}],"policy":"include_exclude"}',0);
INSERT INTO "custom_field" VALUES(X'0195819C000170008000000000000024','Y-770004',0,NULL,'account','c_y7k0004','remark','text','Remark','备注','{}',0);
CREATE TABLE deal (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, account BLOB, owner BLOB, partner BLOB, pipeline BLOB,
 stage BLOB, amount_minor INTEGER, amount_currency TEXT, expected_close INTEGER,
 forecast_call TEXT, closed_on INTEGER, reason TEXT, payment_terms TEXT,
 source TEXT, description TEXT, board_order TEXT, created_at INTEGER,
 stage_since INTEGER, c_y7k0001 REAL, c_y7k0002_minor INTEGER, c_y7k0002_currency TEXT);
INSERT INTO "deal" VALUES(X'0195819C000170008000000000000007','D-770001',0,NULL,'GTX 产线改造',X'01',X'0195819C000170008000000000000005',X'0195819C000170008000000000000001',NULL,X'0195819C000170008000000000000002',X'0195819C000170008000000000000003',9223372036854775807,'CNY',20179,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1740355200000,1740355200000,3.5,250000,'JPY');
INSERT INTO "deal" VALUES(X'0195819C000170008000000000000008','D-770002',0,NULL,'undated',X'01',NULL,NULL,NULL,X'0195819C000170008000000000000002',X'0195819C000170008000000000000003',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1740355200000,NULL,NULL,NULL,NULL);
INSERT INTO "deal" VALUES(X'0195819C000170008000000000000009','D-770003',1,NULL,NULL,NULL,NULL,NULL,NULL,X'0195819C000170008000000000000002',X'0195819C000170008000000000000004',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE deal_by_account (
 account BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (account, id)) WITHOUT ROWID;
INSERT INTO "deal_by_account" VALUES(X'0195819C000170008000000000000005',X'0195819C000170008000000000000007');
CREATE TABLE deal_by_name (
 name_key BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (name_key, id)) WITHOUT ROWID;
INSERT INTO "deal_by_name" VALUES(X'01',X'0195819C000170008000000000000007');
INSERT INTO "deal_by_name" VALUES(X'01',X'0195819C000170008000000000000008');
CREATE TABLE deal_by_partner (
 partner BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (partner, id)) WITHOUT ROWID;
CREATE TABLE deal_c_y7k0003 (row BLOB NOT NULL, member TEXT NOT NULL, PRIMARY KEY (row, member)) WITHOUT ROWID;
INSERT INTO "deal_c_y7k0003" VALUES(X'0195819C000170008000000000000007','east');
INSERT INTO "deal_c_y7k0003" VALUES(X'0195819C000170008000000000000007','west');
CREATE TABLE deal_competitor (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 deal BLOB, competitor BLOB, seen_on INTEGER, strength TEXT, created_at INTEGER);
CREATE TABLE deal_competitor_by_competitor (
 competitor BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (competitor, id)) WITHOUT ROWID;
CREATE TABLE deal_competitor_by_deal (
 deal BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (deal, id)) WITHOUT ROWID;
CREATE TABLE deal_contact (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 deal BLOB, contact BLOB, role TEXT, created_at INTEGER);
CREATE TABLE deal_contact_by_contact (
 contact BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (contact, id)) WITHOUT ROWID;
CREATE TABLE deal_contact_by_deal (
 deal BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (deal, id)) WITHOUT ROWID;
CREATE TABLE deal_line (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 deal BLOB, product BLOB, quantity REAL, price_minor INTEGER, price_currency TEXT,
 position REAL, created_at INTEGER);
CREATE TABLE deal_line_by_deal (
 deal BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (deal, id)) WITHOUT ROWID;
CREATE TABLE deal_tags (
 row BLOB NOT NULL, member TEXT NOT NULL, PRIMARY KEY (row, member)) WITHOUT ROWID;
INSERT INTO "deal_tags" VALUES(X'0195819C000170008000000000000007','0195819c-0001-7000-8000-00000000000a');
CREATE TABLE job (
 number INTEGER PRIMARY KEY, id BLOB NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,
 phase TEXT NOT NULL, cursor INTEGER NOT NULL, part INTEGER NOT NULL, done INTEGER NOT NULL,
 total INTEGER NOT NULL, set_seq INTEGER NOT NULL, undo_seq INTEGER NOT NULL,
 of_set INTEGER NOT NULL, file TEXT NOT NULL, label BLOB NOT NULL, actor BLOB,
 request TEXT NOT NULL, report TEXT NOT NULL, rejected INTEGER NOT NULL, notes BLOB NOT NULL,
 problem BLOB NOT NULL, started INTEGER NOT NULL, ended INTEGER, bound INTEGER NOT NULL);
CREATE TABLE lead (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, company TEXT, title TEXT, email TEXT, phone TEXT,
 status TEXT, owner BLOB, source TEXT, campaign TEXT, arrived_at INTEGER,
 account BLOB, contact BLOB, deal BLOB, raw_payload TEXT, description TEXT,
 created_at INTEGER);
CREATE TABLE lead_by_account (
 account BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (account, id)) WITHOUT ROWID;
CREATE TABLE lead_by_contact (
 contact BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (contact, id)) WITHOUT ROWID;
CREATE TABLE lead_by_deal (
 deal BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (deal, id)) WITHOUT ROWID;
CREATE TABLE lead_by_name (
 name_key BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (name_key, id)) WITHOUT ROWID;
CREATE TABLE lead_tags (
 row BLOB NOT NULL, member TEXT NOT NULL, PRIMARY KEY (row, member)) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
INSERT INTO "meta" VALUES('clock','114052095345360896');
INSERT INTO "meta" VALUES('collation','none');
INSERT INTO "meta" VALUES('device','0195819c-0000-7000-8000-0000000000e7');
INSERT INTO "meta" VALUES('device_code','77');
INSERT INTO "meta" VALUES('workspace','0195819c-0000-7000-8000-000000000001');
INSERT INTO "meta" VALUES('zone','Asia/Shanghai');
CREATE TABLE note (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 title TEXT, body TEXT, author BLOB, deal BLOB, account BLOB, contact BLOB,
 lead BLOB, created_at INTEGER);
CREATE TABLE note_by_account (
 account BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (account, id)) WITHOUT ROWID;
CREATE TABLE note_by_contact (
 contact BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (contact, id)) WITHOUT ROWID;
CREATE TABLE note_by_deal (
 deal BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (deal, id)) WITHOUT ROWID;
CREATE TABLE note_by_lead (
 lead BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (lead, id)) WITHOUT ROWID;
CREATE TABLE person (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, active INTEGER, title TEXT, team BLOB, manager BLOB,
 email TEXT, phone TEXT, login TEXT, created_at INTEGER);
INSERT INTO "person" VALUES(X'0195819C000170008000000000000001','H-770001',0,NULL,'曾伟',X'01',1,NULL,NULL,NULL,'zeng.wei@example.com',NULL,'zwei',1740355200000);
CREATE TABLE pipeline (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, position REAL, active INTEGER, created_at INTEGER);
INSERT INTO "pipeline" VALUES(X'0195819C000170008000000000000002','W-770001',0,NULL,'Sales',X'01',1.0,1,1740355200000);
CREATE TABLE product (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, code TEXT, series TEXT, price_minor INTEGER,
 price_currency TEXT, active INTEGER, description TEXT, created_at INTEGER);
CREATE TABLE rejected_row (
 seq INTEGER PRIMARY KEY, set_seq INTEGER NOT NULL, file TEXT NOT NULL, line INTEGER NOT NULL,
 cells TEXT NOT NULL, reasons TEXT NOT NULL);
CREATE TABLE setting (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 key TEXT, scope TEXT, person BLOB, value TEXT);
CREATE TABLE short_counter (letter TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO "short_counter" VALUES('A',2);
INSERT INTO "short_counter" VALUES('D',3);
INSERT INTO "short_counter" VALUES('G',1);
INSERT INTO "short_counter" VALUES('H',1);
INSERT INTO "short_counter" VALUES('S',2);
INSERT INTO "short_counter" VALUES('W',1);
INSERT INTO "short_counter" VALUES('Y',4);
CREATE TABLE stage (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 pipeline BLOB, name TEXT, name_key BLOB, position REAL, win_probability REAL,
 outcome TEXT, created_at INTEGER);
INSERT INTO "stage" VALUES(X'0195819C000170008000000000000003','S-770001',0,NULL,X'0195819C000170008000000000000002','Engaging',X'01',1.0,10.0,'open',1740355200000);
INSERT INTO "stage" VALUES(X'0195819C000170008000000000000004','S-770002',0,NULL,X'0195819C000170008000000000000002','Won',X'01',2.0,100.0,'won',1740355200000);
CREATE TABLE tag (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, color TEXT, created_at INTEGER);
INSERT INTO "tag" VALUES(X'0195819C00017000800000000000000A','G-770001',0,NULL,'重点',X'01',NULL,NULL);
CREATE TABLE task (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 title TEXT, title_key BLOB, kind TEXT, due_on INTEGER, due_at INTEGER,
 done INTEGER, done_at INTEGER, owner BLOB, deal BLOB, account BLOB, contact BLOB,
 lead BLOB, description TEXT, created_at INTEGER);
CREATE TABLE task_by_account (
 account BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (account, id)) WITHOUT ROWID;
CREATE TABLE task_by_contact (
 contact BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (contact, id)) WITHOUT ROWID;
CREATE TABLE task_by_deal (
 deal BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (deal, id)) WITHOUT ROWID;
CREATE TABLE task_by_lead (
 lead BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (lead, id)) WITHOUT ROWID;
CREATE TABLE team (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, parent BLOB, manager BLOB, territory BLOB,
 created_at INTEGER);
CREATE TABLE territory (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 name TEXT, name_key BLOB, parent BLOB, owner BLOB, created_at INTEGER);
CREATE TABLE touchpoint (
 id BLOB NOT NULL PRIMARY KEY, short_id TEXT NOT NULL,
 deleted INTEGER NOT NULL DEFAULT 0, merged_into BLOB,
 kind TEXT, happened_at INTEGER, summary TEXT, body TEXT, person BLOB, deal BLOB,
 account BLOB, contact BLOB, lead BLOB, channel TEXT, minutes REAL,
 created_at INTEGER);
CREATE TABLE touchpoint_by_account (
 account BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (account, id)) WITHOUT ROWID;
CREATE TABLE touchpoint_by_contact (
 contact BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (contact, id)) WITHOUT ROWID;
CREATE TABLE touchpoint_by_deal (
 deal BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (deal, id)) WITHOUT ROWID;
CREATE TABLE touchpoint_by_lead (
 lead BLOB NOT NULL, id BLOB NOT NULL, PRIMARY KEY (lead, id)) WITHOUT ROWID;
CREATE INDEX account_by_short_id ON account (short_id);
CREATE INDEX contact_by_short_id ON contact (short_id);
CREATE INDEX lead_by_short_id ON lead (short_id);
CREATE INDEX tag_by_short_id ON tag (short_id);
CREATE INDEX deal_by_short_id ON deal (short_id);
CREATE INDEX deal_line_by_short_id ON deal_line (short_id);
CREATE INDEX product_by_short_id ON product (short_id);
CREATE INDEX pipeline_by_short_id ON pipeline (short_id);
CREATE INDEX stage_by_short_id ON stage (short_id);
CREATE INDEX deal_contact_by_short_id ON deal_contact (short_id);
CREATE INDEX deal_competitor_by_short_id ON deal_competitor (short_id);
CREATE INDEX person_by_short_id ON person (short_id);
CREATE INDEX team_by_short_id ON team (short_id);
CREATE INDEX territory_by_short_id ON territory (short_id);
CREATE INDEX touchpoint_by_short_id ON touchpoint (short_id);
CREATE INDEX task_by_short_id ON task (short_id);
CREATE INDEX note_by_short_id ON note (short_id);
CREATE INDEX attachment_by_short_id ON attachment (short_id);
CREATE INDEX setting_by_short_id ON setting (short_id);
CREATE INDEX setting_by_key ON setting (key);
CREATE INDEX custom_field_by_short_id ON custom_field (short_id);
CREATE INDEX cross_reference_by_short_id ON cross_reference (short_id);
CREATE INDEX change_set_by_author ON change_set (device, actor, seq);
CREATE INDEX change_set_by_undone ON change_set (undo_of) WHERE undo_of <> 0;
CREATE INDEX change_record_by_row ON change_record (row, seq);
CREATE INDEX change_record_by_set ON change_record (set_seq, seq);
CREATE INDEX rejected_row_by_set ON rejected_row (set_seq);
CREATE INDEX change_set_by_recorded ON change_set (device, recorded);
CREATE VIRTUAL TABLE search USING fts5(
 grams, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '_'");
INSERT INTO search(search, rank) VALUES('automerge', 0);
INSERT INTO search(search, rank) VALUES('crisismerge', 64);
CREATE TABLE search_row (docid INTEGER PRIMARY KEY, id BLOB NOT NULL);
CREATE INDEX search_row_by_id ON search_row (id);
CREATE TABLE search_stale (docid INTEGER PRIMARY KEY, grams BLOB NOT NULL);
COMMIT;
