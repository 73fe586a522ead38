// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/several/bulkbar.h"

#include "core/services/board/boardtotals.h"
#include "ui/models/boardstore.h"
#include "ui/models/cardmarks.h"
#include "ui/pages/board/columns/columnhead.h"
#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 48, aboveBottom = 20, keyHeight = 18;

} // namespace

BulkBar::BulkBar(const BoardStore &store, CardMarks &marks, ShellServices &shell, QWidget *parent)
    : QFrame(parent),
      m_store(store),
      m_marks(marks),
      m_shell(shell),
      m_count(makeText("strong", {}, this)),
      m_sums(makeText("secondary", {}, this)) {
    setObjectName(u"bulkBar"_s);
    setProperty("kind", u"bulk"_s);
    setFixedHeight(barHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 8, 0);
    row->setSpacing(4);
    m_count->setWordWrap(false);
    m_sums->setWordWrap(false);
    row->addWidget(m_count);
    row->addSpacing(6);
    row->addWidget(m_sums);
    row->addSpacing(6);
    m_move = add(u"bulkMove"_s, u"arrow-right"_s, u"M"_s);
    m_assign = add(u"bulkAssign"_s, u"user"_s, u"A"_s);
    m_step = add(u"bulkStep"_s, u"calendar"_s, u"N"_s);
    m_tag = add(u"bulkTag"_s, u"tag"_s, u"T"_s);
    m_clear = add(u"bulkClear"_s, u"close"_s, u"Esc"_s);
    connect(m_move, &QPushButton::clicked, this, [this] { emit moveAsked(*m_move); });
    connect(m_assign, &QPushButton::clicked, this, &BulkBar::assignAsked);
    connect(m_step, &QPushButton::clicked, this, &BulkBar::stepAsked);
    connect(m_tag, &QPushButton::clicked, this, &BulkBar::tagAsked);
    connect(m_clear, &QPushButton::clicked, &marks, &CardMarks::clear);
    connect(&marks, &CardMarks::changed, this, &BulkBar::refresh);
    connect(&store, &BoardStore::columnTouched, this, [this] {
        if (isVisible())
            refresh();
    });
    parent->installEventFilter(this);
    hide();
    retranslate();
}

QPushButton *BulkBar::add(const QString &name, const QString &icon, const QString &key) {
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    button->setProperty("kind", u"ghost"_s);
    button->setIcon(m_shell.theme().icon(icon));
    auto *label = new QLabel(key, this);
    label->setProperty("role", u"key"_s);
    layout()->addWidget(button);
    label->setFixedHeight(keyHeight);
    layout()->addWidget(label);
    layout()->setAlignment(label, Qt::AlignVCenter);
    return button;
}

void BulkBar::retranslate() {
    m_move->setText(tr("Move"));
    m_assign->setText(tr("Assign"));
    m_step->setText(tr("Next step"));
    m_tag->setText(tr("Tag"));
    m_clear->setText(tr("Clear"));
    const bool writes = m_shell.workspace().mode() == Workspace::Mode::Write;
    for (QPushButton *button : {m_move, m_assign, m_step, m_tag}) {
        button->setEnabled(writes);
        button->setToolTip(writes ? QString() : tr("This workspace is open to read only"));
    }
    refresh();
}

void BulkBar::refresh() {
    std::vector<ColumnTotals> parts;
    for (const RecordId deal : m_marks.deals()) {
        if (const BoardCard *card = m_store.card(deal))
            parts.push_back(totalsOf({card}, m_store.stageOf(*card)));
    }
    const ColumnTotals all = together(parts);
    setVisible(!parts.empty());
    if (parts.empty())
        return;
    m_count->setText(tr("%Ln selected", nullptr, all.count));
    m_sums->setText(
        all.sums.empty()
            ? QString()
            : ColumnHead::sumsText(all, m_shell.language(), false) + u" · "_s
                  + tr("weighted %1").arg(ColumnHead::sumsText(all, m_shell.language(), true)));
    setAccessibleName(m_count->text() + u' ' + m_sums->text());
    place();
}

void BulkBar::place() {
    if (isHidden())
        return;
    layout()->activate();
    const QWidget &parent = *parentWidget();
    // Narrow windows do without the sums.
    m_sums->show();
    if (sizeHint().width() > parent.width() - 16)
        m_sums->hide();
    const QSize size(std::min(sizeHint().width(), parent.width() - 16), barHeight);
    setGeometry((parent.width() - size.width()) / 2, parent.height() - barHeight - aboveBottom,
                size.width(), size.height());
    raise();
}

void BulkBar::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

bool BulkBar::eventFilter(QObject *watched, QEvent *event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace dw::ui
