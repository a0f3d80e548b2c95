// Adding and changing one address of a client.
#include "shared/texts/app_client.hpp"
#include "web/app/presence.hpp"
#include "web/views/client_view.hpp"

namespace carnet::views {

namespace {

constexpr RecordLine lines[] = {
    {"label"},
    {"line1"},
    {"line2"},
    {"postal_code", "city", "country"},
    {"access_code", "floor", "site_contact"},
    {"access_notes"},
    {"is_main"},
};

const RecordLook look{
    .title_new = texts::address_add,
    .title_edit = texts::address_edit,
    .added = texts::address_added,
    .saved = texts::address_saved,
    .deleted = texts::address_deleted,
    .lines = lines,
    // Another one becomes the main one; this one cannot stop being it.
    .skips =
        [](const RecordEdit& edit, std::string_view field) {
            return field == "is_main" && static_cast<const Address*>(edit.original.get())->is_main;
        },
    .check = [](const void* draft,
                Language language) { return check(*static_cast<const Address*>(draft), language); },
};

} // namespace

void begin_address(ClientView& view, const net::ClientSheet& sheet, const Address& address) {
    const std::string path = address.id ? "/api/addresses/" + std::to_string(address.id)
                                        : "/api/clients/" + std::to_string(view.id) + "/addresses";
    begin_record(view.address, EntityOf<Address>::spec, &address, path, sheet.version, view.id);
}

void client_address_form_ui(ClientView& view, bool may, app::Context& context) {
    if (view.address.open)
        context.presence.say_editing("addresses");
    record_ui(view.address, look, view.conflict, context, may);
}

} // namespace carnet::views
