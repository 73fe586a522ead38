// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/hashedfile.h"

namespace dw {

bool HashedFile::create() {
    return m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
           && open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

bool HashedFile::finish() {
    m_digest = QString::fromLatin1(m_hash.finish().toHex());
    const bool isWhole = m_file.flush() && m_file.error() == QFileDevice::NoError;
    m_file.close();
    close();
    return isWhole;
}

qint64 HashedFile::writeData(const char *data, qint64 size) {
    if (m_file.write(data, size) != size)
        return -1;
    m_hash.add(QByteArray::fromRawData(data, size));
    m_written += size;
    return size;
}

QString HashedReader::sha256() { return QString::fromLatin1(m_hash.finish().toHex()); }

qint64 HashedReader::readData(char *data, qint64 size) {
    const qint64 got = m_from.read(data, qMin(size, m_most - m_read + 1));
    if (got < 0) {
        m_failed = true;
        return -1;
    }
    m_read += got;
    if (m_read > m_most) {
        m_overran = true;
        return -1;
    }
    m_hash.add(QByteArray::fromRawData(data, got));
    return got;
}

} // namespace dw
