// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sourcetag.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"

#include <QHBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int mostWide = 84, tall = 18;
} // namespace

SourceTag::SourceTag(const QString &icon, const QString &text, const Theme &theme, QWidget *parent)
    : QFrame(parent),
      m_text(new ElidedLabel("tag-text", this)) {
    setProperty("kind", u"source"_s);
    setFixedHeight(tall);
    setMaximumWidth(mostWide);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(5, 0, 5, 0);
    row->setSpacing(3);
    auto *glyph = new IconLabel(theme, 12, this);
    glyph->setIcon(icon, &Tokens::glyph);
    row->addWidget(glyph);
    m_text->setWhole(text);
    row->addWidget(m_text, 1);
    setAccessibleName(text);
}

QString SourceTag::text() const { return m_text->whole(); }

} // namespace dw::ui
