// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/recordview.h"
#include "core/services/works.h"

namespace dw::test {

/// One custom field of a deal, with what people type into it and what must come of it.
struct CustomFieldSample {
    FieldDesc field;
    QString first;     ///< Typed edit, "key=value".
    QString second;    ///< Another one.
    QString shown;     ///< What the field shows after the first: canonical text, titles of links.
    QString condition; ///< Holds after the first, not after the second, nor where it is empty.
};

/// One field of each of the 15 types, and a set whose members are rows. The links go to the rows of
/// customFieldTargets().
[[nodiscard]] std::vector<CustomFieldSample> customFieldSamples();

/// Entity and title of the rows that the samples point at.
[[nodiscard]] std::vector<std::pair<QString, QString>> customFieldTargets();

/// As `field add` does.
[[nodiscard]] Work addSample(const CustomFieldSample &sample, const Origin &origin);

/// The field of a deal as people see it; "hidden" where it is not shown at all.
[[nodiscard]] QString shownField(const Catalog &catalog, const RecordView &deal,
                                 const QString &key);

/// The deals that a condition finds; the message of the error where it cannot be asked.
[[nodiscard]] QStringList dealsWhere(Reader &reader, const ReadTime &time,
                                     const QString &condition);

} // namespace dw::test
