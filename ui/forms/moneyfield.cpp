// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/moneyfield.h"

#include "core/catalog/valuetext.h"
#include "core/services/works.h"
#include "ui/forms/numbertext.h"
#include "ui/widgets/select.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int currencyWidth = 76;

QString usualCurrency(ShellServices &shell) {
    Workspace &workspace = shell.workspace();
    return setting(workspace.reader(), u"currency"_s, workspace.actor(), u"CNY"_s).toString();
}

/// Thousands parted, decimals as they are.
QString grouped(const QString &decimal) {
    const bool negative = decimal.startsWith(u'-');
    const qsizetype point = decimal.indexOf(u'.');
    QString whole = decimal.mid(negative ? 1 : 0, point < 0 ? -1 : point - (negative ? 1 : 0));
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
        whole.insert(at, u',');
    return (negative ? QString(QChar(0x2212)) : QString()) + whole
           + (point < 0 ? QString() : decimal.mid(point));
}

} // namespace

MoneyField::MoneyField(const FieldDesc &field, ShellServices &shell, QWidget *parent)
    : FieldEditor(field, shell, parent),
      m_line(new QLineEdit(this)),
      m_currency(new Select(shell.theme(), this)) {
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::grid);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_currency);
    setControl(m_line, row);
    m_line->setAlignment(Qt::AlignRight);
    m_currency->setFixedWidth(currencyWidth);
    m_currency->addItems({u"CNY"_s, u"USD"_s, u"EUR"_s, u"GBP"_s, u"HKD"_s, u"JPY"_s, u"KRW"_s,
                          u"SGD"_s, u"TWD"_s, u"AUD"_s, u"CAD"_s, u"CHF"_s, u"INR"_s, u"KWD"_s});
    chooseCurrency(usualCurrency(shell));
    MoneyField::retranslate();
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        takeCurrency();
        markEdited();
    });
    connect(m_line, &QLineEdit::editingFinished, this, &MoneyField::tidy);
    connect(m_currency, &QComboBox::activated, this, [this] {
        if (m_line->text().trimmed().isEmpty())
            return;
        markEdited();
        emit committed();
    });
}

void MoneyField::retranslate() { m_currency->setAccessibleName(tr("Currency")); }

void MoneyField::chooseCurrency(const QString &code) {
    if (m_currency->findText(code) < 0)
        m_currency->addItem(code);
    m_currency->setCurrentText(code);
}

void MoneyField::takeCurrency() {
    static const QRegularExpression code(u"\\A\\s*([A-Za-z]{3})\\s*(?=[0-9])"_s);
    const auto match = code.match(m_line->text());
    if (!match.hasMatch())
        return;
    chooseCurrency(match.captured(1).toUpper());
    m_line->setText(m_line->text().mid(match.capturedEnd()));
}

void MoneyField::setValue(const FieldValue &value, const QString &) {
    const Money money = value.as<Money>();
    m_line->setText(value.isEmpty() ? QString() : grouped(money.toDecimal()));
    if (!value.isEmpty())
        chooseCurrency(money.currency().code());
    markClean();
}

Result<FieldValue> MoneyField::value() const {
    const QString typed = m_line->text().trimmed();
    if (typed.isEmpty())
        return FieldValue();
    const auto plain = plainDecimal(typed);
    return valueFromText(field(), m_currency->currentText() + u' ' + plain.value_or(typed));
}

void MoneyField::tidy() {
    const auto read = value();
    if (isEdited() && read && !read->isEmpty())
        m_line->setText(grouped(read->as<Money>().toDecimal()));
}

void MoneyField::setReadOnly(bool readOnly) {
    m_line->setReadOnly(readOnly);
    m_currency->setEnabled(!readOnly);
}

void MoneyField::startEditing() {
    FieldEditor::startEditing();
    m_line->selectAll();
}

} // namespace dw::ui
