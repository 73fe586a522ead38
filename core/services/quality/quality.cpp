// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/quality/quality.h"

#include "core/base/log.h"

namespace dw {

namespace {

bool readBook(QualityBook &book, Reader &reader) {
    const auto moved = book.read(reader);
    if (!moved)
        qCInfo(lcServices) << "quality was not measured:" << moved.error().detail;
    return moved && *moved;
}

} // namespace

Quality::Quality(const QString &path, const QString &vfs, const CatalogHolder &catalog,
                 QObject *parent)
    : QObject(parent),
      m_book(std::make_shared<QualityBook>()),
      m_follower(path, vfs, catalog,
                 [book = m_book](Reader &reader) { return readBook(*book, reader); }) {
    connect(&m_follower, &LogFollower::moved, this, &Quality::changed);
}

Quality::~Quality() = default;

Result<void> Quality::start() { return m_follower.start(); }

void Quality::follow() { m_follower.follow(); }

template <typename T>
void Quality::ask(std::function<T(Reader &, const QualityBook &)> question, QObject *context,
                  Answer<T> answer) {
    if (const auto started = start(); !started) {
        answer(started.error());
        return;
    }
    m_follower.worker().ask<Result<T>>(
        [book = m_book, question = std::move(question)](Reader &reader) -> Result<T> {
            // What was committed meanwhile is told of by the follower's own reading.
            if (const auto read = book->read(reader); !read)
                return read.error();
            return question(reader, *book);
        },
        context, std::move(answer));
}

void Quality::report(QualityBy by, QObject *context, Answer<std::vector<QualityReport>> answer) {
    ask<std::vector<QualityReport>>(
        [by](Reader &reader, const QualityBook &book) { return book.report(reader, by); }, context,
        std::move(answer));
}

void Quality::worst(const QualityDrill &drill, QObject *context,
                    Answer<std::vector<QualityItem>> answer) {
    ask<std::vector<QualityItem>>(
        [drill](Reader &reader, const QualityBook &book) { return book.worst(reader, drill); },
        context, std::move(answer));
}

} // namespace dw
