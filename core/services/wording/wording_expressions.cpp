// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wordingtable.h"

namespace dw {

std::span<const WordingEntry> wordings::expressions() {
    static constexpr WordingEntry table[] = {
        {"expr.syntax",
         u"The expression cannot be read at character {position}. Nothing was run; mend it there "
         u"and try again.",
         u"表达式在第 {position} 个字符处无法解析。未执行任何操作，请在该处修正后重试。"},
        {"expr.expected_value",
         u"A value is expected there: a field, a text in quotes, a number, an amount such as CNY "
         u"500000, or a date such as 2026-03-10.",
         u"此处应为值：字段、引号中的文本、数字、金额（如 CNY 500000）或日期（如 2026-03-10）。"},
        {"expr.expected_operator",
         u"What stands there cannot follow. An operator, “and”, “or” or the end is expected.",
         u"此处的内容不能接在前面之后，应为运算符、and、or 或结尾。"},
        {"expr.expected_sign", u"“{sign}” is expected there.", u"此处应为“{sign}”。"},
        {"expr.expected_name", u"The name of a field is expected behind the point.",
         u"点号之后应为字段名。"},
        {"expr.bad_character",
         u"The character {name} means nothing there. Inside quotes most characters may stand.",
         u"字符 {name} 在此处没有意义；大多数字符可以写在引号内。"},
        {"expr.unterminated", u"The text has no closing {name}.", u"文本缺少结束的 {name}。"},
        {"expr.bad_escape", u"Behind a backslash only a quote, a backslash, n, r or t may stand.",
         u"反斜杠之后只能是引号、反斜杠、n、r 或 t。"},
        {"expr.bad_date", u"{value} is no day of the calendar. Dates are written 2026-03-10.",
         u"{value} 不是有效日期。日期请写作 2026-03-10。"},
        {"expr.bad_instant",
         u"{value} is no point in time. Write it with its zone: 2026-03-10T09:30:00+08:00 or "
         u"2026-03-10T01:30:00Z.",
         u"{value} 不是有效时刻。请带时区书写：2026-03-10T09:30:00+08:00 或 "
         u"2026-03-10T01:30:00Z。"},
        {"expr.bad_number", u"{value} is larger than numbers can be.", u"{value} 超出数字的范围。"},
        {"expr.too_long",
         u"The expression is too long: at most {limit} characters are read. Nothing was run; split "
         u"it, or move a part into a formula field.",
         u"表达式过长：最多读取 {limit} 个字符。未执行任何操作，请拆分，或将一部分移入公式字段。"},
        {"expr.too_deep",
         u"The expression is nested too deeply (at most {limit} levels, fewer in a search of the "
         u"database). Nothing was run; use fewer brackets.",
         u"表达式嵌套过深（最多 {limit} 层，在数据库中查找时更少）。未执行任何操作，请减少括号。"},
        {"expr.too_many",
         u"The expression has too many parts (at most {limit}; formula fields count with all their "
         u"parts). Nothing was run; make it shorter.",
         u"表达式的组成部分过多（最多 {limit} "
         u"个，公式字段的各部分也计算在内）。未执行任何操作，请缩短。"},
        {"expr.unknown_field", u"At character {position}: {entity} has no field “{name}”.",
         u"第 {position} 个字符处：{entity}没有字段“{name}”。"},
        {"expr.unknown_function", u"At character {position}: there is no function “{name}”.",
         u"第 {position} 个字符处：没有函数“{name}”。"},
        {"expr.unknown_relation",
         u"At character {position}: no list “{name}” belongs to {entity}. Write the plural of what "
         u"links to it, as in count(touchpoints).",
         u"第 {position} 个字符处：{entity}没有关联列表“{name}”。请写链接到它的对象的复数，例如 "
         u"count(touchpoints)。"},
        {"expr.ambiguous_relation",
         u"At character {position}: “{name}” belong to it in several ways. Say which: {choices}.",
         u"第 {position} 个字符处：“{name}”以多种方式与其关联，请指明：{choices}。"},
        {"expr.did_you_mean", u"Did you mean {name}?", u"您是指 {name} 吗？"},
        {"expr.use_aggregate",
         u"{name} are other records. Ask about them with count({name}) or sum({name}.…).",
         u"{name} 是其他记录，请用 count({name}) 或 sum({name}.…) 查询。"},
        {"expr.not_a_link",
         u"At character {position}: {name} points at no record, so nothing can be read behind its "
         u"point.",
         u"第 {position} 个字符处：{name} 不指向任何记录，其点号之后不能再读取字段。"},
        {"expr.path_too_long",
         u"At character {position}: the way over links is too long. At most {limit} names may be "
         u"joined by points.",
         u"第 {position} 个字符处：链接路径过长，最多用点号连接 {limit} 个名称。"},
        {"expr.choice",
         u"At character {position}: there is no choice “{value}”. The choices are: {choices}.",
         u"第 {position} 个字符处：没有选项“{value}”。可选：{choices}。"},
        {"expr.type", u"At character {position}: “{operation}” cannot be used like this.",
         u"第 {position} 个字符处：“{operation}”不能这样使用。"},
        {"expr.two_types", u"It does not go with {left} and {right} together.",
         u"它不能同时用于 {left} 与 {right}。"},
        {"expr.wanted_type", u"It takes {expected}; {found} stands there.",
         u"它需要 {expected}，此处却是 {found}。"},
        {"expr.not_condition",
         u"At character {position}: a condition is needed here (yes or no), not {found}. Compare "
         u"it with something.",
         u"第 {position} 个字符处：此处需要条件（是或否），而不是 {found}。请将其与某值比较。"},
        {"expr.arguments",
         u"At character {position}: {name}() takes another number of arguments: {expected}, not "
         u"{found}.",
         u"第 {position} 个字符处：{name}() 需要 {expected} 个参数，给出了 {found} 个。"},
        {"expr.money_number",
         u"At character {position}: an amount can only be compared with an amount, and added to "
         u"one. Write the currency, as in CNY 500000.",
         u"第 {position} 个字符处：金额只能与金额比较或相加。请写明币种，例如 CNY 500000。"},
        {"expr.time_number", u"At character {position}: say what the number counts, as in 30 days.",
         u"第 {position} 个字符处：请写明数字的单位，例如 30 days。"},
        {"expr.currency",
         u"At character {position}: {left} and {right} cannot be compared or added without a rate.",
         u"第 {position} 个字符处：没有汇率时，{left} 与 {right} 不能比较或相加。"},
        {"expr.unit", u"At character {position}: {left} and {right} do not measure the same.",
         u"第 {position} 个字符处：{left} 与 {right} 的单位不一致。"},
        {"expr.whole_days",
         u"At character {position}: a date can be moved by whole days, weeks, months or years "
         u"only.",
         u"第 {position} 个字符处：日期只能按整日、整周、整月或整年移动。"},
        {"expr.bad_duration",
         u"At character {position}: months and years must be whole, and a duration at most 10,000 "
         u"years.",
         u"第 {position} 个字符处：月和年须为整数，时长最多 10,000 年。"},
        {"expr.lone_duration",
         u"At character {position}: a duration can stand only beside a date, a time or a number of "
         u"days, hours or minutes.",
         u"第 {position} 个字符处：时长只能与日期、时刻或以天、小时、分钟计的数字一起使用。"},
        {"expr.link_targets",
         u"At character {position}: the two sides point at different kinds of records.",
         u"第 {position} 个字符处：两侧指向不同种类的记录。"},
        {"expr.use_contains",
         u"At character {position}: a set has several members. Ask with “contains” or “is empty”.",
         u"第 {position} 个字符处：集合包含多个成员，请用 contains 或 is empty 判断。"},
        {"expr.use_is_empty",
         u"At character {position}: nothing equals an empty text. Ask with “is empty”.",
         u"第 {position} 个字符处：没有内容等于空文本，请用 is empty 判断。"},
        {"expr.member_literal",
         u"At character {position}: write the member in quotes, as in tags contains “key account”.",
         u"第 {position} 个字符处：请将成员写在引号内，例如 tags contains “重点客户”。"},
        {"expr.round_digits",
         u"At character {position}: the decimals must be written as a whole number from 0 to 9.",
         u"第 {position} 个字符处：小数位数须写作 0 至 9 的整数。"},
        {"expr.no_relation",
         u"At character {position}: {name}() needs a list of related records, as in "
         u"{name}(deal_lines.price).",
         u"第 {position} 个字符处：{name}() 需要关联记录列表，例如 {name}(deal_lines.price)。"},
        {"expr.count_rows",
         u"At character {position}: records are counted, not their fields. Write "
         u"count({relation}).",
         u"第 {position} 个字符处：计数的是记录而非字段，请写作 count({relation})。"},
        {"expr.outside_list",
         u"At character {position}: every field here must come from {relation}; “{name}” does not.",
         u"第 {position} 个字符处：此处每个字段都须来自 {relation}，“{name}”不是。"},
        {"expr.where_outside",
         u"At character {position}: “where” belongs to a list of related records; {name}() has "
         u"none.",
         u"第 {position} 个字符处：where 只用于关联记录列表，{name}() 没有列表。"},
        {"expr.nested_aggregates",
         u"At character {position}: lists within lists can be asked about {limit} deep at most.",
         u"第 {position} 个字符处：列表嵌套查询最多 {limit} 层。"},
        {"expr.cycle",
         u"At character {position}: the formula {field} needs its own result. Mend one of the "
         u"formulas.",
         u"第 {position} 个字符处：公式 {field} 需要自身的结果，请修正其中一个公式。"},
        {"expr.formula",
         u"At character {position}: the formula of {field} is broken. Mend it in its field first.",
         u"第 {position} 个字符处：{field} 的公式有误，请先在该字段中修正。"},
        {"expr.formula_too_deep",
         u"At character {position}: formulas that use formulas are followed {limit} deep at most; "
         u"{field} lies deeper.",
         u"第 {position} 个字符处：公式嵌套最多 {limit} 层，{field} 超出。"},
        {"expr.formula_type", u"The formula gives {found}, and its field says {expected}.",
         u"公式的结果是 {found}，而字段声明为 {expected}。"},
    };
    return table;
}

} // namespace dw
