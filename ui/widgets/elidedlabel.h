// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace dw::ui {

/// A line of plain text in one of the style sheet's roles ("secondary", "strong", …) that ends in
/// an ellipsis where it does not fit; the whole text stands in the tooltip.
class ElidedLabel final : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const char *role, QWidget *parent);

    void setWhole(const QString &text);
    [[nodiscard]] const QString &whole() const { return m_whole; }
    void setRole(const char *role);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();
    QString m_whole;
};

/// A label of plain text in a role; wraps.
[[nodiscard]] QLabel *makeText(const char *role, const QString &text, QWidget *parent);
/// A hairline.
[[nodiscard]] QWidget *makeLine(QWidget *parent);

} // namespace dw::ui
