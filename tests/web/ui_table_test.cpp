// The grid: virtual rows, keys, ticking, sorting, columns that drop.
#include "tests/support/ui_harness.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace carnet;
using test::UiHarness;

namespace {

const auto columns = std::to_array<ui::TableColumn>({
    {.id = "check", .width = 36, .check = true},
    {.id = "name", .title = "Client", .width = 200, .grow = 1, .sortable = true},
    {.id = "value",
     .title = "Valeur",
     .width = 100,
     .priority = 1,
     .align = ui::Align::right,
     .sortable = true},
    {.id = "tags", .title = "Tags", .width = 160, .priority = 2},
});

struct Grid {
    std::int64_t rows = 100000, cursor = -1;
    std::int64_t ticked = -1, opened = -1, clicked = -1;
    std::string sorted;
    int drawn = 0, extended = 0;
    bool all = false;
    float width = 800;

    void draw() {
        ui::Table table(
            {.id = "clients",
             .name = "Clients",
             .box = {0, 0, width, 432},
             .columns = columns,
             .rows = rows,
             .cursor = &cursor}
        );
        drawn = 0;
        while (table.next()) {
            ++drawn;
            const std::string name = "Client " + std::to_string(table.row());
            table.begin_row({.key = table.row() + 1, .name = name});
            if (table.check_cell("check", false))
                ticked = table.row();
            if (table.cell("name"))
                ui::text(name, {.width = ui::fill});
            if (table.cell("value"))
                ui::text("84 200 €");
            if (table.row_clicked())
                clicked = table.row();
        }
        if (table.opened())
            opened = cursor;
        if (!table.sort_clicked().empty())
            sorted = table.sort_clicked();
        if (table.all_clicked())
            all = *table.all_clicked();
        if (table.extended() != 0)
            extended = table.extended();
    }
};

} // namespace

TEST_CASE("only visible rows are drawn, the counts are exact") {
    Grid grid;
    UiHarness h([&] { grid.draw(); });
    CHECK(grid.drawn == 10);
    const auto* node = h.find("grid", "Clients");
    REQUIRE(node);
    CHECK(node->row_count == 100001);
    CHECK(h.find("row", "Client 3")->row_index == 5);
}

TEST_CASE("keys move the cursor and keep it in view; Enter opens") {
    Grid grid;
    UiHarness h([&] { grid.draw(); });
    h.key(ImGuiKey_DownArrow);
    h.key(ImGuiKey_J);
    CHECK(grid.cursor == 1);
    h.key(ImGuiKey_End);
    CHECK(grid.cursor == 99999);
    CHECK(h.has("row", "Client 99999"));
    h.key(ImGuiKey_Enter);
    CHECK(grid.opened == 99999);
    h.key(ImGuiKey_PageUp);
    CHECK(grid.cursor == 99999 - 9);
    h.key(ImGuiKey_UpArrow, ImGuiMod_Shift);
    CHECK(grid.extended == -1);
}

TEST_CASE("a click on a row, on its tick box and on a heading are different things") {
    Grid grid;
    UiHarness h([&] { grid.draw(); });
    h.click("row", "Client 2");
    CHECK(grid.clicked == 2);
    CHECK(grid.cursor == 2);
    grid.clicked = -1;
    h.click("checkbox", "Cocher Client 4");
    CHECK(grid.ticked == 4);
    CHECK(grid.clicked == -1);
    h.click("columnheader", "Valeur");
    CHECK(grid.sorted == "value");
    h.click("checkbox", "Tout cocher");
    CHECK(grid.all);
    h.activate("row", "Client 5");
    CHECK(grid.clicked == 5);
}

TEST_CASE("columns drop by priority, the name last") {
    Grid grid;
    UiHarness h([&] { grid.draw(); });
    CHECK(h.has("columnheader", "Tags"));
    grid.width = 400;
    h.frames();
    CHECK_FALSE(h.has("columnheader", "Tags"));
    CHECK(h.has("columnheader", "Valeur"));
    grid.width = 300;
    h.frames();
    CHECK_FALSE(h.has("columnheader", "Valeur"));
    CHECK(h.has("columnheader", "Client"));
}

TEST_CASE("letters are left alone while somebody types") {
    Grid grid;
    std::string search;
    UiHarness h([&] {
        grid.draw();
        ui::at(0, 500);
        ui::search_field("Chercher", search);
    });
    h.click("searchbox", "Chercher");
    h.key(ImGuiKey_J);
    CHECK(grid.cursor == -1);
}
