// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/argumentwords.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace dw {
using namespace Qt::StringLiterals;

ArgumentWords argumentWords([[maybe_unused]] int argc, [[maybe_unused]] const char *const *argv) {
    ArgumentWords read;
#ifdef Q_OS_WIN
    read.words = QCoreApplication::arguments().mid(1);
#else
    for (int i = 1; i < argc; ++i) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString word = decoder(QByteArrayView(argv[i]));
        if (decoder.hasError() && read.wrong.isEmpty())
            read.wrong = {u"cli.bad_utf8"_s, {{u"value"_s, word.left(100)}}};
        read.words << word;
    }
#endif
    return read;
}

} // namespace dw
