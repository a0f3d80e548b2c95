// Widgets as a person uses them: pointer, keys, assistive technology.
#include "tests/support/ui_harness.hpp"
#include "web/ui/gallery.hpp"

#include <doctest/doctest.h>

using namespace carnet;
using test::UiHarness;

TEST_CASE("a button answers to the pointer, to Enter, to Space and to the mirror") {
    int presses = 0;
    UiHarness h([&] {
        if (ui::button("Enregistrer"))
            ++presses;
    });
    CHECK(h.click("button", "Enregistrer"));
    CHECK(presses == 1);
    h.key(ImGuiKey_Enter);
    CHECK(presses == 2);
    h.key(ImGuiKey_Space);
    CHECK(presses == 3);
    CHECK(h.activate("button", "Enregistrer"));
    CHECK(presses == 4);
}

TEST_CASE("a click counts even when the pointer arrives in the same frame, also on what has "
          "buttons over it") {
    int rows = 0, buttons = 0;
    UiHarness h([&] {
        if (ui::pressable("row", "Ligne", {0, 0, 400, 40}).clicked)
            ++rows;
        ui::at(300, 6);
        if (ui::button("Appeler"))
            ++buttons;
    });
    const auto quick_click = [&](float x, float y) {
        ImGuiIO& io = ImGui::GetIO();
        io.AddMousePosEvent(x, y);
        io.AddMouseButtonEvent(0, true);
        h.frames(1);
        io.AddMouseButtonEvent(0, false);
        h.frames();
        io.AddMousePosEvent(800, 800);
        h.frames(2);
    };
    quick_click(50, 20);
    CHECK(rows == 1);
    quick_click(320, 20);
    CHECK(buttons == 1);
    CHECK(rows == 1);
}

TEST_CASE("in a row, what fills takes the room and springs get none of it") {
    UiHarness h([] {
        ui::Row row({.width = 300});
        ui::text("Nom", {.width = ui::fill});
        ui::spring();
        ui::button("Ouvrir", {.width = 80});
    });
    CHECK(h.find("text", "Nom")->w == doctest::Approx(212));
    CHECK(h.find("button", "Ouvrir")->x == doctest::Approx(220));
}

TEST_CASE("a column in a row stands beside its neighbours and keeps their room free") {
    UiHarness h([] {
        ui::Row row({.height = 48, .width = 300});
        ui::text("A", {.width = 32});
        {
            const ui::Column column(0);
            ui::text("Claire Fontaine", {.width = ui::fill});
            ui::text("Gérante", {.type = ui::Type::small, .width = ui::fill});
        }
        ui::button("Voir", {.width = 60});
    });
    CHECK(h.find("text", "Claire Fontaine")->x == doctest::Approx(40));
    CHECK(h.find("text", "Gérante")->y > h.find("text", "Claire Fontaine")->y);
    CHECK(h.find("button", "Voir")->x == doctest::Approx(240));
}

TEST_CASE("a busy or disabled button ignores clicks") {
    int presses = 0;
    UiHarness h([&] {
        if (ui::button("Envoi", {.busy = true}))
            ++presses;
        if (ui::button("Valider", {.disabled = true}))
            ++presses;
    });
    h.click("button", "Envoi");
    h.click("button", "Valider");
    h.activate("button", "Valider");
    CHECK(presses == 0);
    CHECK((h.flags("button", "Valider") & platform::mirror_disabled) != 0);
}

TEST_CASE(
    "Tab visits widgets in drawing order, leaves at the end and comes in again; Maj Tab goes back"
) {
    std::string name;
    UiHarness h([&] {
        ui::button("Un");
        ui::text_field("Nom", name);
        ui::button("Deux", {.disabled = true});
        ui::button("Trois");
    });
    h.key(ImGuiKey_Tab);
    CHECK(h.focused() == "Un");
    h.key(ImGuiKey_Tab);
    CHECK(h.focused() == "Nom");
    CHECK(ui::typing());
    h.key(ImGuiKey_Tab);
    CHECK(h.focused() == "Trois");
    CHECK_FALSE(ui::typing());
    h.key(ImGuiKey_Tab);
    CHECK(h.focused().empty());
    h.key(ImGuiKey_Tab);
    CHECK(h.focused() == "Un");
    h.key(ImGuiKey_Tab, ImGuiMod_Shift);
    CHECK(h.focused().empty());
    h.key(ImGuiKey_Tab, ImGuiMod_Shift);
    CHECK(h.focused() == "Trois");
}

