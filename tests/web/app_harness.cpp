// Running the application natively: ImGui without a renderer, the browser's side played by
// web/platform/native.
#include "tests/web/app_harness.hpp"

#include "shared/book/codec.hpp"
#include "web/ui/ui.hpp"

#include <imgui.h>

namespace carnet::test {

namespace {

using platform::native::SentRequest;

bool same_path(const std::string& sent, std::string_view wanted) {
    return sent == wanted || (sent.starts_with(wanted) && sent[wanted.size()] == '?');
}

// What a renderer would do with the font's texture.
void accept_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantCreate ||
            texture->Status == ImTextureStatus_WantUpdates) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
    }
}

std::string small_book() {
    Book book;
    for (const auto& [id, name] :
         {std::pair{42, "Ateliers Fontaine"}, std::pair{43, "Brasserie L’Écluse"}}) {
        BookRow row;
        row.id = id;
        row.name = name;
        row.reference = "CL-000" + std::to_string(id);
        row.state = ClientState::active;
        row.owner_id = 1;
        row.phone = "+33261914012";
        book.put(row);
    }
    std::string bytes;
    const Slot slots[] = {0, 1};
    encode_book(book, slots, 100, bytes);
    return bytes;
}

} // namespace

AppHarness::AppHarness(const HarnessOptions& options) {
    platform::native::reset();
    world().path = options.path;
    world().history = {options.path};
    world().storage["language"] = language_tag(options.language);
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {options.width, options.height};
    io.DeltaTime = 1.0f / 60;
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    ui::init();
    ui::load_fonts({});
    _app = std::make_unique<app::Application>(_transport);
    _app->start();
    frames(2);
    if (options.signed_in)
        answer_start(options);
}

AppHarness::~AppHarness() {
    _app.reset();
    ui::shutdown();
    ImGui::DestroyContext();
    platform::native::reset();
}

void AppHarness::answer_start(const HarnessOptions& options) {
    answer("GET", "/api/session", me_json(options.role, options.language));
    frames(2);
    answer("GET", "/api/words", words_json());
    answer(
        "GET",
        "/api/clients",
        Json{{"rows", Json::array()}, {"totals", Json::object()}, {"position", 100}}
    );
    frames(2);
    for (auto& request : world().requests) {
        if (!request.done || !same_path(request.request.path, "/api/book"))
            continue;
        const auto piece = request.piece;
        const auto done = std::exchange(request.done, {});
        if (piece)
            piece(small_book());
        done({.status = 200});
        break;
    }
    frames();
}

void AppHarness::frames(int count) {
    for (int i = 0; i < count; ++i) {
        world().now_ms += 16;
        ImGui::NewFrame();
        _app->frame();
        ImGui::Render();
        accept_textures();
    }
}

bool AppHarness::answer(
    std::string_view method, std::string_view path, const Json& body, int status
) {
    platform::HttpResponse response;
    response.status = status;
    if (!body.is_null())
        response.body = dump(body);
    const bool found = platform::native::answer(method, path, std::move(response));
    frames();
    return found;
}

bool AppHarness::asked(std::string_view method, std::string_view path) const {
    for (const auto& sent : platform::native::world().requests)
        if (sent.done && sent.request.method == method && same_path(sent.request.path, path))
            return true;
    return false;
}

Json AppHarness::sent(std::string_view method, std::string_view path) const {
    const auto& requests = platform::native::world().requests;
    for (auto sent = requests.rbegin(); sent != requests.rend(); ++sent) {
        if (sent->request.method != method || !same_path(sent->request.path, path))
            continue;
        auto json = parse_json(sent->request.body, Language::fr);
        return json ? std::move(json).value() : Json();
    }
    return {};
}

const platform::MirrorNode* AppHarness::find(std::string_view role, std::string_view name) const {
    return ui::a11y::find(role, name);
}

