// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>
#include <vector>

class QAbstractButton;
class QToolButton;

namespace dw::ui {

class Page;
class RailButton;

/// The navigation at the left: one item a page; 56 px with the label under the icon, or 200 px with
/// the label beside it.
class Rail final : public QWidget {
    Q_OBJECT
public:
    Rail(const Theme &theme, QWidget *parent);

    void addPage(const Page &page);
    void setCurrent(int at);
    [[nodiscard]] bool isWide() const { return m_wide; }
    void setWide(bool wide);
    /// The titles again, in the language in force.
    void retranslate();

signals:
    void chosen(int at);
    void widthChosen(bool wide);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    const Theme &m_theme;
    std::vector<const Page *> m_pages;
    std::vector<RailButton *> m_buttons;
    QToolButton *m_toggle;
    bool m_wide = false;
};

} // namespace dw::ui
