// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/closedealdialog.h"

#include "core/catalog/valuetext.h"
#include "ui/forms/recordfields.h"
#include "ui/widgets/elidedlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr QStringView closedOn = u"closed_on";

Record startingWith(const CloseRequest &request, const EntityDesc &deal, QDate today) {
    Record record = request.known;
    const FieldHandle date = deal.byKey(closedOn);
    if (record.value(date).isEmpty())
        record.set(date, today);
    return record;
}

} // namespace

CloseDealDialog::CloseDealDialog(ShellServices &shell, const CloseRequest &request, QWidget *parent)
    : Dialog(parent) {
    const EntityDesc &deal = *shell.workspace().catalog()->entity(u"deal");
    const bool won = request.outcome == Outcome::Won;
    setHeading(tr("Close “%1” as %2").arg(request.deal, request.stage),
               won ? tr("A won deal has an amount and a date.")
                   : tr("A lost deal has a reason and a date."));
    m_fields = new RecordFields(deal, shell, this);
    m_fields->add(deal.byName(closedOn), true);
    if (!request.several)
        m_fields->add(deal.byName(u"amount"), won);
    m_fields->add(deal.byName(u"reason"), !won);
    m_fields->show(startingWith(request, deal, shell.workspace().today()));
    body()->addWidget(m_fields);
    addCompetitor(shell);
    connect(m_fields, &RecordFields::judged, this, [this] { adjustSize(); });
    confirmButton()->setText(tr("Close deal"));
    m_fields->focusFirst();
}

void CloseDealDialog::addCompetitor(ShellServices &shell) {
    const EntityDesc &entity = *shell.workspace().catalog()->entity(u"deal_competitor");
    const FieldDesc &field = entity.field(entity.byName(u"competitor"));
    auto *label = makeText("secondary", field.label.in(shell.language()), this);
    m_competitor = FieldEditor::make(field, shell, this);
    m_competitor->setObjectName(u"competitor"_s);
    m_competitor->setInForm(true);
    label->setBuddy(m_competitor);
    body()->addWidget(label);
    body()->addWidget(m_competitor);
}

bool CloseDealDialog::hasInput() const { return m_fields->isEdited() || m_competitor->isEdited(); }

void CloseDealDialog::confirm() {
    const auto read = m_fields->read();
    if (!read)
        return;
    const auto competitor = m_competitor->value();
    if (!competitor) {
        m_competitor->showProblem(tr("No account is called so."));
        m_competitor->startEditing();
        return;
    }
    Answer answer;
    answer.competitor = competitor->as<RecordId>();
    for (const auto &[handle, value] : read->values()) {
        const FieldDesc &field = m_fields->entity().field(handle);
        answer.edits.push_back({field.key, TypedEdit::Kind::Set, valueToText(field, value)});
    }
    accept();
    emit answered(answer);
}

} // namespace dw::ui
