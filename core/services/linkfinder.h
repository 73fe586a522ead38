// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reader.h"

#include <QHash>

namespace dw {

/// Finds the rows that the cells of an import point at, without asking the database for each cell:
/// the titles of an entity are read once, when the first cell asks for them, and rows made
/// meanwhile are added.
class LinkFinder {
public:
    LinkFinder(Reader &reader, ReadTime time) : m_reader(reader), m_time(std::move(time)) {}

    /// Rows of `entity` that are not deleted behind a UUID, a short id (any case) or a folded
    /// title; empty where there is none. Fails: "store.*" only.
    Result<std::vector<RecordId>> candidates(const QString &entity, const QString &text);
    /// The one row behind the text. Fails: "link.unknown" {field, value}, "link.ambiguous" {field,
    /// value, count, ids}, "store.*".
    Result<RecordId> find(const QString &field, const QString &entity, const QString &text);
    /// A row made since.
    void add(const QString &entity, const QString &title, RecordId id);

private:
    using Titles = QHash<QString, std::vector<RecordId>>;
    Result<bool> stands(const QString &entity, RecordId id);
    Result<const Titles *> titlesOf(const QString &entity);
    Reader &m_reader;
    ReadTime m_time;
    QHash<QString, Titles> m_titles;
};

} // namespace dw
