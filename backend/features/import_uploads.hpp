// Files people sent for an import and have not applied yet. Kept in memory, for their sender alone,
// for an hour.
#pragma once

#include "backend/app.hpp"
#include "shared/import/columns.hpp"
#include "shared/import/csv_reader.hpp"
#include "shared/import/decode.hpp"
#include "shared/import/plan.hpp"

#include <list>
#include <memory>
#include <mutex>

namespace carnet {

struct RefusedRow {
    std::size_t row = 0;
    std::string reason;
};

struct Upload {
    std::int64_t id = 0;
    std::int64_t user_id = 0;
    std::string name;
    Encoding encoding = Encoding::utf8;
    CsvTable table;
    Instant at;

    std::mutex mutex; // Guards what follows: the last dry run.
    bool planned = false;
    ImportSettings settings;
    std::string settings_json; // As asked, to notice the same question again.
    PlanCounts counts;
    std::vector<RefusedRow> refused;
};
using UploadPtr = std::shared_ptr<Upload>;

class Uploads : public App::Keep {
  public:
    static constexpr std::size_t most = 4;
    static constexpr std::int64_t kept_ms = 3'600'000;

    UploadPtr
    add(std::int64_t user_id, std::string name, Encoding encoding, CsvTable table, Instant now);
    UploadPtr find(std::int64_t id, std::int64_t user_id); // Null when it is not theirs or too old.
    void forget(std::int64_t id);

  private:
    std::mutex _mutex;
    std::list<UploadPtr> _uploads; // Latest first.
    std::int64_t _last_id = 0;
};

} // namespace carnet
