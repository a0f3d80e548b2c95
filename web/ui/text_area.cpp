// Wrapped lines, the caret and the selection of a text area.
#include "web/ui/text_area.hpp"

#include "shared/core/text.hpp"
#include "web/ui/internal.hpp"

#include <cmath>
#include <vector>

namespace carnet::ui::detail {
namespace {

struct Line {
    std::size_t first, last; // Bytes; the break itself is not part of it.
};

struct Face {
    ImFont* font;
    float size, line;
};
Face body() {
    const TypeSpec spec = spec_of(Type::body);
    return {state().fonts[0], spec.size, spec.line};
}

std::vector<Line> wrap(std::string_view text, float width) {
    const Face f = body();
    std::vector<Line> lines;
    std::size_t at = 0;
    for (;;) {
        const std::size_t newline = text.find('\n', at);
        const std::size_t stop = newline == std::string_view::npos ? text.size() : newline;
        for (;;) {
            const char* to =
                f.font->CalcWordWrapPosition(f.size, text.data() + at, text.data() + stop, width);
            auto end = static_cast<std::size_t>(to - text.data());
            if (end <= at && at < stop)
                carnet::text::next(text, end = at);
            lines.push_back({at, end});
            if (end >= stop)
                break;
            at = end;
            while (at < stop && text[at] == ' ')
                ++at;
            lines.back().last = at; // The spaces at which a line breaks belong to it.
        }
        if (newline == std::string_view::npos)
            return lines;
        at = newline + 1;
    }
}

float width_of(std::string_view words) {
    return text_width(words);
}

std::size_t line_of(const std::vector<Line>& lines, std::size_t byte) {
    for (std::size_t i = lines.size(); i-- > 0;)
        if (byte >= lines[i].first)
            return i;
    return 0;
}

std::size_t byte_at(std::string_view text, const std::vector<Line>& lines, ImVec2 from_top_left) {
    const Face f = body();
    const auto row = static_cast<std::ptrdiff_t>(std::floor(from_top_left.y / f.line));
    const auto n = static_cast<std::ptrdiff_t>(lines.size());
    const Line& line = lines[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(row, 0, n - 1))];
    std::size_t at = line.first;
    float before = 0;
    while (at < line.last) {
        std::size_t next = at;
        carnet::text::next(text, next);
        const float here = width_of(text.substr(line.first, next - line.first));
        if ((before + here) / 2 > from_top_left.x)
            return at;
        before = here;
        at = next;
    }
    return line.last;
}

void draw_lines(
    std::string_view text,
    const std::vector<Line>& lines,
    Rect box,
    float scroll,
    std::size_t from,
    std::size_t to
) {
    const Face f = body();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Rect row{box.x, box.y - scroll + static_cast<float>(i) * f.line, box.w, f.line};
        if (row.bottom() < box.y || row.y > box.bottom())
            continue;
        const std::string_view words = text.substr(lines[i].first, lines[i].last - lines[i].first);
        const std::size_t a = std::clamp(from, lines[i].first, lines[i].last),
                          b = std::clamp(to, lines[i].first, lines[i].last);
        if (a < b || (from < to && from <= lines[i].first && to > lines[i].last)) {
            const float x0 = width_of(text.substr(lines[i].first, a - lines[i].first));
            const float x1 = width_of(text.substr(lines[i].first, b - lines[i].first));
            draw::fill({row.x + x0, row.y, std::max(4.0f, x1 - x0), row.h}, Color::accent_soft_2);
        }
        draw::text({row.x, row.y, row.w + 8, row.h}, words, Color::text);
    }
}

// The line under what a dead key or an input method has not committed yet.
void underline_composition(
    std::string_view text, const std::vector<Line>& lines, Rect box, float scroll
) {
    const platform::ByteRange range = platform::agent_composition();
    const auto from = static_cast<std::size_t>(range.from), to = static_cast<std::size_t>(range.to);
    if (to <= from || to > text.size())
        return;
    const Face f = body();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t a = std::clamp(from, lines[i].first, lines[i].last),
                          b = std::clamp(to, lines[i].first, lines[i].last);
        if (a >= b)
            continue;
        const float x0 = width_of(text.substr(lines[i].first, a - lines[i].first)),
                    x1 = width_of(text.substr(lines[i].first, b - lines[i].first));
        const float y = box.y - scroll + static_cast<float>(i + 1) * f.line - 2;
        draw::fill({box.x + x0, y, x1 - x0, 1}, Color::text);
    }
}

