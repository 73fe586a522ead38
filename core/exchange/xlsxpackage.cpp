// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsxpackage.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLinks = 20'000;
constexpr qsizetype mostSheets = 10'000;
constexpr qsizetype mostFormats = 200'000; // a spreadsheet itself makes 65,490 at most
constexpr qint64 mimeBytes = 200;

QString folderOf(const QString &part) { return part.left(part.lastIndexOf(u'/') + 1); }

/// The part that a link of `part` points at; links are relative to their folder.
QString resolved(const QString &part, const QString &target) {
    if (target.startsWith(u'/'))
        return target.sliced(1);
    QStringList steps;
    const QStringList all = (folderOf(part) + target).split(u'/', Qt::SkipEmptyParts);
    for (const QString &step : all) {
        if (step == ".."_L1 && !steps.isEmpty())
            steps.removeLast();
        else if (step != "."_L1 && step != ".."_L1)
            steps << step;
    }
    return steps.join(u'/');
}

QString linksPart(const QString &part) {
    return folderOf(part) + u"_rels/"_s + part.mid(folderOf(part).size()) + u".rels"_s;
}

/// The attribute of that name that belongs to another language than the element's own.
QString foreignAttribute(const QXmlStreamAttributes &attributes, QLatin1StringView name) {
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == name && !attribute.namespaceUri().isEmpty())
            return attribute.value().toString();
    }
    return {};
}

bool isTrue(QStringView value) { return value == "1"_L1 || value == "true"_L1; }

} // namespace

XlsxPackage::XlsxPackage(std::unique_ptr<ZipReader> zip, const TableLimits &limits)
    : m_zip(std::move(zip)),
      m_pieceBytes(limits.tokenBytes) {
    const auto &entries = m_zip->entries();
    for (size_t i = 0; i < entries.size(); ++i)
        m_parts.insert(folded(entries[i].name), qsizetype(i));
}

/// Names of parts do not tell case apart, and some programs write them as Windows does.
QString XlsxPackage::folded(QString part) {
    part.replace(u'\\', u'/');
    return (part.startsWith(u'/') ? part.sliced(1) : part).toLower();
}

Result<std::unique_ptr<XlsxPackage>> XlsxPackage::open(std::unique_ptr<QIODevice> device,
                                                       const TableLimits &limits) {
    auto zip = ZipReader::open(std::move(device),
                               {.entries = limits.zipEntries, .bytes = limits.zipBytes});
    if (!zip)
        return zip.error();
    std::unique_ptr<XlsxPackage> package(new XlsxPackage(std::move(*zip), limits));
    if (auto read = package->readWorkbook(); !read)
        return read.error();
    return package;
}

qint64 XlsxPackage::sizeOf(const QString &part) const {
    const auto at = m_parts.constFind(folded(part));
    return at == m_parts.cend() ? 0 : m_zip->entries()[size_t(*at)].size;
}

Result<std::unique_ptr<XmlPart>> XlsxPackage::openPart(const QString &part) {
    const auto at = m_parts.constFind(folded(part));
    if (at == m_parts.cend())
        return makeError(ErrorKind::Invalid, u"xlsx.damaged"_s,
                         {{u"part"_s, part}, {u"line"_s, u"0"_s}}, u"no such part"_s);
    auto entry = m_zip->read(*at);
    if (!entry)
        return entry.error();
    return std::make_unique<XmlPart>(std::move(*entry), part, m_pieceBytes);
}

/// Where a part has no links, there are none.
Result<std::vector<XlsxPackage::Link>> XlsxPackage::linksOf(const QString &part) {
    std::vector<Link> links;
    const QString name = linksPart(part);
    if (!has(name))
        return links;
    auto xml = openPart(name);
    if (!xml)
        return xml.error();
    while ((*xml)->next()) {
        if (!(*xml)->isStart("Relationship"_L1))
            continue;
        const QXmlStreamAttributes attributes = (*xml)->xml().attributes();
        if (qsizetype(links.size()) == mostLinks)
            return (*xml)->damaged();
        if (attributes.value("TargetMode"_L1) != "External"_L1)
            links.push_back({attributes.value("Id"_L1).toString(),
                             attributes.value("Type"_L1).toString(),
                             resolved(part, attributes.value("Target"_L1).toString())});
    }
    if ((*xml)->failure())
        return *(*xml)->failure();
    return links;
}

