// Tokens and password hashes with libsodium.
#include "backend/secrets.hpp"

#include "shared/core/text.hpp"
#include "shared/texts/server.hpp"

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <sodium.h>
#include <stdexcept>

namespace carnet {
namespace {

void start_sodium() {
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        throw std::runtime_error("the random generator of the machine does not work");
}

std::string to_hex(std::span<const unsigned char> bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

// The words the commonest passwords are made of: a password that is one of them with digits and
// signs around it, or the same few characters again and again, is guessed first. Source: the tops
// of the yearly lists of leaked passwords (SplashData, NordPass, Have I Been Pwned), 2015–2024.
constexpr std::string_view common_words[] = {
    "password",   "motdepasse",    "passwort",       "azerty",    "azertyuiop", "qwerty",
    "qwertyuiop", "qwertz",        "letmein",        "welcome",   "bienvenue",  "bonjour",
    "admin",      "administrator", "administrateur", "iloveyou",  "jetaime",    "soleil",
    "sunshine",   "princess",      "princesse",      "football",  "marseille",  "baseball",
    "dragon",     "monkey",        "superman",       "batman",    "trustno",    "changeme",
    "secret",     "master",        "shadow",         "michael",   "nicolas",    "camille",
    "chouchou",   "doudou",        "loulou",         "passer",    "passe",      "connexion",
    "carnet",     "france",        "paris",          "summer",    "winter",     "qazwsx",
    "zxcvbnm",    "wxcvbn",        "qsdfghjklm",     "asdfghjkl", "asdfgh",     "abcdefgh",
    "abcdef",     "abc",           "test",           "demo",      "root",       "user",
    "login",      "default",       "internet"};

bool is_common(std::string_view folded) {
    std::string letters;
    for (const char c : folded)
        if (c >= 'a' && c <= 'z')
            letters += c;
    // "passwordpassword123!": a word once or several times and nothing else, or no letters at all.
    bool only_ascii = true;
    for (const char c : folded)
        only_ascii = only_ascii && static_cast<unsigned char>(c) < 128;
    if (!only_ascii)
        return false;
    if (letters.empty())
        return true;
    for (const std::string_view word : common_words) {
        if (letters.size() % word.size() != 0)
            continue;
        bool repeated = true;
        for (std::size_t i = 0; i < letters.size(); ++i)
            repeated = repeated && letters[i] == word[i % word.size()];
        if (repeated)
            return true;
    }
    return false;
}

bool few_characters(std::string_view password) {
    std::array<bool, 256> seen{};
    int different = 0;
    for (const char c : password) {
        bool& known = seen[static_cast<unsigned char>(c)];
        different += known ? 0 : 1;
        known = true;
    }
    return different < 5;
}

} // namespace

std::string random_token() {
    start_sodium();
    std::array<unsigned char, 32> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    std::string text(
        sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0'
    );
    sodium_bin2base64(
        text.data(),
        text.size(),
        bytes.data(),
        bytes.size(),
        sodium_base64_VARIANT_URLSAFE_NO_PADDING
    );
    text.pop_back();
    return text;
}

std::string hash_of(std::string_view text) {
    start_sodium();
    std::array<unsigned char, 32> hash;
    crypto_generichash(
        hash.data(),
        hash.size(),
        reinterpret_cast<const unsigned char*>(text.data()),
        text.size(),
        nullptr,
        0
    );
    return to_hex(hash);
}

std::string random_reference() {
    start_sodium();
    std::array<unsigned char, 4> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return to_hex(bytes);
}

struct PasswordHasher::Data {
    std::size_t memory_bytes = 0;
    unsigned long long passes = 0;
    std::string dummy; // A hash of the same cost that no password matches.
    std::once_flag has_dummy;
    std::mutex mutex;
    std::condition_variable free;
    int running = 0;
    int waiting = 0;

    std::string make(std::string_view password) const {
        std::array<char, crypto_pwhash_STRBYTES> out;
        const int failed = crypto_pwhash_str_alg(
            out.data(),
            password.data(),
            password.size(),
            passes,
            memory_bytes,
            crypto_pwhash_ALG_ARGON2ID13
        );
        if (failed)
            throw std::runtime_error("not enough memory to hash a password");
        return out.data();
    }

    // One at a time is 32 MiB: two together stay small beside the rest of the server.
    bool enter() {
        constexpr int most_running = 2;
        constexpr int most_waiting = 32;
        std::unique_lock lock(mutex);
        if (running >= most_running) {
            if (waiting >= most_waiting)
                return false;
            ++waiting;
            free.wait(lock, [&] { return running < most_running; });
            --waiting;
        }
        ++running;
        return true;
    }
    void leave() {
        {
            const std::lock_guard lock(mutex);
            --running;
        }
        free.notify_one();
    }
};

PasswordHasher::PasswordHasher(int memory_kib) : _data(new Data) {
    start_sodium();
    // Source: OWASP Password Storage Cheat Sheet, Argon2id (19 MiB and 2 passes at least), as read
    // on 2024-11-05.
    constexpr std::size_t product_bytes = std::size_t{32} * 1024 * 1024;
    _data->memory_bytes =
        memory_kib > 0 ? static_cast<std::size_t>(memory_kib) * 1024 : product_bytes;
    // The same for every account and every machine: a cost measured at the start would tell stored
    // hashes from the one that stands in for an unknown address by the time they take.
    constexpr unsigned long long product_passes = 4;
    _data->passes = memory_kib > 0 ? 1 : product_passes;
}

PasswordHasher::~PasswordHasher() {
    delete _data;
}

std::optional<std::string> PasswordHasher::hash(std::string_view password) {
    if (!_data->enter())
        return std::nullopt;
    std::string made;
    try {
        made = _data->make(password);
    } catch (...) {
        _data->leave();
        throw;
    }
    _data->leave();
    return made;
}

std::optional<bool> PasswordHasher::verify(std::string_view password, std::string_view hash) {
    if (!_data->enter())
        return std::nullopt;
    bool right = false;
    try {
        std::call_once(_data->has_dummy, [&] { _data->dummy = _data->make(random_token()); });
        const std::string stored(hash.empty() ? std::string_view(_data->dummy) : hash);
        right = crypto_pwhash_str_verify(stored.c_str(), password.data(), password.size()) == 0 &&
                !hash.empty();
    } catch (...) {
        _data->leave();
        throw;
    }
    _data->leave();
    return right;
}

const Text* check_password(std::string_view password, std::span<const std::string_view> names) {
    constexpr std::size_t shortest = 12;
    constexpr std::size_t longest = 200;
    if (!text::valid_utf8(password) || text::length(password) < shortest)
        return &texts::password_too_short;
    if (text::length(password) > longest)
        return &texts::password_too_long;
    const std::string folded = text::fold(password);
    if (few_characters(password) || is_common(folded))
        return &texts::password_too_common;
    for (const std::string_view name : names) {
        // A name alone or with a few characters more; as part of a long sentence it does no harm.
        const std::string part = text::fold(name);
        if (part.size() >= 4 && folded.find(part) != std::string::npos &&
            folded.size() < part.size() + 6)
            return &texts::password_is_name;
    }
    return nullptr;
}

} // namespace carnet
