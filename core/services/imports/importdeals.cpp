// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importdeals.h"

#include "core/domain/text.h"
#include "core/services/imports/importsink.h"
#include "core/validation/stagegate.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// What stages are called that end a deal in other systems, folded. Latin ones are whole words:
/// "closed" is no "lose".
constexpr QStringView wonWords[] = {u"won", u"win", u"signed", u"gewonnen"};
constexpr QStringView lostWords[] = {u"lost", u"loss", u"lose", u"verloren", u"abandoned"};
constexpr QStringView wonParts[] = {u"赢", u"成交", u"签约", u"中标"};
constexpr QStringView lostParts[] = {u"输",   u"丢单",   u"失败",  u"流失",
                                     u"落标", u"未成交", u"未中标"};

template <size_t n> bool hasWord(const QString &folded, const QStringView (&words)[n]) {
    qsizetype from = 0;
    for (qsizetype i = 0; i <= folded.size(); ++i) {
        if (i < folded.size() && folded.at(i).isLetter())
            continue;
        const QStringView word = QStringView(folded).mid(from, i - from);
        if (std::find(std::begin(words), std::end(words), word) != std::end(words))
            return true;
        from = i + 1;
    }
    return false;
}

template <size_t n> bool hasPart(const QString &folded, const QStringView (&parts)[n]) {
    return std::any_of(std::begin(parts), std::end(parts),
                       [&](QStringView part) { return folded.contains(part); });
}

QString outcomeOf(const QString &name) {
    const QString folded = fold(name);
    if (hasWord(folded, lostWords) || hasPart(folded, lostParts))
        return u"lost"_s;
    return hasWord(folded, wonWords) || hasPart(folded, wonParts) ? u"won"_s : u"open"_s;
}

} // namespace

ImportDeals::ImportDeals(const Catalog &catalog, ImportOut &out, const QTimeZone &zone)
    : m_catalog(catalog),
      m_deal(*catalog.entity(u"deal")),
      m_out(out),
      m_zone(zone) {}

Result<void> ImportDeals::load(Reader &reader, const ReadTime &time) {
    auto place = DealPlace::load(reader, time);
    if (!place)
        return place.error();
    m_place = *std::move(place);
    for (const QString &entity : {u"pipeline"_s, u"stage"_s}) {
        Query query;
        query.entity = entity;
        const auto rows = reader.list(query, time);
        if (!rows)
            return rows.error();
        for (const Row &row : *rows)
            m_rows[entity].insert_or_assign(row.record.id(), row.record);
    }
    return {};
}

const Record *ImportDeals::record(const QString &entity, RecordId id) {
    const auto &rows = m_rows[entity];
    const auto found = rows.find(id);
    return found == rows.end() ? nullptr : &found->second;
}

Result<std::optional<Message>> ImportDeals::place(Record &values, const QString &stage,
                                                  const StagedOrigin *origin) {
    auto wrong = m_place->complete(m_deal, values, stage);
    if (!wrong || !origin || wrong->id == "link.ambiguous"_L1)
        return wrong;
    const RecordId named = values.value(m_deal.byName(u"pipeline")).as<RecordId>();
    const RecordId pipeline = named.isNull() ? m_place->firstPipeline() : named;
    const QString name = stage.isEmpty() && m_made.contains(pipeline) ? u"Open"_s : stage;
    // An id names what should be there, and nobody is asked for a stage that the file leaves out.
    if (pipeline.isNull() || name.isEmpty() || !RecordId::fromText(name).isNull())
        return wrong;
    const auto made = makeStage(pipeline, name, *origin);
    if (!made)
        return made.error();
    values.set(m_deal.byName(u"pipeline"), pipeline);
    return m_place->complete(m_deal, values, name);
}

void ImportDeals::addPipeline(const Record &pipeline) {
    m_rows[u"pipeline"_s].insert_or_assign(pipeline.id(), pipeline);
    m_made.insert(pipeline.id());
}

