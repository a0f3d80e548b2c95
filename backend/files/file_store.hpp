// Where documents lie: DATA/files/ab/cdef… by the SHA-256 of their bytes, each once, never changed.
// Files on their way there grow in DATA/uploads/. Knows no database; see features/uploads.hpp for
// how files come and files/file_response.hpp for how they leave.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace carnet {

// The disk said no. `full`: for want of space.
class FileError : public std::runtime_error {
  public:
    FileError(const std::string& what, int code);
    bool full() const { return _full; }

  private:
    bool _full;
};

// Closes itself.
class OpenFile {
  public:
    explicit OpenFile(int handle = -1) : _handle(handle) {}
    ~OpenFile();
    OpenFile(OpenFile&& other) noexcept;
    OpenFile& operator=(OpenFile&& other) noexcept;

    explicit operator bool() const { return _handle >= 0; }
    std::int64_t size() const; // -1 when it cannot be told.
    // Up to `count` bytes from `offset` into `into`; 0 at the end. Throws FileError.
    std::size_t read(std::int64_t offset, char* into, std::size_t count) const;
    // All of it or nothing: what did not fit is taken off again. Throws FileError.
    void write(std::int64_t offset, std::string_view bytes);
    void sync(); // To the disk. Throws FileError.

  private:
    int _handle;
};

class FileStore {
  public:
    explicit FileStore(const std::string& data_folder)
        : _files(data_folder + "/files"), _uploads(data_folder + "/uploads") {}

    std::filesystem::path path_of(std::string_view sha256) const;
    OpenFile open(std::string_view sha256) const; // Not open when there is none.
    bool has(std::string_view sha256) const;
    void remove(std::string_view sha256) const;
    // Every file in the store, by its name, in no order. Calls back with what should not be there
    // ("" and its path) too.
    void
    each(const std::function<void(const std::string& sha256, const std::filesystem::path&)>& visit
    ) const;

    // Nobody is just about to give it a row: it was put there more than an hour ago.
    static bool is_old(const std::filesystem::path& path);

    // A file that is still growing. `name` is random, of letters, digits, "-" and "_".
    std::filesystem::path upload_path(std::string_view name) const;
    OpenFile open_upload(std::string_view name) const; // Not open when there is none.
    OpenFile make_upload(std::string_view name) const; // Empty. Throws FileError.
    void remove_upload(std::string_view name) const;
    void each_upload(const std::function<void(const std::string& name)>& visit) const;

    // Puts a finished, synced upload into the store under its name; a file that is there already is
    // the same. The upload stays until remove_upload(), so that a crash in between loses nothing.
    void keep(std::string_view upload, std::string_view sha256) const;

    std::int64_t free_bytes() const; // Of the disk, for us.

  private:
    std::filesystem::path _files;
    std::filesystem::path _uploads;
};

// SHA-256 of an open file's first `size` bytes, read piece by piece.
class Sha256;
void hash_file(const OpenFile& file, std::int64_t size, Sha256& sum);

} // namespace carnet
