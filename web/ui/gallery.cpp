// Sheet 1: controls in all their states.
#include "web/ui/gallery.hpp"

#include "web/ui/internal.hpp"
#include "web/ui/ui.hpp"

namespace carnet::ui {
namespace {

using detail::Forced;

class Force {
  public:
    explicit Force(Forced forced) { detail::state().forced = forced; }
    ~Force() { detail::state().forced = Forced::none; }
};

void section_title(Label title, Label hint = {}) {
    Row row({.height = 24});
    heading(title);
    if (!hint.empty())
        caption(hint);
}

void label_cell(Label words, float width) {
    text(words, {.color = Color::text_3, .type = Type::small, .width = width});
}

void sheet_title(Label title, Label hint) {
    at(32, 24);
    Row row({.height = 32, .gap = 12, .width = 1376});
    draw::logo(place(24, 24));
    heading(title, {.level = 1, .type = Type::title});
    spring();
    caption(hint);
}

void button_cell(
    float x, float y, const ButtonOptions& o, Label label, Forced forced = Forced::none
) {
    at(x, y);
    Force force(forced);
    button(label, o);
}

void buttons_ui() {
    section_title("Boutons");
    const ImVec2 o = cursor();
    const char* heads[] = {"Défaut", "Survol", "Enfoncé", "Focus", "Désactivé", "En cours"};
    for (int i = 0; i < 6; ++i) {
        at(o.x + 80 + 84 * static_cast<float>(i), o.y + 2);
        caption(heads[i]);
    }
    struct Line {
        const char* name;
        ButtonKind kind;
    };
    const Line lines[] = {
        {"Principal", ButtonKind::primary},
        {"Secondaire", ButtonKind::secondary},
        {"Discret", ButtonKind::ghost},
        {"Danger", ButtonKind::danger},
        {"Portail", ButtonKind::portal}};
    float y = o.y + 20;
    for (const Line& line : lines) {
        Id id(static_cast<std::int64_t>(line.kind));
        at(o.x, y + 10);
        caption(line.name);
        const float x = o.x + 80;
        button_cell(x, y + 4, {.kind = line.kind, .id = "a"}, "Valider");
        button_cell(x + 84, y + 4, {.kind = line.kind, .id = "b"}, "Valider", Forced::hover);
        button_cell(x + 168, y + 4, {.kind = line.kind, .id = "c"}, "Valider", Forced::press);
        button_cell(x + 252, y + 4, {.kind = line.kind, .id = "d"}, "Valider", Forced::focus);
        button_cell(x + 336, y + 4, {.kind = line.kind, .disabled = true, .id = "e"}, "Valider");
        button_cell(x + 420, y + 4, {.kind = line.kind, .busy = true, .id = "f"}, "Envoi");
        y += 36;
    }
    at(o.x, y + 12);
    Row row({.height = 40});
    label_cell("Tailles", 72);
    button("24", {.size = Size::xs});
    button("28");
    button("32", {.size = Size::md});
    button("40", {.size = Size::lg});
    icon_button(icon::dots, "Autres actions", {.kind = ButtonKind::secondary});
    icon_button(icon::plus, "Ajouter");
    button("Nouveau", {.kind = ButtonKind::primary, .icon = icon::plus, .shortcut = "N"});
    split_button("Envoyer", "Autres envois");
}

void tabs_ui() {
    section_title("Onglets, filtres, tags, avatars, progression");
    static int tab = 0, view = 0;
    const TabItem items[] = {
        {"Activité"},
        {"Contacts", "4"},
        {"Projets", "3"},
        {"Documents", "38"},
        {"Chantiers", "", true}};
    tabs("Fiche", tab, items, {.padding = 0, .width = 600});
    space(8);
    {
        Row row({.height = 28});
        chip("État", {.value = "Actif, Prospect", .active = true, .removable = true});
        chip("Projets", {.value = "Tous"});
        chip_add("Filtre");
    }
    space(4);
    {
        Row row({.height = 20});
        tag("VIP", {.dot = Color::share});
        tag("Multisite", {.dot = Color::info});
        tag("Maintenance", {.dot = Color::ok});
        tag("À relancer", {.dot = Color::warn});
        tag("Litige", {.dot = Color::bad});
        tag("+2", {.no_dot = true});
    }
    space(4);
    {
        Row row({.height = 40});
        avatar("Léa Martin", 1, {.size = 20});
        avatar("Sophie Lefèvre", 2);
        avatar("Thomas Girard", 3, {.size = 28, .online = true});
        avatar("Inès Moreau", 4, {.size = 32});
        avatar("Hugo Petit", 5, {.size = 40, .online = true});
        avatar("Ateliers Fontaine", 6, {.square = true});
        avatar("Mairie Valbrune", 7, {.size = 32, .square = true});
        const Person people[] = {
            {3, "Thomas Girard"},
            {5, "Hugo Petit"},
            {8, "Maëlle Goff"},
            {9, "A"},
            {10, "B"},
            {11, "C"}};
        avatar_group("Équipe", people);
    }
    space(4);
    {
        Row row({.height = 4, .gap = 12});
        progress(.2f, {.width = 72});
        progress(.64f, {.width = 72});
        progress(1, {.width = 72, .color = Color::ok});
        progress(.91f, {.width = 72, .color = Color::warn});
        progress(.4f, {.width = 72, .color = Color::bad});
    }
    space(8);
    Row row({.height = 28, .gap = 12});
    const SegmentItem views[] = {
        {"Liste", icon::list}, {"Semaine", icon::calendar_week}, {"Timeline", icon::calendar_time}};
    segmented("Vue", view, views);
    key_caps("Ctrl+K");
}

struct State {
    Tone tone;
    const char* icon;
    const char* label;
    bool outlined = false;
};

void badge_line(Label name, std::span<const State> states) {
    Row row({.height = 24, .gap = 6});
    label_cell(name, 84);
    for (const State& s : states)
        badge(s.label, {.tone = s.tone, .icon = s.icon, .outlined = s.outlined});
}

void badges_ui() {
    section_title("États et badges", "toujours une forme ou une icône avec la couleur");
    Column tight(0);
    {
        Row row({.height = 24, .gap = 6});
        label_cell("Client", 84);
        for (const ClientState s :
             {ClientState::active,
              ClientState::prospect,
              ClientState::inactive,
              ClientState::suspended})
            client_state(s);
    }
    badge_line(
        "Visite",
        std::to_array<State>(
            {{Tone::ok, icon::check, "Effectuée"},
             {Tone::info, icon::calendar_event, "Planifiée"},
             {Tone::bad, icon::alert_triangle, "Non planifiée"}}
        )
    );
    badge_line(
        "Intervention",
        std::to_array<State>(
            {{Tone::mute, icon::calendar_question, "À planifier"},
             {Tone::info, icon::calendar_event, "À venir"},
             {Tone::info, icon::player_play, "Aujourd’hui"},
             {Tone::bad, icon::alert_triangle, "En retard"},
             {Tone::ok, icon::check, "Terminée"}}
        )
    );
    badge_line(
        "Opportunité",
        std::to_array<State>(
            {{Tone::info, icon::progress, "En cours"},
             {Tone::warn, icon::hourglass, "En attente"},
             {Tone::ok, icon::trophy, "Gagnée"},
             {Tone::bad, icon::x, "Perdue"},
             {Tone::mute, icon::ban, "Annulée"}}
        )
    );
    badge_line(
        "Livrable",
        std::to_array<State>(
            {{Tone::warn, icon::clock, "À valider"},
             {Tone::ok, icon::rosette_discount_check, "Approuvé"},
             {Tone::bad, icon::message_2, "Corrections"}}
        )
    );
    badge_line(
        "Facture",
        std::to_array<State>(
            {{Tone::mute, icon::pencil, "Brouillon"},
             {Tone::info, icon::send, "Envoyée"},
             {Tone::ok, icon::check, "Payée"},
             {Tone::bad, icon::alert_triangle, "Échue"},
             {Tone::mute, icon::receipt_refund, "Avoir", true}}
        )
    );
    badge_line(
        "Droit",
        std::to_array<State>(
            {{Tone::mute, icon::minus, "Aucun"},
             {Tone::info, icon::eye, "Lecture"},
             {Tone::ok, icon::pencil, "Total"},
             {Tone::share, icon::world, "Partagé"},
             {Tone::mute, icon::lock, "Interne", true}}
        )
    );
}

void fields_ui() {
    section_title("Champs");
    static std::string empty, typed = "Fontaine Ébén", filled = "Fontaine Ébénisterie",
                              siret = "904 173 283 00021", siren = "904 173 283", off,
                              fixed = "CL-00412", phone = "06 39 98 41 07";
    static std::optional<std::int64_t> cents = 8420000;
    Width limit(440);
    const ColumnsOptions gap{.gap = 16};
    {
        Columns c({1, 1}, gap);
        text_field("Défaut, vide", empty, {.placeholder = "Raison sociale"});
        c.next();
        Force force(Forced::hover);
        text_field("Survol", empty, {.placeholder = "Raison sociale"});
    }
    space(4);
    {
        Columns c({1, 1}, gap);
        {
            Force force(Forced::focus);
            text_field("Focus", typed, {});
        }
        c.next();
        text_field("Rempli", filled, {.clear_button = true});
    }
    space(4);
    {
        Columns c({1, 1}, gap);
        text_field(
            "SIRET", siret, {.field = {.error = "Clé invalide, dernier chiffre", .required = true}}
        );
        c.next();
        text_field("SIREN", siren, {.field = {.ok = "Vérifié, Fontaine Ébénisterie SAS"}});
    }
    space(4);
    {
        Columns c({1, 1}, gap);
        text_field(
            "Désactivé", off, {.field = {.disabled = true}, .placeholder = "Non modifiable ici"}
        );
        c.next();
        text_field("Lecture seule", fixed, {.field = {.read_only = true}});
    }
    space(4);
    Columns c({1, 1}, gap);
    money_field("Montant", cents, {.unit = "€ HT"});
    c.next();
    text_field("Téléphone", phone, {.prefix = "+33"});
}

void checks_ui() {
    section_title("Cases, choix, bascules");
    const ImVec2 o = cursor();
    const char* heads[] = {"Non", "Oui", "Partiel", "Focus", "Inactif"};
    for (int i = 0; i < 5; ++i) {
        at(o.x + 72 + 56 * static_cast<float>(i), o.y + 2);
        caption(heads[i]);
    }
    const char* names[] = {"Case", "Choix", "Bascule"};
    for (int line = 0; line < 3; ++line) {
        const float y = o.y + 26 + 28 * static_cast<float>(line);
        at(o.x, y);
        caption(names[line]);
        for (int i = 0; i < 5; ++i) {
            if (line > 0 && i == 2)
                continue;
            Id id(static_cast<std::int64_t>(line * 10 + i));
            at(o.x + 72 + 56 * static_cast<float>(i), y);
            Force force(i == 3 ? Forced::focus : Forced::none);
            bool on = i == 1 || i == 3;
            int index = on ? 0 : -1;
            const RadioItem one[] = {{""}};
            if (line == 0)
                checkbox("Case", on, {.partial = i == 2, .disabled = i == 4, .hide_label = true});
            else if (line == 1)
                radio_group("Choix", index, one, {.disabled = i == 4});
            else
                toggle("Bascule", on, {.disabled = i == 4, .hide_label = true});
        }
    }
    at(o.x, o.y + 104);
}

void menus_ui() {
    section_title("Infobulle et menu");
    const ImVec2 o = cursor();
    draw::tooltip({o.x + 78, o.y + 36}, "Consigner un appel", "C");
    static bool opened = false;
    Id id("menus");
    detail::state().last_box = {o.x + 180, o.y - 4, 200, 0};
    if (!opened || !popover_is_open("menu"))
        open_menu("menu"), opened = true;
    if (Menu menu{"menu", {.width = 208, .name = "Actions"}}) {
        {
            Force force(Forced::hover);
            menu.item("Modifier", {.icon = icon::pencil, .shortcut = "E"});
        }
        menu.item("Fusionner…", {.icon = icon::arrow_merge});
        menu.item("Archiver", {.icon = icon::archive});
        menu.separator();
        menu.item("Mettre à la corbeille", {.icon = icon::trash, .destructive = true});
    }
}

void pickers_ui() {
    section_title("Liste déroulante");
    static std::int64_t sector = 2;
    static Date date = make_date(2026, 11, 26), month = date;
    static const SelectItem items[] = {
        {1, "Agroalimentaire"},
        {2, "Ameublement"},
        {3, "Hôtellerie"},
        {4, "Santé"},
        {5, "Transport"}};
    Id id("pickers");
    Width limit(212);
    const ImVec2 o = cursor();
    {
        Id inner("Secteur");
        detail::state().last_box = {o.x, o.y, 212, 32};
        if (!popover_is_open("##options"))
            open_popover("##options");
    }
    select(
        "Secteur",
        sector,
        items,
        {.field = {.hide_label = true, .width = 212}, .filter = true, .add = "Ajouter un secteur"}
    );
    at(o.x, o.y + 299);
    section_title("Date");
    {
        Force force(Forced::focus);
        date_field("Date", date, {.field = {.hide_label = true, .width = 212}});
    }
    const Rect card{o.x, cursor().y - 4, 256, 292};
    draw::surface(card, Elevation::popover, metric::radius_card);
    at(card.x + 16, card.y + 12);
    Width wide(226);
    calendar("month", date, month, {.today = make_date(2026, 11, 19)});
}

} // namespace

void gallery_controls_ui() {
    draw::fill({0, 0, 1440, 900}, Color::surface);
    sheet_title("Composants, 1 sur 2 : contrôles", "Thème clair, grille de 4 px, Inter 13");
    at(32, 72);
    {
        Width limit(600);
        ImGui::BeginGroup();
        buttons_ui();
        space(12);
        tabs_ui();
        space(12);
        badges_ui();
        ImGui::EndGroup();
    }
    at(672, 72);
    {
        ImGui::BeginGroup();
        fields_ui();
        space(12);
        checks_ui();
        space(12);
        menus_ui();
        ImGui::EndGroup();
    }
    at(1152, 72);
    ImGui::BeginGroup();
    pickers_ui();
    ImGui::EndGroup();
}

} // namespace carnet::ui