TEST_CASE("the focus ring shows after a key and not after a click") {
    UiHarness h([] {
        ui::button("Un");
        ui::button("Deux");
    });
    h.click("button", "Un");
    CHECK_FALSE(ui::keyboard_mode());
    h.key(ImGuiKey_Tab);
    CHECK(ui::keyboard_mode());
}

TEST_CASE("a text field takes what the browser sends and says when it is left") {
    std::string name;
    int changes = 0, leaves = 0;
    UiHarness h([&] {
        const ui::FieldEvent event = ui::text_field("Nom", name, {.field = {.required = true}});
        changes += event.changed;
        leaves += event.left;
        ui::button("Suite");
    });
    CHECK(h.type("textbox", "Nom", "Fontaine Ébénisterie"));
    CHECK(name == "Fontaine Ébénisterie");
    CHECK(changes == 1);
    CHECK(h.world().agent_field.label == "Nom");
    CHECK(h.world().agent_field.required);
    h.click("button", "Suite");
    CHECK(leaves == 1);
    CHECK(h.find("textbox", "Nom")->value == "Fontaine Ébénisterie");
}

TEST_CASE("an error describes its field for the mirror") {
    std::string siret;
    UiHarness h([&] { ui::text_field("SIRET", siret, {.field = {.error = "Clé invalide"}}); });
    CHECK((h.flags("textbox", "SIRET") & platform::mirror_invalid) != 0);
    CHECK(h.find("textbox", "SIRET")->description == "Clé invalide");
}

TEST_CASE("a text area keeps several lines") {
    std::string memo = "un\ndeux";
    UiHarness h([&] { ui::text_field("Mémo", memo, {.lines = 3}); });
    CHECK(h.type("textbox", "Mémo", "un\ndeux\ntrois"));
    CHECK(memo == "un\ndeux\ntrois");
    CHECK(h.world().agent_field.kind == platform::AgentKind::multi_line);
}

TEST_CASE("amounts are read as people type them") {
    std::optional<std::int64_t> cents;
    UiHarness h([&] {
        ui::money_field("Montant", cents);
        ui::button("Suite");
    });
    h.type("textbox", "Montant", "1 234,5");
    CHECK(cents == 123450);
    h.type("textbox", "Montant", "douze");
    CHECK_FALSE(cents.has_value());
    h.click("button", "Suite");
    CHECK((h.flags("textbox", "Montant") & platform::mirror_invalid) != 0);
}

TEST_CASE("dates are typed or picked") {
    Date date;
    UiHarness h([&] { ui::date_field("Échéance", date); });
    h.type("textbox", "Échéance", "26/11/26");
    CHECK(date == make_date(2026, 11, 26));
    CHECK(h.click("button", "Ouvrir le calendrier"));
    CHECK(h.click("gridcell", "12/11/2026"));
    CHECK(date == make_date(2026, 11, 12));
    CHECK_FALSE(h.has("gridcell", "12/11/2026"));
}

TEST_CASE("checkbox, switch and radio change and tell their state") {
    bool ticked = false, on = true;
    int choice = 0;
    const ui::RadioItem items[] = {{"Professionnel"}, {"Particulier"}};
    UiHarness h([&] {
        ui::checkbox("Principale", ticked);
        ui::toggle("Actif", on);
        ui::radio_group("Type", choice, items);
    });
    CHECK((h.flags("checkbox", "Principale") & platform::mirror_unchecked) != 0);
    h.click("checkbox", "Principale");
    CHECK(ticked);
    h.activate("switch", "Actif");
    CHECK_FALSE(on);
    h.click("radio", "Professionnel");
    h.key(ImGuiKey_DownArrow);
    CHECK(choice == 1);
    CHECK(h.focused() == "Particulier");
}

