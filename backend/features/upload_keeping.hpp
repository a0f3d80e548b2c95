// The housekeeping of uploads: the sum of a file while it grows, the step into the store, and
// forgetting what nobody finished.
#pragma once

#include "backend/app.hpp"
#include "backend/files/sha256.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace carnet {

class OpenFile;

// One unfinished file in memory. Pieces of one file come one after the other (mutex); after a
// restart the sum is made again from the bytes on the disk.
class GrowingFile {
  public:
    std::mutex mutex;
    void add(std::int64_t offset, std::string_view bytes);
    std::string finish(const OpenFile& file, std::int64_t size);

  private:
    void catch_up(const OpenFile& file, std::int64_t to);
    Sha256 _sum;
    std::int64_t _summed = 0;
};

class GrowingFiles : public App::Keep {
  public:
    std::shared_ptr<GrowingFile> of(const std::string& upload);
    void forget(const std::string& upload);
    // Held while a file goes into the store or out of it, so that one cannot be kept while the same
    // one is being removed.
    std::mutex store_mutex;
    Instant last_cleaned;

  private:
    std::mutex _mutex;
    std::map<std::string, std::shared_ptr<GrowingFile>> _files;
};

// Into the store, with its row. Throws FileError.
void keep_upload(
    App& app,
    const std::string& upload,
    const std::string& sha256,
    std::int64_t size,
    std::string_view media_type
);

// It is still growing; written down now and then.
void touch_upload(App& app, const std::string& upload, Instant touched_at);

// Once an hour at most: uploads older than a day, files in the store that nothing ever named, and
// what a crash left between disk and database.
void forget_old_uploads(App& app);

} // namespace carnet
