// What is wrong in a form: messages of fields, and their summary on top, whose names lead to them.
#include "shared/texts/widgets.hpp"
#include "web/ui/form.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/text.hpp"

#include <cmath>

namespace carnet::ui {

namespace {

// "2 champs à corriger." or the name of a field.
struct Piece {
    std::string words, field;
    float x = 0, y = 0, w = 0;
};

TextStyle style_of(bool first) {
    return {Type::small, first ? Weight::semibold : Weight::regular};
}

std::vector<Piece> pieces_of(const FormContext& form, const EntitySpec& spec) {
    const auto& errors = form.state.errors;
    std::vector<Piece> pieces;
    pieces.push_back(
        {plural(
             texts::widget::fields_to_correct, static_cast<long long>(errors.size()), language()
         ),
         ""}
    );
    for (std::size_t i = 0; i < errors.size(); ++i) {
        const FieldError& error = errors[i];
        std::string_view name = error.field;
        if (name.starts_with(form.prefix))
            name.remove_prefix(form.prefix.size());
        const Field* field = find_field(spec, name);
        const std::string words = field ? t(field->label) : error.message;
        pieces.push_back({words + (i + 1 < errors.size() ? "," : "."), field ? error.field : ""});
    }
    return pieces;
}

// Puts the pieces into lines; returns how high they are together.
float lay_out(std::vector<Piece>& pieces, float room, float line) {
    constexpr float gap = 4;
    float x = 0, y = 0;
    for (Piece& piece : pieces) {
        piece.w = std::ceil(text_width(piece.words, style_of(&piece == &pieces.front())));
        if (x > 0 && x + piece.w > room)
            x = 0, y += line;
        piece.x = x, piece.y = y;
        x += piece.w + gap;
    }
    return y + line;
}

// A sentence, or a link that leads to its field.
void piece_ui(FormState& state, const Piece& piece, Rect box, TextStyle style) {
    draw::text(box, piece.words, Color::bad_text, {.type = style.type, .weight = style.weight});
    if (piece.field.empty()) {
        a11y::text(std::string_view(piece.words), box);
        return;
    }
    Id id(piece.field);
    const detail::Touch touch =
        detail::interact(detail::id_of("##goto"), box, {.role = "link", .name = piece.words});
    if (touch.hovered)
        draw::fill({box.x, box.bottom() - 2, box.w, draw::hairline()}, Color::bad_text);
    detail::finish(touch, box, 2);
    if (touch.pressed)
        state.focus_field = piece.field, platform::wake(2);
}

} // namespace

std::string_view FormState::error_of(std::string_view field) const {
    for (const FieldError& error : errors)
        if (error.field == field)
            return error.message;
    return {};
}

void FormState::set_errors(std::vector<FieldError> all) {
    errors = std::move(all);
    submitted = true;
    if (!errors.empty())
        focus_field = errors.front().field;
    platform::wake(2);
}

void FormState::clear_error(std::string_view field) {
    std::erase_if(errors, [&](const FieldError& error) { return error.field == field; });
}

void error_summary(FormContext& form, const EntitySpec& spec) {
    FormState& state = form.state;
    if (!state.submitted || state.errors.empty())
        return;
    std::vector<Piece> pieces = pieces_of(form, spec);
    const float line = spec_of(Type::small).line;
    const float height = lay_out(pieces, avail_width() - 44, line);
    const Rect box = place(fill, height + 16);
    draw::fill(box, Color::bad_soft, metric::radius_control);
    draw::icon({box.x + 18, box.y + 16}, icon::alert_circle, 16, Color::bad_text);
    a11y::Scope scope("alert", std::string_view(pieces.front().words));
    for (const Piece& piece : pieces)
        piece_ui(
            state,
            piece,
            {box.x + 34 + piece.x, box.y + 8 + piece.y, piece.w, line},
            style_of(&piece == &pieces.front())
        );
}

} // namespace carnet::ui
