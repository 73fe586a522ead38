// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/errortext.h"

namespace dw::ui {
using namespace Qt::StringLiterals;

QString errorText(const Error &error, Language language, const Catalog &catalog) {
    QStringList reasons;
    for (const Message &reason : error.reasons)
        reasons << word(reason, language, catalog);
    reasons.removeDuplicates();
    if (reasons.size() == 1 && error.message.id == "valid.failed"_L1)
        return reasons.constFirst();
    reasons.prepend(word(error.message, language, catalog));
    reasons.removeDuplicates();
    return reasons.join(u'\n');
}

} // namespace dw::ui
