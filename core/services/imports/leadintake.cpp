// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/leadintake.h"

#include "core/domain/text.h"
#include "core/services/crossreferences.h"
#include "core/services/imports/rejectsfile.h"
#include "core/services/values/fieldnames.h"
#include "core/services/values/typedvalue.h"
#include "core/services/workinfo.h"
#include "core/store/log/hash.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLabel = 40;
constexpr qsizetype longestPayload = 1'000'000;

/// Where the label of a line "Label: value" ends; -1 where the line is none.
qsizetype labelEnd(const QString &line) {
    for (qsizetype i = 1; i < line.size() && i <= longestLabel; ++i) {
        const QChar c = line.at(i);
        if (c == u'：')
            return i;
        // "http://…" is no label.
        if (c == u':')
            return line.mid(i + 1).startsWith("//"_L1) ? -1 : i;
        if (c == u',' || c == u'\t' || c == u';')
            return -1;
    }
    return -1;
}

QString touchKind(const QString &source) {
    const QString folded = fold(source);
    const auto says = [&](std::initializer_list<QStringView> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](QStringView word) { return folded.contains(word); });
    };
    if (says({u"web", u"form", u"site", u"landing", u"官网", u"网站", u"表单", u"网页"}))
        return u"web"_s;
    if (says({u"expo", u"fair", u"event", u"summit", u"conference", u"展会", u"活动", u"会议"}))
        return u"event"_s;
    return u"other"_s;
}

/// The one behind the fingerprint that is not in the bin.
Result<RecordId> cameBefore(WriteTransaction &tx, const Payload &payload) {
    return CrossReferences::findOne(tx.reader(), payloadSystem, u"lead"_s, payload.fingerprint);
}

/// Typed fields of the lines that name one, and what is left of the others.
struct PastedLead {
    std::vector<TypedEdit> edits;
    QStringList rest;
};

PastedLead partsOf(const EntityDesc &lead, const QStringList &lines) {
    const FieldNames names(lead, isImportable);
    PastedLead parts;
    QSet<QString> taken;
    for (const QString &line : lines) {
        const qsizetype end = labelEnd(line);
        const QString key = end < 0 ? QString() : names.keyOf(line.left(end));
        if (key.isEmpty() || taken.contains(key)) {
            parts.rest << line;
            continue;
        }
        taken.insert(key);
        parts.edits.push_back({key, TypedEdit::Kind::Set, line.mid(end + 1).trimmed()});
    }
    return parts;
}

Result<void> nameLead(const EntityDesc &lead, Record &values) {
    const FieldHandle name = lead.byName(u"name");
    for (const QStringView other : {u"company", u"email", u"phone"}) {
        if (values.value(name).isEmpty())
            values.set(name, values.value(lead.byName(other)));
    }
    if (values.value(name).isEmpty())
        return makeError(ErrorKind::Invalid, u"lead.no_name"_s);
    return {};
}

Result<void> intake(WriteTransaction &tx, const QString &text) {
    const CatalogPtr catalog = tx.catalogPtr();
    const EntityDesc &lead = *catalog->entity(u"lead");
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    const Payload payload = payloadOf(lines);
    auto before = cameBefore(tx, payload);
    if (!before)
        return before.error();
    Record values(lead.key, *before);
    const bool isNew = before->isNull();
    if (isNew) {
        const PastedLead parts = partsOf(lead, lines);
        auto typed = readTypedEdits(tx.reader(), lead, {}, parts.edits);
        if (!typed)
            return typed.error();
        values = std::move(typed->values);
        const FieldHandle description = lead.byName(u"description");
        if (!parts.rest.isEmpty() && values.value(description).isEmpty())
            values.set(description, parts.rest.join(u'\n'));
        if (const auto named = nameLead(lead, values); !named)
            return named;
        completeLead(lead, payload, tx.info().source, tx.now(), values);
        const auto made = tx.create(values);
        if (!made)
            return made.error();
        before = *made;
        const auto kept = tx.create(CrossReferences::draft(*catalog, payloadSystem, lead.key,
                                                           payload.fingerprint, *made, tx.now()));
        if (!kept)
            return kept.error();
    } else if (const Record *row = tx.reader().record(lead.key, *before)) {
        values = *row;
    }
    const auto touched = tx.create(arrivalOf(*catalog, values, *before, payload, tx.now()));
    if (!touched)
        return touched.error();
    const QString id = isNew ? u"lead.came"_s : u"lead.came_again"_s;
    tx.setLabel(rowLabel(tx, isNew ? u"set.lead"_s : u"set.lead_again"_s, lead.key, *before));
    tx.note({id,
             {{u"title"_s, tx.reader().title(lead.key, *before)},
              {u"id"_s, tx.reader().shortId(lead.key, *before)}}});
    return {};
}

} // namespace

