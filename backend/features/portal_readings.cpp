// See portal_readings.hpp.
#include "backend/features/portal_readings.hpp"

#include "backend/app.hpp"
#include "backend/http/log.hpp"
#include "backend/portal_actor.hpp"
#include "shared/core/format.hpp"
#include "shared/core/json.hpp"
#include "shared/domain/deliverable.hpp"
#include "shared/domain/message.hpp"
#include "shared/texts/server_portal.hpp"
#include "shared/texts/server_who_sees.hpp"

namespace carnet {

namespace words = texts::who_sees;

FileReading file_reading(const Context& c, const Response& response) {
    if (response.status >= 300 || c.contact->preview() || c.request.method != Method::get)
        return FileReading::none;
    return response.status == 206 ? FileReading::piece : FileReading::whole;
}

bool keep_file_reading(
    Transaction& tx,
    std::string_view noun,
    std::int64_t version_id,
    std::int64_t contact_id,
    FileReading reading
) {
    constexpr std::int64_t hour_ms = 3'600'000;
    const std::string name(noun), table = name + "_reading";
    auto row = tx.prepare(
        "INSERT INTO " + table +
        " (version_id, contact_id, first_at, last_at) SELECT id, :contact, :at, :at FROM " + name +
        "_version WHERE id = :version ON CONFLICT (version_id, contact_id) DO UPDATE SET "
        "last_at = :at, times = " +
        table + ".times + 1 WHERE :whole = 1 OR " + table + ".last_at < :earlier"
    );
    row.bind("version", version_id).bind("contact", contact_id).bind("at", tx.now());
    row.bind("whole", reading == FileReading::whole);
    row.bind("earlier", Instant{tx.now().ms - hour_ms}).run();
    return tx.changed_rows() > 0;
}

void note_deliverable_reading(
    Context& c, const DeliverableVersion& version, const Response& response
) {
    const FileReading reading = file_reading(c, response);
    if (reading == FileReading::none)
        return;
    try {
        c.app.database().write(0, [&](Transaction& tx) {
            return keep_file_reading(tx, "deliverable", version.id, c.contact->contact_id, reading);
        });
    } catch (const DatabaseError& error) {
        log_error("deliverable_reading", error.what());
    }
}

Json message_readings(Transaction& tx, const Message& message, std::int64_t contact_id) {
    Json list = Json::array();
    if (message.author_contact_id.id == contact_id)
        return list;
    // A mark older than the message's share in the portal cannot be: marks stop at what is written.
    auto row = tx.prepare("SELECT min(read_at) FROM message_mark WHERE contact_id = :contact AND "
                          "client_id = :client AND project_id = :project AND message_id >= :id");
    row.bind("contact", contact_id).bind("client", message.client_id.id);
    row.bind("project", message.project_id.id).bind("id", message.id);
    if (row.step() && !row.is_null(0))
        list.push_back({{"at", row.text(0)}});
    return list;
}

Json deliverable_readings(Transaction& tx, std::int64_t deliverable_id, std::int64_t contact_id) {
    auto rows = tx.prepare(
        "SELECT v.number, r.last_at, r.times FROM deliverable_reading r JOIN deliverable_version v "
        "ON v.id = r.version_id WHERE v.deliverable_id = :deliverable AND r.contact_id = :contact "
        "ORDER BY v.number DESC"
    );
    rows.bind("deliverable", deliverable_id).bind("contact", contact_id);
    Json list = Json::array();
    while (rows.step())
        list.push_back(
            {{"version", rows.integer(0)}, {"at", rows.text(1)}, {"times", rows.integer(2)}}
        );
    return list;
}

std::string readings_text(const Json& readings, bool message, Language language) {
    if (readings.empty())
        return tr(message ? words::unread : words::unopened, language);
    std::string all;
    for (const Json& one : readings) {
        const Instant at = parse_iso_instant(json_string(one, "at")).value_or(Instant{});
        const std::string when = fill(
            tr(texts::certificate_utc, language),
            {{"date", format_date(local_date(at, 0), DateStyle::day, language)},
             {"time", format_time(at, 0)}}
        );
        all += (all.empty() ? "" : " ") +
               fill(
                   tr(message ? words::read : words::opened, language),
                   {{"when", when}, {"n", std::to_string(json_int(one, "version"))}}
               );
    }
    return all;
}

} // namespace carnet
