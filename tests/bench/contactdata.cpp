// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/contactdata.h"

#include "tests/bench/bench.h"

#include <QDate>
#include <QFile>
#include <array>

using namespace Qt::StringLiterals;

namespace dw::bench {

namespace {

constexpr std::array given{"Li Na",   "Zhang Wei", "Wang Fang", "Chen Jie", "Maria",  "John",
                           "Aisha",   "Pierre",    "Li Wei",    "Zhao Min", "Sun Li", "Karl",
                           "Liu Yan", "Zhou Tao",  "Wu Gang",   "Ingrid"};
constexpr std::array titles{"Buyer",     "Head of Purchasing", "Engineer", "Director",
                            "Assistant", "Plant Manager",      "Analyst",  "Owner"};
constexpr std::array cities{"Suzhou",  "Shanghai", "Hangzhou", "Ningbo", "Wuxi",
                            "Nanjing", "Hamburg",  "Lyon",     "Leeds",  "Austin"};

/// Spreads the rows over a table in no order (splitmix64).
quint64 mixed(quint64 n) {
    n += 0x9e3779b97f4a7c15;
    n = (n ^ (n >> 30)) * 0xbf58476d1ce4e5b9;
    n = (n ^ (n >> 27)) * 0x94d049bb133111eb;
    return n ^ (n >> 31);
}

} // namespace

QByteArrayList ContactData::header() {
    return {"Name",        "Job title", "Account",    "E-mail",   "Phone", "Owner",
            "Description", "City",      "Department", "Birthday", "Score", "Newsletter"};
}

QByteArray ContactData::account(int n) { return "Account " + QByteArray::number(n); }

QByteArray ContactData::owner(int n) { return "Owner " + QByteArray::number(n); }

QByteArrayList ContactData::cells(int row) {
    const quint64 by = mixed(quint64(row));
    const QByteArray n = QByteArray::number(row);
    const auto pick = [&](const auto &list, int shift) {
        return QByteArray(list[(by >> shift) % list.size()]);
    };
    return {pick(given, 0) + ' ' + QByteArray::number(by % 1'000'000),
            pick(titles, 8),
            account(int((by >> 16) % accounts)),
            "contact" + n + "@example.com",
            "+86 512 " + QByteArray::number(10'000'000 + qint64(by % 89'999'999)),
            owner(int((by >> 32) % owners)),
            "Met at the fair of " + pick(cities, 24) + "; wants an offer for line "
                + QByteArray::number(by % 97),
            pick(cities, 40),
            "Department " + QByteArray::number((by >> 44) % 12),
            QDate(1950, 1, 1).addDays(qint64((by >> 20) % 20'000)).toString(Qt::ISODate).toLatin1(),
            QByteArray::number((by >> 36) % 101),
            (by >> 50) % 2 == 0 ? "yes" : "no"};
}

qint64 ContactData::writeCsv(const QString &path) const {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        fail(file.errorString());
    file.write(header().join(',') + '\n');
    for (int row = 0; row < m_rows; ++row)
        file.write(cells(row).join(',') + '\n');
    if (!file.flush())
        fail(file.errorString());
    return file.size();
}

int benchRows(int usual) {
    bool ok = false;
    const int asked = qEnvironmentVariableIntValue("DW_BENCH_ROWS", &ok);
    return ok && asked > 0 ? asked : usual;
}

double takePeakMemory() {
    double peak = 0;
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly)) {
        const QByteArrayList lines = status.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("VmHWM:"))
                peak = line.mid(6).simplified().split(' ').first().toDouble() / 1024;
        }
    }
    // From here on the kernel counts anew.
    QFile clear(u"/proc/self/clear_refs"_s);
    if (clear.open(QIODevice::WriteOnly))
        clear.write("5");
    return peak;
}

} // namespace dw::bench
