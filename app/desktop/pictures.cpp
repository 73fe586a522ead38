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

Pictures::Pictures(ui::MainWindow &window, ui::ShellServices &shell, QString folder, QSize size)
    : m_window(window),
      m_shell(shell),
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

void Pictures::complain(const QString &id, const QMap<QString, QString> &args) {
    m_timer.stop();
    emit failed(makeError(ErrorKind::Io, id, args));
}

void Pictures::look() {
    if (m_since.elapsed() > mostMsPerPage) {
        const QString name = m_import ? u"import"_s : m_window.pages()[m_page]->id();
        complain(u"cli.picture_late"_s, {{u"name"_s, name}});
        return;
    }
    if (m_import)
        lookAtImport();
    else
        lookAtPage();
}

/// Ready, prepared, and ready again at two looks in a row: then nothing is on its way any more.
void Pictures::lookAtPage() {
    ui::Page &page = *m_window.pages()[m_page];
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
        take(page.id(), m_window.grab());
        break;
    }
}

void Pictures::lookAtImport() {
    if (!m_import->isReady()) {
        m_step = Step::Preparing;
        return;
    }
    if (m_step == Step::Preparing)
        m_step = Step::Settling;
    else
        take(u"import"_s, m_import->grab());
}

void Pictures::take(const QString &name, const QPixmap &picture) {
    const QString file = QDir(m_folder).filePath(name + u".png"_s);
    if (QDir().mkpath(m_folder) && picture.save(file, "PNG"))
        next();
    else
        complain(u"cli.picture_failed"_s, {{u"file"_s, QDir::toNativeSeparators(file)}});
}

void Pictures::next() {
    if (m_import) {
        m_import.reset();
        m_timer.stop();
        emit finished();
        return;
    }
    ++m_page;
    m_step = Step::Loading;
    m_since.restart();
    if (m_page < m_window.pages().size()) {
        m_window.showPage(int(m_page));
        return;
    }
    m_step = Step::Preparing;
    m_import = std::make_unique<ImportPicture>(m_shell, &m_window);
}

} // namespace dw::desktop
