// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/printer.h"

#include "core/expr/relations.h"
#include "core/expr/words.h"

#include <QLocale>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

/// How tightly a node holds together; a child that holds less gets brackets.
enum Rank { OrRank, AndRank, NotRank, TestRank, SumRank, ProductRank, SignRank, ValueRank };

Rank rankOf(const ExprNode &node) {
    switch (node.kind) {
    case ExprKind::Or:
        return OrRank;
    case ExprKind::And:
        return AndRank;
    case ExprKind::Not:
        return NotRank;
    case ExprKind::Compare:
    case ExprKind::In:
    case ExprKind::Contains:
    case ExprKind::StartsWith:
    case ExprKind::IsEmpty:
        return TestRank;
    case ExprKind::Arithmetic: {
        const bool sum =
            node.arithmetic == Arithmetic::Add || node.arithmetic == Arithmetic::Subtract;
        return sum ? SumRank : ProductRank;
    }
    case ExprKind::Negate:
        return SignRank;
    default:
        return ValueRank;
    }
}

QString number(double v) { return QString::number(v, 'g', QLocale::FloatingPointShortest); }

QString quoted(const QString &text) {
    QString out(u'"');
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'"':
        case u'\\':
            out += u'\\';
            out += c;
            break;
        case u'\n':
            out += u"\\n"_s;
            break;
        case u'\r':
            out += u"\\r"_s;
            break;
        case u'\t':
            out += u"\\t"_s;
            break;
        default:
            out += c;
        }
    }
    return out + u'"';
}

/// Without decimals where they are zero: `CNY 500000`.
QString amount(const Money &money) {
    QString text = money.toDecimal();
    const QString zeros = u'.' + QString(money.currency().digits(), u'0');
    if (text.endsWith(zeros))
        text.chop(zeros.size());
    return money.currency().code() + u' ' + text;
}

QString literalText(const FieldValue &value) {
    if (value.is<QString>())
        return quoted(value.as<QString>());
    if (value.is<double>())
        return number(value.as<double>());
    if (value.is<Money>())
        return amount(value.as<Money>());
    if (value.is<QDate>())
        return value.as<QDate>().toString(Qt::ISODate);
    if (value.is<Instant>())
        return value.as<Instant>().toIso();
    return value.as<bool>() ? u"yes"_s : u"no"_s;
}

/// True where a field of `node` begins with one of `names`, so that it would be read as the link of
/// a relation.
bool beginsWithOneOf(const ExprNode &node, const QStringList &names) {
    if (node.kind == ExprKind::Field || node.kind == ExprKind::Aggregate)
        return !node.path.isEmpty() && names.contains(node.path[0]);
    return std::any_of(node.children.begin(), node.children.end(),
                       [&](const ExprNode &child) { return beginsWithOneOf(child, names); });
}

class Printer {
public:
    /// Without a catalogue, names stay as they are in the tree.
    explicit Printer(const Catalog *catalog) : m_catalog(catalog) {}

    /// `entity` is nullptr where nothing is looked up; `prefix` stands before every field.
    QString print(const ExprNode &node, const EntityDesc *entity, const QString &prefix = {});

private:
    QString child(const ExprNode &node, Rank least, const EntityDesc *entity,
                  const QString &prefix) {
        const QString text = print(node, entity, prefix);
        return rankOf(node) < least ? u'(' + text + u')' : text;
    }
    QString joined(const ExprNode &node, QStringView word, Rank least, const EntityDesc *entity,
                   const QString &prefix);
    QString test(const ExprNode &node, const EntityDesc *entity, const QString &prefix);
    QString arithmetic(const ExprNode &node, const EntityDesc *entity, const QString &prefix);
    QString call(const ExprNode &node, const EntityDesc *entity, const QString &prefix);
    QString aggregate(const ExprNode &node, const EntityDesc *entity, const QString &prefix);
    QString path(const QStringList &names, const EntityDesc *&entity) const;

    const Catalog *m_catalog;
};

/// The keys of a path of stable names; `entity` becomes what its last link points at.
QString Printer::path(const QStringList &names, const EntityDesc *&entity) const {
    QStringList keys;
    for (const QString &name : names) {
        const FieldHandle field = entity ? entity->byName(name) : FieldHandle();
        if (field.isNull()) {
            keys << name;
            continue;
        }
        const FieldDesc &desc = entity->field(field);
        keys << desc.key;
        entity = m_catalog->entity(desc.target);
    }
    return keys.join(u'.');
}

