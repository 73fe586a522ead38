// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/proposal/importlook.h"

#include "core/domain/text.h"
#include "core/services/imports/proposal/importlooksample.h"

#include <QFileInfo>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// Values of one column that proposals look at.
constexpr qsizetype mostValues = 300;
/// Rows of an entity whose names are known; the names of more say little about a file.
constexpr int mostKnownNames = 3'000;

/// A connection for one look, and what reads over it.
class LookReader {
public:
    static Result<std::unique_ptr<LookReader>> open(const ReadSource &source) {
        auto connection = Connection::open(source.paths.database(), OpenMode::ReadOnly, source.vfs);
        if (!connection)
            return connection.error();
        return std::unique_ptr<LookReader>(new LookReader(*std::move(connection), source.catalog));
    }
    [[nodiscard]] Reader &reader() { return m_reader; }

private:
    LookReader(std::unique_ptr<Connection> connection, CatalogPtr catalog)
        : m_connection(std::move(connection)),
          m_catalog(std::move(catalog)),
          m_reader(*m_connection, m_catalog) {}

    std::unique_ptr<Connection> m_connection;
    CatalogHolder m_catalog;
    Reader m_reader;
};

void sampleColumns(const SourceSample &source, ImportLook &look) {
    const qsizetype count = look.header.size();
    std::vector<QStringList> cells(static_cast<size_t>(count));
    std::vector<std::vector<CellKind>> kinds(static_cast<size_t>(count));
    for (qsizetype i = 0; i < count; ++i)
        look.sample.push_back({look.header.at(i), {}, source.whole});
    for (const TableRow &row : source.rows) {
        for (qsizetype i = 0; i < std::min(count, row.cells.size()); ++i) {
            const QString &cell = row.cells.at(i);
            SampledColumn &column = look.sample[size_t(i)];
            if (cell.trimmed().isEmpty())
                continue;
            if (column.values.size() == mostValues) {
                column.whole = false;
                continue;
            }
            column.values << armedAgain(cell);
            cells[size_t(i)] << cell;
            kinds[size_t(i)].push_back(row.kind(i));
        }
    }
    for (size_t i = 0; i < size_t(count); ++i)
        look.forms.push_back(guessColumn(cells[i], kinds[i]));
}

/// The names that the links of an entity can mean.
Result<KnownNames> knownNames(Reader &reader, const ReadTime &time, const Catalog &catalog,
                              const EntityDesc &entity) {
    KnownNames known;
    for (const ImportableField &one : importableFields(catalog, entity)) {
        const QString &target = one.field->target;
        if (target.isEmpty() || known.contains(target))
            continue;
        const EntityDesc &of = *catalog.entity(target);
        Query query;
        query.entity = target;
        query.limit = mostKnownNames;
        const auto rows = reader.list(query, time);
        if (!rows)
            return rows.error();
        QSet<QString> names;
        for (const Row &row : *rows)
            names.insert(fold(row.record.value(of.titleField()).as<QString>()));
        names.remove({});
        known.insert(target, names);
    }
    return known;
}

/// What a person confirmed goes before every guess; a column that was left out stays out.
void follow(const ImportMapping &mapping, const EntityDesc &entity, ColumnProposal &proposal,
            const QStringList &header) {
    proposal.reason = {u"mapping.remembered"_s, {}};
    for (const MappedColumn &column : mapping.columns) {
        if (columnOf(header, column.header) != proposal.at)
            continue;
        const QString name = proposal.as.header;
        proposal.as = column;
        proposal.as.header = name;
        proposal.confidence = column.use == ColumnUse::None ? 0 : 1;
        // It was made by the import that was confirmed.
        if (!entity.byKey(column.field).isNull())
            proposal.as.newField.reset();
        return;
    }
    proposal.as.use = ColumnUse::None;
    proposal.as.field.clear();
    proposal.confidence = 0;
}

/// True where every field that a mapping names is there, or comes with it.
bool stillFits(const ImportMapping &mapping, const Catalog &catalog, const EntityDesc &entity) {
    const auto fields = importableFields(catalog, entity);
    return std::all_of(mapping.columns.begin(), mapping.columns.end(), [&](const MappedColumn &c) {
        return c.field.isEmpty() || c.newField
               || std::any_of(fields.begin(), fields.end(),
                              [&](const ImportableField &f) { return f.key == c.field; });
    });
}

/// The entity whose shape a person confirmed, the likeliest first.
QString rememberedEntity(Reader &reader, const Catalog &catalog, const ImportLook &look) {
    QStringList entities;
    for (const EntityGuess &guess : look.guesses)
        entities << guess.entity;
    for (const EntityDesc &entity : catalog.entities()) {
        if (entity.listed && !entities.contains(entity.key))
            entities << entity.key;
    }
    for (const QString &entity : entities) {
        if (rememberedShape(reader, shapeOf(entity, look.header)))
            return entity;
    }
    return {};
}

bool isDateUse(const ColumnProposal &proposal, const std::vector<ImportableField> &fields) {
    const MappedColumn &as = proposal.as;
    if (as.use == ColumnUse::CreatedAt || as.use == ColumnUse::ChangedAt)
        return true;
    if (as.use != ColumnUse::Field)
        return false;
    const auto isDate = [](FieldType type) {
        return type == FieldType::Date || type == FieldType::Instant;
    };
    if (as.newField)
        return isDate(as.newField->type);
    return std::any_of(fields.begin(), fields.end(), [&](const ImportableField &f) {
        return f.key == as.field && isDate(f.field->type);
    });
}

