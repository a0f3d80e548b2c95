// E-mail addresses, phone numbers and web addresses.
#include "shared/schema/validators.hpp"

#include "shared/core/calling_codes.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>

namespace carnet {
namespace {

constexpr std::string_view local_signs = "!#$%&'*+/=?^_`{|}~-.";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

// Letters of any script for international names (RFC 5890), but no signs or spaces of any script.
bool is_label(std::string_view label) {
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-')
        return false;
    for (const char c : label)
        if (!is_digit(c) && !is_letter(c) && c != '-' && !is_high(c))
            return false;
    const std::string folded = text::fold(label);
    return text::valid_utf8(label) && !folded.empty() &&
           std::count(folded.begin(), folded.end(), ' ') <=
               std::count(label.begin(), label.end(), '-');
}

// At least two labels, the last of which is not a number.
bool is_domain(std::string_view domain) {
    if (domain.size() > 253)
        return false;
    const auto labels = text::split(domain, '.');
    for (const auto label : labels)
        if (!is_label(label))
            return false;
    return labels.size() >= 2 && !text::all_digits(labels.back()) && labels.back().size() >= 2;
}

bool is_ipv4(std::string_view host) {
    const auto pieces = text::split(host, '.');
    if (pieces.size() != 4)
        return false;
    for (const auto piece : pieces)
        if (!text::all_digits(piece) || piece.size() > 3 || (piece.size() == 3 && piece > "255"))
            return false;
    return true;
}

// Source: RFC 5321 §4.5.3.1 (lengths) and HTML Living Standard, "valid e-mail address"
// (characters), without dots at the ends or in a row, which no mail server accepts unquoted. As
// read on 2026-11-21.
bool is_local_part(std::string_view local) {
    if (local.empty() || local.front() == '.' || local.back() == '.' ||
        local.find("..") != local.npos)
        return false;
    for (const char c : local)
        if (!is_digit(c) && !is_letter(c) && local_signs.find(c) == local_signs.npos)
            return false;
    return true;
}

// What is left of a typed phone number.
struct Typed {
    std::string digits;
    std::string extension;
    bool international = false; // "+" in front.
    bool foreign_signs = false; // Letters or other signs that no number has.
};

// Cuts "poste 12", "ext. 12", "x12", "#12" off the end.
std::string_view cut_extension(std::string_view typed, std::string& extension) {
    const std::string low = text::to_lower(typed);
    if (low.size() != typed.size())
        return typed;
    for (const std::string_view word : {";ext=", "poste", "ext", "x", "#"}) {
        const std::size_t at = low.find(word);
        if (at == low.npos || at == 0)
            continue;
        std::string digits = text::digits_only(std::string_view(low).substr(at));
        if (digits.empty() || digits.size() > 6)
            continue;
        extension = digits;
        return typed.substr(0, at);
    }
    return typed;
}

Typed read_phone(std::string_view text) {
    Typed typed;
    text = text::trim(cut_extension(text, typed.extension));
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = text::next(text, i);
        if (c >= U'0' && c <= U'9')
            typed.digits += static_cast<char>(c);
        else if (c == U'+' && typed.digits.empty() && !typed.international)
            typed.international = true;
        else if (text::is_space(c) || c == U'.' || c == U'-' || c == U'(' || c == U')' || c == U'/' || c == U'_' || (c >= 0x2010 && c <= 0x2015))
            continue;
        else
            typed.foreign_signs = true;
    }
    return typed;
}

// "(0)" is dialled inside a country only.
std::string without_trunk_zero(std::string_view text) {
    const bool from_abroad = text.find('+') != text.npos || text.substr(0, 2) == "00";
    return from_abroad ? text::replace_all(text, "(0)", "") : std::string(text);
}

Problem check_international(std::string& digits) {
    const std::size_t length = calling_code_length(digits);
    if (length == 0)
        return digits.size() < 5 ? &texts::phone_short : &texts::phone_country;
    const std::string code = digits.substr(0, length);
    const bool french =
        code == "33" || code == "262" || code == "590" || code == "594" || code == "596";
    std::string rest = digits.substr(length);
    if (french) {
        if (rest.size() == 10 && rest[0] == '0')
            rest.erase(0, 1);
        if (rest.size() != 9)
            return rest.size() < 9 ? &texts::phone_short : &texts::phone_long;
        if (rest[0] == '0')
            return &texts::phone_shape;
    }
    digits = code + rest;
    if (digits.size() < 7)
        return &texts::phone_short;
    return digits.size() > 15 ? &texts::phone_long : nullptr;
}

// Digits without a country in front. True when `digits` became international, false when they stay
// as typed.
bool to_international(std::string& digits, Problem& problem) {
    if (digits[0] == '0') {
        problem = digits.size() < 10   ? &texts::phone_short
                  : digits.size() > 10 ? &texts::phone_long
                                       : nullptr;
        if (!problem && digits[1] == '0')
            problem = &texts::phone_shape;
        if (!problem)
            digits = std::string(french_country_code(digits)) + digits.substr(1);
        return true;
    }
    if (digits.size() == 9)
        return digits.insert(0, "33"), true; // A spreadsheet took the 0 away.
    if (digits.size() == 11 && digits.substr(0, 2) == "33")
        return true;
    return false;
}

struct Url {
    std::string_view scheme, host, port, rest;
};

bool is_host(const Url& url) {
    std::string_view host = url.host;
    if (!host.empty() && host.back() == '.')
        host.remove_suffix(1);
    const bool port_is_fine =
        url.port.empty() || (text::all_digits(url.port) && url.port.size() <= 5);
    return port_is_fine && (is_domain(host) || is_ipv4(host));
}

Url split_url(std::string_view text) {
    Url url;
    const std::size_t scheme = text.find("://");
    if (scheme != text.npos) {
        url.scheme = text.substr(0, scheme);
        text.remove_prefix(scheme + 3);
    }
    const std::size_t end = std::min(text.find_first_of("/?#"), text.size());
    url.host = text.substr(0, end);
    url.rest = text.substr(end);
    const std::size_t colon = url.host.rfind(':');
    if (colon != url.host.npos) {
        url.port = url.host.substr(colon + 1);
        url.host = url.host.substr(0, colon);
        if (url.port.empty())
            url.port = "-";
    }
    return url;
}

} // namespace

