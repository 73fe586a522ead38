// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dw {

/// Every syllable of Mandarin in Latin letters without tones, a blank behind each, alphabetically.
extern const char *const pinyinSyllables;

/// The usual reading of U+4E00 to U+9FFF: two characters of base 64 (`A-Z a-z 0-9 + -`) each, the
/// number of the syllable; `--` where none is known.
extern const char *const pinyinReadings;

} // namespace dw