bool AppHarness::shows(std::string_view words) const {
    for (const auto& node : ui::a11y::last_nodes())
        if (node.name.find(words) != std::string::npos ||
            node.value.find(words) != std::string::npos ||
            node.description.find(words) != std::string::npos)
            return true;
    return false;
}

bool AppHarness::press(std::string_view role, std::string_view name) {
    const auto* node = find(role, name);
    if (!node)
        return false;
    world().activations.push_back(node->id);
    frames(4);
    return true;
}

bool AppHarness::type(std::string_view name, std::string_view text) {
    const auto* node = find("textbox", name);
    if (!node)
        node = find("searchbox", name);
    if (!node)
        node = find("combobox", name);
    if (!node)
        return false;
    world().focuses.push_back(node->id);
    frames(3);
    if (!world().agent_id)
        return false;
    platform::native::type(world().agent_id, text);
    frames(3);
    return true;
}

Json me_json(Role role, Language language) {
    Json grants = Json::object();
    const Grants given = default_grants(role);
    constexpr const char* words[] = {"none", "own", "all"};
    for (const auto& spec : permission_specs())
        grants[std::string(spec.name)] =
            words[static_cast<int>(given[static_cast<std::size_t>(spec.permission)])];
    return {
        {"user",
         {{"id", 1},
          {"name", "Léa Martin"},
          {"email", "lea@exemple.fr"},
          {"role", role_name(role)},
          {"language", language_tag(language)}}},
        {"workspace",
         {{"name", "Mistral Réseaux"},
          {"language", "fr"},
          {"shared_clients", false},
          {"portal_admins_only", false}}},
        {"grants", grants},
        {"position", 100},
        {"build", "one"},
        {"now", "2026-11-18T10:00:00.000Z"}};
}

Json words_json() {
    return {
        {"tags", {{{"id", 1}, {"name", "VIP"}, {"color", "violet"}}}},
        {"options",
         {{{"id", 1}, {"list", "sector"}, {"name", "Ameublement"}, {"position", 1}},
          {{"id", 2}, {"list", "function"}, {"name", "Direction"}, {"position", 1}}}},
        {"users",
         {{{"id", 1}, {"name", "Léa Martin"}, {"is_active", true}},
          {{"id", 2}, {"name", "Inès Moreau"}, {"is_active", true}}}},
        {"views", Json::array()},
        {"position", 100}};
}

Json sheet_json(std::int64_t id) {
    return {
        {"client",
         {{"id", id},
          {"kind", "company"},
          {"state", "prospect"},
          {"legal_name", "Fontaine Ébénisterie SAS"},
          {"trade_name", "Ateliers Fontaine"},
          {"number", 412},
          {"reference", "PR-00412"},
          {"owner_id", 1},
          {"phone", "+33261914012"},
          {"memo", "Sonner à l’entrée livraison"},
          {"created_at", "2026-11-01T09:00:00.000Z"},
          {"created_by", 1},
          {"version", 100}}},
        {"contacts",
         {{{"id", 7},
           {"client_id", id},
           {"contact_id", 70},
           {"job_title", "Gérante"},
           {"roles", {"decision_maker"}},
           {"is_main", true},
           {"is_active", true},
           {"contact",
            {{"id", 70},
             {"first_name", "Claire"},
             {"last_name", "Fontaine"},
             {"email", "claire@fontaine.example"}}}}}},
        {"addresses",
         {{{"id", 5},
           {"client_id", id},
           {"label", "Atelier"},
           {"line1", "18 rue des Charpentiers"},
           {"postal_code", "44000"},
           {"city", "Nantes"},
           {"is_main", true}}}},
        {"projects",
         {{{"id", 9},
           {"client_id", id},
           {"name", "Refonte réseau"},
           {"state", "running"},
           {"progress", 40},
           {"budget_cents", 8420000}}}},
        {"counts", {{"contacts", 1}, {"addresses", 1}, {"projects", 1}, {"activities", 0}}},
        {"position", 100}};
}

} // namespace carnet::test
