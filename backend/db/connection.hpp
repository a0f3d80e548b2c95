// One connection to the engine, used by one thread at a time. Inside backend/db only.
#pragma once

#include "backend/db/statement.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;

namespace carnet {

class Connection {
  public:
    enum class Mode { read, write, create };
    // Throws DatabaseError.
    Connection(const std::string& path, Mode mode);
    ~Connection();
    Connection(const Connection&) = delete;

    // Reuses the compiled statement of the same text when it is free.
    Statement prepare(std::string_view sql);
    // Several statements without parameters.
    void run(const std::string& sql);
    // First column of the first row; 0 and "" when there is none.
    std::int64_t integer(std::string_view sql);
    std::string text(std::string_view sql);
    std::int64_t last_insert_id() const;
    std::int64_t changed_rows() const;
    bool in_transaction() const; // False after the engine rolled everything back by itself.
    // Throws the DatabaseError of a result code that is not success.
    void check(int code) const;
    // Copies the whole database into another file, page by page.
    void copy_to(const std::string& destination);

  private:
    friend class Statement;
    void give_back(sqlite3_stmt* handle);

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    sqlite3* _handle = nullptr;
    std::unordered_map<std::string, sqlite3_stmt*, Hash, std::equal_to<>> _free;
};

} // namespace carnet
