// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/barewindow.h"

#include <QApplication>
#include <QListWidget>
#include <QPixmap>

using namespace Qt::StringLiterals;

namespace dw::bench {

int bareWindow(int argc, char **argv) {
    const QApplication app(argc, argv);
    QListWidget window;
    window.resize(1440, 900);
    for (int i = 0; i < 100; ++i)
        window.addItem(u"Row %1"_s.arg(i));
    window.show();
    QApplication::processEvents();
    const QPixmap picture = window.grab();
    return picture.isNull() ? 1 : 0;
}

} // namespace dw::bench
