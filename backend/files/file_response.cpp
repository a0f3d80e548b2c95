// See file_response.hpp.
#include "backend/files/file_response.hpp"

#include "backend/app.hpp"
#include "backend/files/file_store.hpp"
#include "backend/files/media_type.hpp"
#include "shared/api/paths.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/server_files.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace carnet {

namespace {

constexpr std::size_t piece_bytes = std::size_t{256} * 1024;

struct Range {
    std::int64_t first = 0;
    std::int64_t last = 0;
};
enum class RangeAnswer { whole, part, outside };

std::optional<std::int64_t> number_of(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0)
        return std::nullopt;
    return number;
}

// "bytes=0-99", "bytes=100-", "bytes=-50" (RFC 9110, 14.1). Several parts in one answer are never
// sent: the whole is allowed instead.
RangeAnswer read_range(std::string_view header, std::int64_t size, Range& range) {
    constexpr std::string_view unit = "bytes=";
    if (header.substr(0, unit.size()) != unit || header.find(',') != std::string_view::npos)
        return RangeAnswer::whole;
    const std::string_view given = text::trim(header.substr(unit.size()));
    const std::size_t dash = given.find('-');
    if (dash == std::string_view::npos)
        return RangeAnswer::whole;
    const auto first = number_of(given.substr(0, dash));
    const auto last = number_of(given.substr(dash + 1));
    if (dash == 0) { // The last so many bytes.
        if (!last)
            return RangeAnswer::whole;
        if (*last == 0 || size == 0)
            return RangeAnswer::outside;
        range = {std::max<std::int64_t>(0, size - *last), size - 1};
        return RangeAnswer::part;
    }
    if (!first || (!last && dash + 1 != given.size()) || (last && *last < *first))
        return RangeAnswer::whole;
    if (*first >= size)
        return RangeAnswer::outside;
    range = {*first, last ? std::min(*last, size - 1) : size - 1};
    return RangeAnswer::part;
}

void set_body(Response& response, OpenFile file, std::int64_t first, std::int64_t length) {
    response.length = length;
    auto source = std::make_shared<OpenFile>(std::move(file));
    auto piece = std::make_shared<std::string>(
        static_cast<std::size_t>(std::min<std::int64_t>(length, piece_bytes)), '\0'
    );
    response.provider = [=](std::int64_t offset, StreamSink& sink) {
        const auto wanted = std::min(static_cast<std::int64_t>(piece->size()), length - offset);
        std::size_t got = 0;
        try {
            got = source->read(first + offset, piece->data(), static_cast<std::size_t>(wanted));
        } catch (const FileError&) {
            return false; // The disk broke in the middle: the connection ends short, and is seen
                          // to.
        }
        return got > 0 && sink.write({piece->data(), got});
    };
}

// Names of the fallback for programs that know no UTF-8 there.
std::string plain_name(std::string_view name) {
    std::string plain;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t letter = text::next(name, at);
        const bool quiet =
            letter >= 32 && letter < 127 && letter != '"' && letter != '\\' && letter != '%';
        plain += quiet ? static_cast<char>(letter) : '_';
    }
    return plain;
}

} // namespace

std::string content_disposition(std::string_view file_name, bool inline_shown) {
    return std::string(inline_shown ? "inline" : "attachment") + "; filename=\"" +
           plain_name(file_name) + "\"; filename*=UTF-8''" + paths::encode(file_name);
}

Response file_response(
    const Request& request,
    App& app,
    std::string_view sha256,
    std::string_view file_name,
    std::string_view media_type,
    bool inline_ok
) {
    const Language language = parse_language(request.header("Accept-Language").substr(0, 2));
    OpenFile file = FileStore(app.options().data_folder).open(sha256);
    if (!file)
        return problem_response(
            make_error(ErrorCode::unavailable, tr(texts::file_missing, language))
        );
    const std::int64_t size = file.size();
    const bool shown = inline_ok && shown_inline(media_type);
    Response response;
    response.compressible = false;
    // Text would be taken for the type it looks like; a page of somebody else's stays a file.
    const bool harmless = media_type.substr(0, 5) != "text/" && media_type != "image/svg+xml" &&
                          media_type != "application/xml";
    response.content_type =
        harmless ? std::string(media_type) : std::string("application/octet-stream");
    response.header("Content-Disposition", content_disposition(file_name, shown));
    // A sandbox has an origin of its own. Chromium's viewer of PDF does not start inside one.
    response.header(
        "Content-Security-Policy",
        media_type == "application/pdf" && shown
            ? "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors "
              "'none'"
            : "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    );
    const std::string etag = "\"" + std::string(sha256.substr(0, 32)) + "\"";
    response.header("ETag", etag);
    response.header("Accept-Ranges", "bytes");
    // Rights may end tomorrow: kept by the browser, asked about every time.
    response.header("Cache-Control", "private, no-cache");

    const std::string_view condition = request.header("If-Range");
    Range range{0, size - 1};
    RangeAnswer answer = RangeAnswer::whole;
    if ((condition.empty() || condition == etag) && !etag_matches(request, etag))
        answer = read_range(request.header("Range"), size, range);
    const std::string total = std::to_string(size);
    if (answer == RangeAnswer::outside) {
        Response refused = problem_response(
            make_error(ErrorCode::malformed, tr(texts::range_outside, language)), 416
        );
        refused.header("Content-Range", "bytes */" + total);
        return refused;
    }
    if (answer == RangeAnswer::part) {
        response.status = 206;
        response.header(
            "Content-Range",
            "bytes " + std::to_string(range.first) + "-" + std::to_string(range.last) + "/" + total
        );
    }
    const std::int64_t length = range.last - range.first + 1;
    if (length > 0)
        set_body(response, std::move(file), range.first, length);
    return response;
}

} // namespace carnet
