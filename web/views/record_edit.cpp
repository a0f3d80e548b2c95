// See record_edit.hpp.
#include "web/views/record_edit.hpp"

#include "shared/core/json.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_common.hpp"

namespace carnet::views {

namespace {

using namespace app;

std::shared_ptr<void> copy_of(const EntitySpec& spec, const void* entity) {
    std::shared_ptr<void> copy(spec.create(), spec.destroy);
    if (!entity)
        return copy;
    for (const Field& field : spec.fields)
        field.set(copy.get(), field.get(entity));
    return copy;
}

// Everything the form shows must be right before anything leaves.
bool check_draft(RecordEdit& edit, const RecordLook& look, Language language) {
    std::vector<FieldError> errors;
    for (const Field& field : edit.spec->fields) {
        if (field.origin == FieldOrigin::system)
            continue;
        Value value = field.get(edit.draft.get());
        if (const Status status = check_value(field, value, language); !status)
            errors.push_back({std::string(field.name), status.error().first_message()});
        else
            field.set(edit.draft.get(), value);
    }
    if (look.check)
        for (auto& error : look.check(edit.draft.get(), language))
            errors.push_back(std::move(error));
    edit.form.submitted = true;
    const bool good = errors.empty();
    edit.form.set_errors(std::move(errors));
    return good;
}

void save(RecordEdit& edit, const RecordLook& look, Context& context) {
    if (!check_draft(edit, look, context.language))
        return;
    const EntitySpec& spec = *edit.spec;
    edit.ticket = new_ticket();
    Write write{.request = {.path = edit.path}, .ticket = edit.ticket};
    if (edit.id) {
        write.request.method = "PATCH";
        Json fields = changed_fields(spec, edit.original.get(), edit.draft.get(), edit.version);
        if (fields.empty()) {
            edit = {};
            return;
        }
        write.request.body = {{"fields", std::move(fields)}};
        write.toast = context.tr(look.saved);
    } else {
        write.request.body = filled_fields(spec, edit.draft.get());
        write.toast = context.tr(look.added);
    }
    if (const Field* name = find_field(spec, "name"))
        write.toast =
            fill(write.toast, {{"name", value_text(*name, name->get(edit.draft.get()), context)}});
    write.words = look.words;
    write.client_id = edit.client_id;
    write.quiet_errors = true;
    context.send(std::move(write));
}

void follow(RecordEdit& edit, Conflict& conflict, Context& context) {
    if (!edit.ticket || !(edit.ticket->done || edit.ticket->waiting))
        return;
    if (edit.ticket->waiting || edit.ticket->ok()) {
        edit = {};
        return;
    }
    const Json fields =
        changed_fields(*edit.spec, edit.original.get(), edit.draft.get(), edit.version);
    const Error& error = *edit.ticket->error;
    if (edit.id &&
        take_conflict(conflict, edit.client_id, error, *edit.spec, edit.path, fields, context))
        edit.open = false;
    else
        take_errors(edit.form, error);
    edit.ticket.reset();
}

void remove(RecordEdit& edit, const RecordLook& look, Context& context) {
    Write write{.request = {.method = "DELETE", .path = edit.path}};
    write.toast = context.tr(look.deleted);
    write.client_id = edit.client_id;
    context.send(std::move(write));
    edit = {};
}

void line_ui(
    ui::FormContext& form, const RecordEdit& edit, const RecordLook& look, const RecordLine& line
) {
    const auto field = [&](std::string_view name) {
        if (!look.skips || !look.skips(edit, name))
            ui::field_ui(form, *edit.spec, name, edit.draft.get());
    };
    if (line.right.empty())
        return field(line.left);
    ui::Columns columns({1, 1, line.third.empty() ? 0.0f : 1.0f});
    field(line.left);
    columns.next();
    field(line.right);
    if (line.third.empty())
        return;
    columns.next();
    field(line.third);
}

void lines_ui(RecordEdit& edit, const RecordLook& look, ui::FormContext& form) {
    ui::error_summary(form, *edit.spec);
    for (const RecordLine& line : look.lines)
        line_ui(form, edit, look, line);
}

// The button, and its keys.
bool save_ui(const RecordEdit& edit, const Text& verb, const Context& context, bool disabled) {
    const bool busy = edit.ticket && !edit.ticket->done;
    const bool clicked = ui::button(
        verb,
        {.kind = ui::ButtonKind::primary,
         .size = ui::Size::md,
         .shortcut = "Ctrl S",
         .busy = busy,
         .disabled = disabled}
    );
    return !busy && !disabled &&
           (clicked || context.pressed(Shortcut::save) || context.pressed(Shortcut::submit));
}

} // namespace

void pairs_ui(
    ui::FormContext& form,
    const EntitySpec& spec,
    void* entity,
    std::initializer_list<RecordLine> lines
) {
    for (const RecordLine& line : lines) {
        ui::Columns columns({1, 1});
        ui::field_ui(form, spec, line.left, entity);
        columns.next();
        ui::field_ui(form, spec, line.right, entity);
    }
}

void begin_record(
    RecordEdit& edit,
    const EntitySpec& spec,
    const void* entity,
    std::string path,
    std::int64_t version,
    std::int64_t client_id
) {
    edit = {};
    edit.open = true;
    edit.spec = &spec;
    edit.id = entity ? spec.id(const_cast<void*>(entity)) : 0;
    edit.path = std::move(path);
    edit.version = version;
    edit.client_id = client_id;
    edit.original = copy_of(spec, entity);
    edit.draft = copy_of(spec, entity);
    edit.form.focus_field = "name";
}

void record_ui(
    RecordEdit& edit,
    const RecordLook& look,
    Conflict& conflict,
    Context& context,
    bool may_edit,
    bool may_delete
) {
    follow(edit, conflict, context);
    if (!edit.open)
        return;
    ui::Dialog dialog(
        "record",
        edit.open,
        {.title = edit.id ? look.title_edit : look.title_new,
         .width = look.width,
         .changed = edit.form.revision > 0}
    );
    if (!dialog)
        return;
    context.unsaved = context.unsaved || edit.form.revision > 0;
    ui::FormContext form{
        .state = edit.form,
        .actor = &context.actor(),
        .may_edit = may_edit,
        .items_of = [&context](const Field& field) { return reference_items(field, context); },
    };
    if (!look.intro.empty())
        ui::paragraph(look.intro, {.color = ui::Color::text_2});
    lines_ui(edit, look, form);
    dialog.footer();
    if (edit.id && may_edit && may_delete &&
        ui::button(
            texts::remove,
            {.kind = ui::ButtonKind::danger_outline, .size = ui::Size::md, .icon = icon::trash}
        ))
        return remove(edit, look, context);
    ui::spring();
    if (ui::button(texts::cancel, {.kind = ui::ButtonKind::ghost, .size = ui::Size::md}))
        dialog.close();
    const Text& verb = edit.id || look.verb_new.empty() ? texts::save : look.verb_new;
    if (save_ui(edit, verb, context, !may_edit))
        save(edit, look, context);
}

void begin_page(RecordEdit& edit, const EntitySpec& spec, const void* entity, std::string path) {
    begin_record(edit, spec, entity, std::move(path), 0, 0);
    edit.id = 1; // There is one, whatever its number.
    edit.form.focus_field.clear();
}

void record_page_ui(RecordEdit& edit, const RecordLook& look, Context& context, bool may_edit) {
    const EntitySpec& spec = *edit.spec;
    if (edit.ticket && edit.ticket->done) {
        if (edit.ticket->ok())
            edit.original = copy_of(spec, edit.draft.get());
        else
            take_errors(edit.form, *edit.ticket->error);
        edit.ticket.reset();
    }
    const bool dirty = !changed_fields(spec, edit.original.get(), edit.draft.get(), 0).empty();
    context.unsaved = context.unsaved || dirty;
    const ui::Width width(std::min(480.0f, ui::avail_width()));
    ui::FormContext form{.state = edit.form, .may_edit = may_edit};
    lines_ui(edit, look, form);
    if (!may_edit || !save_ui(edit, texts::save, context, !dirty))
        return;
    edit.version = context.session.me.position;
    save(edit, look, context);
}

namespace {

constexpr RecordLine project_lines[] = {
    {"name"},
    {"state", "budget_cents"},
    {"started_on", "due_on"},
    {"progress_mode"},
    {"team_ids", "progress"},
    {"is_portal_visible"},
    {"summary"},
};

} // namespace

const RecordLook project_look{
    .title_new = texts::project_add,
    .title_edit = texts::project_edit,
    .added = texts::project_added,
    .saved = texts::project_saved,
    .deleted = texts::project_deleted,
    .lines = project_lines,
    .verb_new = texts::add_field,
    .skips =
        [](const RecordEdit& edit, std::string_view field) {
            return field == "progress" &&
                   static_cast<const Project*>(edit.draft.get())->progress_mode ==
                       ProgressMode::tasks;
        },
    .check = [](const void* draft,
                Language language) { return check(*static_cast<const Project*>(draft), language); },
};

ui::BadgeOptions project_state_badge(ProjectState state) {
    return ui::project_state_badge(project_state_choices[static_cast<std::size_t>(state)].value);
}

void project_team_ui(const Project& project, const Context& context, float size) {
    std::vector<ui::Person> people;
    for (const auto id : project.team_ids)
        people.push_back(
            {.id = static_cast<std::uint64_t>(id), .name = context.words().user_name(id)}
        );
    const Field& team = *find_field(EntityOf<Project>::spec, "team_ids");
    if (!people.empty())
        ui::avatar_group(team.label, people, 4, size);
}

} // namespace carnet::views
