// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/diagnostics/logfile.h"

#include "core/services/diagnostics/masked.h"

#include <QDir>
#include <QStandardPaths>

namespace dw {
using namespace Qt::StringLiterals;

LogFile::LogFile(const QString &folder, const Clock &clock) : LogFile(folder, clock, Limits()) {}

LogFile::LogFile(const QString &folder, const Clock &clock, Limits limits)
    : m_folder(folder),
      m_clock(clock),
      m_limits(limits) {}

void LogFile::write(QtMsgType type, const QString &category, const QString &text) {
    // Masked before it is cut: half a number would not be known as one.
    QString shown = masked(text);
    if (shown.size() > m_limits.line)
        shown = shown.left(m_limits.line) + u'…';
    const QString time = m_clock.now().toUtc().toString(Qt::ISODateWithMs);
    const QByteArray line =
        u"%1 %2 [%3] %4\n"_s.arg(time, logLevel(type), category, shown).toUtf8();

    const QMutexLocker lock(&m_mutex);
    if (!makeRoom(line.size()))
        return;
    if (m_file.write(line) != line.size() || !m_file.flush())
        m_file.close();
}

QStringList LogFile::paths() const {
    QStringList found;
    for (int age = 0; age < m_limits.files; ++age) {
        if (QFile::exists(path(age)))
            found.push_back(path(age));
    }
    return found;
}

QString LogFile::path(int age) const {
    const QString number = age == 0 ? QString() : u".%1"_s.arg(age);
    return u"%1/dealwright%2.log"_s.arg(m_folder, number);
}

/// Opens the file, after it was shifted where `bytes` more would not fit.
bool LogFile::makeRoom(qint64 bytes) {
    const auto open = [this] {
        if (m_file.isOpen())
            return true;
        m_file.setFileName(path(0));
        return QDir().mkpath(m_folder) && m_file.open(QIODevice::WriteOnly | QIODevice::Append);
    };
    if (!open())
        return false;
    if (m_file.size() == 0 || m_file.size() + bytes <= m_limits.bytes)
        return true;
    m_file.close();
    shift();
    return open() && (m_file.size() == 0 || m_file.size() + bytes <= m_limits.bytes);
}

void LogFile::shift() {
    QFile::remove(path(m_limits.files - 1));
    for (int age = m_limits.files - 1; age > 0; --age)
        QFile::rename(path(age - 1), path(age));
}

QString logFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/log"_s;
}

QString logLevel(QtMsgType type) {
    switch (type) {
    case QtDebugMsg:
        return u"debug"_s;
    case QtInfoMsg:
        return u"info"_s;
    case QtWarningMsg:
        return u"warning"_s;
    case QtCriticalMsg:
        return u"error"_s;
    case QtFatalMsg:
        return u"fatal"_s;
    }
    return {};
}

} // namespace dw
