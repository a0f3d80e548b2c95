// E-mails are shown before they leave: one letter, and the dialog that asks about those of
// any change that would send some.
#pragma once

#include "web/app/context.hpp"
#include "web/ui/ui.hpp"

namespace carnet::views {

struct MailsView {
    bool open = false;
};
void mails_ui(MailsView& view, app::Context& context);

// {from_name, from_address, to_name, to_address, subject, text}.
void letter_ui(const Json& mail);
// The note that no mail server is set up, when `ready` is false in the answer.
void mail_ready_ui(const Json& answer);

} // namespace carnet::views
