// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/panel/paneldata.h"

#include "core/services/wording/wording.h"

#include <QCoreApplication>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

struct PanelText {
    Q_DECLARE_TR_FUNCTIONS(dw::ui::PanelText)
};

QString shown(const FieldDesc &field, const LoggedValue &value, const QString &label,
              Language language, const ReadTime &time, QDate today) {
    const QString text =
        displayValue(field, value.value, label, language, time.zone, today, Style::Short);
    return text.isEmpty() ? u"–"_s : text;
}

QString lineText(const HistoryLine &line, const EntityDesc &entity, Language language,
                 const ReadTime &time, QDate today) {
    if (line.field == "deleted"_L1)
        return line.next.value.as<bool>() ? PanelText::tr("Moved to the bin")
                                          : PanelText::tr("Restored from the bin");
    const FieldHandle handle = entity.byKey(line.field);
    if (handle.isNull())
        return line.field;
    const FieldDesc &field = entity.field(handle);
    const QString next = shown(field, line.next, line.nextLabel, language, time, today);
    const QString name = field.label.in(language);
    switch (line.op) {
    case ChangeOp::Include:
    case ChangeOp::Add:
        return u"%1 + %2"_s.arg(name, next);
    case ChangeOp::Exclude:
        return u"%1 − %2"_s.arg(name, next);
    case ChangeOp::Set:
        break;
    }
    const QString old = shown(field, line.old, line.oldLabel, language, time, today);
    return u"%1 %2 → %3"_s.arg(name, old, next);
}

} // namespace

GroupVersion PanelData::versionOf(const QString &group) const {
    const auto find = [this](const QString &name) {
        return std::find_if(versions.begin(), versions.end(),
                            [&](const GroupVersion &version) { return version.group == name; });
    };
    auto found = find(group);
    if (found == versions.end())
        found = find({}); // untouched since the row was made
    return found == versions.end() ? GroupVersion{} : GroupVersion{group, found->version};
}

Result<PanelData> readPanel(Reader &reader, const ReadTime &time, RecordId deal, int changes) {
    auto view = viewRecord(reader, time, u"deal"_s, deal);
    if (!view)
        return view.error();
    auto versions = History(reader.connection()).versions(deal);
    if (!versions)
        return versions.error();
    auto recent = historyOf(reader, u"deal"_s, deal, {}, changes + 1);
    if (!recent)
        return recent.error();
    const bool hasOlder = recent->size() > size_t(changes);
    if (hasOlder)
        recent->erase(recent->begin());
    std::reverse(recent->begin(), recent->end());
    return PanelData{std::move(*view), std::move(*versions), std::move(*recent), hasOlder,
                     activityOf(reader, time, deal)};
}

std::vector<TimelineItem> timelineOf(const PanelData &data) {
    std::vector<TimelineItem> items;
    items.reserve(data.changes.size() + data.activity.events.size());
    for (const HistoryEntry &change : data.changes)
        items.push_back({change.change.at, &change, nullptr});
    for (const DealEvent &event : data.activity.events) {
        if (!data.hasOlder || data.changes.empty() || !(event.at < data.changes.back().change.at))
            items.push_back({event.at, nullptr, &event});
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const TimelineItem &a, const TimelineItem &b) { return b.at < a.at; });
    return items;
}

ChangeText textOf(const HistoryEntry &entry, const EntityDesc &entity, Language language,
                  const ReadTime &time, QDate today) {
    ChangeText text;
    if (entry.change.created) {
        text.what = PanelText::tr("Created");
    } else {
        QStringList lines;
        for (const HistoryLine &line : entry.lines) {
            const FieldHandle handle = entity.byKey(line.field);
            // The order on the board is nobody's fact.
            if (handle.isNull() || entity.field(handle).section != "system"_L1)
                lines << lineText(line, entity, language, time, today);
        }
        text.what = lines.isEmpty() ? PanelText::tr("Moved within its column") : lines.join(u'\n');
    }
    text.when = displayInstant(entry.change.at, time.zone, today, Style::Short);
    text.who = entry.actorName;
    text.source = entry.change.source;
    return text;
}

} // namespace dw::ui
