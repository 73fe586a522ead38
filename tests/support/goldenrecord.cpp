// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/goldenrecord.h"

#include <QFile>

namespace dw::test {
using namespace Qt::StringLiterals;

namespace {

const ChangeId base = ChangeId::fromText(u"0190163d-8694-7b2c-8f3a-000000000001"_s);

GroupChange set(const QString &name, LoggedValue old, LoggedValue next) {
    return {name, ChangeOp::Set, {{name, std::move(old), std::move(next)}}, base};
}

} // namespace

ChangeRecord goldenRecord() {
    using V = LoggedValue;
    ChangeRecord record;
    record.id = ChangeId::fromText(u"0190163d-8694-7b2c-8f3a-0000000000aa"_s);
    record.entity = u"deal"_s;
    record.row = RecordId::fromText(u"0190163d-8694-7b2c-8f3a-0000000000bb"_s);
    record.source = u"会议纪要 2026-02-10, minute 12"_s;
    record.at = {1'770'692'520'000};
    record.recorded = {(quint64(1'772'438'400'000) << 16) | 3};
    record.trusted = true;
    record.salt = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f");
    const RecordId account = RecordId::fromText(u"0190163d-8694-7b2c-8f3a-0000000000cc"_s);
    const Money before(-1, *Currency::fromCode(u"CNY"_s));
    const Money after(50'000'000, *Currency::fromCode(u"CNY"_s));
    record.groups = {
        set(u"account"_s, V::absent(), V::given(account)),
        set(u"amount"_s, V::given(before), V::given(after)),
        set(u"c_y7k0001"_s, V::given(2.5), V::given(-0.1)),
        {u"c_y7k0002"_s, ChangeOp::Add, {{u"c_y7k0002"_s, V::given(3), V::given(-300)}}, base},
        set(u"c_y7k0003"_s, V::given(false), V::given(true)),
        set(u"deleted"_s, V::given(false), V::given(true)),
        set(u"due_at"_s, V::given({}), V::given(Instant{-1})),
        set(u"expected_close"_s, V::given(QDate(1969, 12, 31)), V::given(QDate(2026, 2, 28))),
        set(u"name"_s, V::given(u"苏州 Blue"_s), V::given(u""_s)),
        set(u"reason"_s, V::given(u"x"_s), V::changed({})),
        {u"stage"_s,
         ChangeOp::Set,
         {{u"pipeline"_s, V::given(account), V::given(account)},
          {u"stage"_s, V::changed({}), V::given(account)}},
         {}},
        {u"tags"_s,
         ChangeOp::Include,
         {{u"tags"_s, V::absent(), V::given(QStringList{u"a"_s, u"中"_s})}},
         base},
        {u"tags"_s,
         ChangeOp::Exclude,
         {{u"tags"_s, V::absent(), V::given(QStringList{u"b"_s})}},
         base}};
    return record;
}

ChangeSet goldenSet() {
    ChangeSet set;
    set.id = SetUuid::fromText(u"0190163d-8694-7b2c-8f3a-0000000000dd"_s);
    set.kind = SetKind::Import;
    set.device = DeviceId::fromText(u"0190163d-8694-7b2c-8f3a-0000000000ee"_s);
    set.actor = RecordId::fromText(u"0190163d-8694-7b2c-8f3a-0000000000ff"_s);
    set.label = {u"set.import"_s, {{u"file"_s, u"销售.csv"_s}, {u"rows"_s, u"1"_s}}};
    set.source = u"销售.csv"_s;
    set.reason = {};
    set.at = {1'772'438'400'000};
    set.recorded = {(quint64(1'772'438'400'000) << 16) | 4};
    set.count = 1;
    set.salt = QByteArray::fromHex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
    return set;
}

QByteArray goldenLine(QStringView name, const QByteArray &key) {
    QFile file(QStringLiteral(DW_SOURCE_DIR "/tests/data/golden/") + name.toString());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray wanted = key + " = ";
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (line.startsWith(wanted))
            return line.mid(wanted.size());
    }
    return {};
}

} // namespace dw::test
