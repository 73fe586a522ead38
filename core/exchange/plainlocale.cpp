// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/plainlocale.h"

#ifdef __APPLE__
#    include <xlocale.h>
#endif

namespace dw {

#ifdef _WIN32

PlainLocale::PlainLocale() : m_mode(_configthreadlocale(_ENABLE_PER_THREAD_LOCALE)) {
    setlocale(LC_NUMERIC, "C");
}

PlainLocale::~PlainLocale() { _configthreadlocale(m_mode); }

#else

PlainLocale::PlainLocale() {
    static const locale_t plain = newlocale(LC_ALL_MASK, "C", nullptr);
    m_before = uselocale(plain);
}

PlainLocale::~PlainLocale() { uselocale(m_before); }

#endif

} // namespace dw
