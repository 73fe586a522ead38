// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/ui/windowfixture.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/newrecorddialog.h"
#include "ui/dialogs/persondialog.h"
#include "ui/shell/rail.h"
#include "ui/shell/windowplace.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::ui;

namespace {

/// A page that holds something typed.
class DraftPage final : public Page {
public:
    [[nodiscard]] QString id() const override { return u"draft"_s; }
    [[nodiscard]] QString iconName() const override { return u"board"_s; }
    [[nodiscard]] QString title() const override { return u"Draft"_s; }
    [[nodiscard]] bool isReady() const override { return true; }
    [[nodiscard]] QString unsaved() const override { return kept ? QString() : draft; }
    [[nodiscard]] bool mayClose() override {
        kept = keepsItself;
        return unsaved().isEmpty();
    }
    QString draft = u"Amount"_s;
    bool keepsItself = false;
    bool kept = false;
};

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT
private slots:
    void init() { m_fixture = std::make_unique<test::WindowFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void translations_areComplete();
    void chinese_leavesNothingInEnglish();
    void english_again_leavesNothingInChinese();
    void themeMenu_switchesTheWholeWindow();
    void languageMenu_namesEachInItsOwnLanguage();
    void newShortcut_opensTheForm_data();
    void newShortcut_opensTheForm();
    void tab_reachesEveryButtonOfTheShell();
    void focus_showsOneRing();
    void rail_wideAndBack_keepsItsMeasures();
    void person_menuSwitches();
    void readOnly_canChangeNothing();
    void preferences_comeBack();
    void firstPlace_isInsideTheScreen();
    void keptPlace_ofALargerScreen_isInsideThisOne();
    void placeWithin_movesAndShrinks_data();
    void placeWithin_movesAndShrinks();
    void start_thePageHasTheFocus();
    void dialogClosed_focusIsWhereItWas();
    void dialogClosed_whatHadTheFocusIsGone_thePageHasIt();
    void close_withInputInADialog_asks();
    void close_withInputOnThePage_asks_data();
    void close_withInputOnThePage_asks();
    void close_thePageKeepsItself_asksNothing();
    void otherPage_withInput_asks();
    void anotherWorkspace_withInput_asks();

private:
    /// Texts that people see in a window: labels, buttons, placeholders, tooltips, titles, actions.
    static QStringList textsOf(const QWidget &window) {
        QStringList texts{window.windowTitle()};
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            texts << widget->toolTip() << widget->accessibleName();
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                texts << label->text();
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                texts << button->text();
            if (const auto *line = qobject_cast<const QLineEdit *>(widget))
                texts << line->placeholderText();
            if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
                texts << text->placeholderText();
        }
        for (const QAction *action : window.findChildren<QAction *>())
            texts << action->text() << action->toolTip();
        texts.removeAll(QString());
        return texts;
    }
    void openEverything() {
        m_fixture->make(u"account"_s, {{u"name"_s, {}, u"苏州同创汽配"_s}});
        m_fixture->window().pages().front()->prepareForPicture();
        m_fixture->shell().openNew(u"deal"_s, {});
        m_fixture->shell().openNew(u"account"_s, {});
        m_fixture->shell().openNew(u"contact"_s, {});
        m_fixture->shell().choosePerson();
        m_fixture->settle();
    }
    void use(Language language) {
        m_fixture->languages().use(language);
        m_fixture->theme().refreshFonts();
        m_fixture->settle();
    }
    QMenu *openMenu(const QString &button) {
        m_fixture->window().findChild<QAbstractButton *>(button)->click();
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }

    DraftPage *showDraft();

    QTemporaryDir m_folder;
    std::unique_ptr<test::WindowFixture> m_fixture;
};

namespace {

struct Translation {
    QString source, text;
    bool finished = true;
};

std::vector<Translation> readTranslations() {
    QFile file(QStringLiteral(DW_SOURCE_DIR) + u"/translations/dealwright_zh_CN.ts"_s);
    std::vector<Translation> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    QXmlStreamReader xml(&file);
    Translation current;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement() && !xml.isEndElement())
            continue;
        if (xml.isStartElement() && xml.name() == u"source"_s)
            current.source = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == u"translation"_s) {
            current.finished = !xml.attributes().hasAttribute(u"type"_s);
            current.text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            all.push_back(current);
        }
    }
    return all;
}

} // namespace

