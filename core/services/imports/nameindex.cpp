// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/nameindex.h"

#include "core/domain/text.h"

namespace dw {

namespace {

QString squeezed(const QString &name) {
    QString out = fold(name);
    out.removeIf([](QChar c) { return !c.isLetterOrNumber() && !c.isSurrogate(); });
    return out;
}

} // namespace

void NameIndex::add(const QString &name, RecordId id) {
    const QString key = fold(name);
    if (key.isEmpty() || m_exact.contains(key))
        return;
    const Match match{id, name, true};
    m_exact.insert(key, match);
    m_squeezed[squeezed(name)].append(match);
}

std::optional<NameIndex::Match> NameIndex::find(const QString &name) const {
    const auto exact = m_exact.constFind(fold(name));
    if (exact != m_exact.constEnd())
        return *exact;
    const QString key = squeezed(name);
    const QList<Match> close = key.isEmpty() ? QList<Match>() : m_squeezed.value(key);
    if (close.size() != 1)
        return std::nullopt;
    Match match = close.first();
    match.exact = false;
    return match;
}

} // namespace dw
