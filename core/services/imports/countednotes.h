// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <QHash>
#include <vector>

namespace dw {

/// Notes that say the same of many rows, each once with how many.
class CountedNotes {
public:
    void add(const Message &note);
    /// Appends the notes with their {count}, in the order of their first appearance, and forgets
    /// them.
    void moveTo(std::vector<Message> &notes);

private:
    std::vector<std::pair<Message, qint64>> m_notes;
    QHash<QString, size_t> m_places;
};

} // namespace dw
