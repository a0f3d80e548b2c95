// See deliveries.hpp. The pictures are 02 (the timeline), 10 and 10b (the portal's home).
#include "backend/features/demo/deliveries.hpp"

#include "backend/db/records.hpp"
#include "backend/features/demo/documents.hpp"
#include "backend/features/demo/plan_picture.hpp"
#include "backend/features/portal_conversations.hpp"
#include "backend/features/project_records.hpp"
#include "backend/features/uploads.hpp"
#include "shared/domain/message.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace carnet::demo {

namespace {

constexpr Language french = Language::fr;
constexpr std::int64_t minute_ms = 60'000, hour = 60, day = 24 * hour;
// Contacts of the client, by their place.
enum { claire, julien };

struct Answer {
    std::int64_t minutes_ago = 0; // 0: none yet.
    ApprovalDecision decision = ApprovalDecision::approved;
    std::string_view comment;
};
struct Row {
    std::string_view deliverable;
    std::string_view file;
    std::string_view note;
    Person by;
    std::int64_t minutes_ago;
    Answer answer;
};
constexpr auto corrections = ApprovalDecision::changes_requested;
constexpr auto versions = std::to_array<Row>({
    {"Étude de couverture",
     "Étude de couverture Wi-Fi.pdf",
     "Mesures du showroom et emplacement proposé des quatre bornes.",
     ines,
     20 * day,
     {18 * day, ApprovalDecision::approved, "Parfait, vous pouvez commander les bornes."}},
    {"Plan de câblage",
     "Plan de câblage v1.png",
     "Première implantation, d’après le relevé sur place.",
     ines,
     13 * day,
     {11 * day,
      corrections,
      "La baie gêne le passage des chariots. Peut-elle monter à l’étage\u00a0?"}},
    {"Plan de câblage",
     "Plan de câblage v2.png",
     "Baie déplacée à l’étage.",
     ines,
     7 * day,
     {6 * day + 4 * hour, corrections, "Il manque deux prises côté finition."}},
    {"Rapport de visite",
     "Rapport de visite.pdf",
     "Contrôle de l’automne : état des équipements et inventaire.",
     thomas,
     5 * day,
     {4 * day, corrections, "L’onduleur remplacé en septembre n’apparaît pas dans l’inventaire."}},
    {"Plan de câblage",
     "Plan de câblage v3.png",
     "Baie déplacée à l’étage et deux prises ajoutées, comme demandé.",
     ines,
     day + 3 * hour,
     {}},
});

struct MessageRow {
    std::string_view project; // "": the client as a whole.
    int contact;              // -1: `user`.
    Person user;
    std::int64_t minutes_ago;
    ShareState visibility;
    std::string_view body;
};
constexpr auto shared = ShareState::shared, internal = ShareState::internal;
constexpr auto messages = std::to_array<MessageRow>({
    {"Refonte réseau atelier",
     -1,
     lea,
     14 * day,
     shared,
     "Bonjour Claire, le relevé de l’atelier est fait. Inès prépare le plan de câblage : vous le "
     "trouverez dans le projet dès qu’il est prêt."},
    {"Refonte réseau atelier",
     claire,
     lea,
     13 * day + 20 * hour,
     shared,
     "Merci. Pensez au passage des chariots le long du mur nord, il doit rester libre."},
    {"Refonte réseau atelier",
     -1,
     thomas,
     11 * day,
     internal,
     "Si la baie monte à l’étage, il faudra être deux : l’escalier tourne."},
    {"",
     -1,
     camille,
     3 * day,
     shared,
     "L’attestation de TVA 2026 est signée, elle a été envoyée à Nadia."},
    {"Refonte réseau atelier",
     julien,
     lea,
     2 * day + 3 * hour,
     shared,
     "L’atelier est libre jeudi après 14 h pour monter la baie."},
    {"Refonte réseau atelier",
     -1,
     lea,
     2 * day + 2 * hour,
     internal,
     "Jeudi 14 h convient à Thomas et Maëlle. Attendre la validation du plan avant de confirmer."},
    // The two that Claire has not read yet.
    {"", -1, lea, 8 * hour, shared, "Je vous envoie l’avenant de la baie demain."},
    {"Refonte réseau atelier",
     -1,
     ines,
     90,
     shared,
     "La baie peut passer à l’étage, le plan est à jour."},
});
constexpr std::size_t unread = 2;

Instant ago(const Transaction& tx, std::int64_t minutes) {
    return {tx.now().ms - minutes * minute_ms};
}

const Deliverable* deliverable_of(const DemoClient& made, std::string_view name) {
    for (const DemoProject& project : made.projects)
        for (const Deliverable& deliverable : project.deliverables)
            if (deliverable.name == name)
                return &deliverable;
    return nullptr;
}

std::int64_t contact_of(const DemoClient& made, int place) {
    return made.contacts[static_cast<std::size_t>(place)].link.contact_id;
}

std::string file_of(const Row& row, std::int64_t number) {
    return row.file.ends_with(".png") ? plan_picture(static_cast<int>(number))
                                      : sample_file(row.file);
}

Result<std::int64_t> store_version(
    Transaction& tx,
    const Ground& ground,
    const std::string& data_folder,
    Deliverable& deliverable,
    const Row& row
) {
    const auto latest = latest_version(tx, deliverable.id);
    DeliverableVersion version;
    version.client_id = deliverable.client_id;
    version.deliverable_id = {deliverable.id};
    version.number = latest ? latest->number + 1 : 1;
    const StoredFile file = store_bytes(tx, data_folder, row.file, file_of(row, version.number));
    version.file_name = file.name;
    version.sha256 = file.sha256;
    version.size_bytes = file.size;
    version.media_type = file.media_type;
    version.note = row.note;
    version.created_at = ago(tx, row.minutes_ago);
    version.created_by = {ground.people[row.by]};
    auto id = insert(tx, version, french);
    if (!id)
        return id;
    // What post_version() does, at another time and without a mail.
    if (auto set = set_deliverable_state(tx, deliverable, DeliverableState::to_approve, french);
        !set)
        return set.error();
    if (auto told = record_delivery_event(
            tx, deliverable, version.number, french, {version.created_at, version.created_by}
        );
        !told)
        return told.error();
    return id;
}

Status store_answer(
    Transaction& tx, const DemoClient& made, std::int64_t version_id, const Answer& answer
) {
    tx.set_contact(contact_of(made, claire));
    const auto id = answer_deliverable(
        tx,
        {.version_id = version_id,
         .contact_id = contact_of(made, claire),
         .decision = answer.decision,
         .comment = std::string(answer.comment),
         .at = ago(tx, answer.minutes_ago)},
        french
    );
    tx.set_contact(0);
    return id ? Status(Ok{}) : Status(id.error());
}

} // namespace

