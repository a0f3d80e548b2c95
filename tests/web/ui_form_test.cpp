// Forms over field tables: one widget per kind, checks on leaving, rights, the summary of errors.
#include "shared/domain/address.hpp"
#include "shared/domain/client.hpp"
#include "tests/support/ui_harness.hpp"

#include <doctest/doctest.h>

using namespace carnet;
using test::UiHarness;

namespace {

const EntitySpec& spec = EntityOf<Client>::spec;

struct Form {
    Client client;
    ui::FormState state;
    Actor actor;
    bool may_edit = true;

    Form() {
        actor.user_id = 1;
        actor.role = Role::owner;
        actor.grants = default_grants(Role::owner);
    }
    void draw() {
        ui::FormContext form{.state = state, .actor = &actor, .may_edit = may_edit};
        form.items_of = [](const Field&) {
            return std::vector<ui::SelectItem>{{1, "Léa Martin"}, {2, "Sophie Lefèvre"}};
        };
        ui::error_summary(form, spec);
        for (const char* name :
             {"kind", "legal_name", "siret", "email", "owner_id", "client_since", "notes"})
            ui::field_ui(form, spec, name, &client);
        ui::button("Enregistrer");
    }
};

} // namespace

TEST_CASE("a wrong key is said when the field is left, and what was typed stays") {
    Form form;
    UiHarness h([&] { form.draw(); });
    h.type("textbox", "SIRET", "904 173 283 00021");
    CHECK((h.flags("textbox", "SIRET") & platform::mirror_invalid) == 0);
    h.click("button", "Enregistrer");
    CHECK((h.flags("textbox", "SIRET") & platform::mirror_invalid) != 0);
    CHECK(h.find("textbox", "SIRET")->value == "904 173 283 00021");
}

TEST_CASE("a right value is stored in its canonical form") {
    Form form;
    UiHarness h([&] { form.draw(); });
    h.type("textbox", "SIRET", "732 829 320 00074");
    h.click("button", "Enregistrer");
    CHECK(form.client.siret == "73282932000074");
    CHECK(form.state.revision > 0);
}

TEST_CASE("references are chosen among the words of the view") {
    Form form;
    UiHarness h([&] { form.draw(); });
    h.click("combobox", "Responsable");
    h.click("option", "Sophie Lefèvre");
    CHECK(form.client.owner_id == 2);
    CHECK(h.find("combobox", "Responsable")->value == "Sophie Lefèvre");
}

TEST_CASE("two choices are radio buttons") {
    Form form;
    UiHarness h([&] { form.draw(); });
    h.click("radio", "Particulier");
    CHECK(form.client.kind == ClientKind::person);
}

TEST_CASE("errors of the server are listed on top and the first field has the focus") {
    Form form;
    UiHarness h([&] { form.draw(); });
    form.state.set_errors({{"email", "Adresse refusée"}, {"siret", "Déjà pris"}});
    h.frames(6);
    CHECK(h.has("alert", "2 champs à corriger."));
    CHECK(h.focused() == "E-mail");
    CHECK(h.find("textbox", "E-mail")->description == "Adresse refusée");
}

TEST_CASE("who may not write sees the fields disabled") {
    Form form;
    form.may_edit = false;
    UiHarness h([&] { form.draw(); });
    CHECK((h.flags("textbox", "E-mail") & platform::mirror_disabled) != 0);
    CHECK((h.flags("combobox", "Responsable") & platform::mirror_disabled) != 0);
}
