// Brotli and gzip for answers made at run time.
#include "backend/http/compression.hpp"

#include <brotli/encode.h>
#include <zlib.h>

namespace carnet {
namespace {

// "br;q=0" means no.
bool accepts(std::string_view header, std::string_view coding) {
    for (std::size_t at = header.find(coding); at != std::string_view::npos;
         at = header.find(coding, at + 1)) {
        const char before = at ? header[at - 1] : ' ';
        if (before != ' ' && before != ',')
            continue;
        std::string_view rest = header.substr(at + coding.size());
        rest = rest.substr(0, rest.find(','));
        if (!rest.empty() && rest.front() != ';' && rest.front() != ' ')
            continue;
        const std::size_t q = rest.find("q=0");
        if (q == std::string_view::npos)
            return true;
        return rest.find_first_of("123456789", q + 3) != std::string_view::npos;
    }
    return false;
}

std::string gzip(std::string_view bytes) {
    z_stream stream{};
    constexpr int gzip_format = 15 + 16;
    if (deflateInit2(&stream, 5, Z_DEFLATED, gzip_format, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(done ? stream.total_out : 0);
    deflateEnd(&stream);
    return out;
}

std::string brotli(std::string_view bytes, int quality) {
    std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
    std::string out(size, '\0');
    const bool done = BrotliEncoderCompress(
                          quality,
                          BROTLI_DEFAULT_WINDOW,
                          BROTLI_MODE_TEXT,
                          bytes.size(),
                          reinterpret_cast<const uint8_t*>(bytes.data()),
                          &size,
                          reinterpret_cast<uint8_t*>(out.data())
                      ) == BROTLI_TRUE;
    out.resize(done ? size : 0);
    return out;
}

} // namespace

Coding accepted_coding(const Request& request) {
    const std::string_view header = request.header("Accept-Encoding");
    if (accepts(header, "br"))
        return Coding::brotli;
    if (accepts(header, "gzip"))
        return Coding::gzip;
    return Coding::none;
}

std::string_view coding_name(Coding coding) {
    if (coding == Coding::brotli)
        return "br";
    return coding == Coding::gzip ? "gzip" : "";
}

std::string compress(std::string_view bytes, Coding coding, int quality) {
    if (coding == Coding::brotli)
        return brotli(bytes, quality);
    return coding == Coding::gzip ? gzip(bytes) : std::string(bytes);
}

void compress_response(const Request& request, Response& response) {
    // Below this a packet more or less costs less than the work.
    constexpr std::size_t worth_it = std::size_t{8} * 1024;
    if (!response.compressible || response.stream || response.body.size() < worth_it)
        return;
    if (!response.find_header("Content-Encoding").empty())
        return;
    response.header("Vary", "Accept-Encoding");
    const Coding coding = accepted_coding(request);
    if (coding == Coding::none)
        return;
    std::string smaller = compress(response.body, coding, 3);
    if (smaller.empty() || smaller.size() >= response.body.size())
        return;
    response.body = std::move(smaller);
    response.header("Content-Encoding", coding_name(coding));
}

} // namespace carnet
