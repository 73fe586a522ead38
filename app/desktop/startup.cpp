// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/startup.h"

#include "app/common/login.h"
#include "app/desktop/sample.h"
#include "core/services/wording/wording.h"
#include "core/store/files/backup.h"
#include "core/store/schema/migrations.h"

#include <QDir>

namespace dw::desktop {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBackups = 3;

Workspace::Start startOfHere(Language language) {
    const Login login = systemLogin();
    return {.login = login.name, .personName = login.fullName, .zone = {}, .language = language};
}

/// A folder that holds something else gets one of its own inside.
QString folderForNew(const QString &chosen) {
    const QDir folder(chosen);
    return folder.isEmpty() ? chosen : folder.filePath(u"Dealwright"_s);
}

} // namespace

StartUp::StartUp(Surroundings surroundings) : m_around(std::move(surroundings)) {}

StartUp::~StartUp() { m_stop.stop(); }

Workspace::Options StartUp::optionsFor(const QString &path, Workspace::Mode mode) const {
    return {.path = path, .clock = m_around.clock, .wall = m_around.wall, .mode = mode};
}

QString StartUp::say(const Error &error) const {
    return word(error, m_around.language(), *Catalog::builtin());
}

void StartUp::begin(const QString &path) {
    if (path.isEmpty())
        welcome();
    else
        open(path, Workspace::Mode::Write);
}

void StartUp::open(const QString &path, Workspace::Mode mode) {
    auto workspace = Workspace::open(optionsFor(path, mode));
    if (!workspace) {
        explain(workspace.error(), path);
        return;
    }
    m_workspace = std::move(*workspace);
    emit opened();
}

void StartUp::welcome() {
    ask(u"workspace"_s, tr("Welcome to Dealwright"),
        tr("A workspace is a folder on this computer that holds everything: deals, accounts, "
           "contacts, and the whole history of every value."),
        {offerNew(), offerAnother(), offerSample()});
}

void StartUp::create(const QString &folder) {
    auto workspace = Workspace::create(optionsFor(folder, Workspace::Mode::Write),
                                       startOfHere(m_around.language()));
    if (!workspace) {
        explain(workspace.error(), folder);
        return;
    }
    m_workspace = std::move(*workspace);
    emit opened();
}

void StartUp::openSample() {
    const Language language = m_around.language();
    const QString path = m_around.sampleWorkspace(language);
    if (QFile::exists(WorkspacePaths::of(path).database())) {
        open(path, Workspace::Mode::Write);
        return;
    }
    m_stop = {};
    const auto progress = [this](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(
            this, [this, done, total] { m_around.questions.progress(done, total); },
            Qt::QueuedConnection);
    };
    inBackground(
        tr("Making the sample workspace…"),
        [options = optionsFor(path, Workspace::Mode::Write), start = startOfHere(language),
         progress, stop = m_stop] { return makeSample(options, start, progress, stop); },
        path);
}

void StartUp::restore(const QString &path, const QString &backup) {
    const WorkspacePaths paths = WorkspacePaths::of(path);
    // Whoever writes at this moment must not lose the file under them.
    auto lock = WorkspaceLock::take(paths);
    if (!lock) {
        explain(lock.error(), path);
        return;
    }
    const auto kept = restoreBackup(paths, backup, m_around.wall);
    lock->reset();
    if (kept)
        open(path, Workspace::Mode::Write);
    else
        explain(kept.error(), path);
}

void StartUp::copy(const QString &from, const QString &to) {
    m_stop = {};
    const QString target = folderForNew(to);
    inBackground(
        tr("Copying the workspace…"),
        [from, target, stop = m_stop] { return copyWorkspace(from, target, stop); }, target);
}

void StartUp::inBackground(const QString &saying, std::function<Result<void>()> task,
                           const QString &thenOpen) {
    m_around.questions.busy(saying, m_stop);
    const auto result = std::make_shared<Result<void>>();
    m_background =
        std::make_unique<BackgroundWork>([task = std::move(task), result] { *result = task(); },
                                         [this, result, thenOpen] {
                                             m_around.questions.finished();
                                             if (*result)
                                                 open(thenOpen, Workspace::Mode::Write);
                                             else if (result->error().kind == ErrorKind::Cancelled)
                                                 welcome();
                                             else
                                                 explain(result->error(), thenOpen);
                                         });
}

void StartUp::askForAnother() {
    m_around.questions.folder(tr("Open a workspace"), [this](const QString &folder) {
        if (folder.isEmpty())
            welcome();
        else
            open(folder, Workspace::Mode::Write);
    });
}

