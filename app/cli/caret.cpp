// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/caret.h"

#include "app/cli/textwidth.h"
#include "core/services/values/format.h"

#include <algorithm>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype before = 50;
constexpr qsizetype behind = 25;

} // namespace

QStringList caretLines(const Message &message, const QString &typed) {
    bool hasPlace = false;
    const qsizetype at = message.args.value(u"at"_s).toInt(&hasPlace);
    if (!hasPlace || typed.isEmpty() || at < 0 || at > typed.size())
        return {};
    const qsizetype length = std::clamp<qsizetype>(message.args.value(u"length"_s).toInt(), 1,
                                                   std::max<qsizetype>(1, typed.size() - at));
    const qsizetype from = at > before ? at - before : 0;
    const qsizetype to = std::min(typed.size(), at + length + behind);

    const QString lead = (from > 0 ? u"…"_s : QString()) + visibleText(typed.mid(from, at - from));
    const QString place = visibleText(typed.mid(at, length));
    const QString rest = visibleText(typed.mid(at + length, to - at - length))
                         + (to < typed.size() ? u"…"_s : QString());
    constexpr int mostMarks = 60;
    const QString shownPlace = elided(place, mostMarks);
    return {u"  "_s + lead + shownPlace + rest,
            QString(2 + textWidth(lead), u' ') + QString(std::max(1, textWidth(shownPlace)), u'^')};
}

} // namespace dw::cli
