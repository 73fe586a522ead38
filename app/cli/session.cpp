// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include "app/cli/caret.h"
#include "app/cli/firstperson.h"
#include "app/cli/messagejson.h"
#include "app/cli/stopsignals.h"
#include "app/cli/workprogress.h"
#include "app/common/login.h"
#include "core/base/log.h"
#include "core/services/jobs/jobs.h"
#include "core/services/wording/wording.h"

#include <QDir>

namespace dw::cli {
using namespace Qt::StringLiterals;

namespace {

/// Scripts run several command lines at once; each is done in a moment.
constexpr int longestLockWaitMs = 3'000;

bool isMisuse(const Error &error) {
    return error.message.id == "catalog.unknown_entity"_L1
           || error.message.id == "cli.empty_option"_L1;
}

} // namespace

Session::Session(Request request, Printer &printer)
    : m_request(std::move(request)),
      m_printer(printer),
      m_json(m_request.arguments.has(u"--json"_s)),
      m_clocks(m_request.options.now),
      m_catalog(Catalog::builtin()) {}

Workspace::Options Session::workspaceOptions(Workspace::Mode mode) const {
    Workspace::Options options{m_request.options.workspace, m_clocks.business(), m_clocks.wall()};
    options.mode = mode;
    options.lockWaitMs = longestLockWaitMs;
    return options;
}

void Session::stopOnInterrupt() { stopOnSignals(m_stop); }

Result<void> Session::open(Workspace::Mode mode) {
    if (mode == Workspace::Mode::Write)
        stopOnSignals(m_stop);
    auto opened = Workspace::open(workspaceOptions(mode));
    if (!opened)
        return opened.error();
    if (const auto settled = settle(std::move(*opened), mode); !settled)
        return settled;
    const bool isAboutJobs = QStringView(m_request.verb.name).startsWith(u"jobs ");
    return mode == Workspace::Mode::Write && !isAboutJobs ? finishJobs() : Result<void>();
}

/// What another run left unfinished comes first; what cannot go on is told and stays as it is.
Result<void> Session::finishJobs() {
    Jobs &jobs = m_workspace->jobs();
    const WorkProgress progress = progressOf(*this);
    const std::vector<qint64> running = jobs.running();
    for (const qint64 number : running) {
        const auto show = [&progress](const JobInfo &job) {
            if (progress)
                progress(job.done, job.total);
        };
        const auto job = jobs.wait(number, show, m_stop, Jobs::WhenStopped::Leave);
        m_printer.endProgress();
        if (!job)
            return job.error();
        if (m_stop.requested())
            return makeError(ErrorKind::Cancelled, u"cancelled"_s);
        Message note{job->problem ? u"cli.job_stands"_s : u"cli.job_finished"_s,
                     {{u"number"_s, QString::number(number)}}};
        if (job->problem)
            note.args.insert(u"text"_s, say(*job->problem));
        if (m_json)
            m_openingNotes.push_back(std::move(note));
        else
            m_printer.errorLine(say(u"cli.note"_s, {{u"text"_s, say(note)}}));
    }
    return {};
}

Result<void> Session::create(Workspace::Start start) {
    stopOnSignals(m_stop);
    const Login login = systemLogin();
    start.login = login.name;
    start.language = language();
    if (start.personName.isEmpty())
        start.personName = login.fullName;
    auto created = Workspace::create(workspaceOptions(Workspace::Mode::Write), start);
    if (!created)
        return created.error();
    return settle(std::move(*created), Workspace::Mode::Write);
}

Result<void> Session::createScratch() {
    m_scratch = std::make_unique<QTemporaryDir>();
    if (!m_scratch->isValid())
        return makeError(ErrorKind::Io, u"cli.no_scratch"_s, {{u"folder"_s, QDir::tempPath()}},
                         m_scratch->errorString());
    m_request.options.workspace = m_scratch->filePath(u"w"_s);
    return create({});
}

void Session::refreshCatalog() { m_catalog = m_workspace->catalog(); }

Result<void> Session::settle(std::unique_ptr<Workspace> workspace, Workspace::Mode mode) {
    m_workspace = std::move(workspace);
    refreshCatalog();
    m_openingNotes = m_workspace->openingNotes();
    if (!m_json)
        tellOpeningNotes();
    if (const auto typed = option(u"--as"_s)) {
        const auto person = findPerson(reader(), m_workspace->readTime(), *typed);
        if (!person)
            return person.error();
        m_workspace->actAs(*person);
    }
    if (mode == Workspace::Mode::ReadOnly || !m_workspace->actor().isNull())
        return {};
    if (const auto seated = seatFirstPerson(*m_workspace); !seated)
        return seated.error();
    if (m_workspace->actor().isNull())
        return makeError(ErrorKind::Invalid, u"cli.no_actor"_s);
    return {};
}

std::vector<Message> Session::takeOpeningNotes() { return std::exchange(m_openingNotes, {}); }

void Session::tellOpeningNotes() {
    const std::vector<Message> notes = takeOpeningNotes();
    if (m_json) {
        if (!notes.empty())
            m_printer.errorJson({{u"notes"_s, messagesJson(notes, catalog())}});
        return;
    }
    for (const Message &note : notes)
        m_printer.errorLine(say(u"cli.note"_s, {{u"text"_s, say(note)}}));
}

Origin Session::origin() const {
    Origin origin;
    origin.actor = m_workspace->actor();
    origin.source = option(u"--source"_s).value_or(QString());
    origin.reason = option(u"--reason"_s).value_or(QString());
    return origin;
}

QString Session::say(const Message &message) const { return word(message, language(), catalog()); }

QString Session::shown(const FieldDesc &field, const FieldValue &value,
                       const QString &label) const {
    return displayValue(field, value, label, language(), m_workspace->zone(), m_workspace->today());
}

Exit Session::done(const Committed &committed, const Message &sentence, QJsonObject object) {
    if (m_json) {
        object.insert(u"set"_s, committed.set);
        object.insert(u"warnings"_s, messagesJson(committed.warnings, catalog()));
        std::vector<Message> notes = takeOpeningNotes();
        notes.insert(notes.end(), committed.notes.begin(), committed.notes.end());
        object.insert(u"notes"_s, messagesJson(notes, catalog()));
        m_printer.json(object);
        return Exit::Done;
    }
    m_printer.line(say(sentence));
    for (const auto *messages : {&committed.warnings, &committed.notes}) {
        for (const Message &message : *messages)
            m_printer.errorLine(say(u"cli.note"_s, {{u"text"_s, say(message)}}));
    }
    return Exit::Done;
}

Exit Session::fail(const Error &error) { return failAt(error, {}); }

Exit Session::failAt(const Error &error, const QString &typed) {
    if (isMisuse(error))
        return misuse(error.message);
    if (!error.detail.isEmpty())
        qCInfo(lcServices).noquote() << error.message.id << error.detail;
    if (m_json) {
        QJsonObject object = errorJson(error, catalog());
        if (const std::vector<Message> notes = takeOpeningNotes(); !notes.empty())
            object.insert(u"notes"_s, messagesJson(notes, catalog()));
        m_printer.errorJson(object);
        return Exit::Failed;
    }
    m_printer.errorLine(u"dealwright-cli: "_s + say(error.message));
    for (const QString &line : caretLines(error.message, typed))
        m_printer.errorLine(line);
    for (const Message &reason : error.reasons)
        m_printer.errorLine(u"  - "_s + say(reason));
    return Exit::Failed;
}

Exit Session::misuse(const Message &message, const QString &usage) {
    const QString shown = usage.isEmpty() ? m_request.verb.usageLine() : usage;
    if (m_json) {
        QJsonObject object = misuseJson(message, shown, catalog());
        if (const std::vector<Message> notes = takeOpeningNotes(); !notes.empty())
            object.insert(u"notes"_s, messagesJson(notes, catalog()));
        m_printer.errorJson(object);
        return Exit::Misused;
    }
    m_printer.errorLine(u"dealwright-cli: "_s + say(message));
    m_printer.errorLine(say(u"cli.usage"_s));
    for (const QString &line : shown.split(u'\n'))
        m_printer.errorLine(u"  "_s + line);
    return Exit::Misused;
}

} // namespace dw::cli
