// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

namespace dw::ui {

class ElidedLabel;
class IconLabel;

/// A small box with an icon and a few words: where a value or an entry comes from. Ends in an
/// ellipsis where the words are long; the whole stands in the tooltip.
class SourceTag final : public QFrame {
    Q_OBJECT
public:
    SourceTag(const QString &icon, const QString &text, const Theme &theme, QWidget *parent);
    [[nodiscard]] QString text() const;

private:
    ElidedLabel *m_text;
};

} // namespace dw::ui
