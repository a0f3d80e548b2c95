// See text_match.hpp.
#include "shared/core/text_match.hpp"

namespace carnet::text {

Match match(std::string_view folded, std::string_view key) {
    Match best = Match::none;
    for (auto at = folded.find(key); at != folded.npos; at = folded.find(key, at + 1)) {
        if (at == 0)
            return Match::start;
        if (folded[at - 1] == ' ')
            return Match::word;
        best = Match::inside;
    }
    return best;
}

} // namespace carnet::text
