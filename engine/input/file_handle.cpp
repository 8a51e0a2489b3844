#include "input/file_handle.hpp"

#include <cerrno>
#include <system_error>
#include <utility>

#include <unistd.h>

namespace kouan::input {

FileHandle& FileHandle::operator=(FileHandle&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FileHandle::~FileHandle() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

int FileHandle::release() {
  return std::exchange(descriptor_, -1);
}

std::string system_reason(int error_number) {
  return std::generic_category().message(error_number);
}

Result<std::size_t> read_at(int descriptor, std::uint64_t offset, std::span<std::byte> to) {
  std::size_t done = 0;
  while (done < to.size()) {
    const ssize_t got =
        ::pread(descriptor, to.data() + done, to.size() - done, static_cast<off_t>(offset + done));
    if (got == 0) break;
    if (got > 0) {
      done += static_cast<std::size_t>(got);
    } else if (errno != EINTR) {
      if (done > 0) break;  // what was read counts; the next call meets the error again
      Origin origin;
      origin.byte_offset = offset;
      return fail(ErrorCode::io, "expected readable bytes, found: " + system_reason(errno), origin);
    }
  }
  return done;
}

}  // namespace kouan::input
