// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace dw::ui {

/// What stands where there is nothing: one sentence and one way on.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent);
    void say(const QString &sentence, const QString &action);

signals:
    void acted();

private:
    QLabel *m_sentence;
    QPushButton *m_action;
};

} // namespace dw::ui
