// Sheet 2: rows of a table, form errors, notifications, dialogs, waiting and empty states.
#include "web/ui/gallery.hpp"

#include "web/ui/internal.hpp"
#include "web/ui/ui.hpp"

namespace carnet::ui {
namespace {

struct Line {
    const char* client;
    ClientState state;
    const char* contact;
    const char* value;
    const char* kind;
};

void table_ui() {
    heading("Lignes de tableau");
    static const TableColumn columns[] = {
        {.id = "check", .width = 36, .check = true},
        {.id = "client", .title = "Client", .width = 180, .sortable = true},
        {.id = "state", .title = "État", .width = 96},
        {.id = "contact", .title = "Contact", .width = 132},
        {.id = "value", .title = "Valeur", .width = 80, .align = Align::right},
        {.id = "kind", .title = "État de ligne", .width = 100, .grow = 1},
    };
    static const Line lines[] = {
        {"Ateliers Fontaine", ClientState::active, "Claire Fontaine", "84 200 €", "Repos"},
        {"Clinique Saint-Aubin", ClientState::active, "", "147 650 €", "Survol"},
        {"Kerguen Hôtels", ClientState::active, "Solène Kerguen", "212 480 €", "Coché"},
        {"Nordis Logistique", ClientState::active, "Bruno Chevallier", "96 740 €", "Focus clavier"},
        {"Brasserie L’Écluse", ClientState::prospect, "Rémi Gauthier", "18 900 €", "Repos"},
        {"Transports Rivoal", ClientState::active, "Gaël Rivoal", "41 150 €", "Modifié par Inès"},
        {"Garage Tanguy", ClientState::inactive, "Yves Tanguy", "15 600 €", "Archivé"},
        {"", ClientState::active, "", "", ""},
    };
    static std::int64_t cursor_row = 3;
    const Rect box = place(632, 32 + 8 * 40);
    const ImVec2 after = cursor();
    draw::fill(box, Color::surface, metric::radius_card);
    Table table(
        {.id = "rows",
         .name = "Lignes",
         .box = box.inset(1),
         .columns = columns,
         .rows = 8,
         .cursor = &cursor_row}
    );
    while (table.next()) {
        const auto i = static_cast<std::size_t>(table.row());
        const Line& line = lines[i];
        const bool old = i == 6;
        table.begin_row(
            {.key = table.row() + 1,
             .name = line.client,
             .selected = i == 2,
             .archived = old,
             .loading = i == 7,
             .changed_at_ms = i == 5 ? now_ms() - 1 : 0}
        );
        const Color ink = old ? Color::text_3 : Color::text;
        table.check_cell("check", i == 2);
        if (table.cell("client")) {
            avatar(line.client, i + 40, {.square = true, .hidden_from_mirror = true});
            text(line.client, {.color = ink, .weight = Weight::medium, .width = fill});
        }
        if (table.cell("state")) {
            if (old)
                badge("Archivé", {.icon = icon::archive, .outlined = true});
            else
                client_state(line.state);
        }
        if (table.cell("contact")) {
            if (i == 1) {
                icon_button(
                    icon::phone,
                    "Consigner un appel",
                    {.kind = ButtonKind::secondary, .size = Size::xs}
                );
                icon_button(
                    icon::mail, "Écrire", {.kind = ButtonKind::secondary, .size = Size::xs}
                );
            } else {
                text(line.contact, {.color = ink, .width = fill});
            }
        }
        if (table.cell("value"))
            text(line.value, {.color = ink});
        if (table.cell("kind"))
            text(line.kind, {.color = Color::text_3, .type = Type::small});
    }
    table.end();
    draw::border(box, Color::line_2, metric::radius_card);
    at(after.x, after.y);
}

void form_ui() {
    heading("Validation de formulaire");
    static std::string name, vat = "FR27904173283", iban = "FR76 9999 9000 0100 0123 4567 808", bic;
    Card card({.width = 632});
    note("Raison sociale, IBAN.", {.tone = Tone::bad, .strong = "2 champs à corriger."});
    space(4);
    {
        Columns c({1, 1});
        text_field(
            "Raison sociale",
            name,
            {.field = {.error = "Indiquez le nom du client", .required = true}}
        );
        c.next();
        text_field("N° de TVA", vat, {.field = {.ok = "Clé correcte"}});
    }
    space(4);
    {
        Columns c({1.4f, 1});
        text_field(
            "IBAN", iban, {.field = {.error = "Clé de contrôle incorrecte", .required = true}}
        );
        c.next();
        text_field(
            "BIC",
            bic,
            {.field = {.help = "8 ou 11 caractères"}, .placeholder = "Facultatif en France"}
        );
    }
    note(
        "Fontaine Ebenisterie SARL, même SIREN.",
        {.tone = Tone::warn,
         .icon = icon::users_group,
         .strong = "Doublon probable :",
         .action = "Comparer"}
    );
}

void dialogs_ui() {
    heading("Confirmation");
    const Rect a{cursor().x, cursor().y, 440, 216};
    draw::surface(a, Elevation::modal, metric::radius_modal);
    {
        Region region("confirm", a, {.padding_x = 20, .padding_y = 20});
        const ImVec2 o = cursor();
        draw::circle({o.x + 18, o.y + 18}, 18, color(Color::bad_soft));
        draw::icon({o.x + 18, o.y + 18}, icon::trash, 20, Color::bad_text);
        ImGui::Indent(48);
        Column tight(4);
        heading("Mettre 3 clients à la corbeille ?", {.type = Type::heading});
        paragraph(
            "Leurs contacts sont conservés. Vous pourrez restaurer les fiches pendant 30 jours.",
            {.color = Color::text_2}
        );
        space(8);
        note(
            "Groupe hôtelier Kerguen a des factures : il sera archivé, pas supprimé.",
            {.tone = Tone::warn}
        );
    }
    {
        Bar bar({a.x, a.bottom() - 52, a.w, 52}, {.line_on_top = true});
        spring();
        button("Annuler", {.kind = ButtonKind::ghost, .shortcut = "Échap"});
        button("Mettre à la corbeille", {.kind = ButtonKind::danger});
    }
    at(a.x, a.bottom() + 20);
    heading("Liste de choix");
    static std::int64_t person = 2;
    static const SelectItem people[] = {
        {.key = 1, .label = "Léa Martin", .avatar = 1},
        {.key = 2, .label = "Sophie Lefèvre", .avatar = 2}};
    select("Responsable", person, people, {.field = {.width = 212}});
    int version = 0;
    const RadioItem versions[] = {
        {"La mienne", "Code 4B27, chien dans l’atelier."},
        {"Celle d’Inès, il y a 1 min", "Code 4B28, sonner deux fois."}};
    Width limit(440);
    radio_group("Versions", version, versions, {.cards = true});
}

void waiting_ui() {
    heading("État vide");
    {
        Card card({.padding_x = 20, .padding_y = 24, .width = 256});
        empty_state(
            {.title = "Aucune intervention",
             .text = "Planifiez la première, ou créez un contrat de maintenance pour générer les "
                     "visites.",
             .action = "Planifier",
             .action_icon = icon::calendar_plus,
             .second_action = "Nouveau contrat"}
        );
    }
    space(12);
    heading("Squelette");
    {
        Card card({.width = 256});
        {
            Row row({.height = 40});
            skeleton({.width = 40, .height = 40, .radius = 8});
            skeleton({.width = 120});
        }
        skeleton({.height = 8, .soft = true});
        skeleton({.width = 160, .height = 8, .soft = true});
    }
    space(12);
    heading("Progression");
    {
        Card card({.padding_y = 12, .width = 256});
        {
            Row row({.height = 16});
            text("Refonte réseau", {.type = Type::small});
            spring();
            text("64 %", {.type = Type::small, .weight = Weight::semibold});
        }
        progress(.64f);
        {
            Row row({.height = 16});
            text("Charge de Maëlle", {.type = Type::small});
            spring();
            text(
                "91 %", {.color = Color::warn_text, .type = Type::small, .weight = Weight::semibold}
            );
        }
        progress(.91f, {.color = Color::warn});
    }
    space(12);
    heading("Bandeaux");
    Width limit(256);
    note("14 clients non prêts pour l’e-facture.");
    note("Vous voyez comme Claire Fontaine.", {.tone = Tone::share});
    note("Hors ligne, 2 notes en attente.", {.tone = Tone::mute, .icon = icon::cloud_off});
}

} // namespace

void gallery_feedback_ui() {
    if (toast_count() == 0) {
        toast(
            {.title = "Client enregistré",
             .text = "3 champs modifiés",
             .action = "Annuler",
             .shortcut = "Ctrl Z"}
        );
        toast(
            {.tone = Tone::bad,
             .title = "Facture non envoyée",
             .text = "L’adresse de Nadia a été refusée.",
             .action = "Corriger"}
        );
        toast(
            {.tone = Tone::info,
             .title = "Import en cours",
             .text = "42 310 lignes sur 100 000, 0 erreur",
             .icon = icon::upload,
             .action = "Masquer",
             .progress = .42f}
        );
    }
    at(32, 72);
    ImGui::BeginGroup();
    {
        Width limit(632);
        table_ui();
        space(12);
        form_ui();
    }
    ImGui::EndGroup();
    at(688, 72);
    ImGui::BeginGroup();
    dialogs_ui();
    ImGui::EndGroup();
    at(1152, 72);
    ImGui::BeginGroup();
    waiting_ui();
    ImGui::EndGroup();
}

} // namespace carnet::ui