void TestMainWindow::translations_areComplete() {
    const auto all = readTranslations();
    QVERIFY(all.size() > 50);
    for (const Translation &one : all) {
        QVERIFY2(one.finished && !one.text.isEmpty(), qPrintable(one.source));
        static const QRegularExpression place(u"%[1-9n]"_s);
        for (auto it = place.globalMatch(one.source); it.hasNext();)
            QVERIFY2(one.text.contains(it.next().captured()), qPrintable(one.source));
    }
}

void TestMainWindow::chinese_leavesNothingInEnglish() {
    openEverything();
    QSet<QString> english;
    for (const Translation &one : readTranslations()) {
        if (one.text != one.source)
            english << one.source;
    }
    for (const EntityDesc &entity : m_fixture->workspace().catalog()->entities()) {
        for (const FieldDesc &field : entity.fields) {
            if (field.label.en != field.label.zh)
                english << field.label.en;
        }
    }
    use(Language::Chinese);
    for (const QString &text : textsOf(m_fixture->window()))
        QVERIFY2(!english.contains(text), qPrintable(text));
}

void TestMainWindow::english_again_leavesNothingInChinese() {
    openEverything();
    const QStringList before = textsOf(m_fixture->window());
    use(Language::Chinese);
    QVERIFY(textsOf(m_fixture->window()) != before);
    use(Language::English);
    const QStringList after = textsOf(m_fixture->window());
    for (const QString &text : after)
        QVERIFY2(before.contains(text), qPrintable(text));
    for (const QString &text : before)
        QVERIFY2(after.contains(text), qPrintable(text));
}

void TestMainWindow::themeMenu_switchesTheWholeWindow() {
    QMenu *menu = openMenu(u"theme"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 3);
    QVERIFY(menu->actions().at(0)->isChecked());
    menu->actions().at(1)->trigger();
    menu->close();
    QCOMPARE(m_fixture->theme().scheme(), Scheme::Dark);
    const QImage picture = m_fixture->window().grab().toImage();
    const Tokens &dark = tokensOf(Scheme::Dark);
    QCOMPARE(picture.pixelColor(2, picture.height() / 2), dark.background);
    QCOMPARE(picture.pixelColor(picture.width() / 2, 2), dark.surface);
    int light = 0;
    for (int y = 0; y < picture.height(); y += 7) {
        for (int x = 0; x < picture.width(); x += 7)
            light += int(picture.pixelColor(x, y).lightness() > 235);
    }
    QVERIFY2(light < 60, qPrintable(QString::number(light)));
}

void TestMainWindow::languageMenu_namesEachInItsOwnLanguage() {
    for (const Language language : {Language::English, Language::Chinese}) {
        use(language);
        QMenu *menu = openMenu(u"language"_s);
        QVERIFY(menu);
        QCOMPARE(menu->actions().at(0)->text(), u"English"_s);
        QCOMPARE(menu->actions().at(1)->text(), u"简体中文"_s);
        QCOMPARE(menu->actions().at(0)->isChecked(), language == Language::English);
        menu->close();
    }
    QMenu *menu = openMenu(u"language"_s);
    menu->actions().at(0)->trigger();
    QCOMPARE(m_fixture->shell().language(), Language::English);
}

void TestMainWindow::newShortcut_opensTheForm_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("shift");
    QTest::addColumn<QString>("name");
    QTest::newRow("deal") << int(Qt::Key_N) << false << u"new:deal"_s;
    QTest::newRow("account") << int(Qt::Key_A) << true << u"new:account"_s;
    QTest::newRow("contact") << int(Qt::Key_C) << true << u"new:contact"_s;
}

void TestMainWindow::newShortcut_opensTheForm() {
    QFETCH(const int, key);
    QFETCH(const bool, shift);
    QFETCH(const QString, name);
    QTest::keyClick(&m_fixture->window(), Qt::Key(key),
                    Qt::ControlModifier | (shift ? Qt::ShiftModifier : Qt::NoModifier));
    const auto *dialog = m_fixture->dialog<NewRecordDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->objectName(), name);
}

