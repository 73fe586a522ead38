// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/closedealdialog.h"

#include "core/catalog/valuetext.h"
#include "ui/forms/recordfields.h"

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
    : Dialog(parent),
      m_asks(!request.missing.empty()) {
    const EntityDesc &deal = *shell.workspace().catalog()->entity(u"deal");
    setHeading(tr("Close “%1” as %2").arg(request.deal, request.stage),
               request.outcome == Outcome::Won ? tr("A won deal has an amount and a date.")
                                               : tr("A lost deal has a reason and a date."));
    m_fields = new RecordFields(deal, shell, this);
    for (const QString &key : request.missing) {
        const FieldHandle handle = deal.byKey(key);
        if (!handle.isNull())
            m_fields->add(handle, true);
    }
    m_fields->show(startingWith(request, deal, shell.workspace().today()));
    body()->addWidget(m_fields);
    connect(m_fields, &RecordFields::judged, this, [this] { adjustSize(); });
    confirmButton()->setText(tr("Close deal"));
    m_fields->focusFirst();
}

void CloseDealDialog::open() {
    if (m_asks) {
        Dialog::open();
        return;
    }
    emit answered({});
    deleteLater();
}

bool CloseDealDialog::hasInput() const { return m_fields->isEdited(); }

void CloseDealDialog::confirm() {
    const auto read = m_fields->read();
    if (!read)
        return;
    std::vector<TypedEdit> edits;
    for (const auto &[handle, value] : read->values()) {
        const FieldDesc &field = m_fields->entity().field(handle);
        edits.push_back({field.key, TypedEdit::Kind::Set, valueToText(field, value)});
    }
    accept();
    emit answered(edits);
}

} // namespace dw::ui
