// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace dw::test {

/// What a run of dealwright-cli came to.
struct Answer {
    int code = -1; ///< -1: it crashed, or was killed.
    QString out;
    QString err;

    /// stdout or stderr as one JSON object; empty where it is none.
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QJsonObject errorJson() const;
    /// Id of the error that stderr holds in JSON.
    [[nodiscard]] QString errorId() const;
};

/// The real program, with a folder of its own in which the workspace `w` lies.
class CliProgram {
public:
    CliProgram();

    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] QString workspace() const { return path(QStringLiteral("w")); }
    [[nodiscard]] static QString binary();
    /// Writes a file beside the workspace and returns its path.
    QString file(const QString &name, const QByteArray &content) const;

    /// Runs it with these words alone.
    [[nodiscard]] Answer bare(const QStringList &words) const;
    /// Runs it on the workspace, in English.
    [[nodiscard]] Answer run(const QStringList &words) const;
    /// The same with --json; what it printed. Empty where it did not end with 0.
    [[nodiscard]] QJsonObject json(const QStringList &words) const;
    /// The member "rows" of what a list printed.
    [[nodiscard]] QJsonArray rows(const QStringList &words) const;
    /// Short id of the record that create made; empty where it failed.
    [[nodiscard]] QString create(const QStringList &words) const;

    /// Runs it on the workspace with a file as its standard input.
    [[nodiscard]] Answer feed(const QStringList &words, const QString &input) const;

    /// Starts it without waiting.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &words,
                                                  const QString &input = {}) const;
    [[nodiscard]] static Answer finish(QProcess &process);

    /// Variables added to the environment of later runs.
    void setVariable(const QString &name, const QString &value) {
        m_environment.insert(name, value);
    }
    /// Later runs are another user's, who has no rights beyond those of everyone; needs to be root.
    /// 0 = our own.
    void setUser(uint user) { m_user = user; }

private:
    QTemporaryDir m_dir;
    QProcessEnvironment m_environment;
    uint m_user = 0;
};

/// The set of files that the repository brings, in the form of the preset "maven".
[[nodiscard]] QString sampleFolder();

} // namespace dw::test
