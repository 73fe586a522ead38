// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/log/hash.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

namespace dw {

namespace {

/// EVP_sha256() is looked up anew at every use of it; a fetched digest is not.
const EVP_MD *fetched() {
    static const EVP_MD *digest = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return digest;
}

// An OpenSSL without SHA-256 cannot keep a chain at all: better no program than unsigned history.
void require(bool done) {
    if (!done)
        qFatal("SHA-256 is not available in this OpenSSL");
}

} // namespace

struct Sha256::Context {
    EVP_MD_CTX *evp = EVP_MD_CTX_new();
};

Sha256::Sha256() : m_context(std::make_unique<Context>()) {
    require(m_context->evp && EVP_DigestInit_ex2(m_context->evp, fetched(), nullptr) == 1);
}

Sha256::~Sha256() { EVP_MD_CTX_free(m_context->evp); }

void Sha256::add(const QByteArray &bytes) {
    require(EVP_DigestUpdate(m_context->evp, bytes.constData(), size_t(bytes.size())) == 1);
}

QByteArray Sha256::finish() {
    QByteArray digest(size, Qt::Uninitialized);
    require(EVP_DigestFinal_ex(m_context->evp, reinterpret_cast<unsigned char *>(digest.data()),
                               nullptr)
                == 1
            && EVP_DigestInit_ex2(m_context->evp, nullptr, nullptr) == 1);
    return digest;
}

QByteArray makeSalt() { return makeSalts(1); }

QByteArray makeSalts(qsizetype count) {
    // Seeded by the system's; asking the processor for each word takes ten times as long.
    constexpr qsizetype saltSize = 16;
    QByteArray salts(count * saltSize, Qt::Uninitialized);
    require(RAND_bytes(reinterpret_cast<unsigned char *>(salts.data()), int(salts.size())) == 1);
    return salts;
}

} // namespace dw
