// The JSON of list rows, written straight into a string: about ten times as fast as building a
// tree, and byte for byte what dump(to_json(row)) gives.
#include "backend/features/client_list.hpp"

#include "shared/core/json.hpp"
#include "shared/core/time.hpp"

#include <charconv>

namespace carnet {

namespace {

void append_number(std::string& out, std::int64_t number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

void key(std::string& out, const char* name) {
    out += out.back() == '{' ? "\"" : ",\"";
    out += name;
    out += "\":";
}

void field(std::string& out, const char* name, std::string_view text) {
    key(out, name);
    append_json(out, text);
}

void field(std::string& out, const char* name, std::int64_t number) {
    key(out, name);
    append_number(out, number);
}

void id_field(std::string& out, const char* name, std::int64_t id) {
    key(out, name);
    if (id == 0)
        out += "null";
    else
        append_number(out, id);
}

void instant_field(std::string& out, const char* name, std::int64_t ms) {
    key(out, name);
    if (ms == 0)
        out += "null";
    else
        append_json(out, to_iso(Instant{ms}));
}

template <class E>
std::string_view word(E value) {
    return choices_of(value)[static_cast<std::size_t>(value)].value;
}

void escape(std::string& out, char c) {
    static constexpr char hex[] = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\b':
        out += "\\b";
        break;
    case '\f':
        out += "\\f";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        out += "\\u00";
        out += hex[(c >> 4) & 15];
        out += hex[c & 15];
    }
}

} // namespace

void append_json(std::string& out, std::string_view text) {
    out += '"';
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(text, start, i - start);
        escape(out, text[i]);
        start = i + 1;
    }
    out.append(text, start, text.size() - start);
    out += '"';
}

// Keys in the order of their names, as the JSON library writes them.
void append_json(std::string& out, const BookRow& row) {
    out += '{';
    field(out, "active_projects", row.active_projects);
    key(out, "archived");
    out += row.archived ? "true" : "false";
    field(out, "city", row.city);
    field(out, "contact_name", row.contact_name);
    field(out, "contact_role", row.contact_role);
    field(out, "contacts_text", row.contacts_text);
    instant_field(out, "created_at", row.created_ms);
    field(out, "email", row.email);
    field(out, "id", row.id);
    field(out, "kind", word(row.kind));
    instant_field(out, "last_activity_at", row.last_activity_ms);
    key(out, "last_activity_kind");
    if (row.last_activity_ms == 0)
        out += "null";
    else
        append_json(out, word(row.last_activity_kind));
    field(out, "legal_name", row.legal_name);
    field(out, "name", row.name);
    id_field(out, "owner_id", row.owner_id);
    field(out, "phone", row.phone);
    field(out, "postal_code", row.postal_code);
    field(out, "previous_reference", row.previous_reference);
    field(out, "progress", row.progress);
    field(out, "reference", row.reference);
    field(out, "running_value_cents", row.running_value_cents);
    field(out, "siren", row.siren);
    field(out, "siret", row.siret);
    field(out, "state", word(row.state));
    key(out, "tag_ids");
    out += '[';
    for (std::size_t i = 0; i < row.tag_ids.size(); ++i) {
        if (i > 0)
            out += ',';
        append_number(out, row.tag_ids[i]);
    }
    out += ']';
    field(out, "value_cents", row.value_cents);
    out += '}';
}

void append_json(std::string& out, const BookTotals& totals) {
    out += '{';
    key(out, "by_state");
    out += '{';
    for (std::size_t i = 0; i < client_state_choices.size(); ++i)
        field(out, client_state_choices[i].value.data(), totals.by_state[i]);
    out += '}';
    field(out, "count", totals.count);
    field(out, "running_value_cents", totals.running_value_cents);
    field(out, "value_cents", totals.value_cents);
    out += '}';
}

} // namespace carnet
