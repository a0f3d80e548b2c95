// Times the client book on 100,000 made-up rows, natively and as wasm: medians in milliseconds, and
// memory.
#include "shared/book/codec.hpp"
#include "tests/support/book_rows.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

#ifdef __EMSCRIPTEN__
#include <emscripten/heap.h>
#endif

namespace {

using namespace carnet;

double now_ms() {
    return std::chrono::duration<double, std::milli>(
               std::chrono::steady_clock::now().time_since_epoch()
    )
        .count();
}

// Medians of `times` runs; before(i) is not counted.
double
median(int times, const std::function<void(int)>& before, const std::function<void(int)>& run) {
    std::vector<double> all;
    for (int i = 0; i < times; ++i) {
        before(i);
        const double start = now_ms();
        run(i);
        all.push_back(now_ms() - start);
    }
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
}

void print(const char* what, double value, const char* unit) {
    std::printf("%-58s %10.3f %s\n", what, value, unit);
}

// A change of nothing: what was remembered is forgotten.
void touch(Book& book) {
    const BookRow row = book.row(0);
    book.put(row);
    book.prepare();
}

Actor boss() {
    Actor actor;
    actor.user_id = 1;
    actor.role = Role::owner;
    actor.grants.fill(Grant::all);
    return actor;
}

void searches(Book& book, const Actor* actor) {
    Book::Result result;
    double worst = 0;
    for (const char* text :
         {"a",
          "z",
          "an",
          "qz",
          "bou",
          "font",
          "boulangerie",
          "boulangerie du marche lefevre",
          "martin lyon",
          "xyzzy",
          "06 12",
          "0612345678",
          "saint-d",
          "contact@du",
          "12"}) {
        BookQuery query;
        query.text = text;
        const double ms = median(
            15,
            [&](int) { touch(book); },
            [&](int) { book.find(query, actor, RowMaker::now_ms, result); }
        );
        worst = std::max(worst, ms);
        char label[100];
        std::snprintf(
            label,
            sizeof label,
            "find \"%s\", nothing remembered (%zu rows)",
            text,
            result.slots.size()
        );
        print(label, ms, "ms");
    }
    print("worst of these", worst, "ms");
    std::string typed;
    BookQuery query;
    touch(book);
    for (const char c : std::string("fontaine")) {
        query.text = typed += c;
        const double start = now_ms();
        book.find(query, actor, RowMaker::now_ms, result);
        char label[100];
        std::snprintf(label, sizeof label, "typing on: \"%s\"", typed.c_str());
        print(label, now_ms() - start, "ms");
    }
}

void pages(Book& book, const Actor* actor) {
    Book::Result result;
    BookQuery query;
    const auto find = [&](BookPage page) {
        book.find(query, actor, RowMaker::now_ms, result, page);
    };
    print(
        "first page of 50, nothing remembered",
        median(
            31,
            [&](int) { touch(book); },
            [&](int) {
                find({0, 50});
            }
        ),
        "ms"
    );
    print(
        "first page of 50, totals known",
        median(
            31,
            [](int) {},
            [&](int) {
                find({0, 50});
            }
        ),
        "ms"
    );
    query.text = "font";
    print(
        "the same with \"font\", nothing remembered",
        median(
            31,
            [&](int) { touch(book); },
            [&](int) {
                find({0, 50});
            }
        ),
        "ms"
    );
    print(
        "the same with \"font\", totals known",
        median(
            31,
            [](int) {},
            [&](int) {
                find({0, 50});
            }
        ),
        "ms"
    );
}

void sorts(Book& book) {
    Book::Result result;
    for (std::size_t c = 0; c < static_cast<std::size_t>(BookColumn::column_count); ++c) {
        BookQuery query;
        query.sort = static_cast<BookColumn>(c);
        query.descending = true;
        char label[100];
        std::snprintf(
            label,
            sizeof label,
            "sort by %s, all rows",
            std::string(column_name(query.sort)).c_str()
        );
        print(
            label,
            median(
                9, [](int) {}, [&](int) { book.find(query, nullptr, RowMaker::now_ms, result); }
            ),
            "ms"
        );
    }
    BookQuery query;
    query.states = {ClientState::active};
    query.tags_with = {3};
    query.value_min_cents = 100'000'00;
    print(
        "filter by state, tag and value",
        median(
            15,
            [&](int) { touch(book); },
            [&](int) { book.find(query, nullptr, RowMaker::now_ms, result); }
        ),
        "ms"
    );
}

void changes(Book& book, RowMaker& maker) {
    std::vector<BookRow> rows;
    for (int i = 0; i < 64; ++i)
        rows.push_back(maker.row(1 + i * 1500));
    print(
        "put: another row in the place of one",
        median(
            64, [](int) {}, [&](int i) { book.put(rows[static_cast<std::size_t>(i)]); }
        ),
        "ms"
    );
    print(
        "prepare() after 64 such changes",
        median(
            1, [](int) {}, [&](int) { book.prepare(); }
        ),
        "ms"
    );
    print(
        "put and prepare(), another row",
        median(
            31,
            [&](int i) { rows[0] = maker.row(7 + i * 1000); },
            [&](int) {
                book.put(rows[0]);
                book.prepare();
            }
        ),
        "ms"
    );
    print(
        "put and prepare(), only the state changed",
        median(
            31,
            [&](int i) {
                rows[0] = book.row(book.slot_of(7 + i * 1000));
                rows[0].state =
                    static_cast<ClientState>((static_cast<unsigned>(rows[0].state) + 1) % 4);
            },
            [&](int) {
                book.put(rows[0]);
                book.prepare();
            }
        ),
        "ms"
    );
}

void print_memory(const Book& book, const char* when) {
    std::printf(
        "memory %-40s %7.1f MB by count", when, static_cast<double>(book.memory_bytes()) / 1e6
    );
#ifdef __EMSCRIPTEN__
    std::printf(", heap %.1f MB", static_cast<double>(emscripten_get_heap_size()) / 1e6);
#endif
    std::printf("\n");
}

} // namespace

