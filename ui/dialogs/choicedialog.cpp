// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/choicedialog.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/waybutton.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace dw::ui {

namespace {
constexpr int margin = 24;
constexpr int usualWidth = 500;
constexpr int iconSide = 28;
} // namespace

ChoiceDialog::ChoiceDialog(const Situation &situation, const Theme &theme, QWidget *parent)
    : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(situation.title);
    setFixedWidth(usualWidth);
    auto *icon = new IconLabel(theme, iconSide, this);
    icon->setIcon(situation.icon, &Tokens::accent);
    auto *text = makeText("secondary", situation.text, this);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin - 4);
    layout->setSpacing(8);
    layout->addWidget(icon);
    layout->addSpacing(2);
    layout->addWidget(makeText("page", situation.title, this));
    layout->addWidget(text);
    layout->addSpacing(8);
    for (size_t i = 0; i < situation.ways.size(); ++i) {
        const Way &way = situation.ways[i];
        auto *button = new WayButton(theme, way.icon, way.text, way.hint, this);
        button->setObjectName(QStringLiteral("way:%1").arg(i));
        connect(button, &QPushButton::clicked, this, [this, i] {
            accept();
            emit chosen(int(i));
        });
        layout->addWidget(button);
        if (i == 0)
            button->setFocus();
    }
    auto *leave = new QPushButton(situation.leave, this);
    leave->setObjectName(QStringLiteral("leave"));
    leave->setProperty("kind", QStringLiteral("ghost"));
    leave->setAutoDefault(false);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    layout->addSpacing(4);
    layout->addWidget(leave, 0, Qt::AlignRight);
}

} // namespace dw::ui
