// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/workspacefixture.h"

#include "core/catalog/valuetext.h"
#include "core/services/wording/wording.h"
#include "tests/support/faultyvfs.h"
#include "tests/support/testworkspace.h"

using namespace Qt::StringLiterals;

namespace dw::test {

namespace {
constexpr Instant begin{1'773'021'600'000}; // 2026-03-09T02:00:00Z
}

WorkspaceFixture::WorkspaceFixture() : clock(begin), wall(begin) {
    m_workspace = must(Workspace::create(
        options(), {.login = u"lina"_s, .personName = u"Li Na"_s, .zone = u"Asia/Shanghai"_s}));
}

Workspace::Options WorkspaceFixture::options(Workspace::Mode mode) const {
    return {.path = folder(), .clock = clock, .wall = wall, .vfs = faultyvfs::name(), .mode = mode};
}

const EntityDesc &WorkspaceFixture::entity(QStringView key) const {
    return *m_workspace->catalog()->entity(key);
}

Origin WorkspaceFixture::origin(const QString &reason) const {
    return {.actor = m_workspace->actor(), .reason = reason};
}

void WorkspaceFixture::tick(qint64 ms) {
    clock.advanceMs(ms);
    wall.advanceMs(ms);
}

void WorkspaceFixture::reopen(Workspace::Mode mode) {
    m_workspace.reset();
    m_workspace = must(Workspace::open(options(mode)));
}

std::vector<TypedEdit> WorkspaceFixture::edits(const QString &text) {
    std::vector<TypedEdit> edits;
    for (const QString &part : text.split(u'|', Qt::SkipEmptyParts)) {
        TypedEdit edit;
        edit.key = part.section(u'=', 0, 0);
        edit.text = part.section(u'=', 1);
        if (edit.key.endsWith(u'+'))
            edit.kind = TypedEdit::Kind::Include;
        else if (edit.key.endsWith(u'-'))
            edit.kind = TypedEdit::Kind::Exclude;
        if (edit.kind != TypedEdit::Kind::Set)
            edit.key.chop(1);
        edits.push_back(edit);
    }
    return edits;
}

RecordId WorkspaceFixture::create(const QString &entity, const QString &text) {
    return must(run(typedWork(entity, {}, edits(text), origin()))).notice.moved.front().id;
}

qint64 WorkspaceFixture::edit(const QString &entity, RecordId id, const QString &text) {
    return must(run(typedWork(entity, id, edits(text), origin()))).set;
}

qint64 WorkspaceFixture::move(RecordId deal, const QString &stage, const QString &text,
                              const QString &reason) {
    const MoveRequest request{
        .deal = deal, .stage = named(u"stage"_s, stage), .edits = edits(text)};
    return must(run(moveWork(request, origin(reason)))).set;
}

RecordId WorkspaceFixture::named(const QString &entity, const QString &title) {
    const auto ids = must(reader().byTitle(entity, title));
    if (ids.size() != 1)
        qFatal("%zu rows called %s", ids.size(), qPrintable(title));
    return ids.front();
}

Row WorkspaceFixture::row(const QString &entity, RecordId id) {
    const auto row = must(reader().find(entity, id));
    if (!row)
        qFatal("no %s %s", qPrintable(entity), qPrintable(id.text()));
    return *row;
}

QString WorkspaceFixture::text(const QString &key, RecordId id, QStringView field) {
    const EntityDesc &desc = entity(key);
    const FieldHandle handle = desc.byKey(field);
    return valueToText(desc.field(handle), row(key, id).record.value(handle));
}

QString WorkspaceFixture::label(qint64 set) {
    const auto found = must(m_workspace->history().set(set));
    return found ? word(found->label, Language::English, *m_workspace->catalog()) : QString();
}

QStringList WorkspaceFixture::damage() {
    QStringList ids;
    must(m_workspace->maintain([&](Connection &c) -> Result<void> {
        const auto report =
            checkWorkspace(c, m_workspace->catalogHolder(), m_workspace->paths().jobs());
        if (!report)
            return report.error();
        for (const CheckFinding &finding : report->findings) {
            if (finding.damage)
                ids << finding.message.id;
        }
        return {};
    }));
    return ids;
}

} // namespace dw::test
