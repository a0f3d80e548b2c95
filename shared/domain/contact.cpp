// Names of contacts.
#include "shared/domain/contact.hpp"

namespace carnet {

std::string display_name(const Contact& contact) {
    if (contact.first_name.empty() || contact.last_name.empty())
        return contact.first_name + contact.last_name;
    return contact.first_name + " " + contact.last_name;
}

} // namespace carnet
