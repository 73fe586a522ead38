// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/boardfilter.h"
#include "core/services/board/boardgroups.h"
#include "ui/shell/page.h"

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace dw::ui {

class MenuButton;

/// The bar over the board: a chip for each part of the filter that narrows, a button that adds
/// another, and at the right by what the columns are made, since when closed deals are shown, and
/// what else can be done with the board.
class FilterBar final : public QWidget {
    Q_OBJECT
public:
    FilterBar(ShellServices &shell, QWidget *parent);

    [[nodiscard]] const BoardFilter &filter() const { return m_filter; }
    void setFilter(const BoardFilter &filter);
    [[nodiscard]] BoardGrouping grouping() const { return m_grouping; }
    void setGrouping(BoardGrouping by);
    [[nodiscard]] ClosedPeriod period() const { return m_period; }
    /// Says how the filter was refused; empty text takes it away.
    void showProblem(const QString &text);
    /// Opens the list of what can be filtered by.
    void openFilters();

signals:
    void filterChanged();
    void groupingChanged();
    void periodChanged();
    void printAsked();
    void pdfAsked();
    void pictureAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Part { Owner, Team, Territory, Product, Close, Condition };
    static constexpr Part allParts[] = {Part::Owner,   Part::Team,  Part::Territory,
                                        Part::Product, Part::Close, Part::Condition};
    void retranslate();
    void fillChips();
    void addChip(Part part);
    void fillAddMenu();
    void fillViewMenus();
    void edit(Part part, const QWidget &under);
    void editClose(const QWidget &under);
    void clear(Part part);
    void change(const std::function<void(BoardFilter &)> &set);
    [[nodiscard]] bool isSet(Part part) const;
    [[nodiscard]] std::vector<RecordId> &rowsOf(BoardFilter &filter, Part part) const;
    [[nodiscard]] static QString entityOf(Part part);
    [[nodiscard]] static QString nameOf(Part part);
    [[nodiscard]] static QString noneOf(Part part);
    [[nodiscard]] static QString spanText(CloseSpan span);
    [[nodiscard]] QString valueOf(Part part) const;

    ShellServices &m_shell;
    BoardFilter m_filter;
    BoardGrouping m_grouping = BoardGrouping::Stage;
    ClosedPeriod m_period = ClosedPeriod::ThisQuarter;
    QString m_problem;
    QHBoxLayout *m_chips;
    QPushButton *m_add;
    QMenu *m_addMenu;
    MenuButton *m_group;
    MenuButton *m_closed;
    QToolButton *m_more;
};

} // namespace dw::ui