/// Behind the last open stage: closed ones stand at the end.
Result<RecordId> ImportDeals::makeStage(RecordId pipeline, const QString &name,
                                        const StagedOrigin &origin) {
    const EntityDesc &desc = *m_catalog.entity(u"stage");
    const FieldHandle link = desc.byName(u"pipeline"), position = desc.byName(u"position"),
                      outcome = desc.byName(u"outcome");
    const QString ends = outcomeOf(name);
    double behind = 0, before = -1;
    for (const auto &[id, stage] : m_rows[u"stage"_s]) {
        if (stage.value(link).as<RecordId>() != pipeline)
            continue;
        const double at = stage.value(position).as<double>();
        const bool isOpen = stage.value(outcome).as<QString>() == "open"_L1;
        if (isOpen || ends != "open"_L1)
            behind = std::max(behind, at);
        else
            before = before < 0 ? at : std::min(before, at);
    }
    Record stage(desc.key, m_out.drawId());
    stage.set(link, pipeline);
    stage.set(desc.byName(u"name"), name.left(100));
    stage.set(outcome, ends);
    stage.set(position, before > behind ? (behind + before) / 2 : behind + 1);
    const auto made = m_out.make(stage, origin);
    if (!made)
        return made;
    m_rows[u"stage"_s].insert_or_assign(*made, stage);
    const Record *of = record(u"pipeline"_s, pipeline);
    const FieldHandle active = m_catalog.entity(u"pipeline")->byName(u"active");
    m_place->add(m_catalog, stage, !of || of->value(active).as<bool>());
    m_out.note(
        {u"import.stage_made"_s,
         {{u"stage"_s, name.left(100)},
          {u"outcome"_s, ends},
          {u"pipeline"_s, of ? of->value(m_catalog.entity(u"pipeline")->titleField()).as<QString>()
                             : QString()}}});
    return made;
}

QString ImportDeals::nameFor(const QString &account, const QString &product, const QString &id) {
    constexpr qsizetype longest = 200;
    if (account.isEmpty() && product.isEmpty())
        return id.left(longest);
    if (account.isEmpty() || product.isEmpty()) {
        const QString one = account.isEmpty() ? product : account;
        return (id.isEmpty() ? one : one + u' ' + id).left(longest);
    }
    return (account + u" \u2013 "_s + product).left(longest);
}

void ImportDeals::judge(const Record &deal, const Record *before, RecordId actor, Instant at) {
    const Verdict verdict = stageGate({m_catalog,
                                       before ? WriteAction::Change : WriteAction::Create,
                                       WriteWay::Import,
                                       before,
                                       deal,
                                       {},
                                       {},
                                       actor,
                                       at,
                                       m_zone.dateAt(at),
                                       *this});
    for (const Message &warning : verdict.warnings)
        m_out.count(warningOfMany(warning));
}

bool ImportDeals::closeWhenExpected(Record &deal) {
    const FieldHandle closed = m_deal.byName(u"closed_on");
    const FieldValue expected = deal.value(m_deal.byName(u"expected_close"));
    const Record *stage = record(u"stage"_s, deal.value(m_deal.byName(u"stage")).as<RecordId>());
    const FieldHandle outcome = m_catalog.entity(u"stage")->byName(u"outcome");
    if (!stage || expected.isEmpty() || !deal.value(closed).isEmpty()
        || stage->value(outcome).as<QString>() == "open"_L1)
        return false;
    deal.set(closed, expected);
    return true;
}

std::vector<StagedStep> ImportDeals::split(Record &draft, const StagedOrigin &origin) {
    const FieldHandle stageField = m_deal.byName(u"stage"),
                      closedField = m_deal.byName(u"closed_on"),
                      reasonField = m_deal.byName(u"reason");
    const EntityDesc &stages = *m_catalog.entity(u"stage");
    const Record *stage = record(u"stage"_s, draft.value(stageField).as<RecordId>());
    const QDate closedOn = draft.value(closedField).as<QDate>();
    if (!origin.trusted || !stage || !closedOn.isValid()
        || stage->value(stages.byName(u"outcome")).as<QString>() == "open"_L1)
        return {};
    // The day as a whole: its beginning, but not before the deal was made.
    const Instant closed = std::max(m_zone.instantAt(closedOn, 0), origin.at);
    Record open(draft.entity(), draft.id());
    open.set(m_deal.byName(u"pipeline"), draft.value(m_deal.byName(u"pipeline")));
    if (m_place->complete(m_deal, open, QString()))
        return {};
    StagedStep step{Record(draft.entity(), draft.id()), origin};
    step.origin.at = closed;
    for (const FieldHandle field : {stageField, closedField, reasonField}) {
        if (draft.has(field))
            step.values.set(field, draft.value(field));
        draft.unset(field);
    }
    draft.set(stageField, open.value(stageField));
    return {step};
}

} // namespace dw
