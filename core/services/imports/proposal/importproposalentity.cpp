// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/proposal/importproposal.h"
#include "core/services/imports/proposal/importproposalnames.h"
#include "core/services/imports/proposal/importproposalwords.h"

#include <QFileInfo>
#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostHeaders = 200;
constexpr double surelyNamed = 0.85;
/// What the name of the file and a column that names the rows are worth beside the share of columns
/// that fit.
constexpr double fileWeight = 0.3, titleWeight = 0.25, ownWeight = 0.25;
constexpr double leastScore = 0.05;

QStringList namesOf(const EntityDesc &entity) {
    QStringList names{squeezedName(entity.label.en), squeezedName(entity.pluralLabel.en),
                      squeezedName(entity.label.zh), squeezedName(entity.plural)};
    for (const EntityWords &words : importwords::entities()) {
        if (entity.key != QLatin1StringView(words.entity))
            continue;
        for (const QStringView name : QStringView(words.names).split(u'|'))
            names << squeezedName(name.toString());
    }
    return names;
}

/// The longest name of the entity that the text holds: "all_opportunities_2025" holds more of a
/// deal than of anything else.
qsizetype longestNameIn(const QString &text, const QStringList &names) {
    qsizetype longest = 0;
    for (const QString &name : names) {
        QString stem = name;
        if (stem.endsWith(u'y'))
            stem.chop(1);
        if (stem.size() >= (stem.front().unicode() < 0x2000 ? 3 : 2) && text.contains(stem))
            longest = std::max(longest, stem.size());
    }
    return longest;
}

/// "Opportunity Name", "Deal - Value", 商机编号: headers that bear the name of the entity itself.
bool bearsName(const QString &header, const QStringList &names) {
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        return header.size() > name.size() && header.startsWith(name);
    });
}

} // namespace

std::vector<EntityGuess> guessEntity(const Catalog &catalog, const QStringList &header,
                                     const QString &fileName) {
    struct Candidate {
        const EntityDesc *entity;
        ImportNames names;
        QStringList called;
        double score = 0;
    };
    std::vector<Candidate> all;
    for (const EntityDesc &entity : catalog.entities()) {
        if (entity.listed)
            all.push_back({&entity, ImportNames(catalog, entity), namesOf(entity)});
    }
    qsizetype counted = 0;
    for (const QString &column : header.mid(0, mostHeaders)) {
        const HeaderText text = readHeader(column);
        if (text.whole.isEmpty())
            continue;
        ++counted;
        std::vector<std::pair<Candidate *, NameMatch>> fits;
        for (Candidate &candidate : all) {
            for (const NameMatch &match : candidate.names.matches(text)) {
                if (match.score < surelyNamed || !candidate.names.fieldOf(match.target))
                    continue;
                fits.emplace_back(&candidate, match);
                break;
            }
            if (bearsName(text.whole, candidate.called))
                candidate.score += ownWeight;
        }
        // What many entities have says little about each.
        for (auto &[candidate, match] : fits) {
            candidate->score += 1.0 / double(fits.size());
            if (candidate->names.fieldOf(match.target)->name == candidate->entity->title)
                candidate->score += titleWeight;
        }
    }
    const QString file = squeezedName(QFileInfo(fileName).completeBaseName());
    qsizetype longest = 0;
    for (const Candidate &candidate : all)
        longest = std::max(longest, longestNameIn(file, candidate.called));
    for (Candidate &candidate : all) {
        if (longest > 0 && longestNameIn(file, candidate.called) == longest)
            candidate.score += fileWeight * double(std::max<qsizetype>(counted, 4));
    }
    double sum = 0;
    for (const Candidate &candidate : all)
        sum += candidate.score;
    std::vector<EntityGuess> guesses;
    for (const Candidate &candidate : all) {
        if (sum > 0 && candidate.score / sum >= leastScore)
            guesses.push_back({candidate.entity->key, candidate.score / sum});
    }
    std::stable_sort(
        guesses.begin(), guesses.end(),
        [](const EntityGuess &a, const EntityGuess &b) { return a.confidence > b.confidence; });
    return guesses;
}

} // namespace dw
