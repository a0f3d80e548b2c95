// The program `carnet`.
#include "backend/cli/cli.hpp"

int main(int count, char** words) {
    return carnet::run_command_line(count, words);
}
