// See value_text.hpp.
#include "backend/features/value_text.hpp"

#include "backend/db/records.hpp"
#include "shared/texts/server_clients.hpp"

namespace carnet {

namespace {

std::string choice_label(const Field& field, std::string_view word, Language language) {
    for (const auto& choice : field.choices)
        if (choice.value == word)
            return tr(choice.label, language);
    return std::string(word);
}

void add(std::string& list, std::string_view item) {
    if (item.empty())
        return;
    if (!list.empty())
        list += ", ";
    list += item;
}

} // namespace

std::string ValueTexts::lookup(std::string_view entity, std::int64_t id) {
    if (entity == "user")
        return std::string(_people->user_name(id));
    if (entity == "tag") {
        const auto tag = find<Tag>(_tx, id);
        return tag ? tag->name : std::string();
    }
    if (entity == "option") {
        const auto option = find<Option>(_tx, id);
        return option ? option->name : std::string();
    }
    if (entity == "contact") {
        const auto contact = find<Contact>(_tx, id);
        return contact ? display_name(*contact) : std::string();
    }
    if (entity == "project") {
        const auto project = find<Project>(_tx, id);
        return project ? project->name : std::string();
    }
    if (entity == "deliverable") {
        const auto deliverable = find<Deliverable>(_tx, id);
        return deliverable ? deliverable->name : std::string();
    }
    if (entity == "folder") {
        const auto folder = find<Folder>(_tx, id);
        return folder ? folder->name : std::string();
    }
    if (entity == "document") {
        const auto document = find<Document>(_tx, id);
        return document ? document->name : std::string();
    }
    if (entity == "client") {
        const auto client = find<Client>(_tx, id);
        return client ? display_name(*client) : std::string();
    }
    return {};
}

std::string ValueTexts::name_of(std::string_view entity, std::int64_t id) {
    const auto [place, is_new] = _names.try_emplace({std::string(entity), id});
    if (is_new)
        place->second = lookup(entity, id);
    return place->second;
}

std::string ValueTexts::text_of(const Field& field, const Value& value) {
    if (const auto* flag = std::get_if<bool>(&value))
        return tr(*flag ? texts::export_yes : texts::export_no, _language);
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        if (field.kind == FieldKind::reference)
            return *number ? name_of(field.references, *number) : "";
        return std::to_string(*number);
    }
    if (const auto* text = std::get_if<std::string>(&value))
        return field.kind == FieldKind::choice ? choice_label(field, *text, _language) : *text;
    std::string list;
    if (const auto* ids = std::get_if<Ids>(&value))
        for (const auto id : *ids)
            add(list, name_of(field.references, id));
    if (const auto* words = std::get_if<Words>(&value))
        for (const auto& word : *words)
            add(list, choice_label(field, word, _language));
    return list;
}

} // namespace carnet
