// What an import asks about the workspace: which client bears a number or a name, what words exist.
// Identifiers and e-mails are answered by indexes of the database, names from the book.
#pragma once

#include "backend/app.hpp"
#include "shared/import/plan.hpp"

#include <map>
#include <string>
#include <unordered_map>

namespace carnet {

class ImportExisting : public ExistingClients {
  public:
    // Only clients that exist now and that the actor may see are found later: rows of the file do
    // not find each other.
    ImportExisting(App& app, Transaction& tx, const Actor& actor);

    Ids find(std::string_view key, std::string_view value) const override;
    bool load(
        std::int64_t id,
        std::string_view contact_name,
        std::string_view contact_email,
        ImportedClient& out
    ) const override;
    std::int64_t user_id(std::string_view name_or_email) const override;
    std::int64_t option_id(std::string_view list, std::string_view name) const override;
    std::int64_t tag_id(std::string_view name) const override;
    std::string word_name(std::string_view entity, std::int64_t id) const override;

    // Words the import made; later rows find them.
    void add_option(const std::string& list, const std::string& name, std::int64_t id);
    void add_tag(const std::string& name, std::int64_t id);

  private:
    Ids visible(Ids ids) const;
    bool may_edit(std::int64_t id) const;
    void read_words();
    void read_names();

    Transaction& _tx;
    const Actor& _actor;
    std::shared_ptr<const DirectoryState> _people;
    std::int64_t _last_id = 0;
    std::unordered_map<std::string, Ids> _names; // By folded name.
    std::map<std::pair<std::string, std::string>, std::int64_t>
        _options;                              // By list and folded name.
    std::map<std::string, std::int64_t> _tags; // By folded name.
    std::map<std::int64_t, std::string> _option_names, _tag_names;
};

} // namespace carnet
