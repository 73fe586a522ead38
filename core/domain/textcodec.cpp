// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/textcodec.h"

#include <array>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

struct Alias {
    const char *name; ///< Without case, blanks, `-` and `_`.
    const char16_t *encoding;
};

/// What web pages and spreadsheets mean by a name: the larger set of those that share it.
constexpr std::array aliases{
    Alias{"utf8", u"UTF-8"},
    Alias{"utf8bom", u"UTF-8"},
    Alias{"ascii", u"UTF-8"},
    Alias{"usascii", u"UTF-8"},
    Alias{"utf16", u"UTF-16"},
    Alias{"unicode", u"UTF-16"},
    Alias{"utf16le", u"UTF-16LE"},
    Alias{"utf16be", u"UTF-16BE"},
    Alias{"utf32", u"UTF-32"},
    Alias{"utf32le", u"UTF-32LE"},
    Alias{"utf32be", u"UTF-32BE"},
    Alias{"gb18030", u"GB18030"},
    Alias{"gbk", u"GB18030"},
    Alias{"gb2312", u"GB18030"},
    Alias{"cp936", u"GB18030"},
    Alias{"windows936", u"GB18030"},
    Alias{"ansi936", u"GB18030"},
    Alias{"euccn", u"GB18030"},
    Alias{"big5", u"Big5"},
    Alias{"cp950", u"Big5"},
    Alias{"windows950", u"Big5"},
    Alias{"shiftjis", u"Shift_JIS"},
    Alias{"sjis", u"Shift_JIS"},
    Alias{"cp932", u"Shift_JIS"},
    Alias{"windows31j", u"Shift_JIS"},
    Alias{"eucjp", u"EUC-JP"},
    Alias{"euckr", u"EUC-KR"},
    Alias{"cp949", u"EUC-KR"},
    Alias{"windows949", u"EUC-KR"},
    Alias{"windows1250", u"windows-1250"},
    Alias{"cp1250", u"windows-1250"},
    Alias{"windows1251", u"windows-1251"},
    Alias{"cp1251", u"windows-1251"},
    Alias{"windows1252", u"windows-1252"},
    Alias{"cp1252", u"windows-1252"},
    Alias{"latin1", u"windows-1252"},
    Alias{"iso88591", u"windows-1252"},
    Alias{"windows1253", u"windows-1253"},
    Alias{"cp1253", u"windows-1253"},
    Alias{"windows1254", u"windows-1254"},
    Alias{"cp1254", u"windows-1254"},
    Alias{"windows1255", u"windows-1255"},
    Alias{"cp1255", u"windows-1255"},
    Alias{"windows1256", u"windows-1256"},
    Alias{"cp1256", u"windows-1256"},
    Alias{"windows1257", u"windows-1257"},
    Alias{"cp1257", u"windows-1257"},
    Alias{"windows1258", u"windows-1258"},
    Alias{"cp1258", u"windows-1258"},
    Alias{"iso88592", u"ISO-8859-2"},
    Alias{"latin2", u"ISO-8859-2"},
    Alias{"iso88595", u"ISO-8859-5"},
    Alias{"iso88597", u"ISO-8859-7"},
    Alias{"iso88599", u"ISO-8859-9"},
    Alias{"iso885915", u"ISO-8859-15"},
    Alias{"latin9", u"ISO-8859-15"},
    Alias{"koi8r", u"KOI8-R"},
    Alias{"macintosh", u"macintosh"},
    Alias{"macroman", u"macintosh"},
};

/// ICU's name where it knows a larger set by another one.
QByteArray converterName(const QString &encoding) {
    if (encoding == "Big5"_L1)
        return "windows-950";
    if (encoding == "Shift_JIS"_L1)
        return "ibm-943_P15A-2003";
    if (encoding == "EUC-KR"_L1)
        return "windows-949";
    return encoding.toLatin1();
}

