// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace dw {

/// What sort of failure it is: decides how callers react, never how it is worded.
enum class ErrorKind {
    Invalid,  ///< The input is wrong: type, range, format.
    NotFound, ///< There is no such thing.
    Conflict, ///< Somebody changed it since the author looked; the draft is kept.
    Refused,  ///< A rule says no; `refusals` say why.
    Denied,   ///< The person has no right to it.
    Busy,     ///< Held by another process or thread; may succeed later.
    Io,       ///< The system failed to read or write.
    Full,     ///< No room on the disk.
    Damaged,  ///< Stored bytes are not what they must be.
    Newer,    ///< Written by a newer version of the program.
    Cancelled ///< Somebody asked to stop.
};

/// An expected failure. `message` is worded for people; `detail` goes to the log only.
struct Error {
    ErrorKind kind = ErrorKind::Invalid;
    Message message;
    QString detail;
    std::vector<Message> reasons =
        {}; ///< Refused and Invalid: every single thing that is wrong or missing.

    friend bool operator==(const Error &, const Error &) = default;
};

/// A value or the Error that stands in its place.
template <typename T> class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    [[nodiscard]] bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

/// Shorthand for an Error with its message id and arguments.
inline Error makeError(ErrorKind kind, QString id, QMap<QString, QString> args = {},
                       QString detail = {}) {
    return Error{kind, Message{std::move(id), std::move(args)}, std::move(detail), {}};
}

} // namespace dw
