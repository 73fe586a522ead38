// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/linefields.h"

#include "core/catalog/valuetext.h"
#include "ui/forms/datetext.h"
#include "ui/forms/numbertext.h"
#include "ui/widgets/calendarpopup.h"

#include <QAction>
#include <QLineEdit>

namespace dw::ui {
using namespace Qt::StringLiterals;

LineField::LineField(const FieldDesc &field, ShellServices &shell, QWidget *parent)
    : FieldEditor(field, shell, parent),
      m_line(new QLineEdit(this)) {
    setControl(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this] { markEdited(); });
    connect(m_line, &QLineEdit::editingFinished, this, &LineField::tidy);
}

void LineField::setValue(const FieldValue &value, const QString &) {
    setText(value.isEmpty() ? QString() : show(value));
    markClean();
}

void LineField::setText(const QString &text) {
    m_line->setText(text);
    m_line->setCursorPosition(0);
}

Result<FieldValue> LineField::value() const {
    const QString typed = m_line->text();
    return typed.trimmed().isEmpty() ? Result(FieldValue()) : read(typed);
}

Result<FieldValue> LineField::read(const QString &typed) const {
    return valueFromText(field(), typed.trimmed());
}

QString LineField::show(const FieldValue &value) const { return valueToText(field(), value); }

void LineField::tidy() {
    if (!isEdited())
        return;
    const auto read = value();
    if (read && !read->isEmpty())
        setText(show(*read));
}

void LineField::setReadOnly(bool readOnly) { m_line->setReadOnly(readOnly); }

void LineField::startEditing() {
    FieldEditor::startEditing();
    m_line->selectAll();
}

NumberField::NumberField(const FieldDesc &field, ShellServices &shell, QWidget *parent)
    : LineField(field, shell, parent) {
    line().setAlignment(Qt::AlignRight);
    line().setPlaceholderText(field.unit);
}

Result<FieldValue> NumberField::read(const QString &typed) const {
    const auto plain = plainDecimal(typed);
    return valueFromText(field(), plain.value_or(typed));
}

DateField::DateField(const FieldDesc &field, ShellServices &shell, QWidget *parent)
    : LineField(field, shell, parent),
      m_open(line().addAction(shell.theme().icon(u"calendar"_s, &Tokens::glyph),
                              QLineEdit::TrailingPosition)) {
    m_open->setShortcut(Qt::ALT | Qt::Key_Down);
    m_open->setShortcutContext(Qt::WidgetShortcut);
    connect(m_open, &QAction::triggered, this, &DateField::openCalendar);
    DateField::retranslate();
}

void DateField::retranslate() {
    line().setPlaceholderText(tr("yyyy-mm-dd"));
    m_open->setToolTip(tr("Calendar (Alt+Down)"));
}

Result<FieldValue> DateField::read(const QString &typed) const {
    if (const auto date = readDate(typed, shell().workspace().today()))
        return FieldValue(*date);
    return valueFromText(field(), typed);
}

void DateField::openCalendar() {
    const auto read = value();
    const QDate today = shell().workspace().today();
    Workspace &workspace = shell().workspace();
    auto *popup = new CalendarPopup(read && read->is<QDate>() ? read->as<QDate>() : today, today,
                                    workTime(workspace.reader(), workspace.actor()),
                                    shell().language(), shell().theme(), this);
    connect(popup, &CalendarPopup::picked, this, [this](QDate date) {
        setText(date.toString(Qt::ISODate));
        markEdited();
        line().setFocus();
        emit committed();
    });
    popup->openUnder(&line());
}

InstantField::InstantField(const FieldDesc &field, ShellServices &shell, QWidget *parent)
    : LineField(field, shell, parent) {
    InstantField::retranslate();
}

void InstantField::retranslate() { line().setPlaceholderText(tr("yyyy-mm-dd hh:mm")); }

Result<FieldValue> InstantField::read(const QString &typed) const {
    const Workspace &workspace = shell().workspace();
    if (const auto at = readDateTime(typed, workspace.today(), workspace.zone()))
        return FieldValue(Instant::fromUtc(at->toUTC()));
    return valueFromText(field(), typed);
}

QString InstantField::show(const FieldValue &value) const {
    const QDateTime at = value.as<Instant>().toUtc().toTimeZone(shell().workspace().zone());
    return at.toString(u"yyyy-MM-dd HH:mm"_s);
}

} // namespace dw::ui
