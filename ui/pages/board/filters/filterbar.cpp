// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/filters/filterbar.h"

#include "ui/pages/board/columns/grouptext.h"
#include "ui/pages/board/filters/conditionpopover.h"
#include "ui/pages/board/filters/pickpopover.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/menubutton.h"
#include "ui/widgets/popupplace.h"
#include "ui/widgets/styled.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr CloseSpan spans[] = {CloseSpan::Overdue,     CloseSpan::ThisMonth,   CloseSpan::NextMonth,
                               CloseSpan::ThisQuarter, CloseSpan::NextQuarter, CloseSpan::ThisYear,
                               CloseSpan::NoDate};
constexpr int longestValue = 36;

void popUnder(QMenu &menu, const QWidget &button) {
    menu.popup(popupPlace(&button, menu.sizeHint()));
}

} // namespace

FilterBar::FilterBar(ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_shell(shell),
      m_chips(new QHBoxLayout),
      m_add(new QPushButton(this)),
      m_addMenu(makeMenu(this)),
      m_group(new MenuButton(shell.theme(), u"board"_s, this)),
      m_closed(new MenuButton(shell.theme(), u"check"_s, this)),
      m_more(new QToolButton(this)) {
    setObjectName(u"filterBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(metric::filterBar);
    m_add->setObjectName(u"addFilter"_s);
    m_add->setProperty("kind", u"filter-add"_s);
    m_add->setIcon(shell.theme().icon(u"filter"_s));
    m_add->setIconSize({14, 14});
    m_group->setObjectName(u"groupBy"_s);
    m_closed->setObjectName(u"closedPeriod"_s);
    m_more->setObjectName(u"boardMore"_s);
    m_more->setIcon(shell.theme().icon(u"more"_s));
    m_more->setFixedSize(metric::control, metric::control);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(6);
    m_chips->setSpacing(6);
    row->addLayout(m_chips);
    row->addWidget(m_add);
    row->addStretch(1);
    row->addWidget(m_closed);
    row->addWidget(m_group);
    row->addWidget(m_more);
    connect(m_add, &QPushButton::clicked, this, &FilterBar::openFilters);
    fillViewMenus();
    retranslate();
}

void FilterBar::setGrouping(BoardGrouping by) {
    if (by == m_grouping)
        return;
    m_grouping = by;
    retranslate();
    emit groupingChanged();
}

void FilterBar::fillViewMenus() {
    connect(m_group, &QPushButton::clicked, this, [this] {
        QMenu *menu = makeMenu(m_group);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const auto by :
             {BoardGrouping::Stage, BoardGrouping::Owner, BoardGrouping::CloseMonth}) {
            QAction *action =
                addChoice(*menu, m_shell.theme(), GroupText::grouping(by), by == m_grouping);
            connect(action, &QAction::triggered, this, [this, by] { setGrouping(by); });
        }
        popUnder(*menu, *m_group);
    });
    connect(m_closed, &QPushButton::clicked, this, [this] {
        QMenu *menu = makeMenu(m_closed);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const auto period : {ClosedPeriod::ThisMonth, ClosedPeriod::ThisQuarter,
                                  ClosedPeriod::ThisYear, ClosedPeriod::All}) {
            QAction *action =
                addChoice(*menu, m_shell.theme(), GroupText::period(period), period == m_period);
            connect(action, &QAction::triggered, this, [this, period] {
                m_period = period;
                retranslate();
                emit periodChanged();
            });
        }
        popUnder(*menu, *m_closed);
    });
    connect(m_more, &QToolButton::clicked, this, [this] {
        QMenu *menu = makeMenu(m_more);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        const auto add = [&](const QString &name, const QString &icon, const QString &text,
                             void (FilterBar::*signal)()) {
            QAction *action = menu->addAction(m_shell.theme().icon(icon), text);
            action->setObjectName(name);
            connect(action, &QAction::triggered, this, signal);
        };
        add(u"printBoard"_s, u"file"_s, tr("Print…"), &FilterBar::printAsked);
        add(u"boardPdf"_s, u"export"_s, tr("Export as PDF…"), &FilterBar::pdfAsked);
        add(u"boardPicture"_s, u"export"_s, tr("Export as picture…"), &FilterBar::pictureAsked);
        popUnder(*menu, *m_more);
    });
}

