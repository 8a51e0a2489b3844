#include "hash/key_file.hpp"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kouan {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

tl::unexpected<Error> io_error(const std::string& what, const std::string& file) {
  return fail(ErrorCode::io, what + ": " + std::generic_category().message(errno),
              {file, {}, 0, 0, 0});
}

}  // namespace

Result<void> write_key_file(const std::string& file, std::string_view bytes, KeyAccess access) {
  const ::mode_t mode = access == KeyAccess::owner_only ? 0600 : 0644;
  const Descriptor fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
  if (fd.get() < 0) return io_error("cannot make the key file", file);
  if (::write(fd.get(), bytes.data(), bytes.size()) != static_cast<::ssize_t>(bytes.size()) ||
      ::fsync(fd.get()) != 0) {
    auto error = io_error("cannot write the key file", file);
    ::unlink(file.c_str());
    return error;
  }
  return {};
}

Result<std::string> read_key_file(const std::string& file, std::size_t bytes_max, KeyAccess access,
                                  const std::string& expected) {
  const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
  if (fd.get() < 0) return io_error("expected " + expected, file);
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0) return io_error("cannot look at the key file", file);
  const unsigned refused = access == KeyAccess::owner_only ? 077U : 022U;
  if (!S_ISREG(status.st_mode) || (status.st_mode & refused) != 0) {
    const bool secret = access == KeyAccess::owner_only;
    return fail(ErrorCode::io,
                std::string("expected a key file that only its owner may ") +
                    (secret ? "read, found other permissions (chmod 600 it)"
                            : "write to, found other permissions (chmod 644 it)"),
                {file, {}, 0, 0, 0});
  }
  std::string bytes(bytes_max + 1, '\0');
  const ::ssize_t got = ::read(fd.get(), bytes.data(), bytes.size());
  if (got < 0) return io_error("cannot read the key file", file);
  bytes.resize(static_cast<std::size_t>(got));
  return bytes;
}

}  // namespace kouan