void TestMainWindow::tab_reachesEveryButtonOfTheShell() {
    m_fixture->make(u"account"_s, {{u"name"_s, {}, u"Acme"_s}});
    m_fixture->settle();
    QSet<QWidget *> wanted;
    for (const char *part : {"rail", "topBar"}) {
        const auto buttons = m_fixture->window()
                                 .findChild<QWidget *>(QString::fromLatin1(part))
                                 ->findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons) {
            if (button->isEnabled() && button->isVisible())
                wanted << button;
        }
    }
    QVERIFY(wanted.size() >= 6);
    m_fixture->window().setFocus();
    for (int i = 0; i < 200 && !wanted.isEmpty(); ++i) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget()
                                                    : &m_fixture->window(),
                        Qt::Key_Tab);
        wanted.remove(QApplication::focusWidget());
    }
    for (const QWidget *left : wanted)
        QFAIL(qPrintable(left->objectName() + u' ' + left->toolTip()));
}

void TestMainWindow::focus_showsOneRing() {
    auto *theme = m_fixture->window().findChild<QAbstractButton *>(u"theme"_s);
    theme->setFocus(Qt::TabFocusReason);
    const auto picture = m_fixture->window().grab().toImage();
    const QPoint edge = theme->mapTo(&m_fixture->window(), QPoint(-1, theme->height() / 2));
    QVERIFY(picture.pixelColor(edge) != tokensOf(Scheme::Light).surface);
    auto *language = m_fixture->window().findChild<QAbstractButton *>(u"language"_s);
    language->setFocus(Qt::TabFocusReason);
    QCOMPARE(m_fixture->window().grab().toImage().pixelColor(edge),
             tokensOf(Scheme::Light).surface);
}

void TestMainWindow::rail_wideAndBack_keepsItsMeasures() {
    auto *rail = m_fixture->window().findChild<Rail *>();
    auto *item = m_fixture->window().findChild<QAbstractButton *>(u"rail:board"_s);
    QCOMPARE(rail->width(), 56);
    QCOMPARE(item->geometry(), QRect(4, 53, 47, 46));
    m_fixture->window().findChild<QAbstractButton *>(u"railWidth"_s)->click();
    QCOMPARE(rail->width(), 200);
    QCOMPARE(item->geometry(), QRect(8, 53, 184, 30));
    m_fixture->window().findChild<QAbstractButton *>(u"railWidth"_s)->click();
    QCOMPARE(rail->width(), 56);
    QCOMPARE(m_fixture->window().findChild<QWidget *>(u"topBar"_s)->height(), 48);
}

void TestMainWindow::person_menuSwitches() {
    QMenu *menu = openMenu(u"who"_s);
    QVERIFY(menu);
    menu->actions().constFirst()->trigger();
    menu->close();
    QVERIFY(m_fixture->dialog<PersonDialog>());
}

void TestMainWindow::readOnly_canChangeNothing() {
    const QString folder = m_fixture->workspace().paths().folder;
    const SystemClock clock;
    auto opened = Workspace::open(
        {.path = folder, .clock = clock, .wall = clock, .mode = Workspace::Mode::ReadOnly});
    QVERIFY(opened.ok());
    Preferences preferences = Preferences::none();
    LookMenus look(m_fixture->theme(), m_fixture->languages(), preferences);
    Shell shell(**opened, m_fixture->theme(), m_fixture->languages());
    MainWindow window(shell, look, preferences);
    window.show();
    QVERIFY(!window.findChild<QAbstractButton *>(u"new"_s)->isEnabled());
    QVERIFY(!window.findChild<QAction *>(u"undo"_s)->isEnabled());
    const auto labels = window.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *l) {
        return l->text() == u"Read only"_s && l->isVisible();
    }));
}

