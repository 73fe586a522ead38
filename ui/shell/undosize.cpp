// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/undosize.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <numeric>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

qint64 total(const UndoSize::Counts &counts) {
    return std::accumulate(counts.begin(), counts.end(), qint64(0));
}

/// What becomes of a row when its records are taken back; of several the strongest decides.
enum class Fate { Changes, ComesBack, GoesToBin };

Fate fateOf(const ChangeRecord &record) {
    if (record.created)
        return Fate::GoesToBin;
    for (const GroupChange &group : record.groups) {
        for (const FieldChange &field : group.fields) {
            if (field.name != "deleted"_L1)
                continue;
            const bool nowInBin = field.next.value.is<bool>() && field.next.value.as<bool>();
            return nowInBin ? Fate::ComesBack : Fate::GoesToBin;
        }
    }
    return Fate::Changes;
}

class Sentences {
    Q_DECLARE_TR_FUNCTIONS(dw::ui::UndoSize)
public:
    Sentences(const Catalog &catalog, Language language)
        : m_catalog(catalog),
          m_language(language) {}

    [[nodiscard]] QString of(const UndoSize &size) const {
        QStringList all;
        const auto add = [&](const UndoSize::Counts &counts, auto say) {
            if (!counts.isEmpty())
                all << say(int(total(counts))).arg(subject(counts));
        };
        add(size.binned, [](int n) { return tr("%1 go to the bin.", nullptr, n); });
        add(size.restored, [](int n) { return tr("%1 come back from the bin.", nullptr, n); });
        add(size.changed, [](int n) { return tr("%1 go back to their old values.", nullptr, n); });
        return all.join(m_language == Language::Chinese ? QString() : u" "_s);
    }

private:
    /// The entity of the most records by name, the others together.
    [[nodiscard]] QString subject(const UndoSize::Counts &counts) const {
        const auto most = std::max_element(counts.begin(), counts.end());
        const EntityDesc *entity = m_catalog.entity(most.key());
        QString name = most.key();
        if (entity)
            name = (*most == 1 ? entity->label : entity->pluralLabel).in(m_language);
        if (m_language == Language::English)
            name = name.toLower();
        const QString named =
            tr("%1 %2", "a number and what is counted").arg(QString::number(*most), name);
        const int others = int(total(counts) - *most);
        return others == 0 ? named : tr("%1 and %n other record(s)", nullptr, others).arg(named);
    }

    const Catalog &m_catalog;
    Language m_language;
};

} // namespace

qint64 UndoSize::records() const { return total(binned) + total(restored) + total(changed); }

UndoSize undoSizeOf(Connection &connection, qint64 set, const std::vector<Moved> *only) {
    const auto records = History(connection).ofSet(set);
    if (!records)
        return {};
    QSet<RecordId> wanted;
    for (const Moved &moved : only ? *only : std::vector<Moved>())
        wanted << moved.id;
    QHash<RecordId, std::pair<QString, Fate>> fates;
    for (const ChangeRecord &record : *records) {
        if (only && !wanted.contains(record.row))
            continue;
        auto &[entity, fate] = fates[record.row];
        entity = record.entity;
        fate = std::max(fate, fateOf(record));
    }
    UndoSize size;
    for (const auto &[entity, fate] : std::as_const(fates)) {
        UndoSize::Counts &counts = fate == Fate::GoesToBin   ? size.binned
                                   : fate == Fate::ComesBack ? size.restored
                                                             : size.changed;
        ++counts[entity];
    }
    return size;
}

QString sayUndoSize(const UndoSize &size, const Catalog &catalog, Language language) {
    return Sentences(catalog, language).of(size);
}

} // namespace dw::ui
