// Tags and the editable lists of words: sectors, sizes, functions of contacts.
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_settings.hpp"
#include "web/views/settings_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

struct Word {
    std::int64_t id = 0;
    std::string name;
    std::string color; // Tags.
};

std::vector<Word> words_of(int list, const Context& context) {
    std::vector<Word> words;
    if (list == 0) {
        for (const auto& tag : context.words().tags)
            words.push_back({tag.id, tag.name, tag.color});
    } else {
        const auto& choice = option_list_choices[static_cast<std::size_t>(list - 1)];
        for (const Option* option : context.words().list(choice.value))
            words.push_back({option->id, option->name, {}});
    }
    return words;
}

std::string path_of(int list, std::int64_t id = 0) {
    std::string path = list == 0 ? "/api/tags" : "/api/options";
    return id ? path + "/" + std::to_string(id) : path;
}

std::string named(const Context& context, const Text& pattern, const std::string& name) {
    return fill(context.tr(pattern), {{"name", name}});
}

void patch(
    WordsPage& page,
    const Word& word,
    const char* field,
    Json value,
    const std::string& name,
    Context& context
) {
    Write write{.request = {.method = "PATCH", .path = path_of(page.list, word.id)}};
    write.request.body = {
        {"fields",
         {{field, {{"value", std::move(value)}, {"version", context.session.me.position}}}}}};
    write.toast = named(context, texts::words_renamed, name);
    write.words = true;
    context.send(std::move(write));
}

void color_menu_ui(WordsPage& page, const Word& word, bool may, Context& context) {
    const ui::Color dot = ui::tag_color(word.color);
    if (!may)
        return ui::dot(dot);
    const ui::Rect box = ui::place(24, 24);
    const auto press = ui::pressable(
        "color",
        named(context, texts::words_rename_name, word.name) + ", " + context.tr(texts::words_color),
        box,
        {}
    );
    ui::draw::circle(box.center(), 5, ui::color(dot));
    if (press.clicked)
        ui::open_menu("colors");
    if (ui::Menu menu{"colors", {.width = 160, .name = texts::words_color, .anchor = box}}) {
        for (const auto& choice : tag_color_choices) {
            const bool current = choice.value == word.color;
            if (menu.item(choice.label, {.checked = current, .checkable = true}) && !current)
                patch(page, word, "color", std::string(choice.value), word.name, context);
        }
    }
}

void word_ui(WordsPage& page, const Word& word, bool may, Context& context) {
    const ui::Id id(word.id);
    const ui::a11y::Scope item("listitem", word.name);
    const float room = std::min(360.0f, ui::avail_width() - 80);
    const ui::Row row({.height = 36});
    if (page.list == 0)
        color_menu_ui(page, word, may, context);
    std::string name = word.name;
    const auto edit = ui::inline_edit(
        "name",
        name,
        {.name = named(context, texts::words_rename_name, word.name),
         .may_edit = may,
         .width = room}
    );
    if (edit && text::readable(name) && name != word.name)
        patch(page, word, "name", text::clean_line(name), name, context);
    ui::spring();
    if (may && ui::icon_button(icon::trash, named(context, texts::words_delete_name, word.name))) {
        page.deleting = word.id;
        page.asking = true;
    }
}

void add(WordsPage& page, Context& context) {
    const std::string name = text::clean_line(page.new_name);
    if (name.empty())
        return;
    Json body{{"name", name}};
    if (page.list == 0) {
        body["color"] =
            std::string(tag_color_choices[static_cast<std::size_t>(page.new_color)].value);
    } else {
        body["list"] =
            std::string(option_list_choices[static_cast<std::size_t>(page.list - 1)].value);
        body["position"] = static_cast<std::int64_t>(words_of(page.list, context).size()) + 1;
    }
    page.ticket = new_ticket();
    Write write{
        .request = {.path = path_of(page.list), .body = std::move(body)}, .ticket = page.ticket};
    write.toast = named(context, texts::words_added, name);
    write.words = true;
    write.quiet_errors = true;
    context.send(std::move(write));
}

void add_ui(WordsPage& page, Context& context) {
    const ui::Id id("add");
    const auto event = ui::text_field(
        texts::words_new,
        page.new_name,
        {.field = {.error = page.error, .width = 320, .id = "new"}, .max_length = 60}
    );
    if (event.changed)
        page.error.clear();
    const ui::Row row;
    if (page.list == 0) {
        std::vector<ui::SelectItem> items;
        for (const auto& choice : tag_color_choices)
            items.push_back(
                {.key = static_cast<std::int64_t>(items.size()) + 1,
                 .label = context.tr(choice.label),
                 .dot = ui::tag_color(choice.value)}
            );
        std::int64_t key = page.new_color + 1;
        if (ui::select(
                texts::words_color, key, items, {.field = {.hide_label = true, .width = 160}}
            ))
            page.new_color = static_cast<int>(key) - 1;
    }
    const bool busy = page.ticket && !page.ticket->done;
    const bool clicked =
        ui::button(texts::words_add, {.size = ui::Size::md, .icon = icon::plus, .busy = busy});
    if (!busy && (clicked || event.entered))
        add(page, context);
}

void follow(WordsPage& page) {
    if (!page.ticket || !page.ticket->done)
        return;
    if (page.ticket->ok())
        page.new_name.clear();
    else
        page.error = page.ticket->error->first_message();
    page.ticket.reset();
}

void delete_ui(WordsPage& page, const std::vector<Word>& words, Context& context) {
    for (const auto& word : words) {
        if (word.id != page.deleting)
            continue;
        const auto answer = ui::confirm(
            "delete-word",
            page.asking,
            {.title = named(context, texts::words_delete_title, word.name),
             .text = texts::words_delete_text,
             .verb = texts::remove,
             .icon = icon::trash,
             .danger = true}
        );
        if (answer == ui::Answer::yes) {
            Write write{
                .request = {.method = "DELETE", .path = path_of(page.list, word.id)},
                .words = true};
            write.toast = named(context, texts::words_removed, word.name);
            context.send(std::move(write));
        }
        if (answer != ui::Answer::none || !page.asking)
            page.deleting = 0;
        return;
    }
}

} // namespace

void settings_words_ui(WordsPage& page, Context& context) {
    follow(page);
    ui::heading(texts::settings_words, {.level = 1, .type = ui::Type::title});
    ui::paragraph(texts::words_text, {.color = ui::Color::text_2});
    std::vector<ui::TabItem> tabs{
        {.label = context.tr(texts::words_tags),
         .count = std::to_string(words_of(0, context).size())}};
    for (std::size_t i = 0; i < option_list_choices.size(); ++i) {
        const auto count = words_of(static_cast<int>(i) + 1, context).size();
        tabs.push_back(
            {.label = context.tr(option_list_choices[i].label), .count = std::to_string(count)}
        );
    }
    if (ui::tabs(texts::settings_words, page.list, tabs, {.padding = 8}))
        page.error.clear();
    const bool may = context.may(Permission::settings_edit);
    const auto words = words_of(page.list, context);
    if (words.empty())
        ui::text(texts::words_empty, {.color = ui::Color::text_3});
    {
        const ui::Id id(page.list + 1);
        const ui::a11y::Scope list("list", tabs[static_cast<std::size_t>(page.list)].label);
        const ui::Column column(0);
        for (const auto& word : words)
            word_ui(page, word, may, context);
    }
    if (may)
        add_ui(page, context);
    delete_ui(page, words, context);
}

} // namespace carnet::views
