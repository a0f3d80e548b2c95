// The program `carnet`.
#include "backend/cli/cli.hpp"
#include "backend/local_time.hpp"

int main(int count, char** words) {
    carnet::choose_time_zone();
    return carnet::run_command_line(count, words);
}
