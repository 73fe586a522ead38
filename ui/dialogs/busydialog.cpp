// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/busydialog.h"

#include "ui/widgets/elidedlabel.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace dw::ui {

namespace {
constexpr int usualWidth = 420;
constexpr int margin = 24;
constexpr int steps = 1000;
} // namespace

BusyDialog::BusyDialog(const QString &saying, QWidget *parent)
    : QDialog(parent),
      m_bar(new QProgressBar(this)),
      m_cancel(new QPushButton(tr("Cancel"), this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(QStringLiteral("Dealwright"));
    setFixedWidth(usualWidth);
    m_bar->setTextVisible(false);
    // Empty until something is known: a bar that runs to and fro tells nothing and never rests.
    m_bar->setRange(0, steps);
    m_bar->setValue(0);
    m_bar->setAccessibleName(saying);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(12);
    layout->addWidget(makeText("strong", saying, this));
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel, 0, Qt::AlignRight);
}

void BusyDialog::setProgress(qint64 done, qint64 total) {
    if (total > 0)
        m_bar->setValue(int(double(done) / double(total) * steps));
}

void BusyDialog::finish() { done(QDialog::Accepted); }

void BusyDialog::reject() {
    if (!m_cancel->isEnabled())
        return;
    m_cancel->setEnabled(false);
    emit rejected();
}

} // namespace dw::ui
