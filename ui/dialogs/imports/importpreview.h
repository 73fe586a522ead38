// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QTableView>

namespace dw {
struct ImportLook;
struct ImportReport;
} // namespace dw

namespace dw::ui {

/// Rows of text under headings: the first of a source as they stand there, or those that an import
/// rejects.
class ImportPreview final : public QTableView {
    Q_OBJECT
public:
    ImportPreview(const Theme &theme, QWidget *parent);

    struct Table {
        QStringList headings;
        std::vector<QStringList> rows;
        int numbers = 0;    ///< So many columns at the left hold numbers.
        int stretched = -1; ///< This column takes the room that is left; -1: none.
    };
    void show(Table table);

private:
    class Model;
    Model *m_model;
};

/// At most so many columns and rows are shown.
constexpr qsizetype mostShownColumns = 60;
constexpr size_t mostShownRejects = 200;

/// The first rows of a source, as they were read.
[[nodiscard]] ImportPreview::Table firstRows(const ImportLook &look);

} // namespace dw::ui
