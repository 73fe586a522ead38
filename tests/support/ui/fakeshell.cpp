// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/fakeshell.h"

#include "core/services/board/board.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace dw::test {
namespace {

[[noreturn]] void give(const Error &error) {
    QString reasons;
    for (const Message &reason : error.reasons)
        reasons += u' ' + reason.id;
    qFatal("%s%s: %s", qPrintable(error.message.id), qPrintable(reasons), qPrintable(error.detail));
}

} // namespace

FakeShell::FakeShell() : clock(Instant{1'772'676'000'000}) {
    m_theme.apply(ui::ThemeChoice::Light);
    auto made = Workspace::create({m_folder.filePath(u"workspace"_s), clock, m_wall},
                                  {u"tester"_s, u"Li Wanqing"_s, u"Asia/Shanghai"_s});
    if (!made)
        give(made.error());
    m_workspace = std::move(*made);
}

FakeShell::~FakeShell() = default;

void FakeShell::notify(Tone, const QString &text, const Action &) { messages << text; }

void FakeShell::notifyError(const Error &error) { errors.push_back(error); }

void FakeShell::run(Work work, const QString &saying,
                    std::function<void(const Result<Committed> &)> done) {
    attempt(std::move(work), saying, [this, done](const Result<Committed> &result) {
        if (!result)
            notifyError(result.error());
        if (done)
            done(result);
    });
}

void FakeShell::attempt(Work work, const QString &saying,
                        std::function<void(const Result<Committed> &)> done) {
    ++running;
    m_workspace->submit(work, &m_theme, [this, saying, done](const Result<Committed> &result) {
        --running;
        if (result && !saying.isEmpty())
            messages << saying;
        done(result);
    });
}

void FakeShell::sayDone(const QString &saying, const Committed &) { messages << saying; }

void FakeShell::undo() {
    const auto next =
        nextUndo(m_workspace->reader().connection(), m_workspace->device(), m_workspace->actor());
    if (next && *next)
        must(undoWork((*next)->seq, origin()));
}

void FakeShell::openNew(const QString &entity, const Record &preset) {
    opened.emplace_back(entity, preset);
}

Committed FakeShell::must(const Work &work) {
    auto done = m_workspace->run(work);
    if (!done)
        give(done.error());
    return *done;
}

RecordId FakeShell::makeDeal(const QString &stage, std::vector<TypedEdit> edits) {
    const auto lines = pipelines(m_workspace->reader());
    if (!lines)
        give(lines.error());
    const BoardPipeline &pipeline = lines->front();
    const auto found = std::find_if(pipeline.stages.begin(), pipeline.stages.end(),
                                    [&](const BoardStage &s) { return s.name == stage; });
    if (found == pipeline.stages.end())
        qFatal("no stage %s", qPrintable(stage));
    edits.push_back({u"pipeline"_s, TypedEdit::Kind::Set, pipeline.id.text()});
    edits.push_back({u"stage"_s, TypedEdit::Kind::Set, found->id.text()});
    return must(typedWork(u"deal"_s, {}, edits, origin())).notice.moved.front().id;
}

} // namespace dw::test