QString Printer::joined(const ExprNode &node, QStringView word, Rank least,
                        const EntityDesc *entity, const QString &prefix) {
    QStringList parts;
    for (const ExprNode &part : node.children)
        parts << child(part, least, entity, prefix);
    return parts.join(word);
}

QString Printer::test(const ExprNode &node, const EntityDesc *entity, const QString &prefix) {
    const QString left = child(node.children[0], SumRank, entity, prefix);
    const QString turned = node.negated ? u" not"_s : QString();
    if (node.kind == ExprKind::IsEmpty)
        return left + u" is"_s + turned + u" empty"_s;
    if (node.kind == ExprKind::In) {
        QStringList items;
        for (size_t i = 1; i < node.children.size(); ++i)
            items << print(node.children[i], entity, prefix);
        return left + turned + u" in ("_s + items.join(u", "_s) + u')';
    }
    const QString right = child(node.children[1], SumRank, entity, prefix);
    if (node.kind == ExprKind::Compare)
        return left + u' ' + signOf(node.comparison) + u' ' + right;
    return left + turned + (node.kind == ExprKind::Contains ? u" contains "_s : u" starts with "_s)
           + right;
}

QString Printer::arithmetic(const ExprNode &node, const EntityDesc *entity, const QString &prefix) {
    // Chains are read from the left, so what stands right must hold tighter.
    const Rank rank = rankOf(node);
    const QString left = child(node.children[0], rank, entity, prefix);
    const QString right = child(node.children[1], Rank(rank + 1), entity, prefix);
    return left + u' ' + signOf(node.arithmetic) + u' ' + right;
}

QString Printer::call(const ExprNode &node, const EntityDesc *entity, const QString &prefix) {
    QStringList arguments;
    for (const ExprNode &argument : node.children)
        arguments << print(argument, entity, prefix);
    return node.name + u'(' + arguments.join(u", "_s) + u')';
}

QString Printer::aggregate(const ExprNode &node, const EntityDesc *entity, const QString &prefix) {
    const EntityDesc *to = entity;
    const QString before = node.path.isEmpty() ? QString() : path(node.path, to) + u'.';
    const EntityDesc *rows = to ? relationNamed(*m_catalog, node.relation, *to) : nullptr;
    const bool counts = node.children.size() == (node.hasWhere ? 1U : 0U);
    QString list = prefix + before + node.relation;
    if (rows) {
        QStringList names;
        for (const FieldHandle link : linksBetween(*rows, *to))
            names << rows->field(link).name;
        const FieldHandle via = rows->byName(node.via);
        const bool isClear =
            usualLink(*rows, *to) == via && (counts || !beginsWithOneOf(node.children[0], names));
        if (!isClear)
            list += u'.' + (via.isNull() ? node.via : rows->field(via).key);
    } else {
        list += u'.' + node.via;
    }
    QString text = node.name + u'(' + (counts ? list : print(node.children[0], rows, list + u'.'));
    if (node.hasWhere)
        text += u" where "_s + print(node.children.back(), rows);
    return text + u')';
}

QString Printer::print(const ExprNode &node, const EntityDesc *entity, const QString &prefix) {
    switch (node.kind) {
    case ExprKind::Literal:
        return literalText(node.value);
    case ExprKind::Duration:
        return number(node.duration.amount) + u' '
               + timeUnitName(node.duration.unit, node.duration.amount);
    case ExprKind::Field: {
        const EntityDesc *from = entity;
        return prefix + path(node.path, from);
    }
    case ExprKind::Call:
        return call(node, entity, prefix);
    case ExprKind::Aggregate:
        return aggregate(node, entity, prefix);
    case ExprKind::Or:
        return joined(node, u" or ", AndRank, entity, prefix);
    case ExprKind::And:
        return joined(node, u" and ", NotRank, entity, prefix);
    case ExprKind::Not:
        return u"not "_s + child(node.children[0], NotRank, entity, prefix);
    case ExprKind::Negate:
        return u'-' + child(node.children[0], SignRank, entity, prefix);
    case ExprKind::Arithmetic:
        return arithmetic(node, entity, prefix);
    default:
        return test(node, entity, prefix);
    }
}

} // namespace

QString printKeys(const ExprNode &root, const Catalog &catalog, const QString &entity) {
    return Printer(&catalog).print(root, catalog.entity(entity));
}

QString printStored(const ExprNode &root) { return Printer(nullptr).print(root, nullptr); }

} // namespace dw
