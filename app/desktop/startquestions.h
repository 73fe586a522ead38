// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/write/door.h"
#include "ui/dialogs/choicedialog.h"

#include <functional>

namespace dw::desktop {

/// What the start-up story asks people. A test answers in their place; nothing here waits.
class StartQuestions {
public:
    virtual ~StartQuestions() = default;
    /// The way chosen, or nothing where the person left.
    virtual void choose(const ui::ChoiceDialog::Situation &situation,
                        std::function<void(std::optional<int>)> answer) = 0;
    /// A folder that is there, or empty text.
    virtual void folder(const QString &title, std::function<void(QString)> answer) = 0;
    /// The path of a folder that is yet to be made, or of an empty one; or empty text.
    virtual void newFolder(const QString &title, std::function<void(QString)> answer) = 0;
    /// Shows a folder in the file manager.
    virtual void showFolder(const QString &folder) = 0;
    /// Something that takes a while began; it ends with finished(). `stop` may be asked for.
    virtual void busy(const QString &saying, StopToken stop) = 0;
    virtual void progress(qint64 done, qint64 total) = 0;
    virtual void finished() = 0;
};

} // namespace dw::desktop
