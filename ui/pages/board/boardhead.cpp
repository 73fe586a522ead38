// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/boardhead.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/menu.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int delayMs = 120;
} // namespace

BoardHead::BoardHead(ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_shell(shell),
      m_choice(new QToolButton(this)),
      m_text(new QLineEdit(this)),
      m_searchIcon(m_text->addAction(QIcon(), QLineEdit::LeadingPosition)),
      m_delay(new QTimer(this)),
      m_totals(new ElidedLabel("secondary", this)),
      m_new(new QPushButton(this)) {
    setObjectName(u"pageHead"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(metric::pageHead);
    build();
    retranslate();
}

void BoardHead::build() {
    m_choice->setObjectName(u"pipelineChoice"_s);
    m_choice->setProperty("kind", u"title"_s);
    m_choice->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_choice->setLayoutDirection(Qt::RightToLeft);
    m_choice->setPopupMode(QToolButton::InstantPopup);
    m_totals->setObjectName(u"boardTotals"_s);
    m_totals->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_text->setObjectName(u"boardFilter"_s);
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(160);
    m_text->setMaximumWidth(280);
    m_text->installEventFilter(this);
    m_new->setObjectName(u"newDeal"_s);
    m_new->setProperty("kind", u"primary"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 9, 16, 9);
    row->setSpacing(12);
    row->addWidget(m_choice);
    row->addWidget(m_text, 2);
    row->addWidget(m_totals, 3);
    row->addWidget(m_new);
    m_delay->setSingleShot(true);
    m_delay->setInterval(delayMs);
    connect(m_text, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_delay, &QTimer::timeout, this, [this] { emit textChanged(m_text->text()); });
    connect(m_new, &QPushButton::clicked, this, &BoardHead::newAsked);
    connect(&m_shell.theme(), &Theme::changed, this, &BoardHead::takeIcons);
}

void BoardHead::retranslate() {
    m_text->setPlaceholderText(tr("Filter by name, account or owner"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_new->setText(tr("New deal"));
    m_new->setEnabled(mayAdd());
    m_choice->setToolTip(tr("Choose the pipeline"));
    takeIcons();
}

void BoardHead::takeIcons() {
    const QColor onAccent = m_shell.theme().tokens().onAccent;
    m_new->setIcon(QIcon(m_shell.theme().pixmap(u"plus"_s, 14, onAccent, devicePixelRatioF())));
    m_choice->setIcon(m_several ? m_shell.theme().icon(u"chevron-down"_s) : QIcon());
    m_searchIcon->setIcon(m_shell.theme().icon(u"search"_s));
}

void BoardHead::setPipelines(const std::vector<BoardPipeline> &pipelines, RecordId chosen) {
    m_several = pipelines.size() > 1;
    takeIcons();
    QMenu *menu = makeMenu(m_choice);
    for (const BoardPipeline &pipeline : pipelines) {
        QAction *action = addChoice(*menu, m_shell.theme(), pipeline.name, pipeline.id == chosen);
        connect(action, &QAction::triggered, this,
                [this, id = pipeline.id] { emit pipelineChosen(id); });
    }
    // One of its entries may be what asked for this.
    if (m_choice->menu())
        m_choice->menu()->deleteLater();
    m_choice->setMenu(m_several ? menu : nullptr);
}

void BoardHead::setName(const QString &pipeline) { m_choice->setText(pipeline); }

void BoardHead::setTotals(const QString &totals) { m_totals->setWhole(totals); }

QString BoardHead::totals() const { return m_totals->whole(); }

QString BoardHead::text() const { return m_text->text(); }

void BoardHead::clearText() { m_text->clear(); }

void BoardHead::focusText() { m_text->setFocus(); }

bool BoardHead::mayAdd() const { return m_shell.workspace().mode() == Workspace::Mode::Write; }

/// The first Escape clears the line, the second goes back to the cards.
bool BoardHead::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_text || event->type() != QEvent::KeyPress
        || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    if (m_text->text().isEmpty())
        emit left();
    else
        m_text->clear();
    return true;
}

void BoardHead::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace dw::ui