Payload payloadOf(const QStringList &lines) {
    QStringList folded;
    for (const QString &line : lines) {
        const QString plain = fold(line);
        const qsizetype colon = plain.indexOf(u':');
        if (colon > 0)
            folded << plain.left(colon).trimmed() + u':' + plain.mid(colon + 1).trimmed();
        else if (!plain.isEmpty())
            folded << plain;
    }
    folded.sort();
    Sha256 hash;
    hash.add(folded.join(u'\n').toUtf8());
    QString text = lines.join(u'\n');
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return {text.left(longestPayload), QString::fromLatin1(hash.finish().toHex())};
}

LeadPayload::LeadPayload(const EntityDesc &lead, const ImportPlan &plan, const QStringList &header)
    : m_header(header),
      m_counts(size_t(header.size()), true) {
    const FieldHandle arrived = lead.byName(u"arrived_at");
    for (const ImportPlan::Column &column : plan.columns) {
        if (column.field == arrived)
            m_counts[size_t(column.at)] = false;
    }
    for (qsizetype i = 0; i < header.size(); ++i)
        m_counts[size_t(i)] = m_counts[size_t(i)] && !isRejectColumn(header.at(i));
}

Payload LeadPayload::of(const QStringList &cells) const {
    QStringList lines;
    for (qsizetype i = 0; i < std::min(cells.size(), m_header.size()); ++i) {
        const QString cell = cells.at(i).trimmed();
        if (!cell.isEmpty() && m_counts[size_t(i)])
            lines << m_header.at(i) + u": "_s + cell;
    }
    return payloadOf(lines);
}

void completeLead(const EntityDesc &lead, const Payload &payload, const QString &from,
                  Instant arrived, Record &values) {
    const auto fill = [&](QStringView name, FieldValue value) {
        const FieldHandle field = lead.byName(name);
        if (values.value(field).isEmpty())
            values.set(field, std::move(value));
    };
    constexpr qsizetype longestSource = 200;
    fill(u"raw_payload", payload.text);
    fill(u"arrived_at", arrived);
    if (!from.isEmpty())
        fill(u"source", from.left(longestSource));
    fill(u"status", u"new"_s);
}

Record arrivalOf(const Catalog &catalog, const Record &lead, RecordId id, const Payload &payload,
                 Instant arrived) {
    const EntityDesc &leads = *catalog.entity(u"lead");
    const EntityDesc &touchpoints = *catalog.entity(u"touchpoint");
    const auto said = [&](QStringView name) {
        return lead.value(leads.byName(name)).as<QString>();
    };
    Record touch(touchpoints.key, RecordId());
    touch.set(touchpoints.byName(u"kind"), touchKind(said(u"source") + u' ' + said(u"campaign")));
    touch.set(touchpoints.byName(u"happened_at"), arrived);
    touch.set(touchpoints.byName(u"lead"), id);
    touch.set(touchpoints.byName(u"body"), payload.text);
    const QString about = said(u"campaign").isEmpty() ? said(u"source") : said(u"campaign");
    if (!about.isEmpty())
        touch.set(touchpoints.byName(u"summary"), about);
    constexpr qsizetype longestChannel = 100;
    if (!said(u"source").isEmpty())
        touch.set(touchpoints.byName(u"channel"), said(u"source").left(longestChannel));
    return touch;
}

bool looksLikeOneLead(const QString &text) {
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    qsizetype labelled = 0, filled = 0;
    for (const QString &line : lines) {
        filled += line.trimmed().isEmpty() ? 0 : 1;
        labelled += labelEnd(line.trimmed()) > 0 ? 1 : 0;
    }
    return labelled > 0 && labelled * 2 >= filled;
}

Work intakeWork(const QString &text, const Origin &origin) {
    Work work;
    work.info = setInfo(origin, {u"set.lead"_s, {}});
    work.unit = [text](WriteTransaction &tx) { return intake(tx, text); };
    return work;
}

} // namespace dw
