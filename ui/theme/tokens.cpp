// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QString>
#include <array>

namespace dw::ui {

namespace {

Tokens light() {
    Tokens t;
    t.background = QColor(0xF6F7F9);
    t.surface = QColor(0xFFFFFF);
    t.raised = QColor(0xFFFFFF);
    t.sunken = QColor(0xEEF1F5);
    t.border = QColor(0xE2E6EC);
    t.strongBorder = QColor(0xC5CCD6);
    t.text = QColor(0x1A1F28);
    t.secondary = QColor(0x586173);
    t.faint = QColor(0x5D6777);
    t.glyph = QColor(0x8791A1);
    t.accent = QColor(0x2F5BEA);
    t.onAccent = QColor(0xFFFFFF);
    t.accentSoft = QColor(0xE9EEFD);
    t.positive = QColor(0x1C8757);
    t.positiveText = QColor(0x177048);
    t.positiveSoft = QColor(0xE3F4EB);
    t.warning = QColor(0xB86E00);
    t.warningText = QColor(0x8F5600);
    t.warningSoft = QColor(0xFCF1DE);
    t.danger = QColor(0xC6362C);
    t.dangerText = QColor(0xB42F26);
    t.dangerSoft = QColor(0xFBE7E5);
    t.info = QColor(0x2878B5);
    t.infoText = QColor(0x1F6BA5);
    return t;
}

Tokens dark() {
    Tokens t;
    t.background = QColor(0x13161B);
    t.surface = QColor(0x1A1E25);
    t.raised = QColor(0x232933);
    t.sunken = QColor(0x0F1216);
    t.border = QColor(0x2B313B);
    t.strongBorder = QColor(0x46505E);
    t.text = QColor(0xE7EAF0);
    t.secondary = QColor(0xA3ACBB);
    t.faint = QColor(0x8E99AA);
    t.glyph = QColor(0x717B8B);
    t.accent = QColor(0x7E9BFF);
    t.onAccent = QColor(0x0F1430);
    t.accentSoft = QColor(0x222C4D);
    t.positive = QColor(0x4FC08D);
    t.positiveText = QColor(0x4FC08D);
    t.positiveSoft = QColor(0x17332A);
    t.warning = QColor(0xE0A43A);
    t.warningText = QColor(0xE0A43A);
    t.warningSoft = QColor(0x392C15);
    t.danger = QColor(0xF0776C);
    t.dangerText = QColor(0xF0776C);
    t.dangerSoft = QColor(0x3F211F);
    t.info = QColor(0x69B1E6);
    t.infoText = QColor(0x69B1E6);
    return t;
}

constexpr std::array<QRgb, 8> categories{0x3560D2, 0xE08A1E, 0x1C8757, 0xB04A9B,
                                         0x5AAFE0, 0x8C6D31, 0xD4574A, 0x6B7280};

} // namespace

const Tokens &tokensOf(Scheme scheme) {
    static const Tokens lightSet = light();
    static const Tokens darkSet = dark();
    return scheme == Scheme::Dark ? darkSet : lightSet;
}

QColor categoryColor(const QString &name) {
    // FNV-1a over the code units: qHash differs between processes and versions of Qt.
    quint32 hash = 2166136261U;
    for (const QChar c : name)
        hash = (hash ^ c.unicode()) * 16777619U;
    return QColor(categories[hash % categories.size()]);
}

} // namespace dw::ui
