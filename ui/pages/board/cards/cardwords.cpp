// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/cards/cardface.h"

namespace dw::ui {
using namespace Qt::StringLiterals;

CardWords::NextStep CardWords::nextStep(const BoardCard &card, const CardScene &scene) {
    if (scene.stage.outcome != Outcome::Open) {
        const QString day =
            card.closedOn ? displayDate(*card.closedOn, scene.today, Style::Short) : QString();
        return {u"check"_s, tr("Closed %1").arg(day).trimmed(), false};
    }
    if (card.nextStep.isEmpty())
        return {u"clock"_s, tr("No next step"), true};
    if (!card.nextStepDue)
        return {u"calendar"_s, card.nextStep, false};
    const qint64 late = card.nextStepDue->daysTo(scene.today);
    if (late > 0)
        return {u"clock"_s, tr("%Ln day(s) overdue", nullptr, int(late)) + u" · "_s + card.nextStep,
                true};
    return {u"calendar"_s,
            displayDate(*card.nextStepDue, scene.today, Style::Short) + u' ' + card.nextStep,
            false};
}

QString CardWords::days(const BoardCard &card, const CardScene &scene) {
    if (!card.stageSince || scene.stage.outcome != Outcome::Open)
        return {};
    return tr("%Ln d", "days in the stage", daysInStage(card, scene.time));
}

QString CardWords::account(const BoardCard &card) {
    return card.accountName.isEmpty() ? tr("No account") : card.accountName;
}

QString CardWords::owner(const BoardCard &card) {
    return card.ownerName.isEmpty() ? tr("No owner") : card.ownerName;
}

QString CardWords::amount(const BoardCard &card, const CardScene &scene, Style style) {
    return card.amount ? displayMoney(*card.amount, scene.language, style) : tr("No amount");
}

QStringList CardWords::warnings(const BoardCard &card, const CardScene &scene,
                                const Catalog &catalog) {
    QStringList texts;
    for (const Message &message : cardWarnings(card, scene.stage.outcome, scene.today))
        texts << word(message, scene.language, catalog);
    return texts;
}

QString CardWords::spoken(const BoardCard &card, const CardScene &scene, const Catalog &catalog,
                          bool marked) {
    QStringList parts;
    if (marked)
        parts << tr("Selected");
    parts << card.name << account(card) << amount(card, scene, Style::Full) << scene.stage.name;
    if (scene.stage.winProbability)
        parts << tr("win probability %1 %").arg(qRound(*scene.stage.winProbability));
    parts << nextStep(card, scene).text << owner(card);
    if (card.stageSince && scene.stage.outcome == Outcome::Open)
        parts << tr("%Ln day(s) in this stage", nullptr, daysInStage(card, scene.time));
    for (const QString &warning : warnings(card, scene, catalog))
        parts << tr("Warning: %1").arg(warning);
    return parts.join(scene.language == Language::English ? u", "_s : u"，"_s);
}

} // namespace dw::ui
