// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/textdevice.h"

#include <algorithm>

namespace dw {

namespace {

constexpr qint64 blockBytes = 1 << 16;

} // namespace

TextDevice::TextDevice(QIODevice &source, QByteArray head, std::unique_ptr<TextDecoder> decoder)
    : m_source(source),
      m_head(std::move(head)),
      m_decoder(std::move(decoder)) {
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 TextDevice::readData(char *data, qint64 most) {
    if (!m_decoder)
        return take(data, most);
    while (m_readyAt == m_ready.size()) {
        if (m_ended)
            return 0;
        if (!decodeMore())
            return -1;
    }
    const qint64 count = qMin(most, m_ready.size() - m_readyAt);
    std::copy_n(m_ready.constData() + m_readyAt, count, data);
    m_readyAt += count;
    return count;
}

bool TextDevice::decodeMore() {
    QByteArray block(blockBytes, Qt::Uninitialized);
    const qint64 got = take(block.data(), block.size());
    if (got < 0)
        return false;
    m_ended = got == 0;
    m_ready = m_decoder->decode(QByteArrayView(block).first(got), m_ended);
    m_readyAt = 0;
    return true;
}

/// Bytes as they are: of the head first, then of the source.
qint64 TextDevice::take(char *data, qint64 most) {
    qint64 got = 0;
    if (m_headAt < m_head.size()) {
        got = qMin(most, m_head.size() - m_headAt);
        std::copy_n(m_head.constData() + m_headAt, got, data);
        m_headAt += got;
        if (m_headAt == m_head.size())
            m_head = QByteArray();
        m_headAt = m_head.isEmpty() ? 0 : m_headAt;
    } else {
        got = m_source.read(data, most);
        if (got < 0)
            setErrorString(m_source.errorString());
    }
    m_taken += qMax<qint64>(got, 0);
    return got;
}

} // namespace dw
