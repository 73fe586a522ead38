// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/columns/quickadd.h"

#include "core/services/wording/wording.h"
#include "core/services/works.h"
#include "ui/forms/fieldeditor.h"
#include "ui/forms/newdraft.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

QuickAdd::QuickAdd(BoardGroup group, RecordId pipeline, ShellServices &shell, QWidget *parent)
    : QFrame(parent),
      m_group(std::move(group)),
      m_pipeline(pipeline),
      m_shell(shell),
      m_add(new QPushButton(this)),
      m_more(new QPushButton(this)) {
    setObjectName(u"quickAdd"_s);
    setProperty("kind", u"card"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    const EntityDesc &deals = *shell.workspace().catalog()->entity(u"deal");
    for (const QString &name : {u"name"_s, u"account"_s, u"amount"_s}) {
        const FieldHandle handle = deals.byName(name);
        FieldEditor *editor = FieldEditor::make(deals.field(handle), shell, this);
        editor->setInForm(true);
        layout->addWidget(editor);
        m_editors.emplace_back(handle, editor);
        connect(editor, &FieldEditor::edited, editor, [editor] { editor->showProblem({}); });
    }
    m_add->setObjectName(u"quickAddDeal"_s);
    m_add->setProperty("kind", u"small-primary"_s);
    m_more->setObjectName(u"quickAddMore"_s);
    m_more->setProperty("kind", u"small"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_add, 1);
    row->addWidget(m_more, 1);
    layout->addLayout(row);
    connect(m_add, &QPushButton::clicked, this, &QuickAdd::commit);
    connect(m_more, &QPushButton::clicked, this, [this] {
        Record draft(u"deal"_s, {});
        if (m_running)
            return;
        for (const auto &[handle, editor] : m_editors) {
            const auto value = editor->value();
            if (!value) {
                // What cannot be read would be lost on the way.
                editor->showProblem(
                    word(value.error(), m_shell.language(), *m_shell.workspace().catalog()));
                editor->startEditing();
                return;
            }
            if (!value->isEmpty())
                draft.set(handle, *value);
        }
        place(draft);
        clear();
        emit closed();
        emit moreAsked(draft);
    });
    clear();
    retranslate();
}

void QuickAdd::retranslate() {
    m_add->setText(tr("Add"));
    m_add->setToolTip(tr("Enter"));
    m_more->setText(tr("More…"));
    m_more->setToolTip(tr("Opens the whole form with what is typed here"));
    const Language language = m_shell.language();
    for (const auto &[handle, editor] : m_editors) {
        if (auto *line = editor->findChild<QLineEdit *>())
            line->setPlaceholderText(editor->field().label.in(language));
    }
}

void QuickAdd::clear() {
    for (const auto &[handle, editor] : m_editors) {
        editor->setValue({});
        editor->showProblem({});
    }
}

void QuickAdd::start() {
    show();
    m_editors.front().second->startEditing();
}

bool QuickAdd::hasInput() const {
    return isVisible() && std::any_of(m_editors.begin(), m_editors.end(), [](const auto &one) {
               return one.second->isEdited();
           });
}

/// What the column means for a new deal.
void QuickAdd::place(Record &draft) const {
    const EntityDesc &deals = *m_shell.workspace().catalog()->entity(u"deal");
    draft.set(deals.byName(u"pipeline"), m_pipeline);
    switch (m_group.by) {
    case BoardGrouping::Stage:
        draft.set(deals.byName(u"stage"), m_group.row);
        break;
    case BoardGrouping::Owner:
        draft.set(deals.byName(u"owner"),
                  m_group.row.isNull() ? FieldValue() : FieldValue(m_group.row));
        break;
    case BoardGrouping::CloseMonth: {
        const QDate day = closeIn(m_group, {}, m_shell.workspace().today());
        draft.set(deals.byName(u"expected_close"), day.isValid() ? FieldValue(day) : FieldValue());
        break;
    }
    }
}

/// Nothing where a value cannot be read or the name is missing; said in the place.
std::optional<Record> QuickAdd::read() {
    const Record typed = [&] {
        Record draft(u"deal"_s, RecordId{makeUuidV7(m_shell.workspace().wall().now())});
        place(draft);
        return newDraft(u"deal"_s, draft, m_shell.workspace());
    }();
    Record draft = typed;
    for (const auto &[handle, editor] : m_editors) {
        const auto value = editor->value();
        if (!value) {
            editor->showProblem(
                word(value.error(), m_shell.language(), *m_shell.workspace().catalog()));
            editor->startEditing();
            return std::nullopt;
        }
        if (!value->isEmpty())
            draft.set(handle, *value);
    }
    const auto &[nameField, nameEditor] = m_editors.front();
    if (draft.value(nameField).isEmpty()) {
        nameEditor->showProblem(tr("A deal has a name."));
        nameEditor->startEditing();
        return std::nullopt;
    }
    return draft;
}

void QuickAdd::commit() {
    if (m_running)
        return;
    const auto draft = read();
    if (!draft)
        return;
    m_running = true;
    const QString name = draft->value(m_editors.front().first).as<QString>();
    // The column may be made anew before the answer comes.
    m_shell.attempt(
        createWork(*draft, {m_shell.workspace().actor()}), tr("Added “%1”").arg(name),
        [self = QPointer<QuickAdd>(this), this, &shell = m_shell,
         id = draft->id()](const Result<Committed> &result) {
            if (!self && !result)
                shell.notifyError(result.error());
            if (!self)
                return;
            m_running = false;
            if (!result) {
                m_editors.front().second->showProblem(
                    word(result.error(), m_shell.language(), *m_shell.workspace().catalog()));
                return;
            }
            clear();
            emit added(id);
            if (isVisible())
                m_editors.front().second->startEditing();
        });
}

void QuickAdd::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        commit();
    else
        QFrame::keyPressEvent(event);
}

void QuickAdd::changeEvent(QEvent *event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace dw::ui
