// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/panel/whypopover.h"

#include "ui/pages/board/panel/timelinerows.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

WhyPopover::WhyPopover(const QString &label, const EntityDesc &entity,
                       const std::vector<HistoryEntry> &entries, ShellServices &shell,
                       QWidget *parent)
    : QFrame(parent, Qt::Popup) {
    setObjectName(u"whyPopover"_s);
    setProperty("kind", u"toast"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(332);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(4);
    layout->addWidget(makeText("strong", tr("Why “%1” is so").arg(label), this));
    if (entries.empty())
        layout->addWidget(makeText("secondary", tr("Nobody has ever set this field."), this));
    auto *content = new QWidget;
    auto *list = new QVBoxLayout(content);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    for (auto it = entries.rbegin(); it != entries.rend(); ++it)
        list->addWidget(makeChangeRow(*it, entity, shell, content));
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->setFixedHeight(std::min(320, content->sizeHint().height() + 2));
    scroll->setVisible(!entries.empty());
    layout->addWidget(scroll);
}

void WhyPopover::popUp(const QPoint &corner) {
    adjustSize();
    QPoint at = corner - QPoint(width(), 0);
    const QRect free = screen()->availableGeometry();
    at.setX(std::clamp(at.x(), free.left(), std::max(free.left(), free.right() - width())));
    at.setY(std::clamp(at.y(), free.top(), std::max(free.top(), free.bottom() - height())));
    move(at);
    show();
}

} // namespace dw::ui