int main(int argc, char** argv) {
    const int count = argc > 1 ? std::atoi(argv[1]) : 100'000;
    RowMaker maker(1);
    std::vector<std::pair<std::int64_t, std::string>> owners;
    for (int i = 1; i <= 20; ++i)
        owners.emplace_back(i, std::string(RowMaker::first_names[static_cast<std::size_t>(i)]));
    std::string wire;
    {
        Book book;
        book.set_owner_names(owners);
        double putting = 0;
        for (int i = 1; i <= count; ++i) {
            const BookRow row = maker.row(i);
            const double start = now_ms();
            book.put(row);
            putting += now_ms() - start;
        }
        print("put, all rows", putting, "ms");
        double start = now_ms();
        book.prepare(BookColumn::name, -1);
        print("prepare the order of names, rows in any order", now_ms() - start, "ms");
        Book::Result result;
        BookQuery all;
        book.find(all, nullptr, RowMaker::now_ms, result);
        start = now_ms();
        encode_book(book, result.slots, 1, wire);
        print("encode, by name", now_ms() - start, "ms");
        print("encoded", static_cast<double>(wire.size()) / 1e6, "MB");
        if (argc > 2) {
            std::FILE* file = std::fopen(argv[2], "wb");
            if (file) {
                std::fwrite(wire.data(), 1, wire.size(), file);
                std::fclose(file);
            }
        }
    }
    Book book;
    book.set_owner_names(owners);
    BookDecoder decoder(book);
    double longest = 0, total = 0;
    for (std::size_t at = 0; at < wire.size(); at += 65536) {
        const double start = now_ms();
        if (!decoder.feed(std::string_view(wire).substr(at, 65536)))
            return std::puts("The decoder failed."), 1;
        book.prepare(BookColumn::name, -1);
        const double took = now_ms() - start;
        longest = std::max(longest, took);
        total += took;
    }
    wire = {};
    print("decode and order by name, piece by piece", total, "ms");
    print("longest of these pieces", longest, "ms");
    print_memory(book, "before the other orders");
    longest = total = 0;
    for (bool ready = false; !ready;) {
        const double start = now_ms();
        ready = book.prepare(4000);
        longest = std::max(longest, now_ms() - start);
        total += now_ms() - start;
    }
    print("prepare the other orders in slices of 4 ms", total, "ms");
    print("longest slice", longest, "ms");
    print_memory(book, "ready");
    const Actor actor = boss();
    searches(book, nullptr);
    pages(book, &actor);
    sorts(book);
    changes(book, maker);
    print_memory(book, "at the end");
}