void FilterBar::openFilters() {
    fillAddMenu();
    popUnder(*m_addMenu, *m_add);
}

void FilterBar::fillAddMenu() {
    m_addMenu->clear();
    for (const Part part : allParts) {
        QAction *action = m_addMenu->addAction(nameOf(part));
        action->setObjectName(u"filter%1"_s.arg(int(part)));
        // The menu has to be gone before its successor grabs the mouse.
        connect(
            action, &QAction::triggered, this, [this, part] { edit(part, *m_add); },
            Qt::QueuedConnection);
    }
}

void FilterBar::retranslate() {
    m_add->setText(tr("Filter"));
    m_add->setToolTip(tr("Narrow what the board shows"));
    m_group->setText(tr("Columns: %1").arg(GroupText::grouping(m_grouping)));
    m_group->setToolTip(tr("By what the columns are made"));
    m_closed->setText(tr("Closed: %1").arg(GroupText::period(m_period)));
    m_closed->setToolTip(tr("Since when closed deals stand in their columns"));
    m_closed->setVisible(m_grouping == BoardGrouping::Stage);
    m_more->setToolTip(tr("Print or export the board"));
    m_more->setAccessibleName(m_more->toolTip());
    fillChips();
}

std::vector<RecordId> &FilterBar::rowsOf(BoardFilter &filter, Part part) const {
    switch (part) {
    case Part::Team:
        return filter.teams;
    case Part::Territory:
        return filter.territories;
    case Part::Product:
        return filter.products;
    default:
        return filter.owners;
    }
}

QString FilterBar::entityOf(Part part) {
    switch (part) {
    case Part::Team:
        return u"team"_s;
    case Part::Territory:
        return u"territory"_s;
    case Part::Product:
        return u"product"_s;
    default:
        return u"person"_s;
    }
}

QString FilterBar::nameOf(Part part) {
    switch (part) {
    case Part::Owner:
        return tr("Owner");
    case Part::Team:
        return tr("Team");
    case Part::Territory:
        return tr("Territory");
    case Part::Product:
        return tr("Product");
    case Part::Close:
        return tr("Close date");
    case Part::Condition:
        break;
    }
    return tr("Condition");
}

QString FilterBar::noneOf(Part part) {
    switch (part) {
    case Part::Owner:
        return tr("No owner");
    case Part::Team:
        return tr("No team");
    case Part::Territory:
        return tr("No territory");
    default:
        return {};
    }
}

QString FilterBar::spanText(CloseSpan span) {
    switch (span) {
    case CloseSpan::Overdue:
        return tr("before today");
    case CloseSpan::ThisMonth:
        return tr("this month");
    case CloseSpan::NextMonth:
        return tr("next month");
    case CloseSpan::ThisQuarter:
        return tr("this quarter");
    case CloseSpan::NextQuarter:
        return tr("next quarter");
    case CloseSpan::ThisYear:
        return tr("this year");
    case CloseSpan::NoDate:
        return tr("no date");
    case CloseSpan::Any:
        break;
    }
    return tr("any");
}

bool FilterBar::isSet(Part part) const {
    if (part == Part::Close)
        return m_filter.close != CloseSpan::Any;
    if (part == Part::Condition)
        return !m_filter.expression.isEmpty();
    BoardFilter copy = m_filter;
    return !rowsOf(copy, part).empty();
}

