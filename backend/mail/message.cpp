// See message.hpp.
// Source: RFC 5322 (headers, line lengths), RFC 2047 (encoded words, 75 characters each), RFC 2045
// §6.7 (quoted-printable, 76 columns), RFC 8058 (List-Unsubscribe-Post), as read on 2026-11-22.
#include "backend/mail/message.hpp"

#include "backend/secrets.hpp"
#include "shared/core/format.hpp"
#include "shared/core/text.hpp"

#include <algorithm>
#include <array>

namespace carnet {
namespace {

constexpr std::string_view line_end = "\r\n";

bool plain_ascii(std::string_view text) {
    for (const char c : text)
        if (c < ' ' || c > '~')
            return false;
    return true;
}

// Whatever was typed into a name or a subject stays one header.
std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? ' ' : c;
    return out;
}

std::string base64(std::string_view bytes) {
    constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto at = [&](std::size_t k) {
            return k < bytes.size() ? static_cast<unsigned char>(bytes[k]) : 0u;
        };
        const unsigned group = at(i) << 16 | at(i + 1) << 8 | at(i + 2);
        out += digits[group >> 18];
        out += digits[group >> 12 & 63];
        out += i + 1 < bytes.size() ? digits[group >> 6 & 63] : '=';
        out += i + 2 < bytes.size() ? digits[group & 63] : '=';
    }
    return out;
}

// "Léa Martin <lea@example.fr>": the name quoted when it is ASCII, encoded when it is not.
std::string mailbox(std::string_view name, std::string_view address, std::size_t used) {
    const std::string clean = one_line(text::trim(name));
    std::string angle = "<" + one_line(address) + ">";
    if (clean.empty())
        return angle;
    if (!plain_ascii(clean))
        return encoded_words(clean, used) + " " + angle;
    std::string quoted = "\"";
    for (const char c : clean) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    return quoted + "\" " + angle;
}

void add_header(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append(line_end);
}

void add_part(
    std::string& out, std::string_view boundary, std::string_view type, std::string_view body
) {
    out.append("--").append(boundary).append(line_end);
    out.append("Content-Type: ").append(type).append("; charset=utf-8").append(line_end);
    out.append("Content-Transfer-Encoding: quoted-printable").append(line_end).append(line_end);
    out.append(quoted_printable(body)).append(line_end);
}

} // namespace

std::string encoded_words(std::string_view text, std::size_t first_line_used) {
    std::string clean = one_line(text);
    if (plain_ascii(clean) && clean.find("=?") == std::string::npos)
        return clean;
    // "=?UTF-8?B?" and "?=" leave 63 characters of base64: 45 bytes, cut between characters.
    constexpr std::size_t most_bytes = 45, shortest = 15;
    std::size_t room = first_line_used + 30 < 76 ? (76 - first_line_used - 12) / 4 * 3 : shortest;
    std::string out;
    for (std::size_t from = 0; from < clean.size();) {
        std::size_t end = from;
        for (std::size_t next = from; next < clean.size();) {
            text::next(clean, next);
            if (next - from > std::min(room, most_bytes))
                break;
            end = next;
        }
        if (end == from)
            text::next(clean, end);
        out += out.empty() ? "" : "\r\n ";
        out += "=?UTF-8?B?" + base64(std::string_view(clean).substr(from, end - from)) + "?=";
        from = end;
        room = most_bytes;
    }
    return out;
}

std::string quoted_printable(std::string_view text) {
    constexpr std::size_t longest_line = 76;
    constexpr char hex[] = "0123456789ABCDEF";
    std::string out;
    std::size_t column = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == '\r')
            continue;
        if (c == '\n') {
            out += line_end;
            column = 0;
            continue;
        }
        const bool at_end = i + 1 == text.size() || text[i + 1] == '\n' || text[i + 1] == '\r';
        // A dot alone would end the mail for a careless relay, "From " is altered by some.
        const bool special = column == 0 && (c == '.' || c == 'F');
        const bool plain = (c >= '!' && c <= '~' && c != '=' && !special) || (c == ' ' && !at_end);
        const std::size_t width = plain ? 1 : 3;
        if (column + width > longest_line - 1) {
            out += "=\r\n";
            column = 0;
        }
        if (plain)
            out += static_cast<char>(c);
        else
            out.append({'=', hex[c >> 4], hex[c & 15]});
        column += width;
    }
    return out;
}

std::string mail_date(Instant instant) {
    constexpr std::array days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Date date = local_date(instant, 0);
    const YearMonthDay parts = split(date);
    // to_iso gives "2026-11-21T20:29:57.123Z".
    return std::string(days[static_cast<std::size_t>(weekday(date))]) + ", " +
           std::to_string(parts.day) + " " + months[static_cast<std::size_t>(parts.month - 1)] +
           " " + std::to_string(parts.year) + " " + to_iso(instant).substr(11, 8) + " +0000";
}

std::string to_rfc5322(const MailMessage& message) {
    // Of the message's own name, so that the same mail is the same bytes at each attempt.
    const std::string boundary = "=_carnet_" + hash_of(message.message_id).substr(0, 24);
    std::string out;
    add_header(out, "Date", mail_date(message.date));
    add_header(out, "From", mailbox(message.from_name, message.from_address, 6));
    add_header(out, "To", mailbox(message.to_name, message.to_address, 4));
    add_header(out, "Subject", encoded_words(message.subject, 9));
    add_header(out, "Message-ID", one_line(message.message_id));
    add_header(out, "MIME-Version", "1.0");
    add_header(out, "Content-Language", one_line(message.language));
    // Source: RFC 3834 §5: no automatic answers to this, please.
    add_header(out, "Auto-Submitted", "auto-generated");
    if (!message.unsubscribe.empty()) {
        add_header(out, "List-Unsubscribe", "<" + one_line(message.unsubscribe) + ">");
        add_header(out, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    add_header(out, "Content-Type", "multipart/alternative;\r\n boundary=\"" + boundary + "\"");
    out += line_end;
    add_part(out, boundary, "text/plain", message.text);
    add_part(out, boundary, "text/html", message.html);
    return out + "--" + boundary + "--\r\n";
}

} // namespace carnet
