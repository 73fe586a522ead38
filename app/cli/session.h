// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/printer.h"
#include "app/cli/verb.h"
#include "app/common/programoptions.h"
#include "core/services/works.h"
#include "core/services/workspace.h"

#include <QTemporaryDir>

namespace dw::cli {

/// One run of the program: what was asked, the workspace it is asked of, and how it answers.
class Session {
public:
    struct Request {
        const Verb &verb;
        QStringList words; ///< After the verb's name.
        Arguments arguments;
        ProgramOptions options;
    };

    Session(Request request, Printer &printer);

    [[nodiscard]] const QStringList &words() const { return m_request.words; }
    [[nodiscard]] std::optional<QString> option(const QString &name) const {
        return m_request.arguments.value(name);
    }
    [[nodiscard]] const Arguments &arguments() const { return m_request.arguments; }
    [[nodiscard]] const ProgramOptions &options() const { return m_request.options; }
    [[nodiscard]] bool json() const { return m_json; }
    [[nodiscard]] Language language() const { return m_request.options.language; }
    [[nodiscard]] Printer &printer() { return m_printer; }

    /// Opens the workspace that was named, and settles who acts. Fails as Workspace::open, and
    /// "cli.no_actor" (to write), "cli.unknown_person" {value}, "cli.ambiguous_person" {value,
    /// count, ids}, "cli.inactive_person" {name, id}.
    [[nodiscard]] Result<void> open(Workspace::Mode mode);
    /// Makes it with the login as its first person, in the language of this run, and opens it to
    /// write.
    [[nodiscard]] Result<void> create(Workspace::Start start);
    /// The same in a folder that is gone when the session ends: for what is only tried.
    [[nodiscard]] Result<void> createScratch();
    /// Only after one of these went well.
    [[nodiscard]] Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] Reader &reader() { return m_workspace->reader(); }
    /// The workspace's, or the built-in one while none is open.
    [[nodiscard]] const Catalog &catalog() const { return *m_catalog; }
    void refreshCatalog();

    /// Who writes, with --source and --reason.
    [[nodiscard]] Origin origin() const;
    [[nodiscard]] StopToken stopToken() const { return m_stop; }
    /// From here on the first interrupt only asks what runs to end (writing sessions do that by
    /// themselves).
    void stopOnInterrupt();
    [[nodiscard]] const Clock &wall() const { return m_clocks.wall(); }

    [[nodiscard]] QString say(const Message &message) const;
    [[nodiscard]] QString say(const QString &id, const QMap<QString, QString> &args = {}) const {
        return say(Message{id, args});
    }
    /// A value as this reader of the output expects it.
    [[nodiscard]] QString shown(const FieldDesc &field, const FieldValue &value,
                                const QString &label) const;

    /// Tells what a write did: `sentence` as text, or `object` with set, warnings and notes added.
    /// Warnings and notes go to stderr beside a text.
    Exit done(const Committed &committed, const Message &sentence, QJsonObject object);
    /// Says on stderr what went wrong. What only the catalogue could show to be wrong about the
    /// call (an unknown entity) is a misuse.
    Exit fail(const Error &error);
    /// The same where the error may point at a place of what was typed: the text with a mark under
    /// the place.
    Exit failAt(const Error &error, const QString &typed);
    /// Says what was wrong about the call, and how the verb (or what `usage` says) is used.
    Exit misuse(const Message &message, const QString &usage = {});
    /// What opening had to tell, where no answer in JSON has told it yet.
    void tellOpeningNotes();

private:
    [[nodiscard]] Workspace::Options workspaceOptions(Workspace::Mode mode) const;
    [[nodiscard]] Result<void> settle(std::unique_ptr<Workspace> workspace, Workspace::Mode mode);
    [[nodiscard]] Result<void> finishJobs();
    [[nodiscard]] std::vector<Message> takeOpeningNotes();

    Request m_request;
    Printer &m_printer;
    bool m_json;
    Clocks m_clocks;
    StopToken m_stop;
    CatalogPtr m_catalog;
    std::unique_ptr<QTemporaryDir> m_scratch; ///< Goes after the workspace in it.
    std::unique_ptr<Workspace> m_workspace;
    std::vector<Message> m_openingNotes; ///< Not told yet.
};

/// The person that `--as` names: UUID, short id, name or login. Fails: "cli.unknown_person",
/// "cli.ambiguous_person", "cli.inactive_person" (who is not active does not act).
[[nodiscard]] Result<RecordId> findPerson(Reader &reader, const ReadTime &time,
                                          const QString &typed);

} // namespace dw::cli
