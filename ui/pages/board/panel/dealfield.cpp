// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/panel/dealfield.h"

#include "core/services/wording/wording.h"
#include "ui/forms/fieldeditor.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/elidedlabel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int avatarSide = 18;
} // namespace

DealField::DealField(const FieldDesc &field, ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_field(field),
      m_shell(shell),
      m_label(new ElidedLabel("secondary", this)),
      m_value(new ElidedLabel("value", this)),
      m_why(new QToolButton(this)),
      m_shown(new QWidget(this)) {
    setObjectName(u"field_"_s + field.key);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(2);
    auto *row = new QHBoxLayout(m_shown);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_label->setFixedWidth(labelWidth);
    m_why->setFixedSize(20, 20);
    m_why->setAutoRaise(true);
    m_why->setProperty("kind", u"mini"_s);
    m_why->setIconSize({14, 14});
    row->addWidget(m_label);
    if (m_field.type == FieldType::Person) {
        m_avatar = new Avatar(shell.theme(), avatarSide, m_shown);
        row->addWidget(m_avatar);
    }
    row->addWidget(m_value, 1);
    row->addWidget(m_why);
    m_shown->setFixedHeight(metric::rowCompact);
    outer->addWidget(m_shown);
    if (!m_field.readOnly && m_field.type != FieldType::Formula) {
        m_value->setFocusPolicy(Qt::TabFocus);
        m_value->setCursor(Qt::IBeamCursor);
    }
    m_value->installEventFilter(this);
    connect(m_why, &QToolButton::clicked, this, [this] {
        emit whyAsked(m_field.name,
                      m_why->mapToGlobal(QPoint(m_why->width(), m_why->height() + 2)));
    });
    const auto takeIcon = [this] { m_why->setIcon(m_shell.theme().icon(u"history"_s)); };
    connect(&shell.theme(), &Theme::changed, m_why, takeIcon);
    takeIcon();
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, const QWidget *now) { followFocus(now); });
    retranslate();
}

void DealField::retranslate() {
    const QString label = m_field.label.in(m_shell.language());
    m_label->setWhole(label);
    m_why->setToolTip(tr("Why is this so?"));
    m_why->setAccessibleName(tr("Why is “%1” so?").arg(label));
    fill();
}

void DealField::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DealField::rebase(const FieldView &view, const GroupVersion &seen) {
    m_view = view;
    m_seen = seen;
    fill();
}

void DealField::show(const FieldView &view, const GroupVersion &seen) {
    if (!isEditing())
        rebase(view, seen);
}

void DealField::fill() {
    Workspace &workspace = m_shell.workspace();
    const QString text = displayValue(m_field, m_view.value, m_view.label, m_shell.language(),
                                      workspace.zone(), workspace.today(), Style::Full);
    m_value->setRole(text.isEmpty() ? "caption" : "value");
    m_value->setWhole(text.isEmpty()     ? tr("Empty")
                      : m_note.isEmpty() ? text
                                         : text + u" · "_s + m_note);
    if (m_avatar) {
        m_avatar->setName(text);
        m_avatar->setVisible(!text.isEmpty() && !isEditing());
    }
}

void DealField::setNote(const QString &note) {
    m_note = note;
    fill();
}

void DealField::restrictTo(const QString &link, RecordId row) {
    m_restrictLink = link;
    m_restrictRow = row;
}

bool DealField::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_value && !m_field.readOnly && m_field.type != FieldType::Formula) {
        if (event->type() == QEvent::MouseButtonRelease) {
            startEditing();
            return true;
        }
        if (event->type() == QEvent::KeyPress) {
            const int key = static_cast<QKeyEvent *>(event)->key();
            if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2) {
                startEditing();
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

void DealField::startEditing() {
    if (m_editor || m_shell.workspace().mode() == Workspace::Mode::ReadOnly)
        return;
    emit editingStarted();
    m_editor = FieldEditor::make(m_field, m_shell, this);
    m_editor->setObjectName(u"editor_"_s + m_field.key);
    m_editor->setValue(m_view.value, m_view.label);
    if (!m_restrictLink.isEmpty())
        m_editor->restrictTo(m_restrictLink, m_restrictRow);
    m_value->hide();
    if (m_avatar)
        m_avatar->hide();
    setStacked(true);
    static_cast<QBoxLayout *>(m_shown->layout())->insertWidget(1, m_editor, 1);
    connect(m_editor, &FieldEditor::committed, this, &DealField::commit);
    connect(m_editor, &FieldEditor::cancelled, this, &DealField::stopEditing);
    m_editor->startEditing();
}

void DealField::resume(const FieldValue &draft, const QString &problem) {
    startEditing();
    if (!m_editor)
        return;
    m_editor->setValue(draft);
    m_editor->showProblem(problem);
}

/// While editing the whole width is the editor's, with the label above it.
void DealField::setStacked(bool stacked) {
    auto *layout = static_cast<QBoxLayout *>(m_shown->layout());
    layout->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    layout->setSpacing(stacked ? 2 : 8);
    layout->setContentsMargins(0, 0, 0, stacked ? metric::grid : 0);
    m_label->setFixedWidth(stacked ? width() : labelWidth);
    m_why->setHidden(stacked);
    if (stacked) {
        m_shown->setMinimumHeight(metric::rowCompact);
        m_shown->setMaximumHeight(QWIDGETSIZE_MAX);
    } else {
        m_shown->setFixedHeight(metric::rowCompact);
    }
}

void DealField::commit() {
    if (!m_editor || m_pending)
        return;
    const auto value = m_editor->value();
    if (!value) {
        m_editor->showProblem(
            word(value.error(), m_shell.language(), *m_shell.workspace().catalog()));
        return;
    }
    if (*value == m_view.value) {
        stopEditing();
        return;
    }
    m_pending = true;
    emit committed(m_field.name, *value);
}

bool DealField::leave() {
    if (!m_editor || m_pending)
        return true;
    if (!m_editor->isEdited()) {
        stopEditing();
        return true;
    }
    commit();
    if (!m_editor || m_pending)
        return true;
    m_editor->startEditing();
    return false;
}

/// The calendar and the lists of the editor are its children; another window is no decision.
void DealField::followFocus(const QWidget *now) {
    if (!m_editor || !now || m_editor->isAncestorOf(now) || QApplication::activePopupWidget()
        || now->window() != window())
        return;
    if (m_editor->isEdited())
        commit();
    else if (!m_pending)
        stopEditing();
}

void DealField::keyPressEvent(QKeyEvent *event) {
    if (m_editor && event->key() == Qt::Key_Escape)
        stopEditing();
    else
        QWidget::keyPressEvent(event);
}

void DealField::showProblem(const QString &text) {
    m_pending = false;
    if (m_editor)
        m_editor->showProblem(text);
}

void DealField::stopEditing() {
    if (!m_editor)
        return;
    m_pending = false;
    FieldEditor *editor = std::exchange(m_editor, nullptr);
    const bool hasFocus = editor->isAncestorOf(QApplication::focusWidget());
    m_value->show();
    fill();
    if (hasFocus)
        m_value->setFocus();
    editor->hide();
    editor->deleteLater();
    setStacked(false);
}

} // namespace dw::ui
