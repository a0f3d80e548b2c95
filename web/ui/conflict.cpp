// Two versions of one field: which one to keep.
#include "shared/texts/widgets.hpp"
#include "web/ui/avatar.hpp"
#include "web/ui/form.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/modal.hpp"
#include "web/ui/text.hpp"

namespace carnet::ui {
namespace {

// One version: a radio card with the caption, the text and whose it is.
bool version_card(
    const char* id_text, bool on, Label caption, Label words, Label name, std::uint64_t person
) {
    const float width = avail_width();
    const Label shown = words.empty() ? Label(texts::widget::empty_value) : words;
    const float room = width - 24 - 28 - 32;
    const float line = spec_of(Type::small).line;
    const float height = 20 + line + wrapped_height(shown.view(), room);
    const Rect box = place(width, height);
    const ImGuiID id = detail::id_of(std::string_view(id_text));
    const detail::Touch touch = detail::interact(
        id,
        box,
        {.role = "radio",
         .name = caption.view(),
         .description = shown.view(),
         .flags =
             static_cast<std::uint32_t>(on ? platform::mirror_checked : platform::mirror_unchecked)}
    );
    draw::choice_card(box, on, touch.hovered);
    const ImVec2 mark{box.x + 20, box.y + 20};
    draw::circle(mark, 8, color(on ? Color::accent : Color::surface));
    if (on)
        draw::circle(mark, 3, color(Color::on_accent));
    else
        draw::ring(mark, 8, color(Color::line_ctl), draw::hairline());
    draw::text(
        {box.x + 40, box.y + 10, room, line}, caption.view(), Color::text_2, {.type = Type::small}
    );
    draw::text_wrapped(
        {box.x + 40, box.y + 10 + line, room, height},
        shown.view(),
        words.empty() ? Color::text_3 : Color::text
    );
    if (person)
        draw::avatar({box.right() - 32, box.y + 10, 20, 20}, name.view(), person, false);
    detail::finish(touch, box, metric::radius_card);
    return touch.pressed;
}

} // namespace

ConflictAnswer conflict_dialog(const char* id, bool& open, const ConflictOptions& o) {
    struct Choice {
        ImGuiID id = 0;
        int version = 0;
        bool original = false;
    };
    static Choice choice; // One conflict at a time.
    const ImGuiID key = detail::id_of(std::string_view(id));
    if (choice.id != key)
        choice = {key};
    const bool was_open = open;
    ConflictAnswer answer = ConflictAnswer::none;
    {
        Dialog dialog(id, open, {.title = o.title, .can_close = !o.busy});
        if (!dialog)
            return was_open && !open ? ConflictAnswer::cancel : ConflictAnswer::none;
        const std::string theirs =
            o.their_time.empty()
                ? detail::named(t(texts::widget::theirs), o.their_name.view())
                : carnet::fill(
                      t(texts::widget::theirs_at),
                      {{"name", o.their_name.view()}, {"time", o.their_time.view()}}
                  );
        {
            a11y::Scope group("radiogroup", o.title);
            if (version_card(
                    "mine", choice.version == 0, texts::widget::mine, o.mine, o.my_name, o.my_id
                ))
                choice.version = 0;
            if (version_card(
                    "theirs", choice.version == 1, theirs, o.theirs, o.their_name, o.their_id
                ))
                choice.version = 1;
        }
        if (choice.original) {
            caption(texts::widget::original);
            paragraph(
                o.original.empty() ? Label(texts::widget::empty_value) : o.original,
                {.color = Color::text_2}
            );
        }
        dialog.footer();
        if (!choice.original && button(texts::widget::see_original, {.kind = ButtonKind::ghost}))
            choice.original = true;
        spring();
        if (o.can_combine && button(texts::widget::combine, {.disabled = o.busy}))
            answer = ConflictAnswer::combine;
        const Text& verb =
            choice.version == 0 ? texts::widget::keep_mine : texts::widget::keep_theirs;
        if (button(verb, {.kind = ButtonKind::primary, .busy = o.busy, .id = "keep"}))
            answer = choice.version == 0 ? ConflictAnswer::keep_mine : ConflictAnswer::keep_theirs;
        if (answer != ConflictAnswer::none)
            dialog.close();
    }
    if (answer == ConflictAnswer::none && was_open && !open)
        answer = ConflictAnswer::cancel;
    if (!open)
        choice = {};
    return answer;
}

} // namespace carnet::ui
