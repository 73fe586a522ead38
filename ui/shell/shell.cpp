// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell.h"

#include "core/base/log.h"
#include "core/services/diagnostics/masked.h"
#include "core/services/wording/wording.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/imports/importdialog.h"
#include "ui/dialogs/newrecorddialog.h"
#include "ui/dialogs/persondialog.h"
#include "ui/shell/errortext.h"
#include "ui/shell/jobtext.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

/// The arguments stay out: they are names and values people typed.
void logShown(const Error &error) {
    qCInfo(lcUi).noquote() << "told the person:" << error.message.id << masked(error.detail);
}

/// The sentence and what stands beside it, a line each.
QString lines(const QString &first, const std::vector<QString> &others) {
    QStringList all;
    if (!first.isEmpty())
        all << first;
    for (const QString &other : others)
        all << other;
    return all.join(u'\n');
}

} // namespace

Shell::Shell(Workspace &workspace, Theme &theme, Languages &languages)
    : m_workspace(workspace),
      m_theme(theme),
      m_languages(languages),
      m_undo(workspace),
      m_backups(workspace) {
    listen();
}

void Shell::listen() {
    connect(&m_undo, &UndoControl::failed, this, &Shell::notifyError);
    connect(&m_undo, &UndoControl::partly, this, &Shell::sayPartly);
    connect(&m_undo, &UndoControl::large, this, &Shell::askLarge);
    connect(&m_backups, &BackupSchedule::made, this, [this](const QString &path, BackupKind kind) {
        if (kind == BackupKind::Manual)
            sayBackup(path);
    });
    connect(&m_backups, &BackupSchedule::failed, this, &Shell::sayNoBackup);
    connect(&m_undo, &UndoControl::undone, this, [this](const Message &label, const Committed &c) {
        emit notified({Tone::Info,
                       lines(tr("Undone: %1").arg(sayStep(label, c)), wordAll(c.notes)),
                       {tr("Redo"), [this] { redo(); }},
                       c.set});
    });
    connect(&m_undo, &UndoControl::redone, this, [this](const Message &label, const Committed &c) {
        emit notified({Tone::Info,
                       lines(tr("Done again: %1").arg(sayStep(label, c)), wordAll(c.notes)),
                       {tr("Undo"), [this] { undo(); }},
                       c.set});
    });
}

QString Shell::say(const Message &message) const {
    return word(message, language(), *m_workspace.catalog());
}

/// A step and how many records it moved, where that is more than the one it names.
QString Shell::sayStep(const Message &label, const Committed &done) const {
    const int records = int(done.notice.moved.size());
    return records > 1 ? tr("%1 · %n record(s)", nullptr, records).arg(say(label)) : say(label);
}

std::vector<QString> Shell::wordAll(const std::vector<Message> &messages) const {
    std::vector<QString> worded;
    worded.reserve(messages.size());
    for (const Message &message : messages)
        worded.push_back(say(message));
    return worded;
}

void Shell::notify(Tone tone, const QString &text, const Action &action) {
    emit notified({tone, text, action, 0});
}

void Shell::notifyError(const Error &error) {
    logShown(error);
    notify(Tone::Failure, errorText(error, language(), *m_workspace.catalog()), {});
}

void Shell::run(Work work, const QString &saying,
                std::function<void(const Result<Committed> &)> done) {
    attempt(std::move(work), saying,
            [this, done = std::move(done)](const Result<Committed> &result) {
                if (!result)
                    notify(Tone::Failure,
                           errorText(result.error(), language(), *m_workspace.catalog()), {});
                if (done)
                    done(result);
            });
}

void Shell::attempt(Work work, const QString &saying,
                    std::function<void(const Result<Committed> &)> done) {
    if (work.info.actor.isNull())
        work.info.actor = m_workspace.actor();
    m_workspace.submit(work, this,
                       [this, saying, done = std::move(done)](const Result<Committed> &result) {
                           // What a page says in its place is logged all the same.
                           if (result)
                               sayDone(saying, *result);
                           else
                               logShown(result.error());
                           done(result);
                       });
}

void Shell::sayDone(const QString &saying, const Committed &done) {
    std::vector<QString> asides = wordAll(done.warnings);
    for (const QString &note : wordAll(done.notes))
        asides.push_back(note);
    if (done.set == 0 || (saying.isEmpty() && asides.empty()))
        return;
    emit notified({done.warnings.empty() ? Tone::Success : Tone::Warning,
                   lines(saying, asides),
                   {tr("Undo"), [this, set = done.set] { undoSet(set); }},
                   done.set});
}

