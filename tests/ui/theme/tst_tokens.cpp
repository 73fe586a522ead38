// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/theme/contrast.h"
#include "ui/theme/tokens.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw::ui;

class TestTokens : public QObject {
    Q_OBJECT
private slots:
    void text_onEverySurface_readsAt45_data();
    void text_onEverySurface_readsAt45();
    void text_onItsSoftSurface_readsAt45_data();
    void text_onItsSoftSurface_readsAt45();
    void schemes_differInEveryColour();
    void categoryColor_isTheSameForever();
    void contrastRatio_matchesTheStandard();
    void readable_reachesTheContrastOrGivesTheTarget();
};

namespace {

struct Named {
    const char *name;
    QColor Tokens::*color;
};

constexpr Named texts[] = {{"text", &Tokens::text},
                           {"secondary", &Tokens::secondary},
                           {"faint", &Tokens::faint},
                           {"accent", &Tokens::accent},
                           {"positiveText", &Tokens::positiveText},
                           {"warningText", &Tokens::warningText},
                           {"dangerText", &Tokens::dangerText},
                           {"infoText", &Tokens::infoText}};
constexpr Named surfaces[] = {{"background", &Tokens::background},
                              {"surface", &Tokens::surface},
                              {"raised", &Tokens::raised},
                              {"sunken", &Tokens::sunken}};

} // namespace

void TestTokens::text_onEverySurface_readsAt45_data() {
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("surface");
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const Tokens &t = tokensOf(scheme);
        for (const Named &text : texts) {
            for (const Named &surface : surfaces)
                QTest::addRow("%s: %s on %s", scheme == Scheme::Dark ? "dark" : "light", text.name,
                              surface.name)
                    << t.*text.color << t.*surface.color;
        }
    }
}

void TestTokens::text_onEverySurface_readsAt45() {
    QFETCH(const QColor, text);
    QFETCH(const QColor, surface);
    QVERIFY2(contrastRatio(text, surface) >= 4.5,
             qPrintable(QString::number(contrastRatio(text, surface))));
}

void TestTokens::text_onItsSoftSurface_readsAt45_data() {
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("surface");
    constexpr std::pair<Named, Named> pairs[] = {
        {{"text", &Tokens::text}, {"accentSoft", &Tokens::accentSoft}},
        {{"accent", &Tokens::accent}, {"accentSoft", &Tokens::accentSoft}},
        // A card that is marked.
        {{"secondary", &Tokens::secondary}, {"accentSoft", &Tokens::accentSoft}},
        {{"faint", &Tokens::faint}, {"accentSoft", &Tokens::accentSoft}},
        {{"warningText", &Tokens::warningText}, {"accentSoft", &Tokens::accentSoft}},
        // A note on why a move was refused.
        {{"text", &Tokens::text}, {"dangerSoft", &Tokens::dangerSoft}},
        {{"onAccent", &Tokens::onAccent}, {"accent", &Tokens::accent}},
        {{"positiveText", &Tokens::positiveText}, {"positiveSoft", &Tokens::positiveSoft}},
        {{"warningText", &Tokens::warningText}, {"warningSoft", &Tokens::warningSoft}},
        {{"dangerText", &Tokens::dangerText}, {"dangerSoft", &Tokens::dangerSoft}}};
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        for (const auto &[text, surface] : pairs)
            QTest::addRow("%s: %s on %s", scheme == Scheme::Dark ? "dark" : "light", text.name,
                          surface.name)
                << tokensOf(scheme).*text.color << tokensOf(scheme).*surface.color;
    }
}

void TestTokens::text_onItsSoftSurface_readsAt45() { text_onEverySurface_readsAt45(); }

void TestTokens::schemes_differInEveryColour() {
    for (const Named &one : texts)
        QVERIFY2(tokensOf(Scheme::Light).*one.color != tokensOf(Scheme::Dark).*one.color, one.name);
    for (const Named &one : surfaces)
        QVERIFY2(tokensOf(Scheme::Light).*one.color != tokensOf(Scheme::Dark).*one.color, one.name);
}

void TestTokens::categoryColor_isTheSameForever() {
    QCOMPARE(categoryColor(u"李婉清"_s), categoryColor(u"李婉清"_s));
    // Fixed values: a change would repaint every person of every team.
    QCOMPARE(categoryColor(u""_s).name(), u"#8c6d31"_s);
    QCOMPARE(categoryColor(u"Anna Snelling"_s).name(), u"#e08a1e"_s);
}

void TestTokens::contrastRatio_matchesTheStandard() {
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    QCOMPARE(qRound(contrastRatio(QColor(0x777777), Qt::white) * 100), 448);
    QCOMPARE(contrastRatio(QColor(0x123456), QColor(0xABCDEF)),
             contrastRatio(QColor(0xABCDEF), QColor(0x123456)));
}

void TestTokens::readable_reachesTheContrastOrGivesTheTarget() {
    const QColor pale(0x5AAFE0);
    const QColor found = readable(pale, Qt::white, Qt::black);
    QVERIFY(found != pale);
    QVERIFY(contrastRatio(found, Qt::white) >= 4.5);
    QCOMPARE(readable(Qt::black, Qt::white, Qt::black), QColor(Qt::black));
    QCOMPARE(readable(Qt::white, Qt::white, QColor(0xEEEEEE)), QColor(0xEEEEEE));
}

DW_TEST(TestTokens)
#include "tst_tokens.moc"
