// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/columnkeeper.h"

namespace dw {

ColumnKeeper::ColumnKeeper(QString entity, std::vector<ColumnDesc> columns) {
    m_table.m_entity = std::move(entity);
    m_table.m_columns = std::move(columns);
    const size_t count = m_table.m_columns.size();
    m_table.m_ids.resize(count);
    m_table.m_texts.resize(count);
    m_table.m_currencies.resize(count);
    m_codes.resize(count);
}

std::optional<qsizetype> ColumnKeeper::find(RecordId id) const {
    const quint32 row = m_index.find(id, [this](quint32 at) { return m_table.id(at); });
    return row == IdIndex::none ? std::nullopt : std::optional<qsizetype>(row);
}

qsizetype ColumnKeeper::append(RecordId id) {
    const qsizetype row = m_table.m_rows;
    if (row % columnBlockRows == 0) {
        auto block = std::make_shared<ColumnBlock>();
        block->columns.resize(m_table.m_columns.size());
        m_table.m_blocks.push_back(block);
        m_blocks.push_back(std::move(block));
        m_own.push_back(true);
    }
    ColumnBlock &block = writable(row);
    block.ids.push_back(id);
    block.flags.push_back(0);
    for (size_t i = 0; i < block.columns.size(); ++i) {
        ColumnData &data = block.columns[i];
        switch (m_table.m_columns[i].kind) {
        case ColumnKind::Link:
        case ColumnKind::Text:
            data.codes.push_back(0);
            break;
        case ColumnKind::Amount:
            data.codes.push_back(0);
            data.numbers.push_back(0);
            break;
        case ColumnKind::Day:
            data.days.push_back(noDay);
            break;
        case ColumnKind::Number:
            data.numbers.push_back(noNumber);
            break;
        }
    }
    ++m_table.m_rows;
    m_index.insert(id, quint32(row), [this](quint32 at) { return m_table.id(at); });
    return row;
}

ColumnBlock &ColumnKeeper::writable(qsizetype row) {
    const auto at = size_t(row / columnBlockRows);
    if (!m_own[at]) {
        m_blocks[at] = std::make_shared<ColumnBlock>(*m_blocks[at]);
        m_table.m_blocks[at] = m_blocks[at];
        m_own[at] = true;
    }
    return *m_blocks[at];
}

template <typename T>
void ColumnKeeper::append(CodeList<T> &list, std::vector<char> &own, T value) {
    const size_t chunk = (list.m_size - 1) / CodeList<T>::chunkSize;
    if (chunk == list.m_chunks.size()) {
        list.m_chunks.push_back(std::make_shared<std::vector<T>>());
        own.push_back(true);
    } else if (!own[chunk]) {
        list.m_chunks[chunk] = std::make_shared<std::vector<T>>(*list.m_chunks[chunk]);
        own[chunk] = true;
    }
    list.m_chunks[chunk]->push_back(std::move(value));
    ++list.m_size;
}

void ColumnKeeper::setFlags(qsizetype row, quint8 flags) {
    writable(row).flags[size_t(row % columnBlockRows)] = flags;
}

void ColumnKeeper::setLink(qsizetype row, int column, RecordId id) {
    Codes &codes = m_codes[size_t(column)];
    CodeList<RecordId> &list = m_table.m_ids[size_t(column)];
    quint32 code = 0;
    if (!id.isNull()) {
        const auto idAt = [&list](quint32 at) -> const RecordId & { return list.at(at); };
        code = codes.ids.find(id, idAt);
        if (code == IdIndex::none) {
            code = list.size();
            append(list, codes.own, id);
            codes.ids.insert(id, code, idAt);
        }
    }
    data(row, column).codes[size_t(row % columnBlockRows)] = code;
}

void ColumnKeeper::setText(qsizetype row, int column, const std::optional<QString> &text) {
    Codes &codes = m_codes[size_t(column)];
    CodeList<QString> &list = m_table.m_texts[size_t(column)];
    quint32 code = 0;
    if (text) {
        code = codes.texts.value(*text, 0);
        if (code == 0) {
            code = list.size();
            append(list, codes.own, *text);
            codes.texts.insert(*text, code);
        }
    }
    data(row, column).codes[size_t(row % columnBlockRows)] = code;
}

void ColumnKeeper::setAmount(qsizetype row, int column, const std::optional<Money> &amount) {
    Codes &codes = m_codes[size_t(column)];
    CodeList<Currency> &list = m_table.m_currencies[size_t(column)];
    quint32 code = 0;
    if (amount) {
        const auto [known, isNew] = codes.currencies.try_emplace(amount->currency(), list.size());
        code = known->second;
        if (isNew)
            append(list, codes.own, amount->currency());
    }
    ColumnData &into = data(row, column);
    into.codes[size_t(row % columnBlockRows)] = code;
    into.numbers[size_t(row % columnBlockRows)] = amount ? amount->minor() : 0;
}

void ColumnKeeper::setDay(qsizetype row, int column, qint32 day) {
    data(row, column).days[size_t(row % columnBlockRows)] = day;
}

void ColumnKeeper::setNumber(qsizetype row, int column, qint64 number) {
    data(row, column).numbers[size_t(row % columnBlockRows)] = number;
}

std::vector<RecordId> ColumnKeeper::pointingAt(int column, const QSet<RecordId> &targets) const {
    const CodeList<RecordId> &list = m_table.ids(column);
    const auto idAt = [&list](quint32 at) -> const RecordId & { return list.at(at); };
    std::vector<char> wanted(list.size());
    bool any = false;
    for (const RecordId &target : targets) {
        const quint32 code = m_codes[size_t(column)].ids.find(target, idAt);
        if (code != IdIndex::none)
            wanted[code] = any = true;
    }
    std::vector<RecordId> rows;
    if (!any)
        return rows;
    for (const auto &block : m_blocks) {
        const std::vector<quint32> &codes = block->columns[size_t(column)].codes;
        for (size_t i = 0; i < codes.size(); ++i) {
            if (wanted[codes[i]])
                rows.push_back(block->ids[i]);
        }
    }
    return rows;
}

std::shared_ptr<const ColumnTable> ColumnKeeper::publish() {
    std::fill(m_own.begin(), m_own.end(), false);
    for (Codes &codes : m_codes)
        std::fill(codes.own.begin(), codes.own.end(), false);
    return std::make_shared<const ColumnTable>(m_table);
}

} // namespace dw
