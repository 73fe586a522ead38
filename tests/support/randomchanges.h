// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/random.h"
#include "tests/support/testworkspace.h"

namespace dw::test {

/// Units as people make them, one after the other and by chance: rows with names, links, texts and
/// numbers of several entities are made, changed, binned, brought back, and sets undone.
class RandomChanges {
public:
    RandomChanges(TestWorkspace &w, Random &random);
    /// One unit. What the rules refuse (an undo that others stand on) is as good as any other.
    void step();

private:
    struct Made {
        QString entity;
        RecordId id;
    };
    [[nodiscard]] FieldValue value(const FieldDesc &field);
    [[nodiscard]] RecordId anyOf(const QString &entity);
    [[nodiscard]] Record draft(const QString &entity, double howFull);
    Result<void> once(WriteTransaction &tx);

    TestWorkspace &m_w;
    Random &m_random;
    std::vector<Made> m_made;
    std::vector<Made> m_fresh; ///< Of the running unit.
    std::vector<qint64> m_sets;
};

} // namespace dw::test
