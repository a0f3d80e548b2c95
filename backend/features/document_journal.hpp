// Which rows of the journal a reader may know of: what happened in a folder they do not see did not
// happen for them. History, audit, undo, live changes and catching up ask here.
#pragma once

#include "backend/db/journal.hpp"
#include "backend/features/document_access.hpp"

#include <cstdint>
#include <map>
#include <string_view>

namespace carnet {

// True for rows about folders, their rights, documents and their versions.
bool is_document_entity(std::string_view entity);

// The folder a row is about, as things stand now or, for what is gone, as the row itself says; the
// row's own folder for a row of a folder. 0: the top. Events of files on the timeline too: -1 when
// a row concerns no document at all.
std::int64_t folder_of_row(Transaction& tx, const JournalRow& row);

// One reader; remembers each client's folders for a request.
class DocumentReader {
  public:
    DocumentReader(Transaction& tx, const Actor& actor) : _tx(tx), _actor(actor) {}
    bool sees(const JournalRow& row);
    bool writes(const JournalRow& row); // May change what the row is about: for undo.
    bool sees_folder(std::int64_t client_id, std::int64_t folder_id);

  private:
    const ClientFolders& folders(std::int64_t client_id);

    Transaction& _tx;
    Actor _actor;
    std::map<std::int64_t, ClientFolders> _folders;
};

} // namespace carnet
