// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/printer.h"

#include "core/services/values/format.h"

#include <QJsonDocument>
#include <cerrno>

#ifdef Q_OS_WIN
#    include <io.h>
#else
#    include <unistd.h>
#endif

namespace dw::cli {

namespace {

constexpr qsizetype holdAtMost = 64 * 1024;

bool isTerminal(std::FILE *file) {
#ifdef Q_OS_WIN
    return _isatty(_fileno(file)) != 0;
#else
    return isatty(fileno(file)) != 0;
#endif
}

/// Compact JSON. Qt escapes the control characters of ASCII; those above it would still reach a
/// terminal.
QByteArray jsonBytes(const QJsonObject &object) {
    const QByteArray plain = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QByteArray safe;
    safe.reserve(plain.size());
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const auto byte = uchar(plain.at(i));
        const auto next = i + 1 < plain.size() ? uchar(plain.at(i + 1)) : uchar(0);
        if (byte == 0x7F) {
            safe += "\\u007f";
        } else if (byte == 0xC2 && next >= 0x80 && next <= 0x9F) {
            safe += "\\u00" + QByteArray::number(next, 16);
            ++i;
        } else {
            safe += char(byte);
        }
    }
    return safe;
}

} // namespace

void Printer::line(const QString &text) { put(visibleText(text).toUtf8() + '\n'); }

void Printer::lines(const QStringList &texts) {
    for (const QString &text : texts)
        line(text);
}

void Printer::json(const QJsonObject &object) { put(jsonBytes(object) + '\n'); }

void Printer::beginArray(const QString &name) {
    put("{\"" + name.toUtf8() + "\": [");
    m_firstElement = true;
}

void Printer::element(const QJsonObject &object) {
    put((m_firstElement ? "\n" : ",\n") + jsonBytes(object));
    m_firstElement = false;
}

void Printer::endArray() { put(m_firstElement ? "]}\n" : "\n]}\n"); }

void Printer::errorLine(const QString &text) {
    endProgress();
    flush();
    std::fprintf(m_err, "%s\n", visibleText(text).toUtf8().constData());
}

void Printer::errorJson(const QJsonObject &object) {
    endProgress();
    flush();
    std::fprintf(m_err, "%s\n", jsonBytes(object).constData());
}

void Printer::progress(const QString &text) {
    if (!isTerminal(m_err))
        return;
    std::fprintf(m_err, "\r%s\x1b[K", visibleText(text).toUtf8().constData());
    std::fflush(m_err);
    m_inProgress = true;
}

void Printer::endProgress() {
    if (m_inProgress)
        std::fprintf(m_err, "\r\x1b[K");
    m_inProgress = false;
}

bool Printer::finish() {
    endProgress();
    flush();
    return !m_failed;
}

void Printer::put(const QByteArray &bytes) {
    m_held += bytes;
    if (m_held.size() >= holdAtMost)
        flush();
}

void Printer::flush() {
    if (!m_gone && !m_failed && !m_held.isEmpty()) {
        const bool written = std::fwrite(m_held.constData(), 1, size_t(m_held.size()), m_out)
                                 == size_t(m_held.size())
                             && std::fflush(m_out) == 0;
        if (!written) {
            m_gone = errno == EPIPE;
            m_failed = !m_gone;
        }
    }
    m_held.clear();
}

} // namespace dw::cli
