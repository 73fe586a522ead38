// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log/changelogcodec.h"

#include <map>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype idSize = 16;

Error badRecord(const QString &what) {
    return makeError(ErrorKind::Damaged, u"history.bad_record"_s, {}, what);
}

QByteArray encodedText(const QString &text) {
    CanonicalWriter out;
    out.text(text);
    return out.data();
}

void writeField(CanonicalWriter &out, const FieldChange &field) {
    out.array(3);
    out.text(field.name);
    out.value(field.old);
    out.value(field.next);
}

void writeGroup(CanonicalWriter &out, const GroupChange &group) {
    out.array(4);
    out.text(group.group);
    out.integer(qint64(group.op));
    if (group.base.isNull())
        out.null();
    else
        out.bytes(group.base.bytes());
    out.array(group.fields.size());
    for (const FieldChange &field : group.fields)
        writeField(out, field);
}

/// Reads with the shape checks that the reader of single items cannot make.
class GroupsReader {
public:
    explicit GroupsReader(const QByteArray &bytes) : m_in(bytes) {}

    std::vector<GroupChange> groups() {
        std::vector<GroupChange> groups;
        const quint64 count = m_in.array();
        for (quint64 i = 0; i < count && !failed(); ++i) {
            groups.push_back(group());
            if (i > 0 && !isAfter(groups[i], groups[i - 1]))
                fail();
        }
        if (!m_in.atEnd())
            fail();
        return groups;
    }
    [[nodiscard]] bool failed() const { return m_failed || m_in.failed(); }

private:
    static bool isAfter(const GroupChange &a, const GroupChange &b) {
        return b.group < a.group || (b.group == a.group && b.op < a.op);
    }
    void fail() { m_failed = true; }
    void expectArray(quint64 count) {
        if (m_in.array() != count)
            fail();
    }

    GroupChange group() {
        GroupChange group;
        expectArray(4);
        group.group = m_in.text();
        const qint64 op = m_in.integer();
        if (op < 0 || op > qint64(ChangeOp::Exclude) || group.group.isEmpty())
            fail();
        group.op = ChangeOp(op);
        if (!m_in.tryNull()) {
            const QByteArray base = m_in.bytes();
            group.base = ChangeId::fromBytes(base);
            if (base.size() != idSize || group.base.isNull())
                fail();
        }
        const quint64 count = m_in.array();
        if (count == 0)
            fail();
        for (quint64 i = 0; i < count && !failed(); ++i) {
            group.fields.push_back(field());
            if (i > 0 && !(group.fields[i - 1].name < group.fields[i].name))
                fail();
        }
        return group;
    }

    FieldChange field() {
        FieldChange field;
        expectArray(3);
        field.name = m_in.text();
        field.old = m_in.value();
        field.next = m_in.value();
        if (field.name.isEmpty())
            fail();
        return field;
    }

    CanonicalReader m_in;
    bool m_failed = false;
};

} // namespace

QByteArray encodeGroups(const std::vector<GroupChange> &groups) {
    CanonicalWriter out;
    out.array(groups.size());
    for (const GroupChange &group : groups)
        writeGroup(out, group);
    return out.data();
}

Result<std::vector<GroupChange>> decodeGroups(const QByteArray &bytes) {
    GroupsReader in(bytes);
    auto groups = in.groups();
    if (in.failed())
        return badRecord(u"the groups of a change record are not canonical"_s);
    return groups;
}

QByteArray encodeMessage(const Message &message) {
    std::map<QByteArray, QString> args; // In the order of the encoded keys (RFC 8949, 4.2.1).
    for (auto arg = message.args.cbegin(); arg != message.args.cend(); ++arg)
        args.emplace(encodedText(arg.key()), arg.value());
    CanonicalWriter out;
    out.array(2);
    out.text(message.id);
    out.map(args.size());
    for (const auto &[key, value] : args) {
        out.raw(key);
        out.text(value);
    }
    return out.data();
}

Result<Message> decodeMessage(const QByteArray &bytes) {
    CanonicalReader in(bytes);
    Message message;
    bool good = in.array() == 2;
    message.id = in.text();
    const quint64 count = in.map();
    QByteArray last;
    for (quint64 i = 0; i < count && good && !in.failed(); ++i) {
        const QString key = in.text();
        const QByteArray encoded = encodedText(key);
        good = i == 0 || last < encoded;
        last = encoded;
        message.args.insert(key, in.text());
    }
    if (!good || in.failed() || !in.atEnd())
        return badRecord(u"a message in the change log is not canonical"_s);
    return message;
}

} // namespace dw
