// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/persondialog.h"

#include "core/domain/text.h"
#include "core/services/readworker.h"
#include "core/services/works.h"
#include "ui/shell/errortext.h"
#include "ui/shell/page.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int listHeight = 260;
constexpr int iconSide = 16;
constexpr int newPerson = -1;

template <typename Entry> std::vector<Entry> readPeople(Reader &reader, const ReadTime &time) {
    const EntityDesc &person = *reader.catalog()->entity(u"person");
    Query query;
    query.entity = person.key;
    query.sort = {{u"name"_s, false}};
    const auto rows = reader.list(query, time);
    std::vector<Entry> people;
    if (!rows)
        return people;
    for (const Row &row : *rows) {
        const FieldValue &active = row.record.value(person.byName(u"active"));
        if (active.isEmpty() || active.as<bool>())
            people.push_back({row.record.id(),
                              row.record.value(person.byName(u"name")).template as<QString>(),
                              row.record.value(person.byName(u"title")).template as<QString>()});
    }
    return people;
}

} // namespace

PersonDialog::PersonDialog(ShellServices &shell, QWidget *parent)
    : Dialog(parent),
      m_shell(shell),
      m_search(new QLineEdit(this)),
      m_list(new QListWidget(this)) {
    setObjectName(u"person"_s);
    m_search->addAction(shell.theme().icon(u"search"_s, &Tokens::glyph),
                        QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setFixedHeight(listHeight);
    m_list->setProperty("kind", u"choices"_s);
    m_list->setIconSize({iconSide, iconSide});
    m_list->setTabKeyNavigation(false);
    body()->addWidget(m_search);
    body()->addWidget(m_list);
    connect(m_search, &QLineEdit::textEdited, this, &PersonDialog::filter);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &PersonDialog::confirm);
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int row) { confirmButton()->setEnabled(row >= 0); });
    retranslate();
    read();
    m_search->setFocus();
}

void PersonDialog::retranslate() {
    setHeading(tr("Who sits here?"),
               tr("Every change is kept under this name. It can be switched at any time."));
    m_search->setPlaceholderText(tr("Search, or type a new name"));
    m_search->setAccessibleName(m_search->placeholderText());
    confirmButton()->setText(tr("That is me"));
}

void PersonDialog::read() {
    m_shell.workspace().worker().ask<std::vector<Entry>>(
        [time = m_shell.workspace().readTime()](Reader &reader) {
            return readPeople<Entry>(reader, time);
        },
        this,
        [this](std::vector<Entry> people) {
            m_people = std::move(people);
            filter();
        });
}

void PersonDialog::filter() {
    const QString typed = m_search->text().simplified();
    const QString wanted = fold(typed);
    m_list->clear();
    bool known = typed.isEmpty();
    for (size_t i = 0; i < m_people.size(); ++i) {
        const Entry &person = m_people[i];
        known = known || fold(person.name) == wanted;
        if (!fold(person.name).contains(wanted))
            continue;
        const QString text =
            person.title.isEmpty() ? person.name : person.name + u"  ·  "_s + person.title;
        auto *item =
            new QListWidgetItem(m_shell.theme().icon(u"user"_s, &Tokens::glyph), text, m_list);
        item->setData(Qt::UserRole, int(i));
        if (typed.isEmpty() && person.id == m_shell.workspace().actor())
            m_list->setCurrentItem(item);
    }
    const bool mayMake = m_shell.workspace().mode() == Workspace::Mode::Write;
    if (!known && mayMake) {
        auto *item = new QListWidgetItem(m_shell.theme().icon(u"plus"_s, &Tokens::accent),
                                         tr("New person “%1”").arg(typed), m_list);
        item->setData(Qt::UserRole, newPerson);
    }
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
    confirmButton()->setEnabled(m_list->currentItem());
}

void PersonDialog::confirm() {
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const int at = item->data(Qt::UserRole).toInt();
    if (at == newPerson)
        make(m_search->text().simplified());
    else
        sit(m_people[size_t(at)].id);
}

void PersonDialog::sit(RecordId person) {
    Workspace &workspace = m_shell.workspace();
    if (workspace.mode() == Workspace::Mode::ReadOnly) {
        workspace.actAs(person);
        accept();
        return;
    }
    workspace.submit(workspace.sitHere(person), this,
                     [this](const Result<Committed> &done) { settle(done, [this] { accept(); }); });
}

/// Who is new makes themselves: there may be nobody else yet.
void PersonDialog::make(const QString &name) {
    Workspace &workspace = m_shell.workspace();
    const EntityDesc &person = *workspace.catalog()->entity(u"person");
    const RecordId id{makeUuidV7(workspace.clock().now())};
    Record draft(person.key, id);
    draft.set(person.byName(u"name"), name);
    draft.set(person.byName(u"active"), true);
    const RecordId actor = workspace.actor().isNull() ? id : workspace.actor();
    workspace.submit(createWork(draft, {actor}), this, [this, id](const Result<Committed> &done) {
        settle(done, [this, id] { sit(id); });
    });
}

void PersonDialog::settle(const Result<Committed> &done, const std::function<void()> &next) {
    if (done)
        next();
    else
        showProblem(errorText(done.error(), m_shell.language(), *m_shell.workspace().catalog()));
}

bool PersonDialog::eventFilter(QObject *watched, QEvent *event) {
    // Up and Down go through the list while the caret stays in the search.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = int(key == Qt::Key_Down) - int(key == Qt::Key_Up);
        if (step != 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return Dialog::eventFilter(watched, event);
}

} // namespace dw::ui
