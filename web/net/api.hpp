// Typed requests: the one place that knows paths and shapes of answers. Reading is cheap to call
// every frame; writing goes through the queue (net::Writes) by way of commands.
#pragma once

#include "web/net/documents.hpp"
#include "web/net/models.hpp"
#include "web/net/resource_cache.hpp"
#include "web/net/writes.hpp"

namespace carnet::net {

class Api {
  public:
    explicit Api(Transport& transport)
        : _transport(transport), _cache(transport), _writes(transport) {}

    void set_language(Language language);
    Language language() const { return _language; }

    const Loadable<Me>& me();
    const Loadable<Words>& words();
    const Loadable<ClientSheet>& client(std::int64_t id);
    // `query`: "q=…&state=…&limit=…".
    const Loadable<ProjectList>& projects(const std::string& query);
    const Loadable<ProjectPage>& project(std::int64_t id);
    const Loadable<MessagePage>& messages(std::int64_t id, std::string_view before = {});
    const Loadable<MailServer>& mail_server();
    const Loadable<std::vector<MailRow>>& mails();
    // `kinds`: "" for all, else words of activity_kind_choices separated by commas.
    const Loadable<TimelinePage>&
    timeline(std::int64_t id, std::string_view kinds, std::string_view before = {});
    const Loadable<HistoryPage>&
    history(std::int64_t id, std::string_view field, std::string_view before = {});
    // `query`: "folder=7", "q=…" or "bin".
    const Loadable<DocumentsPage>& documents(std::int64_t client_id, std::string_view query);
    const Loadable<FolderRightsPage>& folder_rights(std::int64_t client_id);
    // `person`: "contact=5" or "user=3".
    const Loadable<SeenBy>& seen_by(std::int64_t client_id, std::string_view person);
    // An answer that is shown as it is.
    const Loadable<Json>& page(const std::string& path);
    const Loadable<std::vector<TeamMember>>& users();
    const Loadable<RolesPage>& roles();
    const Loadable<std::vector<FoundContact>>& search(std::string_view text);
    const Loadable<std::vector<Duplicate>>& duplicates(std::string_view query);
    const Loadable<HistoryPage>& journal(std::string_view before = {});

    ResourceCache& cache() { return _cache; }
    Writes& writes() { return _writes; }
    // After somebody's change: what was read about this client (0: about any) is asked again on
    // next use.
    void touched(std::int64_t client_id);
    void words_changed();

    // One answer that is not kept (a look before a step, such as the dry run of an import).
    void ask(HttpRequest request, std::function<void(Result<Json>)> done);

    // True once after an answer said that nobody is signed in.
    bool take_signed_out() { return std::exchange(*_signed_out, false); }
    int words_revision() const { return *_words_revision; } // Grows with each answer of words().

    bool busy() const {
        return _cache.loading() > 0 ||
               (_writes.pending() > 0 && !_writes.offline() && !_writes.mails());
    }

  private:
    // Turns an answer into T; notes a 401.
    template <class T>
    auto decoder(T (*decode)(const Json&, Language)) const;

    Transport& _transport;
    ResourceCache _cache;
    Writes _writes;
    Language _language = Language::fr;
    std::shared_ptr<bool> _signed_out = std::make_shared<bool>(false);
    // Whose change makes a project's page stale.
    using ClientOfProject = std::map<std::int64_t, std::int64_t>;
    std::shared_ptr<ClientOfProject> _client_of_project = std::make_shared<ClientOfProject>();
    std::shared_ptr<int> _words_revision = std::make_shared<int>(0);
};

// %-encodes everything but unreserved characters.
std::string url_encode(std::string_view text);

} // namespace carnet::net
