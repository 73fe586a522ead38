// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace dw::desktop {

/// Tells the event loop of the signals that ask the program to end (interrupt, end, hang-up), so
/// that it can close what is open. The second one ends it as usual. Signals that whoever started us
/// wants ignored stay so. One a process; without effect where there are no signals.
class EndSignals final : public QObject {
    Q_OBJECT
public:
    EndSignals();
    ~EndSignals() override;

signals:
    void asked();

private:
    int m_readEnd = -1;
};

} // namespace dw::desktop
