// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylesheet.h"

#include "ui/theme/contrast.h"

#include <QFile>
#include <QRegularExpression>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

struct Named {
    QLatin1StringView name;
    QColor Tokens::*color;
};

constexpr Named named[] = {
    {"background"_L1, &Tokens::background},
    {"surface"_L1, &Tokens::surface},
    {"raised"_L1, &Tokens::raised},
    {"sunken"_L1, &Tokens::sunken},
    {"border"_L1, &Tokens::border},
    {"strongBorder"_L1, &Tokens::strongBorder},
    {"text"_L1, &Tokens::text},
    {"secondary"_L1, &Tokens::secondary},
    {"faint"_L1, &Tokens::faint},
    {"glyph"_L1, &Tokens::glyph},
    {"accent"_L1, &Tokens::accent},
    {"onAccent"_L1, &Tokens::onAccent},
    {"accentSoft"_L1, &Tokens::accentSoft},
    {"positiveText"_L1, &Tokens::positiveText},
    {"positiveSoft"_L1, &Tokens::positiveSoft},
    {"warning"_L1, &Tokens::warning},
    {"warningText"_L1, &Tokens::warningText},
    {"warningSoft"_L1, &Tokens::warningSoft},
    {"danger"_L1, &Tokens::danger},
    {"dangerText"_L1, &Tokens::dangerText},
    {"dangerSoft"_L1, &Tokens::dangerSoft},
};

QHash<QString, QString> valuesOf(const Tokens &t) {
    QHash<QString, QString> values;
    for (const Named &n : named)
        values.insert(n.name, (t.*n.color).name());
    values.insert(u"accentHover"_s, mixed(t.text, t.accent, 0.12).name());
    values.insert(u"hover"_s, mixed(t.text, t.surface, 0.05).name());
    values.insert(u"pressed"_s, mixed(t.text, t.surface, 0.10).name());
    values.insert(u"disabledText"_s, mixed(t.text, t.surface, 0.5).name());
    values.insert(u"disabledAccent"_s, mixed(t.accent, t.surface, 0.5).name());
    values.insert(u"radius"_s, QString::number(metric::radiusControl) + u"px"_s);
    values.insert(u"card"_s, QString::number(metric::radiusCard) + u"px"_s);
    values.insert(u"caption"_s, QString::number(metric::caption) + u"px"_s);
    values.insert(u"small"_s, QString::number(metric::small) + u"px"_s);
    values.insert(u"body"_s, QString::number(metric::body) + u"px"_s);
    values.insert(u"section"_s, QString::number(metric::section) + u"px"_s);
    values.insert(u"page"_s, QString::number(metric::page) + u"px"_s);
    return values;
}

} // namespace

QString styleSheetOf(const Tokens &tokens) {
    QFile file(u":/styles/app.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString source = QString::fromUtf8(file.readAll());
    static const QRegularExpression variable(u"@([A-Za-z]+)"_s);
    const QHash<QString, QString> values = valuesOf(tokens);
    QString out;
    qsizetype done = 0;
    for (auto it = variable.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        Q_ASSERT_X(values.contains(match.captured(1)), "styleSheetOf", "unknown token");
        out += QStringView(source).mid(done, match.capturedStart() - done);
        out += values.value(match.captured(1));
        done = match.capturedEnd();
    }
    out += QStringView(source).mid(done);
    return out;
}

QPalette paletteOf(const Tokens &t) {
    QPalette p;
    p.setColor(QPalette::Window, t.background);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.sunken);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::PlaceholderText, t.faint);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.dangerText);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::Light, t.raised);
    p.setColor(QPalette::Midlight, t.border);
    p.setColor(QPalette::Mid, t.strongBorder);
    p.setColor(QPalette::Dark, t.strongBorder);
    p.setColor(QPalette::Shadow, t.sunken);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, mixed(t.text, t.surface, 0.5));
    return p;
}

} // namespace dw::ui
