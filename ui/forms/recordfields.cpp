// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/recordfields.h"

#include "core/catalog/validate.h"
#include "core/services/wording/wording.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 2;
constexpr int columnGap = 16;

bool isWide(const FieldDesc &field) {
    return field.type == FieldType::LongText || field.type == FieldType::Set;
}

} // namespace

RecordFields::RecordFields(const EntityDesc &entity, ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_entity(entity),
      m_shell(shell),
      m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(2, 2, 2, 2);
    m_grid->setHorizontalSpacing(columnGap);
    m_grid->setVerticalSpacing(metric::grid);
    for (int column = 0; column < columns; ++column)
        m_grid->setColumnStretch(column, 1);
    connect(qApp, &QApplication::focusChanged, this, &RecordFields::follow);
}

RecordFields::~RecordFields() {
    // The editors go after this, and the focus leaves them then.
    disconnect(qApp, nullptr, this, nullptr);
}

const FieldDesc &RecordFields::descOf(const Entry &entry) const {
    return m_entity.field(entry.handle);
}

FieldEditor *RecordFields::add(FieldHandle handle, bool required) {
    const FieldDesc &field = m_entity.field(handle);
    auto *editor = FieldEditor::make(field, m_shell, this);
    editor->setInForm(true);
    auto *text = makeText("secondary", {}, this);
    text->setBuddy(editor);
    m_entries.push_back({handle, required || field.validity.required, text, editor});
    label(m_entries.back());
    place(text, editor, isWide(field));
    tie(m_entries.back());
    return editor;
}

void RecordFields::label(const Entry &entry) {
    const QString name = descOf(entry).label.in(m_shell.language());
    entry.label->setText(entry.required ? name + u" *"_s : name);
    entry.label->setToolTip(entry.required ? tr("Required") : QString());
}

void RecordFields::place(QLabel *text, FieldEditor *editor, bool wide) {
    if (wide && m_column > 0) {
        m_column = 0;
        m_row += 3;
    }
    const int span = wide ? columns : 1;
    m_grid->addWidget(text, m_row, m_column, 1, span, Qt::AlignBottom);
    m_grid->addWidget(editor, m_row + 1, m_column, 1, span, Qt::AlignTop);
    m_grid->setRowMinimumHeight(m_row + 2, metric::grid);
    m_column += span;
    if (m_column >= columns) {
        m_column = 0;
        m_row += 3;
    }
}

void RecordFields::addHeading(const Label &text) {
    if (m_column > 0) {
        m_column = 0;
        m_row += 3;
    }
    auto *heading = makeText("strong", text.in(m_shell.language()), this);
    m_headings.push_back({text, heading});
    m_grid->addWidget(heading, m_row, 0, 1, columns);
    m_row += 1;
}

/// A link whose rows belong to the row of another link of the same merge group (a stage to its
/// pipeline) offers only those.
void RecordFields::tie(const Entry &entry) {
    connect(entry.editor, &FieldEditor::edited, this, &RecordFields::edited);
    if (descOf(entry).type == FieldType::Link)
        connect(entry.editor, &FieldEditor::edited, this, [this, entry] { passOn(entry); });
}

void RecordFields::passOn(const Entry &from) {
    const FieldDesc &field = descOf(from);
    const auto value = from.editor->value();
    if (!value)
        return;
    for (const Entry &entry : m_entries) {
        const FieldDesc &other = descOf(entry);
        const EntityDesc *target = m_shell.workspace().catalog()->entity(other.target);
        if (entry.handle == from.handle || other.group != field.group || !target)
            continue;
        for (const FieldDesc &link : target->fields) {
            if (link.validity.required && link.target == field.target)
                entry.editor->restrictTo(link.name, value->as<RecordId>());
        }
    }
}

FieldEditor *RecordFields::editor(QStringView key) const {
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry &e) { return descOf(e).key == key; });
    return entry == m_entries.end() ? nullptr : entry->editor;
}

bool RecordFields::isEdited() const {
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [](const Entry &e) { return e.editor->isEdited(); });
}

void RecordFields::show(const Record &record) {
    Reader &reader = m_shell.workspace().reader();
    for (const Entry &entry : m_entries) {
        const FieldValue *value = record.find(entry.handle);
        if (!value)
            continue;
        const QString title = value->is<RecordId>()
                                  ? reader.title(descOf(entry).target, value->as<RecordId>())
                                  : QString();
        entry.editor->setValue(*value, title);
    }
    for (const Entry &entry : m_entries) {
        if (descOf(entry).type == FieldType::Link)
            passOn(entry);
    }
}

