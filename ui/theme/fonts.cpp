// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/fonts.h"

#include <QFontDatabase>
#include <QLocale>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

/// Inter's own digits differ in width; the faces of Windows and macOS are left as they are.
constexpr auto figures = "Dealwright Figures"_L1;
constexpr auto latin = "Inter"_L1;

QString chineseFamily() {
    static const QString family = [] {
        const QStringList known{u"Noto Sans CJK SC"_s,   u"Source Han Sans SC"_s,
                                u"Microsoft YaHei UI"_s, u"PingFang SC"_s,
                                u"Noto Sans SC"_s,       u"WenQuanYi Micro Hei"_s};
        const auto found = std::find_if(known.cbegin(), known.cend(), [](const QString &name) {
            return QFontDatabase::hasFamily(name);
        });
        return found == known.cend() ? QString() : *found;
    }();
    return family;
}

bool chineseHasMedium() {
    static const bool has = [] {
        const QString family = chineseFamily();
        const QStringList styles = QFontDatabase::styles(family);
        return std::any_of(styles.cbegin(), styles.cend(), [&](const QString &style) {
            return QFontDatabase::weight(family, style) == QFont::Medium;
        });
    }();
    return has;
}

} // namespace

void loadFigures() {
    static const bool loaded = [] {
        for (const auto style : {"regular"_L1, "medium"_L1, "semibold"_L1})
            QFontDatabase::addApplicationFont(u":/fonts/figures-"_s + style + u".otf"_s);
        return true;
    }();
    Q_UNUSED(loaded)
}

QStringList interfaceFamilies() {
    static const QStringList families = [] {
        QStringList chain;
        if (QFontDatabase::hasFamily(latin))
            chain << figures << latin;
        else
            chain << QFontDatabase::systemFont(QFontDatabase::GeneralFont).families();
        if (!chineseFamily().isEmpty())
            chain << chineseFamily();
        return chain;
    }();
    return families;
}

int availableWeight(int weight) {
    const bool chinese = QLocale().language() == QLocale::Chinese;
    return weight == 500 && chinese && !chineseHasMedium() ? 600 : weight;
}

} // namespace dw::ui
