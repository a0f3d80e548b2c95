// The words French names, addresses and notes of the demonstration are composed of.
#pragma once

#include <span>

namespace carnet::demo {

struct City {
    const char* name;
    const char* postal_code;
};

// What a company does: the word its name begins with, its activity code and its sector.
struct Trade {
    const char* word;     // "Menuiserie".
    const char* naf_code; // "43.32A".
    int sector;           // Index into sector_names().
    bool of_family;       // "Menuiserie Quéméneur", not "Clinique Quéméneur".
};

using WordList = std::span<const char* const>;

std::span<const City> cities();
std::span<const Trade> trades();
WordList sector_names();
WordList size_names();     // Bands of employees, ascending.
WordList function_names(); // Functions of contacts (BR-09).
WordList family_names();
WordList female_names();
WordList male_names();
WordList saints();           // "Saint-Aubin", for clinics and schools.
WordList places();           // "du Vieux-Port", after a trade.
WordList brand_beginnings(); // "Nord", "Alt" …
WordList brand_endings();    // "is", "éo" …
WordList brand_domains();    // "Logistique", "Conseil" …
WordList legal_forms();
WordList street_kinds();
WordList street_names();
WordList job_titles();
WordList project_names();
WordList call_texts();
WordList email_texts();
WordList sms_texts();
WordList meeting_texts();
WordList note_texts();
WordList memo_texts();
WordList access_texts();

} // namespace carnet::demo
