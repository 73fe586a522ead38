// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/stoptoken.h"
#include "core/catalog/gatecase.h"
#include "core/store/log/changerecord.h"
#include "core/store/schema/catalogholder.h"

#include <QObject>
#include <functional>
#include <memory>

namespace dw {

class Connection;
class DoorWriter;
class SlicedWork;
class WriteTransaction;

/// Who does it, how it is called, and when it counts.
struct SetInfo {
    SetKind kind = SetKind::Edit;
    WriteWay way = WriteWay::Edit;
    RecordId actor = {};
    Message label = {};
    QString source = {};
    Message reason = {};
    std::optional<Instant> at = {}; ///< Business time; the clock's now where absent.
    bool trusted = false;
    qint64 undoOf = 0;
};

/// One row that moved, with the merge groups that did ("deleted" too); `created` for a new row.
struct Moved {
    QString entity;
    RecordId id;
    QStringList groups;
    bool created = false;
};

/// What a committed set moved; models follow it without reading everything again.
struct ChangeNotice {
    qint64 set = 0;
    std::vector<Moved> moved;
    bool catalogChanged = false;
    bool bulk = false; ///< A slice of a long job: many follow one another.
    [[nodiscard]] bool touches(QStringView entity) const;
};

struct Committed {
    qint64 set = 0; ///< 0 when nothing differed and so nothing was written.
    ChangeNotice notice;
    std::vector<Message> warnings; ///< Of the gate.
    std::vector<Message> notes;    ///< Of the unit: what stayed, what was left out.
};

/// A closure that runs on the writer thread: load, change, done. An Error rolls everything back.
using Unit = std::function<Result<void>(WriteTransaction &)>;

/// A named unit of work, ready to be run.
struct Work {
    SetInfo info;
    Unit unit;
};

/// The one way in: one writing connection on one writer thread. Every write becomes rows and change
/// records in one transaction, judged by the gate and by the rights, closed as a link of the chain.
/// Fails, beside what the unit says: "write.refused" (Refused, {count}, with the gate's reasons
/// about all rows), "write.denied" and "write.denied_field" (Denied, {entity, title, action}, and
/// {field: "entity.group"}), "write.conflict" (Conflict, {entity, title, groups}), "valid.failed"
/// (Invalid, {entity, title}, with "valid.*" and "write.link_unknown" {field, id} as reasons),
/// "record.unknown", "write.in_bin" (Refused, {entity, title}), "write.exists", "write.computed"
/// {field}, "access.*" (rights that cannot be read), "store.*", "cancelled".
class Door final : public QObject {
    Q_OBJECT
public:
    struct Options {
        QString path; ///< The database.
        QString vfs;
        CatalogHolder &catalog;
        const Clock &clock; ///< Business time; the wall clock of `recorded` is `wall`.
        const Clock &wall;
        QTimeZone zone;
        Gate gate;
    };
    /// Opens the writing connection on a thread of its own, reads device and clock, loads the
    /// rights (setting "access.rules"). The schema must be current.
    [[nodiscard]] static Result<std::unique_ptr<Door>> open(Options options);
    ~Door() override;

    /// Runs it and waits. Never on the GUI thread.
    Result<Committed> run(const Work &work);
    /// Runs it; `done` is called on the context's thread, which is the caller's, unless the context
    /// is gone by then.
    void submit(const Work &work, QObject *context, std::function<void(Result<Committed>)> done);
    /// Runs something on the writer thread outside any set (backup, checkpoint, check).
    Result<void> maintain(const std::function<Result<void>(Connection &)> &task);
    /// Goes on with long work whenever no unit waits; several are done one after the other. What is
    /// under way when the door closes is left as its last slice left it.
    void startSliced(std::shared_ptr<SlicedWork> work);
    /// The longest time that one thing held the writer since this was asked last: "slice of rows",
    /// "checkpoint", "unit", "maintenance". Microseconds.
    struct Hold {
        QString what;
        qint64 us = 0;
    };
    [[nodiscard]] Hold takeLongestHold();
    [[nodiscard]] DeviceId device() const;
    void setZone(const QTimeZone &zone);

signals:
    /// After each commit, from the writer thread (connect queued or with a context).
    void committed(const dw::ChangeNotice &notice);

private:
    struct State;
    explicit Door(std::unique_ptr<State> state);
    Result<Committed> write(DoorWriter &writer, const Work &work);
    void writeSlice(DoorWriter &writer, SlicedWork &work, const std::function<bool()> &mayGoOn);
    std::unique_ptr<State> m_state;
};

} // namespace dw

Q_DECLARE_METATYPE(dw::ChangeNotice)
