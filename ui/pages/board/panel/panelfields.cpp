// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/panel/panelfields.h"

#include "ui/pages/board/panel/dealfield.h"
#include "ui/pages/board/panel/partyrow.h"
#include "ui/widgets/clearlayout.h"

#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

/// What a deal is judged by; there whether it is filled in or not.
constexpr QStringView matters[] = {u"amount", u"expected_close", u"owner", u"forecast_call"};
/// What the head of the panel shows already.
constexpr QStringView inHead[] = {u"name", u"account", u"pipeline", u"stage"};

template <size_t N> bool isAmong(const QStringView (&names)[N], const QString &name) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

} // namespace

PanelFields::PanelFields(ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_shell(shell),
      m_shown(new QVBoxLayout),
      m_folded(nullptr),
      m_foldedBox(new QWidget(this)),
      m_more(new QToolButton(this)) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_shown->setSpacing(0);
    m_folded = new QVBoxLayout(m_foldedBox);
    m_folded->setContentsMargins(0, 0, 0, 0);
    m_folded->setSpacing(0);
    m_more->setObjectName(u"moreFields"_s);
    m_more->setProperty("kind", u"disclosure"_s);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setCheckable(true);
    layout->addLayout(m_shown);
    layout->addWidget(m_more);
    layout->addWidget(m_foldedBox);
    connect(m_more, &QToolButton::toggled, this, &PanelFields::fold);
    connect(&shell.theme(), &Theme::changed, this, &PanelFields::fold);
    connect(&shell.workspace(), &Workspace::catalogChanged, this, [this] {
        build();
        emit rebuilt();
    });
    build();
}

void PanelFields::build() {
    clearLayout(*m_shown);
    clearLayout(*m_folded);
    m_rows.clear();
    m_first.clear();
    const CatalogPtr catalog = m_shell.workspace().catalog();
    const EntityDesc &entity = *catalog->entity(u"deal");
    for (const FormSection &section : formOf(entity)) {
        for (const FieldHandle handle : section.fields) {
            auto *row = new DealField(entity.field(handle), m_shell, this);
            const QString name = row->field().name;
            m_rows.emplace(name, row);
            connect(row, &DealField::committed, this, &PanelFields::committed);
            connect(row, &DealField::whyAsked, this, &PanelFields::whyAsked);
            connect(row, &DealField::editingStarted, this, [this, name] {
                if (!m_first[name])
                    m_more->setChecked(true);
            });
            m_folded->addWidget(row);
        }
    }
    addParties();
    retranslate();
}

void PanelFields::addParties() {
    const auto ask = [this](const QString &entity, const QString &role) {
        const EntityDesc &desc = *m_shell.workspace().catalog()->entity(entity);
        Record preset(entity, {});
        preset.set(desc.byName(u"deal"), m_deal);
        if (!role.isEmpty())
            preset.set(desc.byName(u"role"), role);
        m_shell.openNew(entity, preset);
    };
    m_deciders = new PartyRow(u"deal_contact"_s, m_shell, this);
    connect(m_deciders, &PartyRow::addAsked, this,
            [ask] { ask(u"deal_contact"_s, u"decision_maker"_s); });
    m_competitors = new PartyRow(u"deal_competitor"_s, m_shell, this);
    connect(m_competitors, &PartyRow::addAsked, this,
            [ask] { ask(u"deal_competitor"_s, QString()); });
    for (PartyRow *row : {m_deciders, m_competitors}) {
        connect(row, &PartyRow::whyAsked, this, &PanelFields::rowsWhyAsked);
        m_shown->addWidget(row);
    }
}

void PanelFields::retranslate() {
    const CatalogPtr catalog = m_shell.workspace().catalog();
    const Language language = m_shell.language();
    const EntityDesc &contacts = *catalog->entity(u"deal_contact");
    const FieldDesc &role = contacts.field(contacts.byName(u"role"));
    const auto decider =
        std::find_if(role.choices.begin(), role.choices.end(),
                     [](const auto &choice) { return choice.key == "decision_maker"_L1; });
    m_deciders->setLabel(decider == role.choices.end() ? role.label.in(language)
                                                       : decider->label.in(language));
    const EntityDesc &rivals = *catalog->entity(u"deal_competitor");
    m_competitors->setLabel(rivals.field(rivals.byName(u"competitor")).label.in(language));
    fold();
}

