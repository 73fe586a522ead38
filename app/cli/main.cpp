// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "app/cli/printer.h"
#include "app/cli/stopsignals.h"
#include "app/common/argumentwords.h"
#include "app/common/loghandler.h"
#include "app/common/version.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

int main(int argc, char **argv) {
    // Answers and errors are all that belongs on stderr; QT_LOGGING_RULES shows what is logged.
    dw::installLogHandler(u"*.debug=false\n*.info=false\n*.warning=false"_s);
    dw::cli::ignoreBrokenPipes();
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"dealwright-cli"_s);
    QCoreApplication::setApplicationVersion(dw::programVersion());

    dw::cli::Printer printer(stdout, stderr);
    const dw::ArgumentWords arguments = dw::argumentWords(argc, argv);
    if (!arguments.wrong.isEmpty())
        return int(dw::cli::refuse(arguments.words, arguments.wrong, printer));
    return int(dw::cli::run(arguments.words, printer));
}
