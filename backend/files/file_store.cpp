// Files on the disk. Order of a new file: bytes, sync, name in the store, sync of its folder; at
// every moment a name in the store stands for whole bytes.
#include "backend/files/file_store.hpp"

#include "backend/files/sha256.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <vector>

namespace carnet {

namespace {

namespace fs = std::filesystem;

// Bytes for one call of the kernel. For larger ones Linux looks for contiguous memory that large,
// which took up to ten times as long as the copying (ext4, Linux 6.18, 1 GB: 1.6 s instead of 0.2).
constexpr std::size_t most_at_once = std::size_t{256} * 1024;

[[noreturn]] void fail(const char* what) {
    const int code = errno;
    throw FileError(what, code);
}

void make_folder_of(const fs::path& file) {
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error)
        throw FileError("make folder", error.value());
}

void sync_folder(const fs::path& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        fail("open folder");
    const int done = ::fsync(handle);
    ::close(handle);
    if (done != 0)
        fail("sync folder");
}

} // namespace

FileError::FileError(const std::string& what, int code)
    : std::runtime_error(what + ": " + std::strerror(code)),
      _full(code == ENOSPC || code == EDQUOT || code == EFBIG) {}

OpenFile::~OpenFile() {
    if (_handle >= 0)
        ::close(_handle);
}

OpenFile::OpenFile(OpenFile&& other) noexcept : _handle(other._handle) {
    other._handle = -1;
}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
    std::swap(_handle, other._handle);
    return *this;
}

std::int64_t OpenFile::size() const {
    struct stat about {};
    return ::fstat(_handle, &about) == 0 ? about.st_size : -1;
}

std::size_t OpenFile::read(std::int64_t offset, char* into, std::size_t count) const {
    for (;;) {
        const ssize_t got = ::pread(_handle, into, count, offset);
        if (got >= 0)
            return static_cast<std::size_t>(got);
        if (errno != EINTR)
            fail("read");
    }
}

void OpenFile::write(std::int64_t offset, std::string_view bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto at = offset + static_cast<std::int64_t>(done);
        const std::size_t count = std::min(bytes.size() - done, most_at_once);
        const ssize_t wrote = ::pwrite(_handle, bytes.data() + done, count, at);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0) {
            const int code = errno;
            (void)!::ftruncate(_handle, offset);
            throw FileError("write", code);
        }
        done += static_cast<std::size_t>(wrote);
    }
#ifdef __linux__
    // Starts on its way to the disk now, so that the last sync has little left to wait for.
    ::sync_file_range(_handle, offset, static_cast<off_t>(bytes.size()), SYNC_FILE_RANGE_WRITE);
#endif
}

void OpenFile::sync() {
    if (::fsync(_handle) != 0)
        fail("sync");
}

fs::path FileStore::path_of(std::string_view sha256) const {
    return _files / std::string(sha256.substr(0, 2)) / std::string(sha256.substr(2));
}

OpenFile FileStore::open(std::string_view sha256) const {
    if (!is_sha256(sha256))
        return OpenFile();
    return OpenFile(::open(path_of(sha256).c_str(), O_RDONLY | O_CLOEXEC));
}

bool FileStore::has(std::string_view sha256) const {
    return static_cast<bool>(open(sha256));
}

void FileStore::remove(std::string_view sha256) const {
    std::error_code ignored;
    fs::remove(path_of(sha256), ignored);
}

void FileStore::each(const std::function<void(const std::string& sha256, const fs::path&)>& visit
) const {
    std::error_code error;
    for (auto entry = fs::recursive_directory_iterator(_files, error);
         !error && entry != fs::recursive_directory_iterator();
         entry.increment(error)) {
        if (entry->is_directory(error))
            continue;
        const fs::path& path = entry->path();
        const std::string name = path.parent_path().filename().string() + path.filename().string();
        visit(is_sha256(name) && path == path_of(name) ? name : std::string(), path);
    }
}

bool FileStore::is_old(const fs::path& path) {
    std::error_code error;
    const auto at = fs::last_write_time(path, error);
    return !error && at < fs::file_time_type::clock::now() - std::chrono::hours(1);
}

fs::path FileStore::upload_path(std::string_view name) const {
    return _uploads / std::string(name);
}

OpenFile FileStore::open_upload(std::string_view name) const {
    return OpenFile(::open(upload_path(name).c_str(), O_RDWR | O_CLOEXEC));
}

OpenFile FileStore::make_upload(std::string_view name) const {
    const fs::path path = upload_path(name);
    make_folder_of(path);
    const int handle = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0)
        fail("create");
    return OpenFile(handle);
}

void FileStore::remove_upload(std::string_view name) const {
    std::error_code ignored;
    fs::remove(upload_path(name), ignored);
}

void FileStore::each_upload(const std::function<void(const std::string& name)>& visit) const {
    std::error_code error;
    std::vector<std::string> names;
    for (auto entry = fs::directory_iterator(_uploads, error);
         !error && entry != fs::directory_iterator();
         entry.increment(error))
        names.push_back(entry->path().filename().string());
    std::for_each(names.begin(), names.end(), visit);
}

void FileStore::keep(std::string_view upload, std::string_view sha256) const {
    const fs::path from = upload_path(upload), to = path_of(sha256);
    make_folder_of(to);
    // A second name for the same bytes; where the disk knows no second names, the only one moves.
    if (::link(from.c_str(), to.c_str()) != 0) {
        if (errno == EEXIST)
            (void)::utimensat(AT_FDCWD, to.c_str(), nullptr, 0); // See is_old().
        else if (::rename(from.c_str(), to.c_str()) != 0)
            fail("keep");
    }
    (void)::chmod(to.c_str(), 0400); // Never changed again.
    // Also a name that was there: whoever made it may still be on the way to this line.
    sync_folder(to.parent_path());
    sync_folder(_files);
}

std::int64_t FileStore::free_bytes() const {
    struct statvfs about {};
    if (::statvfs(_files.parent_path().c_str(), &about) != 0)
        return INT64_MAX;
    return static_cast<std::int64_t>(about.f_bavail) * static_cast<std::int64_t>(about.f_frsize);
}

void hash_file(const OpenFile& file, std::int64_t size, Sha256& sum) {
    std::string piece(std::size_t{256} * 1024, '\0');
    for (std::int64_t at = 0; at < size;) {
        const auto wanted = std::min(static_cast<std::int64_t>(piece.size()), size - at);
        const auto got = file.read(at, piece.data(), static_cast<std::size_t>(wanted));
        if (got == 0)
            return;
        sum.add({piece.data(), got});
        at += static_cast<std::int64_t>(got);
    }
}

} // namespace carnet
