// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/panel/dealpanel.h"

#include "core/services/readworker.h"
#include "core/services/wording/wording.h"
#include "core/services/works.h"
#include "ui/forms/activityentry.h"
#include "ui/models/boardstore.h"
#include "ui/pages/board/panel/dealfield.h"
#include "ui/pages/board/panel/panelfields.h"
#include "ui/pages/board/panel/panelhead.h"
#include "ui/pages/board/panel/taskrows.h"
#include "ui/pages/board/panel/timelinerows.h"
#include "ui/pages/board/panel/whypopover.h"
#include "ui/widgets/elidedlabel.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int recentEntries = 8, moreEntries = 40;

} // namespace

DealPanel::DealPanel(BoardStore &store, ShellServices &shell, QWidget *parent)
    : QFrame(parent),
      m_store(store),
      m_shell(shell),
      m_most(recentEntries) {
    setObjectName(u"dealPanel"_s);
    setProperty("kind", u"panel"_s);
    setFixedWidth(metric::sidePanel);
    auto *content = new QWidget;
    content->setProperty("kind", u"content"_s);
    m_head = new PanelHead(store, shell, content);
    m_fields = new PanelFields(shell, content);
    m_tasks = new TaskRows(shell, content);
    m_entry = new ActivityEntry(shell, content);
    m_timeline = new TimelineRows(shell, content);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 12, 12, 16);
    layout->setSpacing(8);
    layout->addWidget(m_head);
    layout->addWidget(m_fields);
    for (QWidget *part : {static_cast<QWidget *>(m_tasks), static_cast<QWidget *>(m_entry),
                          static_cast<QWidget *>(m_timeline)}) {
        layout->addWidget(makeLine(content));
        layout->addWidget(part);
    }
    layout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(m_head, &PanelHead::closed, this, &DealPanel::closed);
    connect(m_head, &PanelHead::deleteAsked, this, &DealPanel::askDelete);
    connect(m_head, &PanelHead::fieldAsked, this, &DealPanel::edit);
    connect(m_fields, &PanelFields::committed, this, &DealPanel::commit);
    connect(m_fields, &PanelFields::whyAsked, this, &DealPanel::explain);
    connect(m_fields, &PanelFields::rowsWhyAsked, this, &DealPanel::explainRows);
    connect(m_fields, &PanelFields::rebuilt, this, &DealPanel::fill);
    connect(m_tasks, &TaskRows::addAsked, this,
            [this] { m_entry->start(ActivityDraft::Kind::Task); });
    connect(m_timeline, &TimelineRows::moreAsked, this, [this] {
        m_most += moreEntries;
        read();
    });
}

DealField *DealPanel::field(const QString &name) const { return m_fields->field(name); }

void DealPanel::edit(const QString &name) { m_fields->edit(name); }

void DealPanel::show(RecordId deal) {
    if (deal != m_deal) {
        m_fields->stopEditing();
        m_most = recentEntries;
    }
    m_deal = deal;
    read();
}

bool DealPanel::leave() { return m_fields->leave(); }

bool DealPanel::hasEntry() const { return m_entry->hasInput(); }

QString DealPanel::draft() const {
    const QString field = m_fields->draft();
    return field.isEmpty() && hasEntry() ? tr("Quick entry") : field;
}

void DealPanel::follow(const ChangeNotice &notice) {
    const bool here = std::any_of(notice.moved.begin(), notice.moved.end(),
                                  [&](const Moved &moved) { return moved.id == m_deal; });
    const QStringView around[] = {u"task",         u"account",         u"touchpoint", u"note",
                                  u"deal_contact", u"deal_competitor", u"contact"};
    const bool touches = std::any_of(std::begin(around), std::end(around),
                                     [&](QStringView entity) { return notice.touches(entity); });
    if (!m_deal.isNull() && (here || touches))
        read();
}

void DealPanel::read() {
    if (m_deal.isNull())
        return;
    m_ready = false;
    const int asked = ++m_asked;
    m_shell.workspace().worker().ask<Result<PanelData>>(
        [deal = m_deal, most = m_most, time = m_shell.workspace().readTime()](Reader &reader) {
            return readPanel(reader, time, deal, most);
        },
        this,
        [this, asked](Result<PanelData> answer) {
            if (asked != m_asked)
                return;
            m_ready = true;
            if (!answer)
                m_shell.notifyError(answer.error());
            else
                m_data = std::move(*answer);
            fill();
            emit ready();
        });
}

