// Proof of reading for messages and for the files of deliverables: which contact read what,
// when, and which version. Documents have theirs in documents.hpp.
#pragma once

#include "shared/core/i18n.hpp"
#include "shared/core/json_fwd.hpp"

#include <cstdint>
#include <string>

namespace carnet {

struct Context;
struct DeliverableVersion;
struct Message;
class Transaction;

// A person begins to read a file. Later parts of one reading are none of their own, nor is a look
// at the headers, nor a preview.
bool begins_reading(const Context& c);
// The contact opened the file of a version; a disk that is full keeps nobody from reading.
void note_deliverable_reading(Context& c, const DeliverableVersion& version);

// [{"at": …}] for a message, [{"version": 2, "at": …, "times": 3}] for a deliverable, latest
// version first; empty when this contact has not read it.
Json message_readings(Transaction& tx, const Message& message, std::int64_t contact_id);
Json deliverable_readings(Transaction& tx, std::int64_t deliverable_id, std::int64_t contact_id);
// "Lu le 22 novembre 2026, 14:02 UTC." or "Pas encore lu."; one sentence for each version.
std::string readings_text(const Json& readings, bool message, Language language);

} // namespace carnet
