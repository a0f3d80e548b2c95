// The words of each e-mail, as text and as HTML made from the same pieces: what is previewed is
// what leaves. Pure functions; the outbox stores their result.
#pragma once

#include "shared/core/i18n.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

struct Letter {
    std::string subject;
    std::string text;
    std::string html;
};

// What every letter needs.
struct LetterFrame {
    std::string workspace;
    std::string to_name; // First name, or the name.
    Language language = Language::fr;
};

struct InvitationWords {
    std::string sender; // Who invites.
    std::string client;
    std::string link;   // Whole address.
    bool known = false; // Has a password already.
};
Letter invitation_letter(const LetterFrame& frame, const InvitationWords& words);
Letter reset_letter(const LetterFrame& frame, const std::string& link);
Letter test_letter(const LetterFrame& frame);

// Events that a contact may hear of and may refuse, kind by kind.
struct NewsKind {
    std::string_view name; // "to_approve", in mail_event and in links.
    Text label;
    Text subject;
    Text item;
};
std::span<const NewsKind> news_kinds();
const NewsKind* find_news_kind(std::string_view name); // Null when there is none.

struct NewsItem {
    const NewsKind* kind;
    std::string subject; // What it is about.
    std::string client;
    std::string link; // Whole address.
};
struct OffLink {
    const NewsKind* kind;
    std::string link;
};
// One event keeps its own subject, several share one.
Letter news_letter(
    const LetterFrame& frame,
    const std::vector<NewsItem>& items,
    const std::string& portal,
    const std::vector<OffLink>& off
);

} // namespace carnet
