// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workprogress.h"

#include "core/services/values/format.h"

namespace dw::cli {
using namespace Qt::StringLiterals;

WorkProgress progressOf(Session &session) {
    if (session.json())
        return {};
    // A terminal is slower than the work, so only what people can see is written.
    return [&session, shown = qint64(-1)](qint64 done, qint64 total) mutable {
        const qint64 percent = total > 0 ? done * 100 / total : 0;
        if (percent != shown)
            session.printer().progress(groupedInteger(done) + u" / "_s + groupedInteger(total));
        shown = percent;
    };
}

} // namespace dw::cli