// ImGui places the caret by lines that do not wrap; a click in ours corrects it, in the next frame.
struct Pick {
    ImGuiID id = 0;
    int start = 0, end = 0;
};
Pick pick;

void pick_by_mouse(
    ImGuiID id,
    ImGuiInputTextState& input,
    std::string_view text,
    const std::vector<Line>& lines,
    Rect box,
    float scroll
) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!io.MouseDown[0] || io.MouseClickedCount[0] >= 2) {
        pick.id = 0;
        return;
    }
    if (!io.MouseClicked[0] && pick.id != id)
        return;
    const auto byte = static_cast<int>(
        byte_at(text, lines, {io.MousePos.x - box.x, io.MousePos.y - box.y + scroll})
    );
    if (io.MouseClicked[0])
        pick.start = io.KeyShift ? input.GetSelectionStart() : byte;
    pick.id = id;
    pick.end = byte;
    input.WantReloadUserBuf = true;
    input.ReloadSelectionStart = pick.start;
    input.ReloadSelectionEnd = pick.end;
    platform::wake(2);
}

} // namespace

bool edit_area(
    const std::string& id_text,
    ImGuiID id,
    std::string& value,
    const platform::AgentOptions& agent,
    Rect box,
    std::string_view placeholder
) {
    ImFont* font = state().line_font ? state().line_font : state().fonts[0];
    ImGui::PushFont(font, std::round(spec_of(Type::body).size * 20 / 13));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(0, 0));
    for (const ImGuiCol which :
         {ImGuiCol_Text, ImGuiCol_TextSelectedBg, ImGuiCol_InputTextCursor, ImGuiCol_ScrollbarGrab})
        ImGui::PushStyleColor(which, 0u);
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
    ui::at(box);
    const bool changed = platform::agent_input_text(id_text.c_str(), value, agent, {box.w, box.h});
    ImGui::PopItemFlag();
    ImGui::PopStyleColor(4);
    ImGui::PopStyleVar();
    ImGui::PopFont();

    const Face f = body();
    const bool active = GImGui->ActiveId == id;
    ImGuiInputTextState* input = active ? ImGui::GetInputTextState(id) : nullptr;
    if (value.empty() && !placeholder.empty())
        draw::text_wrapped(box, placeholder, Color::text_3);
    const std::vector<Line> lines = wrap(value, box.w);
    const float full = static_cast<float>(lines.size()) * f.line;
    ImGuiStorage* storage = &GImGui->CurrentWindow->StateStorage;
    float* scroll = storage->GetFloatRef(id, 0);
    const float most = std::max(0.0f, full - box.h);
    if (box.contains(ImGui::GetIO().MousePos))
        *scroll -= ImGui::GetIO().MouseWheel * 3 * f.line;
    std::size_t from = 0, to = 0, caret = 0;
    if (input) {
        pick_by_mouse(id, *input, value, lines, box, *scroll);
        const auto clamp = [&](int byte) {
            return std::min(value.size(), static_cast<std::size_t>(std::max(0, byte)));
        };
        const bool picking = pick.id == id;
        const int start = picking ? pick.start : input->GetSelectionStart(),
                  end = picking ? pick.end : input->GetSelectionEnd();
        from = clamp(std::min(start, end));
        to = clamp(std::max(start, end));
        caret = clamp(picking ? pick.end : input->GetCursorPos());
        const float y = static_cast<float>(line_of(lines, caret)) * f.line;
        if (changed || !ImGui::IsMouseDown(0))
            *scroll = std::clamp(*scroll, y + f.line - box.h, y);
    }
    *scroll = std::clamp(*scroll, 0.0f, most);
    ImGui::PushClipRect(box.grow(2).min(), box.grow(2).max(), true);
    draw_lines(value, lines, box, *scroll, from, to);
    if (input)
        underline_composition(value, lines, box, *scroll);
    if (input) {
        const Line& line = lines[line_of(lines, caret)];
        const float x = width_of(std::string_view(value).substr(line.first, caret - line.first));
        const float y = static_cast<float>(line_of(lines, caret)) * f.line - *scroll;
        draw::fill({box.x + x, box.y + y + 2, 1, f.line - 4}, Color::accent);
    }
    ImGui::PopClipRect();
    return changed;
}

} // namespace carnet::ui::detail
