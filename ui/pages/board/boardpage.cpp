// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/boardpage.h"

#include "core/services/board/boardtotals.h"
#include "core/services/wording/wording.h"
#include "ui/pages/board/boardfeed.h"
#include "ui/pages/board/boardhead.h"
#include "ui/pages/board/boardview.h"
#include "ui/pages/board/columns/columnhead.h"
#include "ui/pages/board/columns/grouptext.h"
#include "ui/pages/board/filters/filterbar.h"
#include "ui/pages/board/panel/dealpanel.h"
#include "ui/pages/board/paper/boardprint.h"
#include "ui/pages/board/several/bulkactions.h"
#include "ui/pages/board/several/bulkbar.h"
#include "ui/shell/errortext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/popupplace.h"

#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int floatsBelow = 1200;

} // namespace

BoardPage::BoardPage(ShellServices &shell)
    : m_shell(shell),
      m_feed(new BoardFeed(m_store, shell, this)) {
    buildBody();
    listen();
    listenToView();
    retranslate();
    m_feed->start();
}

BoardPage::~BoardPage() = default;

void BoardPage::askNew() {
    Record preset(u"deal"_s, {});
    const EntityDesc &entity = *m_shell.workspace().catalog()->entity(u"deal");
    preset.set(entity.byName(u"pipeline"), m_feed->pipeline());
    if (!m_store.pipeline().stages.empty())
        preset.set(entity.byName(u"stage"), m_store.pipeline().stages.front().id);
    m_shell.openNew(u"deal"_s, preset);
}

void BoardPage::buildBody() {
    m_head = new BoardHead(m_shell, this);
    m_bar = new FilterBar(m_shell, this);
    m_stack = new QStackedWidget(this);
    m_moves = new BoardMoves(m_store, m_shell, this);
    m_view = new BoardView(m_store, *m_moves, m_shell, m_stack);
    m_empty = new EmptyState(m_stack);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_bulk = new BulkActions(m_store, m_shell, this);
    m_bulkBar = new BulkBar(m_store, m_view->marks(), m_shell, m_stack);
    m_panel = new DealPanel(m_store, m_shell, this);
    m_panel->hide();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_head);
    outer->addWidget(m_bar);
    outer->addWidget(makeLine(this));
    m_body = new QHBoxLayout;
    m_body->setSpacing(0);
    m_body->addWidget(m_stack, 1);
    outer->addLayout(m_body, 1);
}

void BoardPage::listen() {
    connect(m_head, &BoardHead::textChanged, this, [this](const QString &text) {
        m_store.setText(text);
        showState();
    });
    connect(m_head, &BoardHead::left, m_view, &BoardView::focusBoard);
    connect(m_head, &BoardHead::newAsked, this, &BoardPage::askNew);
    connect(m_head, &BoardHead::pipelineChosen, this, &BoardPage::choosePipeline);
    connect(&m_store, &BoardStore::columnTouched, this, &BoardPage::showTotals);
    connect(m_feed, &BoardFeed::pipelinesChanged, this, &BoardPage::fillPipelines);
    connect(m_feed, &BoardFeed::settled, this, [this] {
        m_head->setName(m_store.pipeline().name);
        showTotals();
        showState();
        emit ready();
    });
    connect(m_feed, &BoardFeed::followed, this, [this](const ChangeNotice &notice) {
        m_view->keepSelection();
        m_panel->follow(notice);
        showState();
    });
    connect(m_feed, &BoardFeed::readAnew, this, [this] {
        ChangeNotice shown;
        shown.moved.push_back({u"deal"_s, m_panel->deal(), {}});
        m_panel->follow(shown);
    });
    connect(m_feed, &BoardFeed::filterFailed, this, [this](const Error &error) {
        const QString text = errorText(error, m_shell.language(), *m_shell.workspace().catalog());
        m_bar->showProblem(text);
        m_shell.notifyError(error);
    });
    connect(m_feed, &BoardFeed::conversionsChanged, m_view, &BoardView::setConversions);
    connect(m_feed, &BoardFeed::dayTurned, m_view, &BoardView::renew);
    connect(m_feed, &BoardFeed::dayTurned, m_panel, &DealPanel::renew);
    connect(m_bar, &FilterBar::filterChanged, this, [this] { m_feed->setFilter(m_bar->filter()); });
    connect(m_bar, &FilterBar::groupingChanged, this, [this] {
        m_view->marks().clear();
        m_feed->setGrouping(m_bar->grouping());
        showTotals();
        showState();
    });
    connect(m_bar, &FilterBar::periodChanged, this, [this] {
        m_view->setPeriod(m_bar->period());
        m_feed->setPeriod(m_bar->period());
    });
    connect(m_bar, &FilterBar::printAsked, this,
            [this] { askToPrint(paperOf(m_store, m_head->totals(), m_shell), m_shell, this); });
    connect(m_bar, &FilterBar::pdfAsked, this,
            [this] { askForPdf(paperOf(m_store, m_head->totals(), m_shell), m_shell, this); });
    connect(m_bar, &FilterBar::pictureAsked, this,
            [this] { askForPicture(paperOf(m_store, m_head->totals(), m_shell), m_shell, this); });
}

