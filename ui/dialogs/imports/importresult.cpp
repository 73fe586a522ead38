// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/imports/importresult.h"

#include "core/services/wording/wording.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int steps = 1000, iconSide = 14, rowHeight = 26;
constexpr size_t mostNotes = 12;

QLabel *makeNumber(const char *role, qint64 number, QWidget *parent) {
    auto *label = new QLabel(QLocale().toString(number), parent);
    label->setProperty("role", QString::fromLatin1(role));
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

} // namespace

ImportResult::ImportResult(ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_shell(shell) {
    setObjectName(u"importResult"_s);
    build();
    retranslate();
    showNothing();
}

void ImportResult::build() {
    m_title = makeText("strong", {}, this);
    m_saying = makeText("secondary", {}, this);
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(u"cancelCheck"_s);
    m_cancel->setAutoDefault(false);
    m_save = new QPushButton(this);
    m_save->setObjectName(u"saveRejects"_s);
    m_save->setAutoDefault(false);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_figures = new QWidget(scroll);
    m_figures->setProperty("kind", u"content"_s);
    m_lines = new QVBoxLayout(m_figures);
    m_lines->setContentsMargins(0, 0, 8, 0);
    m_lines->setSpacing(4);
    scroll->setWidget(m_figures);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_saying);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel, 0, Qt::AlignLeft);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_save, 0, Qt::AlignLeft);
    connect(m_cancel, &QPushButton::clicked, this, &ImportResult::cancelAsked);
    connect(m_save, &QPushButton::clicked, this, &ImportResult::saveRejectsAsked);
}

void ImportResult::retranslate() {
    m_title->setText(tr("Trial"));
    m_cancel->setText(tr("Stop"));
    m_save->setText(tr("Save rejected rows…"));
    m_bar->setAccessibleName(tr("Progress of the trial"));
    use(m_state);
}

void ImportResult::use(State state) {
    m_state = state;
    m_bar->setVisible(state == State::Busy);
    m_cancel->setVisible(state == State::Busy);
    m_save->setVisible(state == State::Report && m_report && m_report->rejected > 0);
    clearFigures();
    switch (state) {
    case State::Nothing:
        m_saying->setText(
            tr("A trial reads all rows and says what would happen. It writes nothing."));
        return;
    case State::Busy:
        m_saying->setText(tr("Reading and judging all rows…"));
        return;
    case State::Report:
        break;
    }
    m_saying->setText(tr("Nothing was written yet."));
    QStringList entities;
    for (const auto *counts :
         {&m_report->created, &m_report->updated, &m_report->unchanged, &m_report->refused}) {
        for (auto it = counts->begin(); it != counts->end(); ++it) {
            if (it.value() > 0 && !entities.contains(it.key()) && it.key() != "cross_reference"_L1)
                entities << it.key();
        }
    }
    for (const QString &entity : entities)
        addFigures(entity);
    if (entities.isEmpty())
        addLine("secondary", tr("The files have no rows."));
    addSums();
    addNotes();
    m_lines->addStretch();
}

void ImportResult::showNothing() {
    m_report.reset();
    use(State::Nothing);
}

void ImportResult::showBusy() {
    m_report.reset();
    m_bar->setRange(0, steps);
    m_bar->setValue(0);
    use(State::Busy);
}

void ImportResult::showProgress(qint64 done, qint64 total) {
    if (total > 0)
        m_bar->setValue(int(double(done) / double(total) * steps));
}

void ImportResult::showReport(const ImportReport &report) {
    m_report = report;
    use(State::Report);
}

void ImportResult::clearFigures() {
    m_grid = nullptr;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (QLayout *inner = item->layout()) {
            while (QLayoutItem *cell = inner->takeAt(0)) {
                delete cell->widget();
                delete cell;
            }
        }
        delete item->widget();
        delete item;
    }
}

void ImportResult::addLine(const char *role, const QString &text) {
    m_lines->addWidget(makeText(role, text, m_figures));
}

void ImportResult::addFigures(const QString &entity) {
    const EntityDesc *desc = m_shell.workspace().catalog()->entity(entity);
    m_lines->addSpacing(6);
    addLine("strong", desc ? desc->pluralLabel.in(m_shell.language()) : entity);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
    m_lines->addLayout(m_grid);
    addFigure(0, u"plus"_s, &Tokens::accent, tr("new"), m_report->created.value(entity));
    // What is only made for links has nothing else to tell.
    const qint64 others = m_report->updated.value(entity) + m_report->unchanged.value(entity)
                          + m_report->refused.value(entity);
    if (others == 0)
        return;
    addFigure(1, u"restore"_s, &Tokens::accent, tr("changed"), m_report->updated.value(entity));
    addFigure(2, u"check"_s, &Tokens::glyph, tr("nothing to change"),
              m_report->unchanged.value(entity));
    addFigure(3, u"refused"_s, &Tokens::danger, tr("rejected"), m_report->refused.value(entity));
}

void ImportResult::addFigure(int row, const QString &icon, QColor Tokens::*color,
                             const QString &text, qint64 count) {
    auto *mark = new IconLabel(m_shell.theme(), iconSide, m_figures);
    mark->setIcon(icon, color);
    const bool bad = color == &Tokens::danger && count > 0;
    auto *label = new QLabel(text, m_figures);
    label->setProperty("role", bad ? u"danger"_s : u"secondary"_s);
    QLabel *number = makeNumber(count > 0 ? "strong" : "secondary", count, m_figures);
    number->setObjectName(u"figure:%1"_s.arg(row));
    m_grid->setRowMinimumHeight(row, rowHeight);
    m_grid->addWidget(mark, row, 0);
    m_grid->addWidget(label, row, 1);
    m_grid->addWidget(number, row, 2);
}

/// The sums of the files' own rows: what the source says of them must be the same.
void ImportResult::addSums() {
    if (m_report->sums.empty())
        return;
    m_lines->addSpacing(10);
    addLine("strong", tr("Sums of the rows that come in"));
    const Catalog &catalog = *m_shell.workspace().catalog();
    for (const ImportSum &sum : m_report->sums) {
        const EntityDesc *entity = catalog.entity(sum.entity);
        const FieldHandle field = entity ? entity->byKey(sum.field) : FieldHandle();
        const QString name =
            field.isNull() ? sum.field : entity->field(field).label.in(m_shell.language());
        addLine("secondary", tr("%1, %Ln row(s)", nullptr, int(sum.rows)).arg(name));
        auto *amount =
            new QLabel(displayMoney(sum.money, m_shell.language(), Style::Full), m_figures);
        amount->setObjectName(u"sum"_s);
        amount->setProperty("role", u"strong"_s);
        amount->setAlignment(Qt::AlignRight);
        amount->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_lines->addWidget(amount);
    }
}

void ImportResult::addNotes() {
    if (m_report->notes.empty())
        return;
    m_lines->addSpacing(10);
    addLine("strong", tr("Worth knowing"));
    const Catalog &catalog = *m_shell.workspace().catalog();
    for (size_t i = 0; i < std::min(mostNotes, m_report->notes.size()); ++i)
        addLine("secondary", word(m_report->notes[i], m_shell.language(), catalog));
    if (m_report->notes.size() > mostNotes)
        addLine("secondary", tr("and %Ln more", nullptr, int(m_report->notes.size() - mostNotes)));
}

} // namespace dw::ui
