// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exports/exportdialog.h"

#include "ui/dialogs/newfolderdialog.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/select.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

/// What stands behind an entry of the first list.
struct What {
    QString entity;
    QString where;
};

constexpr int entityRole = Qt::UserRole;
constexpr int whereRole = Qt::UserRole + 1;

QString endingOf(ListFormat format) { return format == ListFormat::Xlsx ? u".xlsx"_s : u".csv"_s; }

} // namespace

ExportDialog::ExportDialog(const std::optional<ShownList> &shown, ShellServices &shell,
                           QWidget *parent)
    : Dialog(parent),
      m_shell(shell),
      m_shown(shown),
      m_what(new Select(shell.theme(), this)),
      m_form(new Select(shell.theme(), this)),
      m_whatLabel(makeText("secondary", {}, this)),
      m_formLabel(makeText("secondary", {}, this)),
      m_hint(makeText("secondary", {}, this)) {
    m_what->setObjectName(u"what"_s);
    m_form->setObjectName(u"form"_s);
    m_hint->setObjectName(u"hint"_s);
    m_hint->setWordWrap(true);
    m_whatLabel->setBuddy(m_what);
    m_formLabel->setBuddy(m_form);
    auto *fields = new QVBoxLayout;
    fields->setSpacing(metric::grid);
    fields->addWidget(m_whatLabel);
    fields->addWidget(m_what);
    fields->addSpacing(8);
    fields->addWidget(m_formLabel);
    fields->addWidget(m_form);
    fields->addSpacing(4);
    fields->addWidget(m_hint);
    body()->addLayout(fields);
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportDialog::fillForm);
    connect(m_form, &QComboBox::currentIndexChanged, this, &ExportDialog::explain);
    retranslate();
    m_what->setFocus();
}

void ExportDialog::retranslate() {
    setHeading(tr("Export"), tr("Writes a copy; the workspace stays as it is."));
    m_whatLabel->setText(tr("What"));
    m_formLabel->setText(tr("Form"));
    m_what->setAccessibleName(m_whatLabel->text());
    m_form->setAccessibleName(m_formLabel->text());
    confirmButton()->setText(tr("Choose place…"));
    fillWhat();
}

void ExportDialog::fillWhat() {
    const int before = m_what->currentIndex();
    const QSignalBlocker quiet(m_what);
    m_what->clear();
    const auto add = [this](const QString &text, const What &what) {
        m_what->addItem(text, what.entity);
        m_what->setItemData(m_what->count() - 1, what.where, whereRole);
    };
    if (m_shown)
        add(m_shown->name, {m_shown->entity, m_shown->where});
    for (const EntityDesc &entity : m_shell.workspace().catalog()->entities()) {
        if (entity.listed)
            add(tr("All: %1").arg(entity.pluralLabel.in(m_shell.language())), {entity.key, {}});
    }
    add(tr("The whole workspace, with its history"), {});
    m_what->setCurrentIndex(before < 0 ? 0 : before);
    fillForm();
}

void ExportDialog::fillForm() {
    const bool isWhole = m_what->currentData(entityRole).toString().isEmpty();
    const auto before = m_form->currentIndex() < 0 ? Form::Workbook : form();
    const QSignalBlocker quiet(m_form);
    m_form->clear();
    const auto add = [this](const QString &text, Form form) { m_form->addItem(text, int(form)); };
    if (isWhole) {
        add(tr("One archive (ZIP)"), Form::Archive);
        add(tr("A folder of CSV and JSON"), Form::Folder);
    } else {
        add(tr("Excel workbook (XLSX)"), Form::Workbook);
        add(tr("CSV, UTF-8"), Form::Csv);
        add(tr("CSV, GB18030 (older Chinese Excel)"), Form::CsvGb18030);
    }
    m_form->setCurrentIndex(qMax(0, m_form->findData(int(before))));
    explain();
}

void ExportDialog::explain() {
    m_hint->setText(
        m_what->currentData(entityRole).toString().isEmpty()
            ? tr("Everything comes back from it: records, the bin, every change, attached files.")
            : tr("Every field is a column. What is imported again from the file changes nothing."));
}

ExportDialog::Form ExportDialog::form() const { return Form(m_form->currentData().toInt()); }

ExportChoice ExportDialog::choice() const {
    ExportChoice choice;
    choice.entity = m_what->currentData(entityRole).toString();
    choice.where = m_what->currentData(whereRole).toString();
    choice.format = form() == Form::Workbook ? ListFormat::Xlsx : ListFormat::Csv;
    if (form() == Form::CsvGb18030)
        choice.encoding = ListEncoding::Gb18030;
    return choice;
}

QString ExportDialog::proposedName() const {
    const QString day = m_shell.workspace().today().toString(Qt::ISODate);
    if (form() == Form::Archive || form() == Form::Folder) {
        const QString name = QDir(m_shell.workspace().paths().folder).dirName() + u'-' + day;
        return form() == Form::Archive ? name + u".zip"_s : name;
    }
    const ExportChoice chosen = choice();
    const EntityDesc *entity = m_shell.workspace().catalog()->entity(chosen.entity);
    return entity->pluralLabel.in(m_shell.language()) + u'-' + day + endingOf(chosen.format);
}

void ExportDialog::confirm() {
    auto *place = new QFileDialog(this, windowTitle(), QDir(usualPlace()).filePath(proposedName()));
    place->setAttribute(Qt::WA_DeleteOnClose);
    place->setAcceptMode(QFileDialog::AcceptSave);
    place->setFileMode(QFileDialog::AnyFile);
    if (form() != Form::Folder)
        place->setDefaultSuffix(QFileInfo(proposedName()).suffix());
    connect(place, &QFileDialog::fileSelected, this, [this](const QString &path) {
        ExportChoice chosen = choice();
        chosen.path = path;
        accept();
        emit answered(chosen);
    });
    place->open();
}

} // namespace dw::ui
