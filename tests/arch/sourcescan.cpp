// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/arch/sourcescan.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dw::test {
namespace {

class Scanner {
public:
    explicit Scanner(const QString &text) : m_text(text) {}

    ScannedSource run() {
        while (m_pos < m_text.size())
            step();
        endLine();
        m_out.lineCount = int(m_text.count(u'\n')) + (m_text.endsWith(u'\n') ? 0 : 1);
        return std::move(m_out);
    }

private:
    QChar at(qsizetype ahead = 0) const {
        const qsizetype i = m_pos + ahead;
        return i < m_text.size() ? m_text.at(i) : QChar();
    }

    void step() {
        const QChar c = at();
        if (c == u'/' && at(1) == u'/')
            m_pos = endOf(u"\n"_s);
        else if (c == u'/' && at(1) == u'*')
            skipTo(endOf(u"*/"_s) + 2);
        else if (c == u'"' && m_code.endsWith(u'R'))
            rawLiteral();
        else if (c == u'"')
            literal();
        else if (c == u'\''
                 && !(m_pos > 0 && m_text.at(m_pos - 1).isLetterOrNumber()
                      && at(1).isLetterOrNumber() && at(2) != u'\''))
            character();
        else
            plain(c);
    }

    void plain(QChar c) {
        ++m_pos;
        if (c == u'\n') {
            endLine();
            return;
        }
        // Only white space and string prefixes may stand between joined literals.
        if (!c.isSpace())
            m_code += c;
        else if (!m_code.endsWith(u' '))
            m_code += u' ';
    }

    void literal() {
        const int line = m_line;
        QString value;
        for (++m_pos; m_pos < m_text.size() && at() != u'"' && at() != u'\n'; ++m_pos) {
            if (at() == u'\\') {
                value += at() == u'\\' && (at(1) == u'"' || at(1) == u'\\') ? at(1) : QChar(u' ');
                ++m_pos;
            } else {
                value += at();
            }
        }
        ++m_pos;
        addLiteral(line, value);
    }

    void rawLiteral() {
        const int line = m_line;
        const qsizetype open = m_text.indexOf(u'(', m_pos);
        const QString close = u")"_s + m_text.mid(m_pos + 1, open - m_pos - 1) + u"\""_s;
        const qsizetype end = m_text.indexOf(close, open);
        if (open < 0 || end < 0) {
            m_pos = m_text.size();
            return;
        }
        m_code.chop(1);
        addLiteral(line, m_text.mid(open + 1, end - open - 1));
        skipTo(end + close.size());
    }

    void addLiteral(int line, const QString &value) {
        static const QRegularExpression between(u"^\\s*(_s|_L1|_ba|s|sv)?\\s*(u8|u|U|L)?$"_s);
        const bool joined = m_afterLiteral && between.match(sinceLiteral()).hasMatch();
        if (joined)
            m_out.literals.last().text += value;
        else
            m_out.literals.append({line, value});
        m_code += u"\"\""_s;
        m_afterLiteral = true;
        m_mark = m_code.size();
        m_carried.clear();
    }

    /// Code between the last literal and here, over line ends.
    QString sinceLiteral() const { return m_carried + m_code.mid(m_mark); }

    void character() {
        for (++m_pos; m_pos < m_text.size() && at() != u'\'' && at() != u'\n'; ++m_pos) {
            if (at() == u'\\')
                ++m_pos;
        }
        ++m_pos;
        m_code += u"''"_s;
    }

    qsizetype endOf(const QString &what) const {
        const qsizetype found = m_text.indexOf(what, m_pos);
        return found < 0 ? m_text.size() : found;
    }

    void skipTo(qsizetype end) {
        for (end = std::min(end, m_text.size()); m_pos < end; ++m_pos) {
            if (at() == u'\n')
                endLine();
        }
    }

    void endLine() {
        if (!m_code.trimmed().isEmpty())
            m_out.code.append({m_line, m_code});
        m_carried += m_code.mid(m_mark) + u' ';
        m_code.clear();
        m_mark = 0;
        ++m_line;
    }

    const QString &m_text;
    ScannedSource m_out;
    QString m_code;    ///< of the current line
    QString m_carried; ///< since the last literal, on lines already ended
    qsizetype m_pos = 0;
    qsizetype m_mark = 0;
    int m_line = 1;
    bool m_afterLiteral = false;
};

} // namespace

ScannedSource scanSource(const QString &text) {
    static const QRegularExpression includeLine(u"^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"_s);
    ScannedSource source = Scanner(text).run();
    // Include lines are read from the text: their quotes are no literals.
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto match = includeLine.match(lines.at(i));
        if (match.hasMatch())
            source.includes.append({int(i) + 1, match.captured(2), match.captured(1) == u'"'});
    }
    return source;
}

} // namespace dw::test
