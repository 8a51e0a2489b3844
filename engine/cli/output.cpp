#include "cli/output.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kouan::cli {
namespace {

tl::unexpected<Error> io_error(const Sentence& what, const std::string& path, int number) {
  const std::string reason = std::generic_category().message(number);
  return fail(ErrorCode::io, Sentence{what.zh + "：" + reason, what.en + ": " + reason},
              {path, {}, 0, 0, 0});
}

Sentence cannot_write() {
  return {"无法写出文件", "cannot write the report"};
}

/// 0, or the errno that stopped it.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ::ssize_t wrote = ::write(descriptor, text.data(), text.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return 0;
}

}  // namespace

Result<void> write_stdout(std::string_view text) {
  const int number = write_all(STDOUT_FILENO, text);
  if (number == 0 || number == EPIPE) return {};
  return io_error({"无法写到标准输出", "cannot write to standard output"}, {}, number);
}

void write_stderr(std::string_view text) {
  write_all(STDERR_FILENO, text);
}

Result<void> write_file(const std::string& path, std::string_view text) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    // A pipe or device is written to as it is: there is nothing to rename over.
    const int device = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (device < 0) return io_error(cannot_write(), path, errno);
    const int number = write_all(device, text);
    ::close(device);
    if (number != 0) return io_error(cannot_write(), path, number);
    return {};
  }
  std::string temporary = path + ".XXXXXX";
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return io_error(cannot_write(), path, errno);
  int number = write_all(descriptor, text);
  if (number == 0 && ::fsync(descriptor) != 0) number = errno;
  ::close(descriptor);
  if (number == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) number = errno;
  if (number == 0) return {};
  ::unlink(temporary.c_str());
  return io_error(cannot_write(), path, number);
}

Result<std::string> read_stdin(std::size_t bytes_max) {
  std::string text;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const ::ssize_t got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return io_error({"无法读取标准输入", "cannot read standard input"}, "-", errno);
    if (got == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(got));
    if (text.size() > bytes_max) {
      return fail(
          ErrorCode::limit_exceeded,
          Sentence{"标准输入应不超过 " + std::to_string(bytes_max) + " 字节",
                   "expected at most " + std::to_string(bytes_max) + " bytes on standard input"},
          {"-", {}, 0, 0, 0});
    }
  }
}

}  // namespace kouan::cli
