// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/crossreferences.h"

#include <QHash>
#include <unordered_map>

namespace dw {

/// What a cell that points at another row names.
struct LinkName {
    QString entity; ///< Key of what it points at.
    QString text;   ///< Name, short id or UUID; empty where only the id is known.
    QString id;     ///< In the other system.
    QString system; ///< That one.
    [[nodiscard]] const QString &shown() const { return text.isEmpty() ? id : text; }
};

/// Finds the rows that the cells of an import point at, without asking the database for each cell:
/// the titles of an entity are read once, as keys, when the first cell asks for them, and rows made
/// meanwhile are added. Memory: 64 bytes a row of the entities that are pointed at.
class ImportLinks {
public:
    ImportLinks(Reader &reader, CatalogPtr catalog)
        : m_reader(reader),
          m_catalog(std::move(catalog)),
          m_references(reader) {}

    /// Reads the titles of an entity that cells will point at; before any row of it is made.
    Result<void> expect(const QString &entity);
    /// The one row that is meant: by its id in the other system, UUID, short id, or title but for
    /// case and width; null where there is none. Fails: "link.ambiguous" {field, value, count,
    /// ids}, "store.*".
    Result<RecordId> find(const QString &field, const LinkName &name);
    /// A row that this import makes.
    void add(const QString &entity, const QString &title, RecordId id);

    /// What a row must bear to be what the name means: rows that wait are woken by it.
    [[nodiscard]] ImportKey keyOf(const LinkName &name);
    [[nodiscard]] ImportKey titleKey(const QString &entity, const QString &title);
    [[nodiscard]] CrossReferences &references() { return m_references; }

private:
    [[nodiscard]] Result<RecordId> byId(const EntityDesc &entity, const QString &text);
    [[nodiscard]] Result<RecordId> byTitle(const QString &field, const LinkName &name);
    Reader &m_reader;
    CatalogPtr m_catalog;
    CrossReferences m_references;
    KeyMaker m_maker;
    std::unordered_map<QString, KeyIndex> m_titles;
};

} // namespace dw
