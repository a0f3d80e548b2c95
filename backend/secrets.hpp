// Secrets: random tokens and their stored form, password hashes. The only file beside secrets.cpp
// that knows libsodium.
#pragma once

#include "shared/core/i18n.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace carnet {

// 32 random bytes, URL-safe text of 43 characters.
std::string random_token();
// What is stored of a token or compared of a name: hexadecimal BLAKE2b of 32 bytes.
std::string hash_of(std::string_view text);
// A short random reference for logs, "7f3a91c2".
std::string random_reference();

// Argon2id. The memory is bounded (a few hashes at a time), the number of passes is measured once
// so that one hash takes about a tenth of a second on this machine.
class PasswordHasher {
  public:
    // `memory_kib` 0: the product's cost; tests give a small one.
    explicit PasswordHasher(int memory_kib);
    ~PasswordHasher();
    // Nothing when too many wait already: answer "try again".
    std::optional<std::string> hash(std::string_view password);
    // An empty hash costs the same time and is never right: unknown accounts cannot be told from
    // wrong passwords.
    std::optional<bool> verify(std::string_view password, std::string_view hash);

  private:
    struct Data;
    Data* _data;
};

// Null when the password will do; otherwise what is wrong with it. `names`: what it must not
// contain (name, e-mail, workspace).
const Text* check_password(std::string_view password, std::span<const std::string_view> names);

} // namespace carnet
