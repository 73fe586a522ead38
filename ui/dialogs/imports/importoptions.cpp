// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/imports/importoptions.h"

#include "core/domain/textcodec.h"
#include "ui/dialogs/imports/importfilecard.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/select.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int labelWidth = 98;
const QString usualMatch = QStringLiteral("usual");

/// Separators that files use, with the names of those that nobody sees.
const std::vector<QChar> &separators() {
    static const std::vector<QChar> all{u',', u';', u'\t', u'|'};
    return all;
}

/// Fields by which people tell rows apart.
bool tellsApart(const FieldDesc &field) {
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Number:
        return true;
    default:
        return false;
    }
}

} // namespace

ImportOptions::ImportOptions(ImportDraft &draft, ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_draft(draft),
      m_shell(shell) {
    build();
    listen();
    retranslate();
}

void ImportOptions::build() {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(6);
    auto *head = new QHBoxLayout;
    m_filesHead = makeText("strong", {}, this);
    m_add = new QPushButton(this);
    m_add->setObjectName(u"addFiles"_s);
    m_add->setProperty("kind", u"link"_s);
    m_add->setAutoDefault(false);
    head->addWidget(m_filesHead, 1);
    head->addWidget(m_add);
    layout->addLayout(head);
    m_files = new QVBoxLayout;
    m_files->setSpacing(6);
    layout->addLayout(m_files);
    m_readHead = addHeading(*layout);
    m_entity = addRow(*layout, "entity");
    m_encoding = addRow(*layout, "encoding");
    m_separator = addRow(*layout, "separator");
    m_sheet = addRow(*layout, "sheet");
    m_order = addRow(*layout, "dateOrder");
    m_modeHead = addHeading(*layout);
    m_modes = new QButtonGroup(this);
    for (const auto &[mode, name] : {std::pair(ImportMode::Add, "modeAdd"),
                                     {ImportMode::Fill, "modeFill"},
                                     {ImportMode::Overwrite, "modeOverwrite"}})
        m_modeWays.push_back(addWay(*layout, *m_modes, int(mode), name));
    layout->addSpacing(4);
    m_match = addRow(*layout, "match");
    m_missing = addRow(*layout, "missing");
    m_systemLabel = makeText("secondary", {}, this);
    m_system = new QLineEdit(this);
    m_system->setObjectName(u"system"_s);
    auto *row = new QHBoxLayout;
    m_systemLabel->setFixedWidth(labelWidth);
    row->addWidget(m_systemLabel);
    row->addWidget(m_system, 1);
    layout->addLayout(row);
    layout->addStretch();
}

QLabel *ImportOptions::addHeading(QVBoxLayout &layout) {
    layout.addSpacing(10);
    QLabel *label = makeText("strong", {}, this);
    layout.addWidget(label);
    return label;
}

ImportOptions::Row ImportOptions::addRow(QVBoxLayout &layout, const char *name) {
    const Row row{makeText("secondary", {}, this), new Select(m_shell.theme(), this)};
    row.label->setFixedWidth(labelWidth);
    row.box->setObjectName(QString::fromLatin1(name));
    row.box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row.box->setMinimumContentsLength(8);
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(row.label);
    line->addWidget(row.box, 1);
    layout.addLayout(line);
    return row;
}

ImportOptions::Way ImportOptions::addWay(QVBoxLayout &layout, QButtonGroup &group, int id,
                                         const char *name) {
    auto *button = new QRadioButton(this);
    button->setObjectName(QString::fromLatin1(name));
    group.addButton(button, id);
    QLabel *hint = makeText("caption", {}, this);
    hint->setContentsMargins(22, 0, 0, 0);
    layout.addWidget(button);
    layout.addWidget(hint);
    return {button, hint};
}

void ImportOptions::listen() {
    connect(m_add, &QPushButton::clicked, this, &ImportOptions::addAsked);
    connect(&m_draft, &ImportDraft::sourcesChanged, this, &ImportOptions::refresh);
    connect(m_entity.box, &QComboBox::activated, this,
            [this] { m_draft.setEntity(m_entity.box->currentData().toString()); });
    for (const Row &row : {m_encoding, m_separator, m_sheet})
        connect(row.box, &QComboBox::activated, this, &ImportOptions::tellForm);
    connect(m_order.box, &QComboBox::activated, this, [this] {
        if (const auto order = dateOrderFromName(m_order.box->currentData().toString()))
            m_draft.setOrder(*order);
    });
    connect(m_modes, &QButtonGroup::idClicked, this,
            [this](int id) { m_draft.setMode(ImportMode(id)); });
    connect(m_match.box, &QComboBox::activated, this, [this] {
        const QString key = m_match.box->currentData().toString();
        if (const ImportLook *look = m_draft.look())
            m_draft.setMatch(look->entity, key == usualMatch ? QStringList() : QStringList{key});
    });
    connect(m_missing.box, &QComboBox::activated, this, [this] {
        if (const auto missing = missingFromName(m_missing.box->currentData().toString()))
            m_draft.setMissing(*missing);
    });
    connect(m_system, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_draft.setSystem(text); });
}

