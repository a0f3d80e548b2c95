// Editing one field of the client in place: click, type, leave. Checked on leaving, saved alone
// with its version. The widgets it opens are in client_field_widgets.cpp.
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_net.hpp"
#include "web/app/presence.hpp"
#include "web/views/client_field_widgets.hpp"

#include <algorithm>

namespace carnet::views {

namespace {

using namespace app;

const EntitySpec& spec = EntityOf<Client>::spec;

constexpr float key_width = 110;

Value value_of(const Field& field, const ClientView& view, const net::ClientSheet& sheet) {
    for (auto save = view.saves.rbegin(); save != view.saves.rend(); ++save)
        if (save->field == field.name)
            return save->value;
    return field.get(&sheet.client);
}

FieldEdit* edit_of(ClientView& view, std::string_view name) {
    for (FieldEdit& edit : view.edits)
        if (edit.field == name)
            return &edit;
    return nullptr;
}

void close_edit(ClientView& view, std::string_view name) {
    std::erase_if(view.edits, [&](const FieldEdit& edit) { return edit.field == name; });
}

// The value that stands in the field, or what is wrong with it.
Result<Value>
value_typed(const FieldEdit& edit, const net::ClientSheet& sheet, const Field& field, Language in) {
    Value value = is_typed(field.kind) ? (edit.typed.empty() ? Value{} : Value{edit.typed})
                                       : field.get(&edit.draft);
    if (const auto checked = check_value(field, value, in); !checked)
        return checked.error();
    Client after = sheet.client;
    field.set(&after, value);
    for (const auto& error : check(after, in))
        if (error.field == field.name)
            return Error{ErrorCode::invalid, error.message};
    return value;
}

// Never empty a field that was refused: it opens again with what was typed.
void reopen(
    ClientView& view,
    const net::ClientSheet& sheet,
    const Field& field,
    const Value& value,
    std::string error
) {
    begin_field_edit(view, sheet, field.name);
    FieldEdit& edit = *edit_of(view, field.name);
    if (const auto* text = std::get_if<std::string>(&value))
        edit.typed = *text;
    field.set(&edit.draft, value);
    edit.error = std::move(error);
}

// Closes the field and sends its value when it has changed; a wrong one stays, with its reason.
void commit(ClientView& view, const net::ClientSheet& sheet, const Field& field, Context& context) {
    FieldEdit* edit = edit_of(view, field.name);
    if (!edit)
        return;
    const auto typed = value_typed(*edit, sheet, field, context.language);
    if (!typed) {
        const Error& error = typed.error();
        edit->error = error.first_message();
        return;
    }
    const Value& value = typed.value();
    const std::int64_t version = edit->version;
    close_edit(view, field.name);
    if (value == value_of(field, view, sheet))
        return;
    Save save{.ticket = new_ticket(), .field = std::string(field.name), .value = value};
    save.fields = {{std::string(field.name), {{"value", to_json(value)}, {"version", version}}}};
    Write write{.request = {.method = "PATCH", .path = "/api/clients/" + std::to_string(view.id)}};
    write.request.body = {{"fields", save.fields}};
    write.ticket = save.ticket;
    write.toast = fill(context.tr(texts::field_saved), {{"field", context.tr(field.label)}});
    write.client_id = view.id;
    write.quiet_errors = true;
    view.saves.push_back(std::move(save));
    context.send(std::move(write));
}

// The open field stands at the top of its line, which grows by what is said under it: a message
// that overlapped its neighbours would take their clicks.
FieldAnswer open_field_ui(FieldEdit& edit, const Field& field, Context& context) {
    constexpr float line_height = 24, above = 2; // A `sm` field is 4 px higher than the line.
    const ImVec2 from = ui::cursor();
    const float column = ui::key_column(key_width);
    const ui::Rect key{from.x, from.y + 2, column - 2, 20};
    ui::draw::text(key, context.tr(field.label), ui::Color::text_3);
    ui::a11y::text(field.label, key);
    edit.width = ui::avail_width() - column;
    ui::at(from.x + column, from.y - above);
    const FieldAnswer answer = field_widget(edit, field, context);
    const float bottom = ui::cursor().y - above;
    ui::at(from.x, from.y);
    ui::place(1, std::max(line_height, bottom - from.y));
    return answer;
}

bool is_link(FieldKind kind) {
    return kind == FieldKind::url;
}

std::string without_scheme(std::string url) {
    if (const auto at = url.find("://"); at != std::string::npos)
        url.erase(0, at + 3);
    if (url.ends_with('/'))
        url.pop_back();
    return url;
}

std::string href_of(const Field& field, const std::string& value) {
    if (field.kind == FieldKind::url)
        return value.find("://") == std::string::npos ? "https://" + value : value;
    return {};
}

void value_ui(
    ClientView& view, const net::ClientSheet& sheet, Context& context, const Field& field
) {
    const Value value = value_of(field, view, sheet);
    std::string words = value_text(field, value, context);
    if (const auto* number = std::get_if<std::int64_t>(&value); number && field.name == "number") {
        words = std::to_string(*number);
        if (words.size() < 6)
            words.insert(0, 6 - words.size(), '0');
    }
    if (is_link(field.kind))
        words = without_scheme(words);
    const bool may = may_on(context, field.write, sheet) && field.origin == FieldOrigin::person;
    const ui::Rect box = ui::place(ui::fill, 24);
    fade_ui(view, field.name, words, {box.x - 4, box.y, box.w + 4, box.h}, context);
    ui::Rect inside = box;
    const std::string name =
        fill(context.tr(texts::edit_field), {{"field", context.tr(field.label)}}) +
        "\u00a0: " + words;
    ui::Press press;
    if (may) {
        if (view.closed_field == field.name) {
            view.closed_field.clear();
            ui::focus_next_widget();
        }
        press = ui::pressable("value", name, {box.x - 4, box.y, box.w + 4, box.h}, {});
        if (press.hovered)
            ui::draw::icon(inside.cut_right(20).center(), icon::pencil, 14, ui::Color::text_3);
    }
    if (words.empty()) {
        ui::draw::text(
            inside, may && press.hovered ? context.tr(texts::add_field) : "–", ui::Color::text_off
        );
    } else if (field.name == "owner_id") {
        const auto* id = std::get_if<std::int64_t>(&value);
        const float width = std::min(ui::text_width(words), inside.w - 26);
        ui::draw::text(inside.cut_left(width + 6), words, ui::Color::text);
        if (id)
            ui::draw::avatar(
                inside.cut_left(20).centered(20, 20), words, static_cast<std::uint64_t>(*id), false
            );
    } else {
        if (!may)
            ui::a11y::text(words, box);
        const bool cut = ui::draw::text(
            inside, words, is_link(field.kind) ? ui::Color::accent_text : ui::Color::text
        );
        if (cut)
            ui::tooltip_over(box, words);
    }
    if (!press.clicked)
        return;
    if (press.double_clicked && is_link(field.kind))
        context.send(OpenUrl{href_of(field, words)});
    else
        begin_field_edit(view, sheet, field.name);
}

} // namespace

void begin_field_edit(ClientView& view, const net::ClientSheet& sheet, std::string_view name) {
    const Field* field = find_field(spec, name);
    if (!field)
        return;
    if (FieldEdit* open = edit_of(view, name)) {
        open->first_frame = true;
        return;
    }
    FieldEdit& edit = view.edits.emplace_back();
    edit = {
        .field = std::string(name),
        .version = sheet.version,
        .draft = sheet.client,
        .first_frame = true};
    const Value value = value_of(*field, view, sheet);
    field->set(&edit.draft, value);
    const auto* text = std::get_if<std::string>(&value);
    if (!text)
        return;
    // Numbers are typed as they are read, in groups; checking puts them back into their stored
    // form.
    const bool grouped = field->kind == FieldKind::siren || field->kind == FieldKind::siret;
    edit.typed = field->kind == FieldKind::phone ? phone_text(*text)
                 : grouped                       ? identifier_text(field->kind, *text)
                                                 : *text;
}

void client_field_ui(
    ClientView& view, const net::ClientSheet& sheet, Context& context, std::string_view name
) {
    const Field* field = find_field(spec, name);
    if (!field)
        return;
    const ui::Id id(name);
    FieldEdit* edit = edit_of(view, name);
    if (!edit) {
        const ui::KeyValue line(field->label, key_width);
        value_ui(view, sheet, context, *field);
        return;
    }
    context.presence.say_editing("information");
    if (!edit->error.empty())
        context.unsaved = true;
    const FieldAnswer answer = open_field_ui(*edit, *field, context);
    edit->first_frame = false;
    if (answer == FieldAnswer::cancel)
        close_edit(view, name);
    if (answer == FieldAnswer::commit || answer == FieldAnswer::entered)
        commit(view, sheet, *field, context);
    edit = edit_of(view, name);
    // A value refused at Enter keeps the caret, so that it can be corrected or dropped at once.
    if (answer == FieldAnswer::entered && edit)
        edit->first_frame = true;
    // A list that was closed by a click elsewhere leaves the focus there.
    const bool by_key = is_typed(field->kind) || ui::keyboard_mode();
    if (!edit && by_key && (answer == FieldAnswer::entered || answer == FieldAnswer::cancel))
        view.closed_field = name;
}

void leave_client(ClientView& view, Context& context) {
    const auto& loaded = context.api.client(view.id);
    if (!loaded.value)
        return;
    const std::vector<FieldEdit> open = view.edits;
    for (const FieldEdit& edit : open) {
        const Field* field = find_field(spec, edit.field);
        if (!field)
            continue;
        commit(view, *loaded.value, *field, context);
        if (const FieldEdit* refused = edit_of(view, edit.field))
            context.send(ShowToast{
                .kind = ToastKind::error,
                .title = context.tr(texts::not_saved),
                .detail = refused->error});
    }
}

void follow_conflict_answer(
    ClientView& view, const net::ClientSheet& sheet, ui::ConflictAnswer answer, Context& context
) {
    const Conflict& conflict = view.conflict;
    if (answer == ui::ConflictAnswer::none || conflict.spec != &spec)
        return;
    const bool put_aside = answer == ui::ConflictAnswer::cancel;
    if (conflict.field == "memo") {
        view.memo_focus = put_aside; // With its draft.
        if (!put_aside)
            context.drafts.keep(memo_draft_key(view), {});
    } else if (const Field* field = find_field(spec, conflict.field); field && put_aside) {
        if (const auto mine = from_json(*field, conflict.mine, context.language))
            reopen(view, sheet, *field, *mine, {});
    }
}

void follow_saves(ClientView& view, const net::ClientSheet& sheet, bool fresh, Context& context) {
    for (auto save = view.saves.begin(); save != view.saves.end();) {
        if (!save->ticket->done || (save->ticket->ok() && !fresh)) {
            ++save;
            continue;
        }
        if (!save->ticket->ok()) {
            const Error& error = *save->ticket->error;
            const std::string path = "/api/clients/" + std::to_string(view.id);
            if (!take_conflict(view, error, spec, path, save->fields, context)) {
                if (const Field* field = find_field(spec, save->field))
                    reopen(view, sheet, *field, save->value, error.first_message());
            }
        }
        save = view.saves.erase(save);
    }
}

} // namespace carnet::views
