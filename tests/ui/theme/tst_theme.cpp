// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/theme/contrast.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileDialog>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw::ui;

class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void apply_dark_setsPaletteSheetAndFont();
    void apply_again_tellsWhoPaints();
    void styleSheet_leavesNoNameUnfilled();
    void icon_ofEveryName_paintsInItsColour_data();
    void icon_ofEveryName_paintsInItsColour();
    void icon_everyNameInTheSources_isThere();
    void icon_unknown_isSaidInTheLog();
    void placeholder_readsAt45_data();
    void placeholder_readsAt45();
    void header_ofTheFileDialog_readsAt45_data();
    void header_ofTheFileDialog_readsAt45();
    void pixmap_atRatio2_hasTwiceThePixels();
    void icon_followsTheThemeWithoutBeingMadeAnew();
    void icon_disabled_isHalfAsStrong();
    void font_figuresAreOfEqualWidth_data();
    void font_figuresAreOfEqualWidth();
    void font_weight500InChinese_isOneThatTheFaceHas();
};

namespace {

/// The strongest colour of a picture.
QColor inkOf(const QPixmap &pixmap) {
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QColor ink(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > ink.alpha())
                ink = image.pixelColor(x, y);
        }
    }
    return ink;
}

/// Literals that stand where an icon's name is expected: the name behind a call that takes one, or
/// the first of a list before a text or a colour.
QStringList iconNames(const QString &source) {
    static const QRegularExpression inCall(
        uR"re(\b(?:[iI]con|pixmap|paintIcon|MenuButton|addButton|add|ask|WayButton|RailButton)\(([^;{]*))re"_s);
    static const QRegularExpression inList(uR"re(\{\s*u"([a-z-]+)"_s,\s*(?:tr\(|&Tokens::))re"_s);
    static const QRegularExpression returned(
        uR"re((?:iconName|themeIcon)\(\)[^;]*?"([a-z-]+)")re"_s);
    static const QRegularExpression literal(uR"re((?<!tr\()"([a-z]+(?:-[a-z]+)*)")re"_s);
    QStringList names;
    for (const QRegularExpression *shape : {&inList, &returned}) {
        for (auto it = shape->globalMatch(source); it.hasNext();)
            names << it.next().captured(1);
    }
    for (auto call = inCall.globalMatch(source); call.hasNext();) {
        const QString words = call.next().captured();
        // What merely shares its name with such a call holds other words.
        if (!words.contains(u"con"_s) && !words.startsWith(u"MenuButton"_s)
            && !words.startsWith(u"addButton"_s))
            continue;
        const auto first = literal.match(words);
        if (first.hasMatch())
            names << first.captured(1);
    }
    return names;
}

} // namespace

void TestTheme::apply_dark_setsPaletteSheetAndFont() {
    Theme theme;
    theme.apply(ThemeChoice::Dark);
    QCOMPARE(theme.scheme(), Scheme::Dark);
    QCOMPARE(qApp->palette().color(QPalette::Window), tokensOf(Scheme::Dark).background);
    QVERIFY(qApp->styleSheet().contains(tokensOf(Scheme::Dark).accent.name()));
    QCOMPARE(QApplication::font().pixelSize(), metric::body);
    theme.apply(ThemeChoice::Light);
    QCOMPARE(qApp->palette().color(QPalette::Window), tokensOf(Scheme::Light).background);
}

void TestTheme::apply_again_tellsWhoPaints() {
    Theme theme;
    QSignalSpy changed(&theme, &Theme::changed);
    theme.apply(ThemeChoice::Light);
    theme.apply(ThemeChoice::System);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(theme.choice(), ThemeChoice::System);
}

void TestTheme::styleSheet_leavesNoNameUnfilled() {
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const QString sheet = styleSheetOf(tokensOf(scheme));
        QVERIFY(sheet.size() > 1000);
        QVERIFY(!sheet.contains(u'@'));
        QCOMPARE(sheet.count(u'{'), sheet.count(u'}'));
    }
}

void TestTheme::icon_ofEveryName_paintsInItsColour_data() {
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(files.size() > 20);
    for (const QString &file : files) {
        const QString name = file.chopped(4);
        if (name != "app"_L1)
            QTest::newRow(qPrintable(name)) << name;
    }
}

void TestTheme::icon_ofEveryName_paintsInItsColour() {
    QFETCH(const QString, name);
    const Theme theme;
    const QColor color(0x2F5BEA);
    const QColor ink = inkOf(theme.pixmap(name, 32, color, 1.0));
    QCOMPARE(ink.alpha(), 255);
    QCOMPARE(ink.rgb(), color.rgb());
}

/// Every literal that stands where an icon's name is expected.
void TestTheme::icon_everyNameInTheSources_isThere() {
    QStringList names;
    for (const auto &folder : {u"/ui"_s, u"/app/desktop"_s}) {
        QDirIterator it(QStringLiteral(DW_SOURCE_DIR) + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            names += iconNames(QString::fromUtf8(file.readAll()));
        }
    }
    names.removeDuplicates();
    QVERIFY2(names.size() > 30, qPrintable(names.join(u' ')));
    for (const QString &name : names)
        QVERIFY2(QFile::exists(u":/icons/"_s + name + u".svg"_s), qPrintable(name));
}

