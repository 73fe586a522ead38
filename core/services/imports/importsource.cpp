// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importsource.h"

#include "core/services/imports/importforms.h"
#include "core/services/works.h"
#include "core/store/write/doorcontext.h"
#include "core/store/write/shortid.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// What is read before what: rows come after those that they usually point at.
int rankOf(const QString &entity) {
    static const QStringList order{
        u"tag"_s,     u"territory"_s, u"team"_s,         u"person"_s,          u"account"_s,
        u"product"_s, u"pipeline"_s,  u"stage"_s,        u"contact"_s,         u"deal"_s,
        u"lead"_s,    u"deal_line"_s, u"deal_contact"_s, u"deal_competitor"_s, u"touchpoint"_s,
        u"task"_s,    u"note"_s,      u"attachment"_s};
    const qsizetype at = order.indexOf(entity);
    return int(at < 0 ? order.size() : at);
}

/// What stands in the request goes before what the mapping says.
ImportMapping mappingOf(const ImportRequest &request, const ImportSource &source,
                        const EntityDesc &entity, const QStringList &header) {
    ImportMapping mapping =
        source.mapping ? *source.mapping : ImportMapping::propose(entity, header);
    mapping.mode = request.mode ? request.mode : mapping.mode;
    mapping.missing = request.missing ? request.missing : mapping.missing;
    if (!request.system.isEmpty())
        mapping.system = request.system;
    if (const auto match = request.match.constFind(entity.key); match != request.match.constEnd())
        mapping.match = *match;
    // Ids of a system that nobody names are still ids of one.
    if (mapping.system.isEmpty())
        mapping.system = u"import"_s;
    return mapping;
}

Result<void> openOne(PreparedSource &source, const ImportRequest &request, const Catalog &catalog) {
    const auto entity = catalog.find(source.asked.entity);
    if (!entity)
        return entity.error();
    source.asked.entity = (*entity)->key;
    auto file = ImportFile::open(source.asked);
    if (!file)
        return file.error();
    source.file = *std::move(file);
    source.asked.form = source.file->form();
    source.mapping = mappingOf(request, source.asked, **entity, source.file->header());
    return {};
}

Result<QString> nameOfNewField(Connection &c, qsizetype ahead) {
    const auto id = peekShortId(c, 'Y', ahead);
    if (!id)
        return id.error();
    return u"c_"_s + QString(*id).toLower().remove(u'-');
}

/// The fields that the mapping wants made; those of a dry run are as if.
Result<void> addFields(PreparedSources &prepared, Reader &reader) {
    FieldsToBe fields{reader.catalog(), {}};
    std::optional<Error> failed;
    const auto name = [&](qsizetype n) {
        const auto peeked = nameOfNewField(reader.connection(), n);
        if (!peeked)
            failed = peeked.error();
        return peeked ? *peeked : QString();
    };
    for (const auto &source : prepared.sources) {
        const auto added = addNewFields(fields, source->asked.entity, source->mapping, name);
        if (failed)
            return *failed;
        if (!added)
            return added.error();
    }
    prepared.catalog = fields.catalog;
    prepared.newFields = fields.fields;
    return {};
}

void tellApart(PreparedSources &prepared) {
    QStringList names;
    for (const auto &source : prepared.sources) {
        // Two files of one name are told apart by their folders.
        if (names.contains(source->file->name()))
            source->file->setName(source->asked.file.isEmpty()
                                      ? source->file->name() + u" #%1"_s.arg(names.size() + 1)
                                      : source->asked.file);
        names << source->file->name();
    }
}

/// Fields that have to be filled and that neither the store nor the board gives.
std::vector<FieldHandle> requiredOf(const EntityDesc &entity) {
    std::vector<FieldHandle> required;
    for (size_t i = 0; i < entity.fields.size(); ++i) {
        const FieldDesc &field = entity.fields[i];
        if (field.validity.required && isImportable(field))
            required.push_back({quint16(i)});
    }
    return required;
}

Result<void> makeReader(PreparedSource &source, const PreparedSources &prepared, ImportLinks &links,
                        const QString &usualCurrency, std::optional<DateOrder> told,
                        const ReadTime &time, ImportReport &report) {
    const EntityDesc &entity = *prepared.catalog->entity(source.asked.entity);
    source.entity = &entity;
    if (const auto found = findForms(entity, source.asked, told, source.mapping); !found)
        return found.error();
    if (source.mapping.currency.isEmpty())
        source.mapping.currency = usualCurrency;
    auto plan = planImport(entity, source.mapping, source.file->header());
    if (!plan)
        return plan.error();
    source.mode = source.mapping.mode.value_or(ImportMode::Add);
    source.missing = source.mapping.missing.value_or(MissingTargets::Make);
    source.required = requiredOf(entity);
    for (const ImportPlan::Column &column : plan->columns) {
        if (entity.field(column.field).type == FieldType::Money)
            source.sums.push_back(column.field);
    }
    const QString name = source.file->name();
    QSet<QString> listed(report.headerNotUsed.begin(), report.headerNotUsed.end());
    for (const QString &column : plan->notUsed) {
        if (listed.contains(column))
            continue;
        listed.insert(column);
        report.headerNotUsed << column;
    }
    for (const QString &column : plan->missing)
        report.notes.push_back(
            {u"import.column_missing"_s, {{u"file"_s, name}, {u"header"_s, column}}});
    report.headers.emplace_back(name, source.file->header());
    report.mappings.emplace_back(name, source.mapping);
    if (entity.key == "lead"_L1)
        source.payload = std::make_unique<LeadPayload>(entity, *plan, source.file->header());
    source.reader =
        std::make_unique<RowReader>(*prepared.catalog, entity, *std::move(plan),
                                    CellReader(time.zone, source.file->countsFrom1904()), links);
    return {};
}

