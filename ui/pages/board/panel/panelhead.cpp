// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/panel/panelhead.h"

#include "core/services/wording/wording.h"
#include "ui/models/boardstore.h"
#include "ui/pages/board/panel/stagebar.h"
#include "ui/widgets/clearlayout.h"
#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace dw::ui {
using namespace Qt::StringLiterals;

PanelHead::PanelHead(const BoardStore &store, ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_store(store),
      m_shell(shell),
      m_crumb(new ElidedLabel("secondary", this)),
      m_delete(new QToolButton(this)),
      m_close(new QToolButton(this)),
      m_title(makeText("headline", {}, this)),
      m_account(new ElidedLabel("link", this)),
      m_bar(new StageBar(shell.theme(), this)),
      m_stage(new ElidedLabel("accent", this)),
      m_days(new ElidedLabel("secondary", this)),
      m_next(new ElidedLabel("secondary", this)),
      m_amount(new ElidedLabel("figure", this)),
      m_weighted(new ElidedLabel("secondary", this)),
      m_warnings(new QWidget(this)) {
    m_delete->setObjectName(u"deleteDeal"_s);
    m_close->setObjectName(u"closePanel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto *crumb = new QHBoxLayout;
    crumb->setSpacing(2);
    crumb->addWidget(m_crumb, 1);
    crumb->addWidget(m_delete);
    crumb->addWidget(m_close);
    layout->addLayout(crumb);
    layout->addWidget(m_title);
    layout->addWidget(m_account);
    layout->addSpacing(6);
    layout->addWidget(m_bar);
    layout->addSpacing(4);
    auto *stage = new QHBoxLayout;
    stage->setSpacing(6);
    stage->addWidget(m_stage);
    stage->addWidget(m_days);
    stage->addStretch(1);
    stage->addWidget(m_next);
    layout->addLayout(stage);
    layout->addSpacing(6);
    layout->addWidget(makeLine(this));
    layout->addSpacing(6);
    auto *amount = new QHBoxLayout;
    amount->setSpacing(8);
    amount->addWidget(m_amount, 1);
    amount->addWidget(m_weighted, 0, Qt::AlignRight | Qt::AlignBottom);
    layout->addLayout(amount);
    (new QVBoxLayout(m_warnings))->setContentsMargins(0, 2, 0, 2);
    m_warnings->layout()->setSpacing(2);
    layout->addWidget(m_warnings);
    for (QWidget *shown : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_account),
                           static_cast<QWidget *>(m_amount)}) {
        shown->setCursor(Qt::IBeamCursor);
        shown->installEventFilter(this);
    }
    connect(m_close, &QToolButton::clicked, this, &PanelHead::closed);
    connect(m_delete, &QToolButton::clicked, this, &PanelHead::deleteAsked);
    connect(&m_shell.theme(), &Theme::changed, this, &PanelHead::takeIcons);
    takeIcons();
    retranslate();
}

void PanelHead::takeIcons() {
    m_close->setIcon(m_shell.theme().icon(u"close"_s));
    m_delete->setIcon(m_shell.theme().icon(u"trash"_s));
}

void PanelHead::retranslate() {
    m_close->setToolTip(tr("Close the panel (Esc)"));
    m_close->setAccessibleName(tr("Close the panel"));
    m_delete->setToolTip(tr("Move the deal to the bin"));
    m_delete->setAccessibleName(m_delete->toolTip());
    m_delete->setEnabled(m_shell.workspace().mode() == Workspace::Mode::Write);
}

void PanelHead::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool PanelHead::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::MouseButtonRelease) {
        emit fieldAsked(watched == m_title     ? u"name"_s
                        : watched == m_account ? u"account"_s
                                               : u"amount"_s);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PanelHead::show(const PanelData &panel, RecordId deal) {
    m_crumb->setWhole(tr("Deal %1").arg(panel.view.row.shortId));
    m_title->setText(panel.view.title);
    clearLayout(*m_warnings->layout());
    const BoardCard *card = m_store.card(deal);
    if (!card)
        return;
    const BoardStage &stage = m_store.stageOf(*card);
    m_account->setWhole(card->accountName.isEmpty() ? tr("No account") : card->accountName);
    showStage(*card, stage);
    showAmount(*card, stage);
    showWarnings(*card, stage);
}

void PanelHead::showStage(const BoardCard &card, const BoardStage &stage) {
    m_bar->show(m_store.pipeline(), card.stage);
    m_stage->setWhole(stage.name);
    const bool open = stage.outcome == Outcome::Open;
    m_days->setWhole(
        open ? u"· "_s + tr("day %1").arg(daysInStage(card, m_shell.workspace().readTime()))
             : QString());
    const auto &stages = m_store.pipeline().stages;
    const size_t next = size_t(m_store.columnOf(card.stage)) + 1;
    const bool hasNext = open && next < stages.size() && stages[next].outcome != Outcome::Lost;
    m_next->setWhole(hasNext ? tr("next: %1").arg(stages[next].name) : QString());
}

void PanelHead::showAmount(const BoardCard &card, const BoardStage &stage) {
    const Language language = m_shell.language();
    m_amount->setRole(card.amount ? "figure" : "warning");
    m_amount->setWhole(card.amount ? displayMoney(*card.amount, language, Style::Short)
                                   : tr("No amount"));
    m_amount->setToolTip(card.amount ? displayMoney(*card.amount, language, Style::Full)
                                     : QString());
    const auto totals = totalsOf({&card}, stage);
    const bool weighs =
        stage.outcome == Outcome::Open && !totals.sums.empty() && stage.winProbability;
    m_weighted->setWhole(
        weighs ? tr("weighted %1")
                     .arg(displayMoney(totals.sums.front().weighted, language, Style::Short))
               : QString());
}

void PanelHead::showWarnings(const BoardCard &card, const BoardStage &stage) {
    for (const Message &warning : cardWarnings(card, stage.outcome, m_shell.workspace().today())) {
        // The headline says it already.
        if (warning.id == "card.no_amount"_L1)
            continue;
        m_warnings->layout()->addWidget(
            makeText("warning", word(warning, m_shell.language(), *m_shell.workspace().catalog()),
                     m_warnings));
    }
    m_warnings->setVisible(m_warnings->layout()->count() > 0);
}

} // namespace dw::ui