void BoardPage::listenToView() {
    connect(m_view, &BoardView::opened, this, &BoardPage::openDeal);
    connect(m_view, &BoardView::selectedChanged, this, [this](RecordId deal) {
        if (m_panel->isVisible() && leaveDeal(deal))
            m_panel->show(deal);
    });
    connect(m_view, &BoardView::moveAsked, m_moves, &BoardMoves::move);
    connect(m_view, &BoardView::earlierAsked, this,
            [this](int column) { m_feed->showEarlier(m_store.column(column)->group().row); });
    connect(m_view, &BoardView::moreAsked, this,
            [this](const Record &draft) { m_shell.openNew(u"deal"_s, draft); });
    connect(m_moves, &BoardMoves::refused, m_view, &BoardView::showRefusal);
    connect(m_moves, &BoardMoves::finished, this,
            [this](const std::vector<RecordId> &deals, bool moved) {
                if (moved && deals.size() > 1)
                    m_view->marks().clear();
                m_view->select(deals.front());
                m_view->focusBoard();
            });
    connect(m_moves, &BoardMoves::fieldAsked, this, [this](RecordId deal, const QString &field) {
        openDeal(deal);
        m_panel->edit(field);
    });
    connect(m_bulkBar, &BulkBar::moveAsked, this, &BoardPage::chooseColumn);
    connect(m_bulkBar, &BulkBar::assignAsked, this, [this] { m_bulk->assign(m_view->chosen()); });
    connect(m_bulkBar, &BulkBar::stepAsked, this, [this] { m_bulk->addTask(m_view->chosen()); });
    connect(m_bulkBar, &BulkBar::tagAsked, this, [this] { m_bulk->tag(m_view->chosen()); });
    connect(m_bulk, &BulkActions::done, this, [this] { m_view->marks().clear(); });
    connect(m_panel, &DealPanel::closed, this, &BoardPage::closePanel);
    connect(m_panel, &DealPanel::ready, this, &Page::ready);
    connect(m_empty, &EmptyState::acted, this, [this] {
        if (m_store.isNarrowed())
            clearFilters();
        else
            askNew();
    });
}

void BoardPage::retranslate() {
    showTotals();
    showState();
}

void BoardPage::fillPipelines() { m_head->setPipelines(m_feed->pipelines(), m_feed->pipeline()); }

void BoardPage::choosePipeline(RecordId id) {
    if (!leaveDeal({}))
        return;
    closePanel();
    m_view->marks().clear();
    m_feed->setPipeline(id);
    fillPipelines();
}

/// What is marked; where nothing is, the pipeline as the filter shows it.
std::optional<ShownList> BoardPage::shownList() const {
    const QString name = m_store.pipeline().name;
    if (m_feed->pipeline().isNull())
        return std::nullopt;
    if (!m_view->marks().isEmpty()) {
        QStringList ids;
        for (const RecordId deal : m_view->chosen())
            ids << u'"' + deal.text() + u'"';
        return ShownList{tr("%Ln selected deal(s)", nullptr, int(ids.size())), u"deal"_s,
                         u"id in (%1)"_s.arg(ids.join(u", "_s))};
    }
    QString where = u"pipeline = \"%1\""_s.arg(m_feed->pipeline().text());
    if (!m_feed->condition().isEmpty())
        where += u" and "_s + m_feed->condition();
    return ShownList{tr("Deals of “%1”").arg(name), u"deal"_s, where};
}

void BoardPage::showTotals() {
    std::vector<ColumnTotals> columns;
    for (int i = 0; i < m_store.columnCount(); ++i) {
        if (m_store.column(i)->group().outcome == Outcome::Open)
            columns.push_back(m_store.totals(i));
    }
    const ColumnTotals open = together(columns);
    QString text = tr("%Ln open deal(s)", nullptr, open.count);
    if (!open.sums.empty())
        text += u" · "_s + tr("total %1").arg(ColumnHead::sumsText(open, m_shell.language(), false))
                + u" · "_s
                + tr("weighted %1").arg(ColumnHead::sumsText(open, m_shell.language(), true));
    m_head->setTotals(text);
}

void BoardPage::showState() {
    int shown = 0;
    bool earlier = false;
    for (int i = 0; i < m_store.columnCount(); ++i) {
        shown += m_store.column(i)->rowCount();
        earlier = earlier || m_store.earlier(i) > 0;
    }
    if (!m_store.text().isEmpty())
        m_empty->say(tr("No deal matches “%1”.").arg(m_store.text()), tr("Show all deals"));
    else if (m_store.isNarrowed())
        m_empty->say(tr("No deal passes the filter."), tr("Show all deals"));
    else
        m_empty->say(tr("This pipeline has no deals yet."),
                     m_head->mayAdd() ? tr("New deal") : QString());
    const bool empty = m_feed->isLoaded() && shown == 0 && !(earlier && !m_store.isNarrowed())
                       && !m_view->hasInput();
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_view);
}

