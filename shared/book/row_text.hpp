// The texts of a row in the two forms the book keeps: packed as they are, and folded for searching.
#pragma once

#include "shared/book/book.hpp"

#include <array>
#include <string>
#include <string_view>

namespace carnet::book {

// The packed texts, in this order. A SIREN that begins the SIRET and a main contact who begins
// contacts_text share their bytes.
enum class RowText : std::uint8_t {
    name,
    reference,
    email,
    phone,
    legal_name,
    previous_reference,
    siren,
    siret,
    postal_code,
    contact_name,
    contacts_text,
    count
};
// Texts that are not kept are packed as empty ones.
void pack_texts(const BookRow& row, BookTexts kept, std::string& out);
std::string_view packed_text(std::string_view packed, RowText which);
// All at once, in the order of RowText.
std::array<std::string_view, static_cast<std::size_t>(RowText::count)>
unpack_texts(std::string_view packed);

// Everything that is searched, folded, as lines: no word of a search can reach over the end of one.
// Phone numbers stand in it as "+33612345678", other numbers as their digits. Nothing stands in it
// twice.
void search_text(const BookRow& row, std::string& out);

// One word, or several that belong together, of what somebody typed.
struct SearchTerm {
    std::vector<std::string> words;   // All of them must occur …
    std::vector<std::string> numbers; // … or one of these: the typed digits as one number.
};
std::vector<SearchTerm> search_terms(std::string_view typed);

// Appends text::fold(text), quickly when it is ASCII.
void append_folded(std::string& out, std::string_view text);

} // namespace carnet::book