TEST_CASE("a select opens, filters without accents and chooses by keys") {
    std::int64_t sector = 0;
    const ui::SelectItem items[] = {
        {1, "Agroalimentaire"}, {2, "Ameublement"}, {3, "Hôtellerie"}, {4, "Santé"}};
    UiHarness h([&] {
        ui::select("Secteur", sector, items, {.filter = true, .add = "Ajouter un secteur"});
    });
    h.key(ImGuiKey_Tab);
    CHECK(h.focused() == "Secteur");
    h.key(ImGuiKey_DownArrow);
    REQUIRE(h.has("option", "Santé"));
    platform::native::type(h.world().agent_id, "hotel");
    h.frames();
    CHECK_FALSE(h.has("option", "Santé"));
    h.key(ImGuiKey_Enter);
    CHECK(sector == 3);
    CHECK_FALSE(h.has("option", "Hôtellerie"));
    CHECK(h.focused() == "Secteur");
}

TEST_CASE("a list without a filter is chosen by arrows or by its first letters") {
    std::int64_t key = 1;
    const ui::SelectItem items[] = {{1, "Français"}, {2, "Anglais"}};
    UiHarness h([&] { ui::select("Langue", key, items); });
    h.click("combobox", "Langue");
    h.key(ImGuiKey_DownArrow);
    h.key(ImGuiKey_Enter);
    CHECK(key == 2);
    h.click("combobox", "Langue");
    ImGui::GetIO().AddInputCharacter('f');
    h.frames();
    h.key(ImGuiKey_Enter);
    CHECK(key == 1);
}

TEST_CASE("Escape closes the topmost thing and gives the focus back") {
    bool open = false;
    int escapes = 0;
    UiHarness h([&] {
        if (ui::button("Ouvrir"))
            open = true;
        if (ui::Dialog dialog{"d", open, {.title = "Question"}}) {
            if (ui::button("Menu"))
                ui::open_menu("m");
            if (ui::Menu menu{"m"})
                menu.item("Ligne");
            dialog.footer();
            ui::button("Fermer");
        }
        if (ui::escape_pressed())
            ++escapes;
    });
    h.click("button", "Ouvrir");
    REQUIRE(h.has("dialog", "Question"));
    CHECK(ui::any_dialog_open());
    h.click("button", "Menu");
    REQUIRE(h.has("menuitem", "Ligne"));
    h.key(ImGuiKey_Escape);
    CHECK_FALSE(h.has("menuitem", "Ligne"));
    CHECK(h.has("dialog", "Question"));
    h.key(ImGuiKey_Escape);
    CHECK_FALSE(h.has("dialog", "Question"));
    CHECK_FALSE(open);
    CHECK(escapes == 0);
    CHECK(h.focused() == "Ouvrir");
    h.key(ImGuiKey_Escape);
    CHECK(escapes == 1);
}

TEST_CASE("a dialog holds the focus: Tab never leaves it") {
    bool open = true;
    UiHarness h([&] {
        ui::button("Derrière");
        if (ui::Dialog dialog{"d", open, {.title = "Question"}}) {
            dialog.footer();
            ui::button("Annuler");
            ui::button("Valider");
        }
    });
    for (int i = 0; i < 5; ++i) {
        h.key(ImGuiKey_Tab);
        CHECK(h.focused() != "Derrière");
    }
    CHECK((h.flags("dialog", "Question") & platform::mirror_modal) != 0);
}

TEST_CASE("a confirmation answers once and closes") {
    bool open = true;
    ui::Answer last = ui::Answer::none;
    UiHarness h([&] {
        const ui::Answer answer = ui::confirm(
            "c",
            open,
            {.title = "Mettre à la corbeille ?", .verb = "Mettre à la corbeille", .danger = true}
        );
        if (answer != ui::Answer::none)
            last = answer;
    });
    CHECK(h.focused() == "Annuler");
    h.click("button", "Mettre à la corbeille");
    CHECK(last == ui::Answer::yes);
    CHECK_FALSE(open);
}

