// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopoptions.h"

#include "app/common/version.h"
#include "core/services/wording/wording.h"

#include <QRegularExpression>
#include <cstring>

namespace dw::desktop {
using namespace Qt::StringLiterals;

namespace {

constexpr int leastSide = 320;
constexpr int mostSide = 8192;
constexpr double leastScale = 0.5;
constexpr double mostScale = 4;

std::vector<OptionSpec> specs() {
    const auto shared = programOptionSpecs();
    std::vector<OptionSpec> all(shared.begin(), shared.end());
    all.insert(all.end(), {{u"--screenshots"},
                           {u"--theme"},
                           {u"--size"},
                           {u"--scale"},
                           {u"--help", OptionSpec::Kind::Flag},
                           {u"--version", OptionSpec::Kind::Flag}});
    return all;
}

Error bad(const char *id, const QString &option, const QString &value) {
    return makeError(ErrorKind::Invalid, QString::fromLatin1(id),
                     {{u"option"_s, option}, {u"value"_s, value.left(100)}});
}

bool isScale(const QString &text) {
    bool ok = false;
    const double scale = text.toDouble(&ok);
    return ok && scale >= leastScale && scale <= mostScale;
}

Result<QSize> readSize(const QString &text) {
    static const QRegularExpression shape(u"\\A([0-9]{1,5})[x×X]([0-9]{1,5})\\z"_s);
    const auto match = shape.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const auto fits = [](int side) { return side >= leastSide && side <= mostSide; };
    if (!match.hasMatch() || !fits(size.width()) || !fits(size.height()))
        return bad("cli.bad_size", u"--size"_s, text);
    return size;
}

Result<void> readLook(DesktopOptions &options, const Arguments &arguments) {
    if (const auto theme = arguments.value(u"--theme"_s)) {
        if (*theme != "dark"_L1 && *theme != "light"_L1)
            return bad("cli.bad_theme", u"--theme"_s, *theme);
        options.theme = *theme == "dark"_L1 ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light;
    }
    if (const auto typed = arguments.value(u"--size"_s)) {
        const auto size = readSize(*typed);
        if (!size)
            return size.error();
        options.size = *size;
    }
    const auto scale = arguments.value(u"--scale"_s);
    if (scale && !isScale(*scale))
        return bad("cli.bad_scale", u"--scale"_s, *scale);
    return {};
}

/// A path given alone is how the desktop opens a file of ours.
Result<void> takeFree(DesktopOptions &options, const QStringList &free) {
    for (const QString &word : free) {
        if (!options.program.workspace.isEmpty())
            return makeError(ErrorKind::Invalid, u"cli.too_many_words"_s,
                             {{u"value"_s, word.left(100)}});
        options.program.workspace = word;
    }
    return {};
}

/// The value of an option among raw words; what is malformed is left to the full reading.
QByteArray rawValue(int argc, const char *const *argv, const char *option) {
    const size_t length = std::strlen(option);
    for (int i = 1; i < argc; ++i) {
        if (std::strncmp(argv[i], option, length) != 0)
            continue;
        if (argv[i][length] == '=')
            return argv[i] + length + 1;
        if (argv[i][length] == '\0' && i + 1 < argc)
            return argv[i + 1];
    }
    return {};
}

bool hasRaw(int argc, const char *const *argv, const char *flag) {
    for (int i = 1; i < argc && std::strcmp(argv[i], "--") != 0; ++i) {
        if (std::strcmp(argv[i], flag) == 0)
            return true;
    }
    return false;
}

bool hasDisplay() {
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return !qEnvironmentVariableIsEmpty("DISPLAY")
           || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

} // namespace

Result<DesktopOptions> readDesktopOptions(const QStringList &words) {
    const auto arguments = parseArguments(words, specs());
    if (!arguments)
        return arguments.error();
    const auto program = readProgramOptions(*arguments);
    if (!program)
        return program.error();
    DesktopOptions options;
    options.program = *program;
    options.language = languageFromName(arguments->value(u"--lang"_s).value_or(QString()));
    if (const auto folder = arguments->value(u"--screenshots"_s)) {
        if (folder->isEmpty())
            return makeError(ErrorKind::Invalid, u"cli.empty_option"_s,
                             {{u"option"_s, u"--screenshots"_s}});
        options.pictures = *folder;
    }
    if (const auto read = readLook(options, *arguments); !read)
        return read.error();
    if (const auto taken = takeFree(options, arguments->free); !taken)
        return taken.error();
    return options;
}

QString usage() {
    return u"dealwright [--workspace DIR] [--screenshots DIR] [--lang zh_CN|en] [--theme "
           u"dark|light]\n"
           "           [--now INSTANT] [--size WxH] [--scale N] [--version] [FILE.dealwright]\n"_s;
}

QString answerAlone(int argc, const char *const *argv) {
    if (hasRaw(argc, argv, "--help"))
        return usage();
    return hasRaw(argc, argv, "--version") ? programVersion() + u'\n' : QString();
}

Surface prepareEnvironment(int argc, const char *const *argv) {
    const QByteArray scale = rawValue(argc, argv, "--scale");
    if (isScale(QString::fromLatin1(scale)))
        qputenv("QT_SCALE_FACTOR", scale);
    const bool named = !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")
                       || !rawValue(argc, argv, "-platform").isEmpty();
    if (named || hasDisplay())
        return Surface::Screen;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return Surface::None;
}

} // namespace dw::desktop
