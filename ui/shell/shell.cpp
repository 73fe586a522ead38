// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell.h"

#include "core/services/wording.h"
#include "ui/dialogs/newrecorddialog.h"
#include "ui/dialogs/persondialog.h"

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

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
      m_undo(workspace) {
    connect(&m_undo, &UndoControl::failed, this, &Shell::notifyError);
    connect(&m_undo, &UndoControl::partly, this, &Shell::sayPartly);
    connect(&m_undo, &UndoControl::undone, this, [this](const Message &label, const Committed &c) {
        notify(Tone::Info, lines(tr("Undone: %1").arg(say(label)), wordAll(c.notes)),
               {tr("Redo"), [this] { redo(); }});
    });
    connect(&m_undo, &UndoControl::redone, this, [this](const Message &label, const Committed &c) {
        notify(Tone::Info, lines(tr("Done again: %1").arg(say(label)), wordAll(c.notes)),
               {tr("Undo"), [this] { undo(); }});
    });
}

QString Shell::say(const Message &message) const {
    return word(message, language(), *m_workspace.catalog());
}

std::vector<QString> Shell::wordAll(const std::vector<Message> &messages) const {
    std::vector<QString> worded;
    for (const Message &message : messages)
        worded.push_back(say(message));
    return worded;
}

void Shell::notify(Tone tone, const QString &text, const Action &action) {
    emit notified({tone, text, action});
}

void Shell::notifyError(const Error &error) {
    notify(Tone::Failure, word(error, language(), *m_workspace.catalog()), {});
}

void Shell::run(Work work, const QString &saying,
                std::function<void(const Result<Committed> &)> done) {
    if (work.info.actor.isNull())
        work.info.actor = m_workspace.actor();
    m_workspace.submit(work, this,
                       [this, saying, done = std::move(done)](const Result<Committed> &result) {
                           if (result)
                               sayDone(saying, *result);
                           else
                               notifyError(result.error());
                           if (done)
                               done(result);
                       });
}

void Shell::sayDone(const QString &saying, const Committed &done) {
    std::vector<QString> asides = wordAll(done.warnings);
    for (const QString &note : wordAll(done.notes))
        asides.push_back(note);
    if (done.set == 0 || (saying.isEmpty() && asides.empty()))
        return;
    notify(done.warnings.empty() ? Tone::Success : Tone::Warning, lines(saying, asides),
           {tr("Undo"), [this, set = done.set] { undoSet(set); }});
}

void Shell::sayPartly(const UndoPlan &plan) {
    std::vector<QString> stays;
    for (const UndoPlan::Stays &one : plan.stays) {
        const QString title = m_workspace.reader().title(one.entity, one.row);
        const EntityDesc *entity = m_workspace.catalog()->entity(one.entity);
        const FieldHandle field = entity ? entity->byName(one.group) : FieldHandle();
        const QString label =
            field.isNull() ? one.group : entity->field(field).label.in(language());
        stays.push_back(u"%1 · %2"_s.arg(title, label));
    }
    notify(Tone::Warning,
           lines(tr("%1: a part was changed later and would stay").arg(say(plan.set.label)), stays),
           {tr("Undo the rest"), [this, set = plan.set.seq] { m_undo.undoRest(set); }});
}

void Shell::openNew(const QString &entity, const Record &preset) {
    auto *dialog = new NewRecordDialog(entity, preset, *this, m_window);
    dialog->open();
}

void Shell::choosePerson() {
    auto *dialog = new PersonDialog(*this, m_window);
    dialog->open();
}

} // namespace dw::ui
