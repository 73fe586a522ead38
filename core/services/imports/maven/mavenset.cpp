// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/maven/mavenset.h"

#include "core/domain/text.h"
#include "core/services/imports/importfile.h"
#include "core/services/imports/maven/presetcells.h"

#include <QDir>
#include <QSet>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

const QString usd = u"USD"_s;

/// Sectors as the set misspells them, and what is meant.
const std::array misspelt{std::pair{u"technolgy"_s, u"technology"_s}};

std::optional<MavenSet::Stage> stageOf(const QString &text) {
    using enum MavenSet::Stage;
    static const std::array names{std::pair{u"prospecting"_s, Prospecting},
                                  std::pair{u"engaging"_s, Engaging}, std::pair{u"won"_s, Won},
                                  std::pair{u"lost"_s, Lost}};
    for (const auto &[name, stage] : names) {
        if (fold(text) == name)
            return stage;
    }
    return std::nullopt;
}

/// Reads the four files one after the other.
class MavenReader {
public:
    MavenReader(const QString &folder, const Catalog &catalog)
        : m_folder(folder),
          m_catalog(catalog) {}

    Result<MavenSet> read();

private:
    using Take = void (MavenReader::*)(const ImportPlace &, PresetCells &);
    Result<void> readFile(const QString &name, const QString &entity, const QStringList &columns,
                          Take take);
    void takeAccount(const ImportPlace &place, PresetCells &cells);
    void takeProduct(const ImportPlace &place, PresetCells &cells);
    void takeAgent(const ImportPlace &place, PresetCells &cells);
    void takeDeal(const ImportPlace &place, PresetCells &cells);
    FieldValue sector(const QString &text);
    void refuseDoubled(const QString &kind, const QString &name, PresetCells &cells,
                       const QString &key);

    const QDir m_folder;
    const Catalog &m_catalog;
    MavenSet m_set;
    QSet<QString> m_seen;
    QMap<QString, qint64> m_corrected; ///< Misspelt sectors.
};

Result<MavenSet> MavenReader::read() {
    auto read = readFile(u"accounts.csv"_s, u"account"_s,
                         {u"account"_s, u"sector"_s, u"year_established"_s, u"revenue"_s,
                          u"employees"_s, u"office_location"_s, u"subsidiary_of"_s},
                         &MavenReader::takeAccount);
    if (read)
        read = readFile(u"products.csv"_s, u"product"_s,
                        {u"product"_s, u"series"_s, u"sales_price"_s}, &MavenReader::takeProduct);
    if (read)
        read = readFile(u"sales_teams.csv"_s, u"person"_s,
                        {u"sales_agent"_s, u"manager"_s, u"regional_office"_s},
                        &MavenReader::takeAgent);
    if (read)
        read = readFile(u"sales_pipeline.csv"_s, u"deal"_s,
                        {u"opportunity_id"_s, u"sales_agent"_s, u"product"_s, u"account"_s,
                         u"deal_stage"_s, u"engage_date"_s, u"close_date"_s, u"close_value"_s},
                        &MavenReader::takeDeal);
    if (!read)
        return read.error();
    for (const auto &[wrong, right] : misspelt) {
        if (m_corrected.contains(wrong))
            m_set.report.notes.push_back(
                {u"import.corrected"_s,
                 {{u"field"_s, u"account.sector"_s},
                  {u"value"_s, wrong},
                  {u"name"_s, right},
                  {u"count"_s, QString::number(m_corrected.value(wrong))}}});
    }
    return std::move(m_set);
}

Result<void> MavenReader::readFile(const QString &name, const QString &entity,
                                   const QStringList &columns, Take take) {
    const auto file =
        ImportFile::open({.file = m_folder.filePath(name),
                          .form = {.format = TableFormat::Csv, .separator = u',', .quote = u'"'}});
    if (!file)
        return file.error();
    const QStringList &header = (*file)->header();
    m_set.report.headers.emplace_back(name, header);
    QStringList missing;
    for (const QString &column : columns) {
        if (columnOf(header, column) < 0)
            missing << column;
    }
    if (!missing.isEmpty())
        return makeError(ErrorKind::Invalid, u"import.preset_columns"_s,
                         {{u"file"_s, name}, {u"columns"_s, missing.join(u", "_s)}});
    for (const QString &column : header) {
        if (columnOf(columns, column) < 0)
            m_set.report.headerNotUsed << name + u": "_s + column;
    }
    TableRow row;
    for (;;) {
        const auto more = (*file)->next(row);
        if (!more)
            return more.error();
        if (!*more)
            return {};
        ++m_set.report.read;
        QHash<QString, QString> texts;
        for (const QString &column : columns)
            texts.insert(column, row.cells.value(columnOf(header, column)).trimmed());
        PresetCells cells(*m_catalog.entity(entity), std::move(texts));
        const ImportPlace place{name, row.line, row.cells};
        if (const auto problem = rowProblem(row, header))
            cells.refuse(*problem);
        else
            (this->*take)(place, cells);
        if (cells.reasons().empty())
            continue;
        ++m_set.report.rejected;
        m_set.report.rejects.push_back({name, row.line, row.cells, cells.reasons()});
    }
}

