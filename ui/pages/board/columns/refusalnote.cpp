// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/columns/refusalnote.h"

#include "ui/widgets/elidedlabel.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

QLabel *iconOf(const QString &name, int px, ShellServices &shell, QWidget *parent) {
    auto *label = new QLabel(parent);
    const auto take = [label, name, px, &shell] {
        label->setPixmap(shell.theme().pixmap(name, px, shell.theme().tokens().dangerText,
                                              label->devicePixelRatioF()));
    };
    QObject::connect(&shell.theme(), &Theme::changed, label, take);
    take();
    label->setFixedWidth(px);
    return label;
}

} // namespace

RefusalNote::RefusalNote(Content content, ShellServices &shell, QWidget *parent)
    : QFrame(parent),
      m_content(std::move(content)) {
    setObjectName(u"refusalNote"_s);
    setProperty("kind", u"refusal"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(text());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 8, 10);
    layout->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(iconOf(u"refused"_s, 14, shell, this), 0, Qt::AlignTop);
    QLabel *title = makeText("refusal-title", m_content.title, this);
    head->addWidget(title, 1);
    auto *close = new QToolButton(this);
    close->setObjectName(u"closeRefusal"_s);
    close->setIcon(shell.theme().icon(u"close"_s, &Tokens::dangerText));
    close->setIconSize({12, 12});
    close->setFixedSize(20, 20);
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close the note"));
    head->addWidget(close, 0, Qt::AlignTop);
    layout->addLayout(head);
    for (const QString &line : m_content.lines)
        addLine(*layout, line, shell);
    if (m_content.help.run) {
        auto *help = new QPushButton(m_content.help.text, this);
        help->setObjectName(u"refusalHelp"_s);
        help->setProperty("kind", u"small"_s);
        layout->addSpacing(4);
        layout->addWidget(help);
        connect(help, &QPushButton::clicked, this, [this] {
            const auto run = m_content.help.run;
            emit closed();
            run();
        });
    }
    connect(close, &QToolButton::clicked, this, &RefusalNote::closed);
}

void RefusalNote::addLine(QVBoxLayout &layout, const QString &line, ShellServices &shell) {
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    QLabel *icon = iconOf(u"close"_s, 10, shell, this);
    icon->setFixedHeight(16);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(makeText("refusal", line, this), 1);
    layout.addLayout(row);
}

QString RefusalNote::text() const { return m_content.title + u'\n' + m_content.lines.join(u'\n'); }

void RefusalNote::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QFrame::keyPressEvent(event);
}

} // namespace dw::ui
