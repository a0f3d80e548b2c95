// The component sheets of the design (13, 13b, 13c), made of the real widgets: for tests and for
// comparing by eye. No screen of the application leads here.
#pragma once

namespace carnet::ui {

void gallery_controls_ui(
); // Buttons, tabs, chips, badges, fields, checks, menus, select, calendar.
void gallery_feedback_ui(
); // Table rows, form errors, toasts, dialogs, empty state, skeleton, notes.

} // namespace carnet::ui
