// Values of the journal and of exports as people read them: names instead of identifiers, labels
// instead of words.
#pragma once

#include "backend/db/transaction.hpp"
#include "backend/directory.hpp"
#include "shared/schema/field.hpp"

#include <map>
#include <memory>
#include <string>

namespace carnet {

// Looks names up once per request.
class ValueTexts {
  public:
    ValueTexts(Transaction& tx, std::shared_ptr<const DirectoryState> people, Language language)
        : _tx(tx), _people(std::move(people)), _language(language) {}

    std::string text_of(const Field& field, const Value& value);
    std::string name_of(std::string_view entity, std::int64_t id); // "" when it is gone.

  private:
    std::string lookup(std::string_view entity, std::int64_t id);

    Transaction& _tx;
    std::shared_ptr<const DirectoryState> _people;
    Language _language;
    std::map<std::pair<std::string, std::int64_t>, std::string> _names;
};

} // namespace carnet
