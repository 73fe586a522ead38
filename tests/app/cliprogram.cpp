// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cliprogram.h"

#include <QFile>
#include <QJsonDocument>
#ifdef Q_OS_UNIX
#    include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

constexpr int longestRunMs = 60'000;

} // namespace

QJsonObject Answer::json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }

QJsonObject Answer::errorJson() const {
    return QJsonDocument::fromJson(err.toUtf8()).object().value("error"_L1).toObject();
}

QString Answer::errorId() const { return errorJson().value("id"_L1).toString(); }

CliProgram::CliProgram() : m_environment(QProcessEnvironment::systemEnvironment()) {
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_environment.remove(u"LANGUAGE"_s);
    m_environment.remove(u"QT_LOGGING_RULES"_s);
}

QString CliProgram::binary() { return QStringLiteral(DW_BIN_DIR "/dealwright-cli"); }

QString CliProgram::file(const QString &name, const QByteArray &content) const {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return path(name);
}

std::unique_ptr<QProcess> CliProgram::start(const QStringList &words, const QString &input) const {
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setWorkingDirectory(m_dir.path());
#ifdef Q_OS_UNIX
    if (const uint user = m_user; user != 0) {
        process->setChildProcessModifier([user] {
            if (setgid(user) != 0 || setuid(user) != 0)
                _exit(99);
        });
    }
#endif
    if (!input.isEmpty())
        process->setStandardInputFile(input);
    process->start(binary(), words, QIODevice::ReadOnly);
    return process;
}

Answer CliProgram::finish(QProcess &process) {
    process.waitForFinished(longestRunMs);
    Answer answer;
    if (process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit)
        answer.code = process.exitCode();
    answer.out = QString::fromUtf8(process.readAllStandardOutput());
    answer.err = QString::fromUtf8(process.readAllStandardError());
    return answer;
}

Answer CliProgram::bare(const QStringList &words) const { return finish(*start(words)); }

Answer CliProgram::feed(const QStringList &words, const QString &input) const {
    return finish(
        *start(QStringList{u"--lang"_s, u"en"_s, u"--workspace"_s, workspace()} + words, input));
}

Answer CliProgram::run(const QStringList &words) const {
    return bare(QStringList{u"--lang"_s, u"en"_s, u"--workspace"_s, workspace()} + words);
}

QJsonObject CliProgram::json(const QStringList &words) const {
    const Answer answer = run(QStringList{u"--json"_s} + words);
    return answer.code == 0 ? answer.json() : QJsonObject();
}

QJsonArray CliProgram::rows(const QStringList &words) const {
    return json(words).value("rows"_L1).toArray();
}

QString CliProgram::create(const QStringList &words) const {
    return json(QStringList{u"create"_s} + words).value("short_id"_L1).toString();
}

QString sampleFolder() { return QStringLiteral(DW_SOURCE_DIR "/resources/sample/harbour"); }

} // namespace dw::test
