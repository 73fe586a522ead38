// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wordingtable.h"

namespace dw {

std::span<const WordingEntry> wordings::exchange() {
    static constexpr WordingEntry table[] = {
        // A file that cannot be opened as a table.
        {"text.encoding",
         u"There is no encoding “{encoding}”. Name one like UTF-8, UTF-16LE or GB18030.",
         u"没有名为“{encoding}”的编码。请指定如 UTF-8、UTF-16LE 或 GB18030 的编码。"},
        {"table.encoding_unknown",
         u"The encoding of the text cannot be told. Say which one it is, such as GB18030 or "
         u"windows-1252, or save the file as “CSV UTF-8”.",
         u"无法判断文本的编码。请指明编码，如 GB18030 或 windows-1252，或将文件另存为“CSV "
         u"UTF-8”。"},
        {"table.encoding_mark",
         u"The file was said to be {encoding}, but its first bytes say {found}. Leave the encoding "
         u"to the program, or say {found}.",
         u"指定的编码是 {encoding}，但文件开头标明的是 {found}。请不指定编码，或指定为 {found}。"},
        {"table.format",
         u"The file is of the format {format}, which is not read here. Save it as XLSX or as “CSV "
         u"UTF-8”.",
         u"文件格式为 {format}，此处无法读取。请另存为 XLSX 或“CSV UTF-8”。"},
        {"table.not_xlsx", u"The file was said to be XLSX, but it is none.",
         u"指定的格式是 XLSX，但该文件不是。"},
        {"table.encrypted",
         u"The workbook is protected by a password. Open it in a spreadsheet and save it without "
         u"one.",
         u"该工作簿受密码保护。请用电子表格软件打开，去掉密码后另存。"},
        {"table.binary", u"This is neither text nor a workbook.", u"这既不是文本也不是工作簿。"},
        {"table.separator",
         u"The separator and the quotation mark must be two different characters, and neither may "
         u"be a line end.",
         u"分隔符和引号必须是两个不同的字符，且不能是换行符。"},
        {"table.read", u"The file could not be read. Try again, or copy it to this computer first.",
         u"无法读取文件。请重试，或先将文件复制到本机。"},
        {"table.changed",
         u"Another program wrote to the file while it was read, so what was read cannot be "
         u"trusted. Try again when it is finished.",
         u"读取期间有其他程序写入了该文件，读到的内容不可信。请等其写完后重试。"},

        // Text that cannot be read further.
        {"csv.encoding", u"Line {line} holds bytes that are no {encoding}.",
         u"第 {line} 行含有不属于 {encoding} 的字节。"},
        {"csv.encoding_is", u"Line {line} looks like {encoding}.",
         u"第 {line} 行看起来是 {encoding} 编码。"},
        {"csv.unclosed_quote", u"A quotation mark is opened in line {line} and never closed.",
         u"第 {line} 行的引号打开后没有闭合。"},
        {"csv.read", u"The file could not be read beyond line {line}.",
         u"第 {line} 行之后无法读取。"},
        {"csv.write", u"The file could not be written. Check the free space and try again.",
         u"无法写入文件。请检查剩余空间后重试。"},

        // What is wrong with one row.
        {"csv.text_after_quote",
         u"In column {column}, text stands behind the closing quotation mark.",
         u"第 {column} 列在右引号之后还有文字。"},
        {"csv.nul", u"Column {column} holds a zero byte.", u"第 {column} 列含有零字节。"},
        {"csv.cell_too_long",
         u"Column {column} is longer than {limit} bytes; what stands beyond was cut off here.",
         u"第 {column} 列超过 {limit} 字节；此处截去了多余部分。"},
        {"csv.row_too_long",
         u"The row is longer than {limit} bytes; what stands beyond was cut off here.",
         u"该行超过 {limit} 字节；此处截去了多余部分。"},
        {"csv.too_many_cells",
         u"The row has more than {limit} cells; what stands beyond was cut off here.",
         u"该行超过 {limit} 个单元格；此处截去了多余部分。"},

        // Workbooks.
        {"xlsx.no_sheet",
         u"The workbook has no sheet “{sheet}” with cells. Its visible sheets are: {sheets}.",
         u"工作簿中没有名为“{sheet}”且含单元格的工作表。可见的工作表有：{sheets}。"},
        {"xlsx.damaged",
         u"The workbook is damaged: its part {part} cannot be read at line {line}. Open it in a "
         u"spreadsheet, save it again and try that file.",
         u"工作簿已损坏：其中的 {part} 在第 {line} "
         u"行无法读取。请用电子表格软件打开并另存，然后再试。"},
        {"xlsx.dtd",
         u"The workbook's part {part} brings definitions of its own, which no spreadsheet writes. "
         u"It is not read.",
         u"工作簿的 {part} 带有自定义的实体定义，正常的电子表格不会写出这种内容，因此不予读取。"},
        {"xlsx.bomb",
         u"The workbook's part {part} holds a piece of more than {limit} bytes, which no "
         u"spreadsheet writes. It is not read.",
         u"工作簿的 {part} 中有超过 {limit} 字节的片段，正常的电子表格不会写出这种内容，因此不予读"
         u"取。"},
        {"xlsx.too_many_rows", u"A sheet holds at most {limit} rows. Choose fewer rows, or CSV.",
         u"一张工作表最多 {limit} 行。请减少行数，或改用 CSV。"},
        {"xlsx.too_many_columns",
         u"A sheet holds at most {limit} columns. Choose fewer columns, or CSV.",
         u"一张工作表最多 {limit} 列。请减少列数，或改用 CSV。"},
        {"xlsx.text_too_long",
         u"A text in column “{column}” is longer than the {limit} characters that a cell of a "
         u"workbook holds. Leave the column out, or choose CSV.",
         u"“{column}”列中有文本超过工作簿单元格的上限 {limit} 个字符。请去掉该列，或改用 CSV。"},
        {"xlsx.write", u"The workbook could not be written. Check the free space and try again.",
         u"无法写入工作簿。请检查剩余空间后重试。"},

        // Archives.
        {"zip.truncated", u"The file is cut off: its end is missing. Copy or download it again.",
         u"文件不完整：缺少结尾部分。请重新复制或下载。"},
        {"zip.damaged",
         u"The file is damaged: what is packed in it cannot be unpacked. Copy or download it "
         u"again.",
         u"文件已损坏：其中的内容无法解包。请重新复制或下载。"},
        {"zip.encrypted", u"The archive is protected by a password. Pack it again without one.",
         u"该压缩包受密码保护。请去掉密码后重新打包。"},
        {"zip.bomb",
         u"The file unpacks to more than is allowed ({limit}), as no ordinary file does. It is not "
         u"read.",
         u"该文件解包后超过允许的上限（{limit}），不像正常的文件，因此不予读取。"},
        {"zip.read",
         u"The archive could not be read. Try again, or copy it to this computer first.",
         u"无法读取压缩包。请重试，或先将其复制到本机。"},
        {"zip.write", u"The archive could not be written. Check the free space and try again.",
         u"无法写入压缩包。请检查剩余空间后重试。"},
    };
    return table;
}

} // namespace dw
