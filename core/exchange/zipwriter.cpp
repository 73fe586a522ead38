// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ziparchive.h"
#include "core/exchange/zipsource.h"

#include <QBuffer>
#include <QFile>
#include <cerrno>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

Error writeError(zip_error_t *error) {
    const bool full =
        zip_error_system_type(error) == ZIP_ET_SYS && zip_error_code_system(error) == ENOSPC;
    if (zip_error_code_zip(error) == ZIP_ER_CANCELLED)
        return makeError(ErrorKind::Cancelled, u"cancelled"_s);
    return makeError(full ? ErrorKind::Full : ErrorKind::Io, u"zip.write"_s, {},
                     QString::fromUtf8(zip_error_strerror(error)));
}

struct Progress {
    const std::function<bool(double)> &goOn;
    bool stopped = false;
};

void reportProgress(zip_t *, double done, void *state) {
    auto *progress = static_cast<Progress *>(state);
    progress->stopped = progress->stopped || !progress->goOn(done);
}

int isStopped(zip_t *, void *state) { return static_cast<Progress *>(state)->stopped ? 1 : 0; }

class Writer final : public ZipWriter {
public:
    explicit Writer(zip_t *archive) : m_archive(archive) {}
    ~Writer() override {
        if (m_archive)
            zip_discard(m_archive);
    }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    Result<void> addBytes(const QString &name, const QByteArray &bytes) override {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(bytes);
        return add(name, std::move(buffer));
    }
    Result<void> addFile(const QString &name, const QString &path) override {
        return add(name, std::make_unique<QFile>(path));
    }

    Result<void> finish(const std::function<bool(double)> &goOn) override {
        Progress progress{goOn};
        if (goOn) {
            constexpr double step = 0.001;
            zip_register_progress_callback_with_state(m_archive, step, reportProgress, nullptr,
                                                      &progress);
            zip_register_cancel_callback_with_state(m_archive, isStopped, nullptr, &progress);
        }
        if (zip_close(m_archive) != 0)
            return writeError(zip_get_error(m_archive));
        m_archive = nullptr;
        return {};
    }

private:
    Result<void> add(const QString &name, std::unique_ptr<QIODevice> device) {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t *source = makeZipSource(std::move(device), &error);
        if (!source)
            return writeError(&error);
        const zip_int64_t at =
            zip_file_add(m_archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
        if (at < 0) {
            zip_source_free(source);
            return writeError(zip_get_error(m_archive));
        }
        // The same content makes the same archive, whenever it is packed.
        constexpr zip_uint16_t firstDay = 1 << 5 | 1; // 1980-01-01
        zip_file_set_dostime(m_archive, zip_uint64_t(at), 0, firstDay, 0);
        return {};
    }

    zip_t *m_archive;
};

} // namespace

Result<std::unique_ptr<ZipWriter>> ZipWriter::create(const QString &path) {
    int code = 0;
    zip_t *archive = zip_open(path.toUtf8().constData(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (archive)
        return std::unique_ptr<ZipWriter>(std::make_unique<Writer>(archive));
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    return writeError(&error);
}

} // namespace dw
