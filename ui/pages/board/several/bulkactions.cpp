// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/several/bulkactions.h"

#include "ui/dialogs/fieldsdialog.h"
#include "ui/models/boardstore.h"

#include <QPointer>

namespace dw::ui {
using namespace Qt::StringLiterals;

BulkActions::BulkActions(const BoardStore &store, ShellServices &shell, QWidget *window)
    : QObject(window),
      m_store(store),
      m_shell(shell),
      m_window(window) {}

QString BulkActions::subject(const std::vector<RecordId> &deals) const {
    const BoardCard *card = deals.size() == 1 ? m_store.card(deals.front()) : nullptr;
    return card ? u"“%1”"_s.arg(card->name) : tr("%Ln deal(s)", nullptr, int(deals.size()));
}

void BulkActions::write(std::vector<Work> works, const QString &id, const QString &to, size_t count,
                        const QString &saying) {
    const Origin origin{m_shell.workspace().actor()};
    Work work = works.front();
    if (works.size() > 1)
        work = asOneWork(std::move(works),
                         {id, {{u"count"_s, QString::number(count)}, {u"to"_s, to}}}, origin);
    m_shell.run(std::move(work), saying,
                [self = QPointer<BulkActions>(this)](const Result<Committed> &result) {
                    // The page may have gone before the answer came.
                    if (self && result)
                        emit self->done();
                });
}

void BulkActions::assign(const std::vector<RecordId> &deals) {
    if (deals.empty())
        return;
    auto *dialog = new FieldsDialog({tr("Assign %1").arg(subject(deals)),
                                     tr("Each of them gets this owner."),
                                     u"deal"_s,
                                     {u"owner"_s},
                                     {},
                                     tr("Assign")},
                                    m_shell, m_window);
    connect(dialog, &FieldsDialog::answered, this, [this, deals](const Record &values) {
        const EntityDesc &entity = *m_shell.workspace().catalog()->entity(u"deal");
        const FieldHandle owner = entity.byName(u"owner");
        const auto person = values.value(owner).as<RecordId>();
        const QString name = m_shell.workspace().reader().title(u"person"_s, person);
        std::vector<Work> works;
        for (const RecordId deal : deals) {
            Record change(u"deal"_s, deal);
            change.set(owner, person);
            works.push_back(changeWork(change, {}, {m_shell.workspace().actor()}));
        }
        write(std::move(works), u"set.assign_many"_s, name, deals.size(),
              tr("%1: owner is now %2").arg(subject(deals), name));
    });
    dialog->open();
}

void BulkActions::addTask(const std::vector<RecordId> &deals) {
    if (deals.empty())
        return;
    auto *dialog = new FieldsDialog({tr("Next step of %1").arg(subject(deals)),
                                     tr("Each of them gets this task, for its own owner."),
                                     u"task"_s,
                                     {u"title"_s},
                                     {u"due_on"_s},
                                     tr("Add")},
                                    m_shell, m_window);
    connect(dialog, &FieldsDialog::answered, this, [this, deals](const Record &values) {
        const EntityDesc &tasks = *m_shell.workspace().catalog()->entity(u"task");
        std::vector<Work> works;
        for (const RecordId deal : deals) {
            const BoardCard *card = m_store.card(deal);
            if (!card)
                continue;
            Record task(u"task"_s, {});
            for (const auto &[handle, value] : values.values())
                task.set(handle, value);
            task.set(tasks.byName(u"deal"), deal);
            if (!card->owner.isNull())
                task.set(tasks.byName(u"owner"), card->owner);
            works.push_back(createWork(task, {m_shell.workspace().actor()}));
        }
        if (!works.empty())
            write(std::move(works), u"set.step_many"_s, {}, deals.size(),
                  tr("%1: next step set").arg(subject(deals)));
    });
    dialog->open();
}

void BulkActions::tag(const std::vector<RecordId> &deals) {
    if (deals.empty())
        return;
    auto *dialog = new FieldsDialog({tr("Tag %1").arg(subject(deals)),
                                     tr("These tags are added; others stay."),
                                     u"deal"_s,
                                     {u"tags"_s},
                                     {},
                                     tr("Add tags")},
                                    m_shell, m_window);
    connect(dialog, &FieldsDialog::answered, this, [this, deals](const Record &values) {
        const EntityDesc &entity = *m_shell.workspace().catalog()->entity(u"deal");
        const auto members = values.value(entity.byName(u"tags")).as<QStringList>();
        std::vector<TypedEdit> edits;
        QStringList names;
        for (const QString &member : members) {
            edits.push_back({u"tags"_s, TypedEdit::Kind::Include, member});
            names << m_shell.workspace().reader().title(u"tag"_s, RecordId::fromText(member));
        }
        std::vector<Work> works;
        works.reserve(deals.size());
        for (const RecordId deal : deals)
            works.push_back(typedWork(u"deal"_s, deal, edits, {m_shell.workspace().actor()}));
        const QString shown = names.join(u", "_s);
        write(std::move(works), u"set.tag_many"_s, shown, deals.size(),
              tr("%1: tagged %2").arg(subject(deals), shown));
    });
    dialog->open();
}

} // namespace dw::ui
