// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/arch/rules.h"

#include "tests/arch/sourcescan.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace dw::test {
namespace {

constexpr int longestFile = 700;

bool isCore(const SourceFile &file) { return file.path.startsWith(u"core/"_s); }

bool isProduct(const SourceFile &file) {
    const bool cpp = file.path.endsWith(u".cpp"_s) || file.path.endsWith(u".h"_s);
    return cpp
           && (isCore(file) || file.path.startsWith(u"ui/"_s) || file.path.startsWith(u"app/"_s));
}

bool mayUseSql(const SourceFile &file) {
    return file.path.startsWith(u"core/store/"_s) || file.path.startsWith(u"core/sync/"_s);
}

QString finding(const SourceFile &file, int line, const QString &what) {
    return u"%1:%2: %3"_s.arg(file.path).arg(line).arg(what);
}

QStringList matches(const SourceFile &file, const QList<SourcePiece> &pieces,
                    const QRegularExpression &expression, const QString &what) {
    QStringList findings;
    for (const SourcePiece &piece : pieces) {
        const auto match = expression.match(piece.text);
        if (match.hasMatch())
            findings << finding(file, piece.line, what.arg(match.captured(0).simplified()));
    }
    return findings;
}

/// Empty if a core file of this path may include the header, else the reason why not.
QString coreHeaderProblem(const QString &path, const QString &header,
                          const QString &qtCoreHeaders) {
    const bool sql = path.startsWith(u"core/store/"_s) || path.startsWith(u"core/sync/"_s);
    if (header.startsWith(u"unicode/"_s) && !path.startsWith(u"core/domain/"_s))
        return u"ICU belongs to core/domain"_s;
    if (header.startsWith(u"openssl/"_s) && !sql)
        return u"OpenSSL belongs to core/store and core/sync"_s;
    const bool packed = header == "zip.h"_L1 || header.startsWith("xlsxwriter"_L1);
    if (packed && !path.startsWith(u"core/exchange/"_s))
        return u"libzip and libxlsxwriter belong to core/exchange"_s;
    static const QRegularExpression qtHeader(
        u"^(Qt[A-Z][A-Za-z]*/|Q[A-Z]|Qt[A-Z]|q[a-z0-9]+\\.h$)"_s);
    if (!qtHeader.match(header).hasMatch() || header.startsWith(u"QtCore/"_s))
        return {};
    if (!header.contains(u'/') && QFile::exists(qtCoreHeaders + u'/' + header))
        return {};
    return u"core knows Qt Core only"_s;
}

} // namespace

QStringList checkArrows(const SourceFile &file, const Layers &layers) {
    const QString folder = layers.folderOf(file.path);
    if (folder.isEmpty()) {
        return isProduct(file) ? QStringList{finding(file, 1, u"folder is missing in layers.txt"_s)}
                               : QStringList{};
    }
    QStringList findings;
    const ScannedSource source = scanSource(file.text);
    for (const IncludeLine &include : source.includes) {
        const bool ours = include.quoted || !layers.folderOf(include.path).isEmpty();
        if (!ours || include.path.endsWith(u".moc"_s))
            continue;
        if (layers.folderOf(include.path).isEmpty())
            findings << finding(file, include.line,
                                u"\"%1\" is not a path from the root"_s.arg(include.path));
        else if (!layers.allows(folder, include.path))
            findings << finding(file, include.line,
                                u"%1 may not include %2"_s.arg(folder, include.path));
    }
    return findings;
}

QStringList checkCoreHeaders(const SourceFile &file, const QString &qtCoreHeaders) {
    QStringList findings;
    if (!isCore(file))
        return findings;
    const ScannedSource source = scanSource(file.text);
    for (const IncludeLine &include : source.includes) {
        const QString problem = coreHeaderProblem(file.path, include.path, qtCoreHeaders);
        if (!problem.isEmpty())
            findings << finding(file, include.line, u"<%1>: %2"_s.arg(include.path, problem));
    }
    return findings;
}