void TestTheme::icon_unknown_isSaidInTheLog() {
    const Theme theme;
    QTest::ignoreMessage(QtWarningMsg, "no icon named nothing");
    QCOMPARE(inkOf(theme.pixmap(u"nothing"_s, 16, Qt::black, 1.0)).alpha(), 0);
}

void TestTheme::pixmap_atRatio2_hasTwiceThePixels() {
    const Theme theme;
    const QPixmap pixmap = theme.pixmap(u"undo"_s, 16, Qt::black, 2.0);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.deviceIndependentSize(), QSizeF(16, 16));
    QCOMPARE(theme.pixmap(u"undo"_s, 16, Qt::black, 1.5).width(), 24);
}

void TestTheme::icon_followsTheThemeWithoutBeingMadeAnew() {
    Theme theme;
    theme.apply(ThemeChoice::Light);
    const QIcon icon = theme.icon(u"undo"_s);
    QCOMPARE(inkOf(icon.pixmap(QSize(32, 32), 1.0)).rgb(), tokensOf(Scheme::Light).secondary.rgb());
    theme.apply(ThemeChoice::Dark);
    QCOMPARE(inkOf(icon.pixmap(QSize(32, 32), 1.0)).rgb(), tokensOf(Scheme::Dark).secondary.rgb());
    QCOMPARE(icon.pixmap(QSize(32, 32), 2.0).width(), 64);
    theme.apply(ThemeChoice::Light);
}

void TestTheme::icon_disabled_isHalfAsStrong() {
    const Theme theme;
    const QPixmap pixmap = theme.icon(u"plus"_s).pixmap(QSize(32, 32), 1.0, QIcon::Disabled);
    const int alpha = inkOf(pixmap).alpha();
    QVERIFY2(alpha > 115 && alpha < 140, qPrintable(QString::number(alpha)));
}

void TestTheme::font_figuresAreOfEqualWidth_data() {
    QTest::addColumn<int>("weight");
    for (const int weight : {400, 500, 600})
        QTest::addRow("%d", weight) << weight;
}

void TestTheme::font_figuresAreOfEqualWidth() {
    QFETCH(const int, weight);
    const Theme theme;
    const QFontMetricsF metrics(theme.font(metric::body, weight));
    for (const QChar digit : u"123456789"_s)
        QCOMPARE(metrics.horizontalAdvance(digit), metrics.horizontalAdvance(u'0'));
}

void TestTheme::font_weight500InChinese_isOneThatTheFaceHas() {
    const Theme theme;
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(int(theme.font(metric::body, 500).weight()), 500);
    QLocale::setDefault(QLocale(QLocale::Chinese));
    const int weight = theme.font(metric::body, 500).weight();
    QVERIFY(weight == 500 || weight == 600);
    QCOMPARE(int(theme.font(metric::body, 400).weight()), 400);
    QLocale::setDefault(QLocale::c());
}

void TestTheme::placeholder_readsAt45_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// As the widgets show it, not as the tokens say: a style sheet can make a colour of its own.
void TestTheme::placeholder_readsAt45() {
    QFETCH(const bool, dark);
    Theme theme;
    theme.apply(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    QLineEdit line;
    QPlainTextEdit text;
    for (QWidget *input : {static_cast<QWidget *>(&line), static_cast<QWidget *>(&text)}) {
        input->ensurePolished();
        const QColor shown = input->palette().color(QPalette::PlaceholderText);
        for (const QColor &surface : {theme.tokens().surface, theme.tokens().sunken}) {
            const QColor seen = mixed(shown, surface, double(shown.alphaF()));
            QVERIFY2(contrastRatio(seen, surface) >= 4.5,
                     qPrintable(QString::number(contrastRatio(seen, surface))));
        }
        QVERIFY(contrastRatio(input->palette().color(QPalette::Text), theme.tokens().surface) > 7);
    }
    theme.apply(ThemeChoice::Light);
}

void TestTheme::header_ofTheFileDialog_readsAt45_data() { placeholder_readsAt45_data(); }

void TestTheme::header_ofTheFileDialog_readsAt45() {
    QFETCH(const bool, dark);
    Theme theme;
    theme.apply(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    QFileDialog dialog;
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.setViewMode(QFileDialog::Detail);
    dialog.resize(700, 480);
    dialog.show();
    auto *header = dialog.findChild<QHeaderView *>();
    QVERIFY(header && header->isVisible());
    const QImage picture = header->grab().toImage();
    const QColor ground = picture.pixelColor(2, 2);
    QCOMPARE(ground, theme.tokens().background);
    double best = 1;
    for (int y = 0; y < picture.height() - 2; ++y) {
        for (int x = 0; x < picture.width(); ++x)
            best = std::max(best, contrastRatio(picture.pixelColor(x, y), ground));
    }
    QVERIFY2(best >= 4.5, qPrintable(QString::number(best)));
    theme.apply(ThemeChoice::Light);
}

DW_TEST(TestTheme)
#include "tst_theme.moc"
