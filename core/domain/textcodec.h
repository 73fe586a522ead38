// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <memory>

namespace dw {

/// Turns bytes of one encoding into UTF-8, block by block. One thread at a time.
class TextDecoder {
public:
    /// Stands for bytes that are no character of the encoding; it is no part of any UTF-8, so a
    /// reader of UTF-8 finds it where it stands.
    static constexpr char bad = '\xFF';

    /// Takes the names that canonicalEncoding() knows. Fails: "text.encoding" {encoding}.
    [[nodiscard]] static Result<std::unique_ptr<TextDecoder>> create(const QString &encoding);
    virtual ~TextDecoder() = default;

    /// UTF-8 of the next bytes; the beginning of a character is kept for the next call, unless
    /// `last`. A byte order mark is a character like any other.
    [[nodiscard]] virtual QByteArray decode(QByteArrayView bytes, bool last) = 0;
};

/// The text in the encoding; what the encoding does not know becomes `?`. Fails: "text.encoding"
/// {encoding}.
[[nodiscard]] Result<QByteArray> encodeText(const QString &text, const QString &encoding);

/// The name under which an encoding is shown ("utf8" is "UTF-8"; "gbk", "cp936" and "gb2312" are
/// "GB18030", which holds them); empty where there is no such encoding. "UTF-16" and "UTF-32" stay
/// as they are: which end comes first, the file must tell.
[[nodiscard]] QString canonicalEncoding(const QString &name);

/// Encodings to choose from, the usual ones first.
[[nodiscard]] const QStringList &usualEncodings();

} // namespace dw