QStringList checkSql(const SourceFile &file) {
    // Statements are recognised as they are written here: key words in capitals, or where no prose
    // can be meant in any case.
    static const QRegularExpression statement(
        u"\\bSELECT\\b.*\\bFROM\\b|\\bDELETE\\s+FROM\\b|\\bUPDATE\\b.*\\bSET\\b|\\bINSERT\\s+("
        u"OR\\s+\\w+\\s+)?INTO\\b"
        "|\\bREPLACE\\s+INTO\\b|\\bPRAGMA\\s+\\w|\\bSAVEPOINT\\s|\\bBEGIN\\s+(IMMEDIATE|EXCLUSIVE|"
        "DEFERRED)\\b"
        "|\\bATTACH\\s+DATABASE\\b|\\bVACUUM\\b"
        "|(?i:\\b(create|drop)\\s+(temp\\s+|unique\\s+|virtual\\s+)*(table|index|trigger|view)\\b)"
        "|(?i:\\balter\\s+table\\b|\\binsert\\s+into\\b|\\bselect\\s+(\\*|count\\s*\\(|\\w+(\\s*,\\s*\\w+)+)\\s.*\\bfrom\\b)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression api(u"\\bsqlite3(_\\w+)?\\b|\\bQSql\\w+"_s);
    static const QRegularExpression header(u"^(sqlite3(ext)?\\.h|QtSql(/.*)?|QSql\\w*|libpq.*)$"_s);
    QStringList findings;
    if (!isProduct(file) || mayUseSql(file))
        return findings;
    const ScannedSource source = scanSource(file.text);
    for (const IncludeLine &include : source.includes) {
        if (header.match(include.path).hasMatch())
            findings << finding(file, include.line, u"includes %1"_s.arg(include.path));
    }
    findings += matches(file, source.code, api, u"uses the database: %1"_s);
    findings += matches(file, source.literals, statement, u"SQL outside store and sync: %1"_s);
    return findings;
}

QStringList checkWallClock(const SourceFile &file) {
    static const QRegularExpression call(
        u"\\bcurrent(DateTime|DateTimeUtc|MSecsSinceEpoch|SecsSinceEpoch|Date|Time)\\s*\\("
        "|\\bsystem_clock\\b|\\bhigh_resolution_clock\\b|\\butc_clock\\b|\\bgettimeofday\\b"
        "|\\bclock_gettime\\b|\\btimespec_get\\b|\\bGetSystemTime\\w*|\\bcreateUuidV7\\b"
        "|(^|[^\\w.>])time\\s*\\(\\s*(nullptr|NULL|0|&\\s*\\w+)\\s*\\)"_s);
    static const QRegularExpression inSql(
        u"\\bCURRENT_(TIMESTAMP|DATE|TIME)\\b|'now'|\\bunixepoch\\s*\\(\\s*\\)"_s);
    QStringList findings;
    if (!isProduct(file) || file.path == u"core/base/clock.cpp"_s)
        return findings;
    const ScannedSource source = scanSource(file.text);
    findings += matches(file, source.code, call, u"the wall clock outside Clock: %1"_s);
    findings +=
        matches(file, source.literals, inSql, u"the wall clock outside Clock, in SQL: %1"_s);
    return findings;
}

QStringList checkLength(const SourceFile &file) {
    const int lines = int(file.text.count(u'\n'));
    if (lines <= longestFile)
        return {};
    return {finding(file, lines, u"%1 lines, %2 are allowed"_s.arg(lines).arg(longestFile))};
}

QStringList checkHeading(const SourceFile &file) {
    QStringList findings;
    const QStringList top = file.text.split(u'\n').mid(0, 4);
    const QString comment =
        file.path.endsWith(u".cpp"_s) || file.path.endsWith(u".h"_s) ? u"// "_s : u"# "_s;
    for (const QString &line : {comment + u"SPDX-FileCopyrightText: Dealwright contributors"_s,
                                comment + u"SPDX-License-Identifier: GPL-3.0-or-later"_s}) {
        if (!top.contains(line))
            findings << finding(file, 1, u"missing on top: %1"_s.arg(line));
    }
    if (file.path.endsWith(u".h"_s) && !file.text.contains(u"\n#pragma once\n"_s))
        findings << finding(file, 1, u"missing: #pragma once"_s);
    return findings;
}

} // namespace dw::test
