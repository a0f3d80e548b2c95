// Dialogs and drawers: a scrim window that catches the pointer, the box over it, keys held inside.
#include "web/ui/modal.hpp"

#include "shared/texts/widgets.hpp"
#include "web/ui/button.hpp"
#include "web/ui/feedback.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/text.hpp"

#include <cmath>
#include <map>
#include <optional>

namespace carnet::ui {

using detail::state;

namespace {

struct OpenDialog {
    int drawn = 0;
    float content_height = 0, footer_height = 0;
    ImGuiID return_to = 0;
    int opened = 0;
    bool asking = false; // Whether what was typed may be lost.
    double since = 0;
};
std::map<ImGuiID, OpenDialog> dialogs;
int open_last_frame = 0, open_now = 0;

constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                  ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                  ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing;

Rect dialog_box(const DialogOptions& o, float height) {
    const Rect screen = viewport();
    if (is_phone())
        return screen;
    const float w = std::min(o.width, screen.w - 32);
    if (o.side == DialogSide::right)
        return {screen.w - w, 0, w, screen.h};
    const float h = std::min(height, screen.h - 64);
    if (o.side == DialogSide::top)
        return {
            std::floor((screen.w - w) / 2), std::min(104.0f, std::floor((screen.h - h) / 2)), w, h};
    return screen.centered(w, h);
}

} // namespace

struct Dialog::State {
    ImGuiID key;
    bool* open;
    DialogOptions options;
    Rect box;
    float header;
    std::string title;
    bool in_footer = false, has_footer = false, close = false;
    std::optional<a11y::Scope> scope;
    std::optional<Region> body;
    std::optional<Bar> bar;
};

Dialog::Dialog(const char* id, bool& open, const DialogOptions& options) {
    if (!open)
        return;
    const ImGuiID key = detail::id_of(std::string_view(id));
    const bool fresh = !dialogs.contains(key);
    OpenDialog& d = dialogs[key];
    if (fresh)
        d.return_to = detail::focus_to_return_to(), d.opened = GImGui->FrameCount,
        d.since = state().now, platform::wake(4);
    d.drawn = GImGui->FrameCount;
    ++open_now;
    _state = new State{.key = key, .open = &open, .options = options, .title = options.title.str()};
    const bool round_mark = options.icon != nullptr;
    _state->header = options.no_header ? 0 : round_mark ? 0 : 48;
    const float natural =
        options.height > 0 ? options.height : _state->header + d.content_height + d.footer_height;
    const Rect box = _state->box = dialog_box(options, natural);
    // Twice: at the end of the first frame the press that opened it raises the window it hit.
    const bool rises = GImGui->FrameCount <= d.opened + 1;

    char name[32];
    const Rect screen = viewport();
    std::snprintf(name, sizeof name, "##scrim%08X", key);
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({screen.w, ImGui::GetIO().DisplaySize.y});
    ImGui::Begin(name, nullptr, bare);
    ImGuiWindow* scrim = GImGui->CurrentWindow;
    if (rises)
        ImGui::BringWindowToDisplayFront(scrim);
    draw::fill({0, 0, screen.w, ImGui::GetIO().DisplaySize.y}, Color::scrim);
    const bool clicked_beside = ImGui::IsMouseClicked(0) && GImGui->HoveredWindow == scrim &&
                                !box.contains(ImGui::GetIO().MousePos);

    std::snprintf(name, sizeof name, "##dialog%08X", key);
    ImGui::SetNextWindowPos(box.min());
    ImGui::SetNextWindowSize({box.w, box.h});
    ImGui::Begin(name, nullptr, bare);
    if (rises)
        ImGui::BringWindowToDisplayFront(GImGui->CurrentWindow);
    detail::push_trap(key, d.return_to);
    ImGui::PushOverrideID(key);
    const bool square = is_phone() || options.side == DialogSide::right;
    GImGui->CurrentWindow->DrawList->PushClipRectFullScreen();
    draw::surface(
        box, square ? Elevation::flat : Elevation::modal, square ? 0 : metric::radius_modal
    );
    GImGui->CurrentWindow->DrawList->PopClipRect();
    a11y::Node node;
    node.id = key;
    node.role = "dialog";
    node.name = _state->title;
    node.flags = platform::mirror_modal;
    _state->scope.emplace(std::move(node));
    _state->scope->set_rect(box);
    if (clicked_beside && options.can_close && options.side != DialogSide::center)
        _state->close = true;

    Rect rest = box;
    if (_state->header > 0) {
        const Rect bar = rest.cut_top(_state->header);
        at(bar);
        Row row({.height = bar.h, .gap = 8, .width = bar.w - 8, .id = "##header"});
        space(20);
        heading(_state->title, {.level = 2, .type = Type::heading, .width = fill});
        if (options.close_button && options.can_close) {
            if (icon_button(icon::x, texts::widget::close, {.id = "##close"}))
                _state->close = true;
            // People come to write; but a finger does not want the keyboard over what it has not
            // read.
            state().order.back().late = !state().coarse;
        }
    }
    const float footer = d.footer_height;
    rest.h = std::max(1.0f, rest.h - footer);
    const float top = _state->header > 0 ? 4 : options.no_header ? 0 : 20;
    _state->body.emplace(
        "##body", rest, RegionOptions{.padding_x = options.padding, .padding_y = top}
    );
    if (round_mark) {
        const ToneColors tone = colors_of(options.tone);
        const ImVec2 from = cursor();
        draw::circle({from.x + 18, from.y + 18}, 18, color(tone.soft));
        draw::icon({from.x + 18, from.y + 18}, options.icon, 20, tone.text);
        ImGui::Indent(48);
        heading(_state->title, {.level = 2, .type = Type::heading});
        GImGui->CurrentWindow->DC.CursorPos.y -= 4;
    }
}

void Dialog::footer() {
    if (!_state || _state->in_footer)
        return;
    State& s = *_state;
    OpenDialog& d = dialogs[s.key];
    // The body's content ends 16 px above the footer.
    const float content = GImGui->CurrentWindow->DC.CursorMaxPos.y -
                          GImGui->CurrentWindow->DC.CursorStartPos.y +
                          GImGui->CurrentWindow->WindowPadding.y + 16;
    if (std::abs(content - d.content_height) > .5f)
        d.content_height = content, platform::wake(2);
    s.body.reset();
    s.in_footer = s.has_footer = true;
    if (d.footer_height != 52)
        d.footer_height = 52, platform::wake(2);
    s.bar.emplace(
        Rect{s.box.x, s.box.bottom() - 52, s.box.w, 52},
        BarOptions{.padding = 16, .line_on_top = true}
    );
}

void Dialog::close() {
    if (_state)
        _state->close = true;
}

float Dialog::width() const {
    return _state ? _state->box.w - 2 * _state->options.padding : 0;
}

Dialog::~Dialog() {
    if (!_state)
        return;
    State& s = *_state;
    OpenDialog& d = dialogs[s.key];
    if (!s.in_footer) {
        const float content =
            GImGui->CurrentWindow->DC.CursorMaxPos.y - GImGui->CurrentWindow->DC.CursorStartPos.y +
            GImGui->CurrentWindow->WindowPadding.y + (s.options.no_header ? 0 : s.options.padding);
        if (std::abs(content - d.content_height) > .5f || d.footer_height != 0)
            d.content_height = content, d.footer_height = 0, platform::wake(2);
        s.body.reset();
    }
    s.bar.reset();
    s.scope.reset();
    if (s.options.can_close && detail::take_escape(s.key))
        s.close = true;
    ImGui::PopID();
    detail::pop_trap();
    ImGuiWindow* const window = GImGui->CurrentWindow;
    ImGui::End();
    ImGuiWindow* const scrim = GImGui->CurrentWindow;
    ImGui::End();
    const bool drawer = s.options.side == DialogSide::right;
    const int duration = drawer ? detail::motion_popover_ms : detail::motion_modal_ms;
    const float by = detail::motion_slide;
    detail::appear(window, d.since, duration, drawer ? ImVec2{by, 0} : ImVec2{0, by});
    detail::appear_from(*scrim->DrawList, 0, d.since, duration, {0, 0});
    if (s.close && s.options.changed) {
        s.close = false;
        d.asking = true;
    }
    if (d.asking && confirm_leave(d.asking) == Answer::yes)
        s.close = true;
    if (s.close) {
        *s.open = false;
        dialogs.erase(s.key);
        platform::wake(3);
    }
    delete _state;
}

bool any_dialog_open() {
    return open_last_frame > 0;
}
bool any_layer_open() {
    return detail::top_trap() != 0;
}

Answer confirm(const char* id, bool& open, const ConfirmOptions& o) {
    Answer answer = Answer::none;
    const bool was_open = open;
    {
        Dialog dialog(
            id,
            open,
            {.title = o.title,
             .icon = o.icon     ? o.icon
                     : o.danger ? icon::trash
                                : icon::help_circle,
             .tone = o.danger ? Tone::bad : Tone::info,
             .can_close = !o.busy}
        );
        if (!dialog)
            return was_open && !open ? Answer::no : Answer::none;
        if (!o.text.empty())
            paragraph(o.text, {.color = Color::text_2});
        if (!o.note.empty())
            note(o.note, {.tone = Tone::warn});
        dialog.footer();
        spring();
        const Label cancel = o.cancel.empty() ? Label(texts::widget::cancel) : o.cancel;
        if (button(
                cancel,
                {.kind = ButtonKind::ghost,
                 .shortcut = t(texts::widget::escape_key),
                 .disabled = o.busy}
            ))
            answer = Answer::no;
        if (!o.other.empty() && button(o.other, {.disabled = o.busy}))
            answer = Answer::other;
        if (button(
                o.verb,
                {.kind = o.danger ? ButtonKind::danger : ButtonKind::primary, .busy = o.busy}
            ))
            answer = Answer::yes;
        if (answer != Answer::none)
            dialog.close();
    }
    if (answer == Answer::none && was_open && !open)
        answer = Answer::no;
    return answer;
}

Answer confirm_leave(bool& open) {
    return confirm(
        "leave",
        open,
        {.title = texts::widget::leave_title,
         .text = texts::widget::leave_text,
         .verb = texts::widget::leave_verb,
         .cancel = texts::widget::leave_stay,
         .danger = true}
    );
}

namespace detail {

void forget_popovers();
void reset_popovers();

void forget_windows() {
    const int frame = GImGui->FrameCount;
    for (auto it = dialogs.begin(); it != dialogs.end();)
        it = it->second.drawn < frame ? dialogs.erase(it) : std::next(it);
    open_last_frame = open_now;
    open_now = 0;
    forget_popovers();
}

void reset_windows() {
    dialogs.clear();
    open_now = open_last_frame = 0;
    reset_popovers();
}

} // namespace detail

} // namespace carnet::ui