void ImportOptions::fill(Select &box, const std::vector<std::pair<QString, QString>> &items,
                         const QString &chosen) {
    const QSignalBlocker blocker(box);
    box.clear();
    for (const auto &[key, text] : items)
        box.addItem(text, key);
    box.setCurrentIndex(box.findData(chosen));
}

void ImportOptions::retranslate() {
    m_filesHead->setText(tr("Files"));
    m_add->setText(tr("Add…"));
    m_readHead->setText(tr("How it is read"));
    m_entity.label->setText(tr("Rows are"));
    m_encoding.label->setText(tr("Encoding"));
    m_separator.label->setText(tr("Separator"));
    m_sheet.label->setText(tr("Sheet"));
    m_order.label->setText(tr("Date order"));
    m_modeHead->setText(tr("Rows that are there already"));
    const QString names[] = {tr("Leave alone"), tr("Fill blanks"), tr("Overwrite")};
    const QString hints[] = {tr("only what is new comes in"), tr("values that stand there stay"),
                             tr("the file’s values count; empty cells say nothing")};
    for (size_t i = 0; i < m_modeWays.size(); ++i) {
        m_modeWays[i].button->setText(names[i]);
        m_modeWays[i].hint->setText(hints[i]);
    }
    m_match.label->setText(tr("Found by"));
    m_missing.label->setText(tr("Unknown names"));
    m_systemLabel->setText(tr("Ids are of"));
    m_system->setPlaceholderText(tr("other system"));
    for (const Row &row : {m_entity, m_encoding, m_separator, m_sheet, m_order, m_match, m_missing})
        row.box->setAccessibleName(row.label->text());
    m_system->setAccessibleName(m_systemLabel->text());
    refresh();
}

void ImportOptions::showFiles() {
    const auto &sources = m_draft.sources();
    while (m_cards.size() > sources.size()) {
        m_cards.back()->hide();
        m_cards.back()->deleteLater();
        m_cards.pop_back();
    }
    while (m_cards.size() < sources.size()) {
        auto *card = new ImportFileCard(m_shell, this);
        const size_t at = m_cards.size();
        m_cards.push_back(card);
        m_files->addWidget(card);
        connect(card, &QAbstractButton::clicked, this, [this, at] { m_draft.setCurrent(at); });
        connect(
            card, &ImportFileCard::removeAsked, this, [this, at] { m_draft.remove(at); },
            Qt::QueuedConnection);
    }
    for (size_t i = 0; i < sources.size(); ++i)
        m_cards[i]->show(sources[i], i == m_draft.current());
}

void ImportOptions::refresh() {
    showFiles();
    const ImportLook *look = m_draft.look();
    for (const Row &row : {m_entity, m_encoding, m_separator, m_sheet, m_order, m_match})
        row.box->setEnabled(look != nullptr);
    m_modes->button(int(m_draft.mode()))->setChecked(true);
    fill(*m_missing.box,
         {{nameOf(MissingTargets::Make), tr("Make them")},
          {nameOf(MissingTargets::Reject), tr("Reject the row")}},
         nameOf(m_draft.missing()));
    m_missing.box->setToolTip(tr("What becomes of a row that names, for example, an account that "
                                 "is not there"));
    const bool ids = m_draft.hasIds();
    m_system->setVisible(ids);
    m_systemLabel->setVisible(ids);
    if (m_system->text().simplified() != m_draft.system())
        m_system->setText(m_draft.system());
    if (look)
        showForm(*look);
}