void StartUp::explain(const Error &error, const QString &path) {
    const auto [icon, title] = [&]() -> std::pair<QString, QString> {
        if (error.message.id == "workspace.network"_L1)
            return {u"network"_s, tr("This folder is not on this computer alone")};
        switch (error.kind) {
        case ErrorKind::NotFound:
            return {u"folder"_s, tr("There is no workspace here")};
        case ErrorKind::Busy:
            return {u"lock"_s, tr("This workspace is open elsewhere")};
        case ErrorKind::Damaged:
            return {u"damaged"_s, tr("This workspace is damaged")};
        case ErrorKind::Newer:
            return {u"newer"_s, tr("This workspace needs a newer Dealwright")};
        default:
            return {u"error"_s, tr("The workspace could not be opened")};
        }
    }();
    ask(icon, title, say(error), offersFor(error, path));
}

std::vector<StartUp::Offer> StartUp::offersFor(const Error &error, const QString &path) {
    std::vector<Offer> offers;
    if (error.message.id == "workspace.network"_L1) {
        offers = {offerCopy(path)};
    } else if (error.kind == ErrorKind::Busy || error.message.id == "workspace.readonly"_L1) {
        offers = {{{u"eye"_s, tr("Open to read only"),
                    tr("Everything can be seen, nothing can be changed.")},
                   [this, path] { open(path, Workspace::Mode::ReadOnly); }},
                  offerAgain(path)};
    } else if (error.kind == ErrorKind::Damaged) {
        offers = restoreOffers(path);
        if (offers.empty())
            return withoutBackup(error, path);
    } else if (error.kind == ErrorKind::NotFound) {
        const QString shown = QDir::toNativeSeparators(WorkspacePaths::of(path).folder);
        offers = {{{u"folder-plus"_s, tr("Make a workspace here"), shown},
                   [this, path] { create(WorkspacePaths::of(path).folder); }}};
    } else if (error.kind != ErrorKind::Newer) {
        offers = {offerAgain(path)};
    }
    offers.push_back(offerAnother());
    if (error.kind == ErrorKind::NotFound)
        offers.push_back(offerSample());
    return offers;
}

std::vector<StartUp::Offer> StartUp::restoreOffers(const QString &path) {
    std::vector<Offer> offers;
    for (const QString &backup : backupsOf(WorkspacePaths::of(path)).mid(0, mostBackups)) {
        const QString name = QFileInfo(backup).fileName();
        offers.push_back({{u"restore"_s, tr("Restore the backup %1").arg(name),
                           tr("The damaged file is kept beside it.")},
                          [this, path, backup] { restore(path, backup); }});
    }
    return offers;
}

/// What is left is to look for a copy elsewhere, or to work with another workspace meanwhile.
std::vector<StartUp::Offer> StartUp::withoutBackup(const Error &error, const QString &path) {
    const QString folder = WorkspacePaths::of(path).folder;
    return {offerAnother(),
            offerNew(),
            {{u"external"_s, tr("Show its folder"), QDir::toNativeSeparators(folder)},
             [this, error, path, folder] {
                 m_around.questions.showFolder(folder);
                 explain(error, path);
             }},
            offerAgain(path)};
}

StartUp::Offer StartUp::offerNew() {
    return {{u"folder-plus"_s, tr("Make a new workspace"),
             tr("A name and a place on this computer, not on a network or a synced folder.")},
            [this] {
                m_around.questions.newFolder(tr("Folder of the new workspace"),
                                             [this](const QString &folder) {
                                                 if (folder.isEmpty())
                                                     welcome();
                                                 else
                                                     create(folderForNew(folder));
                                             });
            }};
}

StartUp::Offer StartUp::offerAnother() {
    return {{u"folder"_s, tr("Open a workspace"), tr("A folder that holds workspace.dealwright.")},
            [this] { askForAnother(); }};
}

StartUp::Offer StartUp::offerSample() {
    return {{u"sample"_s, tr("Look at the sample"),
             tr("A made-up team with its deals, to try everything without harm.")},
            [this] { openSample(); }};
}

StartUp::Offer StartUp::offerAgain(const QString &path) {
    return {{u"refresh"_s, tr("Try again"), QDir::toNativeSeparators(path)},
            [this, path] { open(path, Workspace::Mode::Write); }};
}

StartUp::Offer StartUp::offerCopy(const QString &path) {
    return {{u"copy"_s, tr("Copy it to this computer"),
             tr("The original stays as it is; the copy is opened.")},
            [this, path] {
                m_around.questions.newFolder(tr("Folder of the copy"),
                                             [this, path](const QString &to) {
                                                 if (to.isEmpty())
                                                     welcome();
                                                 else
                                                     copy(path, to);
                                             });
            }};
}

void StartUp::ask(const QString &icon, const QString &title, const QString &text,
                  std::vector<Offer> offers) {
    std::erase_if(offers, [](const Offer &offer) { return !offer.act; });
    ui::ChoiceDialog::Situation situation{icon, title, text, {}, tr("Quit")};
    for (const Offer &offer : offers)
        situation.ways.push_back(offer.way);
    m_around.questions.choose(situation, [this, offers](std::optional<int> way) {
        if (way)
            offers[size_t(*way)].act();
        else
            emit gaveUp();
    });
}

} // namespace dw::desktop
