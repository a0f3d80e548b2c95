// See client_field_widgets.hpp: one widget per kind of field.
#include "web/views/client_field_widgets.hpp"

namespace carnet::views {

namespace {

using namespace app;

ui::InputMode mode_of(FieldKind kind) {
    switch (kind) {
    case FieldKind::email:
        return ui::InputMode::email;
    case FieldKind::phone:
        return ui::InputMode::phone;
    case FieldKind::url:
        return ui::InputMode::url;
    case FieldKind::siren:
    case FieldKind::siret:
    case FieldKind::postal_code:
        return ui::InputMode::numeric;
    default:
        return ui::InputMode::text;
    }
}

ui::FieldOptions look(FieldEdit& edit) {
    return {
        .error = edit.error,
        .hide_label = true,
        .width = edit.width,
        .size = ui::Size::sm,
        .id = "edit",
        .focus = edit.first_frame,
    };
}

FieldAnswer text_widget(FieldEdit& edit, const Field& field) {
    const auto event = ui::text_field(
        field.label,
        edit.typed,
        {.field = look(edit),
         .mode = mode_of(field.kind),
         .enter_key = "done",
         .max_length = field.max_length,
         .lines = field.kind == FieldKind::multiline ? 4 : 1}
    );
    if (event.changed)
        edit.error.clear();
    if (event.escaped)
        return FieldAnswer::cancel;
    if (event.entered)
        return FieldAnswer::entered;
    return event.left ? FieldAnswer::commit : FieldAnswer::none;
}

FieldAnswer date_widget(FieldEdit& edit, const Field& field) {
    Date date;
    const Value value = field.get(&edit.draft);
    if (const auto* text = std::get_if<std::string>(&value))
        date = parse_iso_date(*text).value_or(Date{});
    const auto event = ui::date_field(field.label, date, {.field = look(edit)});
    field.set(&edit.draft, date.is_set() ? Value{to_iso(date)} : Value{});
    if (event.escaped)
        return FieldAnswer::cancel;
    return (event.left || event.entered) && !event.unreadable ? FieldAnswer::commit
                                                              : FieldAnswer::none;
}

FieldAnswer select_widget(FieldEdit& edit, const Field& field, const Context& context) {
    auto items = reference_items(field, context);
    std::int64_t key = 0;
    const Value value = field.get(&edit.draft);
    if (const auto* id = std::get_if<std::int64_t>(&value))
        key = *id;
    const auto event =
        ui::select(field.label, key, items, {.field = look(edit), .clearable = true, .open = true});
    if (!event.changed)
        return event.left ? FieldAnswer::cancel : FieldAnswer::none;
    field.set(&edit.draft, key ? Value{key} : Value{});
    return FieldAnswer::commit;
}

FieldAnswer choice_widget(FieldEdit& edit, const Field& field, const Context& context) {
    std::vector<ui::SelectItem> items;
    std::int64_t key = 0;
    const Value value = field.get(&edit.draft);
    const auto* word = std::get_if<std::string>(&value);
    for (const auto& choice : field.choices) {
        const auto index = static_cast<std::int64_t>(items.size()) + 1;
        if (word && choice.value == *word)
            key = index;
        items.push_back({.key = index, .label = context.tr(choice.label)});
    }
    const auto event = ui::select(field.label, key, items, {.field = look(edit), .open = true});
    if (!event.changed)
        return event.left ? FieldAnswer::cancel : FieldAnswer::none;
    field.set(&edit.draft, std::string(field.choices[static_cast<std::size_t>(key - 1)].value));
    return FieldAnswer::commit;
}

FieldAnswer tags_widget(FieldEdit& edit, const Field& field, const Context& context) {
    const auto items = reference_items(field, context);
    Ids ids;
    const Value value = field.get(&edit.draft);
    if (const auto* list = std::get_if<Ids>(&value))
        ids = *list;
    const auto event =
        ui::multi_select(field.label, ids, items, {.field = look(edit), .open = true});
    if (event.changed)
        field.set(&edit.draft, ids);
    return event.left ? FieldAnswer::commit : FieldAnswer::none;
}

} // namespace

bool is_typed(FieldKind kind) {
    return kind != FieldKind::reference && kind != FieldKind::reference_list &&
           kind != FieldKind::choice && kind != FieldKind::date;
}

FieldAnswer field_widget(FieldEdit& edit, const Field& field, const Context& context) {
    switch (field.kind) {
    case FieldKind::reference:
        return select_widget(edit, field, context);
    case FieldKind::reference_list:
        return tags_widget(edit, field, context);
    case FieldKind::choice:
        return choice_widget(edit, field, context);
    case FieldKind::date:
        return date_widget(edit, field);
    default:
        return text_widget(edit, field);
    }
}

} // namespace carnet::views
