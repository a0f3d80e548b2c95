// Building and reading addresses.
#include "shared/api/paths.hpp"

namespace carnet::paths {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

int hex_value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

std::string encode(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (is_plain(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += hex_digits[byte >> 4];
        out += hex_digits[byte & 15];
    }
    return out;
}

std::string decode(std::string_view text, bool plus_is_space) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = i + 2 <= text.size() - 1 ? hex_value(text[i + 1]) : -1,
                  low = i + 2 <= text.size() - 1 ? hex_value(text[i + 2]) : -1;
        if (text[i] == '%' && high >= 0 && low >= 0) {
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i] == '+' && plus_is_space ? ' ' : text[i];
        }
    }
    return out;
}

Parameters parse_query(std::string_view query) {
    Parameters parameters;
    while (!query.empty()) {
        const std::string_view piece = query.substr(0, query.find('&'));
        query.remove_prefix(piece.size() < query.size() ? piece.size() + 1 : piece.size());
        if (piece.empty())
            continue;
        const std::size_t equals = piece.find('=');
        const std::string_view value =
            equals == piece.npos ? std::string_view() : piece.substr(equals + 1);
        parameters.emplace_back(decode(piece.substr(0, equals), true), decode(value, true));
    }
    return parameters;
}

std::string client(std::int64_t id) {
    return "/api/clients/" + std::to_string(id);
}
std::string client(std::int64_t id, std::string_view child) {
    return client(id) + "/" + encode(child);
}

} // namespace carnet::paths
