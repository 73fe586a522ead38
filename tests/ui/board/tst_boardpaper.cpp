// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/ui/fakeshell.h"
#include "ui/dialogs/busydialog.h"
#include "ui/models/boardstore.h"
#include "ui/pages/board/paper/boardprint.h"

#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

using namespace ui;

/// The board on paper and as a picture.
class TestBoardPaper : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void pdf_isWritten();
    void pdf_manyCards_takeSeveralPages();
    void pdf_stopped_leavesTheOlderFile();
    void pdf_placeThatCannotBeWritten_isToldByTheRun();
    void picture_isTwiceTheScreen();
    void picture_placeThatCannotBeWritten_isFalse();
    void paper_holdsWhatIsShown();

private:
    BoardPaper paper(int deals);
    static QByteArray bytes(const QString &path);

    std::unique_ptr<FakeShell> m_shell;
    std::unique_ptr<BoardStore> m_store;
    std::unique_ptr<QWidget> m_window;
    QTemporaryDir m_folder;
};

void TestBoardPaper::init() {
    m_shell = std::make_unique<FakeShell>();
    m_store = std::make_unique<BoardStore>();
    m_window = std::make_unique<QWidget>();
    m_window->show();
}

void TestBoardPaper::cleanup() {
    m_window.reset();
    m_store.reset();
    m_shell.reset();
}

QByteArray TestBoardPaper::bytes(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

BoardPaper TestBoardPaper::paper(int deals) {
    Workspace &workspace = m_shell->workspace();
    const auto line = pipelines(workspace.reader());
    BoardSnapshot board{line->front(), {}, {}, {}};
    for (int i = 0; i < deals; ++i) {
        BoardCard card;
        card.id = {makeUuidV5(u"deal %1"_s.arg(i))};
        card.name = u"Deal %1"_s.arg(i);
        card.stage = board.pipeline.stages[size_t(i) % 3].id;
        card.amount = Money(100'00, *Currency::fromCode(u"CNY"_s));
        board.cards.push_back(card);
    }
    m_store->reset(std::move(board));
    return paperOf(*m_store, u"3 open deals"_s, *m_shell);
}

void TestBoardPaper::pdf_isWritten() {
    const QString path = m_folder.filePath(u"a.pdf"_s);
    BoardPrintRun *run = writePdf(paper(9), path, m_window.get());
    QSignalSpy ended(run, &BoardPrintRun::ended);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.front().front().toBool(), true);
    QVERIFY(bytes(path).startsWith("%PDF"));
    QVERIFY(bytes(path).trimmed().endsWith("%%EOF"));
}

void TestBoardPaper::pdf_manyCards_takeSeveralPages() {
    const QString path = m_folder.filePath(u"b.pdf"_s);
    BoardPrintRun *run = writePdf(paper(300), path, m_window.get());
    QSignalSpy ended(run, &BoardPrintRun::ended);
    QTRY_VERIFY(run->pages() > 0);
    const int pages = run->pages();
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(pages > 3);
    QCOMPARE(bytes(path).count("/Type /Page\n"), pages);
}

void TestBoardPaper::pdf_stopped_leavesTheOlderFile() {
    const QString path = m_folder.filePath(u"c.pdf"_s);
    QFile older(path);
    QVERIFY(older.open(QIODevice::WriteOnly));
    older.write("older");
    older.close();
    BoardPrintRun *run = writePdf(paper(3000), path, m_window.get());
    QSignalSpy ended(run, &BoardPrintRun::ended);
    QTRY_VERIFY(m_window->findChild<BusyDialog *>());
    m_window->findChild<BusyDialog *>()->reject();
    QCOMPARE(ended.count(), 1);
    QCOMPARE(ended.front().front().toBool(), false);
    QVERIFY(run->wasStopped());
    QCOMPARE(bytes(path), QByteArray("older"));
}

void TestBoardPaper::pdf_placeThatCannotBeWritten_isToldByTheRun() {
    BoardPrintRun *run = writePdf(paper(3), u"/nowhere/at/all.pdf"_s, m_window.get());
    QSignalSpy ended(run, &BoardPrintRun::ended);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.front().front().toBool(), false);
}

void TestBoardPaper::picture_isTwiceTheScreen() {
    const QString path = m_folder.filePath(u"a.png"_s);
    const BoardPaper sheet = paper(9);
    QVERIFY(writePicture(sheet, path, m_shell->theme()));
    const QImage image(path);
    QCOMPARE(image.width(), sheet.width() * 2);
    QVERIFY(image.height() >= BoardPaper::heightOf(3) * 2 - 1);
}

void TestBoardPaper::picture_placeThatCannotBeWritten_isFalse() {
    QVERIFY(!writePicture(paper(1), u"/nowhere/at/all.png"_s, m_shell->theme()));
}

void TestBoardPaper::paper_holdsWhatIsShown() {
    const BoardPaper all = paper(9);
    QCOMPARE(all.content().columns.size(), size_t(7));
    QCOMPARE(all.content().columns[0].count, 3);
    QCOMPARE(all.content().columns[0].cards.size(), size_t(3));
    QVERIFY(all.content().columns[0].sums.contains(u"300"_s));
    m_store->setText(u"deal 4"_s);
    const BoardPaper narrowed = paperOf(*m_store, {}, *m_shell);
    QCOMPARE(narrowed.content().columns[1].cards.size(), size_t(1));
    QCOMPARE(narrowed.content().columns[0].cards.size(), size_t(0));
    QVERIFY(BoardPaper(BoardPaper::Content{}).pageCount(500) >= 1);
}

} // namespace dw::test

using dw::test::TestBoardPaper;
DW_TEST(TestBoardPaper)

#include "tst_boardpaper.moc"
