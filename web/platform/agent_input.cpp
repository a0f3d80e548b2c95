// The exchange of a text field between ImGui and the browser. The browser's text wins while it has
// the focus; what ImGui changes by itself (a click that moves the caret, a double click that
// selects a word) is sent to the browser.
#include "web/platform/agent_input.hpp"

#include <imgui_internal.h>

namespace carnet::platform {
namespace {

struct ActiveField {
    ImGuiID id = 0;
    AgentField shown;  // What the browser was last told about the field.
    AgentText sent;    // Text and selection as the browser has them.
    std::string bound; // The caller's string at the end of the last frame.
    int drawn_in_frame = 0;
};
ActiveField active;

struct Exchange {
    std::string* value;
    ImGuiID id;
};

bool same(const AgentText& a, const AgentText& b) {
    return a.selection_start == b.selection_start && a.selection_end == b.selection_end &&
           a.value == b.value;
}

bool same(const AgentField& a, const AgentField& b) {
    return a.id == b.id && a.kind == b.kind && a.x == b.x && a.y == b.y && a.w == b.w &&
           a.h == b.h && a.label == b.label && a.description == b.description &&
           a.input_mode == b.input_mode && a.enter_key_hint == b.enter_key_hint &&
           a.autocomplete == b.autocomplete && a.max_length == b.max_length &&
           a.required == b.required && a.invalid == b.invalid && a.read_only == b.read_only &&
           a.decimal_comma == b.decimal_comma && a.popup_keys == b.popup_keys;
}

void apply(ImGuiInputTextCallbackData& data, const AgentText& text) {
    if (std::string_view(data.Buf, static_cast<std::size_t>(data.BufTextLen)) != text.value) {
        data.DeleteChars(0, data.BufTextLen);
        data.InsertChars(0, text.value.c_str(), text.value.c_str() + text.value.size());
    }
    // The caret may be at the start of the selection: its end is where the caret is.
    data.SelectionStart = text.selection_start;
    data.SelectionEnd = data.CursorPos = text.selection_end;
}

int exchange(ImGuiInputTextCallbackData* data) {
    auto& field = *static_cast<Exchange*>(data->UserData);
    if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
        field.value->resize(static_cast<std::size_t>(data->BufTextLen));
        data->Buf = field.value->data();
        return 0;
    }
    const bool entered = active.id != field.id;
    AgentText incoming;
    if (!entered && agent_take(field.id, incoming)) {
        apply(*data, incoming);
        active.sent = std::move(incoming);
        return 0;
    }
    const bool selected = data->SelectionStart != data->SelectionEnd;
    AgentText now{
        std::string(data->Buf, static_cast<std::size_t>(data->BufTextLen)),
        selected
            ? (data->CursorPos == data->SelectionStart ? data->SelectionEnd : data->SelectionStart)
            : data->CursorPos,
        data->CursorPos};
    if (entered) {
        active = {};
        active.id = field.id;
        active.sent = std::move(now);
    } else if (!same(now, active.sent) && !agent_composing()) {
        active.sent = std::move(now);
        agent_sync(field.id, active.sent);
    }
    return 0;
}

AgentField describe(ImGuiID id, const AgentOptions& options) {
    const ImVec2 from = ImGui::GetItemRectMin();
    const ImVec2 to = ImGui::GetItemRectMax();
    return {
        .id = id,
        .kind = options.kind,
        .x = from.x,
        .y = from.y,
        .w = to.x - from.x,
        .h = to.y - from.y,
        .label = std::string(options.label),
        .description = std::string(options.description),
        .input_mode = std::string(options.input_mode),
        .enter_key_hint = std::string(options.enter_key_hint),
        .autocomplete = std::string(options.autocomplete),
        .max_length = options.max_length,
        .required = options.required,
        .invalid = options.invalid,
        .read_only = options.read_only,
        .decimal_comma = options.decimal_comma,
        .popup_keys = options.popup_keys};
}

ImGuiInputTextFlags flags_of(const AgentOptions& options) {
    ImGuiInputTextFlags flags = options.flags | ImGuiInputTextFlags_CallbackAlways |
                                ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_NoUndoRedo;
    if (options.kind == AgentKind::multi_line)
        flags |= ImGuiInputTextFlags_Multiline;
    if (options.kind == AgentKind::password)
        flags |= ImGuiInputTextFlags_Password;
    if (options.read_only)
        flags |= ImGuiInputTextFlags_ReadOnly;
    if (options.select_all)
        flags |= ImGuiInputTextFlags_AutoSelectAll;
    return flags;
}

// Before the widget of the field that is being edited.
void prepare(ImGuiID id, const std::string& value, const AgentOptions& options) {
    ImGuiInputTextState* state = ImGui::GetInputTextState(id);
    if (state == nullptr)
        return;
    if (value != active.bound)
        state->ReloadUserBufAndMoveToEnd();
    // ImGui's Escape puts the old text back, which would lose what was typed in a form.
    if (!options.revert_on_escape && ImGui::IsKeyPressed(ImGuiKey_Escape)) {
        state->TextToRevertTo.resize(static_cast<int>(value.size()) + 1);
        std::copy(value.c_str(), value.c_str() + value.size() + 1, state->TextToRevertTo.Data);
    }
    if (options.popup_keys) {
        ImGui::SetKeyOwner(ImGuiKey_UpArrow, id);
        ImGui::SetKeyOwner(ImGuiKey_DownArrow, id);
        GImGui->ActiveIdUsingNavDirMask |= (1 << ImGuiDir_Up) | (1 << ImGuiDir_Down);
    }
}

} // namespace

bool agent_input_text(
    const char* id_text, std::string& value, const AgentOptions& options, ImVec2 size
) {
    const ImGuiID id = ImGui::GetID(id_text);
    if (active.id == id && ImGui::GetActiveID() == id)
        prepare(id, value, options);
    Exchange field{&value, id};
    const std::string placeholder(options.placeholder);
    bool changed = ImGui::InputTextEx(
        id_text,
        placeholder.empty() ? nullptr : placeholder.c_str(),
        value.data(),
        static_cast<int>(value.capacity()) + 1,
        size,
        flags_of(options),
        exchange,
        &field
    );
    if (ImGui::GetActiveID() == id && active.id == id) {
        active.drawn_in_frame = ImGui::GetFrameCount();
        active.bound = value;
        AgentField now = describe(id, options);
        if (!same(now, active.shown)) {
            agent_show(now, active.sent);
            active.shown = std::move(now);
        }
        return changed;
    }
    // A text the browser committed when the field lost the focus (a composition, a click
    // elsewhere).
    AgentText late;
    if (agent_take(id, late) && !options.read_only && late.value != value) {
        value = std::move(late.value);
        changed = true;
    }
    return changed;
}

ImGuiID agent_active_id() {
    return active.id;
}

void agent_leave() {
    if (active.id != 0 && ImGui::GetActiveID() == active.id)
        ImGui::ClearActiveID();
}

void agent_end_frame() {
    if (active.id == 0 || active.drawn_in_frame == ImGui::GetFrameCount())
        return;
    active = {};
    agent_hide();
}

} // namespace carnet::platform
