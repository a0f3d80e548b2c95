// One e-mail as bytes: headers of RFC 5322 with the encoded words of RFC 2047, text and HTML as
// multipart/alternative in quoted-printable. Knows neither database nor network.
#pragma once

#include "shared/core/time.hpp"

#include <string>
#include <string_view>

namespace carnet {

struct MailMessage {
    std::string from_name; // May be empty.
    std::string from_address;
    std::string to_name; // May be empty.
    std::string to_address;
    std::string subject;
    std::string text; // UTF-8, lines end with \n.
    std::string html;
    std::string message_id;  // "<…@…>".
    std::string language;    // "fr".
    std::string unsubscribe; // Address of a page; "" when the mail cannot be refused.
    Instant date;
};

std::string to_rfc5322(const MailMessage& message); // Lines end with \r\n.

// Pieces, for their tests. encoded_words: as it is when plain ASCII, else "=?UTF-8?B?…?=" folded.
std::string encoded_words(std::string_view text, std::size_t first_line_used);
std::string quoted_printable(std::string_view text);
std::string mail_date(Instant instant); // "Sun, 22 Nov 2026 00:20:30 +0000"

} // namespace carnet
