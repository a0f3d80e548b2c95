// Drafts in the storage of this browser.
#include "web/app/drafts.hpp"

#include "web/platform/platform.hpp"

namespace carnet::app {

std::string Drafts::key(std::string_view place) const {
    return "draft:" + std::to_string(_user_id) + ":" + std::string(place);
}

std::string Drafts::load(std::string_view place) const {
    return platform::stored(key(place));
}

void Drafts::keep(std::string_view place, const std::string& text) {
    const auto found = _kept.find(place);
    if (found != _kept.end() && found->second == text)
        return;
    if (found == _kept.end() && load(place) == text) {
        _kept.emplace(place, text);
        return;
    }
    _kept.insert_or_assign(std::string(place), text);
    platform::store(key(place), text);
}

} // namespace carnet::app
