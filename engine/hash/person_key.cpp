#include "hash/person_key.hpp"

#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <kouan/short_copy.hpp>

#include "hash/digest.hpp"

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

PersonKey PersonKey::random() {
  PersonKey key;
  randombytes_buf(key.bytes_.data(), key.bytes_.size());
  return key;
}

Result<PersonKey> PersonKey::load(const std::string& file) {
  const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (fd.get() < 0)
    return io_error("expected a key file (make one with: kouan key new FILE)", file);
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0) return io_error("cannot look at the key file", file);
  if (!S_ISREG(status.st_mode) || (status.st_mode & 077U) != 0) {
    return fail(ErrorCode::io,
                "expected a key file that only its owner may read, found other permissions "
                "(chmod 600 it)",
                {file, {}, 0, 0, 0});
  }
  PersonKey key;
  std::array<unsigned char, size_bytes + 1> buffer{};
  const ::ssize_t got = ::read(fd.get(), buffer.data(), buffer.size());
  if (got != static_cast<::ssize_t>(size_bytes)) {
    return fail(ErrorCode::io, "expected a key of 32 bytes, found another length",
                {file, {}, 0, 0, 0});
  }
  std::memcpy(key.bytes_.data(), buffer.data(), size_bytes);
  return key;
}

Result<void> PersonKey::create(const std::string& file) {
  const Descriptor fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (fd.get() < 0) return io_error("cannot make the key file", file);
  const PersonKey key = random();
  if (::write(fd.get(), key.bytes_.data(), size_bytes) != static_cast<::ssize_t>(size_bytes) ||
      ::fsync(fd.get()) != 0) {
    auto error = io_error("cannot write the key file", file);
    ::unlink(file.c_str());
    return error;
  }
  return {};
}

std::array<std::uint32_t, 3> PersonKey::hash(std::string_view namespace_id,
                                             std::string_view canonical) const {
  // One flat message: identifiers are short, and SipHash takes its input whole.
  std::array<unsigned char, 512> buffer;
  std::string spill;
  const std::size_t size = namespace_id.size() + 1 + canonical.size();
  unsigned char* message = buffer.data();
  if (size > buffer.size()) {
    spill.resize(size);
    message = reinterpret_cast<unsigned char*>(spill.data());
  }
  short_copy(message, namespace_id.data(), namespace_id.size());
  message[namespace_id.size()] = 0;
  short_copy(message + namespace_id.size() + 1, canonical.data(), canonical.size());
  std::array<unsigned char, crypto_shorthash_siphashx24_BYTES> out{};
  crypto_shorthash_siphashx24(out.data(), message, size, bytes_.data());
  std::array<std::uint32_t, 3> words{};
  std::memcpy(words.data(), out.data(), sizeof words);
  return words;
}

std::string PersonKey::fingerprint() const {
  const std::string_view bytes(reinterpret_cast<const char*>(bytes_.data()), bytes_.size());
  return sha256_hex("kouan key fingerprint\n" + std::string(bytes)).substr(0, 16);
}

}  // namespace kouan
