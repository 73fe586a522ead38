// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wordingtable.h"

namespace dw {

std::span<const WordingEntry> wordings::domain() {
    static constexpr WordingEntry table[] = {
        // Money.
        {"money.currency",
         u"“{value}” is no currency. Write its code of three letters, such as CNY.",
         u"“{value}”不是货币。请写三个字母的货币代码，如 CNY。"},
        {"money.format",
         u"“{value}” is no amount. Write the currency and the amount with a point and without "
         u"separators, such as CNY 500000.00.",
         u"“{value}”不是金额。请写货币和金额，用小数点、不用千位分隔符，如 CNY 500000.00。"},
        {"money.digits",
         u"“{value}” is finer than {currency} allows, which has {digits} "
         u"{digits:decimal|decimals}. "
         u"Round the amount and try again.",
         u"“{value}”的小数位数超出了 {currency} 的精度（{digits} 位）。请取舍后重试。"},
        {"money.overflow",
         u"The amount is too large to be kept exactly. Nothing was calculated; use a smaller one.",
         u"金额过大，无法精确保存。未作计算；请使用较小的金额。"},
        {"money.currencies",
         u"Amounts in {first} and {second} cannot be added up. Convert one of them first, or look "
         u"at "
         u"each currency by itself.",
         u"{first} 与 {second} 的金额不能相加。请先换算其中之一，或按货币分别查看。"},

        // Stored bytes.
        {"format.value",
         u"A stored value cannot be read: its bytes are not what this program writes. The bytes "
         u"are "
         u"kept as they are. Run “check”, and restore a backup if it reports damage.",
         u"某个已存储的值无法读取：其字节不是本程序写入的形式。原字节保持不变。请运行“check”，若报"
         u"告损坏，请从备份恢复。"},

        // Working-time calendars and the fiscal year.
        {"calendar.member",
         u"The calendar was not taken: “{member}” is missing, is of another kind than it must be, "
         u"or "
         u"is not known here. The calendar before stays in use.",
         u"未采用该日历：“{member}”缺失、类型不符或不被识别。继续使用原来的日历。"},
        {"calendar.date",
         u"The calendar was not taken: “{value}” at “{member}” is no date. Write it as 2026-02-15.",
         u"未采用该日历：“{member}”处的“{value}”不是日期。请写成 2026-02-15 的形式。"},
        {"calendar.hours",
         u"The calendar was not taken: “{value}” at “{member}” is no time of the day. Write it as "
         u"09:00, up to 24:00.",
         u"未采用该日历：“{member}”处的“{value}”不是时间。请写成 09:00 的形式，最晚为 24:00。"},
        {"calendar.order",
         u"The calendar was not taken: “{member}” ends before it begins, or begins before the one "
         u"in "
         u"front of it ends.",
         u"未采用该日历：“{member}”的结束早于开始，或开始早于前一项的结束。"},
        {"calendar.twice",
         u"The calendar was not taken: {date} stands twice among “{member}”, or is a holiday and a "
         u"workday at once. Leave it in one place.",
         u"未采用该日历：{date} 在“{member}”中重复出现，或同时是假日和工作日。请只保留一处。"},
        {"calendar.like",
         u"The calendar was not taken: “{member}” names a day of the week without hours. Name one "
         u"that is worked.",
         u"未采用该日历：“{member}”指向没有工作时间的星期。请指定一个工作日。"},
        {"calendar.no_hours",
         u"The calendar was not taken: no day of the week has working hours. Give hours to one at "
         u"least.",
         u"未采用该日历：一周中没有任何工作时间。请至少为一天设置工作时间。"},
        {"calendar.too_long",
         u"The calendar was not taken: “{member}” is longer than {limit} allow. Shorten it.",
         u"未采用该日历：“{member}”超过了 {limit} 的上限。请缩短。"},
        {"calendar.bad_start_month",
         u"A fiscal year begins in a month from 1 to 12, not in {value}. The setting stays as it "
         u"was.",
         u"财年起始月应为 1 到 12，而不是 {value}。设置保持不变。"},
        {"calendar.bad_week_start",
         u"A week begins on a day from 1 (Monday) to 7 (Sunday), not on {value}. The setting stays "
         u"as "
         u"it was.",
         u"每周起始日应为 1（周一）到 7（周日），而不是 {value}。设置保持不变。"},

        // Text that does not fit the type of its field.
        {"value.number",
         u"{field}: “{value}” is no number. Write it with a point and without separators, such as "
         u"1234.5.",
         u"{field}：“{value}”不是数字。请用小数点、不用千位分隔符，如 1234.5。"},
        {"value.counter", u"{field}: “{value}” is no whole number that can be kept.",
         u"{field}：“{value}”不是可保存的整数。"},
        {"value.money",
         u"{field}: “{value}” is no amount. Write the currency and the amount, such as CNY "
         u"500000.00.",
         u"{field}：“{value}”不是金额。请写货币和金额，如 CNY 500000.00。"},
        {"value.date", u"{field}: “{value}” is no date. Write it as 2026-03-10.",
         u"{field}：“{value}”不是日期。请写成 2026-03-10 的形式。"},
        {"value.instant",
         u"{field}: “{value}” is no instant. Write it as 2026-03-10T09:30:00+08:00.",
         u"{field}：“{value}”不是时刻。请写成 2026-03-10T09:30:00+08:00 的形式。"},
        {"value.yes_no", u"{field}: “{value}” is neither yes nor no.",
         u"{field}：“{value}”既不是“是”也不是“否”。"},
        {"value.choice", u"{field}: “{value}” is none of the choices.",
         u"{field}：“{value}”不在可选项中。"},
        {"value.set", u"{field}: “{value}” holds something that is none of the choices.",
         u"{field}：“{value}”中含有不在可选项中的内容。"},
        {"value.link",
         u"{field}: there is no record “{value}”. Name it by its short id or its UUID.",
         u"{field}：没有记录“{value}”。请用短编号或 UUID 指定。"},
        {"value.formula", u"{field} is computed from other fields and cannot be set.",
         u"{field} 由其他字段计算得出，不能直接填写。"},

        // Values that are not valid.
        {"valid.failed", u"Nothing was saved, because a value is not valid. Mend it and try again.",
         u"有值无效，因此未保存。请修正后重试。"},
        {"valid.type", u"{field}: “{value}” is not of the type “{type}”.",
         u"{field}：“{value}”不是“{type}”类型。"},
        {"valid.required", u"{field} must be filled in.", u"{field} 必须填写。"},
        {"valid.min", u"{field}: “{value}” is less than {limit}, the least that is allowed.",
         u"{field}：“{value}”小于允许的最小值 {limit}。"},
        {"valid.max", u"{field}: “{value}” is more than {limit}, the most that is allowed.",
         u"{field}：“{value}”大于允许的最大值 {limit}。"},
        {"valid.length", u"{field} is too long: at most {limit} {limit:character|characters}.",
         u"{field} 过长：最多 {limit} 个字符。"},
        {"valid.choice", u"{field}: “{choice}” is none of the choices.",
         u"{field}：“{choice}”不在可选项中。"},
        {"valid.email", u"{field}: “{value}” is no e-mail address.",
         u"{field}：“{value}”不是电子邮件地址。"},
        {"valid.phone",
         u"{field}: “{value}” is no phone number. It has 3 to 30 digits, signs between them and "
         u"perhaps an extension.",
         u"{field}：“{value}”不是电话号码。号码含 3 到 30 位数字，可有分隔符和分机号。"},
        {"valid.control", u"{field} holds characters that cannot be shown. Remove them: “{value}”.",
         u"{field} 含有无法显示的字符。请将其删除：“{value}”。"},

        // The catalogue of entities and fields.
        {"catalog.unknown_entity", u"There is nothing called “{entity}” here.",
         u"这里没有“{entity}”这种对象。"},
        {"catalog.bad_key",
         u"The field was not added: “{key}” cannot be its key. A key has at most 40 small letters, "
         u"digits and underscores, begins with a letter, does not end in “_label”, and is no word "
         u"of "
         u"the expression language.",
         u"未添加字段：“{key}”不能作为键。键最多 40 "
         u"个字符，由小写字母、数字和下划线组成，以字母开头，不以“_"
         u"label”结尾，且不是表达式语言的保留字。"},
        {"catalog.bad_field",
         u"The field “{field}” was not saved, because its description is not right.",
         u"字段“{field}”的定义有误，未保存。"},
        {"catalog.bad_name", u"“{name}” cannot be the name of its column.",
         u"“{name}”不能作为列名。"},
        {"catalog.label_too_long", u"A label has at most {limit} characters.",
         u"名称最多 {limit} 个字符。"},
        {"catalog.no_choices", u"It needs one choice at least.", u"至少需要一个选项。"},
        {"catalog.bad_choice",
         u"The choice “{choice}” is not right: its key is made of small letters, digits and "
         u"underscores, stands once, and its label is not too long.",
         u"选项“{choice}”有误：其键须由小写字母、数字和下划线组成，不可重复，名称不可过长。"},
        {"catalog.too_many_choices", u"It has more than {limit} choices.",
         u"选项超过 {limit} 个。"},
        {"catalog.too_many_fields", u"There are {limit} fields already, and no more fit.",
         u"字段已达 {limit} 个，无法再添加。"},
        {"catalog.unknown_target", u"It points at “{target}”, which does not exist.",
         u"它指向不存在的“{target}”。"},
        {"catalog.bad_limits",
         u"Its limits are not right: the least must not be above the most, and a length not below "
         u"0.",
         u"其限制有误：最小值不可大于最大值，长度不可小于 0。"},
        {"catalog.no_formula", u"It needs a formula.", u"需要填写公式。"},
        {"catalog.bad_formula_type", u"A formula gives no set and no other formula.",
         u"公式的结果不能是集合或另一个公式。"},
        {"catalog.type_changed",
         u"{field} stays as it is: its type “{type}” and what it points at never change, because "
         u"values "
         u"are stored already. Add another field.",
         u"{field} 保持不变：其类型“{type}”和指向的对象不可更改，因为已有存储的值。请另加字段。"},
        {"catalog.bad_definition",
         u"The stored description of the field {field} cannot be read at “{member}”. The field and "
         u"its "
         u"values are kept. Correct the description, or restore a backup.",
         u"字段 {field} "
         u"的存储定义在“{member}”处无法读取。字段及其值均保留。请修正定义，或从备份恢复。"},

        // Rights.
        {"access.bad_rule",
         u"The rights were not changed: rule {rule} is not right at “{member}”. The rules before "
         u"stay "
         u"in force.",
         u"权限未更改：第 {rule} 条规则在“{member}”处有误。原规则继续有效。"},
        {"access.too_many",
         u"The rights were not changed: there are more than {limit} rules. The rules before stay "
         u"in "
         u"force.",
         u"权限未更改：规则超过 {limit} 条。原规则继续有效。"},
    };
    return table;
}

} // namespace dw
