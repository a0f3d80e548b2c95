// Sheet 1, its left half: buttons, tabs and small marks, badges in all their states.
#include "web/ui/gallery_parts.hpp"

namespace carnet::ui {
namespace {

using gallery::Force;
using gallery::Forced;
using gallery::label_cell;
using gallery::section_title;

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

} // namespace

void gallery::marks_ui() {
    buttons_ui();
    space(12);
    tabs_ui();
    space(12);
    badges_ui();
}

} // namespace carnet::ui
