#include "cli/inspect_lines.hpp"

#include <cerrno>
#include <system_error>

#include <unistd.h>

#include <kouan/limits.hpp>

#include "cli/output.hpp"
#include "config/json.hpp"

namespace kouan::cli {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 18;        // one read
constexpr std::size_t answers_bytes_max = std::size_t{1} << 20;  // held back at the most
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string refusal(const Line& line) {
  return to_text(Json::Object{{"error", "record_too_large"}, {"line", line.number}},
                 JsonStyle::compact);
}

}  // namespace

bool LineReader::waits() const {
  return !ended_ && buffer_.find('\n', begin_) == std::string::npos;
}

/// False: nothing more comes.
Result<bool> LineReader::fill() {
  if (ended_) return false;
  buffer_.erase(0, begin_);
  searched_ -= begin_;
  begin_ = 0;
  const std::size_t old = buffer_.size();
  buffer_.resize(old + block_bytes);
  ::ssize_t got = 0;
  do {
    got = ::read(descriptor_, buffer_.data() + old, block_bytes);
  } while (got < 0 && errno == EINTR);
  if (got < 0) {
    return fail(ErrorCode::io,
                "cannot read standard input: " + std::generic_category().message(errno),
                {"-", {}, 0, 0, 0});
  }
  buffer_.resize(old + static_cast<std::size_t>(got));
  ended_ = got == 0;
  return !ended_;
}

void LineReader::give(std::size_t size, std::size_t end_size, Line& line) {
  line = {++number_, std::string_view(buffer_).substr(begin_, size), too_long_};
  begin_ += size + end_size;
  searched_ = begin_;
  if (line.text.ends_with('\r')) line.text.remove_suffix(1);
  if (number_ == 1 && line.text.starts_with(byte_order_mark)) line.text.remove_prefix(3);
  line.too_long = line.too_long || line.text.size() > line_bytes_max_;
  if (line.too_long) line.text = {};
  too_long_ = false;
}

Result<bool> LineReader::next(Line& line) {
  for (;;) {
    const std::size_t end = buffer_.find('\n', searched_);
    if (end != std::string::npos) {
      give(end - begin_, 1, line);
      return true;
    }
    searched_ = buffer_.size();
    // Two bytes more than the limit may still be a line of the limit with CR, or a BOM and no LF.
    if (buffer_.size() - begin_ > line_bytes_max_ + byte_order_mark.size() + 1) {
      too_long_ = true;
      buffer_.clear();
      begin_ = searched_ = 0;
    }
    KOUAN_TRY(const bool more, fill());
    if (more) continue;
    if (begin_ == buffer_.size() && !too_long_) return false;
    give(buffer_.size() - begin_, 0, line);
    return true;
  }
}

Result<int> answer_stdin(const Answer& answer) {
  LineReader lines(STDIN_FILENO, limits::record_bytes_max);
  std::string out;
  Line line;
  int exit_code = 0;
  for (;;) {
    KOUAN_TRY(const bool more, lines.next(line));
    if (!more) break;
    if (line.too_long) {
      exit_code = 2;
      out += refusal(line);
    } else {
      answer(line, out);
    }
    out += '\n';
    if (out.size() < answers_bytes_max && !lines.waits()) continue;
    if (auto written = write_stdout(out); !written) return tl::unexpected<Error>(written.error());
    out.clear();
  }
  if (auto written = write_stdout(out); !written) return tl::unexpected<Error>(written.error());
  return exit_code;
}

}  // namespace kouan::cli
