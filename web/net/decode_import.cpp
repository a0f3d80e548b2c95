// JSON → the models of the import screen, and the small look-ups of models.hpp.
#include "shared/core/json.hpp"
#include "web/net/decode.hpp"

#include <algorithm>

namespace carnet::net {

namespace {

template <class T>
const T* by_id(const std::vector<T>& list, std::int64_t id) {
    for (const auto& item : list)
        if (item.id == id)
            return &item;
    return nullptr;
}

std::string cell_text(const Json& object, std::string_view key) {
    const Json& value = json_at(object, key);
    if (value.is_null())
        return {};
    return value.is_string() ? value.get<std::string>() : dump(value);
}

ImportRow decode_row(const Json& item) {
    ImportRow row;
    row.line = json_int(item, "line");
    row.action = json_string(item, "action");
    row.client_id = json_int(item, "client_id");
    row.name = json_string(item, "name");
    row.error = json_string(item, "error");
    for (const auto& cell : json_at(item, "cells")) {
        row.cells.push_back(
            {json_string(cell, "column"),
             cell_text(cell, "old"),
             cell_text(cell, "new"),
             json_string(cell, "error")}
        );
    }
    return row;
}

} // namespace

ImportFile decode_import(const Json& json, Language) {
    ImportFile file;
    file.id = json_int(json, "id");
    file.name = json_string(json, "name");
    file.rows = json_int(json, "rows");
    file.encoding = json_string(json, "encoding");
    file.separator = json_string(json, "separator");
    for (const auto& item : json_at(json, "columns")) {
        ImportColumn column;
        column.heading = json_string(item, "heading");
        column.suggested = json_string(item, "suggested");
        for (const auto& sample : json_at(item, "sample"))
            if (sample.is_string())
                column.samples.push_back(sample.get<std::string>());
        file.columns.push_back(std::move(column));
    }
    for (const auto& item : json_at(json, "targets"))
        file.targets.emplace_back(json_string(item, "name"), json_string(item, "label"));
    return file;
}

ImportPlan decode_plan(const Json& json, Language) {
    ImportPlan plan;
    plan.create = json_int(json, "create");
    plan.update = json_int(json, "update");
    plan.unchanged = json_int(json, "unchanged");
    plan.refused = json_int(json, "refused");
    for (const auto& item : json_at(json, "rows"))
        plan.rows.push_back(decode_row(item));
    plan.next = json_int(json, "next");
    return plan;
}

const Tag* Words::tag(std::int64_t id) const {
    return by_id(tags, id);
}
const Option* Words::option(std::int64_t id) const {
    return by_id(options, id);
}
const Person* Words::user(std::int64_t id) const {
    return by_id(users, id);
}

std::string Words::user_name(std::int64_t id) const {
    const Person* person = user(id);
    return person ? person->name : std::string();
}

std::vector<const Option*> Words::list(std::string_view list) const {
    std::vector<const Option*> out;
    for (const auto& option : options)
        if (option.list == list)
            out.push_back(&option);
    std::stable_sort(out.begin(), out.end(), [](const Option* a, const Option* b) {
        return a->position < b->position;
    });
    return out;
}

const SheetContact* ClientSheet::contact(std::int64_t contact_id) const {
    for (const auto& c : contacts)
        if (c.contact.id == contact_id)
            return &c;
    return nullptr;
}

const SheetContact* ClientSheet::link(std::int64_t link_id) const {
    for (const auto& c : contacts)
        if (c.link.id == link_id)
            return &c;
    return nullptr;
}

const SheetContact* ClientSheet::main_contact() const {
    for (const auto& c : contacts)
        if (c.link.is_main)
            return &c;
    return nullptr;
}

} // namespace carnet::net
