// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/panel/dealpanel.h"

#include "core/services/readworker.h"
#include "core/services/wording/wording.h"
#include "core/services/works.h"
#include "ui/models/boardstore.h"
#include "ui/pages/board/panel/dealfield.h"
#include "ui/pages/board/panel/stagebar.h"
#include "ui/pages/board/panel/whypopover.h"
#include "ui/widgets/elidedlabel.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

void clear(QLayout &layout) {
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

QHBoxLayout *pair(QWidget *left, QWidget *right) {
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(left, 1);
    row->addWidget(right, 0, Qt::AlignRight | Qt::AlignBottom);
    return row;
}

} // namespace

DealPanel::DealPanel(BoardStore &store, ShellServices &shell, QWidget *parent)
    : QFrame(parent),
      m_store(store),
      m_shell(shell) {
    setObjectName(u"dealPanel"_s);
    setProperty("kind", u"panel"_s);
    setFixedWidth(metric::sidePanel);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *content = new QWidget;
    content->setProperty("kind", u"content"_s);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 12, 12, 16);
    layout->setSpacing(6);
    buildHead(*layout);
    m_fields = new QWidget(content);
    (new QVBoxLayout(m_fields))->setContentsMargins(0, 0, 0, 0);
    m_fields->layout()->setSpacing(0);
    layout->addWidget(m_fields);
    layout->addWidget(makeLine(content));
    layout->addWidget(m_nextHead = makeText("strong", {}, content));
    layout->addWidget(m_next = makeText("value", {}, content));
    m_addTask = new QToolButton(content);
    m_addTask->setObjectName(u"addTask"_s);
    m_addTask->setProperty("kind", u"disclosure"_s);
    layout->addWidget(m_addTask);
    connect(m_addTask, &QToolButton::clicked, this, &DealPanel::askTask);
    layout->addWidget(makeLine(content));
    layout->addWidget(m_recentHead = makeText("strong", {}, content));
    m_recent = new QWidget(content);
    (new QVBoxLayout(m_recent))->setContentsMargins(0, 0, 0, 0);
    m_recent->layout()->setSpacing(0);
    layout->addWidget(m_recent);
    layout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    outer->addWidget(scroll);
    buildFields();
    retranslate();
    connect(&shell.workspace(), &Workspace::catalogChanged, this, [this] {
        buildFields();
        fill();
    });
}

