// Creating a client in two steps (after design 03): information, contacts. Only the name is
// mandatory; the draft is kept in this browser until it is created or discarded.
#pragma once

#include "web/app/context.hpp"
#include "web/ui/ui.hpp"

#include <set>

namespace carnet::views {

struct NewContact {
    std::int64_t key = 0; // Identity while the form is open.
    Contact contact;
    ClientContact link;
    ui::FormState form, link_form;
};

struct NewClientView {
    bool loaded = false;
    int step = 0;
    Client client;
    Address address;
    std::vector<NewContact> contacts;
    std::int64_t next_key = 1;
    ui::FormState form, address_form;
    net::Ticket ticket;
    bool created = false;
    bool focus_first = true;
    std::string duplicate_query, asked_query; // As typed; as last asked.
    double typed_at_ms = 0;
    std::set<std::int64_t> not_duplicates;
};

void new_client_ui(NewClientView& view, app::Context& context, ui::Rect panel);

// Pieces of the form, one file each.
void new_client_information_ui(NewClientView& view, app::Context& context);
void new_client_contacts_ui(NewClientView& view, app::Context& context);
void new_client_duplicates_ui(NewClientView& view, app::Context& context, bool compact);
ui::FormContext new_client_form(ui::FormState& state, app::Context& context);

} // namespace carnet::views