void ImportOptions::showForm(const ImportLook &look) {
    const bool workbook = look.form.format == TableFormat::Xlsx;
    for (const Row &row : {m_encoding, m_separator}) {
        row.label->setVisible(!workbook);
        row.box->setVisible(!workbook);
    }
    m_sheet.label->setVisible(workbook);
    m_sheet.box->setVisible(workbook);
    fillEntities(look);
    std::vector<std::pair<QString, QString>> encodings;
    QStringList names = usualEncodings();
    if (!look.form.encoding.isEmpty() && !names.contains(look.form.encoding))
        names.prepend(look.form.encoding);
    for (const QString &name : names)
        encodings.emplace_back(name, name == look.form.encoding && look.encodingIsGuess
                                         ? tr("%1 (guess)").arg(name)
                                         : name);
    fill(*m_encoding.box, encodings, look.form.encoding);
    const QString words[] = {tr("Comma  ,"), tr("Semicolon  ;"), tr("Tab"), tr("Bar  |")};
    std::vector<std::pair<QString, QString>> marks;
    const QChar used = look.form.separator.value_or(u',');
    for (size_t i = 0; i < separators().size(); ++i)
        marks.emplace_back(QString(separators()[i]), words[i]);
    if (std::find(separators().begin(), separators().end(), used) == separators().end())
        marks.emplace_back(QString(used), QString(used));
    fill(*m_separator.box, marks, QString(used));
    std::vector<std::pair<QString, QString>> sheets;
    for (const QString &sheet : look.sheets)
        sheets.emplace_back(sheet, sheet);
    fill(*m_sheet.box, sheets, look.form.sheet);
    fillOrders(look);
    fillMatch(look);
}

void ImportOptions::fillEntities(const ImportLook &look) {
    std::vector<std::pair<QString, QString>> items;
    for (const EntityDesc &entity : m_shell.workspace().catalog()->entities()) {
        if (entity.listed)
            items.emplace_back(entity.key, entity.pluralLabel.in(m_shell.language()));
    }
    fill(*m_entity.box, items, look.entity);
    m_entity.box->setPlaceholderText(tr("Choose…"));
}

void ImportOptions::fillOrders(const ImportLook &look) {
    const bool matters = look.question || look.order
                         || std::any_of(look.forms.begin(), look.forms.end(),
                                        [](const ColumnForms &f) { return f.orderIsAmbiguous; });
    m_order.label->setVisible(matters);
    m_order.box->setVisible(matters);
    fill(*m_order.box,
         {{nameOf(DateOrder::DayMonthYear), tr("Day, month, year")},
          {nameOf(DateOrder::MonthDayYear), tr("Month, day, year")},
          {nameOf(DateOrder::YearMonthDay), tr("Year, month, day")}},
         look.order ? nameOf(*look.order) : QString());
    m_order.box->setPlaceholderText(tr("Choose…"));
    m_order.box->setProperty("bad", look.question.has_value());
}

/// The usual way, and the fields that the file gives.
void ImportOptions::fillMatch(const ImportLook &look) {
    std::vector<std::pair<QString, QString>> items{{usualMatch, tr("The usual ways")}};
    if (const EntityDesc *entity = m_shell.workspace().catalog()->entity(look.entity)) {
        for (const ColumnProposal &proposal : look.columns) {
            const FieldHandle field =
                proposal.as.field.isEmpty() ? FieldHandle() : entity->byKey(proposal.as.field);
            if (proposal.isSure() && proposal.as.use == ColumnUse::Field && !field.isNull()
                && tellsApart(entity->field(field)))
                items.emplace_back(proposal.as.field,
                                   entity->field(field).label.in(m_shell.language()));
        }
    }
    const QStringList keys = m_draft.match(look.entity);
    fill(*m_match.box, items, keys.isEmpty() ? usualMatch : keys.front());
    m_match.box->setToolTip(tr("How a row of the file finds the one that is there: usually by the "
                               "id of the other system, the e-mail address or the name"));
}

void ImportOptions::tellForm() {
    const ImportLook *look = m_draft.look();
    if (!look)
        return;
    TableForm form = m_draft.sources()[m_draft.current()].request.form;
    if (look->form.format == TableFormat::Xlsx) {
        form.sheet = m_sheet.box->currentData().toString();
    } else {
        form.encoding = m_encoding.box->currentData().toString();
        form.separator = m_separator.box->currentData().toString().front();
    }
    m_draft.setForm(form);
}

} // namespace dw::ui
