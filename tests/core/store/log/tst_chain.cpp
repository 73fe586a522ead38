// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log/chain.h"
#include "core/store/log/changelogcodec.h"
#include "tests/support/goldenrecord.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {

QByteArray leafOf(const ChangeRecord &record) {
    return ChainHasher().leaf(record, encodeGroups(record.groups));
}

/// The golden set with all its hashes, behind `previous`.
ChangeSet sealed(ChangeSet set, const QByteArray &previous, SetUuid undone = {}) {
    ChainHasher hasher;
    hasher.begin();
    hasher.addLeaf(leafOf(goldenRecord()));
    set.previous = previous;
    set.digest = hasher.digest();
    set.leaf = hasher.setLeaf(set, undone);
    set.head = hasher.head(set);
    return set;
}

using RecordEdit = std::function<void(ChangeRecord &)>;
using SetEdit = std::function<void(ChangeSet &)>;

} // namespace

class TestChain : public QObject {
    Q_OBJECT

private slots:
    void hash_isSha256_data();
    void hash_isSha256();
    void salts_differ();
    void leaf_holdsEverythingOfTheRecord();
    void leaf_tellsTypesApart();
    void head_holdsEverythingOfTheSet();
    void digest_isOfLeavesInOrder();
    void begin_forgetsWhatWasGivenUp();
    void goldenChain_hasItsHashesForEver();
};

void TestChain::hash_isSha256_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("empty") << QByteArray()
                           << QByteArray("e3b0c44298fc1c149afbf4c8996fb924"
                                         "27ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << QByteArray("ba7816bf8f01cfea414140de5dae2223"
                                       "b00361a396177a9cb410ff61f20015ad");
    const QByteArray million(1'000'000, 'a');
    QTest::newRow("million a")
        << million << QCryptographicHash::hash(million, QCryptographicHash::Sha256).toHex();
}

void TestChain::hash_isSha256() {
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, hex);
    Sha256 hash;
    for (int round = 0; round < 2; ++round) { // The object starts anew after each.
        hash.add(text.left(text.size() / 3));
        hash.add(text.mid(text.size() / 3));
        QCOMPARE(hash.finish().toHex(), hex);
    }
}

void TestChain::salts_differ() {
    QSet<QByteArray> salts;
    for (int i = 0; i < 1000; ++i)
        salts << makeSalt();
    QCOMPARE(salts.size(), 1000);
    QCOMPARE(salts.begin()->size(), 16);
}

void TestChain::leaf_holdsEverythingOfTheRecord() {
    const QByteArray leaf = leafOf(goldenRecord());
    const std::vector<std::pair<const char *, RecordEdit>> edits{
        {"id", [](ChangeRecord &r) { r.id = {makeUuidV5(u"x"_s)}; }},
        {"entity", [](ChangeRecord &r) { r.entity = u"deaL"_s; }},
        {"row", [](ChangeRecord &r) { r.row = {makeUuidV5(u"x"_s)}; }},
        {"created", [](ChangeRecord &r) { r.created = true; }},
        {"source", [](ChangeRecord &r) { r.source += u' '; }},
        {"at", [](ChangeRecord &r) { ++r.at.ms; }},
        {"recorded", [](ChangeRecord &r) { ++r.recorded.value; }},
        {"trusted", [](ChangeRecord &r) { r.trusted = false; }},
        {"salt", [](ChangeRecord &r) { r.salt[3] = char(r.salt[3] + 1); }},
        {"group", [](ChangeRecord &r) { r.groups[0].group += u'x'; }},
        {"op", [](ChangeRecord &r) { r.groups[3].op = ChangeOp::Set; }},
        {"base", [](ChangeRecord &r) { r.groups[0].base = {}; }},
        {"field", [](ChangeRecord &r) { r.groups[0].fields[0].name += u'x'; }},
        {"old", [](ChangeRecord &r) { r.groups[0].fields[0].old = LoggedValue::given({}); }},
        {"next", [](ChangeRecord &r) { r.groups[2].fields[0].next.value = -0.2; }},
        {"fewer", [](ChangeRecord &r) { r.groups.pop_back(); }}};
    QSet<QByteArray> leaves{leaf};
    for (const auto &[what, edit] : edits) {
        ChangeRecord record = goldenRecord();
        edit(record);
        QVERIFY2(!leaves.contains(leafOf(record)), what);
        leaves << leafOf(record);
    }
    // What is local to a database is not part of it.
    ChangeRecord record = goldenRecord();
    record.seq = 7;
    record.set = 8;
    record.leaf = QByteArray("x");
    QCOMPARE(leafOf(record), leaf);
}

