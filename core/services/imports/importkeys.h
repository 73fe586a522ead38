// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fieldvalue.h"

#include <memory>
#include <vector>

namespace dw {

/// 128 bits that stand for a text or a row of values while an import runs. The hash has a seed of
/// its own in every process, so that a file cannot be made whose keys fall together.
struct ImportKey {
    quint64 high = 0, low = 0;
    friend bool operator==(const ImportKey &, const ImportKey &) = default;
};

/// Builds keys part by part; reused, as its buffer stays.
class KeyMaker {
public:
    /// Begins another key; `kind` keeps keys of different sorts apart.
    KeyMaker &start(QStringView kind);
    KeyMaker &add(QStringView text);
    /// Folded where `folded` says so; an empty value has a part of its own.
    KeyMaker &add(const FieldValue &value, bool folded);
    KeyMaker &add(RecordId id);
    [[nodiscard]] ImportKey key() const;

private:
    void append(char tag, const void *bytes, size_t size);
    QByteArray m_buffer;
};

/// Rows by key, several under one key: 64 bytes a row.
class KeyIndex {
public:
    struct Entry {
        ImportKey key;
        RecordId id;
        ImportKey values; ///< Of what the row holds in the fields that a file gives.
        quint32 next = 0; ///< Another one under the same key; 0 = none.
        /// Of the file that made or changed the row in this import; 0 = none.
        quint32 line : 31 = 0;
        quint32 hasSurer : 1 = 0; ///< The row can be found by something surer than this key.
        [[nodiscard]] bool isTouched() const { return line != 0; }
        void setLine(qint64 at) { line = quint32(std::min<qint64>(at, 0x7FFFFFFF)) & 0x7FFFFFFF; }
    };

    Entry &add(const ImportKey &key, RecordId id);
    /// The newest under this key; nullptr where there is none.
    [[nodiscard]] Entry *find(const ImportKey &key);
    [[nodiscard]] Entry *next(const Entry &entry);
    [[nodiscard]] size_t size() const { return m_size; }

private:
    static constexpr size_t perChunk = 4096;
    /// `number` counts from 1.
    [[nodiscard]] Entry &at(quint32 number) const {
        return m_chunks[(number - 1) / perChunk][(number - 1) % perChunk];
    }
    [[nodiscard]] size_t slotOf(const ImportKey &key) const;
    void grow();
    std::vector<std::unique_ptr<Entry[]>> m_chunks; ///< What was handed out stays where it is.
    size_t m_size = 0;
    std::vector<quint32> m_slots; ///< Numbers of entries; 0 = free. A power of two of them.
    size_t m_used = 0;
};

} // namespace dw