void DealPanel::buildHead(QVBoxLayout &layout) {
    QWidget *content = layout.parentWidget();
    m_crumb = new ElidedLabel("secondary", content);
    m_delete = new QToolButton(content);
    m_delete->setObjectName(u"deleteDeal"_s);
    m_close = new QToolButton(content);
    m_close->setObjectName(u"closePanel"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(2);
    head->addWidget(m_crumb, 1);
    head->addWidget(m_delete);
    head->addWidget(m_close);
    layout.addLayout(head);
    layout.addWidget(m_title = makeText("section", {}, content));
    m_account = new ElidedLabel("secondary", content);
    layout.addWidget(m_account);
    m_bar = new StageBar(m_shell.theme(), content);
    layout.addSpacing(4);
    layout.addWidget(m_bar);
    m_stage = new ElidedLabel("strong", content);
    m_days = new ElidedLabel("secondary", content);
    layout.addLayout(pair(m_stage, m_days));
    layout.addWidget(makeLine(content));
    m_amount = new ElidedLabel("figure", content);
    m_weighted = new ElidedLabel("secondary", content);
    layout.addLayout(pair(m_amount, m_weighted));
    m_warnings = new QWidget(content);
    (new QVBoxLayout(m_warnings))->setContentsMargins(0, 2, 0, 2);
    m_warnings->layout()->setSpacing(2);
    layout.addWidget(m_warnings);
    connect(m_close, &QToolButton::clicked, this, &DealPanel::closed);
    connect(m_delete, &QToolButton::clicked, this, &DealPanel::askDelete);
    const auto takeIcons = [this] {
        m_close->setIcon(m_shell.theme().icon(u"close"_s));
        m_delete->setIcon(m_shell.theme().icon(u"trash"_s));
    };
    connect(&m_shell.theme(), &Theme::changed, this, takeIcons);
    takeIcons();
}

void DealPanel::buildFields() {
    clear(*m_fields->layout());
    m_byName.clear();
    const CatalogPtr catalog = m_shell.workspace().catalog();
    const EntityDesc &entity = *catalog->entity(u"deal");
    for (const FormSection &section : formOf(entity)) {
        for (const FieldHandle handle : section.fields) {
            auto *row = new DealField(entity.field(handle), m_shell, m_fields);
            m_byName.emplace(row->field().name, row);
            m_fields->layout()->addWidget(row);
            connect(row, &DealField::committed, this, &DealPanel::commit);
            connect(row, &DealField::whyAsked, this, &DealPanel::explain);
        }
    }
}

DealField *DealPanel::field(const QString &name) const {
    const auto it = m_byName.find(name);
    return it == m_byName.end() ? nullptr : it->second;
}

void DealPanel::show(RecordId deal) {
    if (deal != m_deal) {
        for (const auto &[name, row] : m_byName)
            row->stopEditing();
    }
    m_deal = deal;
    read();
}

bool DealPanel::leave() {
    return std::all_of(m_byName.begin(), m_byName.end(),
                       [](const auto &row) { return row.second->leave(); });
}

QString DealPanel::draft() const {
    for (const auto &[name, row] : m_byName) {
        if (row->isEditing())
            return row->field().label.in(m_shell.language());
    }
    return {};
}

void DealPanel::follow(const ChangeNotice &notice) {
    const bool here = std::any_of(notice.moved.begin(), notice.moved.end(),
                                  [&](const Moved &moved) { return moved.id == m_deal; });
    if (!m_deal.isNull() && (here || notice.touches(u"task") || notice.touches(u"account")))
        read();
}

void DealPanel::read() {
    if (m_deal.isNull())
        return;
    m_ready = false;
    const int asked = ++m_asked;
    m_shell.workspace().worker().ask<Result<PanelData>>(
        [deal = m_deal, time = m_shell.workspace().readTime()](Reader &reader) {
            return readPanel(reader, time, deal);
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

void DealPanel::retranslate() {
    m_nextHead->setText(tr("Next step"));
    m_recentHead->setText(tr("Recent changes"));
    m_close->setToolTip(tr("Close the panel (Esc)"));
    m_close->setAccessibleName(tr("Close the panel"));
    m_delete->setToolTip(tr("Move the deal to the bin"));
    m_delete->setAccessibleName(m_delete->toolTip());
    m_addTask->setText(tr("Add a task"));
    m_addTask->setEnabled(m_shell.workspace().mode() == Workspace::Mode::Write);
    m_delete->setEnabled(m_shell.workspace().mode() == Workspace::Mode::Write);
}

void DealPanel::fill() {
    if (!m_data)
        return;
    fillHead();
    const FieldHandle pipeline =
        m_shell.workspace().catalog()->entity(u"deal")->byName(u"pipeline");
    for (const FieldView &view : m_data->view.fields) {
        const FieldDesc &desc = m_shell.workspace().catalog()->entity(u"deal")->field(view.handle);
        DealField *row = field(desc.name);
        if (!row)
            continue;
        const GroupVersion seen = m_data->versionOf(desc.group);
        if (desc.name == m_rebase)
            row->rebase(view, seen);
        else
            row->show(view, seen);
        if (desc.name == "stage"_L1)
            row->restrictTo(u"pipeline"_s, m_data->view.row.record.value(pipeline).as<RecordId>());
    }
    m_rebase.clear();
    resumeDrafts();
    fillRecent();
}

void DealPanel::fillHead() {
    const BoardCard *card = m_store.card(m_deal);
    const Language language = m_shell.language();
    m_crumb->setWhole(tr("Deal %1").arg(m_data->view.row.shortId));
    m_title->setText(m_data->view.title);
    clear(*m_warnings->layout());
    if (!card)
        return;
    const int column = m_store.columnOf(card->stage);
    const BoardStage &stage = m_store.pipeline().stages[size_t(std::max(0, column))];
    const ReadTime time = m_shell.workspace().readTime();
    m_account->setWhole(card->accountName.isEmpty() ? tr("No account") : card->accountName);
    m_bar->show(m_store.pipeline(), card->stage);
    m_stage->setWhole(stage.name);
    const bool open = stage.outcome == Outcome::Open;
    m_days->setWhole(open ? tr("day %1").arg(daysInStage(*card, time)) : QString());
    m_amount->setRole(card->amount ? "figure" : "warning");
    m_amount->setWhole(card->amount ? displayMoney(*card->amount, language, Style::Short)
                                    : tr("No amount"));
    m_amount->setToolTip(card->amount ? displayMoney(*card->amount, language, Style::Full)
                                      : QString());
    const auto totals = totalsOf({card}, stage);
    m_weighted->setWhole(
        open && !totals.sums.empty() && stage.winProbability
            ? tr("weighted %1")
                  .arg(displayMoney(totals.sums.front().weighted, language, Style::Short))
            : QString());
    for (const Message &warning : cardWarnings(*card, stage.outcome, m_shell.workspace().today())) {
        // The headline says it already.
        if (warning.id == "card.no_amount"_L1)
            continue;
        m_warnings->layout()->addWidget(makeText(
            "warning", word(warning, language, *m_shell.workspace().catalog()), m_warnings));
    }
    const bool none = card->nextStep.isEmpty();
    const QString due =
        card->nextStepDue
            ? displayDate(*card->nextStepDue, m_shell.workspace().today(), Style::Short) + u' '
            : QString();
    m_next->setText(none ? tr("No open task") : due + card->nextStep);
}

void DealPanel::fillRecent() {
    clear(*m_recent->layout());
    const EntityDesc &entity = *m_shell.workspace().catalog()->entity(u"deal");
    for (const HistoryEntry &entry : m_data->recent)
        m_recent->layout()->addWidget(makeChangeRow(entry, entity, m_shell, m_recent));
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
        m_rebase = sent.field;
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
            (new WhyPopover(entity.field(entity.byName(name)), *entries, m_shell, this))
                ->popUp(corner);
        });
}

void DealPanel::askTask() {
    const EntityDesc &tasks = *m_shell.workspace().catalog()->entity(u"task");
    Record preset(tasks.key, {});
    preset.set(tasks.byName(u"deal"), m_deal);
    preset.set(tasks.byName(u"owner"), m_shell.workspace().actor());
    m_shell.openNew(tasks.key, preset);
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
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fill();
    }
}

void DealPanel::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QFrame::keyPressEvent(event);
}

} // namespace dw::ui
