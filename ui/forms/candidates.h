// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <functional>
#include <vector>

namespace dw::ui {

/// One thing that a picker offers.
struct Candidate {
    QString key; ///< Choice key, or the row's id as text; empty for `make`.
    QString label;
    QString hint;      ///< Tells two of the same name apart (a short id).
    bool make = false; ///< Nothing yet: choosing it makes a row of this name.
};

/// Where a picker gets what it offers: the choices of a field, or rows of another entity.
class Candidates {
public:
    virtual ~Candidates() = default;
    /// The first few whose name contains `text`, best first; all of a short list for no text. May
    /// answer later, on this thread, unless the context is gone.
    virtual void find(const QString &text, QObject *context,
                      std::function<void(std::vector<Candidate>)> answer) = 0;
    /// The one that is called exactly so (folded). Fails: "link.unknown", "link.ambiguous" {field,
    /// value, count}.
    [[nodiscard]] virtual Result<Candidate> exactly(const QString &text) = 0;
    /// True where a row may be made from its name alone.
    [[nodiscard]] virtual bool mayMake() const = 0;
    /// Makes a row called so; only where mayMake(). The row that comes is known at once: whoever
    /// writes after this finds it. `failed` is called where it could not be made after all (the
    /// person has been told).
    [[nodiscard]] virtual Candidate make(const QString &text, std::function<void()> failed) = 0;
    /// Only rows whose link `field` points at `row`.
    virtual void restrictTo(const QString &field, RecordId row) = 0;
};

[[nodiscard]] std::unique_ptr<Candidates> candidatesFor(const FieldDesc &field,
                                                        ShellServices &shell);

} // namespace dw::ui
