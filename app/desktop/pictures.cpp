// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/pictures.h"

#include <QDir>
#include <QPixmap>

namespace dw::desktop {
using namespace Qt::StringLiterals;

namespace {
constexpr int lookEveryMs = 15;
constexpr int mostMsPerPage = 8'000;
} // namespace

Pictures::Pictures(ui::MainWindow &window, QString folder, QSize size)
    : m_window(window),
      m_folder(std::move(folder)) {
    m_window.setAttribute(Qt::WA_DontShowOnScreen);
    m_window.setFixedSize(size);
    m_timer.setInterval(lookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &Pictures::look);
}

void Pictures::start() {
    m_window.show();
    m_window.showPage(0);
    m_since.start();
    m_timer.start();
}

/// Ready, prepared, and ready again at two looks in a row: then nothing is on its way any more.
void Pictures::look() {
    ui::Page &page = *m_window.pages()[m_page];
    if (m_since.elapsed() > mostMsPerPage) {
        m_timer.stop();
        emit failed(makeError(ErrorKind::Io, u"cli.picture_late"_s, {{u"name"_s, page.id()}}));
        return;
    }
    if (!page.isReady()) {
        m_step = m_step == Step::Loading ? Step::Loading : Step::Preparing;
        return;
    }
    switch (m_step) {
    case Step::Loading:
        page.prepareForPicture();
        m_step = Step::Preparing;
        break;
    case Step::Preparing:
        m_step = Step::Settling;
        break;
    case Step::Settling:
        take();
        break;
    }
}

void Pictures::take() {
    const QString file = QDir(m_folder).filePath(m_window.pages()[m_page]->id() + u".png"_s);
    const bool written = QDir().mkpath(m_folder) && m_window.grab().save(file, "PNG");
    if (written) {
        next();
        return;
    }
    m_timer.stop();
    emit failed(makeError(ErrorKind::Io, u"cli.picture_failed"_s,
                          {{u"file"_s, QDir::toNativeSeparators(file)}}));
}

void Pictures::next() {
    ++m_page;
    if (m_page == m_window.pages().size()) {
        m_timer.stop();
        emit finished();
        return;
    }
    m_step = Step::Loading;
    m_since.restart();
    m_window.showPage(int(m_page));
}

} // namespace dw::desktop
