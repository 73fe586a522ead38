// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/imports/importmapping.h"

#include "core/domain/text.h"
#include "core/services/imports/rejectsfile.h"
#include "core/services/values/fieldnames.h"

#include <array>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

template <typename T> struct Named {
    T value;
    QStringView name;
};
// Clang 16 needs to be told.
template <typename T> Named(T, QStringView) -> Named<T>;

constexpr std::array modes{Named{ImportMode::Add, QStringView(u"add")},
                           Named{ImportMode::Fill, QStringView(u"fill")},
                           Named{ImportMode::Overwrite, QStringView(u"overwrite")}};
constexpr std::array missings{Named{MissingTargets::Make, QStringView(u"make")},
                              Named{MissingTargets::Reject, QStringView(u"reject")}};
constexpr std::array orders{Named{DateOrder::YearMonthDay, QStringView(u"ymd")},
                            Named{DateOrder::MonthDayYear, QStringView(u"mdy")},
                            Named{DateOrder::DayMonthYear, QStringView(u"dmy")}};

template <typename T, size_t n> QString nameIn(const std::array<Named<T>, n> &table, T value) {
    for (const Named<T> &one : table) {
        if (one.value == value)
            return one.name.toString();
    }
    Q_UNREACHABLE();
}

template <typename T, size_t n>
std::optional<T> valueIn(const std::array<Named<T>, n> &table, const QString &name) {
    for (const Named<T> &one : table) {
        if (one.name == name)
            return one.value;
    }
    return std::nullopt;
}

} // namespace

QString nameOf(ImportMode mode) { return nameIn(modes, mode); }
QString nameOf(MissingTargets missing) { return nameIn(missings, missing); }
QString nameOf(DateOrder order) { return nameIn(orders, order); }

std::optional<ImportMode> modeFromName(const QString &name) { return valueIn(modes, name); }
std::optional<MissingTargets> missingFromName(const QString &name) {
    return valueIn(missings, name);
}
std::optional<DateOrder> dateOrderFromName(const QString &name) { return valueIn(orders, name); }

bool isImportable(const FieldDesc &field) {
    return !field.readOnly && !field.derived && !field.hidden && field.type != FieldType::Formula;
}

QString columnName(const QStringList &header, qsizetype at) {
    const QString &name = header.at(at);
    return name.isEmpty() || header.count(name) > 1 ? u'#' + QString::number(at + 1) : name;
}

qsizetype columnOf(const QStringList &header, const QString &name) {
    const qsizetype exact = header.indexOf(name);
    if (exact >= 0)
        return exact;
    const QString folded = fold(name);
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (fold(header.at(i)) == folded)
            return i;
    }
    bool isNumber = false;
    const qsizetype number = name.startsWith(u'#') ? name.mid(1).toInt(&isNumber) : 0;
    return isNumber && number >= 1 && number <= header.size() ? number - 1 : -1;
}

ImportMapping ImportMapping::propose(const EntityDesc &entity, const QStringList &header) {
    const FieldNames names(entity, isImportable);
    static const QStringList ofDeals{u"product"_s, u"quantity"_s, u"price"_s, u"contact"_s,
                                     u"role"_s};
    ImportMapping mapping;
    for (const QString &column : header) {
        QString field = isRejectColumn(column) ? QString() : names.keyOf(column);
        if (const QString folded = fold(column);
            field.isEmpty() && entity.key == "deal"_L1 && ofDeals.contains(folded))
            field = folded;
        if (!field.isEmpty())
            mapping.columns.push_back({.header = column, .field = field});
    }
    return mapping;
}

} // namespace dw
