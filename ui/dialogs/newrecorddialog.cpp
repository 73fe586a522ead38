// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/newrecorddialog.h"

#include "core/services/recordview.h"
#include "core/services/works.h"
#include "ui/forms/newdraft.h"
#include "ui/forms/recordfields.h"
#include "ui/shell/errortext.h"

#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int usualWidth = 640;
constexpr int titleBar = 40;

/// What a widget needs at a width, texts that wrap counted as they wrap there.
int heightFor(const QWidget &widget, int width) {
    QLayout &layout = *widget.layout();
    layout.activate();
    return layout.hasHeightForWidth() ? layout.totalHeightForWidth(width)
                                      : layout.totalSizeHint().height();
}

/// The fields of both parts in one record.
Record joined(const Record &first, const Record &second, RecordId id) {
    Record all(first.entity(), id);
    for (const Record *part : {&first, &second}) {
        for (const auto &[handle, value] : part->values())
            all.set(handle, value);
    }
    return all;
}

} // namespace

NewRecordDialog::NewRecordDialog(const QString &entity, const Record &preset, ShellServices &shell,
                                 QWidget *parent)
    : Dialog(parent),
      m_entity(entity),
      m_shell(shell),
      m_id(preset.id().isNull() ? RecordId{makeUuidV7(shell.workspace().clock().now())}
                                : preset.id()),
      m_wasDraft(!preset.id().isNull()),
      m_scroll(new QScrollArea(this)),
      m_toggle(new QToolButton(this)) {
    setObjectName(u"new:"_s + entity);
    build();
    const Record draft = newDraft(entity, preset, shell.workspace());
    m_fields->show(draft);
    m_more->show(draft);
    retranslate();
    m_fields->focusFirst();
}

void NewRecordDialog::build() {
    const EntityDesc &entity = *m_shell.workspace().catalog()->entity(m_entity);
    auto *content = new QWidget(m_scroll);
    content->setProperty("kind", u"content"_s);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(8);
    m_fields = new RecordFields(entity, m_shell, content);
    m_more = new RecordFields(entity, m_shell, content);
    bool first = true;
    for (const FormSection &section : formOf(entity)) {
        RecordFields &fields = first ? *m_fields : *m_more;
        if (!first)
            fields.addHeading(section.label);
        for (const FieldHandle handle : section.fields) {
            if (entity.field(handle).type != FieldType::Formula)
                fields.add(handle);
        }
        first = false;
    }
    m_toggle->setObjectName(u"more"_s);
    m_toggle->setCheckable(true);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setProperty("kind", u"disclosure"_s);
    connect(m_toggle, &QToolButton::toggled, this, &NewRecordDialog::showMore);
    for (const RecordFields *fields : {m_fields, m_more})
        connect(fields, &RecordFields::judged, this, &NewRecordDialog::fit);
    layout->addWidget(m_fields);
    layout->addWidget(m_toggle, 0, Qt::AlignLeft);
    layout->addWidget(m_more);
    layout->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->addWidget(m_scroll);
    showMore(false);
}

void NewRecordDialog::showMore(bool shown) {
    m_toggle->setIcon(
        m_shell.theme().icon(shown ? u"chevron-down"_s : u"chevron-right"_s, &Tokens::accent));
    m_more->setVisible(shown);
    fit();
}

/// As high as its fields and messages ask for, and no higher than the screen.
void NewRecordDialog::fit() {
    const QMargins margins = layout()->contentsMargins();
    const int wanted =
        heightFor(*m_scroll->widget(), usualWidth - margins.left() - margins.right());
    m_scroll->setFixedHeight(0);
    const int others = heightFor(*this, usualWidth);
    const int room = screen()->availableGeometry().height() - titleBar - others;
    m_scroll->setMaximumHeight(QWIDGETSIZE_MAX);
    m_scroll->setMinimumHeight(std::min(wanted, room));
    resize(usualWidth, others + m_scroll->minimumHeight());
}

void NewRecordDialog::retranslate() {
    const EntityDesc &entity = *m_shell.workspace().catalog()->entity(m_entity);
    const QString name = entity.label.in(m_shell.language());
    setHeading(m_shell.language() == Language::English ? tr("New %1").arg(name.toLower())
                                                       : tr("New %1").arg(name));
    confirmButton()->setText(tr("Create"));
    m_toggle->setText(tr("More fields"));
}

void NewRecordDialog::confirm() {
    // Both are asked, so that every message shows at once.
    const auto more = m_more->read();
    if (!more)
        m_toggle->setChecked(true);
    const auto main = m_fields->read();
    fit();
    if (main && more)
        submit(joined(*main, *more, m_id));
}

void NewRecordDialog::submit(const Record &draft) {
    showProblem({});
    confirmButton()->setEnabled(false);
    Workspace &workspace = m_shell.workspace();
    const EntityDesc &entity = *workspace.catalog()->entity(m_entity);
    const QString title = draft.value(entity.titleField()).as<QString>();
    const QString saying = tr("%1 “%2” created").arg(entity.label.in(m_shell.language()), title);
    workspace.submit(createWork(draft, {workspace.actor()}), this,
                     [this, saying](const Result<Committed> &done) {
                         confirmButton()->setEnabled(true);
                         if (!done) {
                             showRefusal(done.error());
                             return;
                         }
                         m_shell.sayDone(saying, *done);
                         accept();
                     });
}

void NewRecordDialog::showRefusal(const Error &error) {
    const std::vector<Message> notMain = m_fields->showReasons(error.reasons);
    Error shown = error;
    shown.reasons = m_more->showReasons(notMain);
    if (shown.reasons.size() < notMain.size())
        m_toggle->setChecked(true);
    // What stands under its field need not be said once more.
    const bool allPlaced = !error.reasons.empty() && shown.reasons.empty();
    showProblem(allPlaced ? QString()
                          : errorText(shown, m_shell.language(), *m_shell.workspace().catalog()));
    if (!m_fields->focusProblem())
        m_more->focusProblem();
    fit();
}

bool NewRecordDialog::hasInput() const {
    return m_wasDraft || m_fields->isEdited() || m_more->isEdited();
}

void NewRecordDialog::reject() {
    if (hasInput()) {
        const Record draft = joined(m_fields->draft(), m_more->draft(), m_id);
        ShellServices &shell = m_shell;
        shell.notify(
            ShellServices::Tone::Info, tr("“%1” was not saved").arg(windowTitle()),
            {tr("Go on editing"), [&shell, draft] { shell.openNew(draft.entity(), draft); }});
    }
    Dialog::reject();
}

} // namespace dw::ui