Status store_deliveries(
    Transaction& tx, const Ground& ground, const std::string& data_folder, const DemoClient& made
) {
    if (!is_fontaine(made))
        return Ok{};
    for (const Row& row : versions) {
        const Deliverable* stored = deliverable_of(made, row.deliverable);
        auto deliverable = stored ? find<Deliverable>(tx, stored->id) : std::nullopt;
        if (!deliverable)
            return not_found(french);
        const auto version = store_version(tx, ground, data_folder, *deliverable, row);
        if (!version)
            return version.error();
        if (row.answer.minutes_ago == 0)
            continue;
        if (auto answered = store_answer(tx, made, *version, row.answer); !answered)
            return answered;
    }
    return Ok{};
}

Status store_messages(Transaction& tx, const Ground& ground, const DemoClient& made) {
    if (!is_fontaine(made))
        return Ok{};
    std::int64_t read_up_to = 0;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const MessageRow& row = messages[i];
        Message message;
        message.client_id = {made.client.id};
        const auto project =
            std::find_if(made.projects.begin(), made.projects.end(), [&](const DemoProject& one) {
                return one.project.name == row.project;
            });
        if (project != made.projects.end())
            message.project_id = {project->project.id};
        message.body = row.body;
        message.visibility = row.visibility;
        if (row.contact < 0)
            message.author_user_id = {ground.people[row.user]};
        else
            message.author_contact_id = {contact_of(made, row.contact)};
        message.created_at = ago(tx, row.minutes_ago);
        // Not add_message(): nobody gets a mail from the demonstration.
        const auto id = insert(tx, message, french);
        if (!id)
            return id.error();
        if (i + unread < messages.size())
            read_up_to = *id;
    }
    const PortalPlace place{
        .client_id = made.client.id, .rights = portal_rights(made.contacts[claire].link)};
    portal_mark_read(tx, contact_of(made, claire), place, 0, read_up_to);
    return Ok{};
}

} // namespace carnet::demo
