// One widget per kind of field. What is wrong with them is in form_errors.cpp.
#include "web/ui/form.hpp"

#include "shared/schema/countries.hpp"
#include "shared/schema/display.hpp"
#include "shared/texts/widgets.hpp"
#include "web/ui/check.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/text.hpp"
#include "web/ui/text_field.hpp"

#include <algorithm>
#include <cmath>

namespace carnet::ui {

namespace {

struct Drawing {
    FormContext& form;
    const Field& field;
    void* entity;
    const FieldUi& look;
    std::string key; // Name of the field in errors.
    std::string error;
    FieldOptions frame;
    std::string placeholder;
};

bool may_write(const FormContext& form, const Field& field) {
    return form.may_edit && field.origin == FieldOrigin::person &&
           (!form.actor || form.actor->may(field.write));
}

// The value has changed by a choice: it is checked at once. By typing: when the focus leaves.
bool store(Drawing& d, Value value, bool check) {
    if (check) {
        const Status status = check_value(d.field, value, language());
        d.form.state.clear_error(d.key);
        if (!status)
            d.form.state.errors.push_back({d.key, status.error().first_message()});
    }
    if (!d.field.set(d.entity, value))
        return false;
    ++d.form.state.revision;
    return true;
}

InputMode mode_of(FieldKind kind) {
    switch (kind) {
    case FieldKind::email:
        return InputMode::email;
    case FieldKind::phone:
        return InputMode::phone;
    case FieldKind::url:
        return InputMode::url;
    case FieldKind::siren:
    case FieldKind::siret:
        return InputMode::numeric;
    default:
        return InputMode::text;
    }
}

const char* icon_of(FieldKind kind) {
    switch (kind) {
    case FieldKind::email:
        return icon::mail;
    case FieldKind::phone:
        return icon::phone;
    case FieldKind::url:
        return icon::world;
    default:
        return nullptr;
    }
}

bool text_kind(Drawing& d, Label label) {
    FormState& state = d.form.state;
    const bool long_text = d.field.kind == FieldKind::multiline;
    const auto found = state.typed.find(d.key);
    const Value before = d.field.get(d.entity);
    std::string text = found != state.typed.end()
                           ? found->second
                           : carnet::display_value(d.field, before, language());
    TextFieldOptions o{
        .field = d.frame,
        .placeholder = d.placeholder,
        .icon = d.look.icon ? d.look.icon : icon_of(d.field.kind),
        .mode = mode_of(d.field.kind)};
    o.max_length = d.field.kind == FieldKind::text || long_text ? d.field.max_length : 0;
    o.lines = long_text ? (d.look.lines > 0 ? d.look.lines : 3) : 1;
    const FieldEvent event = text_field(label, text, o);
    bool changed = false;
    if (event.changed) {
        state.typed[d.key] = text;
        // A message about the old text would be wrong about the new one; the next one comes on
        // leaving.
        state.clear_error(d.key);
        changed = store(d, text.empty() ? Value{} : Value{text}, false);
    }
    if (event.left && state.typed.contains(d.key)) {
        const std::string typed = state.typed[d.key];
        changed |= store(d, typed.empty() ? Value{} : Value{typed}, true);
        if (state.error_of(d.key).empty())
            state.typed.erase(d.key);
    }
    return changed;
}

bool number_kind(Drawing& d, Label label) {
    const Value before = d.field.get(d.entity);
    const auto* stored = std::get_if<std::int64_t>(&before);
    std::optional<std::int64_t> value;
    if (stored && *stored != 0)
        value = *stored;
    NumberFieldOptions o{
        .field = d.frame,
        .placeholder = d.placeholder,
        .min = d.field.min,
        .max = d.field.max,
        .icon = d.look.icon};
    if (d.field.kind == FieldKind::percent)
        o.unit = texts::widget::percent, o.min = 0, o.max = 100;
    const NumberEvent event = d.field.kind == FieldKind::money ? money_field(label, value, o)
                                                               : integer_field(label, value, o);
    if (!event.changed)
        return false;
    return store(d, value ? Value{*value} : Value{}, true);
}

bool date_kind(Drawing& d, Label label) {
    const Value before = d.field.get(d.entity);
    const auto* iso = std::get_if<std::string>(&before);
    Date value = iso ? parse_iso_date(*iso).value_or(Date{}) : Date{};
    if (!date_field(label, value, {.field = d.frame, .placeholder = d.placeholder}).changed)
        return false;
    return store(d, value.is_set() ? Value{to_iso(value)} : Value{}, true);
}

bool boolean_kind(Drawing& d, Label label) {
    const Value before = d.field.get(d.entity);
    const auto* stored = std::get_if<bool>(&before);
    bool on = stored && *stored;
    const CheckOptions o{
        .disabled = d.frame.disabled || d.frame.read_only,
        .disabled_reason = d.frame.disabled_reason,
        .detail = d.frame.help,
        .id = d.frame.id,
        .error = d.frame.error};
    return checkbox(label, on, o) && store(d, on, true);
}

// Choices and countries become items whose key is their place plus one.
struct Words {
    std::vector<SelectItem> items;
    std::vector<std::string> values;
};

Words words_of(const Field& field) {
    Words words;
    const auto add = [&](std::string_view value, const Text& label) {
        words.values.emplace_back(value);
        words.items.push_back(
            {.key = static_cast<std::int64_t>(words.values.size()), .label = t(label)}
        );
    };
    if (field.kind == FieldKind::country) {
        for (const Country& country : countries())
            add(country.code, country.name);
        return words;
    }
    for (const Choice& choice : field.choices)
        add(choice.value, choice.label);
    return words;
}

std::int64_t key_of(const Words& words, std::string_view value) {
    const auto at = std::find(words.values.begin(), words.values.end(), value);
    return at == words.values.end() ? 0 : at - words.values.begin() + 1;
}

bool two_choices(Drawing& d, Label label, const Words& words, std::int64_t key) {
    std::vector<RadioItem> items;
    for (const SelectItem& item : words.items)
        items.push_back({.label = std::string_view(item.label)});
    auto index = static_cast<int>(key - 1);
    const RadioOptions o{
        .horizontal = true,
        .hide_label = d.look.hide_label,
        .disabled = d.frame.disabled || d.frame.read_only,
        .id = d.frame.id};
    return radio_group(label, index, items, o) &&
           store(d, words.values[static_cast<std::size_t>(index)], true);
}

bool choice_kind(Drawing& d, Label label) {
    const Words words = words_of(d.field);
    const Value before = d.field.get(d.entity);
    const auto* word = std::get_if<std::string>(&before);
    std::int64_t key = key_of(words, word ? std::string_view(*word) : std::string_view{});
    if (words.items.size() == 2 && d.field.kind == FieldKind::choice && key != 0)
        return two_choices(d, label, words, key);
    const bool clearable = !d.field.required && d.field.kind == FieldKind::country;
    if (!select(
             label,
             key,
             words.items,
             {.field = d.frame,
              .placeholder = d.placeholder,
              .clearable = clearable,
              .icon = d.look.icon}
        )
             .changed)
        return false;
    return store(
        d, key > 0 ? Value{words.values[static_cast<std::size_t>(key - 1)]} : Value{}, true
    );
}

bool choice_list_kind(Drawing& d, Label label) {
    const Words words = words_of(d.field);
    const Value before = d.field.get(d.entity);
    std::vector<std::int64_t> keys;
    if (const auto* list = std::get_if<carnet::Words>(&before))
        for (const std::string& word : *list)
            if (const std::int64_t key = key_of(words, word))
                keys.push_back(key);
    if (!multi_select(label, keys, words.items, {.field = d.frame, .placeholder = d.placeholder})
             .changed)
        return false;
    carnet::Words chosen;
    for (const std::int64_t key : keys)
        chosen.push_back(words.values[static_cast<std::size_t>(key - 1)]);
    return store(d, chosen, true);
}

bool reference_kind(Drawing& d, Label label, bool list) {
    const std::vector<SelectItem> items =
        d.form.items_of ? d.form.items_of(d.field) : std::vector<SelectItem>{};
    const Value before = d.field.get(d.entity);
    SelectOptions o{
        .field = d.frame,
        .placeholder = d.placeholder,
        .clearable = !d.field.required && !list,
        .add = d.look.add,
        .icon = d.look.icon};
    if (!d.form.on_add)
        o.add = {};
    SelectEvent event;
    Value next;
    if (list) {
        const auto* ids = std::get_if<Ids>(&before);
        std::vector<std::int64_t> keys = ids ? *ids : Ids{};
        event = multi_select(label, keys, items, o);
        next = Ids(keys);
    } else {
        const auto* id = std::get_if<std::int64_t>(&before);
        std::int64_t key = id ? *id : 0;
        event = select(label, key, items, o);
        next = key ? Value{key} : Value{};
    }
    if (event.add)
        d.form.on_add(d.field, event.typed);
    return event.changed && store(d, next, true);
}

bool draw_kind(Drawing& d, Label label) {
    switch (d.field.kind) {
    case FieldKind::integer:
    case FieldKind::percent:
    case FieldKind::money:
        return number_kind(d, label);
    case FieldKind::date:
        return date_kind(d, label);
    case FieldKind::boolean:
        return boolean_kind(d, label);
    case FieldKind::choice:
    case FieldKind::country:
        return choice_kind(d, label);
    case FieldKind::choice_list:
        return choice_list_kind(d, label);
    case FieldKind::reference:
        return reference_kind(d, label, false);
    case FieldKind::reference_list:
        return reference_kind(d, label, true);
    default:
        return text_kind(d, label);
    }
}

} // namespace

bool field_ui(FormContext& form, const Field& field, void* entity, const FieldUi& look) {
    if (form.actor && !form.actor->may(field.read))
        return false;
    Drawing d{
        .form = form,
        .field = field,
        .entity = entity,
        .look = look,
        .key = form.prefix + std::string(field.name)};
    d.error = form.state.error_of(d.key);
    const bool writable = may_write(form, field) && !look.read_only;
    const bool fixed = look.read_only || field.origin == FieldOrigin::system;
    const std::string id(field.name);
    const bool plain_text = field.kind != FieldKind::boolean;
    d.frame = {
        .help = look.help.empty() && !field.help.empty() ? Label(field.help) : look.help,
        .error = std::string_view(d.error),
        .ok = look.ok,
        .warning = look.warning,
        .required = field.required || look.required,
        .disabled = !writable && !(fixed && plain_text),
        .disabled_reason = writable || fixed ? Label{} : Label(texts::widget::no_right),
        .read_only = !writable && fixed && plain_text,
        .hide_label = look.hide_label,
        .width = look.width,
        .size = look.size,
        .id = id.c_str(),
        .focus = !form.state.focus_field.empty() && form.state.focus_field == d.key,
    };
    if (d.frame.focus)
        form.state.focus_field.clear();
    d.placeholder = look.placeholder.str();
    const Label label = look.label.empty() ? Label(field.label) : look.label;
    Id scope(d.key);
    return draw_kind(d, label);
}

bool field_ui(
    FormContext& form,
    const EntitySpec& spec,
    std::string_view name,
    void* entity,
    const FieldUi& look
) {
    const Field* field = find_field(spec, name);
    IM_ASSERT(field && "no such field");
    return field && field_ui(form, *field, entity, look);
}

std::string display_value(
    const Field& field,
    const Value& value,
    const std::function<std::vector<SelectItem>(const Field&)>& items_of
) {
    const auto name = [&](std::int64_t id) {
        for (const SelectItem& item : items_of ? items_of(field) : std::vector<SelectItem>{})
            if (item.key == id)
                return item.label;
        return std::string();
    };
    if (field.kind == FieldKind::reference) {
        const auto* id = std::get_if<std::int64_t>(&value);
        return id ? name(*id) : "";
    }
    if (field.kind == FieldKind::reference_list) {
        std::string all;
        if (const auto* ids = std::get_if<Ids>(&value))
            for (const std::int64_t id : *ids)
                all += (all.empty() ? "" : ", ") + name(id);
        return all;
    }
    const std::int64_t now = platform::now_ms();
    return carnet::display_value(
        field, value, language(), {{now}, platform::utc_offset_minutes(now)}
    );
}

} // namespace carnet::ui