void TestMainWindow::preferences_comeBack() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"preferences.ini"_s);
    {
        Preferences first = Preferences::inFile(file);
        QVERIFY(!first.theme() && !first.language() && !first.wideRail());
        first.setTheme(ThemeChoice::System);
        first.setLanguage(Language::Chinese);
        first.setWideRail(true);
        first.setGeometry("place");
        first.setWorkspace(u"/somewhere"_s);
        first.setSeen(u"/somewhere"_s);
    }
    const Preferences again = Preferences::inFile(file);
    QCOMPARE(again.theme(), std::optional(ThemeChoice::System));
    QCOMPARE(again.language(), std::optional(Language::Chinese));
    QVERIFY(again.wideRail());
    QCOMPARE(again.geometry(), QByteArray("place"));
    QCOMPARE(again.workspace(), u"/somewhere"_s);
    QVERIFY(again.hasSeen(u"/somewhere"_s));
    QVERIFY(!again.hasSeen(u"/elsewhere"_s));
}

void TestMainWindow::firstPlace_isInsideTheScreen() {
    MainWindow &window = m_fixture->window();
    const QRect room = window.screen()->availableGeometry();
    QVERIFY2(room.width() < 1440, "the screen of the tests is smaller than the usual window");
    window.restorePlace();
    QVERIFY(room.contains(window.frameGeometry()));
}

void TestMainWindow::keptPlace_ofALargerScreen_isInsideThisOne() {
    Preferences preferences = Preferences::inFile(m_folder.filePath(u"place.ini"_s));
    QWidget large;
    large.setGeometry(900, 700, 1440, 900);
    preferences.setGeometry(large.saveGeometry());
    LookMenus look(m_fixture->theme(), m_fixture->languages(), preferences);
    Shell shell(m_fixture->workspace(), m_fixture->theme(), m_fixture->languages());
    MainWindow window(shell, look, preferences);
    window.restorePlace();
    window.show();
    QVERIFY(window.screen()->availableGeometry().contains(window.frameGeometry()));
}

void TestMainWindow::placeWithin_movesAndShrinks_data() {
    QTest::addColumn<QRect>("wanted");
    QTest::addColumn<QRect>("place");
    // The room is 1000 x 800 at (10, 20), of which the frame takes 4, 36, 4, 4.
    QTest::newRow("fits") << QRect(100, 100, 500, 400) << QRect(100, 100, 500, 400);
    QTest::newRow("just fits") << QRect(14, 56, 992, 760) << QRect(14, 56, 992, 760);
    QTest::newRow("one too wide") << QRect(14, 56, 993, 760) << QRect(14, 56, 992, 760);
    QTest::newRow("too far left and up") << QRect(-300, -5, 500, 400) << QRect(14, 56, 500, 400);
    QTest::newRow("too far right and down")
        << QRect(900, 700, 500, 400) << QRect(506, 416, 500, 400);
    QTest::newRow("larger than all") << QRect(0, 0, 5000, 4000) << QRect(14, 56, 992, 760);
}

void TestMainWindow::placeWithin_movesAndShrinks() {
    QFETCH(const QRect, wanted);
    QFETCH(const QRect, place);
    QCOMPARE(placeWithin(wanted, QRect(10, 20, 1000, 800), QMargins(4, 36, 4, 4)), place);
}

void TestMainWindow::start_thePageHasTheFocus() {
    const QWidget *focused = QApplication::focusWidget();
    QVERIFY(focused);
    const Page *page = m_fixture->window().pages().front();
    QVERIFY2(focused == page || page->isAncestorOf(focused), qPrintable(focused->objectName()));
}

void TestMainWindow::dialogClosed_focusIsWhereItWas() {
    auto *filter = m_fixture->window().findChild<QLineEdit *>(u"boardFilter"_s);
    filter->setFocus();
    for (const bool agreed : {false, true}) {
        m_fixture->shell().choosePerson();
        m_fixture->settle();
        auto *dialog = m_fixture->dialog<PersonDialog>();
        QVERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(dialog, agreed ? Qt::Key_Return : Qt::Key_Escape);
        QTRY_VERIFY(!m_fixture->dialog<PersonDialog>());
        m_fixture->window().activateWindow();
        m_fixture->settle();
        QCOMPARE(QApplication::focusWidget(), filter);
    }
}