QString Shell::whyItStays(const UndoPlan::Stays &one) const {
    if (!one.forRow.isNull())
        return tr("“%1” needs it").arg(m_workspace.reader().title(one.forEntity, one.forRow));
    const EntityDesc *entity = m_workspace.catalog()->entity(one.entity);
    const FieldHandle field = entity ? entity->byName(one.group) : FieldHandle();
    return field.isNull() ? one.group : entity->field(field).label.in(language());
}

void Shell::sayPartly(const UndoPlan &plan) {
    constexpr size_t mostNamed = 8;
    std::vector<QString> stays;
    for (const UndoPlan::Stays &one : plan.stays) {
        if (stays.size() == mostNamed) {
            stays.push_back(tr("and %Ln more", nullptr, int(plan.stays.size() - mostNamed)));
            break;
        }
        stays.push_back(
            u"%1 · %2"_s.arg(m_workspace.reader().title(one.entity, one.row), whyItStays(one)));
    }
    emit notified({Tone::Warning,
                   lines(tr("%1: a part is in use or was changed later, and would stay")
                             .arg(say(plan.set.label)),
                         stays),
                   {tr("Undo the rest"), [this, set = plan.set.seq] { m_undo.undoRest(set); }},
                   plan.set.seq});
}

void Shell::sayBackup(const QString &path) {
    const QFileInfo file(path);
    notify(Tone::Success, tr("Backup made: %1").arg(file.fileName()),
           {tr("Show in folder"), [folder = file.absolutePath()] {
                QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
            }});
}

void Shell::sayNoBackup(const Error &error, BackupKind kind) {
    const QString what = kind == BackupKind::Scheduled
                             ? tr("The scheduled backup could not be made; it is tried again.")
                             : tr("The backup could not be made.");
    logShown(error);
    notify(Tone::Failure, lines(what, {errorText(error, language(), *m_workspace.catalog())}), {});
}

void Shell::askLarge(const UndoControl::Large &step) {
    const QString title = step.redo ? tr("Redo “%1”?") : tr("Undo “%1”?");
    auto *dialog = new ConfirmDialog({title.arg(say(step.label)),
                                      sayUndoSize(step.size, *m_workspace.catalog(), language()),
                                      step.redo ? tr("Redo") : tr("Undo"),
                                      {}},
                                     m_window);
    connect(dialog, &ConfirmDialog::agreed, this, [this, step] { m_undo.goOn(step); });
    dialog->open();
}

void Shell::openNew(const QString &entity, const Record &preset) {
    auto *dialog = new NewRecordDialog(entity, preset, *this, m_window);
    dialog->open();
}

/// A second wish joins the dialog that stands open.
void Shell::openImport(const QStringList &files) {
    if (m_workspace.mode() == Workspace::Mode::ReadOnly)
        return;
    auto *dialog = m_window ? m_window->findChild<ImportDialog *>() : nullptr;
    if (!dialog || !dialog->isVisible()) {
        dialog = new ImportDialog(*this, m_window);
        dialog->open();
    }
    if (!files.isEmpty())
        dialog->addFiles(files);
}

void Shell::sayJob(const JobInfo &job) {
    const QString text = JobText(*m_workspace.catalog(), language()).ending(job);
    const bool all = job.rejected == 0 && job.notes.empty();
    switch (job.state) {
    case JobState::Failed:
        emit notified({Tone::Failure,
                       text,
                       {tr("Go on"),
                        [this, number = job.number] {
                            if (const auto resumed = m_workspace.jobs().resume(number); !resumed)
                                notifyError(resumed.error());
                        }},
                       0});
        break;
    case JobState::Done:
        if (job.kind == JobKind::Import && job.set != 0) {
            emit notified({all ? Tone::Success : Tone::Warning,
                           text,
                           {tr("Undo"), [this, set = job.set] { undoSet(set); }},
                           job.set});
            break;
        }
        emit notified({all ? Tone::Success : Tone::Warning, text, {}, 0});
        break;
    default:
        emit notified({Tone::Info, text, {}, 0});
        break;
    }
}

void Shell::choosePerson() {
    auto *dialog = new PersonDialog(*this, m_window);
    dialog->open();
}

} // namespace dw::ui
