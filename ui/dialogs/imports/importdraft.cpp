// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/imports/importdraft.h"

#include "ui/dialogs/imports/importworker.h"

#include <QFileInfo>

namespace dw::ui {
using namespace Qt::StringLiterals;

ImportDraft::ImportDraft(ShellServices &shell, QObject *parent)
    : QObject(parent),
      m_shell(shell),
      m_worker(new ImportWorker(this)) {}

ImportDraft::~ImportDraft() = default;

void ImportDraft::addFiles(const QStringList &paths) {
    for (const QString &path : paths) {
        const QString file = QFileInfo(path).absoluteFilePath();
        const auto same = [&](const ImportDraftSource &s) { return s.request.file == file; };
        if (std::any_of(m_sources.begin(), m_sources.end(), same))
            continue;
        ImportDraftSource source;
        source.request.file = file;
        source.name = QFileInfo(file).fileName();
        m_sources.push_back(std::move(source));
    }
    emit sourcesChanged();
    emit changed();
    lookNext();
}

void ImportDraft::addPasted(const QByteArray &text) {
    ImportDraftSource source;
    source.request.pasted = text;
    source.name = tr("Pasted cells");
    m_sources.push_back(std::move(source));
    m_current = m_sources.size() - 1;
    emit sourcesChanged();
    emit changed();
    lookNext();
}

void ImportDraft::remove(size_t at) {
    if (m_sources[at].isStale)
        m_worker->stop();
    m_sources.erase(m_sources.begin() + ptrdiff_t(at));
    if (m_current >= at && m_current > 0)
        --m_current;
    emit sourcesChanged();
    emit changed();
    lookNext();
}

void ImportDraft::setCurrent(size_t at) {
    m_current = at;
    emit sourcesChanged();
}

const ImportLook *ImportDraft::look() const {
    if (m_current >= m_sources.size() || !m_sources[m_current].look)
        return nullptr;
    return &*m_sources[m_current].look;
}

void ImportDraft::touch(ImportDraftSource &source) {
    source.isStale = true;
    emit sourcesChanged();
    emit changed();
    lookNext();
}

void ImportDraft::setForm(const TableForm &form) {
    ImportDraftSource &source = m_sources[m_current];
    source.request.form = form;
    touch(source);
}

void ImportDraft::setEntity(const QString &entity) {
    ImportDraftSource &source = m_sources[m_current];
    source.request.entity = entity;
    touch(source);
}

void ImportDraft::setOrder(DateOrder order) {
    ImportDraftSource &source = m_sources[m_current];
    source.request.order = order;
    if (source.look) {
        source.look->order = order;
        source.look->question.reset();
    }
    emit sourcesChanged();
    emit changed();
}

void ImportDraft::setColumn(size_t column, const MappedColumn &as) {
    ImportLook &look = *m_sources[m_current].look;
    for (ColumnProposal &other : look.columns) {
        const bool same =
            as.use != ColumnUse::None && other.as.use == as.use && other.as.field == as.field;
        if (same && &other != &look.columns[column]) {
            other.as.use = ColumnUse::None;
            other.as.field.clear();
            other.as.newField.reset();
            other.confidence = 0;
            other.reason = {u"mapping.use_taken"_s, {{u"column"_s, look.columns[column].header}}};
        }
    }
    ColumnProposal &proposal = look.columns[column];
    const QString header = proposal.as.header;
    proposal.as = as;
    proposal.as.header = header;
    proposal.confidence = as.use == ColumnUse::None ? 0 : 1;
    proposal.reason = {u"mapping.chosen"_s, {}};
    look.question = dateQuestion(look, *m_shell.workspace().catalog());
    emit sourcesChanged();
    emit changed();
}

void ImportDraft::setMode(ImportMode mode) {
    m_mode = mode;
    emit changed();
}

void ImportDraft::setMissing(MissingTargets missing) {
    m_missing = missing;
    emit changed();
}

void ImportDraft::setMatch(const QString &entity, const QStringList &keys) {
    m_match.insert(entity, keys);
    emit changed();
}

void ImportDraft::setSystem(const QString &system) {
    m_system = system.simplified();
    emit changed();
}

bool ImportDraft::hasIds() const {
    const auto isId = [](const ColumnProposal &p) {
        return p.isSure() && p.as.use == ColumnUse::ExternalId;
    };
    return std::any_of(m_sources.begin(), m_sources.end(), [&](const ImportDraftSource &s) {
        return s.look && std::any_of(s.look->columns.begin(), s.look->columns.end(), isId);
    });
}

/// One after the other, in the order they came.
void ImportDraft::lookNext() {
    if (m_worker->isBusy())
        m_worker->stop();
    const auto next = std::find_if(m_sources.begin(), m_sources.end(),
                                   [](const ImportDraftSource &s) { return s.isStale; });
    if (next == m_sources.end())
        return;
    const auto at = size_t(next - m_sources.begin());
    m_worker->run<Result<ImportLook>>(
        [workspace = ReadSource::of(m_shell.workspace()),
         request = next->request](const WorkProgress &, const StopToken &stop) {
            return lookAtSource(workspace, request, stop);
        },
        [this, at](Result<ImportLook> look) { take(at, std::move(look)); });
}

void ImportDraft::take(size_t at, Result<ImportLook> look) {
    ImportDraftSource &source = m_sources[at];
    source.isStale = false;
    source.problem.reset();
    if (look)
        source.look = std::move(*look);
    else
        source.problem = look.error();
    if (look && m_sources.size() == 1 && source.look->remembered) {
        const ImportMapping &mapping = source.look->remembered->mapping;
        m_mode = mapping.mode.value_or(m_mode);
        m_missing = mapping.missing.value_or(m_missing);
        m_system = mapping.system;
        m_match.insert(source.look->entity, mapping.match);
    }
    emit sourcesChanged();
    emit changed();
    lookNext();
}

std::optional<Message> ImportDraft::wants() const {
    for (const ImportDraftSource &source : m_sources) {
        if (source.isStale)
            return std::nullopt;
        if (source.problem)
            return source.problem->message;
        if (source.look->entity.isEmpty())
            return Message{u"mapping.no_entity"_s, {{u"file"_s, source.name}}};
        const auto &columns = source.look->columns;
        if (std::none_of(columns.begin(), columns.end(),
                         [](const ColumnProposal &p) { return p.isSure(); }))
            return Message{u"mapping.no_columns"_s, {{u"file"_s, source.name}}};
        if (source.look->question)
            return source.look->question;
    }
    return std::nullopt;
}

bool ImportDraft::isReady() const {
    const auto isSettled = [](const ImportDraftSource &s) {
        return !s.isStale && s.look && !s.problem;
    };
    return !m_sources.empty() && std::all_of(m_sources.begin(), m_sources.end(), isSettled)
           && !wants();
}

ImportRequest ImportDraft::request() const {
    ImportRequest request;
    for (const ImportDraftSource &source : m_sources) {
        ImportSource one;
        one.entity = source.look->entity;
        one.file = source.request.file;
        one.pasted = source.request.pasted;
        one.name = source.name;
        one.form = source.look->form;
        one.mapping = proposedMapping(*source.look);
        request.sources.push_back(std::move(one));
    }
    request.mode = m_mode;
    request.missing = m_missing;
    request.system = m_system;
    for (auto it = m_match.begin(); it != m_match.end(); ++it) {
        if (!it->isEmpty())
            request.match.insert(it.key(), *it);
    }
    return request;
}

std::vector<std::pair<QString, RememberedShape>> ImportDraft::shapes() const {
    std::vector<std::pair<QString, RememberedShape>> shapes;
    for (const ImportDraftSource &source : m_sources) {
        RememberedShape shape{proposedMapping(*source.look), source.request.form};
        shape.mapping.mode = m_mode;
        shape.mapping.missing = m_missing;
        shape.mapping.system = m_system;
        shape.mapping.match = m_match.value(source.look->entity);
        shapes.emplace_back(source.look->shape, std::move(shape));
    }
    return shapes;
}

} // namespace dw::ui
