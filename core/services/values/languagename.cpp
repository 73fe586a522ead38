// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wording.h"

namespace dw {
using namespace Qt::StringLiterals;

std::optional<Language> languageFromName(const QString &name) {
    const QString plain = name.toLower().replace(u'-', u'_');
    if (plain == "zh"_L1 || plain == "zh_cn"_L1)
        return Language::Chinese;
    if (plain == "en"_L1)
        return Language::English;
    return std::nullopt;
}

} // namespace dw