struct CloseConverter {
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter openConverter(const QString &encoding) {
    const QString name = canonicalEncoding(encoding);
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(name.isEmpty() ? nullptr
                                       : ucnv_open(converterName(name).constData(), &status));
    return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

Error unknownEncoding(const QString &encoding) {
    return makeError(ErrorKind::Invalid, u"text.encoding"_s, {{u"encoding"_s, encoding}});
}

/// Half of a pair that stands alone, which no converter gives otherwise.
constexpr char16_t badMark = 0xDFFF;

void U_CALLCONV markBad(const void *, UConverterToUnicodeArgs *args, const char *, int32_t,
                        UConverterCallbackReason reason, UErrorCode *status) {
    if (reason > UCNV_IRREGULAR)
        return;
    *status = U_ZERO_ERROR;
    const UChar mark = badMark;
    ucnv_cbToUWriteUChars(args, &mark, 1, 0, status);
}

/// UTF-8 of well-formed text with marks in it.
QByteArray withBadBytes(QStringView text) {
    QByteArray out;
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].unicode() != badMark || (i > 0 && text[i - 1].isHighSurrogate()))
            continue;
        out += text.mid(from, i - from).toUtf8();
        out += TextDecoder::bad;
        from = i + 1;
    }
    return from == 0 ? text.toUtf8() : out + text.mid(from).toUtf8();
}

class IcuDecoder final : public TextDecoder {
public:
    explicit IcuDecoder(Converter converter) : m_converter(std::move(converter)) {
        UErrorCode status = U_ZERO_ERROR;
        ucnv_setToUCallBack(m_converter.get(), markBad, nullptr, nullptr, nullptr, &status);
    }

    QByteArray decode(QByteArrayView bytes, bool last) override {
        QByteArray out;
        const char *from = bytes.data();
        const char *end = from + bytes.size();
        std::array<char16_t, 8192> units{};
        UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
        while (status == U_BUFFER_OVERFLOW_ERROR) {
            status = U_ZERO_ERROR;
            char16_t *to = units.data() + m_kept.size();
            if (!m_kept.isEmpty())
                units[0] = m_kept.front().unicode();
            ucnv_toUnicode(m_converter.get(), &to, units.data() + units.size(), &from, end, nullptr,
                           UBool(last), &status);
            QStringView text(units.data(), to - units.data());
            // A pair may be cut by the end of the buffer.
            const bool cut = !text.isEmpty() && text.last().isHighSurrogate();
            m_kept = cut ? QString(text.last()) : QString();
            out += withBadBytes(text.chopped(cut ? 1 : 0));
        }
        return out;
    }

private:
    Converter m_converter;
    QString m_kept;
};

} // namespace

Result<std::unique_ptr<TextDecoder>> TextDecoder::create(const QString &encoding) {
    Converter converter = openConverter(encoding);
    if (!converter)
        return unknownEncoding(encoding);
    return std::unique_ptr<TextDecoder>(std::make_unique<IcuDecoder>(std::move(converter)));
}

Result<QByteArray> encodeText(const QString &text, const QString &encoding) {
    const Converter converter = openConverter(encoding);
    if (!converter)
        return unknownEncoding(encoding);
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setSubstString(converter.get(), u"?", 1, &status);
    const char16_t *from = reinterpret_cast<const char16_t *>(text.utf16());
    QByteArray out(UCNV_GET_MAX_BYTES_FOR_STRING(text.size(), ucnv_getMaxCharSize(converter.get())),
                   Qt::Uninitialized);
    const int32_t size = ucnv_fromUChars(converter.get(), out.data(), int32_t(out.size()), from,
                                         int32_t(text.size()), &status);
    if (U_FAILURE(status))
        return unknownEncoding(encoding);
    out.truncate(size);
    return out;
}

QString canonicalEncoding(const QString &name) {
    QString plain = name.trimmed().toLower();
    plain.remove(u'-').remove(u'_').remove(u' ');
    for (const Alias &alias : aliases) {
        if (plain == QLatin1StringView(alias.name))
            return QString::fromUtf16(alias.encoding);
    }
    return {};
}

const QStringList &usualEncodings() {
    static const QStringList names{u"UTF-8"_s,        u"GB18030"_s,      u"UTF-16LE"_s,
                                   u"UTF-16BE"_s,     u"windows-1252"_s, u"Big5"_s,
                                   u"Shift_JIS"_s,    u"EUC-KR"_s,       u"windows-1250"_s,
                                   u"windows-1251"_s, u"windows-1254"_s, u"ISO-8859-15"_s};
    return names;
}

} // namespace dw
