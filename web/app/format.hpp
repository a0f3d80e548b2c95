// How dates, moments, phones and fields are written for people here: shared/core/format with the
// person's language and time zone, and the names that references have in this workspace.
#pragma once

#include "web/app/context.hpp"

namespace carnet::app {

Date today(const Context& context); // In the person's time zone.
Date local_date(Instant at);
// Minutes since midnight in the person's time zone.
int local_minutes(Instant at);
Instant from_local(Date date, int minutes);

std::string
short_date(Date date, const Context& context);       // "19 nov.", "19 nov. 2025" in another year.
std::string long_date(Date date, Language language); // "12 mars 2021".
std::string
day_title(Date date, const Context& context); // "Aujourd’hui, 19 novembre", "Lundi 16 novembre".
std::string time_text(Instant at);            // "10:42".
std::string moment_text(Instant at, const Context& context); // "23/11/2026 à 10:42".
std::string when(Instant at, const Context& context);
// The same inside a sentence: "hier", but "le 20 nov.".
std::string on_when(Instant at, const Context& context); // "il y a 2 h", "hier", "19 nov.".
std::string duration_text(std::int64_t minutes);         // "12 min", "1 h 30".
std::string phone_text(std::string_view phone);          // "02 61 91 40 12".
std::string identifier_text(FieldKind kind, std::string_view text); // SIREN and SIRET in groups.

// A field of an entity, ready to show: names of references, labels of choices, dates in words; ""
// when empty.
std::string value_text(const Field& field, const Value& value, const Context& context);

} // namespace carnet::app