void BoardPage::clearFilters() {
    m_head->clearText();
    m_store.setText({});
    m_bar->setFilter({});
    showState();
}

/// A draft that cannot be read keeps its deal on the panel, and so in the columns.
bool BoardPage::leaveDeal(RecordId next) {
    if (next == m_panel->deal() || m_panel->leave())
        return true;
    m_view->select(m_panel->deal());
    return false;
}

void BoardPage::openDeal(RecordId deal) {
    if (!leaveDeal(deal))
        return;
    m_panel->show(deal);
    m_panel->setVisible(true);
    placePanel();
    m_view->select(deal);
}

void BoardPage::closePanel() {
    if (!leaveDeal({}))
        return;
    m_panel->hide();
    m_panel->show(RecordId{});
    placePanel();
    m_view->focusBoard();
}

/// Beside the board while there is room for both, over it otherwise.
void BoardPage::placePanel() {
    const bool beside = width() >= floatsBelow;
    const bool inLayout = m_body->indexOf(m_panel) >= 0;
    if (beside && !inLayout)
        m_body->addWidget(m_panel);
    else if (!beside && inLayout)
        m_body->removeWidget(m_panel);
    if (!beside) {
        const int top = m_stack->y();
        m_panel->setGeometry(width() - m_panel->width(), top, m_panel->width(), height() - top);
        m_panel->raise();
    }
}

/// The columns to move what is chosen to.
void BoardPage::chooseColumn(const QWidget &under) {
    const std::vector<RecordId> deals = m_view->chosen();
    if (deals.empty())
        return;
    QMenu *menu = makeMenu(this);
    menu->setObjectName(u"moveTo"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < m_store.columnCount(); ++i) {
        QAction *action =
            menu->addAction(GroupText::name(m_store.column(i)->group(), m_shell.language()));
        connect(action, &QAction::triggered, this,
                [this, deals, i] { m_moves->move(deals, i, 0); });
    }
    menu->popup(popupPlace(&under, menu->sizeHint()));
}

void BoardPage::resizeEvent(QResizeEvent *event) {
    Page::resizeEvent(event);
    placePanel();
}

void BoardPage::changeEvent(QEvent *event) {
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

/// One letter for what is done most; only while the focus is on cards, where nothing is typed.
bool BoardPage::letterKey(int key) {
    switch (key) {
    case Qt::Key_M:
    case Qt::Key_A:
    case Qt::Key_N:
    case Qt::Key_T:
        if (m_shell.workspace().mode() == Workspace::Mode::Write)
            break;
        m_shell.notify(ShellServices::Tone::Info, tr("This workspace is open to read only."));
        return true;
    case Qt::Key_F:
        m_bar->openFilters();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Insert:
        m_view->addHere();
        return true;
    default:
        return false;
    }
    switch (key) {
    case Qt::Key_M:
        chooseColumn(*m_stack);
        return true;
    case Qt::Key_A:
        m_bulk->assign(m_view->chosen());
        return true;
    case Qt::Key_N:
        m_bulk->addTask(m_view->chosen());
        return true;
    case Qt::Key_T:
        m_bulk->tag(m_view->chosen());
        return true;
    default:
        return false;
    }
}

void BoardPage::keyPressEvent(QKeyEvent *event) {
    const bool plain = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    const bool inCards = focusWidget() && m_view->isAncestorOf(focusWidget());
    if (event->key() == Qt::Key_Escape && !m_view->marks().isEmpty())
        m_view->marks().clear();
    else if (event->key() == Qt::Key_Escape && m_panel->isVisible())
        closePanel();
    else if (event->key() == Qt::Key_Escape)
        m_view->closeRefusals();
    else if (event->matches(QKeySequence::Find))
        m_head->focusText();
    else if (!plain || !inCards || !letterKey(event->key()))
        Page::keyPressEvent(event);
}

bool BoardPage::isReady() const { return m_feed->isReady() && m_panel->isReady(); }

QString BoardPage::unsaved() const {
    const QString draft = m_panel->draft();
    return draft.isEmpty() && m_view->hasInput() ? tr("New deal") : draft;
}

bool BoardPage::mayClose() {
    return m_panel->leave() && !m_panel->hasEntry() && !m_view->hasInput();
}

void BoardPage::takeFocus() { m_view->focusBoard(); }

void BoardPage::prepareForPicture() {
    const RecordId first = m_view->firstCard();
    if (!first.isNull())
        openDeal(first);
}

std::unique_ptr<Page> makeBoardPage(ShellServices &shell) {
    return std::make_unique<BoardPage>(shell);
}

} // namespace dw::ui