void DealPanel::fill() {
    if (!m_data || m_deal.isNull())
        return;
    m_head->show(*m_data, m_deal);
    m_fields->show(*m_data, m_deal);
    m_tasks->show(m_data->activity.tasks);
    m_timeline->show(*m_data, m_most);
    const EntityDesc &entity = *m_shell.workspace().catalog()->entity(u"deal");
    const FieldValue &account = m_data->view.row.record.value(entity.byName(u"account"));
    m_entry->setTarget({m_deal, account.as<RecordId>(), m_data->view.title});
    resumeDrafts();
}

void DealPanel::commit(const QString &name, const FieldValue &value) {
    const EntityDesc &entity = *m_shell.workspace().catalog()->entity(u"deal");
    const FieldHandle handle = entity.byName(name);
    Record values(u"deal"_s, m_deal);
    values.set(handle, value);
    const QString saying =
        tr("Changed “%1”").arg(entity.field(handle).label.in(m_shell.language()));
    m_shell.run(changeWork(values, {field(name)->seen()}, {m_shell.workspace().actor()}), saying,
                [this, sent = Draft{m_deal, name, value, {}}](const Result<Committed> &result) {
                    commitDone(sent, result);
                });
}

void DealPanel::commitDone(const Draft &sent, const Result<Committed> &result) {
    if (result) {
        if (sent.deal == m_deal)
            field(sent.field)->stopEditing();
        read();
        return;
    }
    const QString problem =
        word(result.error(), m_shell.language(), *m_shell.workspace().catalog());
    if (sent.deal != m_deal) {
        m_drafts.push_back(sent);
        m_drafts.back().problem = problem;
        return;
    }
    field(sent.field)->showProblem(problem);
    if (result.error().kind == ErrorKind::Conflict)
        m_fields->setRebase(sent.field);
    read();
}

void DealPanel::resumeDrafts() {
    for (const Draft &draft : m_drafts) {
        if (draft.deal == m_deal && field(draft.field))
            field(draft.field)->resume(draft.value, draft.problem);
    }
    std::erase_if(m_drafts, [this](const Draft &draft) { return draft.deal == m_deal; });
}

void DealPanel::explain(const QString &name, const QPoint &corner) {
    if (!leave())
        return;
    using Entries = Result<std::vector<HistoryEntry>>;
    m_shell.workspace().worker().ask<Entries>(
        [deal = m_deal, name](Reader &reader) { return historyOf(reader, u"deal"_s, deal, name); },
        this,
        [this, name, corner](Entries entries) {
            if (!entries) {
                m_shell.notifyError(entries.error());
                return;
            }
            const EntityDesc &entity = *m_shell.workspace().catalog()->entity(u"deal");
            const QString label = entity.field(entity.byName(name)).label.in(m_shell.language());
            (new WhyPopover(label, entity, *entries, m_shell, this))->popUp(corner);
        });
}

/// The history of whole rows that hang on the deal.
void DealPanel::explainRows(const QString &entity, const std::vector<RecordId> &rows,
                            const QPoint &corner) {
    if (!leave())
        return;
    using Entries = Result<std::vector<HistoryEntry>>;
    m_shell.workspace().worker().ask<Entries>(
        [entity, rows](Reader &reader) -> Entries {
            std::vector<HistoryEntry> all;
            for (const RecordId row : rows) {
                auto entries = historyOf(reader, entity, row);
                if (!entries)
                    return entries.error();
                std::move(entries->begin(), entries->end(), std::back_inserter(all));
            }
            std::stable_sort(all.begin(), all.end(),
                             [](const HistoryEntry &a, const HistoryEntry &b) {
                                 return a.change.at < b.change.at;
                             });
            return all;
        },
        this,
        [this, entity, corner](Entries entries) {
            if (!entries) {
                m_shell.notifyError(entries.error());
                return;
            }
            const EntityDesc &desc = *m_shell.workspace().catalog()->entity(entity);
            (new WhyPopover(desc.pluralLabel.in(m_shell.language()), desc, *entries, m_shell, this))
                ->popUp(corner);
        });
}

void DealPanel::askDelete() {
    const QString title = m_data ? m_data->view.title : QString();
    m_shell.run(removeWork(u"deal"_s, m_deal, {m_shell.workspace().actor()}),
                tr("“%1” is in the bin").arg(title), [this](const Result<Committed> &result) {
                    if (result)
                        emit closed();
                });
}

void DealPanel::changeEvent(QEvent *event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

void DealPanel::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QFrame::keyPressEvent(event);
}

} // namespace dw::ui
