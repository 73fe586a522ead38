// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/countednotes.h"

#include <QStringList>

namespace dw {
using namespace Qt::StringLiterals;

void CountedNotes::add(const Message &note) {
    QStringList parts{note.id};
    for (auto it = note.args.begin(); it != note.args.end(); ++it)
        parts << it.key() << it.value();
    const QString key = parts.join(QChar(0x1F));
    const auto known = m_places.constFind(key);
    if (known != m_places.constEnd()) {
        ++m_notes[*known].second;
        return;
    }
    m_places.insert(key, m_notes.size());
    m_notes.emplace_back(note, 1);
}

void CountedNotes::moveTo(std::vector<Message> &notes) {
    for (auto &[note, count] : m_notes) {
        note.args.insert(u"count"_s, QString::number(count));
        notes.push_back(std::move(note));
    }
    m_notes.clear();
    m_places.clear();
}

} // namespace dw
