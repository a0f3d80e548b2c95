// Whoever acts in the portal: a client's contact, or somebody of the team who looks through a
// preview. Built by the dispatcher from the cookie `carnet_portal` inside each request's
// transaction, so that a right taken away counts at the next request. Never from a request's
// content.
#pragma once

#include "backend/contact_accounts.hpp"
#include "shared/domain/portal_rights.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace carnet {

class App;
struct ClientFolders;
class Transaction;

// One client of the contact.
struct PortalPlace {
    std::int64_t client_id = 0;
    std::string name; // Of the client.
    ClientContact link;
    PortalRights rights;
    std::optional<Actor> looker = {}; // Of a preview: it opens no folder that is closed to them.
    mutable std::shared_ptr<const ClientFolders> looker_folders = {}; // Asked once a request.
};

struct PortalActor {
    std::int64_t contact_id = 0; // 0: nobody.
    std::string name, first_name, email;
    Language language = Language::fr;
    std::vector<PortalPlace> places; // Those that are open; by name.
    std::int64_t preview_by = 0;     // User of the team; everything is read-only then.
    std::string session;             // Stored (hashed) name.
    bool removed = false;            // The session is good, but no portal is open any more: say so.
    ContactSignedIn who;

    bool signed_in() const { return contact_id != 0; }
    bool preview() const { return preview_by != 0; }
    // Null when this client is not open to the contact: to them it does not exist.
    const PortalPlace* place(std::int64_t client_id) const;
};

// Nobody for an unknown, ended or empty cookie. `language` is kept when nobody is signed in.
PortalActor portal_actor(App& app, Transaction& tx, std::string_view token, Language language);

} // namespace carnet
