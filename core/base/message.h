// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace dw {

/// What the program has to say, as an id with arguments; worded in the reader's language when
/// shown. The wording of every id stands once, in core/services. Arguments are canonical text: ISO
/// dates and instants, plain decimal numbers, `entity.field` keys where a label is meant, names as
/// they are.
struct Message {
    QString id;
    QMap<QString, QString> args;

    [[nodiscard]] bool isEmpty() const { return id.isEmpty(); }
    friend bool operator==(const Message &, const Message &) = default;
};

} // namespace dw
