// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace dw::ui {

/// What the shell offers to pages; lives as long as the window.
class ShellServices {
public:
    virtual ~ShellServices() = default;
    [[nodiscard]] virtual Workspace &workspace() = 0;
    [[nodiscard]] virtual Theme &theme() = 0;
    [[nodiscard]] virtual Language language() const = 0;

    enum class Tone { Info, Success, Warning, Failure };
    struct Action {
        QString text;
        std::function<void()> run;
    };
    /// A message at the bottom of the window; with an action (undo, show) that runs when clicked.
    virtual void notify(Tone tone, const QString &text, const Action &action = {}) = 0;
    /// An error in the reader's words, with all its reasons: what happened, what was kept, what to
    /// do.
    virtual void notifyError(const Error &error) = 0;
    /// Runs a unit as who sits here, reports failure and warnings, and offers undo on the spot when
    /// `done` is given no error.
    virtual void run(Work work, const QString &saying,
                     std::function<void(const Result<Committed> &)> done = {}) = 0;
    /// The same, but a failure is told to `done` alone, which shows it in the place where it
    /// happened.
    virtual void attempt(Work work, const QString &saying,
                         std::function<void(const Result<Committed> &)> done) = 0;
    virtual void undo() = 0;
    virtual void redo() = 0;
    /// Says what a finished unit did, with its warnings and notes, and offers to take it back
    /// (run() does so by itself).
    virtual void sayDone(const QString &saying, const Committed &done) = 0;
    /// Takes back one set of who sits here, whatever came after it; says what had to stay.
    virtual void undoSet(qint64 set) = 0;
    /// Opens the form for a new row; `preset` holds what is known already.
    virtual void openNew(const QString &entity, const Record &preset = {}) = 0;
};

/// The rows that a page shows, for whoever writes them to a file.
struct ShownList {
    QString name; ///< As people know it ("Deals of “Sales pipeline”").
    QString entity;
    QString where; ///< The condition that they fulfil; empty: all rows of the entity.
};

/// One page of the workbench; the shell's list of pages (ui/shell/pagelist.cpp) names each in one
/// line.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// File name of its picture, and its key in the rail: "board".
    [[nodiscard]] virtual QString id() const = 0;
    /// Icon of the rail.
    [[nodiscard]] virtual QString iconName() const = 0;
    /// Name in the rail, in the language in force.
    [[nodiscard]] virtual QString title() const = 0;
    /// True once it shows all it has loaded (pictures wait for it).
    [[nodiscard]] virtual bool isReady() const = 0;
    /// Something representative to show in a picture (select the first card and open the panel).
    virtual void prepareForPicture() {}
    /// What people typed here that is not kept yet, as they call it ("Amount"); empty where nothing
    /// is.
    [[nodiscard]] virtual QString unsaved() const { return {}; }
    /// The page is about to be left: keeps what was typed where it can. False where something would
    /// be lost; the shell then names unsaved() and asks.
    [[nodiscard]] virtual bool mayClose() { return unsaved().isEmpty(); }
    /// The list that it shows; nothing where it shows none.
    [[nodiscard]] virtual std::optional<ShownList> shownList() const { return std::nullopt; }
    /// Gives the focus to the part that people work with; called where nothing else has it. The
    /// first that Tab reaches, unless a page knows better.
    virtual void takeFocus();

signals:
    void ready();
};

} // namespace dw::ui
