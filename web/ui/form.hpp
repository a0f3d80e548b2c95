// Forms over field tables: one widget per FieldKind, checks on leaving a field, all errors on top
// when sending.
#pragma once

#include "shared/schema/entity.hpp"
#include "web/ui/feedback.hpp"
#include "web/ui/select.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace carnet::ui {

// What a form remembers while it is open. Lives in the view; dropped on leave.
struct FormState {
    std::vector<FieldError> errors;           // From check_fields(), check() or the server.
    std::set<std::string> checked_ok;         // Fields whose value was confirmed (green tick).
    std::map<std::string, std::string> typed; // Texts that could not be read as their kind yet.
    std::string focus_field;                  // Takes the focus at the next frame.
    bool submitted = false;
    int revision = 0; // Grows with each change: "unsaved" and drafts.

    std::string_view error_of(std::string_view field) const;
    void set_errors(std::vector<FieldError> all); // Also puts the focus into the first one.
    void clear_error(std::string_view field);
};

// What the fields of a form need from around them.
struct FormContext {
    FormState& state;
    const Actor* actor = nullptr; // Decides which fields may be written; null: all.
    bool may_edit = true;         // The record's own rule (owner, archived).
    // Words of a reference field ("user", "option"…): the view knows them.
    std::function<std::vector<SelectItem>(const Field&)> items_of = {};
    // The "add" row of a reference select was chosen with this text.
    std::function<void(const Field&, const std::string& typed)> on_add = {};
    std::string prefix = {}; // "contacts.0." before field names in errors.
};

struct FieldUi {
    Label label = {}; // Otherwise the field's.
    Label help = {};
    Label placeholder = {};
    Label ok = {};
    Label warning = {};
    Label add = {}; // Text of the "add" row of references.
    bool hide_label = false;
    bool required = false; // Beside the field's own.
    bool read_only = false;
    int lines = 0; // Of multiline kinds; 0: 3.
    float width = 0;
    Size size = Size::md;
    const char* icon = nullptr; // Otherwise by kind.
};
// Draws one field of an entity. True when its value changed in this frame (already written into the
// entity). Disabled with the reason as tooltip when the actor may not write it; not drawn when it
// may not be read.
bool field_ui(FormContext& form, const Field& field, void* entity, const FieldUi& look = {});
bool field_ui(
    FormContext& form,
    const EntitySpec& spec,
    std::string_view name,
    void* entity,
    const FieldUi& look = {}
);

// "2 champs à corriger. Raison sociale, IBAN." Names are links to the fields. Nothing without
// errors after a submit.
void error_summary(FormContext& form, const EntitySpec& spec);

// The value as people read it (lists, sheets, conflicts): "84 200 €", "26/11/2026", "Actif"; ""
// when empty.
std::string display_value(
    const Field& field,
    const Value& value,
    const std::function<std::vector<SelectItem>(const Field&)>& items_of = {}
);

// Two versions of a field (409): which one to keep.
struct ConflictOptions {
    Label field = {}; // "mémo": title "Deux versions du mémo" is the caller's `title`.
    Label title = {};
    Label mine = {}, theirs = {}, original = {}; // As people read them.
    Label my_name = {}, their_name = {};
    std::uint64_t my_id = 0, their_id = 0;
    Label their_time = {};    // "il y a 1 min".
    bool can_combine = false; // Texts: both, one under the other.
    bool busy = false;
};
enum class ConflictAnswer : std::uint8_t { none, keep_mine, keep_theirs, combine, cancel };
ConflictAnswer conflict_dialog(const char* id, bool& open, const ConflictOptions& options);

} // namespace carnet::ui
