// The palette's window (design 08): field, categories, results, preview, hints.
#include "web/views/palette_view.hpp"

#include "shared/core/money.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_palette.hpp"
#include "shared/texts/app_projects.hpp"
#include "web/app/book_store.hpp"
#include "web/app/format.hpp"
#include "web/app/input.hpp"
#include "web/ui/ui.hpp"

#include <optional>

namespace carnet::views {

namespace {

using namespace app;

constexpr float palette_width = 880, palette_height = 636, preview_width = 288, row_height = 40;

void close(PaletteView& view) {
    view.open = false;
    view.text.clear();
    view.items.clear();
}

void run_item(PaletteView& view, Context& context, const PaletteItem& item) {
    const auto run = item.run;
    close(view);
    run(context);
}

void field_ui(PaletteView& view, Context& context, ui::Rect bar) {
    const ui::Bar frame(bar, {.padding = 20, .gap = 12});
    ui::icon(icon::search, {.size = 20});
    const auto event = ui::text_field(
        texts::palette_title,
        view.text,
        {.field =
             {.hide_label = true, .width = bar.w - 240, .id = "query", .focus = view.just_opened},
         .placeholder = texts::palette_empty,
         .mode = ui::InputMode::search,
         .plain = true,
         .type = ui::Type::heading,
         .popup_keys = true}
    );
    if (event.changed)
        view.cursor = 0;
    ui::spring();
    if (!view.text.empty()) {
        const std::string results =
            context.plural(texts::palette_results, static_cast<long long>(view.items.size()));
        ui::text(results, {.color = ui::Color::text_3, .type = ui::Type::small});
    }
    if (!ui::is_phone())
        ui::key_caps(context.language == Language::fr ? "Échap" : "Esc");
    else if (ui::icon_button(icon::x, texts::close))
        view.open = false;
    if (event.entered && view.cursor < static_cast<int>(view.items.size()))
        run_item(view, context, view.items[static_cast<std::size_t>(view.cursor)]);
}

void categories_ui(PaletteView& view, Context& context, ui::Rect bar) {
    const ui::Bar frame(bar, {.padding = 16});
    const ui::SegmentItem items[] = {
        {context.tr(texts::palette_all)},
        {context.tr(texts::palette_clients)},
        {context.tr(texts::palette_contacts)},
        {context.tr(texts::projects::title)},
        {context.tr(texts::palette_commands)},
    };
    if (ui::pill_group(texts::palette_categories, view.category, items))
        view.cursor = 0;
    if (ui::is_phone())
        return;
    ui::spring();
    ui::key_hint("Tab", texts::palette_next_category);
}

// The keys of the list while the field keeps the focus.
void keys(PaletteView& view) {
    const int count = static_cast<int>(view.items.size());
    if (count > 0) {
        const int step = list_step();
        if (step != 0) {
            view.cursor = (view.cursor + step + count) % count;
            view.cursor_moved = true;
        }
    }
    if (tab_key()) {
        view.just_opened = true; // The focus stays in the field.
        view.category = (view.category + 1) % 5;
        view.cursor = 0;
    }
}

const Text& heading_of(PaletteCategory category) {
    switch (category) {
    case PaletteCategory::clients:
        return texts::palette_clients_heading;
    case PaletteCategory::contacts:
        return texts::palette_contacts;
    case PaletteCategory::projects:
        return texts::projects::title;
    default:
        return texts::palette_commands;
    }
}

void item_ui(PaletteView& view, Context& context, const PaletteItem& item, int index) {
    const bool chosen = index == view.cursor;
    ui::Rect box = ui::place(ui::avail_width(), row_height);
    const ui::Id id(index);
    // The field keeps the keyboard: it says which of the results Enter would open.
    const std::uint32_t heard = chosen && ui::typing() ? platform::mirror_focused : 0u;
    const auto press = ui::pressable(
        "item", item.label, box, {.role = "option", .no_tab_stop = true, .mirror_flags = heard}
    );
    const ui::a11y::Scope option(ui::a11y::Scope::Within{"option"});
    if (chosen) {
        ui::draw::fill(box, ui::Color::accent_soft, ui::metric::radius_control);
        if (view.cursor_moved)
            scroll_into_view(box);
    }
    ui::Rect inside = box.inset(12, 0);
    const ui::Rect mark = inside.cut_left(24).centered(24, 24);
    if (item.icon) {
        ui::draw::fill(mark, ui::Color::inset, ui::metric::radius_control);
        ui::draw::icon(mark.center(), item.icon, 16, ui::Color::text_2);
    } else {
        const auto avatar =
            static_cast<std::uint64_t>(item.contact_id ? item.contact_id : item.client_id);
        ui::draw::avatar(mark, item.label, avatar, item.contact_id == 0);
    }
    inside.cut_left(12);
    ui::at(inside);
    // What stands at the right end, then the name, then as much of the detail as still fits.
    const float marks = item.category == PaletteCategory::clients ? 140 : 30;
    const float label =
        std::min(inside.w - marks, ui::text_width(item.label, {.weight = ui::Weight::medium}) + 1);
    const float room = inside.w - label - marks - 16;
    const ui::Row row({.height = row_height, .gap = 8, .width = inside.w});
    std::string_view typed = text::trim(view.text);
    if (typed.starts_with('>'))
        typed = text::trim(typed.substr(1));
    ui::text(
        item.label,
        {.weight = ui::Weight::medium,
         .width = label,
         .highlight = typed,
         .hidden_from_mirror = true}
    );
    const float detail = std::min(room, ui::text_width(item.detail, {.type = ui::Type::small}) + 1);
    if (detail > 48)
        ui::text(
            item.detail,
            {.color = ui::Color::text_3,
             .type = ui::Type::small,
             .width = detail,
             .highlight = typed}
        );
    ui::spring();
    if (item.category == PaletteCategory::clients)
        ui::client_state(item.state);
    if (!item.shortcut.empty())
        ui::key_caps(item.shortcut);
    if (chosen && item.category != PaletteCategory::commands && !ui::coarse())
        ui::key_caps("↵");
    if (press.hovered && !press.clicked && pointer_moved())
        view.cursor = index;
    if (press.clicked)
        view.cursor = index, view.run_index = index;
    (void)context;
}

void results_ui(PaletteView& view, Context& context, ui::Rect box) {
    const ui::Region region(
        "results", box, {.padding_x = 8, .padding_y = 8, .role = "region", .name = texts::search}
    );
    const ui::Column column(0);
    std::optional<ui::a11y::Scope> list(std::in_place, "listbox", texts::search), group;
    PaletteCategory last = PaletteCategory::all;
    for (std::size_t i = 0; i < view.items.size(); ++i) {
        const auto& item = view.items[i];
        if (item.category != last) {
            last = item.category;
            group.reset();
            group.emplace("group", heading_of(last));
            const ui::Row row({.height = 32, .padding = 12});
            ui::text(
                heading_of(last),
                {.color = ui::Color::text_3,
                 .type = ui::Type::small,
                 .weight = ui::Weight::medium,
                 .hidden_from_mirror = true}
            );
            ui::spring();
            if (last == PaletteCategory::clients)
                ui::text(
                    format_number(view.clients_found, context.language),
                    {.color = ui::Color::text_3,
                     .type = ui::Type::small,
                     .hidden_from_mirror = true}
                );
        }
        item_ui(view, context, item, static_cast<int>(i));
    }
    group.reset();
    list.reset();
    view.cursor_moved = false;
    if (!view.items.empty())
        return;
    ui::space(24);
    const std::string nothing = fill(context.tr(texts::palette_nothing), {{"text", view.text}});
    ui::text(nothing, {.color = ui::Color::text_3});
}

void fact_ui(const Text& key, std::string_view value) {
    if (value.empty())
        return;
    const ui::KeyValue line(key, 96);
    ui::text(value, {.width = ui::fill});
}

void preview_ui(PaletteView& view, Context& context, ui::Rect box) {
    ui::draw::fill(box, ui::Color::subtle);
    ui::draw::line_on(box, ui::side_left, ui::Color::line_1);
    if (view.cursor >= static_cast<int>(view.items.size()))
        return;
    const auto& item = view.items[static_cast<std::size_t>(view.cursor)];
    const Book& book = context.book.book();
    const Slot slot = item.client_id ? book.slot_of(item.client_id) : no_slot;
    if (slot == no_slot)
        return;
    const ui::Region region(
        "preview",
        box,
        {.padding_x = 16, .padding_y = 16, .role = "complementary", .name = book.name(slot)}
    );
    {
        const ui::Row row({.height = 40, .gap = 12});
        ui::avatar(
            book.name(slot),
            static_cast<std::uint64_t>(item.client_id),
            {.size = 40, .square = true, .hidden_from_mirror = true}
        );
        const float width = ui::avail_width();
        const ui::Rect text_box = ui::place(width, 40);
        ui::Rect lines = text_box;
        ui::draw::text(
            lines.cut_top(22), book.name(slot), ui::Color::text, {.type = ui::Type::subhead}
        );
        ui::draw::text(lines, item.detail, ui::Color::text_3, {.type = ui::Type::small});
    }
    ui::space(4);
    {
        const ui::Row row({.height = 28});
        const std::string phone(book.phone(slot)), email(book.email(slot));
        if (!phone.empty() && ui::button(texts::call, {.icon = icon::phone}))
            context.send(OpenUrl{"tel:" + phone});
        if (!email.empty() && ui::button(texts::write_mail, {.icon = icon::mail}))
            context.send(OpenUrl{"mailto:" + email});
    }
    ui::space(4);
    const ui::Column column(7);
    fact_ui(texts::contact_word, book.contact_name(slot));
    fact_ui(texts::phone_word, phone_text(book.phone(slot)));
    fact_ui(texts::owner_word, context.words().user_name(book.owner_id(slot)));
    fact_ui(texts::active_projects, format_number(book.active_projects(slot), context.language));
    fact_ui(
        texts::total_value,
        format_money(book.value_cents(slot), context.language, MoneyStyle::exact)
    );
    if (book.last_activity_ms(slot)) {
        ui::separator(4);
        ui::caption(texts::last_activity);
        const auto kind = static_cast<std::size_t>(book.last_activity_kind(slot));
        const ui::Row row({.height = 20});
        ui::text(activity_kind_choices[kind].label);
        ui::spring();
        ui::text(
            when({book.last_activity_ms(slot)}, context),
            {.color = ui::Color::text_3, .type = ui::Type::small}
        );
    }
}

void hints_ui(const Context& context, ui::Rect bar) {
    ui::draw::fill_corners(
        bar, ui::color(ui::Color::subtle), ui::metric::radius_modal, ImDrawFlags_RoundCornersBottom
    );
    const ui::Bar frame(bar, {.padding = 16, .gap = 16, .line_on_top = true});
    ui::key_hint("↑+↓", texts::palette_browse);
    ui::key_hint("↵", texts::palette_open);
    ui::spring();
    // Only what the person may do is worth trying.
    const bool imports = context.may(Permission::data_import);
    const Text& command = imports ? texts::palette_try_import : texts::palette_try_theme;
    ui::caption(fill(context.tr(texts::palette_try), {{"command", context.tr(command)}}));
}

} // namespace

void palette_ui(PaletteView& view, Context& context) {
    if (!view.open)
        return;
    const bool phone = ui::is_phone();
    const ui::Dialog dialog(
        "palette",
        view.open,
        {.title = texts::palette_title,
         .width = palette_width,
         .side = ui::DialogSide::top,
         .height = palette_height,
         .no_header = true,
         .padding = 0}
    );
    if (!dialog)
        return close(view);
    palette_search(view, context);
    keys(view);
    const auto at = ui::cursor();
    ui::Rect box{
        at.x, at.y, dialog.width(), phone ? ui::viewport().bottom() - at.y : palette_height};
    field_ui(view, context, box.cut_top(56));
    categories_ui(view, context, box.cut_top(40));
    if (!phone) {
        hints_ui(context, box.cut_bottom(40));
        preview_ui(view, context, box.cut_right(preview_width));
    }
    results_ui(view, context, box);
    view.just_opened = false;
    const int index = std::exchange(view.run_index, -1);
    if (index >= 0 && index < static_cast<int>(view.items.size()))
        run_item(view, context, view.items[static_cast<std::size_t>(index)]);
}

} // namespace carnet::views
