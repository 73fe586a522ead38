// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialog.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 20;
constexpr int usualWidth = 440;

QFrame *makeNote(QLabel *text, QWidget *parent) {
    auto *note = new QFrame(parent);
    note->setProperty("kind", u"note-danger"_s);
    auto *layout = new QVBoxLayout(note);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->addWidget(text);
    note->hide();
    return note;
}

} // namespace

Dialog::Dialog(QWidget *parent)
    : QDialog(parent),
      m_title(makeText("section", {}, this)),
      m_explanation(makeText("secondary", {}, this)),
      m_body(new QVBoxLayout),
      m_problem(makeText("danger", {}, this)),
      m_problemNote(makeNote(m_problem, this)),
      m_cancel(new QPushButton(tr("Cancel"), this)),
      m_confirm(new QPushButton(tr("Save"), this)) {
    setModal(true);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(usualWidth);
    m_problem->setObjectName(u"problem"_s);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_confirm->setProperty("kind", u"primary"_s);
    m_confirm->setObjectName(u"confirm"_s);
    m_cancel->setObjectName(u"cancel"_s);
    // Enter is handled by keyPressEvent, for every field alike.
    m_cancel->setAutoDefault(false);
    m_confirm->setAutoDefault(false);
    connect(m_confirm, &QPushButton::clicked, this, [this] { confirm(); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    m_body->setSpacing(12);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(metric::grid);
    layout->addWidget(m_title);
    layout->addWidget(m_explanation);
    layout->addSpacing(8);
    layout->addLayout(m_body, 1);
    layout->addSpacing(4);
    layout->addWidget(m_problemNote);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    m_explanation->hide();
}

void Dialog::setHeading(const QString &title, const QString &explanation) {
    setWindowTitle(title);
    m_title->setText(title);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
}

void Dialog::showProblem(const QString &text) {
    m_problem->setText(text);
    m_problemNote->setVisible(!text.isEmpty());
}

void Dialog::keyPressEvent(QKeyEvent *event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter) {
        QDialog::keyPressEvent(event);
        return;
    }
    if (auto *button = qobject_cast<QAbstractButton *>(focusWidget()))
        button->click();
    else if (m_confirm->isEnabled())
        confirm();
}

void Dialog::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange) {
        m_cancel->setText(tr("Cancel"));
        retranslate();
    }
    QDialog::changeEvent(event);
}

} // namespace dw::ui