Result<void> propose(Reader &reader, const ReadSource &workspace, ImportLook &look) {
    look.columns.clear();
    look.remembered.reset();
    look.shape.clear();
    if (look.entity.isEmpty())
        return {};
    const Catalog &catalog = *workspace.catalog;
    const auto entity = catalog.find(look.entity);
    if (!entity)
        return entity.error();
    look.entity = (*entity)->key;
    const auto known = knownNames(reader, workspace.time, catalog, **entity);
    if (!known)
        return known.error();
    look.columns = proposeColumns(catalog, **entity, look.sample, *known);
    look.shape = shapeOf(look.entity, look.header);
    auto remembered = rememberedShape(reader, look.shape);
    if (remembered && stillFits(remembered->mapping, catalog, **entity)) {
        for (ColumnProposal &proposal : look.columns)
            follow(remembered->mapping, **entity, proposal, look.header);
        if (!look.order)
            look.order = remembered->mapping.dates;
        look.remembered = std::move(remembered);
    }
    look.question = dateQuestion(look, catalog);
    return {};
}

} // namespace

std::optional<Message> dateQuestion(const ImportLook &look, const Catalog &catalog) {
    const EntityDesc *entity = catalog.entity(look.entity);
    if (look.order || !entity)
        return std::nullopt;
    const auto fields = importableFields(catalog, *entity);
    std::vector<ColumnForms> forms;
    QStringList asked;
    for (size_t i = 0; i < look.columns.size(); ++i) {
        const ColumnProposal &proposal = look.columns[i];
        if (!proposal.isSure() || proposal.as.dates || !isDateUse(proposal, fields))
            continue;
        forms.push_back(look.forms[i]);
        if (look.forms[i].orderIsAmbiguous)
            asked << u'“' + proposal.header + u'”';
    }
    const FileDates dates = datesOfFile(forms);
    if (!dates.isAmbiguous || asked.isEmpty())
        return std::nullopt;
    return Message{u"mapping.date_order"_s,
                   {{u"columns"_s, asked.join(u", "_s)}, {u"example"_s, dates.examples.value(0)}}};
}

Result<ImportLook> lookAtSource(const ReadSource &workspace, const LookRequest &request,
                                StopToken stop) {
    auto reading = LookReader::open(workspace);
    if (!reading)
        return reading.error();
    Reader &reader = (*reading)->reader();
    auto source = readSample(request, request.form, stop);
    if (!source)
        return source.error();
    ImportLook look;
    look.name = QFileInfo(request.file).fileName();
    look.entity = request.entity;
    look.order = request.order;
    look.header = source->header;
    look.guesses = guessEntity(*workspace.catalog, look.header, look.name);
    if (look.entity.isEmpty())
        look.entity = rememberedEntity(reader, *workspace.catalog, look);
    if (look.entity.isEmpty() && !look.guesses.empty())
        look.entity = look.guesses.front().entity;
    // A guessed encoding gives way to what a person told for such a file.
    const auto before = rememberedShape(reader, shapeOf(look.entity, look.header));
    if (before && source->encodingIsGuess && !before->form.encoding.isEmpty()
        && before->form.encoding != source->form.encoding) {
        TableForm form = request.form;
        form.encoding = before->form.encoding;
        if (auto again = readSample(request, form, stop); again && again->header == look.header)
            source = std::move(again);
    }
    look.form = source->form;
    look.encodingIsGuess = source->encodingIsGuess;
    look.sheets = source->sheets;
    look.bytes = source->bytes;
    look.whole = source->whole;
    look.sampled = qint64(source->rows.size());
    sampleColumns(*source, look);
    look.rows = std::move(source->rows);
    if (look.rows.size() > mostPreviewRows)
        look.rows.resize(mostPreviewRows);
    if (const auto proposed = propose(reader, workspace, look); !proposed)
        return proposed.error();
    return look;
}

Result<ImportLook> lookAgainAs(const ReadSource &workspace, ImportLook look,
                               const QString &entity) {
    auto reading = LookReader::open(workspace);
    if (!reading)
        return reading.error();
    look.entity = entity;
    if (const auto proposed = propose((*reading)->reader(), workspace, look); !proposed)
        return proposed.error();
    return look;
}

ImportMapping proposedMapping(const ImportLook &look) {
    ImportMapping mapping;
    if (look.remembered)
        mapping = look.remembered->mapping;
    mapping.columns.clear();
    for (const ColumnProposal &proposal : look.columns) {
        MappedColumn column = proposal.as;
        if (!proposal.isSure()) {
            column = {};
            column.header = proposal.as.header;
            column.use = ColumnUse::None;
        }
        mapping.columns.push_back(std::move(column));
    }
    mapping.dates = look.order;
    return mapping;
}

std::vector<ColumnProposal> unsureColumns(const ImportLook &look) {
    std::vector<ColumnProposal> unsure;
    for (const ColumnProposal &proposal : look.columns) {
        if (proposal.as.use != ColumnUse::None && !proposal.isSure())
            unsure.push_back(proposal);
    }
    return unsure;
}

} // namespace dw
