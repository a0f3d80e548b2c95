// The list of features.
#include "backend/features/all_features.hpp"

#include "backend/features/activities.hpp"
#include "backend/features/addresses.hpp"
#include "backend/features/book.hpp"
#include "backend/features/book_sync.hpp"
#include "backend/features/changes.hpp"
#include "backend/features/client_list.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/contacts.hpp"
#include "backend/features/demo/demo.hpp"
#include "backend/features/documents.hpp"
#include "backend/features/exports.hpp"
#include "backend/features/forgotten_password.hpp"
#include "backend/features/health.hpp"
#include "backend/features/history.hpp"
#include "backend/features/imports.hpp"
#include "backend/features/invitations.hpp"
#include "backend/features/mails.hpp"
#include "backend/features/messages.hpp"
#include "backend/features/openapi.hpp"
#include "backend/features/pages.hpp"
#include "backend/features/portal.hpp"
#include "backend/features/portal_accounts.hpp"
#include "backend/features/portal_conversations.hpp"
#include "backend/features/presence.hpp"
#include "backend/features/projects.hpp"
#include "backend/features/search.hpp"
#include "backend/features/sessions.hpp"
#include "backend/features/undo.hpp"
#include "backend/features/uploads.hpp"
#include "backend/features/users.hpp"
#include "backend/features/who_sees.hpp"
#include "backend/features/words.hpp"
#include "backend/features/workspace.hpp"

namespace carnet {

std::vector<Route> all_routes() {
    std::vector<Route> routes;
    for (const auto feature : {
             health_routes(),         openapi_routes(),
             session_routes(),        user_routes(),
             workspace_routes(),      activity_routes(),
             address_routes(),        book_routes(),
             change_routes(),         client_list_routes(),
             client_routes(),         client_action_routes(),
             client_bulk_routes(),    contact_routes(),
             history_routes(),        presence_routes(),
             project_routes(),        project_page_routes(),
             project_child_routes(),  deliverable_routes(),
             undo_routes(),           word_routes(),
             saved_view_routes(),     export_routes(),
             import_routes(),         search_routes(),
             duplicate_routes(),      upload_routes(),
             document_routes(),       folder_routes(),
             folder_right_routes(),   who_sees_routes(),
             invitation_routes(),     message_routes(),
             mail_routes(),           mail_choice_routes(),
             portal_session_routes(), portal_account_routes(),
             portal_project_routes(), portal_document_routes(),
             portal_message_routes(), portal_change_routes(),
             portal_news_routes(),    portal_conversation_routes(),
             portal_page_routes(),    page_routes(),
             forgotten_routes(),
         })
        routes.insert(routes.end(), feature.begin(), feature.end());
    return routes;
}

void start_features(App& app, Transaction& tx) {
    load_book(app, tx);
    warm_book_snapshot(app);
}

void on_commit_features(
    App& app, Transaction& tx, const std::vector<Commit>& commits, bool directory_changed
) {
    sync_book(app, tx, commits, directory_changed);
}

std::span<const Command> feature_commands() {
    static const std::vector<Command> commands = [] {
        std::vector<Command> all;
        for (const auto feature : {demo_commands(), import_commands(), export_commands()})
            all.insert(all.end(), feature.begin(), feature.end());
        return all;
    }();
    return commands;
}

} // namespace carnet
