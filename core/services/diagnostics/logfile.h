// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QFile>
#include <QMutex>

namespace dw {

/// A log that keeps itself small: a full file becomes an older one, and the oldest goes. What
/// cannot be written is dropped without a word, because a log must never stop the work.
/// Thread-safe.
class LogFile {
public:
    struct Limits {
        qint64 bytes = 1024 * 1024; ///< Of one file.
        int files = 3;              ///< The current one and the older ones.
        int line = 2000;            ///< Characters of a text; the rest is cut.
    };

    LogFile(const QString &folder, const Clock &clock);
    LogFile(const QString &folder, const Clock &clock, Limits limits);

    /// One line: time in UTC, level, category, text with personal data masked.
    void write(QtMsgType type, const QString &category, const QString &text);
    /// All files that exist, the newest first.
    [[nodiscard]] QStringList paths() const;

private:
    [[nodiscard]] QString path(int age) const;
    [[nodiscard]] bool makeRoom(qint64 bytes);
    void shift();

    QString m_folder;
    const Clock &m_clock;
    Limits m_limits;
    QMutex m_mutex;
    QFile m_file;
};

/// Where the program's log is: in this person's local data on this computer.
[[nodiscard]] QString logFolder();

/// "warning", "error" and so on.
[[nodiscard]] QString logLevel(QtMsgType type);

} // namespace dw
