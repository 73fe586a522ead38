// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/text.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/uversion.h>

namespace dw {

namespace {

struct CloseCollator {
    void operator()(UCollator *collator) const { ucol_close(collator); }
};
using CollatorPtr = std::unique_ptr<UCollator, CloseCollator>;

/// Without ICU's data no list could be sorted and no name compared: the installation is broken.
void require(UErrorCode status, const char *what) {
    if (U_FAILURE(status))
        qFatal("ICU cannot open its %s: %s", what, u_errorName(status));
}

/// A collator of one thread's own; ICU shares the data behind them, so a further one costs little.
const UCollator *collator() {
    static thread_local const CollatorPtr own = [] {
        UErrorCode status = U_ZERO_ERROR;
        CollatorPtr opened(ucol_open("zh-u-co-pinyin", &status));
        require(status, "collation data");
        return opened;
    }();
    return own.get();
}

const UNormalizer2 *caseFolding() {
    static const UNormalizer2 *const shared = [] {
        UErrorCode status = U_ZERO_ERROR;
        const UNormalizer2 *instance = unorm2_getNFKCCasefoldInstance(&status);
        require(status, "case folding data");
        return instance;
    }();
    return shared;
}

const char16_t *units(const QString &text) {
    return reinterpret_cast<const char16_t *>(text.constData());
}

int32_t length(const QString &text) {
    Q_ASSERT(text.size() < std::numeric_limits<int32_t>::max());
    return int32_t(text.size());
}

/// ASCII and Chinese characters of the basic block: only the case of letters folds there.
bool isPlain(const QString &text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() < 128 || (c.unicode() >= 0x4E00 && c.unicode() <= 0x9FA5);
    });
}

QString caseFolded(const QString &text) {
    QString folded(text.size() + 16, Qt::Uninitialized);
    for (;;) {
        UErrorCode status = U_ZERO_ERROR;
        const int32_t size =
            unorm2_normalize(caseFolding(), units(text), length(text),
                             reinterpret_cast<char16_t *>(folded.data()), length(folded), &status);
        folded.resize(size);
        if (status != U_BUFFER_OVERFLOW_ERROR)
            return folded;
    }
}

} // namespace

QString fold(const QString &text) {
    return (isPlain(text) ? text.toLower() : caseFolded(text)).simplified();
}

QByteArray collationKey(const QString &text) {
    QByteArray key(text.size() * 4 + 16, Qt::Uninitialized);
    for (;;) {
        const int32_t size =
            ucol_getSortKey(collator(), units(text), length(text),
                            reinterpret_cast<uint8_t *>(key.data()), int32_t(key.size()));
        if (size <= key.size()) {
            // ICU ends a key with a zero byte, which decides nothing.
            key.truncate(std::max(size - 1, 0));
            return key;
        }
        key.resize(size);
    }
}

QString collationVersion() {
    UVersionInfo version;
    ucol_getVersion(collator(), version);
    char text[U_MAX_VERSION_STRING_LENGTH];
    u_versionToString(version, text);
    return QString::fromLatin1(text);
}

} // namespace dw
