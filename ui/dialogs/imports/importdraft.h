// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importer.h"
#include "core/services/imports/proposal/importlook.h"
#include "ui/shell/page.h"

#include <QObject>

namespace dw::ui {

class ImportWorker;

/// One file, or what was pasted, with what was found out about it.
struct ImportDraftSource {
    LookRequest request; ///< What a person told.
    QString name;
    std::optional<ImportLook> look; ///< The last one that went well.
    std::optional<Error> problem;
    bool isStale = true; ///< A look is asked for, or under way.
};

/// An import as far as a person has described it: sources, their columns, and what becomes of rows
/// that are there already. Looks at the sources in the background. GUI thread.
class ImportDraft final : public QObject {
    Q_OBJECT
public:
    ImportDraft(ShellServices &shell, QObject *parent);
    ~ImportDraft() override;

    /// The same file is taken once.
    void addFiles(const QStringList &paths);
    void addPasted(const QByteArray &text);
    void remove(size_t at);
    [[nodiscard]] const std::vector<ImportDraftSource> &sources() const { return m_sources; }

    /// The source whose columns are shown.
    void setCurrent(size_t at);
    [[nodiscard]] size_t current() const { return m_current; }
    /// Its look; nullptr while there is none.
    [[nodiscard]] const ImportLook *look() const;

    // What a person tells of the current source.
    void setForm(const TableForm &form);
    void setEntity(const QString &entity);
    void setOrder(DateOrder order);
    /// What one column becomes; a field that another one had is taken from that.
    void setColumn(size_t column, const MappedColumn &as);

    // What a person tells of the whole import.
    void setMode(ImportMode mode);
    [[nodiscard]] ImportMode mode() const { return m_mode; }
    void setMissing(MissingTargets missing);
    [[nodiscard]] MissingTargets missing() const { return m_missing; }
    /// Keys of fields that rows of an entity are found by; empty = the usual ones.
    void setMatch(const QString &entity, const QStringList &keys);
    [[nodiscard]] QStringList match(const QString &entity) const { return m_match.value(entity); }
    /// Where the ids in the files come from; empty = the program does not know.
    void setSystem(const QString &system);
    [[nodiscard]] const QString &system() const { return m_system; }
    /// True where a column holds ids of another system.
    [[nodiscard]] bool hasIds() const;

    /// True once every source is looked at, means something, and leaves no question open.
    [[nodiscard]] bool isReady() const;
    /// What keeps it from being ready, where a person can do something about it.
    [[nodiscard]] std::optional<Message> wants() const;
    [[nodiscard]] ImportRequest request() const;
    /// What is to be remembered of it, by shape.
    [[nodiscard]] std::vector<std::pair<QString, RememberedShape>> shapes() const;

signals:
    /// Sources came, went, were looked at, or another one is shown.
    void sourcesChanged();
    /// What becomes of the rows has changed: figures that were made before are no longer true.
    void changed();

private:
    void lookNext();
    void take(size_t at, Result<ImportLook> look);
    void touch(ImportDraftSource &source);

    ShellServices &m_shell;
    ImportWorker *m_worker;
    std::vector<ImportDraftSource> m_sources;
    size_t m_current = 0;
    ImportMode m_mode = ImportMode::Add;
    MissingTargets m_missing = MissingTargets::Make;
    QMap<QString, QStringList> m_match;
    QString m_system;
};

} // namespace dw::ui
