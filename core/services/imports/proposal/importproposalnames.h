// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/services/imports/proposal/importproposal.h"
#include "core/services/imports/proposal/importproposalheader.h"

#include <QHash>

namespace dw {

/// What a column may be mapped to: a field, or another use.
struct ImportTarget {
    ColumnUse use =
        ColumnUse::None; ///< None: known, and not worth a field ("#from_stage", "#aside").
    QString field;       ///< Key; for ExternalId the link it is an id of, or empty.
    QString aside;       ///< For None: which of the two.
    friend bool operator==(const ImportTarget &, const ImportTarget &) = default;
};

/// How well a header names a target.
struct NameMatch {
    size_t target = 0; ///< Position in ImportNames::targets().
    double score = 0;  ///< 0..1.
    enum class How : quint8 { Same, Usual, Part } how = How::Usual;
    QString part; ///< For Part: the words of the header that said so.
};

/// Knows which targets of an entity headers mean: keys, labels in both languages, usual names
/// elsewhere, with the entity's name before or behind ("Deal - Owner", 商机负责人), ids ("Owner
/// ID"), and, weaker, what stands within a longer name.
class ImportNames {
public:
    ImportNames(const Catalog &catalog, const EntityDesc &entity);

    [[nodiscard]] const std::vector<ImportTarget> &targets() const { return m_targets; }
    /// The field of a target; nullptr for other uses.
    [[nodiscard]] const FieldDesc *fieldOf(size_t target) const;
    /// What messages call the field of a target: "deal.amount", "deal_line.product".
    [[nodiscard]] QString labelOf(size_t target) const;
    /// Best first; a target at most once.
    [[nodiscard]] std::vector<NameMatch> matches(const HeaderText &header) const;

private:
    struct Named {
        size_t target;
        double score;
        NameMatch::How how;
    };
    void addTargets();
    void addLabels();
    void addWords();
    void addAliases(const Catalog &catalog);
    void offer(const QString &name, size_t target, double score, NameMatch::How how);
    [[nodiscard]] std::optional<size_t> targetOf(const QString &word) const;
    void lookUp(const QString &name, double factor, std::vector<NameMatch> &found) const;
    void lookUpOwn(const QString &name, std::vector<NameMatch> &found) const;
    void lookUpId(const QString &name, std::vector<NameMatch> &found) const;
    void lookUpParts(const HeaderText &header, std::vector<NameMatch> &found) const;
    [[nodiscard]] bool isOfAnother(const QString &name) const;
    /// False for what hangs on the rows (the product of a deal's line).
    [[nodiscard]] bool isOwn(size_t target) const;

    const EntityDesc &m_entity;
    std::vector<ImportableField> m_fields; ///< The first targets, in their order.
    std::vector<ImportTarget> m_targets;
    QHash<QString, std::vector<Named>> m_named;
    QStringList m_own;    ///< What people call the entity, squeezed.
    QStringList m_others; ///< What they call all others.
};

} // namespace dw
