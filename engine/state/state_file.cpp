#include "state/state_file.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "state/state_reader.hpp"
#include "state/state_writer.hpp"

namespace kouan {
namespace {

constexpr const char* standard_stream = "-";

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ > STDERR_FILENO) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

tl::unexpected<Error> io_error(const std::string& what, const std::string& path) {
  return fail(ErrorCode::io, what + ": " + std::generic_category().message(errno),
              {path, {}, 0, 0, 0});
}

Result<void> write_all(int fd, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ::ssize_t wrote = ::write(fd, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return io_error("cannot write the state", path);
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return {};
}

Result<void> write_to(int fd, const ScanState& state, const match::ConceptTable& concepts,
                      const std::string& path) {
  SectionWriter out([&](std::string_view bytes) { return write_all(fd, bytes, path); });
  write_sections(state, concepts, out);
  return out.finish();
}

/// The new name is on the disk only once its directory is.
void sync_directory(const std::string& path) {
  const auto parent = std::filesystem::path(path).parent_path();
  const Descriptor folder(
      ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // Not every file system can; the file itself is safe.
  if (folder.get() >= 0) ::fsync(folder.get());
}

Result<void> write_new(const ScanState& state, const match::ConceptTable& concepts,
                       const std::string& path) {
  std::string temporary = path + ".XXXXXX";
  const Descriptor fd(::mkostemp(temporary.data(), O_CLOEXEC));  // 0600
  if (fd.get() < 0) return io_error("cannot make a file for the state", path);
  Result<void> written = write_to(fd.get(), state, concepts, path);
  if (written && ::fsync(fd.get()) != 0) written = io_error("cannot sync the state", path);
  if (written && ::rename(temporary.c_str(), path.c_str()) != 0) {
    written = io_error("cannot name the state file", path);
  }
  if (written) {
    sync_directory(path);
  } else {
    ::unlink(temporary.c_str());
  }
  return written;
}

Result<StateFile> read_from(SectionReader::Source source, const match::ConceptTable& concepts,
                            const std::string& file) {
  SectionReader in(std::move(source), file);
  in.start();
  StateFile read;
  if (in.ok()) read.state = read_sections(in, concepts);
  in.finish();
  if (!in.ok()) return tl::unexpected<Error>(in.error());
  read.digest = in.digest();
  read.bytes = in.bytes();
  return read;
}

}  // namespace

Result<void> write_state(const ScanState& state, const match::ConceptTable& concepts,
                         const std::string& path) {
  if (path == standard_stream) {
    if (::isatty(STDOUT_FILENO) == 1) {
      return fail(ErrorCode::invalid_usage,
                  "expected a file or a pipe for the state, found a terminal");
    }
    return write_to(STDOUT_FILENO, state, concepts, path);
  }
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    // A pipe or device is written to as it is: there is nothing to rename over.
    const Descriptor fd(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (fd.get() < 0) return io_error("cannot write the state", path);
    return write_to(fd.get(), state, concepts, path);
  }
  return write_new(state, concepts, path);
}

Result<StateFile> read_state(const std::string& path, const match::ConceptTable& concepts) {
  const Descriptor fd(path == standard_stream
                          ? STDIN_FILENO
                          : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (fd.get() < 0) return io_error("cannot open the state", path);
  return read_from(
      [&](std::span<char> bytes) -> Result<std::size_t> {
        for (;;) {
          const ::ssize_t got = ::read(fd.get(), bytes.data(), bytes.size());
          if (got >= 0) return static_cast<std::size_t>(got);
          if (errno != EINTR) return io_error("cannot read the state", path);
        }
      },
      concepts, path);
}

std::string state_bytes(const ScanState& state, const match::ConceptTable& concepts) {
  std::string bytes;
  SectionWriter out([&](std::string_view piece) {
    bytes += piece;
    return Result<void>();
  });
  write_sections(state, concepts, out);
  [[maybe_unused]] const auto written = out.finish();  // a string takes everything
  return bytes;
}

Result<StateFile> parse_state(std::string_view bytes, const match::ConceptTable& concepts,
                              const std::string& file) {
  return read_from(
      [&](std::span<char> into) -> Result<std::size_t> {
        const std::size_t size = std::min(into.size(), bytes.size());
        std::copy_n(bytes.begin(), size, into.begin());
        bytes.remove_prefix(size);
        return size;
      },
      concepts, file);
}

std::string state_digest(const ScanState& state, const match::ConceptTable& concepts) {
  SectionWriter out([](std::string_view) { return Result<void>(); });
  write_sections(state, concepts, out);
  [[maybe_unused]] const auto written = out.finish();
  return out.digest();
}

}  // namespace kouan
