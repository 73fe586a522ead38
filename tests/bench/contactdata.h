// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QString>

namespace dw::bench {

/// Contacts of twelve columns, the same in every run: what the import is measured with.
class ContactData {
public:
    static constexpr int accounts = 1000;
    static constexpr int owners = 20;

    explicit ContactData(int rows) : m_rows(rows) {}

    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] static QByteArrayList header();
    /// The cells of a row, in the order of the header; none holds a comma or a quote.
    [[nodiscard]] static QByteArrayList cells(int row);
    /// "Account 17", "Owner 3": what the cells name.
    [[nodiscard]] static QByteArray account(int n);
    [[nodiscard]] static QByteArray owner(int n);
    /// Writes all of them as CSV; returns the bytes.
    qint64 writeCsv(const QString &path) const;

private:
    int m_rows;
};

/// The size that the environment (DW_BENCH_ROWS) asks for, else `usual`.
[[nodiscard]] int benchRows(int usual);

/// The greatest memory that the process has held since the last call, in MB; 0 where the system
/// does not tell.
double takePeakMemory();

} // namespace dw::bench
