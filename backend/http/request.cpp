// Reading a request: headers, cookies, parameters.
#include "backend/http/request.hpp"

#include "shared/api/paths.hpp"
#include "shared/core/text.hpp"

#include <array>
#include <charconv>

namespace carnet {
namespace {

constexpr std::array<std::string_view, 6> names = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};

std::string_view find_named(const std::vector<NameValue>& list, std::string_view name) {
    for (const auto& [key, value] : list)
        if (key == name)
            return value;
    return {};
}

bool same_ascii_name(std::string_view a, std::string_view b) {
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto lower = [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        };
        if (lower(a[i]) != lower(b[i]))
            return false;
    }
    return true;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

} // namespace

bool is_write(Method method) {
    return method != Method::get && method != Method::head;
}

bool is_api(std::string_view path) {
    return path.substr(0, 5) == "/api/" || path == "/api";
}

bool is_portal_page(std::string_view path) {
    return path.substr(0, 7) == "/portal" || path.substr(0, 6) == "/mail/";
}

std::string_view method_name(Method method) {
    return names[static_cast<std::size_t>(method)];
}

std::optional<Method> parse_method(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name)
            return static_cast<Method>(i);
    return std::nullopt;
}

std::string decode_percent(std::string_view text, bool plus_is_space) {
    return paths::decode(text, plus_is_space);
}

std::vector<NameValue> parse_form(std::string_view text) {
    return paths::parse_query(text);
}

std::string_view Request::header(std::string_view name) const {
    for (const auto& [key, value] : headers)
        if (same_ascii_name(key, name))
            return value;
    return {};
}

std::string_view Request::cookie(std::string_view name) const {
    const std::string_view all = header("Cookie");
    for (std::size_t from = 0; from < all.size();) {
        std::size_t end = all.find(';', from);
        if (end == std::string_view::npos)
            end = all.size();
        std::string_view pair = all.substr(from, end - from);
        while (!pair.empty() && pair.front() == ' ')
            pair.remove_prefix(1);
        if (pair.size() > name.size() && pair.substr(0, name.size()) == name &&
            pair[name.size()] == '=')
            return pair.substr(name.size() + 1);
        from = end + 1;
    }
    return {};
}

std::string Request::media_type() const {
    const std::string_view type = header("Content-Type");
    return text::to_lower(text::trim(type.substr(0, type.find(';'))));
}

std::string_view Request::path_param(std::string_view name) const {
    return find_named(path_params, name);
}

std::int64_t Request::id(std::string_view name) const {
    const auto number = parse_integer(path_param(name));
    return number && *number > 0 ? *number : 0;
}

std::string_view Request::query_param(std::string_view name) const {
    return find_named(query_params, name);
}

bool Request::has_query_param(std::string_view name) const {
    for (const auto& [key, value] : query_params)
        if (key == name)
            return true;
    return false;
}

std::optional<std::int64_t> Request::query_int(
    std::string_view name, std::int64_t fallback, std::int64_t min, std::int64_t max
) const {
    if (!has_query_param(name))
        return fallback;
    const auto number = parse_integer(query_param(name));
    if (!number || *number < min || *number > max)
        return std::nullopt;
    return number;
}

} // namespace carnet
