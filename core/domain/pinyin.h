// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace dw {

/// One way to read a run of Chinese characters: a syllable for each, in lower case Latin letters
/// without tones, ü as v ("lv") or u. Empty for a character whose reading is not known.
using Syllables = std::vector<QLatin1StringView>;

/// Of what a run stands at the beginning; surnames have readings of their own (单 Shan, 尉迟
/// Yuchi).
enum class PinyinPlace { Anywhere, SurnameFirst };

/// The ways to read a run of Chinese characters, the likeliest first: characters with several
/// readings give several, at most 8 in all. Empty where there is no character or no reading is
/// known. Thread-safe.
[[nodiscard]] std::vector<Syllables> pinyinOf(QStringView run, PinyinPlace place);

} // namespace dw
