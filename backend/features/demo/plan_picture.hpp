// A drawing for the demonstration: the cabling of a workshop, as a PNG that the program makes.
#pragma once

#include <string>

namespace carnet::demo {

// Each version has what the client asked for after the one before: the bay upstairs, two more
// outlets.
std::string plan_picture(int version);

} // namespace carnet::demo