void TestChain::leaf_tellsTypesApart() {
    QSet<QByteArray> leaves;
    const std::vector<LoggedValue> values{
        LoggedValue::absent(),
        LoggedValue::given({}),
        LoggedValue::changed({}),
        LoggedValue::given(0),
        LoggedValue::given(0.0),
        LoggedValue::given(false),
        LoggedValue::given(u""_s),
        LoggedValue::given(u"0"_s),
        LoggedValue::given(Instant{0}),
        LoggedValue::given(QDate(1970, 1, 1)),
        LoggedValue::given(QStringList{u"0"_s}),
        LoggedValue::given(Money(0, *Currency::fromCode(u"CNY"_s)))};
    for (const LoggedValue &value : values) {
        ChangeRecord record = goldenRecord();
        record.groups[0].fields[0].next = value;
        leaves << leafOf(record);
    }
    QCOMPARE(size_t(leaves.size()), values.size());
}

void TestChain::head_holdsEverythingOfTheSet() {
    const ChangeSet golden = sealed(goldenSet(), chainStart());
    const std::vector<std::pair<const char *, SetEdit>> edits{
        {"id", [](ChangeSet &s) { s.id = {makeUuidV5(u"x"_s)}; }},
        {"kind", [](ChangeSet &s) { s.kind = SetKind::Edit; }},
        {"device", [](ChangeSet &s) { s.device = {makeUuidV5(u"x"_s)}; }},
        {"actor", [](ChangeSet &s) { s.actor = {}; }},
        {"label", [](ChangeSet &s) { s.label.id = u"set.edit"_s; }},
        {"label argument", [](ChangeSet &s) { s.label.args.insert(u"rows"_s, u"2"_s); }},
        {"source", [](ChangeSet &s) { s.source += u'x'; }},
        {"reason", [](ChangeSet &s) { s.reason.id = u"reason.text"_s; }},
        {"at", [](ChangeSet &s) { ++s.at.ms; }},
        {"recorded", [](ChangeSet &s) { ++s.recorded.value; }},
        {"count", [](ChangeSet &s) { ++s.count; }},
        {"salt", [](ChangeSet &s) { s.salt[0] = 0; }}};
    QSet<QByteArray> heads{golden.head};
    for (const auto &[what, edit] : edits) {
        ChangeSet set = goldenSet();
        edit(set);
        set = sealed(set, chainStart());
        QVERIFY2(!heads.contains(set.head), what);
        heads << set.head;
    }
    QVERIFY(!heads.contains(sealed(goldenSet(), golden.head).head));
    QVERIFY(!heads.contains(sealed(goldenSet(), chainStart(), golden.id).head));
    ChangeSet set = goldenSet();
    set.seq = 9;
    set.undoOf = 3; // The number is local; the id that it stands for is hashed.
    QCOMPARE(sealed(set, chainStart()).head, golden.head);
}

void TestChain::digest_isOfLeavesInOrder() {
    ChainHasher hasher;
    const auto digest = [&](const QByteArrayList &leaves) {
        hasher.begin();
        for (const QByteArray &leaf : leaves)
            hasher.addLeaf(leaf);
        return hasher.digest();
    };
    QCOMPARE(digest({"ab", "c"}), QCryptographicHash::hash("abc", QCryptographicHash::Sha256));
    QVERIFY(digest({"c", "ab"}) != digest({"ab", "c"}));
    QCOMPARE(digest({}), QCryptographicHash::hash("", QCryptographicHash::Sha256));
}

void TestChain::begin_forgetsWhatWasGivenUp() {
    ChainHasher hasher;
    hasher.addLeaf("given up");
    hasher.begin();
    hasher.addLeaf("a");
    QCOMPARE(hasher.digest(), QCryptographicHash::hash("a", QCryptographicHash::Sha256));
}

/// Formats never change: these hashes were made by the first version.
void TestChain::goldenChain_hasItsHashesForEver() {
    QCOMPARE(chainStart(), QByteArray(32, '\0'));
    const ChangeSet first = sealed(goldenSet(), chainStart());
    QCOMPARE(setBytes(goldenSet(), {}).toHex(), goldenLine(u"chain.txt", "first.set"));
    QCOMPARE(first.leaf.toHex(), goldenLine(u"chain.txt", "first.leaf"));
    QCOMPARE(first.digest.toHex(), goldenLine(u"chain.txt", "first.digest"));
    QCOMPARE(first.head.toHex(), goldenLine(u"chain.txt", "first.head"));
    ChangeSet second = goldenSet();
    second.id = SetUuid::fromText(u"0190163d-8694-7b2c-8f3a-0000000001dd"_s);
    second.kind = SetKind::Undo;
    second.actor = {};
    second.reason = {u"undo.of"_s, {{u"set"_s, u"1"_s}}};
    second = sealed(second, first.head, first.id);
    QCOMPARE(setBytes(second, first.id).toHex(), goldenLine(u"chain.txt", "second.set"));
    QCOMPARE(second.leaf.toHex(), goldenLine(u"chain.txt", "second.leaf"));
    QCOMPARE(second.head.toHex(), goldenLine(u"chain.txt", "second.head"));
}

} // namespace dw::test

using dw::test::TestChain;
DW_TEST(TestChain)

#include "tst_chain.moc"
