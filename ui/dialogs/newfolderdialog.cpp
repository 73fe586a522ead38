// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/newfolderdialog.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/elidedlabel.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 120;

/// What no file system that we run on takes, or takes for something else.
bool isName(const QString &name) {
    static const QRegularExpression bad(u"[/\\\\:*?\"<>|\\x00-\\x1f]"_s);
    return !name.contains(bad) && !name.startsWith(u'.') && !name.endsWith(u'.')
           && name.size() <= longestName;
}

} // namespace

QString usualPlace() {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

NewFolderDialog::NewFolderDialog(const QString &title, const QString &name, const QString &place,
                                 QWidget *parent)
    : Dialog(parent),
      m_name(new QLineEdit(name, this)),
      m_place(new QLineEdit(QDir::toNativeSeparators(place), this)),
      m_browse(new QPushButton(this)),
      m_nameLabel(makeText("secondary", {}, this)),
      m_placeLabel(makeText("secondary", {}, this)) {
    setHeading(title);
    m_name->setObjectName(u"name"_s);
    m_place->setObjectName(u"place"_s);
    m_browse->setObjectName(u"browse"_s);
    m_browse->setAutoDefault(false);
    m_nameLabel->setBuddy(m_name);
    m_placeLabel->setBuddy(m_place);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_place, 1);
    row->addWidget(m_browse);
    auto *fields = new QVBoxLayout;
    fields->setSpacing(metric::grid);
    fields->addWidget(m_nameLabel);
    fields->addWidget(m_name);
    fields->addSpacing(8);
    fields->addWidget(m_placeLabel);
    fields->addLayout(row);
    body()->addLayout(fields);
    connect(m_browse, &QPushButton::clicked, this, &NewFolderDialog::browse);
    for (const QLineEdit *line : {m_name, m_place})
        connect(line, &QLineEdit::textEdited, this, [this] { showProblem({}); });
    retranslate();
    m_name->setFocus();
    m_name->selectAll();
}

void NewFolderDialog::retranslate() {
    m_nameLabel->setText(tr("Name"));
    m_placeLabel->setText(tr("Place"));
    m_name->setAccessibleName(m_nameLabel->text());
    m_place->setAccessibleName(m_placeLabel->text());
    m_browse->setText(tr("Browse…"));
    confirmButton()->setText(tr("Create"));
}

QString NewFolderDialog::path() const {
    const QDir place(QDir::fromNativeSeparators(m_place->text().trimmed()));
    return QDir::cleanPath(place.absoluteFilePath(m_name->text().trimmed()));
}

QString NewFolderDialog::problem() const {
    const QString name = m_name->text().trimmed();
    const QString place = m_place->text().trimmed();
    if (name.isEmpty())
        return tr("Give the folder a name.");
    if (!isName(name))
        return tr("“%1” cannot be the name of a folder. Leave out / \\ : * ? \" < > | and points "
                  "at its ends.")
            .arg(name.left(longestName));
    if (place.isEmpty() || !QFileInfo(QDir::fromNativeSeparators(place)).isDir())
        return tr("There is no folder “%1”. Choose the place with “Browse…”.").arg(place);
    const QFileInfo there(path());
    if (there.exists() && (!there.isDir() || !QDir(path()).isEmpty()))
        return tr("“%1” is there already. Choose another name.").arg(name);
    return {};
}

void NewFolderDialog::confirm() {
    const QString wrong = problem();
    showProblem(wrong);
    if (!wrong.isEmpty())
        return;
    accept();
    emit answered(path());
}

void NewFolderDialog::browse() {
    auto *dialog = new QFileDialog(this, m_placeLabel->text(),
                                   QDir::fromNativeSeparators(m_place->text().trimmed()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_place->setText(QDir::toNativeSeparators(folder));
        showProblem({});
    });
    dialog->open();
}

} // namespace dw::ui
