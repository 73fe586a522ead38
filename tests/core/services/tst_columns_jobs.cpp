// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/columns.h"
#include "core/services/quality/qualitybook.h"
#include "tests/core/services/jobs/jobfixture.h"
#include "tests/support/testmain.h"
#include "tests/support/testworkspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {

/// Columns and quality figures while a long job writes in slices.
class TestColumnsJobs : public QObject {
    Q_OBJECT

private slots:
    void job_isFollowedSliceBySlice();
    void job_thatIsTakenBack_isFollowed();
    void job_thatIsCancelled_isFollowed();
    void source_isTheImport();
};

namespace {

constexpr int many = 3000;

std::vector<ColumnPlan> plans() {
    return {{.entity = u"account"_s,
             .fields = {u"owner"_s},
             .present = {u"name"_s, u"city"_s},
             .imports = true},
            {.entity = u"contact"_s,
             .fields = {u"account"_s, u"owner"_s},
             .present = {u"name"_s, u"title"_s, u"phone"_s, u"email"_s},
             .imports = true}};
}

QStringList content(const ColumnStore &columns) {
    QStringList lines;
    for (const auto &table : columns.tables()) {
        for (qsizetype row = 0; row < table->rows(); ++row) {
            QStringList parts{table->id(row).text(), QString::number(table->flags(row))};
            for (size_t i = 0; i < table->columns().size(); ++i)
                parts << QString::fromLatin1(
                    encodeValue(LoggedValue::given(table->value(row, int(i)))).toHex());
            lines << parts.join(u' ');
        }
    }
    return lines;
}

/// Both kept up to date, to be held against what is read anew.
struct Followed {
    ColumnReader columns{plans()};
    QualityBook quality;
    qsizetype rows = 0;
    qint64 captured = 0;

    /// What differs; empty = nothing.
    QString follow(JobFixture &f) {
        const auto snapshot =
            must(Transaction::begin(f.reader().connection(), Transaction::Kind::Read));
        const CatalogPtr catalog = f.reader().catalog();
        const auto now = must(columns.read(f.reader().connection(), *catalog));
        ColumnReader anew(plans());
        const auto fresh = must(anew.read(f.reader().connection(), *catalog));
        rows = now->table(u"contact")->rows();
        if (content(*now) != content(*fresh))
            return u"columns"_s;
        (void)must(quality.read(f.reader()));
        QualityBook counted;
        (void)must(counted.read(f.reader()));
        for (size_t i = 0; i < counted.index().rules().size(); ++i) {
            if (quality.index().byOwner(i) != counted.index().byOwner(i)
                || quality.index().bySource(i) != counted.index().bySource(i))
                return u"quality of "_s + counted.index().rules()[i].entity;
        }
        return {};
    }
};

bool isFarEnough(const JobInfo &job) { return job.done >= 500; }

} // namespace

void TestColumnsJobs::job_isFollowedSliceBySlice() {
    JobFixture f;
    Followed followed;
    QCOMPARE(followed.follow(f), QString());
    const qint64 job = must(f.jobs().start(f.stage({.accounts = 40, .contacts = many})));
    f.pauseWhen(job, isFarEnough);
    QCOMPARE(followed.follow(f), QString());
    QVERIFY(followed.rows > 0);
    QVERIFY(followed.rows < many);
    // What people do meanwhile comes in between.
    f.create(u"contact"_s, u"name=Between"_s);
    QCOMPARE(followed.follow(f), QString());
    must(f.jobs().resume(job));
    must(f.jobs().wait(job));
    QCOMPARE(followed.follow(f), QString());
    QCOMPARE(followed.rows, many + 1);
}

void TestColumnsJobs::job_thatIsTakenBack_isFollowed() {
    JobFixture f;
    Followed followed;
    const JobInfo job = f.import({.accounts = 40, .contacts = many});
    QCOMPARE(followed.follow(f), QString());
    const qint64 undo = must(f.jobs().startUndo(job.set, f.workspace().actor()));
    f.pauseWhen(undo, isFarEnough);
    QCOMPARE(followed.follow(f), QString());
    must(f.jobs().resume(undo));
    must(f.jobs().wait(undo));
    QCOMPARE(followed.follow(f), QString());
    QCOMPARE(followed.quality.report(f.reader(), QualityBy::Nothing)[1].all.records, 0);
}

void TestColumnsJobs::job_thatIsCancelled_isFollowed() {
    JobFixture f;
    Followed followed;
    QCOMPARE(followed.follow(f), QString());
    const qint64 job = must(f.jobs().start(f.stage({.accounts = 40, .contacts = many})));
    f.pauseWhen(job, isFarEnough);
    QCOMPARE(followed.follow(f), QString());
    must(f.jobs().cancel(job));
    must(f.jobs().wait(job));
    QCOMPARE(followed.follow(f), QString());
    QCOMPARE(followed.quality.report(f.reader(), QualityBy::Nothing)[1].all.records, 0);
}

void TestColumnsJobs::source_isTheImport() {
    JobFixture f;
    Followed followed;
    f.import();
    QCOMPARE(followed.follow(f), QString());
    const auto groups = followed.quality.report(f.reader(), QualityBy::Source)[1].groups;
    QCOMPARE(groups.size(), size_t(1));
    QCOMPARE(groups.front().name, u"people.csv"_s);
}

} // namespace dw::test

using dw::test::TestColumnsJobs;
DW_TEST(TestColumnsJobs)

#include "tst_columns_jobs.moc"
