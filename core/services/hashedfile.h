// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/log/hash.h"

#include <QFile>

namespace dw {

/// A new file that knows the SHA-256 of what was written into it, in order and without going back.
class HashedFile final : public QIODevice {
public:
    explicit HashedFile(const QString &path) : m_file(path) {}

    /// Makes the file; fails where there is one already.
    [[nodiscard]] bool create();
    /// All of it is in the file. False where the disk did not take everything.
    [[nodiscard]] bool finish();
    [[nodiscard]] qint64 written() const { return m_written; }
    /// 64 small hexadecimal digits; after finish().
    [[nodiscard]] QString sha256() const { return m_digest; }
    [[nodiscard]] const QFileDevice &file() const { return m_file; }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override;

private:
    QFile m_file;
    Sha256 m_hash;
    qint64 m_written = 0;
    QString m_digest;
};

/// Reads a device to its end, counts and hashes what comes.
class HashedReader final : public QIODevice {
public:
    /// Not more than `most` bytes are read; where there are more, overran().
    HashedReader(QIODevice &from, qint64 most) : m_from(from), m_most(most) {}

    [[nodiscard]] qint64 bytes() const { return m_read; }
    [[nodiscard]] bool overran() const { return m_overran; }
    /// The device could not be read.
    [[nodiscard]] bool failed() const { return m_failed; }
    /// Of all that was read; once.
    [[nodiscard]] QString sha256();
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QIODevice &m_from;
    const qint64 m_most;
    Sha256 m_hash;
    qint64 m_read = 0;
    bool m_overran = false;
    bool m_failed = false;
};

} // namespace dw
