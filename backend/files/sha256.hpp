// SHA-256 piece by piece: the name of a file in the store. OpenSSL's, because it uses the
// processor's own instructions: a large file costs little more than copying it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace carnet {

class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void add(std::string_view bytes);
    std::string hex(); // Ends it: 64 hexadecimal digits.

  private:
    struct Free {
        void operator()(void* context) const;
    };
    std::unique_ptr<void, Free> _context;
};

std::string sha256_of(std::string_view bytes);
bool is_sha256(std::string_view text); // 64 lower-case hexadecimal digits.

} // namespace carnet
