// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <cstdio>

namespace dw::cli {

/// The program's only way to stdout and stderr: UTF-8, and nothing in a line that a terminal would
/// obey instead of show. A reader that went away is no failure; whatever is written after that is
/// dropped.
class Printer {
public:
    Printer(std::FILE *out, std::FILE *err) : m_out(out), m_err(err) {}

    void line(const QString &text = {});
    void lines(const QStringList &texts);
    void json(const QJsonObject &object);
    /// An object with one array, written element by element, so that long lists take no room:
    /// {"<name>": [ … ]}.
    void beginArray(const QString &name);
    void element(const QJsonObject &object);
    void endArray();

    void errorLine(const QString &text);
    void errorJson(const QJsonObject &object);
    /// How far something is, overwritten in place; shown only where stderr is a terminal.
    void progress(const QString &text);
    void endProgress();

    /// Writes what is still held. False where stdout could not take it all, other than by its
    /// reader leaving.
    [[nodiscard]] bool finish();

private:
    void put(const QByteArray &bytes);
    void flush();

    std::FILE *m_out;
    std::FILE *m_err;
    QByteArray m_held;
    bool m_firstElement = true;
    bool m_gone = false;   ///< Nobody reads any more.
    bool m_failed = false; ///< Could not be written.
    bool m_inProgress = false;
};

} // namespace dw::cli
