// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/ziparchive.h"
#include "core/exchange/zipsource.h"

#include <QHash>
#include <QtEndian>
#include <algorithm>

namespace dw {
using namespace Qt::StringLiterals;

namespace {

struct DiscardArchive {
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, DiscardArchive>;

Error bomb(qint64 limit) {
    return makeError(ErrorKind::Invalid, u"zip.bomb"_s, {{u"limit"_s, QString::number(limit)}});
}

Error archiveError(zip_error_t *error) {
    const QString detail = QString::fromUtf8(zip_error_strerror(error));
    switch (zip_error_code_zip(error)) {
    case ZIP_ER_NOZIP:
        return makeError(ErrorKind::Invalid, u"zip.truncated"_s, {}, detail);
    case ZIP_ER_READ:
    case ZIP_ER_SEEK:
    case ZIP_ER_OPEN:
        return makeError(ErrorKind::Io, u"zip.read"_s, {}, detail);
    case ZIP_ER_ENCRNOTSUPP:
    case ZIP_ER_NOPASSWD:
        return makeError(ErrorKind::Invalid, u"zip.encrypted"_s, {}, detail);
    default:
        return makeError(ErrorKind::Invalid, u"zip.damaged"_s, {}, detail);
    }
}

template <typename T> qint64 littleEndian(const QByteArray &bytes, qsizetype at) {
    return at + qsizetype(sizeof(T)) <= bytes.size()
               ? qint64(qFromLittleEndian<T>(bytes.constData() + at))
               : 0;
}

/// How many entries the directory at the end promises; the most where several such ends are found,
/// because the library would make room for all before anybody could look.
qint64 promisedEntries(QIODevice &device) {
    constexpr qint64 endBytes = 22;
    constexpr qint64 locatorBytes = 20;
    constexpr qint64 longestComment = 0xFFFF;
    device.seek(qMax<qint64>(0, device.size() - endBytes - locatorBytes - longestComment));
    const QByteArray tail = device.readAll();
    qint64 most = 0;
    for (qsizetype at = tail.indexOf("PK\x05\x06"); at >= 0;
         at = tail.indexOf("PK\x05\x06", at + 1)) {
        qint64 count = littleEndian<quint16>(tail, at + 10);
        const qsizetype locator = at - locatorBytes;
        if (count == 0xFFFF && locator >= 0 && tail.mid(locator, 4) == "PK\x06\x07"
            && device.seek(littleEndian<quint64>(tail, locator + 8)))
            count = littleEndian<quint64>(device.read(56), 32);
        // An overflow is a promise beyond every limit.
        most = qMax(most, count < 0 ? std::numeric_limits<qint64>::max() : count);
    }
    return most;
}

/// One entry while it is unpacked.
class EntryDevice final : public QIODevice {
public:
    EntryDevice(zip_file_t *file, qint64 size) : m_file(file), m_size(size) {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    ~EntryDevice() override { zip_fclose(m_file); }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }

protected:
    qint64 readData(char *data, qint64 most) override {
        if (m_failure)
            return -1;
        const zip_int64_t got = zip_fread(m_file, data, zip_uint64_t(most));
        if (got < 0)
            m_failure = archiveError(zip_file_get_error(m_file));
        m_taken += qMax<qint64>(got, 0);
        if (m_taken > m_size)
            m_failure = bomb(m_size);
        if (m_failure)
            setErrorString(m_failure->detail);
        return m_failure ? -1 : got;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    zip_file_t *m_file;
    const qint64 m_size; ///< As the directory promises.
    qint64 m_taken = 0;
    std::optional<Error> m_failure;
};

class Reader final : public ZipReader {
public:
    explicit Reader(Archive archive) : m_archive(std::move(archive)) {}

    Result<void> list(const ZipLimits &limits) {
        const zip_int64_t count = zip_get_num_entries(m_archive.get(), 0);
        if (count > limits.entries)
            return bomb(limits.entries);
        qint64 total = 0;
        for (zip_int64_t i = 0; i < count; ++i) {
            zip_stat_t stat;
            zip_stat_init(&stat);
            if (zip_stat_index(m_archive.get(), zip_uint64_t(i), 0, &stat) != 0)
                return archiveError(zip_get_error(m_archive.get()));
            if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0
                && stat.encryption_method != ZIP_EM_NONE)
                return makeError(ErrorKind::Invalid, u"zip.encrypted"_s);
            const bool isLarge = stat.size > zip_uint64_t(limits.ratioFrom);
            if (stat.size > zip_uint64_t(limits.bytes - total)
                || (isLarge && stat.size / zip_uint64_t(limits.ratio) > stat.comp_size))
                return bomb(limits.bytes);
            total += qint64(stat.size);
            m_places.insert(QString::fromUtf8(stat.name), qsizetype(m_entries.size()));
            m_entries.push_back(
                {QString::fromUtf8(stat.name), qint64(stat.size), qint64(stat.comp_size)});
        }
        return {};
    }

    [[nodiscard]] const std::vector<ZipEntry> &entries() const override { return m_entries; }
    [[nodiscard]] qsizetype find(const QString &name) const override {
        return m_places.value(name, -1);
    }
    Result<std::unique_ptr<QIODevice>> read(qsizetype entry) override {
        zip_file_t *file = zip_fopen_index(m_archive.get(), zip_uint64_t(entry), 0);
        if (!file)
            return archiveError(zip_get_error(m_archive.get()));
        return std::unique_ptr<QIODevice>(
            std::make_unique<EntryDevice>(file, m_entries[size_t(entry)].size));
    }

private:
    Archive m_archive;
    std::vector<ZipEntry> m_entries;
    QHash<QString, qsizetype> m_places;
};

} // namespace

Result<std::unique_ptr<ZipReader>> ZipReader::open(std::unique_ptr<QIODevice> device,
                                                   const ZipLimits &limits) {
    if (promisedEntries(*device) > limits.entries)
        return bomb(limits.entries);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = makeZipSource(std::move(device), &error);
    Archive archive(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
    if (!archive && source)
        zip_source_free(source);
    if (!archive)
        return archiveError(&error);
    auto reader = std::make_unique<Reader>(std::move(archive));
    if (auto listed = reader->list(limits); !listed)
        return listed.error();
    return std::unique_ptr<ZipReader>(std::move(reader));
}

Result<QByteArray> ZipReader::bytes(qsizetype entry, qint64 most) {
    if (entries()[size_t(entry)].size > most)
        return bomb(most);
    auto device = read(entry);
    if (!device)
        return device.error();
    QByteArray bytes = (*device)->readAll();
    if (const auto failure = failureOf(**device))
        return *failure;
    return bytes;
}

std::optional<Error> failureOf(const QIODevice &entry) {
    const auto *device = dynamic_cast<const EntryDevice *>(&entry);
    return device ? device->failure() : std::nullopt;
}

bool isSafeArchivePath(const QString &name) {
    static const QString unsafe = u"\\:*?\"<>|"_s;
    const bool odd = std::any_of(name.cbegin(), name.cend(), [](QChar c) {
        return c < u' ' || c == u'\x7F' || unsafe.contains(c);
    });
    if (odd || name.isEmpty())
        return false;
    const QStringList parts = name.split(u'/');
    return std::none_of(parts.cbegin(), parts.cend(), [](const QString &part) {
        return part.isEmpty() || part.endsWith(u'.') || part.endsWith(u' ');
    });
}

} // namespace dw
