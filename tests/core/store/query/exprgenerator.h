// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/expr/relations.h"
#include "tests/support/random.h"

namespace dw::test {

/// Makes random texts of expressions that are well typed (but for a unit or a currency now and
/// then), over any entity. Literals come from small pools that the rows of the test share, so that
/// comparisons hold as often as not.
class ExprGenerator {
public:
    ExprGenerator(Random &random, CatalogPtr catalog)
        : m_random(random),
          m_catalog(std::move(catalog)) {}

    QString condition(const QString &entity, int depth);
    QString number(const QString &entity, int depth);
    QString amount(const QString &entity, int depth);

    [[nodiscard]] static const QStringList &texts();
    [[nodiscard]] static const QStringList &titles();

private:
    enum class Want {
        Number,
        Days,
        Minutes,
        Money,
        Text,
        Date,
        Instant,
        YesNo,
        Choice,
        Choices,
        Link,
        Rows
    };

    QString comparison(const QString &entity, int depth);
    QString text(const QString &entity, int depth);
    QString day(const QString &entity, int depth);
    QString instant(const QString &entity, int depth);
    QString timeTest(const QString &entity, int depth);
    QString choiceTest(const QString &entity);
    QString linkTest(const QString &entity);
    QString setTest(const QString &entity);
    QString textTest(const QString &entity, int depth);
    QString rowTest(const QString &entity, int depth);
    QString emptyTest(const QString &entity, int depth);
    QString aggregate(const QString &entity, Want want, int depth);
    /// A path to a field of the kind, now and then over links; empty where there is none.
    QString field(const QString &entity, Want want, int links = 2);
    [[nodiscard]] static bool isWanted(const FieldDesc &field, Want want);
    const FieldDesc *anyField(const EntityDesc &entity, Want want);
    QString literalNumber();
    QString literalAmount();
    QString sign(bool ordered = true);
    QString quoted(const QString &text);
    QString either(const QString &found, const QString &other) {
        return found.isEmpty() ? other : found;
    }
    int one(int of) { return m_random.below(of); }

    Random &m_random;
    CatalogPtr m_catalog;
};

} // namespace dw::test
