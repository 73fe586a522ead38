// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/textcodec.h"

#include <QIODevice>

namespace dw {

/// Gives the text of another device as UTF-8, block by block; bytes that are no character come as
/// TextDecoder::bad. Read from front to end; must not outlive its source.
class TextDevice final : public QIODevice {
public:
    /// `head` was read from the source already and comes first; without a decoder bytes pass as
    /// they are.
    TextDevice(QIODevice &source, QByteArray head, std::unique_ptr<TextDecoder> decoder);

    [[nodiscard]] bool isSequential() const override { return true; }
    /// Bytes of the source that were taken so far, the head included.
    [[nodiscard]] qint64 taken() const { return m_taken; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 take(char *data, qint64 most);
    bool decodeMore();

    QIODevice &m_source;
    QByteArray m_head;
    qsizetype m_headAt = 0;
    std::unique_ptr<TextDecoder> m_decoder;
    QByteArray m_ready; ///< Decoded, not handed out yet.
    qsizetype m_readyAt = 0;
    qint64 m_taken = 0;
    bool m_ended = false;
};

} // namespace dw
