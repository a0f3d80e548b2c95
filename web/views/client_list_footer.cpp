// The figures under the list: how many, split by state, what they are worth; and the keys of the
// list.
#include "shared/core/money.hpp"
#include "shared/texts/app_list.hpp"
#include "web/views/client_list_view.hpp"

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::list;

void count_ui(const ListRows& rows, const Context& context) {
    ui::text(
        context.plural(tx::footer_clients, rows.count()),
        {.type = ui::Type::small, .weight = ui::Weight::semibold, .id = "count"}
    );
    if (rows.everybody > rows.count())
        ui::text(
            fill(
                context.tr(tx::footer_of), {{"n", format_number(rows.everybody, context.language)}}
            ),
            {.color = ui::Color::text_3, .type = ui::Type::small}
        );
}

void states_ui(const BookTotals& totals, const Context& context) {
    constexpr const PluralText* words[] = {
        &tx::footer_active, &tx::footer_prospect, &tx::footer_inactive, &tx::footer_suspended};
    for (std::size_t i = 0; i < totals.by_state.size(); ++i) {
        if (totals.by_state[i] == 0)
            continue;
        const ui::BadgeOptions badge = ui::client_state_badge(static_cast<ClientState>(i));
        const ui::Row pair({.height = 20, .gap = 6});
        const ui::Rect mark = ui::place(10, 10);
        ui::draw::glyph(mark.center(), badge.glyph, ui::color(ui::colors_of(badge.tone).strong));
        ui::text(
            context.plural(*words[i], totals.by_state[i]),
            {.color = ui::Color::text_2, .type = ui::Type::small}
        );
    }
}

void hints_ui(const Context& context) {
    ui::key_hint("j+k", tx::hint_move);
    ui::key_hint("x", tx::hint_tick);
    ui::key_hint(context.tr(tx::key_enter), tx::hint_open);
    ui::key_hint(context.tr(tx::key_space), tx::hint_peek);
    ui::separator();
}

void value_ui(const BookTotals& totals, const Context& context) {
    ui::text(tx::footer_value, {.color = ui::Color::text_3, .type = ui::Type::small});
    ui::text(
        format_money(totals.value_cents, context.language),
        {.weight = ui::Weight::semibold, .id = "sum"}
    );
    value_split_ui(totals.value_cents, totals.running_value_cents, context);
}

} // namespace

void value_split_ui(std::int64_t value, std::int64_t running, const Context& context) {
    const auto part = [&](const Text& words, const char* name, std::int64_t cents) {
        return fill(context.tr(words), {{name, format_money(cents, context.language)}});
    };
    ui::tooltip(
        part(tx::footer_split, "running", running),
        {.second_line = part(tx::footer_split_done, "done", value - running)}
    );
}

void list_footer_ui(ClientListView& view, Context& context, ui::Rect box) {
    const ui::Bar bar(
        box, {.gap = ui::is_phone() ? 8.0f : 16.0f, .fill = ui::Color::subtle, .line_on_top = true}
    );
    const ListRows& rows = view.rows;
    if (rows.waiting)
        return ui::text(tx::list_loading, {.color = ui::Color::text_3, .type = ui::Type::small});
    const ui::a11y::Scope scope("status", tx::footer_value);
    {
        const ui::Row pair({.height = 20, .gap = 4});
        count_ui(rows, context);
    }
    if (box.w >= 700)
        states_ui(rows.found.totals, context);
    ui::spring();
    if (box.w >= 1080 && !ui::coarse())
        hints_ui(context);
    value_ui(rows.found.totals, context);
}

} // namespace carnet::views
