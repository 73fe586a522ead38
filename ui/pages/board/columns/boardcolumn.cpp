// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/columns/boardcolumn.h"

#include "ui/models/boardstore.h"
#include "ui/pages/board/cards/cardface.h"
#include "ui/pages/board/columns/columnhead.h"
#include "ui/pages/board/columns/columnview.h"
#include "ui/pages/board/columns/quickadd.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int side = 7, foot = 6;

} // namespace

BoardColumn::BoardColumn(ColumnModel *model, const BoardStore &store, CardMarks &marks,
                         ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_store(store),
      m_shell(shell),
      m_model(model),
      m_head(new ColumnHead(model->group(), shell, this)),
      m_view(new ColumnView(model, store, marks, shell, this)),
      m_foot(new QToolButton(this)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, foot);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    auto *cards = new QVBoxLayout;
    cards->setContentsMargins(side, 0, side, 0);
    cards->setSpacing(cardsize::gap);
    cards->addWidget(m_view, 1);
    m_foot->setObjectName(u"showEarlier"_s);
    m_foot->setProperty("kind", u"disclosure"_s);
    m_foot->setVisible(false);
    cards->addWidget(m_foot, 0, Qt::AlignLeft);
    layout->addLayout(cards, 1);
    setMinimumWidth(150);
    connect(m_foot, &QToolButton::clicked, this, &BoardColumn::earlierAsked);
    connect(m_head, &ColumnHead::addAsked, this, &BoardColumn::addHere);
    connect(&shell.theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BoardColumn::setTargeted(bool targeted) {
    if (targeted == m_targeted)
        return;
    m_targeted = targeted;
    update();
}

void BoardColumn::retranslate() {
    m_foot->setText(tr("Show %Ln earlier", nullptr, m_earlier));
    m_foot->setToolTip(tr("Deals that were closed before, or without a date"));
}

void BoardColumn::setEarlier(int count) {
    m_earlier = count;
    m_foot->setVisible(count > 0);
    retranslate();
}

void BoardColumn::showRefusal(RefusalNote::Content content) {
    closeRefusal();
    m_note = new RefusalNote(std::move(content), m_shell, this);
    auto *cards = static_cast<QVBoxLayout *>(layout()->itemAt(1)->layout());
    cards->insertWidget(0, m_note);
    connect(m_note, &RefusalNote::closed, this, [this] {
        closeRefusal();
        emit refusalClosed();
    });
    m_note->show();
}

void BoardColumn::closeRefusal() {
    if (!m_note)
        return;
    m_note->hide();
    m_note->deleteLater();
    m_note = nullptr;
}

void BoardColumn::addHere() {
    if (m_shell.workspace().mode() == Workspace::Mode::ReadOnly)
        return;
    if (!m_add)
        adopt(new QuickAdd(m_model->group(), m_store.pipeline().id, m_shell, this));
    m_add->start();
}

void BoardColumn::adopt(QuickAdd *form) {
    m_add = form;
    auto *cards = static_cast<QVBoxLayout *>(layout()->itemAt(1)->layout());
    cards->insertWidget(0, m_add);
    m_add->show();
    connect(m_add, &QuickAdd::closed, this, &BoardColumn::closeAdd);
    connect(m_add, &QuickAdd::added, this, &BoardColumn::added);
    connect(m_add, &QuickAdd::moreAsked, this, &BoardColumn::moreAsked);
}

BoardGroup BoardColumn::group() const { return m_model->group(); }

QuickAdd *BoardColumn::giveAway() {
    QuickAdd *form = m_add;
    m_add = nullptr;
    if (form)
        form->disconnect(this);
    return form;
}

void BoardColumn::closeAdd() {
    m_add->hide();
    m_view->setFocus();
}

void BoardColumn::paintEvent(QPaintEvent *) {
    const Tokens &t = m_shell.theme().tokens();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(m_targeted ? t.accent : t.sunken, 1));
    p.setBrush(m_targeted ? t.accentSoft : t.sunken);
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::radiusCard,
                      metric::radiusCard);
}

void BoardColumn::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_view->renew();
    }
    QWidget::changeEvent(event);
}

} // namespace dw::ui