/// Titles that cells will point at are read before any row is made.
Result<void> expectTargets(const PreparedSource &source, ImportLinks &links) {
    QStringList targets{u"person"_s};
    const auto expect = [&](const ImportPlan::Column &column) {
        const QString &target = source.entity->field(column.field).target;
        if (!target.isEmpty() && target != "stage"_L1)
            targets << target;
    };
    for (const ImportPlan::Column &column : source.plan().columns)
        expect(column);
    for (const ImportPlan::Column &column : source.plan().linkIds)
        expect(column);
    for (const auto &[field, text] : source.plan().defaults)
        expect({.at = 0, .field = field});
    if (source.plan().product.isThere())
        targets << u"product"_s;
    if (source.plan().contact.isThere())
        targets << u"contact"_s;
    for (const QString &target : std::as_const(targets)) {
        if (const auto read = links.expect(target); !read)
            return read;
    }
    return {};
}

std::vector<FieldHandle> givenFields(const PreparedSources &prepared, const QString &entity) {
    std::vector<FieldHandle> given;
    for (const auto &source : prepared.sources) {
        if (source->asked.entity != entity)
            continue;
        for (const auto *list : {&source->plan().columns, &source->plan().linkIds}) {
            for (const ImportPlan::Column &column : *list) {
                if (std::find(given.begin(), given.end(), column.field) == given.end())
                    given.push_back(column.field);
            }
        }
    }
    return given;
}

Result<void> makeMatch(PreparedSources &prepared, PreparedSource &source, Reader &reader) {
    const EntityDesc &entity = *source.entity;
    std::unique_ptr<ImportMatch> &match = prepared.matches[entity.key];
    if (!match) {
        const std::vector<FieldHandle> given = givenFields(prepared, entity.key);
        std::vector<MatchLevel> levels = usualLevels(entity, given);
        if (!source.plan().match.empty())
            levels = {{source.plan().match, true, true}};
        match = std::make_unique<ImportMatch>(entity, std::move(levels), given);
        const bool hasIds =
            std::any_of(prepared.sources.begin(), prepared.sources.end(), [&](const auto &other) {
                return other->entity == &entity && !other->plan().ownIds.empty();
            });
        if (hasIds || entity.key == "lead"_L1)
            match->keepIds();
        if (const auto loaded = match->load(reader.connection()); !loaded)
            return loaded;
    }
    source.match = match.get();
    return {};
}

} // namespace

Result<PreparedSources> openSources(Reader &reader, const ImportRequest &request) {
    PreparedSources prepared;
    prepared.catalog = reader.catalog();
    for (const ImportSource &asked : request.sources) {
        auto source = std::make_unique<PreparedSource>();
        source->asked = asked;
        if (const auto opened = openOne(*source, request, *prepared.catalog); !opened)
            return opened.error();
        prepared.sources.push_back(std::move(source));
    }
    std::stable_sort(prepared.sources.begin(), prepared.sources.end(),
                     [](const auto &a, const auto &b) {
                         return rankOf(a->asked.entity) < rankOf(b->asked.entity);
                     });
    tellApart(prepared);
    if (const auto added = addFields(prepared, reader); !added)
        return added.error();
    return prepared;
}

Result<void> readyToRead(PreparedSources &prepared, Reader &reader, ImportLinks &links,
                         const ImportRequest &request, const ReadTime &time, ImportReport &report) {
    const QString usual = setting(reader, u"currency"_s, {}).toString();
    const auto currency = Currency::fromCode(usual);
    for (const auto &source : prepared.sources) {
        if (const auto made =
                makeReader(*source, prepared, links, currency ? currency->code() : QString(),
                           request.dates, time, report);
            !made)
            return made;
        if (const auto expected = expectTargets(*source, links); !expected)
            return expected;
    }
    for (const auto &source : prepared.sources) {
        if (const auto made = makeMatch(prepared, *source, reader); !made)
            return made;
    }
    return {};
}

Result<void> checkImportRights(Connection &c, const PreparedSources &prepared, RecordId actor) {
    const auto access = loadAccess(c);
    if (!access)
        return access.error();
    if (!*access)
        return {};
    for (const auto &source : prepared.sources) {
        const EntityDesc &entity = *source->entity;
        std::vector<WriteAction> actions{WriteAction::Create};
        if (source->mode != ImportMode::Add)
            actions.push_back(WriteAction::Change);
        for (const WriteAction action : actions) {
            const QString said = action == WriteAction::Create ? u"create"_s : u"change"_s;
            QMap<QString, QString> args{{u"entity"_s, entity.key}, {u"action"_s, said}};
            if (!(*access)({actor, action, entity.key, {}, nullptr}))
                return makeError(ErrorKind::Denied, u"import.denied"_s, args);
            for (const ImportPlan::Column &column : source->plan().columns) {
                const FieldDesc &field = entity.field(column.field);
                if ((*access)({actor, action, entity.key, field.group, nullptr}))
                    continue;
                args.insert(u"field"_s, entity.key + u'.' + field.key);
                return makeError(ErrorKind::Denied, u"import.denied_field"_s, args);
            }
        }
    }
    return {};
}

} // namespace dw
