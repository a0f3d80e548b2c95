// The widget of a field that is being changed in place.
#pragma once

#include "web/views/client_view.hpp"

namespace carnet::views {

// What the person does with it: leaves it, presses Enter, gives up.
enum class FieldAnswer { none, commit, entered, cancel };

FieldAnswer field_widget(FieldEdit& edit, const Field& field, const app::Context& context);
bool is_typed(FieldKind kind); // A text; the others are chosen.

} // namespace carnet::views
