// Result<T>: a value or an Error, for everything that is expected to go wrong (bad input, not
// found, conflict). Used by every layer; exceptions exist only inside backend/ for a broken
// environment.
#pragma once

#include "shared/core/i18n.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace carnet {

// What went wrong, in the vocabulary of HTTP. `shared/api/wire.cpp` maps it to status codes, in
// both directions.
enum class ErrorCode {
    invalid,         // 422: `fields` says which and why.
    malformed,       // 400: not JSON, wrong type, unknown parameter.
    unauthenticated, // 401
    forbidden,       // 403
    not_found,       // 404: absent or not visible; the two are never told apart.
    conflict,  // 409: somebody changed the same field; `fields` carries mine, theirs, original.
    too_large, // 413
    unsupported_type,      // 415
    precondition_required, // 428: mails would leave that nobody has seen.
    rate_limited,          // 429
    unavailable,           // 503: database locked, disk full, read-only.
    internal,              // 500: our bug; carries a reference number only.
    offline,               // Client side only: the request never got an answer.
};

// One message about one field, shown under it.
struct FieldError {
    std::string field;    // Name of the field as in JSON, for example "siret" or "fields.phone".
    std::string message;  // Ready to show, in the reader's language.
    std::string theirs;   // Conflicts only: the value now stored, as JSON text.
    std::string original; // Conflicts only: the value both started from, as JSON text.
    std::string by;       // Conflicts only: who wrote `theirs`.
    std::string at;       // Conflicts only: when, ISO-8601 UTC.
};

struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string message; // Ready to show, in the reader's language.
    std::vector<FieldError> fields;

    // Where there is room for one sentence: the first field's, which says more than the whole's.
    const std::string& first_message() const {
        return fields.empty() ? message : fields[0].message;
    }
};

struct Ok {};

// Either a value or an Error. Look before you take: `if (!r) return r.error();`
template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : _state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : _state(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return _state.index() == 0; }
    const T& value() const& { return *std::get_if<0>(&_state); }
    T& value() & { return *std::get_if<0>(&_state); }
    T&& value() && { return std::move(*std::get_if<0>(&_state)); }
    const Error& error() const { return *std::get_if<1>(&_state); }
    const T* operator->() const { return std::get_if<0>(&_state); }
    T* operator->() { return std::get_if<0>(&_state); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }

  private:
    std::variant<T, Error> _state;
};

using Status = Result<Ok>;

} // namespace carnet
