// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/picker.h"

#include "core/domain/text.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int mostVisible = 8;
constexpr int iconSide = 14;
enum Role { KeyRole = Qt::UserRole + 1, LabelRole, MakeRole };

} // namespace

Picker::Picker(QLineEdit *line, const FieldDesc &field, ShellServices &shell)
    : QObject(line),
      m_line(line),
      m_shell(shell),
      m_candidates(candidatesFor(field, shell)),
      m_model(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_model, this)) {
    auto *list = new QListView;
    list->setProperty("kind", u"popup"_s);
    list->setTextElideMode(Qt::ElideRight);
    list->setIconSize({iconSide, iconSide});
    m_completer->setPopup(list);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(mostVisible);
    // Not QLineEdit::setCompleter: that one would show the answer to the last question at once.
    m_completer->setWidget(line);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &Picker::take);
    connect(line, &QLineEdit::textEdited, this, &Picker::search);
    line->installEventFilter(this);
    list->installEventFilter(this);
}

void Picker::search() { ask(m_line->text()); }

void Picker::openAll() { ask({}); }

void Picker::ask(const QString &text) {
    const int question = ++m_question;
    m_candidates->find(text, this, [this, question, text](std::vector<Candidate> found) {
        if (question == m_question && m_line->hasFocus())
            offer(found, !text.trimmed().isEmpty());
    });
}

QString Picker::makeText(const QString &name) { return tr("Create “%1”").arg(name); }

void Picker::offer(const std::vector<Candidate> &found, bool choose) {
    m_model->clear();
    for (const Candidate &candidate : found) {
        QString text = candidate.label;
        if (candidate.make)
            text = makeText(candidate.label);
        else if (!candidate.hint.isEmpty())
            text += u"  ·  "_s + candidate.hint;
        auto *item = new QStandardItem(text);
        item->setData(candidate.key, KeyRole);
        item->setData(candidate.label, LabelRole);
        item->setData(candidate.make, MakeRole);
        if (candidate.make)
            item->setIcon(m_shell.theme().icon(u"plus"_s, &Tokens::accent));
        m_model->appendRow(item);
    }
    if (found.empty()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete();
    if (choose)
        this->choose(m_line->text());
}

/// What is called so, else what begins so, else the first; a new one only where it is alone.
void Picker::choose(const QString &text) {
    const QString wanted = fold(text.trimmed());
    int best = 0;
    for (int row = m_model->rowCount() - 1; row >= 0; --row) {
        if (m_model->item(row)->data(MakeRole).toBool())
            continue;
        const QString label = fold(m_model->item(row)->data(LabelRole).toString());
        if (label == wanted) {
            best = row;
            break;
        }
        if (label.startsWith(wanted))
            best = row;
    }
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(best, 0));
}

void Picker::take(const QModelIndex &index) {
    const Candidate candidate{index.data(KeyRole).toString(),
                              index.data(LabelRole).toString(),
                              {},
                              index.data(MakeRole).toBool()};
    if (candidate.make)
        make(candidate.label);
    else
        emit picked(candidate);
}

void Picker::make(const QString &name) {
    const auto made = std::make_shared<Candidate>();
    *made = m_candidates->make(name, [self = QPointer<Picker>(this), made] {
        if (self)
            emit self->unmade(*made);
    });
    emit picked(*made);
}

bool Picker::eventFilter(QObject *watched, QEvent *event) {
    const QAbstractItemView *popup = m_completer->popup();
    // The completer itself would leave the field with what was typed.
    if (watched == popup && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab && popup->currentIndex().isValid())
        take(popup->currentIndex());
    if (watched == m_line && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down
        && !m_completer->popup()->isVisible()) {
        openAll();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace dw::ui