TEST_CASE("menus close on a choice and on a click elsewhere") {
    int chosen = 0;
    UiHarness h([&] {
        if (ui::button("Actions"))
            ui::open_menu("m");
        if (ui::Menu menu{"m"}) {
            if (menu.item("Modifier"))
                ++chosen;
            if (menu.item("Archiver"))
                chosen += 10;
        }
    });
    h.click("button", "Actions");
    h.click("menuitem", "Archiver");
    CHECK(chosen == 10);
    CHECK_FALSE(h.has("menuitem", "Archiver"));
    h.click("button", "Actions");
    REQUIRE(h.has("menuitem", "Modifier"));
    h.key(ImGuiKey_DownArrow);
    h.key(ImGuiKey_Enter);
    CHECK(chosen == 20);
    h.click("button", "Actions");
    REQUIRE(h.has("menuitem", "Modifier"));
    h.point(1200, 800);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    h.frames(2);
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    h.frames();
    CHECK_FALSE(h.has("menuitem", "Modifier"));
    h.click("button", "Actions");
    h.click("button", "Actions");
    CHECK_FALSE(h.has("menuitem", "Modifier"));
}

TEST_CASE("tabs are one stop: arrows move, what does not fit goes into a menu") {
    int tab = 0;
    const ui::TabItem items[] = {
        {"Activité"}, {"Contacts", "4"}, {"Projets", "3"}, {"Interventions"}, {"Documents"}};
    UiHarness h([&] { ui::tabs("Fiche", tab, items, {.width = 330}); });
    h.key(ImGuiKey_Tab);
    CHECK(h.focused() == "Activité");
    h.key(ImGuiKey_RightArrow);
    CHECK(tab == 1);
    CHECK(h.focused() == "Contacts");
    CHECK((h.flags("tab", "Contacts") & platform::mirror_selected) != 0);
    CHECK_FALSE(h.has("tab", "Documents"));
    h.click("button", "Plus");
    h.click("menuitem", "Documents");
    CHECK(tab == 4);
    CHECK(h.has("tab", "Documents"));
}

TEST_CASE("toasts are announced, undo runs their action, success leaves after six seconds") {
    int undone = 0;
    UiHarness h([] {});
    ui::toast({.title = "3 clients archivés", .action = "Annuler", .on_action = [&] { ++undone; }});
    h.frames();
    REQUIRE(h.world().announcements.size() == 1);
    CHECK(h.click("button", "Annuler"));
    CHECK(undone == 1);
    CHECK(ui::toast_count() == 0);
    ui::toast({.title = "Client enregistré"});
    ui::toast({.tone = ui::Tone::bad, .title = "Facture non envoyée"});
    h.frames();
    h.point(10, 10);
    h.frames(2, 6100);
    CHECK(ui::toast_count() == 1);
    CHECK(h.world().announcements.back().second);
}

TEST_CASE("a widget that is not ours is reported") {
    UiHarness h([] {
        ui::button("À nous");
        ImGui::Button("Pas à nous");
    });
    REQUIRE(ui::a11y::last_unannotated().size() == 1);
    CHECK(ui::a11y::last_unannotated().front() == "Pas à nous");
}

TEST_CASE("nothing asks for frames once the screen is at rest") {
    std::string name = "Fontaine";
    UiHarness h([&] {
        ui::Row row;
        ui::text("Clients");
        ui::spring();
        ui::button("Nouveau");
        ui::text_field("Nom", name, {.field = {.width = 200}});
    });
    h.frames(4);
    h.world().wanted_frames = 0;
    h.world().timer_ms = -1;
    h.frames(1);
    CHECK(h.world().wanted_frames == 0);
    CHECK(h.world().timer_ms == -1);
}

TEST_CASE("the component sheets draw, light and dark, wide and narrow") {
    for (const float width : {1440.0f, 390.0f}) {
        UiHarness h(
            [] {
                ui::gallery_controls_ui();
                ui::gallery_feedback_ui();
            },
            width,
            900
        );
        h.world().dark = true;
        h.frames();
        CHECK(ui::scheme() == ui::Scheme::dark);
        CHECK(ui::a11y::last_unannotated().empty());
        CHECK(h.has("grid", "Lignes"));
    }
}
