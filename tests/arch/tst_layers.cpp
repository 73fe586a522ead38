// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/arch/layers.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// The table itself: what DESIGN says about arrows, asked of the real cmake/layers.txt.
class TestLayers : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void table_hasNoErrors();
    void arrow_data();
    void arrow();
    void badTable_isReported();

private:
    QString m_table;
};

void TestLayers::initTestCase() {
    QFile file(QStringLiteral(DW_SOURCE_DIR "/cmake/layers.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_table = QString::fromUtf8(file.readAll());
}

void TestLayers::table_hasNoErrors() {
    const Layers layers(m_table);
    QCOMPARE(layers.errors(), QStringList());
    QCOMPARE(layers.folders().size(), 16);
}

void TestLayers::arrow_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const QString &from, const QString &to, bool allowed) {
        QTest::newRow(name) << from << to << allowed;
    };
    row("own folder", u"core/store"_s, u"core/store/write/door.h"_s, true);
    row("downwards", u"core/domain"_s, u"core/base/id.h"_s, true);
    row("passed on inside core", u"core/store"_s, u"core/base/id.h"_s, true);
    row("services see engines", u"core/services"_s, u"core/scoring/model.h"_s, true);
    row("services see all below", u"core/services"_s, u"core/expr/parser.h"_s, true);
    row("sync on store", u"core/sync"_s, u"core/store/write/door.h"_s, true);
    row("upwards", u"core/base"_s, u"core/domain/money.h"_s, false);
    row("catalog knows no expr", u"core/catalog"_s, u"core/expr/tree.h"_s, false);
    row("engine to engine", u"core/routing"_s, u"core/scoring/model.h"_s, false);
    row("validation to store", u"core/validation"_s, u"core/store/write/door.h"_s, false);
    row("store to validation", u"core/store"_s, u"core/validation/gate.h"_s, false);
    row("exchange to store", u"core/exchange"_s, u"core/store/write/door.h"_s, false);
    row("store to services", u"core/store"_s, u"core/services/wording/wording.h"_s, false);
    row("core to ui", u"core/services"_s, u"ui/theme/palette.h"_s, false);
    row("ui to services", u"ui"_s, u"core/services/workbench.h"_s, true);
    row("ui to domain", u"ui"_s, u"core/domain/money.h"_s, true);
    row("ui to the tree", u"ui"_s, u"core/expr/tree.h"_s, true);
    row("ui to the parser", u"ui"_s, u"core/expr/parser.h"_s, false);
    row("ui to store", u"ui"_s, u"core/store/write/door.h"_s, false);
    row("ui to exchange", u"ui"_s, u"core/exchange/csv.h"_s, false);
    row("ui to app", u"ui"_s, u"app/desktop/application.h"_s, false);
    row("app to ui", u"app"_s, u"ui/shell/window.h"_s, true);
    row("app to store", u"app"_s, u"core/store/write/door.h"_s, true);
    row("app to tests", u"app"_s, u"tests/support/testmain.h"_s, false);
}

void TestLayers::arrow() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(bool, allowed);
    QCOMPARE(Layers(m_table).allows(from, to), allowed);
}

void TestLayers::badTable_isReported() {
    QCOMPARE(Layers(u"core/base : core/nowhere\n"_s).errors().size(), 1);
    QCOMPARE(Layers(u"core/base\n"_s).errors().size(), 1);
}

} // namespace dw::test

using dw::test::TestLayers;
DW_TEST(TestLayers)

#include "tst_layers.moc"
