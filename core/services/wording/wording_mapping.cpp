// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording/wordingtable.h"

namespace dw {

std::span<const WordingEntry> wordings::mapping() {
    static constexpr WordingEntry table[] = {
        // Why a column was given to a field.
        {"mapping.same_name", u"The column is called like the field.", u"列名与字段名相同。"},
        {"mapping.usual_name", u"Other systems call {field} so.",
         u"其他系统常以此列名表示{field}。"},
        {"mapping.part_of_name", u"“{part}” in the column’s name speaks for {field}.",
         u"列名中的“{part}”指向{field}。"},
        {"mapping.values_known",
         u"{count} of {total} {total:value|values} looked at {count:is a name|are names} that the "
         u"workspace knows.",
         u"查看的 {total} 个值中有 {count} 个是工作区已有的名称。"},
        {"mapping.values_choices",
         u"All {total} {total:value|values} looked at are choices of {field}.",
         u"查看的 {total} 个值都是{field}的选项。"},
        {"mapping.values_email",
         u"{count} of {total} {total:value|values} looked at {count:is an "
         u"e-mail address|are e-mail addresses}.",
         u"查看的 {total} 个值中有 {count} 个是邮箱地址。"},
        {"mapping.values_phone",
         u"{count} of {total} {total:value|values} looked at {count:is a "
         u"phone number|are phone numbers}.",
         u"查看的 {total} 个值中有 {count} 个是电话号码。"},
        {"mapping.values_money",
         u"{count} of {total} {total:value|values} looked at {count:is an "
         u"amount|are amounts}; the name does not say of what.",
         u"查看的 {total} 个值中有 {count} 个是金额，但列名没有说明是什么金额。"},
        {"mapping.values_date",
         u"{count} of {total} {total:value|values} looked at {count:is a "
         u"date|are dates}; the name does not say of what.",
         u"查看的 {total} 个值中有 {count} 个是日期，但列名没有说明是什么日期。"},
        {"mapping.values_differ",
         u"The name speaks for {field}, but {count} of {total} {total:value|values} looked at "
         u"{count:does|do} not fit.",
         u"列名指向{field}，但查看的 {total} 个值中有 {count} 个不符合。"},
        {"mapping.values_no_names", u"The name speaks for {field}, but the values are no names.",
         u"列名指向{field}，但其值不是名称。"},
        {"mapping.values_no_text",
         u"The name speaks for {field}, but the values are of another kind.",
         u"列名指向{field}，但其值属于其他类型。"},
        {"mapping.no_values",
         u"The name speaks for {field}; the rows looked at have no value here.",
         u"列名指向{field}；查看的行在此列没有值。"},
        {"mapping.other_id",
         u"Ids of the rows in the other system; they are kept, and later imports find the rows by "
         u"them.",
         u"各行在原系统中的编号；会保留，以后的导入据此找到这些行。"},
        {"mapping.other_id_of", u"Ids that {field} has in the other system.",
         u"{field}在原系统中的编号。"},
        {"mapping.ids_repeat",
         u"The name speaks for ids of the other system, but some stand in several rows.",
         u"列名指向原系统编号，但有编号出现在多行中。"},
        {"mapping.created_at", u"When the rows were made in the other system; history begins then.",
         u"各行在原系统中的创建时间；历史从那时开始。"},
        {"mapping.created_by", u"Who made the rows in the other system.",
         u"在原系统中创建各行的人。"},
        {"mapping.changed_at", u"When the rows were last changed in the other system.",
         u"各行在原系统中的最后修改时间。"},
        {"mapping.changed_by", u"Who last changed the rows in the other system.",
         u"在原系统中最后修改各行的人。"},
        {"mapping.remembered", u"Confirmed for a file with the same columns before.",
         u"以前对相同列的文件确认过。"},
        {"mapping.chosen", u"Chosen here.", u"在此选定。"},

        // Why a column was given to none.
        {"mapping.taken", u"{field} is given by the column “{column}” already.",
         u"{field}已由列“{column}”提供。"},
        {"mapping.use_taken", u"The column “{column}” says the same better.",
         u"列“{column}”更适合表达这一内容。"},
        {"mapping.nothing", u"No field fits; it could become a new one.",
         u"没有合适的字段；可以新建一个字段。"},
        {"mapping.no_header", u"The column has no name.", u"该列没有列名。"},
        {"mapping.of_rejects", u"Added when rows were rejected; nothing to import.",
         u"拒绝行时附加的列；无需导入。"},
        {"mapping.from_stage", u"The stage of a deal says how likely it is won.",
         u"商机的赢率由其阶段决定。"},
        {"mapping.aside", u"Bookkeeping of the other system, or computed here from other fields.",
         u"原系统的内部信息，或由其他字段在此计算得出。"},

        // How the file was read.
        {"mapping.unreadable", u"{file} cannot be read; nothing was imported.",
         u"无法读取 {file}；未导入任何内容。"},
        {"mapping.no_entity", u"Choose what the rows of {file} are.",
         u"请选择 {file} 中各行是什么。"},
        {"mapping.no_columns", u"Choose a field for at least one column of {file}.",
         u"请至少为 {file} 的一列选择字段。"},
        {"mapping.date_order",
         u"The dates in {columns} can be read as day first or as month first, for example "
         u"“{example}”.",
         u"{columns}中的日期既可按日在前、也可按月在前理解，例如“{example}”。"},
    };
    return table;
}

} // namespace dw
