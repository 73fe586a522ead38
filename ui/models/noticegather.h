// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"

#include <QObject>

class QTimer;

namespace dw::ui {

/// Between the workspace and what follows it row by row: what a person does passes at once; the
/// slices of a long job, which come hundreds of times a second, are gathered. GUI thread.
class NoticeGather final : public QObject {
    Q_OBJECT
public:
    explicit NoticeGather(QObject *parent);
    void take(const ChangeNotice &notice);
    /// The job is over: what was gathered is told now.
    void flush();

    /// More rows than this are read anew rather than followed.
    static constexpr size_t mostFollowed = 2'000;
    /// Gathered slices are told so often; while they go on and are read anew, twice as rarely each
    /// time, up to the second.
    static constexpr int firstMs = 500, longestMs = 16'000;

signals:
    void few(const dw::ChangeNotice &notice);
    /// So much moved that everything is to be read anew.
    void many();

private:
    void tell();

    QTimer *m_timer;
    ChangeNotice m_gathered;
    bool m_tooMany = false;
};

} // namespace dw::ui
