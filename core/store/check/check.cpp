// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/check/check.h"

#include "core/store/check/checkparts.h"
#include "core/store/schema/columns.h"

#include <QDir>
#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Of one kind; the first say what it is about, and a report must stay readable.
constexpr qint64 mostOfOneKind = 20;

/// A part that cannot read on is damage itself; the other parts still say what they find.
void take(CheckFindings &findings, const Result<void> &part) {
    if (part)
        return;
    findings.damage({u"check.unreadable"_s, {{u"what"_s, part.error().detail.left(200)}}});
    findings.damage(part.error().message);
}

} // namespace

void CheckFindings::add(bool damage, Message message) {
    if (++m_counts[message.id] <= mostOfOneKind)
        m_findings.push_back({damage, std::move(message)});
}

std::vector<CheckFinding> CheckFindings::take() {
    for (size_t i = 0; i < m_findings.size(); ++i) {
        const CheckFinding finding = m_findings[i];
        const qint64 more = m_counts.take(finding.message.id) - mostOfOneKind;
        if (more > 0)
            m_findings.push_back(
                {finding.damage,
                 {u"check.more"_s,
                  {{u"id"_s, finding.message.id}, {u"count"_s, QString::number(more)}}}});
    }
    return std::move(m_findings);
}

bool CheckScope::isWhole(const EntityDesc &entity) const {
    if (incomplete.contains(entity.key))
        return false;
    return std::none_of(entity.fields.begin(), entity.fields.end(), [&](const FieldDesc &field) {
        return field.type == FieldType::Set && incomplete.contains(setTableOf(entity.key, field));
    });
}

bool CheckScope::hasLog() const {
    return !incomplete.contains(u"change_record"_s) && !incomplete.contains(u"change_set"_s);
}

bool CheckReport::damaged() const {
    return std::any_of(findings.begin(), findings.end(),
                       [](const CheckFinding &finding) { return finding.damage; });
}

Result<void> eachStep(Connection &c, const QString &sql,
                      const std::function<void(const Statement &)> &take) {
    auto s = c.prepare(sql);
    if (!s)
        return s.error();
    for (;;) {
        const auto row = s->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        take(*s);
    }
}

Result<void> checkIntegrity(CheckScope &scope) {
    return eachStep(scope.connection, u"PRAGMA integrity_check(100)"_s, [&](const Statement &s) {
        if (const QString said = s.text(0); said != "ok"_L1)
            scope.findings.damage({u"check.integrity"_s, {{u"detail"_s, said.left(200)}}});
    });
}

void checkJobs(CheckScope &scope, const QString &jobsFolder) {
    const QStringList left =
        QDir(jobsFolder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QString &file : left)
        scope.findings.note({u"check.job_left"_s, {{u"file"_s, file}}});
}

Result<CheckReport> checkWorkspace(Connection &c, const CatalogHolder &holder,
                                   const QString &jobsFolder) {
    // One snapshot for all parts; where not even that can be had, nothing can be said.
    const auto transaction = Transaction::begin(c, Transaction::Kind::Read);
    if (!transaction)
        return transaction.error();
    if (const auto readable = c.scalar(u"SELECT count(*) FROM sqlite_schema"_s); !readable)
        return readable.error();
    CheckReport report;
    CheckFindings findings;
    const CatalogPtr catalog = holder.get();
    CheckScope scope{c, *catalog, findings, report};
    take(findings, checkIntegrity(scope));
    take(findings, checkSchema(scope));
    take(findings, checkStorage(scope));
    if (scope.hasLog()) {
        take(findings, checkChain(scope));
        take(findings, checkRows(scope, holder));
    }
    take(findings, checkKeys(scope));
    take(findings, checkSearch(scope));
    take(findings, checkReferences(scope));
    take(findings, checkDuplicates(scope));
    take(findings, checkHierarchies(scope, holder));
    take(findings, checkSettings(scope));
    checkJobs(scope, jobsFolder);
    report.findings = findings.take();
    return report;
}

} // namespace dw
