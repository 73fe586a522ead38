// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/filters/conditionpopover.h"

#include "core/services/board/boardfilter.h"
#include "core/services/wording/wording.h"
#include "ui/shell/errortext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/popupplace.h"
#include "ui/widgets/styled.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int popupWidth = 420, lines = 4;

} // namespace

ConditionPopover::ConditionPopover(const QString &text, ShellServices &shell, QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint),
      m_shell(shell),
      m_text(new QPlainTextEdit(text, this)),
      m_verdict(makeText("secondary", {}, this)),
      m_apply(new QPushButton(tr("Apply"), this)) {
    setObjectName(u"conditionPopover"_s);
    setProperty("kind", u"popup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(popupWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(makeText("strong", tr("Only deals for which this holds"), this));
    m_text->setProperty("kind", u"mono"_s);
    m_text->setPlaceholderText(u"amount > CNY 500000 and count(touchpoints) > 3"_s);
    m_text->setAccessibleName(tr("Condition"));
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + 16);
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    layout->addWidget(m_text);
    layout->addWidget(m_verdict);
    auto *row = new QHBoxLayout;
    auto *clear = new QPushButton(tr("Clear"), this);
    clear->setObjectName(u"clearCondition"_s);
    m_apply->setObjectName(u"applyCondition"_s);
    m_apply->setProperty("kind", u"primary"_s);
    m_apply->setToolTip(tr("Ctrl+Enter"));
    row->addWidget(clear);
    row->addStretch();
    row->addWidget(m_apply);
    layout->addLayout(row);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ConditionPopover::check);
    connect(m_apply, &QPushButton::clicked, this, &ConditionPopover::apply);
    connect(clear, &QPushButton::clicked, this, [this] {
        emit applied({});
        close();
    });
    check();
}

void ConditionPopover::check() {
    const QString text = m_text->toPlainText();
    QString verdict = tr("Fields, and, or, not, >, contains, is empty, count(touchpoints) …");
    bool good = true;
    if (!text.trimmed().isEmpty()) {
        const auto parsed = conditionOverDeals(text, *m_shell.workspace().catalog());
        good = parsed.ok();
        verdict =
            good ? tr("This can be applied.")
                 : errorText(parsed.error(), m_shell.language(), *m_shell.workspace().catalog());
    }
    m_verdict->setText(verdict);
    setState(*m_verdict, "role", good ? u"secondary"_s : u"danger"_s);
    m_apply->setEnabled(good);
    adjustSize();
}

void ConditionPopover::apply() {
    if (!m_apply->isEnabled())
        return;
    emit applied(m_text->toPlainText().trimmed());
    close();
}

void ConditionPopover::popUpUnder(const QWidget &button) {
    adjustSize();
    move(popupPlace(&button, size()));
    show();
    m_text->setFocus();
    m_text->moveCursor(QTextCursor::End);
}

bool ConditionPopover::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!enter || !key->modifiers().testFlag(Qt::ControlModifier))
        return QFrame::eventFilter(watched, event);
    apply();
    return true;
}

} // namespace dw::ui
