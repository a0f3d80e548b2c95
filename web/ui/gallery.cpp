// Sheet 1: controls in all their states; its left half is in gallery_marks.cpp.
#include "web/ui/gallery.hpp"

#include "web/ui/gallery_parts.hpp"

namespace carnet::ui {

void gallery::section_title(Label title, Label hint) {
    Row row({.height = 24});
    heading(title);
    if (!hint.empty())
        caption(hint);
}

void gallery::label_cell(Label words, float width) {
    text(words, {.color = Color::text_3, .type = Type::small, .width = width});
}

namespace {

using gallery::Force;
using gallery::Forced;
using gallery::section_title;

void sheet_title(Label title, Label hint) {
    at(32, 24);
    Row row({.height = 32, .gap = 12, .width = 1376});
    draw::logo(place(24, 24));
    heading(title, {.level = 1, .type = Type::title});
    spring();
    caption(hint);
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
        gallery::marks_ui();
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
