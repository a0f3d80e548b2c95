// See folder_reasons.hpp.
#include "backend/features/folder_reasons.hpp"

#include "backend/app.hpp"
#include "backend/features/client_records.hpp"
#include "backend/features/document_access.hpp"
#include "backend/features/folder_people.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/server_documents.hpp"

#include <algorithm>

namespace carnet {

// The timeline tells that contacts came to see a folder. The event hangs on a file of it, so that
// it is told to whom the folder is open; an empty folder has nothing to tell of.
Status tell_opened(
    Context& c, std::int64_t client_id, const Folder& folder, const std::vector<std::string>& names
) {
    auto row =
        c.tx.prepare("SELECT max(id) FROM document WHERE client_id = :client AND folder_id = "
                     ":folder AND deleted_at IS NULL");
    row.bind("client", client_id).bind("folder", folder.id);
    if (names.empty() || !row.step() || row.integer(0) == 0)
        return Ok{};
    return record_file_event(
        c.tx,
        client_id,
        row.integer(0),
        {{"event", "shared"}, {"name", folder.name}, {"who", text::join(names, ", ")}},
        c.language()
    );
}

std::vector<std::string> opened_to(
    Context& c,
    const FolderTable& before,
    const std::vector<FolderPersonRow>& people,
    std::size_t at
) {
    const std::int64_t client_id = before.folders[at].client_id;
    std::vector<std::string> names;
    const auto now = folder_people(c, client_id, folder_table(c.tx, client_id));
    for (const FolderPersonRow& person : now) {
        const auto was = std::find_if(people.begin(), people.end(), [&](const auto& one) {
            return one.is_contact && one.id == person.id;
        });
        if (!person.is_contact || was == people.end())
            continue;
        if (folder_accesses(before.places, was->rules, was->now)[at] == FolderAccess::none &&
            folder_accesses(before.places, person.rules, person.now)[at] != FolderAccess::none)
            names.push_back(person.name);
    }
    return names;
}

std::string why_folder(
    const FolderTable& table,
    const ClientFolders& mine,
    const FolderPersonRow& person,
    std::size_t at,
    const FolderVerdict& verdict,
    Language language
) {
    const auto say = [&](const Text& text, FolderAccess access, std::string folder = "") {
        return fill(
            tr(text, language),
            {{"name", person.name},
             {"access",
              tr(folder_access_choices[static_cast<std::size_t>(access)].label, language)},
             {"folder", std::move(folder)}}
        );
    };
    if (person.is_contact && !person.now.rules_count)
        return say(
            person.person.rules_count ? texts::why_portal_closed : texts::why_switch_off,
            FolderAccess::none
        );
    if (!person.now.rules_count)
        return say(texts::why_fixed, FolderAccess::full);
    if (verdict.by == table.folders[at].id)
        return say(texts::why_own, verdict.access);
    if (verdict.by != 0)
        return say(
            texts::why_inherited,
            verdict.access,
            mine.sees(verdict.by) ? mine.find(verdict.by)->name : "…"
        );
    return say(texts::why_default, verdict.access);
}

} // namespace carnet
