// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xmlpart.h"

#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockBytes = 1 << 16;
constexpr int mostAttributes = 4096; // the reader compares each with all others
constexpr int deepest = 128;

/// `_xHHHH_` stands for a character that XML cannot hold; `_x005F_` for the blank line itself.
QString unescaped(const QString &text) {
    qsizetype at = text.indexOf("_x"_L1);
    if (at < 0)
        return text;
    QString out;
    qsizetype from = 0;
    for (; at >= 0; at = text.indexOf("_x"_L1, at)) {
        bool isHex = false;
        const ushort unit = text.mid(at + 2, 4).toUShort(&isHex, 16);
        if (!isHex || text.size() < at + 7 || text.at(at + 6) != u'_') {
            at += 2;
            continue;
        }
        out += QStringView(text).sliced(from, at - from);
        out += QChar(unit);
        at += 7;
        from = at;
    }
    out += QStringView(text).sliced(from);
    return out;
}

} // namespace

XmlSource::XmlSource(std::unique_ptr<QIODevice> entry, qint64 pieceBytes)
    : m_entry(std::move(entry)),
      m_pieceBytes(pieceBytes),
      m_left(pieceBytes) {
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 XmlSource::readData(char *data, qint64 most) {
    if (m_tooLong || (m_at == m_block.size() && !fill()))
        return -1;
    const qint64 count = qMin(most, m_block.size() - m_at);
    m_left -= count;
    m_tooLong = m_left < 0;
    std::copy_n(m_block.constData() + m_at, count, data);
    m_at += count;
    return m_tooLong ? -1 : count;
}

/// False at the end, after a failure, and where the block must not be read.
bool XmlSource::fill() {
    m_block.resize(blockBytes);
    const qint64 got = m_entry->read(m_block.data(), blockBytes);
    m_block.resize(qMax<qint64>(got, 0));
    m_at = 0;
    m_taken += m_block.size();
    m_tooLong = hasTooManyAttributes();
    return got > 0 && !m_tooLong;
}

/// Counts the equal signs of each tag; a `<` begins one, because no value may hold it.
bool XmlSource::hasTooManyAttributes() {
    for (const char c : m_block) {
        if (c == '<') {
            m_inTag = true;
            m_quote = 0;
            m_attributes = 0;
        } else if (!m_inTag) {
            continue;
        } else if (m_quote != 0) {
            m_quote = c == m_quote ? '\0' : m_quote;
        } else if (c == '"' || c == '\'') {
            m_quote = c;
        } else if (c == '>') {
            m_inTag = false;
        } else if (c == '=' && ++m_attributes > mostAttributes) {
            return true;
        }
    }
    return false;
}

XmlPart::XmlPart(std::unique_ptr<QIODevice> entry, QString name, qint64 pieceBytes)
    : m_name(std::move(name)),
      m_pieceBytes(pieceBytes),
      m_source(std::move(entry), pieceBytes),
      m_xml(&m_source) {}

bool XmlPart::next() {
    if (m_failure)
        return false;
    m_source.beginPiece();
    switch (m_xml.readNext()) {
    case QXmlStreamReader::StartElement:
        if (++m_depth > deepest)
            damaged();
        break;
    case QXmlStreamReader::EndElement:
        --m_depth;
        break;
    case QXmlStreamReader::DTD:
    case QXmlStreamReader::EntityReference:
        m_failure = makeError(ErrorKind::Invalid, u"xlsx.dtd"_s, {{u"part"_s, m_name}});
        break;
    case QXmlStreamReader::Invalid:
        m_failure = readerError();
        break;
    case QXmlStreamReader::EndDocument:
        return false;
    default:
        break;
    }
    return !m_failure;
}

Error XmlPart::readerError() const {
    if (auto failure = m_source.failure())
        return *failure;
    if (m_source.isTooLong())
        return makeError(ErrorKind::Invalid, u"xlsx.bomb"_s,
                         {{u"part"_s, m_name}, {u"limit"_s, QString::number(m_pieceBytes)}});
    return makeError(ErrorKind::Invalid, u"xlsx.damaged"_s,
                     {{u"part"_s, m_name}, {u"line"_s, QString::number(m_xml.lineNumber())}},
                     m_xml.errorString());
}

Error XmlPart::damaged() {
    m_failure = makeError(ErrorKind::Invalid, u"xlsx.damaged"_s,
                          {{u"part"_s, m_name}, {u"line"_s, QString::number(m_xml.lineNumber())}});
    return *m_failure;
}

bool XmlPart::isOwn() const {
    const QStringView language = m_xml.namespaceUri();
    return language == "http://schemas.openxmlformats.org/spreadsheetml/2006/main"_L1
           || language == "http://purl.oclc.org/ooxml/spreadsheetml/main"_L1
           || language == "http://schemas.openxmlformats.org/package/2006/relationships"_L1
           || language.isEmpty();
}

void XmlPart::skip() {
    const int outside = m_depth - 1;
    while (m_depth > outside && next()) {
    }
}

bool XmlPart::nextChild(int depth) {
    while (m_depth >= depth && next()) {
        if (m_xml.isStartElement() && m_depth == depth + 1)
            return true;
    }
    return false;
}

QString XmlPart::text(qsizetype most, bool *cut) {
    const int inside = m_depth;
    QString text;
    while (m_depth >= inside && next()) {
        if (!m_xml.isCharacters() || m_depth != inside)
            continue;
        const QStringView more = m_xml.text();
        const qsizetype room = most - text.size();
        text += more.first(qMin(room, more.size()));
        if (more.size() > room && cut)
            *cut = true;
    }
    return text;
}

QString richText(XmlPart &part, qsizetype most, bool *cut) {
    const int item = part.depth();
    QString text;
    while (part.nextChild(item)) {
        if (part.isStart("t"_L1)) {
            text += part.text(most - text.size(), cut);
        } else if (part.isStart("r"_L1)) {
            const int run = part.depth();
            while (part.nextChild(run)) {
                if (part.isStart("t"_L1))
                    text += part.text(most - text.size(), cut);
                else
                    part.skip();
            }
        } else {
            part.skip();
        }
    }
    return unescaped(text);
}

} // namespace dw
