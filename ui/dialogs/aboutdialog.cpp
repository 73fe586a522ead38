// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/aboutdialog.h"

#include "core/services/diagnostics/diagnostics.h"
#include "core/services/diagnostics/logfile.h"
#include "core/services/readworker.h"
#include "ui/shell/errortext.h"
#include "ui/widgets/clearlayout.h"
#include "ui/widgets/elidedlabel.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QStandardPaths>
#include <QUrl>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

ProgramFacts factsOf(ShellServices &shell) {
    ProgramFacts facts;
    facts.version = QApplication::applicationVersion();
    facts.platform = QApplication::platformName();
    QStringList screens;
    for (const QScreen *screen : QApplication::screens())
        screens << u"%1×%2 at %3 %"_s.arg(screen->geometry().width())
                       .arg(screen->geometry().height())
                       .arg(qRound(screen->devicePixelRatio() * 100));
    facts.screen = screens.join(u'\n');
    facts.mode = shell.workspace().mode() == Workspace::Mode::Write ? u"write"_s : u"read only"_s;
    facts.look = (shell.theme().scheme() == Scheme::Dark ? u"dark, "_s : u"light, "_s)
                 + (shell.language() == Language::Chinese ? u"zh"_s : u"en"_s);
    return facts;
}

QStringList logs(const Clock &clock) { return LogFile(logFolder(), clock).paths(); }

} // namespace

AboutDialog::AboutDialog(ShellServices &shell, QWidget *parent)
    : Dialog(parent),
      m_shell(shell),
      m_facts(new QWidget(this)) {
    setObjectName(u"about"_s);
    auto *form = new QFormLayout(m_facts);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(6);
    body()->addWidget(m_facts);
    fill();
}

void AboutDialog::addFact(const QString &name, const QString &value) {
    auto *label = makeText("secondary", name, m_facts);
    label->setWordWrap(false);
    auto *text = makeText("value", value, m_facts);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    static_cast<QFormLayout *>(m_facts->layout())->addRow(label, text);
}

void AboutDialog::fill() {
    setHeading(tr("About Dealwright"),
               tr("A sales workbench for the desktop: local first, explains every value, loses "
                  "nothing."));
    clearLayout(*m_facts->layout());
    addFact(tr("Version"), QApplication::applicationVersion());
    addFact(tr("Licence"), tr("GNU General Public License, version 3 or later"));
    addFact(tr("Built on"),
            u"Qt %1 · SQLite %2"_s.arg(QString::fromLatin1(qVersion()), databaseVersion()));
    addFact(tr("Log"), QDir::toNativeSeparators(logFolder()));
    auto *open = new QPushButton(tr("Open the log's folder"), m_facts);
    open->setObjectName(u"openLog"_s);
    connect(open, &QPushButton::clicked, this,
            [] { QDesktopServices::openUrl(QUrl::fromLocalFile(logFolder())); });
    static_cast<QFormLayout *>(m_facts->layout())->addRow(QString(), open);
    addFact(tr("Diagnostics"),
            tr("Versions, sizes, rounded counts and the log, without names or contents."));
    confirmButton()->setText(tr("Save diagnostics…"));
    cancelButton()->setText(tr("Close"));
}

void AboutDialog::retranslate() { fill(); }

void AboutDialog::confirm() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name =
        u"dealwright-diagnostics-%1.zip"_s.arg(m_shell.workspace().today().toString(Qt::ISODate));
    auto *chooser = new QFileDialog(this, tr("Save diagnostics"), QDir(folder).filePath(name),
                                    tr("Archive (*.zip)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(u"zip"_s);
    connect(chooser, &QFileDialog::fileSelected, this, &AboutDialog::save);
    chooser->open();
}

void AboutDialog::save(const QString &path) {
    confirmButton()->setEnabled(false);
    const Workspace &workspace = m_shell.workspace();
    m_shell.workspace().worker().ask<Result<void>>(
        [path, facts = factsOf(m_shell), paths = workspace.paths(),
         files = logs(workspace.wall())](Reader &reader) {
            return writeDiagnostics(path, diagnosticReport(reader, paths, facts), files);
        },
        // The answer is told even where the dialog was closed meanwhile.
        parentWidget(),
        [dialog = QPointer<AboutDialog>(this), &shell = m_shell,
         path](const Result<void> &written) {
            if (dialog)
                dialog->confirmButton()->setEnabled(true);
            if (!written && dialog) {
                dialog->showProblem(
                    errorText(written.error(), shell.language(), *shell.workspace().catalog()));
                return;
            }
            if (!written) {
                shell.notifyError(written.error());
                return;
            }
            const QFileInfo file(path);
            shell.notify(ShellServices::Tone::Success, tr("Wrote “%1”").arg(file.fileName()),
                         {tr("Show in folder"), [folder = file.absolutePath()] {
                              QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
                          }});
            if (dialog)
                dialog->accept();
        });
}

} // namespace dw::ui
