// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log/chain.h"

#include "core/store/log/changelogcodec.h"

namespace dw {
using namespace Qt::StringLiterals;

namespace {

template <typename Tag> void writeId(CanonicalWriter &out, const Id<Tag> &id) {
    if (id.isNull())
        out.null();
    else
        out.bytes(id.bytes());
}

} // namespace

QByteArray chainStart() { return {Sha256::size, '\0'}; }

QByteArray recordBytes(const ChangeRecord &record, const QByteArray &groups) {
    CanonicalWriter out;
    out.array(10);
    out.text(u"dealwright.change.1"_s);
    writeId(out, record.id);
    out.text(record.entity);
    writeId(out, record.row);
    out.boolean(record.created);
    out.raw(groups);
    out.text(record.source);
    out.integer(record.at.ms);
    out.integer(qint64(record.recorded.value));
    out.boolean(record.trusted);
    return out.data();
}

QByteArray setBytes(const ChangeSet &set, SetUuid undone) {
    CanonicalWriter out;
    out.array(10);
    out.text(u"dealwright.set.1"_s);
    writeId(out, set.id);
    out.integer(qint64(set.kind));
    writeId(out, set.actor);
    out.raw(encodeMessage(set.label));
    out.text(set.source);
    out.raw(encodeMessage(set.reason));
    out.integer(set.at.ms);
    out.integer(qint64(set.recorded.value));
    writeId(out, undone);
    return out.data();
}

void ChainHasher::begin() {
    // Leaves of a set that was given up.
    static_cast<void>(m_leaves.finish());
}

QByteArray ChainHasher::salted(const QByteArray &salt, const QByteArray &bytes) {
    m_hash.add(salt);
    m_hash.add(bytes);
    return m_hash.finish();
}

QByteArray ChainHasher::leaf(const ChangeRecord &record, const QByteArray &groups) {
    return salted(record.salt, recordBytes(record, groups));
}

void ChainHasher::addLeaf(const QByteArray &leaf) { m_leaves.add(leaf); }

QByteArray ChainHasher::setLeaf(const ChangeSet &set, SetUuid undone) {
    return salted(set.salt, setBytes(set, undone));
}

QByteArray ChainHasher::digest() { return m_leaves.finish(); }

QByteArray ChainHasher::head(const ChangeSet &set) {
    CanonicalWriter out;
    out.array(7);
    out.text(u"dealwright.link.1"_s);
    out.bytes(set.previous);
    writeId(out, set.device);
    writeId(out, set.id);
    out.integer(set.count);
    out.bytes(set.digest);
    out.bytes(set.leaf);
    m_hash.add(out.data());
    return m_hash.finish();
}

} // namespace dw
