// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/fielddesc.h"

#include <QDate>
#include <QHash>
#include <QStringList>

namespace dw {

/// The words that the sample company is made from, in one language: resources/demo/<language>.json
/// and, for what is the same in both, common.json. Patterns hold places like `{stem}` for
/// demoText().
struct DemoVocabulary {
    struct Sector {
        QString key, label;
        QStringList parts; ///< Of company names: "Foundry".
    };
    struct City {
        QString name, area, postal;
        QString typo; ///< The name as somebody misspelt it.
    };
    struct Province {
        QString name;
        std::vector<City> cities;
    };
    struct Territory {
        QString name;
        double weight = 0; ///< Share of the accounts.
        std::vector<Province> provinces;
    };
    struct Product {
        QString name, code, series;
        int price = 0; ///< List price in major units.
    };
    struct Pipeline {
        QString name;
        QStringList stages;        ///< The open ones.
        QStringList topics;        ///< What its deals are about.
        QStringList generalTopics; ///< The same for customers that make nothing.
    };
    struct LossReason {
        QString key, text;
    };
    /// Days on which little is done: between two days of every year, or around the lunar new year.
    struct Quiet {
        QString name;
        bool newYear = false;
        int before = 0, after = 0;      ///< Days around the new year.
        int fromMonth = 0, fromDay = 0; ///< Otherwise from here
        int toMonth = 0, toDay = 0;     ///< to there, over the end of the year too.
        double factor = 1;              ///< How much of the usual is done.
    };
    struct Skill {
        QString key;
        Label label;
    };

    QString currency, zone, country;
    double priceScale = 1; ///< Of amounts, against those in CNY.
    QString personName, accountName, shortName, groupName, childName, partnerName, street;
    QString dealName, dealPartName; ///< The second names a part of the project too.
    QString source;                 ///< Where every value comes from.
    QString won, lost, leadAnswer, leadPayload;
    QString team, director, manager, rep, seniorRep;
    QStringList surnames, given, stemFirst, stemSecond, duplicateNames, streets, partnerWords;
    QStringList competitors, tags, notes, paymentTerms, dealParts, mobiles, landlines;
    std::vector<Sector> sectors;
    std::vector<Territory> territories;
    std::vector<Product> products;
    std::vector<Pipeline> pipelines;
    std::vector<LossReason> lossReasons;
    std::vector<Quiet> quiet;
    std::vector<Skill> skills;
    QHash<QString, QString> sources;               ///< By key: "referral".
    QHash<QString, QStringList> campaigns;         ///< By source, where it has some.
    QHash<QString, QStringList> titles;            ///< Job titles by role in a deal.
    QHash<QString, QStringList> channels, touches; ///< By kind of touchpoint.
    QHash<QString, QStringList> tasks;             ///< By kind of task.
    QHash<QString, QString> signs; ///< What a customer says before the deal is lost, by reason.
    int firstNewYear = 0;          ///< The year of the first of `newYears`.
    QStringList newYears;          ///< Lunar new year of each year, as MM-DD.

    /// Fails: "demo.vocabulary" {file, member} (Damaged) where a member is missing or of another
    /// type.
    [[nodiscard]] static Result<std::shared_ptr<const DemoVocabulary>> load(Language language);
    /// The lunar new year; the 5th of February in years that the table does not have.
    [[nodiscard]] QDate newYear(int year) const;
};

/// The pattern with `{name}` replaced by its value, for each pair.
[[nodiscard]] QString demoText(QString pattern,
                               std::initializer_list<std::pair<QStringView, QString>> values);

} // namespace dw
