// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <memory>

namespace dw {

/// SHA-256 over bytes handed over piece by piece. The digest is looked up once per process and the
/// context once per object, so keep the object where many hashes are made. One thread at a time.
class Sha256 {
public:
    static constexpr qsizetype size = 32;

    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void add(const QByteArray &bytes);
    /// The 32 bytes of what was added since the last finish(); starts anew.
    [[nodiscard]] QByteArray finish();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// 16 random bytes, of OpenSSL's generator.
[[nodiscard]] QByteArray makeSalt();
/// `count` salts one behind the other: one question to the system instead of many.
[[nodiscard]] QByteArray makeSalts(qsizetype count);

} // namespace dw
