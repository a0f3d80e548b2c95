// Proof of reading for messages and for the files of deliverables: which contact read what,
// when, and which version. Documents have theirs in documents.hpp.
#pragma once

#include "shared/core/i18n.hpp"
#include "shared/core/json_fwd.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace carnet {

struct Context;
struct DeliverableVersion;
struct Message;
struct Response;
class Transaction;

// What an answer with a file is to the proof: any bytes of it are read. A look at the headers is
// nothing, nor is a preview.
enum class FileReading : std::uint8_t { none, piece, whole };
FileReading file_reading(const Context& c, const Response& response);
// Keeps it in "document_reading" or "deliverable_reading" (`noun`). Programs fetch a file in
// pieces: all pieces of an hour are one reading. False when there was nothing new, or the version
// has gone.
bool keep_file_reading(
    Transaction& tx,
    std::string_view noun,
    std::int64_t version_id,
    std::int64_t contact_id,
    FileReading reading
);
// The contact opened the file of a version; a disk that is full keeps nobody from reading.
void note_deliverable_reading(
    Context& c, const DeliverableVersion& version, const Response& response
);

// [{"at": …}] for a message, [{"version": 2, "at": …, "times": 3}] for a deliverable, latest
// version first; empty when this contact has not read it.
Json message_readings(Transaction& tx, const Message& message, std::int64_t contact_id);
Json deliverable_readings(Transaction& tx, std::int64_t deliverable_id, std::int64_t contact_id);
// "Lu le 22 novembre 2026, 14:02 UTC." or "Pas encore lu."; one sentence for each version.
std::string readings_text(const Json& readings, bool message, Language language);

} // namespace carnet
