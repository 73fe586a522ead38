// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/board/boardgroups.h"
#include "core/services/wording/wording.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QRectF>
#include <vector>

namespace dw::ui {

/// What a card says, worded, measured and put in its place: made once, painted often. All
/// rectangles are relative to the card's top left.
struct CardFace {
    struct Text {
        QRectF box;
        QString text; ///< Elided to the box.
        QFont font;
        QColor Tokens::*color;
        bool right = false; ///< At the right of its box.
        bool elided = false;
    };
    struct Icon {
        QRectF box;
        QString name;
        QColor Tokens::*color;
    };
    std::vector<Text> texts;
    std::vector<Icon> icons;
    QRectF pill; ///< Null where the stage has no win probability.
    QColor Tokens::*pillFill = &Tokens::sunken;
    QRectF avatar; ///< Null where nobody owns the deal.
    QString owner;
    QRectF corner; ///< Of the warning glyph, and of the check box that takes its place.
    bool warns = false;
};

/// What a face is made of beside the card.
struct CardScene {
    BoardStage stage; ///< Of the card.
    ReadTime time;
    QDate today;
    Language language = Language::English;
    BoardGrouping grouping = BoardGrouping::Stage;
};

namespace cardsize {
constexpr int height = 116;
constexpr int gap = 6;
constexpr int pitch = height + gap;
} // namespace cardsize

/// Words of a card; for whoever shows one, paints one, or reads one out.
class CardWords {
    Q_DECLARE_TR_FUNCTIONS(dw::ui::CardWords)
public:
    struct NextStep {
        QString icon, text;
        bool late = false;
    };
    [[nodiscard]] static NextStep nextStep(const BoardCard &card, const CardScene &scene);
    /// "18 d", "18 天"; empty for a closed deal.
    [[nodiscard]] static QString days(const BoardCard &card, const CardScene &scene);
    [[nodiscard]] static QString account(const BoardCard &card);
    [[nodiscard]] static QString owner(const BoardCard &card);
    [[nodiscard]] static QString amount(const BoardCard &card, const CardScene &scene, Style style);
    /// The card's warnings as sentences.
    [[nodiscard]] static QStringList warnings(const BoardCard &card, const CardScene &scene,
                                              const Catalog &catalog);
    /// All of it in one sentence, as a screen reader says it.
    [[nodiscard]] static QString spoken(const BoardCard &card, const CardScene &scene,
                                        const Catalog &catalog, bool marked);
};

/// Lays out a card of this width.
[[nodiscard]] CardFace faceOf(const BoardCard &card, const CardScene &scene, const Theme &theme,
                              int width);

} // namespace dw::ui
