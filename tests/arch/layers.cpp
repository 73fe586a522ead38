// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/arch/layers.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace dw::test {
namespace {

bool isInside(const QString &path, const QString &folder) { return path.startsWith(folder + u'/'); }

} // namespace

Layers::Layers(const QString &table) {
    static const QRegularExpression line(u"^([a-z/]+) *:(.*)$"_s);
    const QStringList lines = table.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &text : lines) {
        if (text.startsWith(u'#') || text.trimmed().isEmpty())
            continue;
        const auto match = line.match(text);
        if (match.hasMatch())
            m_uses.insert(match.captured(1), match.captured(2).split(u' ', Qt::SkipEmptyParts));
        else
            m_errors << u"not understood: %1"_s.arg(text);
    }
    for (auto it = m_uses.cbegin(); it != m_uses.cend(); ++it) {
        for (const QString &used : it.value()) {
            if (!m_uses.contains(used) && !used.endsWith(u".h"))
                m_errors << u"%1 may use %2, which is no folder of the table"_s.arg(it.key(), used);
        }
    }
}

QString Layers::folderOf(const QString &path) const {
    for (auto it = m_uses.cbegin(); it != m_uses.cend(); ++it) {
        if (isInside(path, it.key()))
            return it.key();
    }
    return {};
}

bool Layers::allows(const QString &folder, const QString &path) const {
    if (isInside(path, folder))
        return true;
    const bool passedOn = folder.startsWith(u"core/"_s);
    const QStringList uses = m_uses.value(folder);
    for (const QString &used : uses) {
        if (path == used || isInside(path, used) || (passedOn && allows(used, path)))
            return true;
    }
    return false;
}

} // namespace dw::test
