// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/shell/errortext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace dw;
using namespace dw::ui;

class TestErrorText : public QObject {
    Q_OBJECT
private slots:
    void oneInvalidValue_standsForItself();
    void severalInvalidValues_standUnderWhatHappened();
    void sameReasonTwice_isSaidOnce();
    void otherErrors_keepWhatHappened();
    void withoutReasons_isTheMessage();

private:
    static Error invalid(const std::vector<Message> &reasons) {
        Error error = makeError(ErrorKind::Invalid, u"valid.failed"_s);
        error.reasons = reasons;
        return error;
    }
    static Message required(const QString &field) {
        return {u"valid.required"_s, {{u"field"_s, field}}};
    }
    static QString say(const Error &error) {
        return errorText(error, Language::English, *Catalog::builtin());
    }
};

void TestErrorText::oneInvalidValue_standsForItself() {
    QCOMPARE(say(invalid({required(u"deal.expected_close"_s)})),
             u"Expected close must be filled in."_s);
}

void TestErrorText::severalInvalidValues_standUnderWhatHappened() {
    const QStringList lines =
        say(invalid({required(u"deal.name"_s), required(u"deal.stage"_s)})).split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.constFirst().startsWith(u"Nothing was saved"_s));
}

void TestErrorText::sameReasonTwice_isSaidOnce() {
    QCOMPARE(say(invalid({required(u"deal.name"_s), required(u"deal.name"_s)})),
             u"Name must be filled in."_s);
}

void TestErrorText::otherErrors_keepWhatHappened() {
    Error error = makeError(ErrorKind::Refused, u"write.refused"_s, {{u"count"_s, u"1"_s}});
    error.reasons = {required(u"deal.name"_s)};
    QCOMPARE(say(error).split(u'\n').size(), 2);
}

void TestErrorText::withoutReasons_isTheMessage() {
    QCOMPARE(say(makeError(ErrorKind::Cancelled, u"cancelled"_s)),
             word(Message{u"cancelled"_s, {}}, Language::English, *Catalog::builtin()));
}

DW_TEST(TestErrorText)
#include "tst_errortext.moc"
