// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <locale.h>

namespace dw {

/// While it lives, the C library writes numbers of this thread with a point, whatever the language
/// of the desktop is: a program of Qt takes that over for the whole process.
class PlainLocale {
public:
    PlainLocale();
    ~PlainLocale();
    PlainLocale(const PlainLocale &) = delete;
    PlainLocale &operator=(const PlainLocale &) = delete;

private:
#ifdef _WIN32
    int m_mode;
#else
    locale_t m_before;
#endif
};

} // namespace dw
