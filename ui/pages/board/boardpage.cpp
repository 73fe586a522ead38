// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/boardpage.h"

#include "core/services/board/boardtotals.h"
#include "core/services/columns.h"
#include "core/services/jobs/jobs.h"
#include "core/services/readworker.h"
#include "core/services/wording/wording.h"
#include "ui/models/noticegather.h"
#include "ui/pages/board/boardcolumn.h"
#include "ui/pages/board/boardmoves.h"
#include "ui/pages/board/boardview.h"
#include "ui/pages/board/columnhead.h"
#include "ui/pages/board/dealpanel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/menu.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int floatsBelow = 1200, filterDelayMs = 120, minuteMs = 60'000;

/// The deals that a notice touched, and their cards as they are now.
struct Followed {
    std::vector<RecordId> touched;
    std::vector<BoardCard> cards;
};

Result<Followed> readFollowed(Reader &reader, const ChangeNotice &notice, RecordId pipeline) {
    Followed followed{touchedDeals(reader, notice), {}};
    auto cards = loadCards(reader, pipeline, followed.touched);
    if (!cards)
        return cards.error();
    followed.cards = std::move(*cards);
    return followed;
}

} // namespace

BoardPage::BoardPage(ShellServices &shell)
    : m_shell(shell),
      m_gather(new NoticeGather(this)),
      m_filterDelay(new QTimer(this)),
      m_minute(new QTimer(this)) {
    buildHead();
    buildBody();
    m_filterDelay->setSingleShot(true);
    m_filterDelay->setInterval(filterDelayMs);
    connect(m_filter, &QLineEdit::textChanged, m_filterDelay, qOverload<>(&QTimer::start));
    connect(m_filterDelay, &QTimer::timeout, this, [this] {
        m_store.setFilter(m_filter->text());
        showState();
    });
    connect(&m_store, &BoardStore::columnTouched, this, &BoardPage::showTotals);
    connect(&shell.theme(), &Theme::changed, this, &BoardPage::takeIcons);
    connect(&shell.workspace(), &Workspace::changed, m_gather, &NoticeGather::take);
    connect(m_gather, &NoticeGather::few, this, &BoardPage::follow);
    connect(m_gather, &NoticeGather::many, this, &BoardPage::readAnew);
    connect(&shell.workspace().jobs(), &Jobs::changed, this, [this](const JobInfo &job) {
        if (!job.isRunning)
            m_gather->flush();
    });
    // Days in stage and overdue steps follow the clock.
    m_minute->start(minuteMs);
    connect(m_minute, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    retranslate();
    readPipelines();
}

BoardPage::~BoardPage() = default;

void BoardPage::buildHead() {
    m_head = new QWidget(this);
    m_head->setObjectName(u"pageHead"_s);
    m_head->setAttribute(Qt::WA_StyledBackground);
    m_choice = new QToolButton(m_head);
    m_choice->setObjectName(u"pipelineChoice"_s);
    m_choice->setProperty("kind", u"title"_s);
    m_choice->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_choice->setLayoutDirection(Qt::RightToLeft);
    m_choice->setPopupMode(QToolButton::InstantPopup);
    m_totals = new ElidedLabel("secondary", m_head);
    m_totals->setObjectName(u"boardTotals"_s);
    m_filter = new QLineEdit(m_head);
    m_filter->setObjectName(u"boardFilter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(160);
    m_filter->setMaximumWidth(280);
    m_filter->installEventFilter(this);
    m_searchIcon = m_filter->addAction(QIcon(), QLineEdit::LeadingPosition);
    m_new = new QPushButton(m_head);
    m_new->setObjectName(u"newDeal"_s);
    m_new->setProperty("kind", u"primary"_s);
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(16, 9, 16, 9);
    row->setSpacing(12);
    row->addWidget(m_choice);
    row->addWidget(m_filter, 2);
    row->addWidget(m_totals, 3);
    row->addWidget(m_new);
    m_totals->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_head->setFixedHeight(metric::pageHead);
    connect(m_new, &QPushButton::clicked, this, [this] {
        Record preset(u"deal"_s, {});
        const EntityDesc &entity = *m_shell.workspace().catalog()->entity(u"deal");
        preset.set(entity.byName(u"pipeline"), m_pipeline);
        if (!m_store.pipeline().stages.empty())
            preset.set(entity.byName(u"stage"), m_store.pipeline().stages.front().id);
        m_shell.openNew(u"deal"_s, preset);
    });
}

void BoardPage::buildBody() {
    m_stack = new QStackedWidget(this);
    m_view = new BoardView(m_store, m_shell, m_stack);
    m_empty = new EmptyState(m_stack);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_panel = new DealPanel(m_store, m_shell, this);
    m_panel->hide();
    m_moves = new BoardMoves(m_store, m_shell, this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_head);
    outer->addWidget(makeLine(this));
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_stack, 1);
    outer->addLayout(body, 1);
    connect(m_view, &BoardView::opened, this, &BoardPage::openDeal);
    connect(m_view, &BoardView::selectedChanged, this, [this](RecordId deal) {
        if (m_panel->isVisible() && leaveDeal(deal))
            m_panel->show(deal);
    });
    connect(m_view, &BoardView::moveAsked, m_moves, &BoardMoves::move);
    connect(m_moves, &BoardMoves::finished, this, [this](RecordId deal) {
        m_view->select(deal);
        m_view->focusBoard();
    });
    connect(m_panel, &DealPanel::closed, this, &BoardPage::closePanel);
    connect(m_panel, &DealPanel::ready, this, &Page::ready);
    connect(m_empty, &EmptyState::acted, this, [this] {
        if (m_store.filter().isEmpty())
            m_new->click();
        else
            m_filter->clear();
    });
}

void BoardPage::retranslate() {
    m_filter->setPlaceholderText(tr("Filter by name, account or owner"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_new->setText(tr("New deal"));
    m_new->setEnabled(m_shell.workspace().mode() == Workspace::Mode::Write);
    m_choice->setToolTip(tr("Choose the pipeline"));
    takeIcons();
    showTotals();
    showState();
}

void BoardPage::takeIcons() {
    const QColor onAccent = m_shell.theme().tokens().onAccent;
    m_new->setIcon(QIcon(m_shell.theme().pixmap(u"plus"_s, 14, onAccent, devicePixelRatioF())));
    m_choice->setIcon(m_pipelines.size() > 1 ? m_shell.theme().icon(u"chevron-down"_s) : QIcon());
    m_searchIcon->setIcon(m_shell.theme().icon(u"search"_s));
}

void BoardPage::readPipelines() {
    const auto found = pipelines(m_shell.workspace().reader());
    if (!found) {
        m_shell.notifyError(found.error());
        return;
    }
    m_pipelines = *found;
    takeIcons();
    QMenu *menu = makeMenu(m_choice);
    for (const BoardPipeline &pipeline : m_pipelines) {
        QAction *action =
            addChoice(*menu, m_shell.theme(), pipeline.name, pipeline.id == m_pipeline);
        connect(action, &QAction::triggered, this,
                [this, id = pipeline.id] { choosePipeline(id); });
    }
    delete m_choice->menu();
    m_choice->setMenu(m_pipelines.size() > 1 ? menu : nullptr);
    const bool known = std::any_of(m_pipelines.begin(), m_pipelines.end(),
                                   [&](const BoardPipeline &p) { return p.id == m_pipeline; });
    if (!known && !m_pipelines.empty())
        choosePipeline(m_pipelines.front().id);
}

void BoardPage::choosePipeline(RecordId id) {
    if (!leaveDeal({}))
        return;
    m_pipeline = id;
    closePanel();
    readBoard();
}

/// Whatever the filter leaves out of sight.
std::optional<ShownList> BoardPage::shownList() const {
    for (const BoardPipeline &pipeline : m_pipelines) {
        if (pipeline.id == m_pipeline)
            return ShownList{tr("Deals of “%1”").arg(pipeline.name), u"deal"_s,
                             u"pipeline = \"%1\""_s.arg(pipeline.id.text())};
    }
    return std::nullopt;
}

void BoardPage::readBoard() {
    const int asked = ++m_asked;
    m_shell.workspace().worker().ask<Result<BoardSnapshot>>(
        [id = m_pipeline, time = m_shell.workspace().readTime()](Reader &reader) {
            return loadBoard(reader, time, id);
        },
        this,
        [this, asked](Result<BoardSnapshot> snapshot) {
            if (asked != m_asked)
                return;
            m_loaded = true;
            // What is on the screen comes first.
            m_shell.workspace().columns().start();
            if (snapshot) {
                m_choice->setText(snapshot->pipeline.name);
                m_store.reset(std::move(*snapshot));
            } else {
                m_shell.notifyError(snapshot.error());
            }
            showTotals();
            showState();
            emit ready();
        });
}

void BoardPage::readAnew() {
    readPipelines();
    readBoard();
    ChangeNotice shown;
    shown.moved.push_back({u"deal"_s, m_panel->deal(), {}});
    m_panel->follow(shown);
}

void BoardPage::follow(const ChangeNotice &notice) {
    if (notice.touches(u"pipeline") || notice.touches(u"stage")) {
        readAnew();
        return;
    }
    m_shell.workspace().worker().ask<Result<Followed>>(
        [notice, id = m_pipeline](Reader &reader) { return readFollowed(reader, notice, id); },
        this,
        [this, notice](Result<Followed> followed) {
            if (!followed) {
                m_shell.notifyError(followed.error());
                return;
            }
            m_store.apply(followed->touched, followed->cards, knownTotals(notice));
            m_view->keepSelection();
            m_panel->follow(notice);
            showState();
        });
}

/// From columns, which add up a million deals in milliseconds, where they are as new as the cards.
/// The slices of a job share a set, so there it does not tell.
std::optional<std::vector<ColumnTotals>> BoardPage::knownTotals(const ChangeNotice &notice) {
    const ColumnStorePtr columns = m_shell.workspace().columns().snapshot();
    if (!columns || notice.bulk || notice.moved.empty() || columns->set() < notice.set)
        return std::nullopt;
    return boardTotals(*columns, m_store.pipeline());
}

void BoardPage::showTotals() {
    std::vector<ColumnTotals> columns;
    for (int i = 0; i < m_store.columnCount(); ++i) {
        if (m_store.column(i)->stage().outcome == Outcome::Open)
            columns.push_back(m_store.totals(i));
    }
    const ColumnTotals open = together(columns);
    QString text = tr("%Ln open deal(s)", nullptr, open.count);
    if (!open.sums.empty())
        text += u" · "_s + tr("total %1").arg(ColumnHead::sumsText(open, m_shell.language(), false))
                + u" · "_s
                + tr("weighted %1").arg(ColumnHead::sumsText(open, m_shell.language(), true));
    m_totals->setWhole(text);
}

void BoardPage::showState() {
    int shown = 0;
    for (int i = 0; i < m_store.columnCount(); ++i)
        shown += m_store.column(i)->rowCount();
    const bool filtered = !m_store.filter().isEmpty();
    if (filtered)
        m_empty->say(tr("No deal matches “%1”.").arg(m_store.filter()), tr("Show all deals"));
    else
        m_empty->say(tr("This pipeline has no deals yet."),
                     m_new->isEnabled() ? tr("New deal") : QString());
    m_stack->setCurrentWidget(m_loaded && shown == 0 ? static_cast<QWidget *>(m_empty) : m_view);
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
    auto *body = static_cast<QHBoxLayout *>(layout()->itemAt(2)->layout());
    const bool beside = width() >= floatsBelow;
    const bool inLayout = body->indexOf(m_panel) >= 0;
    if (beside && !inLayout)
        body->addWidget(m_panel);
    else if (!beside && inLayout)
        body->removeWidget(m_panel);
    if (!beside) {
        const int top = m_stack->y();
        m_panel->setGeometry(width() - m_panel->width(), top, m_panel->width(), height() - top);
        m_panel->raise();
    }
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

/// The first Escape clears the filter, the second goes back to the cards.
bool BoardPage::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_filter || event->type() != QEvent::KeyPress
        || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return Page::eventFilter(watched, event);
    if (m_filter->text().isEmpty())
        m_view->focusBoard();
    else
        m_filter->clear();
    return true;
}

void BoardPage::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape && m_panel->isVisible())
        closePanel();
    else if (event->matches(QKeySequence::Find))
        m_filter->setFocus();
    else
        Page::keyPressEvent(event);
}

bool BoardPage::isReady() const { return m_loaded && m_panel->isReady(); }

QString BoardPage::unsaved() const { return m_panel->draft(); }

bool BoardPage::mayClose() { return m_panel->leave(); }

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
