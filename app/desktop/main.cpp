// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/loghandler.h"
#include "app/common/version.h"
#include "app/desktop/application.h"
#include "core/services/diagnostics/logfile.h"
#include "core/services/wording/wording.h"

#include <QApplication>
#include <QLoggingCategory>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr int failed = 1;
constexpr int wrongUsage = 2;

int refuse(const dw::Error &error, int code) {
    const QString text = dw::word(error, dw::localeLanguage(), *dw::Catalog::builtin());
    std::fprintf(stderr, "dealwright: %s\n", qUtf8Printable(text));
    if (code == wrongUsage)
        std::fprintf(stderr, "%s", qUtf8Printable(dw::desktop::usage()));
    return code;
}

} // namespace

int main(int argc, char **argv) {
    // Pictures and answers are for programs too: stderr then holds errors alone.
    dw::installLogHandler(u"*.debug=false\n*.info=false\n*.warning=false"_s);
    if (const QString answer = dw::desktop::answerAlone(argc, argv); !answer.isEmpty()) {
        std::printf("%s", qUtf8Printable(answer));
        return 0;
    }
    const auto surface = dw::desktop::prepareEnvironment(argc, argv);
    const QApplication app(argc, argv);
    QApplication::setApplicationName(u"dealwright"_s);
    QApplication::setApplicationDisplayName(u"Dealwright"_s);
    QApplication::setApplicationVersion(dw::programVersion());
    QApplication::setDesktopFileName(u"org.dealwright.Dealwright"_s);

    const auto options = dw::desktop::readDesktopOptions(QApplication::arguments().mid(1));
    if (!options)
        return refuse(options.error(), wrongUsage);
    if (surface == dw::desktop::Surface::None && options->pictures.isEmpty())
        return refuse(dw::makeError(dw::ErrorKind::Io, u"cli.no_display"_s), failed);
    static const dw::SystemClock clock;
    if (options->pictures.isEmpty()) {
        QLoggingCategory::setFilterRules({});
        dw::logAlsoTo(std::make_shared<dw::LogFile>(dw::logFolder(), clock));
    }
    dw::desktop::Application application(*options);
    return application.run();
}
