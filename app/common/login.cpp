// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/login.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#    include <pwd.h>
#    include <unistd.h>
#endif

namespace dw {
using namespace Qt::StringLiterals;

namespace {

#ifdef Q_OS_UNIX
Login accountOfProcess() {
    const passwd *entry = getpwuid(geteuid());
    if (!entry)
        return {};
    // The first part of the comment field is the person's name (passwd(5)).
    return {QString::fromLocal8Bit(entry->pw_name),
            QString::fromLocal8Bit(entry->pw_gecos).section(u',', 0, 0).trimmed()};
}
#else
Login accountOfProcess() { return {qEnvironmentVariable("USERNAME"), {}}; }
#endif

} // namespace

Login systemLogin() {
    Login login = accountOfProcess();
    if (login.name.isEmpty())
        login.name = qEnvironmentVariable("USER");
    if (login.name.isEmpty())
        login.name = u"user"_s;
    return login;
}

} // namespace dw
