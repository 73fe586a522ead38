// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/imports/importdraft.h"

#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace dw::ui {

class ImportFileCard;
class Select;

/// The left side of an import: its files, how the shown one is read, and what becomes of rows that
/// are there already. Follows the draft.
class ImportOptions final : public QWidget {
    Q_OBJECT
public:
    ImportOptions(ImportDraft &draft, ShellServices &shell, QWidget *parent);
    void retranslate();

signals:
    void addAsked();

private:
    struct Row {
        QLabel *label;
        Select *box;
    };
    struct Way {
        QAbstractButton *button;
        QLabel *hint;
    };
    void build();
    Row addRow(QVBoxLayout &layout, const char *name);
    Way addWay(QVBoxLayout &layout, QButtonGroup &group, int id, const char *name);
    QLabel *addHeading(QVBoxLayout &layout);
    void listen();
    void refresh();
    void showFiles();
    void showForm(const ImportLook &look);
    void fillEntities(const ImportLook &look);
    void fillOrders(const ImportLook &look);
    void fillMatch(const ImportLook &look);
    void tellForm();
    static void fill(Select &box, const std::vector<std::pair<QString, QString>> &items,
                     const QString &chosen);

    ImportDraft &m_draft;
    ShellServices &m_shell;
    QLabel *m_filesHead;
    QPushButton *m_add;
    QVBoxLayout *m_files;
    std::vector<ImportFileCard *> m_cards;
    QLabel *m_readHead;
    Row m_entity, m_encoding, m_separator, m_sheet, m_order;
    QLabel *m_modeHead;
    QButtonGroup *m_modes;
    std::vector<Way> m_modeWays;
    Row m_match, m_missing;
    QLabel *m_systemLabel;
    QLineEdit *m_system;
};

} // namespace dw::ui
