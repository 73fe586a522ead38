// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>

namespace dw::ui {

/// What the desktop prefers. Windows: the registry; Linux: the settings portal where there is one,
/// asked without waiting; elsewhere, and until an answer comes: whether the palette that the
/// program was started with is dark.
class SystemScheme final : public QObject {
    Q_OBJECT
public:
    /// Must be made before the application's palette is set.
    explicit SystemScheme(QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    /// Asks again; Windows tells nobody about a change.
    void refresh();

signals:
    void changed();

private:
    void set(Scheme scheme);

    Scheme m_scheme;
};

} // namespace dw::ui