std::optional<Message> RecordFields::judge(const Entry &entry,
                                           const Result<FieldValue> &value) const {
    if (!value)
        return value.error().message;
    FieldDesc field = descOf(entry);
    field.validity.required = entry.required;
    return validate(m_entity.key, field, *value);
}

/// The sentence under a field; its label stands above it already.
QString RecordFields::say(const Entry &entry, Message problem) const {
    const FieldDesc &field = descOf(entry);
    problem.args.insert(u"field"_s, m_entity.key + u'.' + field.key);
    QString text = word(problem, m_shell.language(), *m_shell.workspace().catalog());
    const QString label = field.label.in(m_shell.language());
    for (const QString &prefix : {label + u": "_s, label + u'：'}) {
        if (text.startsWith(prefix) && text.size() > prefix.size()) {
            text.remove(0, prefix.size());
            text[0] = text.at(0).toUpper();
        }
    }
    return text;
}

/// An edited field is judged when another one gets the focus. Not while the mouse presses a button:
/// a message would move the button away from under it, and the button asks all fields anyway.
void RecordFields::follow(QWidget *left, QWidget *entered) {
    const bool pressing = QGuiApplication::mouseButtons() != Qt::NoButton;
    if (!left || !entered || entered->window() != window()
        || (pressing && qobject_cast<QAbstractButton *>(entered)))
        return;
    for (const Entry &entry : m_entries) {
        FieldEditor &editor = *entry.editor;
        const auto holds = [&](const QWidget *w) { return &editor == w || editor.isAncestorOf(w); };
        if (!editor.isEdited() || !holds(left) || holds(entered))
            continue;
        const auto problem = judge(entry, editor.value());
        const QString text = problem ? say(entry, *problem) : QString();
        if (text == editor.problem())
            continue;
        editor.showProblem(text);
        emit judged();
    }
}

std::optional<Record> RecordFields::read() {
    Record record(m_entity.key, {});
    FieldEditor *wrong = nullptr;
    for (const Entry &entry : m_entries) {
        if (descOf(entry).type == FieldType::Formula)
            continue;
        const auto value = entry.editor->value();
        const auto problem = judge(entry, value);
        entry.editor->showProblem(problem ? say(entry, *problem) : QString());
        if (problem && !wrong)
            wrong = entry.editor;
        if (value && !value->isEmpty())
            record.set(entry.handle, *value);
    }
    if (!wrong)
        return record;
    wrong->startEditing();
    return std::nullopt;
}

Record RecordFields::draft() const {
    Record record(m_entity.key, {});
    for (const Entry &entry : m_entries) {
        const auto value = entry.editor->value();
        if (value && !value->isEmpty() && descOf(entry).type != FieldType::Formula)
            record.set(entry.handle, *value);
    }
    return record;
}

std::vector<Message> RecordFields::showReasons(std::span<const Message> reasons) {
    std::vector<Message> others;
    QHash<FieldEditor *, QStringList> said;
    for (const Message &reason : reasons) {
        const QString named = reason.args.value(u"field"_s).section(u'.', -1);
        const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) {
            return descOf(e).key == named || descOf(e).name == named;
        });
        if (entry == m_entries.end())
            others.push_back(reason);
        else
            said[entry->editor] << say(*entry, reason);
    }
    for (auto it = said.begin(); it != said.end(); ++it) {
        it->removeDuplicates();
        it.key()->showProblem(it->join(u'\n'));
    }
    return others;
}

bool RecordFields::focusProblem() {
    for (const Entry &entry : m_entries) {
        if (!entry.editor->problem().isEmpty()) {
            entry.editor->startEditing();
            return true;
        }
    }
    return false;
}

void RecordFields::focusFirst() {
    if (!m_entries.empty())
        m_entries.front().editor->startEditing();
}

void RecordFields::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange) {
        for (const Entry &entry : m_entries)
            label(entry);
        for (const Heading &heading : m_headings)
            heading.label->setText(heading.text.in(m_shell.language()));
    }
    QWidget::changeEvent(event);
}

} // namespace dw::ui
