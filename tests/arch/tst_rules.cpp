// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/arch/rules.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Made-up sources that each rule must catch, and ones close to them that it must let pass.
class TestRules : public QObject {
    Q_OBJECT

private slots:
    void arrows_data();
    void arrows();
    void coreHeaders_data();
    void coreHeaders();
    void sql_data();
    void sql();
    void wallClock_data();
    void wallClock();
    void length();
    void heading();
};

void TestRules::arrows_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("findings");
    const auto row = [](const char *name, const QString &path, const QString &text, int findings) {
        QTest::newRow(name) << path << text << findings;
    };
    row("allowed", u"core/store/a.cpp"_s, u"#include \"core/base/id.h\"\n"_s, 0);
    row("forbidden", u"core/base/a.cpp"_s, u"#include \"core/store/write/door.h\"\n"_s, 1);
    row("forbidden in angles", u"core/base/a.cpp"_s, u"#include <core/store/write/door.h>\n"_s, 1);
    row("subfolder of ui", u"ui/pages/board/a.cpp"_s, u"#include \"core/store/write/door.h\"\n"_s,
        1);
    row("not from the root", u"core/base/a.cpp"_s, u"#include \"id.h\"\n"_s, 1);
    row("climbing", u"core/base/a.cpp"_s, u"#include \"../store/door.h\"\n"_s, 1);
    row("a test's header", u"app/cli/a.cpp"_s, u"#include \"tests/support/testmain.h\"\n"_s, 1);
    row("generated", u"core/base/a.cpp"_s, u"#include \"a.moc\"\n"_s, 0);
    row("system", u"core/base/a.cpp"_s, u"#include <QString>\n"_s, 0);
    row("two", u"core/base/a.h"_s, u"#include \"core/domain/a.h\"\n#include \"ui/a.h\"\n"_s, 2);
    row("unknown folder", u"core/magic/a.h"_s, u"\n"_s, 1);
    row("not the product", u"tests/core/a.cpp"_s, u"#include \"core/store/write/door.h\"\n"_s, 0);
}

void TestRules::arrows() {
    const Layers layers(u"core/base :\ncore/domain : core/base\ncore/store : core/domain\n"
                        "ui : core/domain\napp : ui\n"_s);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QTEST(int(checkArrows({path, text}, layers).size()), "findings");
}

void TestRules::coreHeaders_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("header");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *name, const QString &path, const QString &header, bool found) {
        QTest::newRow(name) << path << header << found;
    };
    row("Qt Core", u"core/base/a.h"_s, u"QString"_s, false);
    row("Qt Core, long", u"core/base/a.h"_s, u"QtCore/QString"_s, false);
    row("Qt Core, lower case", u"core/base/a.h"_s, u"qstring.h"_s, false);
    row("standard", u"core/base/a.h"_s, u"vector"_s, false);
    row("Widgets", u"core/services/a.h"_s, u"QWidget"_s, true);
    row("Widgets, long", u"core/services/a.h"_s, u"QtWidgets/QMessageBox"_s, true);
    row("Widgets, all", u"core/services/a.h"_s, u"QtWidgets"_s, true);
    row("Widgets, lower case", u"core/services/a.h"_s, u"qwidget.h"_s, true);
    row("Gui", u"core/domain/a.h"_s, u"QColor"_s, true);
    row("Qt Sql in store", u"core/store/a.h"_s, u"QSqlQuery"_s, true);
    row("Widgets in ui", u"ui/a.h"_s, u"QWidget"_s, false);
    row("ICU in domain", u"core/domain/a.cpp"_s, u"unicode/coll.h"_s, false);
    row("ICU in store", u"core/store/a.cpp"_s, u"unicode/coll.h"_s, true);
    row("OpenSSL in store", u"core/store/a.cpp"_s, u"openssl/evp.h"_s, false);
    row("OpenSSL in base", u"core/base/a.cpp"_s, u"openssl/evp.h"_s, true);
    row("libzip in exchange", u"core/exchange/a.cpp"_s, u"zip.h"_s, false);
    row("libzip in services", u"core/services/a.cpp"_s, u"zip.h"_s, true);
    row("libxlsxwriter in services", u"core/services/a.cpp"_s, u"xlsxwriter.h"_s, true);
}

void TestRules::coreHeaders() {
    QFETCH(QString, path);
    QFETCH(QString, header);
    const SourceFile file{path, u"#include <%1>\n"_s.arg(header)};
    QTEST(!checkCoreHeaders(file, QStringLiteral(DW_QTCORE_HEADERS)).isEmpty(), "found");
}

