// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/ziparchive.h"

#include <QXmlStreamReader>

namespace dw {

/// Hands an entry to the XML reader in blocks and refuses what would take it too much memory or
/// time: a piece of XML that does not end, a tag of too many attributes.
class XmlSource final : public QIODevice {
public:
    XmlSource(std::unique_ptr<QIODevice> entry, qint64 pieceBytes);

    [[nodiscard]] bool isSequential() const override { return true; }
    /// A piece ended; the next one may take as much again.
    void beginPiece() { m_left = m_pieceBytes; }
    /// Bytes of the entry unpacked so far.
    [[nodiscard]] qint64 taken() const { return m_taken; }
    [[nodiscard]] bool isTooLong() const { return m_tooLong; }
    [[nodiscard]] std::optional<Error> failure() const { return failureOf(*m_entry); }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    bool fill();
    [[nodiscard]] bool hasTooManyAttributes();

    const std::unique_ptr<QIODevice> m_entry;
    const qint64 m_pieceBytes;
    qint64 m_left;
    qint64 m_taken = 0;
    QByteArray m_block;
    qsizetype m_at = 0;
    bool m_tooLong = false;
    bool m_inTag = false;
    char m_quote = 0; ///< That the value of an attribute began with.
    int m_attributes = 0;
};

/// One part of a workbook, read token by token. Elements count where they are of the spreadsheet's
/// own language, in its transitional or its strict form.
class XmlPart {
public:
    /// `name` is for messages.
    XmlPart(std::unique_ptr<QIODevice> entry, QString name, qint64 pieceBytes);

    /// The next token; false at the end of the part and where it cannot be read (failure()).
    bool next();
    [[nodiscard]] bool isStart() const { return m_xml.isStartElement() && isOwn(); }
    [[nodiscard]] bool isStart(QLatin1StringView name) const {
        return m_xml.isStartElement() && m_xml.name() == name && isOwn();
    }
    [[nodiscard]] bool isEnd(QLatin1StringView name) const {
        return m_xml.isEndElement() && m_xml.name() == name && isOwn();
    }
    /// Passes over the rest of the element that has just begun.
    void skip();
    /// Goes to the next child of the element at `depth` that begins; false at its end.
    bool nextChild(int depth);
    /// Characters of the element that has just begun, without those of its children; not more than
    /// `most`, and then `cut` is set.
    QString text(qsizetype most, bool *cut = nullptr);

    [[nodiscard]] const QXmlStreamReader &xml() const { return m_xml; }
    /// Elements that are open.
    [[nodiscard]] int depth() const { return m_depth; }
    [[nodiscard]] qint64 taken() const { return m_source.taken(); }
    /// Fails: "xlsx.damaged" {part, line}, "xlsx.dtd" {part}, "xlsx.bomb" {part, limit}, and as
    /// ZipReader::read().
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }
    /// What is written there makes no sense.
    Error damaged();

private:
    [[nodiscard]] bool isOwn() const;
    [[nodiscard]] Error readerError() const;

    const QString m_name;
    const qint64 m_pieceBytes;
    XmlSource m_source;
    QXmlStreamReader m_xml;
    int m_depth = 0;
    std::optional<Error> m_failure;
};

/// The text of a shared or inline string: its plain text or its runs, without phonetic hints, with
/// `_x000D_` and its like as the characters that they stand for.
[[nodiscard]] QString richText(XmlPart &part, qsizetype most, bool *cut = nullptr);

} // namespace dw
