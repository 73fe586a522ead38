// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsxtexts.h"

namespace dw {
using namespace Qt::StringLiterals;

Result<void> XlsxTexts::read(XmlPart &part, const QString &name, const TableLimits &limits) {
    constexpr qint64 mostBytes = std::numeric_limits<quint32>::max() / 2;
    const qint64 limit = qMin(limits.sharedTextBytes, mostBytes);
    while (part.next()) {
        if (!part.isStart("si"_L1))
            continue;
        m_bytes += richText(part, limits.row.cellBytes).toUtf8();
        // An empty text takes memory too.
        const qint64 taken = m_bytes.size() + qint64(m_ends.size() * sizeof(quint32));
        if (taken > limit)
            return makeError(ErrorKind::Invalid, u"xlsx.bomb"_s,
                             {{u"part"_s, name}, {u"limit"_s, QString::number(limit)}});
        m_ends.push_back(quint32(m_bytes.size()));
    }
    if (part.failure())
        return *part.failure();
    m_bytes.squeeze();
    m_ends.shrink_to_fit();
    return {};
}

std::optional<QString> XlsxTexts::at(qsizetype number) const {
    if (number < 0 || number >= qsizetype(m_ends.size()))
        return std::nullopt;
    const quint32 begin = number == 0 ? 0 : m_ends[size_t(number) - 1];
    return QString::fromUtf8(m_bytes.constData() + begin, m_ends[size_t(number)] - begin);
}

} // namespace dw
