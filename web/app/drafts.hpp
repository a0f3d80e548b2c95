// What somebody has typed and not sent yet, kept in this browser per person and place, so that
// nothing typed is lost by leaving, reloading or an expired session.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace carnet::app {

class Drafts {
  public:
    void set_user(std::int64_t user_id) { _user_id = user_id; }
    // "" when there is none.
    std::string load(std::string_view place) const;
    // Cheap to call every frame: writes only what changed. "" forgets.
    void keep(std::string_view place, const std::string& text);

  private:
    std::string key(std::string_view place) const;

    std::int64_t _user_id = 0;
    std::map<std::string, std::string, std::less<>> _kept;
};

} // namespace carnet::app
