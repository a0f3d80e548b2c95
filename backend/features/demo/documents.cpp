// The documents of the pictured client (design 04): folders, a few small files, rights that differ.
#include "backend/features/demo/documents.hpp"

#include "backend/db/records.hpp"
#include "backend/features/uploads.hpp"

#include <map>
#include <string>
#include <string_view>

namespace carnet::demo {

namespace {

constexpr Language french = Language::fr;
constexpr std::int64_t day_ms = 86'400'000;

struct FolderPlan {
    std::string_view name;
    std::string_view parent; // Of an earlier row; "": at the top.
    std::string_view files;  // Separated by '|'.
    int days_ago = 90;       // When the files came.
    bool outside_cascade = false;
};
constexpr FolderPlan plans[] = {
    {"01 Administratif", "", ""},
    {"Contrats",
     "01 Administratif",
     "Contrat de maintenance 2026.pdf|Conditions générales.pdf",
     320},
    {"Attestations",
     "01 Administratif",
     "Attestation d’assurance.pdf|Attestation de TVA 2026.pdf",
     3},
    {"02 Projets", "", "Cahier des charges.pdf", 62},
    {"Refonte réseau atelier", "02 Projets", "Compte rendu de visite.txt", 50},
    {"Livrables", "Refonte réseau atelier", "Plan de câblage.pdf|Recette.pdf", 1},
    {"Plans et schémas", "Refonte réseau atelier", "Schéma de baie.pdf", 45},
    {"Wi-Fi showroom", "02 Projets", "Étude de couverture.pdf", 20},
    {"Notes de chantier", "02 Projets", "Relevé du 12 novembre.txt", 10, true},
    {"03 Facturation", "", ""},
    {"Devis", "03 Facturation", "Devis réseau.pdf", 75},
    {"Factures et avoirs", "03 Facturation", "Facture 2026-118.pdf", 30},
    {"04 Photos et équipements", "", "Inventaire des bornes.txt", 12},
    {"05 Dépôt du client", "", ""},
};
// What came longer ago the client has read.
constexpr int unread_days = 7;

struct RightPlan {
    std::string_view folder;
    int contact; // Index into the client's contacts; -1: `user`.
    int user;    // A Person.
    FolderAccess access;
};
constexpr RightPlan rights[] = {
    {"01 Administratif", 1, -1, FolderAccess::none},
    {"03 Facturation", 1, -1, FolderAccess::none},
    {"Wi-Fi showroom", 0, -1, FolderAccess::none},
    {"Notes de chantier", 0, -1, FolderAccess::none},
    {"Notes de chantier", 1, -1, FolderAccess::none},
    {"Notes de chantier", 3, -1, FolderAccess::none},
    {"Refonte réseau atelier", 1, -1, FolderAccess::full},
    {"Livrables", 1, -1, FolderAccess::read},
    {"Plans et schémas", 1, -1, FolderAccess::read},
    {"05 Dépôt du client", 0, -1, FolderAccess::full},
    {"05 Dépôt du client", 1, -1, FolderAccess::full},
    {"Contrats", 2, -1, FolderAccess::none},
    {"02 Projets", 2, -1, FolderAccess::none},
    {"04 Photos et équipements", 2, -1, FolderAccess::none},
    {"05 Dépôt du client", 2, -1, FolderAccess::full},
    {"01 Administratif", 3, -1, FolderAccess::none},
    {"Refonte réseau atelier", 3, -1, FolderAccess::none},
    {"Plans et schémas", 3, -1, FolderAccess::read},
    {"03 Facturation", 3, -1, FolderAccess::none},
    {"04 Photos et équipements", 3, -1, FolderAccess::none},
    {"05 Dépôt du client", 3, -1, FolderAccess::none},
    {"01 Administratif", -1, thomas, FolderAccess::none},
    {"02 Projets", -1, thomas, FolderAccess::read},
};

// A contact opened it a day after it came: record_reading() at another time.
void store_reading(Transaction& tx, const DocumentVersion& version, std::int64_t contact_id) {
    auto row = tx.prepare("INSERT INTO document_reading (version_id, contact_id, first_at, "
                          "last_at) VALUES (:version, :contact, :at, :at)");
    row.bind("version", version.id).bind("contact", contact_id);
    row.bind("at", Instant{version.created_at.ms + day_ms}).run();
}

Status store_file(
    Transaction& tx,
    const std::string& data_folder,
    Document document,
    std::string_view name,
    std::int64_t reader_id
) {
    const StoredFile file = store_bytes(tx, data_folder, name, sample_file(name));
    document.name = name;
    const auto id = insert(tx, document, french);
    if (!id)
        return id.error();
    DocumentVersion version{
        .client_id = document.client_id,
        .document_id = {*id},
        .file_name = std::string(name),
        .sha256 = file.sha256,
        .size_bytes = file.size,
        .media_type = file.media_type,
        .created_at = document.created_at,
        .created_by = document.created_by};
    const auto added = insert(tx, version, french);
    if (!added)
        return added.error();
    if (reader_id != 0 && version.created_at.ms < tx.now().ms - unread_days * day_ms)
        store_reading(tx, version, reader_id);
    return Ok{};
}

Status store_right(
    Transaction& tx,
    const Ground& ground,
    const DemoClient& made,
    std::int64_t folder_id,
    const RightPlan& plan
) {
    FolderRight right{
        .client_id = {made.client.id}, .folder_id = {folder_id}, .access = plan.access};
    if (plan.contact < 0)
        right.user_id = {ground.people[static_cast<std::size_t>(plan.user)]};
    else if (static_cast<std::size_t>(plan.contact) < made.contacts.size())
        right.contact_id = made.contacts[static_cast<std::size_t>(plan.contact)].link.contact_id;
    else
        return Ok{};
    const auto id = insert(tx, right, french);
    return id ? Status(Ok{}) : id.error();
}

} // namespace

// The smallest file a viewer of PDF shows, with its name on the page.
std::string sample_file(std::string_view name) {
    if (name.size() < 4 || name.substr(name.size() - 4) != ".pdf")
        return "Document de démonstration : " + std::string(name) + "\n";
    const std::string text = "BT /F1 18 Tf 60 760 Td (Document de demonstration) Tj ET";
    std::string pdf = "%PDF-1.4\n";
    std::string offsets;
    const auto object = [&](int number, const std::string& body) {
        std::string at = std::to_string(pdf.size());
        offsets += std::string(10 - at.size(), '0') + at + " 00000 n \n";
        pdf += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
    };
    object(1, "<</Type/Catalog/Pages 2 0 R>>");
    object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
    object(
        3,
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents "
        "5 0 R>>"
    );
    object(4, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    object(5, "<</Length " + std::to_string(text.size()) + ">>\nstream\n" + text + "\nendstream");
    const std::string start = std::to_string(pdf.size());
    pdf += "xref\n0 6\n0000000000 65535 f \n" + offsets + "trailer<</Size 6/Root 1 0 R>>\n";
    // A comment at the end makes each file another one.
    return pdf + "startxref\n" + start + "\n%%EOF\n%" + std::string(name) + "\n";
}

Status store_documents(
    Transaction& tx, const Ground& ground, const std::string& data_folder, const DemoClient& made
) {
    if (!is_fontaine(made))
        return Ok{};
    std::map<std::string_view, std::int64_t> ids;
    const std::int64_t reader = made.contacts.front().link.contact_id;
    for (const FolderPlan& plan : plans) {
        Folder folder{
            .client_id = {made.client.id},
            .parent_id = {plan.parent.empty() ? 0 : ids[plan.parent]},
            .name = std::string(plan.name),
            .outside_cascade = plan.outside_cascade,
            .created_by = {ground.people[lea]}};
        const auto id = insert(tx, folder, french);
        if (!id)
            return id.error();
        ids[plan.name] = *id;
        const Document document{
            .client_id = {made.client.id},
            .folder_id = {*id},
            .created_at = {tx.now().ms - plan.days_ago * day_ms},
            .created_by = {ground.people[lea]}};
        for (std::string_view rest = plan.files; !rest.empty();) {
            const std::size_t end = rest.find('|');
            auto stored = store_file(
                tx, data_folder, document, rest.substr(0, end), plan.outside_cascade ? 0 : reader
            );
            if (!stored)
                return stored;
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        }
    }
    for (const RightPlan& plan : rights)
        if (auto stored = store_right(tx, ground, made, ids[plan.folder], plan); !stored)
            return stored;
    return Ok{};
}

} // namespace carnet::demo
