#include "cli/progress.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>

#include "cli/output.hpp"
#include "input/byte_stream.hpp"
#include "text/number.hpp"

namespace kouan::cli {
namespace {

std::atomic<ScanProgress*> running{nullptr};
static_assert(std::atomic<ScanProgress*>::is_always_lock_free);

extern "C" void ask_to_stop(int signal) {
  if (ScanProgress* const progress = running.load()) progress->stop = true;
  input::stop_waiting = true;
  std::signal(signal, SIG_DFL);
}

constexpr std::size_t bar_columns = 24;

std::string bar_line(const ScanProgress& progress, double seconds) {
  const std::uint64_t total = progress.bytes_total;
  const std::uint64_t done = total == 0 ? 0 : std::min<std::uint64_t>(progress.bytes_done, total);
  const std::size_t filled = total == 0 ? 0 : static_cast<std::size_t>(bar_columns * done / total);
  std::string line = "\r\x1b[K[";
  line += std::string(filled, '#') + std::string(bar_columns - filled, ' ') + "] ";
  line += std::to_string(total == 0 ? 0 : 100 * done / total) + "%  ";
  line += text::byte_size(done) + "  " + text::thousands(progress.records.load());
  if (done != 0 && total > done) {
    const double left = seconds * static_cast<double>(total - done) / static_cast<double>(done);
    line += "  ~" + std::to_string(static_cast<std::uint64_t>(left)) + " s";
  }
  return line;
}

std::string json_line(const ScanProgress& progress) {
  return "{\"bytes\":" + std::to_string(progress.bytes_done.load()) +
         ",\"bytes_total\":" + std::to_string(progress.bytes_total.load()) +
         ",\"records\":" + std::to_string(progress.records.load()) + "}\n";
}

}  // namespace

ProgressDisplay::ProgressDisplay(const Session& session, const ScanProgress& progress)
    : progress_(progress) {
  const bool json = session.progress == "json";
  if (json || session.progress_on_stderr()) thread_ = std::thread([this, json] { run(json); });
}

ProgressDisplay::~ProgressDisplay() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    done_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void ProgressDisplay::run(bool json) {
  const auto start = std::chrono::steady_clock::now();
  const auto step = std::chrono::milliseconds(json ? 1000 : 100);
  bool drawn = false;
  std::unique_lock<std::mutex> lock(mutex_);
  while (!wake_.wait_for(lock, step, [this] { return done_; })) {
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    write_stderr(json ? json_line(progress_) : bar_line(progress_, seconds.count()));
    drawn = true;
  }
  if (json) write_stderr(json_line(progress_));
  if (!json && drawn) write_stderr("\r\x1b[K");
}

StopOnSignal::StopOnSignal(ScanProgress& progress) {
  running = &progress;
  std::signal(SIGINT, ask_to_stop);
  std::signal(SIGTERM, ask_to_stop);
}

StopOnSignal::~StopOnSignal() {
  running = nullptr;
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

}  // namespace kouan::cli
