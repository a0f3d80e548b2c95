// Signatures of files. Sources: the formats' own specifications; WHATWG MIME Sniffing §6 for what
// browsers show.
#include "backend/files/media_type.hpp"

#include "shared/core/text.hpp"

#include <algorithm>
#include <array>

namespace carnet {

namespace {

using std::string_view;

struct Signature {
    std::size_t offset;
    string_view bytes;
    string_view type;
};

constexpr string_view with_zeros(const char* text, std::size_t size) {
    return {text, size};
}

constexpr auto signatures = std::to_array<Signature>({
    {0, "\x89PNG\r\n\x1a\n", "image/png"},
    {0, "\xff\xd8\xff", "image/jpeg"},
    {0, "GIF87a", "image/gif"},
    {0, "GIF89a", "image/gif"},
    {0, with_zeros("II*\0", 4), "image/tiff"},
    {0, with_zeros("MM\0*", 4), "image/tiff"},
    {0, "8BPS", "image/vnd.adobe.photoshop"},
    {0, "AC10", "image/vnd.dwg"},
    {0, "{\\rtf", "application/rtf"},
    {0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"}, // Old Office.
    {0, "\x1f\x8b", "application/gzip"},
    {0, "BZh", "application/x-bzip2"},
    {0,
     with_zeros(
         "\xfd"
         "7zXZ\0",
         6
     ),
     "application/x-xz"},
    {0, "7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"},
    {0, "Rar!\x1a\x07", "application/vnd.rar"},
    {0, "\x28\xb5\x2f\xfd", "application/zstd"},
    {257, "ustar", "application/x-tar"},
    {0,
     "\x7f"
     "ELF",
     "application/x-executable"},
    {0, "MZ", "application/vnd.microsoft.portable-executable"},
    {0, "#!", "text/x-shellscript"},
    {0, "ID3", "audio/mpeg"},
    {0, "\xff\xfb", "audio/mpeg"},
    {0, "fLaC", "audio/flac"},
    {0, "OggS", "application/ogg"},
    {0, "\x1a\x45\xdf\xa3", "video/webm"},
    {0, "BM", "image/bmp"},
});

bool has(string_view head, std::size_t offset, string_view bytes) {
    return head.size() >= offset + bytes.size() && head.substr(offset, bytes.size()) == bytes;
}

// Readers also take a PDF that begins with other bytes; here it is what it begins as.
bool is_pdf(string_view head) {
    return has(head, 0, "%PDF-");
}

// The parts of an Office document are files of an archive; their names tell which kind it is.
string_view archive_type(string_view head) {
    constexpr std::size_t name_at = 30; // APPNOTE.TXT 4.3.7: the name follows 30 bytes.
    if (has(head, name_at, "mimetype")) {
        constexpr auto open = std::to_array<string_view>({
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation",
            "application/epub+zip",
        });
        for (const string_view type : open)
            if (has(head, name_at + 8, type))
                return type;
    }
    const bool office = head.find("[Content_Types].xml") != string_view::npos ||
                        head.find("_rels/.rels") != string_view::npos;
    if (!office)
        return "application/zip";
    if (head.find("word/") != string_view::npos)
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    if (head.find("xl/") != string_view::npos)
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    if (head.find("ppt/") != string_view::npos)
        return "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    return "application/zip";
}

// Boxes of ISO 14496-12: the brand tells picture from film.
string_view box_type(string_view head) {
    const string_view brand = head.substr(8, 4);
    if (brand == "avif" || brand == "avis")
        return "image/avif";
    if (brand == "heic" || brand == "heix" || brand == "mif1")
        return "image/heic";
    if (brand == "qt  ")
        return "video/quicktime";
    if (brand.substr(0, 3) == "M4A")
        return "audio/mp4";
    return "video/mp4";
}

string_view riff_type(string_view head) {
    if (has(head, 8, "WEBP"))
        return "image/webp";
    if (has(head, 8, "WAVE"))
        return "audio/wav";
    if (has(head, 8, "AVI "))
        return "video/x-msvideo";
    return "application/octet-stream";
}

// Text has no control characters but white space, and is UTF-8 or one byte a letter.
bool is_text(string_view head) {
    return std::none_of(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1b') ||
               byte == 127;
    });
}

bool starts_with_tag(string_view text, string_view tag) {
    if (text.size() < tag.size())
        return false;
    return text::to_lower(text.substr(0, tag.size())) == tag;
}

string_view text_type(string_view head) {
    if (has(head, 0, "\xef\xbb\xbf"))
        head.remove_prefix(3);
    while (!head.empty() && string_view(" \t\r\n\f").find(head.front()) != string_view::npos)
        head.remove_prefix(1);
    if (has(head, 0, "<")) {
        // Anything that looks like a page or a drawing with scripts is never taken for less.
        const std::string beginning = text::to_lower(head.substr(0, 4096));
        if (beginning.find("<svg") != std::string::npos)
            return "image/svg+xml";
        constexpr auto tags = std::to_array<string_view>(
            {"<html", "<!doctype html", "<script", "<body", "<head", "<iframe"}
        );
        for (const string_view tag : tags)
            if (beginning.find(tag) != std::string::npos)
                return "text/html";
        if (starts_with_tag(head, "<?xml"))
            return "application/xml";
    }
    if (has(head, 0, "BEGIN:VCARD"))
        return "text/vcard";
    if (has(head, 0, "BEGIN:VCALENDAR"))
        return "text/calendar";
    if (has(head, 0, "%!PS"))
        return "application/postscript";
    return "text/plain";
}

} // namespace

std::string_view media_type_of(std::string_view head) {
    head = head.substr(0, media_type_bytes);
    if (head.empty())
        return "application/octet-stream";
    if (is_pdf(head))
        return "application/pdf";
    if (has(head, 0, "PK\x03\x04") || has(head, 0, "PK\x05\x06"))
        return archive_type(head);
    if (has(head, 0, "RIFF"))
        return riff_type(head);
    if (has(head, 4, "ftyp"))
        return box_type(head);
    const bool text = is_text(head);
    for (const Signature& signature : signatures) {
        if (!has(head, signature.offset, signature.bytes))
            continue;
        // Two or three letters at the beginning of a text are no signature.
        if (text && signature.bytes.size() < 4 && signature.bytes != "#!")
            continue;
        return signature.type;
    }
    return text ? text_type(head) : "application/octet-stream";
}

bool shown_inline(std::string_view media_type) {
    constexpr auto safe = std::to_array<std::string_view>(
        {"application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"}
    );
    return std::find(safe.begin(), safe.end(), media_type) != safe.end();
}

} // namespace carnet
