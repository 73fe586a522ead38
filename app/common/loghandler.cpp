// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/loghandler.h"

#include "core/services/values/format.h"

#include <QDir>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <cstdio>
#include <cstdlib>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

const char *levelName(QtMsgType type) {
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return "";
}

void writeToStderr(QtMsgType type, const QMessageLogContext &context, const QString &text) {
    const QByteArray line = maskPersonal(text).toUtf8();
    std::fprintf(stderr, "%s [%s] %s\n", levelName(type),
                 context.category ? context.category : "default", line.constData());
    std::fflush(stderr);
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

void installLogHandler(const QString &rules) {
    if (!rules.isEmpty())
        QLoggingCategory::setFilterRules(rules);
    qInstallMessageHandler(writeToStderr);
}

QString maskPersonal(const QString &text) {
    static const QRegularExpression email(u"[^\\s@\"'<>(),;:]+@[^\\s@\"'<>(),;:]+"_s);
    static const QRegularExpression quoted(u"'[^']*'|“[^”]*”|「[^」]*」"_s);
    static const QRegularExpression number(u"\\+?[0-9][0-9 ()-]{5,}[0-9]"_s);
    QString masked = text;
    if (const QString home = QDir::homePath(); home.size() > 1)
        masked.replace(home, u"~"_s);
    masked.replace(email, u"<e-mail>"_s).replace(quoted, u"'…'"_s).replace(number, u"<number>"_s);
    return visibleText(masked);
}

} // namespace dw
