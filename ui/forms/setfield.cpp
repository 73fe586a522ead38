// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/setfield.h"

#include "ui/forms/picker.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/styled.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int inset = 3;
constexpr int crossSide = 12;
} // namespace

SetField::SetField(const FieldDesc &field, ShellServices &shell, QWidget *parent)
    : FieldEditor(field, shell, parent),
      m_frame(new QFrame(this)),
      m_flow(new FlowLayout(m_frame, metric::grid)),
      m_line(new QLineEdit(m_frame)),
      m_picker(new Picker(m_line, field, shell)) {
    m_frame->setProperty("kind", u"input"_s);
    m_flow->setContentsMargins(inset, inset, inset, inset);
    m_flow->addWidget(m_line);
    m_line->setProperty("kind", u"bare"_s);
    SetField::retranslate();
    setControl(m_line, m_frame);
    connect(m_picker, &Picker::picked, this, &SetField::take);
    connect(m_picker, &Picker::unmade, this, [this](const Candidate &candidate) {
        remove(candidate.key);
        markEdited();
    });
}

void SetField::setValue(const FieldValue &value, const QString &label) {
    while (!m_members.empty())
        remove(m_members.back().key);
    const QStringList keys = value.as<QStringList>();
    const QStringList titles = label.split(u", "_s);
    for (qsizetype i = 0; i < keys.size(); ++i)
        add(keys.at(i), titles.size() == keys.size() ? titles.at(i) : QString());
    m_line->clear();
    markClean();
}

/// A member of a set of links is called by its row's title, whatever came with it.
QString SetField::labelOf(const QString &key, const QString &title) const {
    if (!field().target.isEmpty()) {
        const QString known =
            title.isEmpty()
                ? shell().workspace().reader().title(field().target, RecordId::fromText(key))
                : title;
        return known.isEmpty() ? key : known;
    }
    const auto choice = std::find_if(field().choices.begin(), field().choices.end(),
                                     [&](const Choice &c) { return c.key == key; });
    return choice == field().choices.end() ? key : choice->label.in(shell().language());
}

void SetField::name(const Member &member, const QString &title) const {
    member.chip->setText(labelOf(member.key, title));
    member.chip->setToolTip(tr("Remove “%1”").arg(member.chip->text()));
}

void SetField::retranslate() {
    m_line->setPlaceholderText(tr("Type to add"));
    for (const Member &member : m_members)
        name(member, field().target.isEmpty() ? QString() : member.chip->text());
}

void SetField::add(const QString &key, const QString &label) {
    const bool has = std::any_of(m_members.begin(), m_members.end(),
                                 [&](const Member &m) { return m.key == key; });
    if (has)
        return;
    auto *chip = new QToolButton(m_frame);
    chip->setProperty("kind", u"chip"_s);
    chip->setIcon(shell().theme().icon(u"close"_s));
    chip->setIconSize({crossSide, crossSide});
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft
                                                                  : Qt::LeftToRight);
    connect(chip, &QToolButton::clicked, this, [this, key] {
        remove(key);
        m_line->setFocus();
        markEdited();
        emit committed();
    });
    name({key, chip}, label);
    m_flow->insertBeforeLast(chip);
    chip->show();
    m_members.push_back({key, chip});
    updateGeometry();
}

void SetField::remove(const QString &key) {
    const auto member = std::find_if(m_members.begin(), m_members.end(),
                                     [&](const Member &m) { return m.key == key; });
    if (member == m_members.end())
        return;
    m_flow->removeWidget(member->chip);
    member->chip->hide();
    member->chip->deleteLater();
    m_members.erase(member);
    updateGeometry();
}

void SetField::take(const Candidate &candidate) {
    m_line->clear();
    add(candidate.key, candidate.label);
    markEdited();
    emit committed();
}

Result<FieldValue> SetField::value() const {
    QStringList keys;
    for (const Member &member : m_members)
        keys << member.key;
    const QString typed = m_line->text().trimmed();
    if (!typed.isEmpty()) {
        const auto found = m_picker->candidates().exactly(typed);
        if (!found)
            return found.error();
        keys << found->key;
    }
    return keys.isEmpty() ? FieldValue() : FieldValue(keys);
}

void SetField::setReadOnly(bool readOnly) {
    m_line->setVisible(!readOnly);
    for (const Member &member : m_members)
        member.chip->setEnabled(!readOnly);
}

bool SetField::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_line && event->type() == QEvent::KeyPress && m_line->text().isEmpty()
        && !m_members.empty() && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Backspace) {
        remove(m_members.back().key);
        markEdited();
        emit committed();
        return true;
    }
    if (watched == m_line
        && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        setState(*m_frame, "active", event->type() == QEvent::FocusIn);
    return FieldEditor::eventFilter(watched, event);
}

} // namespace dw::ui
