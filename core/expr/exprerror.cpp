// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expr/exprerror.h"

namespace dw {
using namespace Qt::StringLiterals;

Error exprError(const char *id, Span span, QMap<QString, QString> args) {
    args.insert(u"at"_s, QString::number(span.at));
    args.insert(u"length"_s, QString::number(span.length));
    args.insert(u"position"_s, QString::number(span.at + 1));
    return makeError(ErrorKind::Invalid, QString::fromLatin1(id), std::move(args));
}

QString excerpt(QStringView text) {
    constexpr qsizetype longest = 60;
    if (text.size() <= longest)
        return text.toString();
    qsizetype end = longest - 1;
    if (text.at(end - 1).isHighSurrogate())
        --end;
    return text.first(end).toString() + u'…';
}

} // namespace dw