void MavenReader::takeAccount(const ImportPlace &place, PresetCells &cells) {
    const EntityDesc &entity = *m_catalog.entity(u"account");
    MavenSet::Account account{place, cells.text(u"account"_s), cells.text(u"subsidiary_of"_s),
                              Record(entity.key, {})};
    cells.need(u"account"_s);
    refuseDoubled(entity.key, account.name, cells, fold(account.name));
    if (!account.parent.isEmpty() && fold(account.parent) == fold(account.name))
        cells.refuse({u"import.own_parent"_s, {}});
    const auto set = [&](QStringView field, const FieldValue &value) {
        if (!value.isEmpty())
            account.draft.set(entity.byName(field), value);
    };
    set(u"name", account.name);
    set(u"kind", u"customer"_s);
    set(u"sector", sector(cells.text(u"sector"_s)));
    set(u"founded", cells.value(u"year_established"_s, u"founded"));
    set(u"revenue", cells.money(u"revenue"_s, u"revenue", usd, 6));
    set(u"employees", cells.value(u"employees"_s, u"employees"));
    set(u"country", cells.value(u"office_location"_s, u"country"));
    if (cells.reasons().empty())
        m_set.accounts.push_back(std::move(account));
}

void MavenReader::takeProduct(const ImportPlace &place, PresetCells &cells) {
    const EntityDesc &entity = *m_catalog.entity(u"product");
    MavenSet::Product product{place, cells.text(u"product"_s), Record(entity.key, {})};
    cells.need(u"product"_s);
    refuseDoubled(entity.key, product.name, cells, fold(product.name));
    product.draft.set(entity.byName(u"name"), product.name);
    product.draft.set(entity.byName(u"active"), true);
    if (const FieldValue series = cells.value(u"series"_s, u"series"); !series.isEmpty())
        product.draft.set(entity.byName(u"series"), series);
    if (const FieldValue price = cells.money(u"sales_price"_s, u"price", usd); !price.isEmpty())
        product.draft.set(entity.byName(u"price"), price);
    if (cells.reasons().empty())
        m_set.products.push_back(std::move(product));
}

void MavenReader::takeAgent(const ImportPlace &place, PresetCells &cells) {
    cells.need(u"sales_agent"_s);
    MavenSet::Agent agent{place, cells.text(u"sales_agent"_s), cells.text(u"manager"_s),
                          cells.text(u"regional_office"_s)};
    refuseDoubled(u"person"_s, agent.name, cells, fold(agent.name));
    if (cells.reasons().empty())
        m_set.agents.push_back(std::move(agent));
}

void MavenReader::takeDeal(const ImportPlace &place, PresetCells &cells) {
    MavenSet::Deal deal;
    deal.place = place;
    deal.id = cells.text(u"opportunity_id"_s);
    deal.agent = cells.text(u"sales_agent"_s);
    deal.product = cells.text(u"product"_s);
    deal.account = cells.text(u"account"_s);
    deal.engaged = cells.date(u"engage_date"_s, u"created_at");
    deal.closed = cells.date(u"close_date"_s, u"closed_on");
    if (const FieldValue value = cells.money(u"close_value"_s, u"amount", usd); value.is<Money>())
        deal.value = value.as<Money>();
    const QString stageText = cells.text(u"deal_stage"_s);
    const auto stage = stageOf(stageText);
    if (!stage)
        cells.refuse({u"import.unknown_stage"_s, {{u"value"_s, stageText}}});
    deal.stage = stage.value_or(MavenSet::Stage::Prospecting);
    if (deal.id.isEmpty() && deal.product.isEmpty())
        cells.need(u"account"_s);
    if (deal.isClosed())
        cells.need(u"close_date"_s);
    if (deal.engaged && deal.closed && *deal.closed < *deal.engaged)
        cells.refuse({u"import.closed_before"_s, {}});
    // Ids of other systems may differ by case alone.
    refuseDoubled(u"deal"_s, deal.id, cells, deal.id);
    if (cells.reasons().empty())
        m_set.deals.push_back(std::move(deal));
}

FieldValue MavenReader::sector(const QString &text) {
    for (const auto &[wrong, right] : misspelt) {
        if (fold(text) != wrong)
            continue;
        ++m_corrected[wrong];
        return right;
    }
    return text.isEmpty() ? FieldValue() : FieldValue(text);
}

/// What a file names a second time would be two things of one name.
void MavenReader::refuseDoubled(const QString &kind, const QString &name, PresetCells &cells,
                                const QString &key) {
    if (!name.isEmpty() && m_seen.contains(kind + u'/' + key))
        cells.refuse({u"import.doubled"_s, {{u"value"_s, name}}});
    else
        m_seen.insert(kind + u'/' + key);
}

} // namespace

QStringList mavenFiles() {
    return {u"accounts.csv"_s, u"products.csv"_s, u"sales_teams.csv"_s, u"sales_pipeline.csv"_s};
}

Result<MavenSet> readMaven(const QString &folder, const Catalog &catalog) {
    return MavenReader(folder, catalog).read();
}

std::optional<QDate> MavenSet::firstDay() const {
    std::optional<QDate> first;
    for (const Deal &deal : deals) {
        for (const auto &day : {deal.engaged, deal.isClosed() ? deal.closed : std::nullopt}) {
            if (day && (!first || *day < *first))
                first = day;
        }
    }
    return first;
}

} // namespace dw
