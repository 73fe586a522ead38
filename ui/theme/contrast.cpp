// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/contrast.h"

#include <algorithm>
#include <cmath>

namespace dw::ui {

namespace {

constexpr double smallTextContrast = 4.5;

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c) {
    return 0.2126 * linear(double(c.redF())) + 0.7152 * linear(double(c.greenF()))
           + 0.0722 * linear(double(c.blueF()));
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

QColor mixed(const QColor &over, const QColor &under, double share) {
    const auto channel = [share](int top, int bottom) {
        return int(std::lround(top * share + bottom * (1 - share)));
    };
    return {channel(over.red(), under.red()), channel(over.green(), under.green()),
            channel(over.blue(), under.blue())};
}

QColor readable(const QColor &color, const QColor &background, const QColor &toward) {
    for (int step = 0; step < 10; ++step) {
        const QColor tried = mixed(toward, color, step / 10.0);
        if (contrastRatio(tried, background) >= smallTextContrast)
            return tried;
    }
    return toward;
}

} // namespace dw::ui