Problem normalize_email(std::string& email) {
    email = text::trim(email);
    const std::size_t at = email.rfind('@');
    if (at == email.npos)
        return &texts::email_at;
    if (email.find('@') != at || email.find_first_of(",; ") != email.npos) {
        const bool several = email.find('@') != at || email.find_first_of(",;") != email.npos;
        return several                ? &texts::email_one
               : at > email.find(' ') ? &texts::email_local
                                      : &texts::email_domain;
    }
    const std::string domain = text::to_lower(email.substr(at + 1));
    email = email.substr(0, at) + "@" + domain;
    if (at > 64 || email.size() > 254)
        return &texts::email_long;
    if (!is_local_part(std::string_view(email).substr(0, at)))
        return &texts::email_local;
    return is_domain(domain) ? nullptr : &texts::email_domain;
}

Problem normalize_phone(std::string& phone) {
    phone = text::collapse_spaces(phone);
    Typed typed = read_phone(without_trunk_zero(phone));
    if (typed.digits.empty() || typed.foreign_signs) {
        const bool two = typed.digits.size() > 15 && phone.find_first_of(",;|") != phone.npos;
        return two ? &texts::phone_one : &texts::phone_shape;
    }
    if (!typed.international && typed.digits.substr(0, 2) == "00") {
        typed.international = true;
        typed.digits.erase(0, 2);
        if (typed.digits.empty())
            return &texts::phone_short;
    }
    Problem problem = nullptr;
    if (!typed.international) {
        if (phone.find('/') != phone.npos && typed.digits.size() >= 16)
            return &texts::phone_one;
        if (!to_international(typed.digits, problem)) {
            if (typed.digits.size() < 2)
                return &texts::phone_short;
            return typed.digits.size() > 15 ? &texts::phone_long : nullptr; // Kept as typed.
        }
    }
    if (!problem)
        problem = check_international(typed.digits);
    if (problem)
        return problem;
    phone = "+" + typed.digits + (typed.extension.empty() ? "" : ";ext=" + typed.extension);
    return nullptr;
}

Problem normalize_url(std::string& address) {
    address = text::trim(address);
    for (const char c : address)
        if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '<' || c == '>' ||
            c == '"' || c == '\\')
            return &texts::url_shape;
    const std::size_t colon = address.find(':'), slash = address.find_first_of("/?#");
    const bool has_scheme =
        address.find("://") < slash || (colon < slash && address.find("://") != address.npos);
    const std::string scheme = has_scheme ? text::to_lower(address.substr(0, colon)) : "https";
    // "mailto:…" and "javascript:…" have a colon that is not followed by a port.
    if (!has_scheme && colon < std::min(slash, address.size()) &&
        (colon + 1 >= address.size() || !is_digit(address[colon + 1])))
        return &texts::url_scheme;
    if (scheme != "http" && scheme != "https")
        return &texts::url_scheme;
    const Url url = split_url(address);
    if (!is_host(url) || url.host.find('@') != url.host.npos || !text::valid_utf8(address))
        return &texts::url_shape;
    if (address.size() > 500)
        return &texts::url_shape;
    const std::string host = text::to_lower(url.host);
    address = scheme + "://" + host + (url.port.empty() ? "" : ":" + std::string(url.port)) +
              std::string(url.rest);
    return nullptr;
}

} // namespace carnet