void TestRules::sql_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *name, const QString &path, const QString &text, bool found) {
        QTest::newRow(name) << path << text << found;
    };
    const QString engine = u"core/services/a.cpp"_s;
    row("select", engine, u"q(\"SELECT id FROM deal\");"_s, true);
    row("select over lines", engine, u"q(u\"SELECT id \"\n  \"FROM deal\"_s);"_s, true);
    row("select in a raw literal", engine, u"q(R\"(SELECT id\nFROM deal)\");"_s, true);
    row("small letters", engine, u"q(\"select * from deal\");"_s, true);
    row("insert", engine, u"q(\"INSERT OR REPLACE INTO deal VALUES (1)\");"_s, true);
    row("update", u"ui/pages/a.cpp"_s, u"q(\"UPDATE deal SET name = ?\");"_s, true);
    row("delete", u"app/cli/a.cpp"_s, u"q(\"DELETE FROM deal\");"_s, true);
    row("create", engine, u"q(\"create unique index i on deal(id)\");"_s, true);
    row("pragma", engine, u"q(\"PRAGMA user_version\");"_s, true);
    row("SQLite header", engine, u"#include <sqlite3.h>\n"_s, true);
    row("SQLite call", engine, u"sqlite3_open(a, b);"_s, true);
    row("SQLite type", u"ui/a.h"_s, u"struct sqlite3;"_s, true);
    row("Qt Sql header", u"ui/a.h"_s, u"#include <QSqlQuery>\n"_s, true);
    row("Qt Sql type", u"ui/a.h"_s, u"class QSqlDatabase;"_s, true);
    row("in store", u"core/store/a.cpp"_s, u"sqlite3_exec(\"DELETE FROM deal\");"_s, false);
    row("in sync", u"core/sync/a.cpp"_s, u"q(\"SELECT id FROM deal\");"_s, false);
    row("in a test", u"tests/core/a.cpp"_s, u"q(\"SELECT id FROM deal\");"_s, false);
    row("comment", engine, u"// SELECT id FROM deal\n"_s, false);
    row("prose", u"ui/a.cpp"_s, u"tr(\"Select a deal from the list, then create it\");"_s, false);
    row("prose, delete", u"ui/a.cpp"_s, u"tr(\"Could not delete from disk\");"_s, false);
    row("prose, update", u"ui/a.cpp"_s, u"tr(\"Update all, set none\");"_s, false);
}

void TestRules::sql() {
    QFETCH(QString, path);
    QFETCH(QString, text);
    QTEST(!checkSql({path, text}).isEmpty(), "found");
}

void TestRules::wallClock_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *name, const QString &path, const QString &text, bool found) {
        QTest::newRow(name) << path << text << found;
    };
    const QString page = u"ui/pages/a.cpp"_s;
    row("date and time", page, u"x = QDateTime::currentDateTime();"_s, true);
    row("UTC", page, u"x = QDateTime::currentDateTimeUtc();"_s, true);
    row("milliseconds", page, u"x = QDateTime::currentMSecsSinceEpoch();"_s, true);
    row("date", page, u"x = QDate::currentDate();"_s, true);
    row("time of day", page, u"x = QTime::currentTime();"_s, true);
    row("std", u"core/store/a.cpp"_s, u"x = std::chrono::system_clock::now();"_s, true);
    row("C", u"core/store/a.cpp"_s, u"x = time(nullptr);"_s, true);
    row("C, std", u"core/store/a.cpp"_s, u"x = std::time(0);"_s, true);
    row("POSIX", u"core/store/a.cpp"_s, u"gettimeofday(&tv, nullptr);"_s, true);
    row("SQL", u"core/store/a.cpp"_s, u"q(\"SELECT datetime('now')\");"_s, true);
    row("SQL key word", u"core/store/a.cpp"_s, u"q(\"DEFAULT CURRENT_TIMESTAMP\");"_s, true);
    row("in Clock", u"core/base/clock.cpp"_s, u"x = QDateTime::currentMSecsSinceEpoch();"_s, false);
    row("beside Clock", u"core/base/clock.h"_s, u"x = QDateTime::currentMSecsSinceEpoch();"_s,
        true);
    row("measuring", page, u"QElapsedTimer t; std::chrono::steady_clock::now();"_s, false);
    row("own function", page, u"m_clock.time(0); p->time(0); lifetime(0);"_s, false);
    row("comment", page, u"// not QDate::currentDate()\n"_s, false);
    row("in a test", u"tests/core/a.cpp"_s, u"QDate::currentDate();"_s, false);
}

void TestRules::wallClock() {
    QFETCH(QString, path);
    QFETCH(QString, text);
    QTEST(!checkWallClock({path, text}).isEmpty(), "found");
}

void TestRules::length() {
    QVERIFY(checkLength({u"core/base/a.cpp"_s, u"\n"_s.repeated(700)}).isEmpty());
    QCOMPARE(checkLength({u"core/base/a.cpp"_s, u"\n"_s.repeated(701)}).size(), 1);
}

void TestRules::heading() {
    const QString cpp = u"// SPDX-FileCopyrightText: Dealwright contributors\n"
                        "// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;
    QCOMPARE(checkHeading({u"a.cpp"_s, cpp}), QStringList());
    QCOMPARE(checkHeading({u"a.h"_s, cpp + u"\n#pragma once\n"_s}), QStringList());
    QCOMPARE(checkHeading({u"a.h"_s, cpp}).size(), 1);
    QCOMPARE(checkHeading({u"a.cpp"_s, u"int a;\n"_s}).size(), 2);
    QCOMPARE(checkHeading({u"a.cpp"_s, u"\n\n\n\n"_s + cpp}).size(), 2);
    const QString shell = QString(cpp).replace(u"// "_s, u"# "_s);
    QCOMPARE(checkHeading({u"dev"_s, u"#!/bin/bash\n"_s + shell}), QStringList());
    QCOMPARE(checkHeading({u"a.cpp"_s, shell}).size(), 2);
}

} // namespace dw::test

using dw::test::TestRules;
DW_TEST(TestRules)

#include "tst_rules.moc"