QString FilterBar::valueOf(Part part) const {
    if (part == Part::Close)
        return spanText(m_filter.close);
    if (part == Part::Condition)
        return m_filter.expression.simplified();
    BoardFilter copy = m_filter;
    const std::vector<RecordId> rows = rowsOf(copy, part);
    const RecordId first = rows.front();
    const QString name =
        first.isNull() ? noneOf(part) : m_shell.workspace().reader().title(entityOf(part), first);
    return rows.size() == 1 ? name : tr("%1 and %2 more").arg(name).arg(rows.size() - 1);
}

void FilterBar::fillChips() {
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Part part : allParts) {
        if (isSet(part))
            addChip(part);
    }
}

void FilterBar::addChip(Part part) {
    QString value = valueOf(part);
    if (value.size() > longestValue)
        value = value.left(longestValue - 1) + u'…';
    auto *chip = new QPushButton(u"%1: %2"_s.arg(nameOf(part), value), this);
    chip->setObjectName(u"chip%1"_s.arg(int(part)));
    chip->setProperty("kind", u"filter"_s);
    chip->setProperty("active", true);
    const bool bad = part == Part::Condition && !m_problem.isEmpty();
    chip->setToolTip(bad ? m_problem : u"%1: %2"_s.arg(nameOf(part), valueOf(part)));
    if (bad)
        chip->setIcon(m_shell.theme().icon(u"warning"_s, &Tokens::warning));
    auto *remove = new QToolButton(this);
    remove->setObjectName(u"removeChip%1"_s.arg(int(part)));
    remove->setIcon(m_shell.theme().icon(u"close"_s));
    remove->setIconSize({10, 10});
    remove->setFixedSize(20, 20);
    remove->setToolTip(tr("Remove this filter"));
    remove->setAccessibleName(tr("Remove the filter “%1”").arg(nameOf(part)));
    m_chips->addWidget(chip);
    m_chips->addWidget(remove);
    connect(chip, &QPushButton::clicked, this, [this, part, chip] { edit(part, *chip); });
    connect(remove, &QToolButton::clicked, this, [this, part] { clear(part); });
}

void FilterBar::change(const std::function<void(BoardFilter &)> &set) {
    BoardFilter next = m_filter;
    set(next);
    setFilter(next);
}

void FilterBar::setFilter(const BoardFilter &filter) {
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_problem.clear();
    fillChips();
    emit filterChanged();
}

void FilterBar::showProblem(const QString &text) {
    m_problem = text;
    fillChips();
}

void FilterBar::clear(Part part) {
    change([&](BoardFilter &filter) {
        if (part == Part::Close)
            filter.close = CloseSpan::Any;
        else if (part == Part::Condition)
            filter.expression.clear();
        else
            rowsOf(filter, part).clear();
    });
    m_add->setFocus();
}

void FilterBar::edit(Part part, const QWidget &under) {
    if (part == Part::Close) {
        editClose(under);
        return;
    }
    if (part == Part::Condition) {
        auto *popover = new ConditionPopover(m_filter.expression, m_shell, this);
        connect(popover, &ConditionPopover::applied, this, [this](const QString &text) {
            change([&](BoardFilter &filter) { filter.expression = text; });
        });
        popover->popUpUnder(under);
        return;
    }
    BoardFilter copy = m_filter;
    auto *popover = new PickPopover(entityOf(part), nameOf(part), noneOf(part), rowsOf(copy, part),
                                    m_shell, this);
    connect(popover, &PickPopover::picked, this, [this, part](const std::vector<RecordId> &rows) {
        change([&](BoardFilter &filter) { rowsOf(filter, part) = rows; });
    });
    popover->popUpUnder(under);
}

void FilterBar::editClose(const QWidget &under) {
    QMenu *menu = makeMenu(this);
    menu->setObjectName(u"closeSpans"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const CloseSpan span : spans) {
        QAction *action = addChoice(*menu, m_shell.theme(), spanText(span), span == m_filter.close);
        connect(action, &QAction::triggered, this,
                [this, span] { change([&](BoardFilter &filter) { filter.close = span; }); });
    }
    popUnder(*menu, under);
}

void FilterBar::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace dw::ui
