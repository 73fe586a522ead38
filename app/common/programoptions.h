// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/arguments.h"
#include "core/base/clock.h"
#include "core/catalog/fielddesc.h"

namespace dw {

/// The options that both programs take.
struct ProgramOptions {
    QString workspace; ///< The folder or its file as typed; empty where it was not given.
    Language language = Language::English;
    std::optional<Instant> now; ///< Absent: the system's time.
};

/// --workspace, --lang, --now: to be listed beside a program's own.
[[nodiscard]] std::span<const OptionSpec> programOptionSpecs();
/// A language other than zh, zh_CN and en counts as not given: then the locale decides.
/// Fails (Invalid): "cli.bad_instant" {option, value}, "cli.empty_option" {option}.
[[nodiscard]] Result<ProgramOptions> readProgramOptions(const Arguments &arguments);
/// Chinese where the system speaks Chinese, else English.
[[nodiscard]] Language localeLanguage();

/// The two clocks of a program: business time, which `--now` sets, and the system's.
class Clocks {
public:
    explicit Clocks(std::optional<Instant> now);
    [[nodiscard]] const Clock &business() const {
        return m_fixed ? static_cast<const Clock &>(*m_fixed) : m_system;
    }
    [[nodiscard]] const Clock &wall() const { return m_system; }

private:
    SystemClock m_system;
    std::unique_ptr<FixedClock> m_fixed;
};

} // namespace dw