void TestMainWindow::dialogClosed_whatHadTheFocusIsGone_thePageHasIt() {
    auto *gone = new QLineEdit(&m_fixture->window());
    gone->show();
    gone->setFocus();
    m_fixture->shell().choosePerson();
    m_fixture->settle();
    delete gone;
    QTest::keyClick(m_fixture->dialog<PersonDialog>(), Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->dialog<PersonDialog>());
    m_fixture->window().activateWindow();
    m_fixture->settle();
    const Page *page = m_fixture->window().pages().front();
    const QWidget *focused = QApplication::focusWidget();
    QVERIFY(focused);
    QVERIFY2(page->isAncestorOf(focused), qPrintable(focused->objectName()));
}

DraftPage *TestMainWindow::showDraft() {
    auto page = std::make_unique<DraftPage>();
    DraftPage *shown = page.get();
    m_fixture->window().addPage(std::move(page));
    m_fixture->window().showPage(int(m_fixture->window().pages().size()) - 1);
    return shown;
}

void TestMainWindow::close_withInputInADialog_asks() {
    m_fixture->shell().openNew(u"account"_s, {});
    m_fixture->settle();
    auto *dialog = m_fixture->dialog<NewRecordDialog>();
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"Half a name"_s);
    m_fixture->window().close();
    QVERIFY(m_fixture->window().isVisible());
    auto *question = dialog->findChild<ConfirmDialog *>();
    QVERIFY(question && question->isVisible());
    QCOMPARE(question->windowTitle(), u"Leave without saving “New account”?"_s);
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->findChild<QLineEdit *>()->text(), u"Half a name"_s);
}

void TestMainWindow::close_withInputOnThePage_asks_data() {
    QTest::addColumn<bool>("agreed");
    QTest::newRow("agreed") << true;
    QTest::newRow("turned away") << false;
}

void TestMainWindow::close_withInputOnThePage_asks() {
    QFETCH(const bool, agreed);
    showDraft();
    m_fixture->window().close();
    auto *question = m_fixture->dialog<ConfirmDialog>();
    QVERIFY(question);
    QCOMPARE(question->windowTitle(), u"Leave without saving “Amount”?"_s);
    QVERIFY(m_fixture->window().isVisible());
    QTest::mouseClick(question->findChild<QPushButton *>(agreed ? u"confirm"_s : u"cancel"_s),
                      Qt::LeftButton);
    QCOMPARE(m_fixture->window().isVisible(), !agreed);
}

void TestMainWindow::close_thePageKeepsItself_asksNothing() {
    DraftPage *page = showDraft();
    page->keepsItself = true;
    m_fixture->window().close();
    QVERIFY(page->kept);
    QVERIFY(!m_fixture->window().isVisible());
}

void TestMainWindow::otherPage_withInput_asks() {
    DraftPage *page = showDraft();
    auto *item = m_fixture->window().findChild<QAbstractButton *>(u"rail:board"_s);
    auto *own = m_fixture->window().findChild<QAbstractButton *>(u"rail:draft"_s);
    QTest::mouseClick(item, Qt::LeftButton);
    auto *question = m_fixture->dialog<ConfirmDialog>();
    QVERIFY(question);
    QVERIFY(page->isVisible() && own->isChecked() && !item->isChecked());
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(page->isVisible());
    QTest::mouseClick(item, Qt::LeftButton);
    m_fixture->dialog<ConfirmDialog>()->findChild<QPushButton *>(u"confirm"_s)->click();
    QVERIFY(!page->isVisible());
    QVERIFY(item->isChecked());
}

void TestMainWindow::anotherWorkspace_withInput_asks() {
    showDraft();
    QSignalSpy asked(&m_fixture->window(), &MainWindow::anotherWorkspaceAsked);
    QMenu *menu = openMenu(u"workspace"_s);
    QVERIFY(menu);
    menu->actions().constFirst()->trigger();
    menu->close();
    QCOMPARE(asked.count(), 0);
    m_fixture->dialog<ConfirmDialog>()->findChild<QPushButton *>(u"confirm"_s)->click();
    QCOMPARE(asked.count(), 1);
}

DW_TEST(TestMainWindow)
#include "tst_mainwindow.moc"