/// What another archive is called.
Error XlsxPackage::foreign() const {
    QString format = u"ZIP"_s;
    if (const qsizetype mime = m_zip->find(u"mimetype"_s); mime >= 0) {
        const auto type = m_zip->bytes(mime, mimeBytes);
        if (type && type->contains("opendocument.spreadsheet"))
            format = u"ODS"_s;
    } else if (has(u"xl/workbook.bin"_s)) {
        format = u"XLSB"_s;
    } else if (has(u"word/document.xml"_s)) {
        format = u"DOCX"_s;
    } else if (has(u"Index/Document.iwa"_s)) {
        format = u"Numbers"_s;
    }
    return makeError(ErrorKind::Invalid, u"table.format"_s, {{u"format"_s, format}});
}

Result<void> XlsxPackage::readWorkbook() {
    const auto roots = linksOf(QString());
    if (!roots)
        return roots.error();
    QString workbook;
    for (const Link &link : *roots) {
        if (link.type.endsWith("/officeDocument"_L1))
            workbook = link.target;
    }
    if (workbook.isEmpty() && has(u"xl/workbook.xml"_s))
        workbook = u"xl/workbook.xml"_s;
    if (workbook.isEmpty() || has(u"xl/workbook.bin"_s) || has(u"word/document.xml"_s))
        return foreign();
    const auto links = linksOf(workbook);
    if (!links)
        return links.error();
    if (auto sheets = readSheets(workbook, *links); !sheets)
        return sheets;
    for (const Link &link : *links) {
        if (link.type.endsWith("/sharedStrings"_L1))
            m_sharedTexts = link.target;
        if (link.type.endsWith("/styles"_L1)) {
            if (auto formats = readFormats(link.target); !formats)
                return formats;
        }
    }
    return {};
}

Result<void> XlsxPackage::readSheets(const QString &workbook, const std::vector<Link> &links) {
    auto xml = openPart(workbook);
    if (!xml)
        return xml.error();
    while ((*xml)->next()) {
        const QXmlStreamAttributes attributes = (*xml)->xml().attributes();
        if ((*xml)->isStart("workbookPr"_L1))
            m_from1904 = isTrue(attributes.value("date1904"_L1));
        if (!(*xml)->isStart("sheet"_L1))
            continue;
        if (qsizetype(m_sheets.size()) == mostSheets)
            return (*xml)->damaged();
        const QString id = foreignAttribute(attributes, "id"_L1);
        // Charts and dialogs are sheets as well, but hold no cells.
        for (const Link &link : links) {
            if (link.id == id && link.type.endsWith("/worksheet"_L1))
                m_sheets.push_back({attributes.value("name"_L1).toString(),
                                    !attributes.value("state"_L1).endsWith("idden"_L1),
                                    link.target});
        }
    }
    if ((*xml)->failure())
        return *(*xml)->failure();
    return {};
}

Result<void> XlsxPackage::readFormats(const QString &part) {
    if (!has(part))
        return {};
    auto xml = openPart(part);
    if (!xml)
        return xml.error();
    QHash<int, NumberLook> custom;
    bool inFormats = false;
    bool inCells = false;
    while ((*xml)->next()) {
        const auto enters = [&](QLatin1StringView name, bool &inside) {
            inside = (inside && !(*xml)->isEnd(name)) || (*xml)->isStart(name);
        };
        enters("numFmts"_L1, inFormats);
        enters("cellXfs"_L1, inCells);
        const QXmlStreamAttributes attributes = (*xml)->xml().attributes();
        const int format = attributes.value("numFmtId"_L1).toInt();
        if (inFormats && (*xml)->isStart("numFmt"_L1))
            custom.insert(format, lookOf(attributes.value("formatCode"_L1).toString()));
        if (inCells && (*xml)->isStart("xf"_L1))
            m_looks.push_back(custom.contains(format) ? custom.value(format) : builtInLook(format));
        if (custom.size() > mostFormats || qsizetype(m_looks.size()) > mostFormats)
            return (*xml)->damaged();
    }
    if ((*xml)->failure())
        return *(*xml)->failure();
    return {};
}

const NumberLook &XlsxPackage::look(qsizetype style) const {
    static const NumberLook plain;
    return style >= 0 && style < qsizetype(m_looks.size()) ? m_looks[size_t(style)] : plain;
}

} // namespace dw
