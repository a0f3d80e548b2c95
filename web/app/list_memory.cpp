// Goes to the browser through web/platform.
#include "web/app/list_memory.hpp"

#include "shared/core/json.hpp"
#include "web/platform/platform.hpp"

namespace carnet::app {

std::string remembered(std::string_view key) {
    return platform::stored(key);
}
void remember(std::string_view key, std::string_view value) {
    platform::store(key, value);
}

void tell_list_state(
    std::string_view place, std::int64_t shown, std::string_view first_names, std::int64_t top
) {
    platform::publish_state(dump(Json{
        {"place", place}, {"shown", shown}, {"first", first_names}, {"top", top}}));
}

void tell_rect(std::string_view name, ui::Rect box) {
    platform::publish_rect(name, box.x, box.y, box.w, box.h);
}

void draw_again() {
    platform::wake(1);
}

} // namespace carnet::app