void PanelFields::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

DealField *PanelFields::field(const QString &name) const {
    const auto it = m_rows.find(name);
    return it == m_rows.end() ? nullptr : it->second;
}

void PanelFields::edit(const QString &name) {
    if (DealField *row = field(name))
        row->startEditing();
}

bool PanelFields::leave() {
    return std::all_of(m_rows.begin(), m_rows.end(),
                       [](const auto &row) { return row.second->leave(); });
}

QString PanelFields::draft() const {
    for (const auto &[name, row] : m_rows) {
        if (row->isEditing())
            return row->field().label.in(m_shell.language());
    }
    return {};
}

void PanelFields::stopEditing() {
    for (const auto &[name, row] : m_rows)
        row->stopEditing();
}

bool PanelFields::standsFirst(const FieldView &view, const FieldDesc &field) const {
    if (isAmong(matters, field.name))
        return true;
    return !isAmong(inHead, field.name) && !view.value.isEmpty();
}

void PanelFields::show(const PanelData &panel, RecordId deal) {
    const bool other = std::exchange(m_deal, deal) != deal;
    const EntityDesc &entity = *m_shell.workspace().catalog()->entity(u"deal");
    const FieldHandle pipeline = entity.byName(u"pipeline");
    int at = 0;
    for (const FieldView &view : panel.view.fields) {
        const FieldDesc &desc = entity.field(view.handle);
        DealField *row = field(desc.name);
        if (!row)
            continue;
        const GroupVersion seen = panel.versionOf(desc.group);
        if (desc.name == m_rebase)
            row->rebase(view, seen);
        else
            row->show(view, seen);
        if (desc.name == "stage"_L1)
            row->restrictTo(u"pipeline"_s, panel.view.row.record.value(pipeline).as<RecordId>());
        // A field that was just emptied keeps its place until the deal changes.
        bool &first = m_first[desc.name];
        const bool was = std::exchange(first, standsFirst(view, desc) || (first && !other));
        if (first && !row->isEditing() && (was != first || m_shown->indexOf(row) != at))
            m_shown->insertWidget(at, row);
        else if (!first && was && !row->isEditing())
            m_folded->addWidget(row);
        at += m_shown->indexOf(row) >= 0 ? 1 : 0;
    }
    m_rebase.clear();
    m_deciders->show(panel.activity.deciders);
    m_competitors->show(panel.activity.competitors);
    note(panel);
    fold();
}

/// How far the expected close is away, of a deal that is open.
void PanelFields::note(const PanelData &panel) {
    const EntityDesc &entity = *m_shell.workspace().catalog()->entity(u"deal");
    DealField *close = field(u"expected_close"_s);
    if (!close)
        return;
    const Record &record = panel.view.row.record;
    const QDate day = record.value(entity.byName(u"expected_close")).as<QDate>();
    const bool closed = !record.value(entity.byName(u"closed_on")).isEmpty();
    const int left = int(m_shell.workspace().today().daysTo(day));
    if (closed || !day.isValid())
        close->setNote({});
    else if (left >= 0)
        close->setNote(left == 0 ? tr("today") : tr("%Ln d left", nullptr, left));
    else
        close->setNote(tr("%Ln d ago", nullptr, -left));
}

void PanelFields::fold() {
    const int folded = m_folded->count();
    const bool open = m_more->isChecked();
    m_more->setText(open ? tr("Fewer fields") : tr("%Ln more field(s)", nullptr, folded));
    m_more->setIcon(
        m_shell.theme().icon(open ? u"chevron-down"_s : u"chevron-right"_s, &Tokens::accent));
    m_more->setVisible(folded > 0);
    m_foldedBox->setVisible(open && folded > 0);
}

} // namespace dw::ui
