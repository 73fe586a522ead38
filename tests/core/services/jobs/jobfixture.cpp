// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/jobs/jobfixture.h"

#include "tests/support/testworkspace.h"

#include <QDir>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace dw::test {

QString JobFixture::stage(const Plan &plan) {
    accountIds.clear();
    contactIds.clear();
    const Instant now = workspace().wall().now();
    const QString path = workspace().paths().jobs() + u'/'
                         + makeUuidV7(now).toString(QUuid::WithoutBraces) + stagingSuffix;
    const auto writer = must(StagingWriter::create({path, workspace().catalog(), now}));
    const auto origin = [&](int line) {
        return StagedOrigin{u"people.csv, line %1"_s.arg(line), now, false};
    };
    for (int i = 0; i < plan.accounts; ++i) {
        accountIds.push_back({makeUuidV7(now)});
        must(writer->addRow(account(i), origin(i + 2)));
    }
    for (int i = 0; i < plan.contacts; ++i) {
        contactIds.push_back({makeUuidV7(now)});
        must(writer->addRow(contact(i), origin(100 + i)));
    }
    for (const auto &[change, seen] : plan.changes)
        must(writer->addChange(change, seen, origin(1000)));
    for (int i = 0; i < plan.rejected; ++i)
        must(writer->addRejected({u"people.csv"_s,
                                  2000 + i,
                                  {u"x"_s, QString()},
                                  {{u"valid.required"_s, {{u"field"_s, u"contact.name"_s}}}}}));
    StagedJob job;
    job.info.kind = SetKind::Import;
    job.info.way = WriteWay::Import;
    job.info.actor = workspace().actor();
    job.info.label = {u"import.set"_s, {{u"entity"_s, u"contact"_s}, {u"file"_s, u"people.csv"_s}}};
    job.info.source = u"people.csv"_s;
    job.request = "{\"file\":\"people.csv\"}";
    job.report = "{\"read\":42}";
    return must(writer->finish(job));
}

Record JobFixture::account(int n) {
    return values(u"account", accountIds[size_t(n)],
                  {{u"name", u"Account %1"_s.arg(n)}, {u"city", u"Suzhou"_s}});
}

Record JobFixture::contact(int n) {
    // Names come in no order, so that their keys do not either.
    Record draft = values(u"contact", contactIds[size_t(n)],
                          {{u"name", u"Contact %1"_s.arg((n * 7919) % 1000)},
                           {u"email", u"c%1@example.com"_s.arg(n)}});
    if (!accountIds.empty())
        draft.set(entity(u"contact").byName(u"account"), accountIds[size_t(n) % accountIds.size()]);
    return draft;
}

JobInfo JobFixture::import(const Plan &plan) {
    const qint64 number = must(jobs().start(stage(plan)));
    return must(jobs().wait(number));
}

JobInfo JobFixture::pauseWhen(qint64 number, const std::function<bool(const JobInfo &)> &enough) {
    for (;;) {
        const JobInfo now = must(jobs().find(number));
        if (!now.isUnfinished)
            qFatal("the job was done before it was paused");
        if (enough(now))
            break;
        QThread::usleep(100);
    }
    must(jobs().pause(number));
    return must(jobs().wait(number));
}

Record JobFixture::values(QStringView key, RecordId id,
                          std::initializer_list<std::pair<QStringView, FieldValue>> fields) {
    const EntityDesc &desc = entity(key);
    Record record(desc.key, id);
    for (const auto &[name, value] : fields) {
        if (desc.byName(name).isNull())
            qFatal("no such field: %s", qPrintable(name.toString()));
        record.set(desc.byName(name), value);
    }
    return record;
}

std::vector<GroupVersion> JobFixture::versions(RecordId id) {
    return must(workspace().history().versions(id));
}

qint64 JobFixture::count(const QString &entity) {
    return must(
        reader().connection().scalar(u"SELECT count(*) FROM %1 WHERE deleted=0"_s.arg(entity)));
}

qsizetype JobFixture::found(const QString &name) {
    return qsizetype(must(reader().byTitle(u"contact"_s, name)).size());
}

QStringList JobFixture::filesOfJobs() const {
    // Finished ones are removed in the background.
    QThreadPool::globalInstance()->waitForDone();
    return QDir(WorkspacePaths::of(folder()).jobs()).entryList(QDir::Files);
}

QStringList JobFixture::ids(const std::vector<Message> &messages) {
    QStringList ids;
    for (const Message &message : messages)
        ids << message.id;
    return ids;
}

} // namespace dw::test
