// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importkeys.h"

#include "core/domain/text.h"

#include <QHashFunctions>
#include <QRandomGenerator>

namespace dw {

namespace {

struct Seeds {
    size_t high = size_t(QRandomGenerator::system()->generate64());
    size_t low = size_t(QRandomGenerator::system()->generate64());
};

const Seeds &seeds() {
    static const Seeds drawn;
    return drawn;
}

bool isAscii(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

/// fold() without ICU where the text is plain: what most cells are.
QString quickFold(const QString &text) {
    return isAscii(text) ? text.simplified().toLower() : fold(text);
}

} // namespace

void KeyMaker::append(char tag, const void *bytes, size_t size) {
    const quint32 length = quint32(size);
    m_buffer.append(tag);
    m_buffer.append(reinterpret_cast<const char *>(&length), sizeof length);
    m_buffer.append(static_cast<const char *>(bytes), qsizetype(size));
}

KeyMaker &KeyMaker::start(QStringView kind) {
    m_buffer.resize(0);
    return add(kind);
}

KeyMaker &KeyMaker::add(QStringView text) {
    append('t', text.utf16(), size_t(text.size()) * sizeof(char16_t));
    return *this;
}

KeyMaker &KeyMaker::add(RecordId id) {
    append('r', &id.value, sizeof id.value);
    return *this;
}

KeyMaker &KeyMaker::add(const FieldValue &value, bool folded) {
    const auto put = [this](char tag, const auto &plain) { append(tag, &plain, sizeof plain); };
    std::visit(
        [&](const auto &held) {
            using T = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<T, std::monostate>)
                append('e', nullptr, 0);
            else if constexpr (std::is_same_v<T, QString>)
                add(folded ? QStringView(quickFold(held)) : QStringView(held));
            else if constexpr (std::is_same_v<T, QStringList>)
                add(QStringView(held.join(QChar(u'\n'))));
            else if constexpr (std::is_same_v<T, RecordId>)
                add(held);
            else if constexpr (std::is_same_v<T, QDate>)
                put('d', qint64(held.toJulianDay()));
            else if constexpr (std::is_same_v<T, Instant>)
                put('i', held.ms);
            else if constexpr (std::is_same_v<T, Money>) {
                put('m', held.minor());
                add(QStringView(held.currency().code()));
            } else if constexpr (std::is_same_v<T, bool>)
                put('b', quint8(held));
            else if constexpr (std::is_same_v<T, double>)
                put('f', held);
            else
                put('n', held);
        },
        value.storage());
    return *this;
}

ImportKey KeyMaker::key() const {
    const auto size = size_t(m_buffer.size());
    return {quint64(qHashBits(m_buffer.constData(), size, seeds().high)),
            quint64(qHashBits(m_buffer.constData(), size, seeds().low))};
}

size_t KeyIndex::slotOf(const ImportKey &key) const {
    const size_t mask = m_slots.size() - 1;
    size_t slot = size_t(key.low) & mask;
    while (m_slots[slot] != 0 && !(at(m_slots[slot]).key == key))
        slot = (slot + 1) & mask;
    return slot;
}

void KeyIndex::grow() {
    const std::vector<quint32> older =
        std::exchange(m_slots, std::vector<quint32>(std::max<size_t>(1024, m_slots.size() * 2), 0));
    for (const quint32 number : older) {
        if (number != 0)
            m_slots[slotOf(at(number).key)] = number;
    }
}

KeyIndex::Entry &KeyIndex::add(const ImportKey &key, RecordId id) {
    if (m_used * 2 >= m_slots.size())
        grow();
    quint32 &slot = m_slots[slotOf(key)];
    m_used += slot == 0 ? 1 : 0;
    if (m_size % perChunk == 0)
        m_chunks.push_back(std::make_unique<Entry[]>(perChunk));
    const auto number = quint32(++m_size);
    Entry &entry = at(number);
    entry.key = key;
    entry.id = id;
    entry.next = std::exchange(slot, number);
    return entry;
}

KeyIndex::Entry *KeyIndex::find(const ImportKey &key) {
    if (m_slots.empty())
        return nullptr;
    const quint32 number = m_slots[slotOf(key)];
    return number == 0 ? nullptr : &at(number);
}

KeyIndex::Entry *KeyIndex::next(const Entry &entry) {
    return entry.next == 0 ? nullptr : &at(entry.next);
}

} // namespace dw
