// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/zipsource.h"

#include <cerrno>

namespace dw {

namespace {

class DeviceSource {
public:
    explicit DeviceSource(std::unique_ptr<QIODevice> device)
        : m_device(std::move(device)),
          m_opensItself(!m_device->isOpen()) {
        zip_error_init(&m_error);
    }
    ~DeviceSource() { zip_error_fini(&m_error); }
    DeviceSource(const DeviceSource &) = delete;
    DeviceSource &operator=(const DeviceSource &) = delete;

    zip_int64_t run(void *data, zip_uint64_t length, zip_source_cmd_t command) {
        switch (command) {
        case ZIP_SOURCE_OPEN:
            return check(m_opensItself ? m_device->open(QIODevice::ReadOnly) : m_device->seek(0),
                         ZIP_ER_OPEN);
        case ZIP_SOURCE_READ: {
            const qint64 got = m_device->read(static_cast<char *>(data), qint64(length));
            return got < 0 ? check(false, ZIP_ER_READ) : got;
        }
        case ZIP_SOURCE_CLOSE:
            if (m_opensItself)
                m_device->close();
            return 0;
        case ZIP_SOURCE_STAT:
            return stat(static_cast<zip_stat_t *>(data));
        case ZIP_SOURCE_SEEK: {
            const zip_int64_t to = zip_source_seek_compute_offset(zip_uint64_t(m_device->pos()),
                                                                  zip_uint64_t(m_device->size()),
                                                                  data, length, &m_error);
            return to < 0 ? -1 : check(m_device->seek(to), ZIP_ER_SEEK);
        }
        case ZIP_SOURCE_TELL:
            return m_device->pos();
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&m_error, data, length);
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(
                ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, -1);
        default:
            zip_error_set(&m_error, ZIP_ER_OPNOTSUPP, 0);
            return -1;
        }
    }

private:
    zip_int64_t check(bool done, int code) {
        if (!done)
            zip_error_set(&m_error, code, EIO);
        return done ? 0 : -1;
    }
    zip_int64_t stat(zip_stat_t *out) const {
        zip_stat_init(out);
        out->valid = ZIP_STAT_SIZE;
        out->size = zip_uint64_t(m_device->size());
        return sizeof *out;
    }

    std::unique_ptr<QIODevice> m_device;
    const bool m_opensItself;
    zip_error_t m_error{};
};

zip_int64_t callSource(void *state, void *data, zip_uint64_t length, zip_source_cmd_t command) {
    auto *source = static_cast<DeviceSource *>(state);
    if (command != ZIP_SOURCE_FREE)
        return source->run(data, length, command);
    delete source;
    return 0;
}

} // namespace

zip_source_t *makeZipSource(std::unique_ptr<QIODevice> device, zip_error_t *error) {
    auto state = std::make_unique<DeviceSource>(std::move(device));
    zip_source_t *source = zip_source_function_create(callSource, state.get(), error);
    if (source)
        (void)state.release(); // freed by libzip's last command
    return source;
}

} // namespace dw
