#include "scan_files.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <exception>
#include <map>
#include <thread>

#include <kouan/gap_reason.hpp>

#include "config/did_you_mean.hpp"
#include "hash/digest.hpp"
#include "input/csv_reader.hpp"
#include "input/file_list.hpp"
#include "input/ndjson_range.hpp"
#include "input/opened_input.hpp"
#include "input/records_path.hpp"
#include "input_queue.hpp"
#include "scan/record_scanner.hpp"
#include "scan/value_matcher.hpp"

namespace kouan {
namespace {

std::string_view chars(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// One thread's share of a scan.
class Worker {
 public:
  Worker(const ScanRequest& request, std::optional<input::RecordsPath> records_at,
         std::unique_ptr<RecordScanner> scanner, ScanProgress& progress)
      : request_(request),
        records_at_(std::move(records_at)),
        scanner_(std::move(scanner)),
        progress_(progress) {}

  void run(InputQueue& queue) {
    try {
      while (auto task = queue.next()) take(*task);
    } catch (...) {
      thrown_ = std::current_exception();
    }
  }

  ScanState finish() {
    if (thrown_ != nullptr) std::rethrow_exception(thrown_);
    ScanState state = scanner_->finish();
    state.coverage().merge(coverage_);
    return state;
  }

 private:
  void take(InputTask& task) {
    // A stream gives what is there already; what was not opened yet is a gap.
    if (progress_.stop && task.file->input.bytes != 0) {
      interrupted(task, task.in_ranges ? task.end - task.begin : task.file->input.bytes);
      return;
    }
    scanner_->begin_file(task.file->shown, task.file->labels);
    if (task.in_ranges) {
      take_range(task);
    } else if (task.file->input.format == input::Format::csv && !records_at_) {
      take_table(task);
    } else {
      take_documents(task);
    }
  }

  void interrupted(const InputTask& task, std::uint64_t bytes) {
    coverage_.add_gap(
        {std::string(gap_reason::interrupted), task.file->shown, task.begin, 1, bytes, true});
  }

  FileCoverage file_of(const InputTask& task, std::uint64_t bytes) const {
    FileCoverage file;
    file.path = task.file->shown;
    file.bytes = bytes;
    return file;
  }

  void add_file(FileCoverage file) {
    Coverage one;
    one.files.push_back(std::move(file));
    coverage_.merge(one);
  }

  void take_range(const InputTask& task) {
    Xxh3Stream block;
    std::uint64_t seen = 0;
    input::NdjsonRange range(task.file->input.file.get(), task.begin, task.end, {},
                             [&](std::uint64_t, std::span<const std::byte> bytes) {
                               seen += bytes.size();
                               if (request_.file_digests) block.add(chars(bytes));
                             });
    take_windows(task, range);
    progress_.bytes_done += task.end - task.begin;
    FileCoverage file = file_of(task, seen);
    if (request_.file_digests && seen != 0) {
      file.blocks[task.begin / limits::digest_block_bytes] = block.value();
    }
    add_file(std::move(file));
  }

  void take_documents(InputTask& task) {
    const auto source = input::make_windows(task.file->input, records_at_);
    take_windows(task, *source);
    if (source->outside_bytes() != 0) {
      coverage_.ignored.push_back(
          {task.file->shown,
           "outside of --records-at: " + std::to_string(source->outside_bytes()) + " bytes"});
    }
    close_stream(task);
  }

  void take_windows(const InputTask& task, input::WindowSource& source) {
    input::Window window;
    for (;;) {
      auto more = source.next(window);
      if (!more) {
        lose_rest(task, more.error());
        break;
      }
      if (!*more) {
        // A stream that ended because it was told to is not at its end.
        if (progress_.stop && !task.in_ranges) interrupted(task, 0);
        break;
      }
      take_window(window);
      if (progress_.stop) {
        interrupted(task, 0);
        break;
      }
    }
    take_gaps(task, source.gaps());
  }

  void take_window(const input::Window& window) {
    if (window.lines) {
      scanner_->scan_lines(window.data, window.size, window.offset);
    } else {
      places_.clear();
      offsets_.clear();
      for (const auto& record : window.records) {
        places_.push_back({record.begin, record.begin + record.size});
        offsets_.push_back(record.offset);
      }
      scanner_->scan_places(window.data, window.size, places_, offsets_);
    }
    count_records();
  }

  void take_table(InputTask& task) {
    auto opened = input::CsvReader::open(std::move(task.file->input.decoded));
    if (!opened) {
      lose_rest(task, opened.error());
    } else {
      take_rows(task, *opened);
      take_gaps(task, opened->gaps());
    }
    close_stream(task);
  }

  void take_rows(const InputTask& task, input::CsvReader& reader) {
    scanner_->begin_table(reader.header());
    std::vector<std::string_view> cells;
    std::size_t columns = reader.header().size();
    for (std::uint64_t rows = 0;; ++rows) {
      const auto more = reader.next_row(cells);
      if (!more || !*more) {
        if (progress_.stop) interrupted(task, 0);
        break;
      }
      if (cells.size() > columns) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < cells.size(); ++i) names.push_back(reader.name(i));
        columns = names.size();
        scanner_->begin_table(names);
      }
      scanner_->scan_row(cells);
      if (rows % 4096 == 0) {
        count_records();
        if (progress_.stop) {
          interrupted(task, 0);
          break;
        }
      }
    }
    count_records();
  }

  void close_stream(const InputTask& task) {
    FileCoverage file = file_of(task, task.file->bytes_read);
    if (request_.file_digests) file.blocks = task.file->digest.finish();
    add_file(std::move(file));
  }

  void take_gaps(const InputTask& task, const std::vector<input::Gap>& gaps) {
    std::uint64_t bad = 0;
    for (const auto& gap : gaps) {
      coverage_.add_gap(
          {gap.reason, task.file->shown, gap.offset, gap.count, gap.bytes, gap.unknown_size});
      // A ragged row was delivered; the rest of a broken stream is no record of known number.
      if (gap.reason != input::reason::ragged && !gap.unknown_size) bad += gap.count;
    }
    if (bad == 0) return;
    FileCoverage file = file_of(task, 0);
    file.bad_records = bad;
    add_file(std::move(file));
  }

  void lose_rest(const InputTask& task, const Error& error) {
    coverage_.add_gap({std::string(gap_reason::unreadable_rest) + ": " + error.message,
                       task.file->shown, error.origin.byte_offset, 1, 0, true});
  }

  void count_records() {
    const std::uint64_t now = scanner_->records();
    progress_.records += now - counted_;
    counted_ = now;
  }

  const ScanRequest& request_;
  std::optional<input::RecordsPath> records_at_;
  std::unique_ptr<RecordScanner> scanner_;
  ScanProgress& progress_;
  Coverage coverage_;
  std::vector<RecordPlace> places_;
  std::vector<std::uint64_t> offsets_;
  std::uint64_t counted_ = 0;
  std::exception_ptr thrown_;
};

Result<ScanState> merge_all(std::vector<Worker>& workers, InputQueue& queue) {
  ScanState total = workers.front().finish();
  for (std::size_t i = 1; i < workers.size(); ++i) {
    const ScanState part = workers[i].finish();
    if (auto merged = total.merge(part); !merged) return tl::unexpected<Error>(merged.error());
  }
  total.coverage().merge(queue.coverage());
  for (auto& file : total.coverage().files) {
    if (!file.blocks.empty()) file.digest = file_digest(file.blocks);
  }
  total.coverage().sort();
  return total;
}

/// Reports show paths: what is somebody's number in them becomes '*', and paths stay apart.
Result<void> veil_names(input::FileList& list, const std::shared_ptr<const ScanSetup>& setup) {
  KOUAN_TRY(auto matcher, ValueMatcher::make(setup));
  std::map<std::string, int> seen;
  const auto veil = [&](std::string& shown) {
    std::string safe = matcher.veiled(shown);
    if (safe == shown) return;
    const int before = seen[safe]++;
    shown = before == 0 ? safe : safe + "~" + std::to_string(before + 1);
  };
  for (auto& file : list.files) veil(file.shown);
  for (auto* left : {&list.ignored, &list.duplicates, &list.gaps}) {
    for (auto& one : *left) veil(one.shown);
  }
  return {};
}

Result<void> check_format(const std::string& format) {
  static const std::vector<std::string> known = {"json", "ndjson", "concatenated", "csv"};
  if (format.empty() || std::find(known.begin(), known.end(), format) != known.end()) return {};
  return fail(ErrorCode::invalid_usage,
              "--input-format: expected json, ndjson, concatenated or csv, found '" + format + "'" +
                  did_you_mean_hint(format, known));
}

/// Nothing was read and something was there: no verdict, and a reason.
Result<ScanState> or_nothing_read(ScanState state, const ScanRequest& request) {
  const Coverage& coverage = state.coverage();
  if (coverage.records() != 0) return state;
  const Gap* const gap = coverage.gaps.empty() ? nullptr : &coverage.gaps.front();
  if (gap != nullptr && gap->reason == input::reason::records_at_not_found) {
    return fail(
        ErrorCode::invalid_usage,
        "--records-at: expected records at '" + request.records_at + "', found no such array",
        {gap->file, {}, 0, 0, 0});
  }
  if (gap != nullptr) {
    return fail(ErrorCode::io,
                "expected records, found none that could be read (" + gap->reason + ")",
                {gap->file, {}, gap->offset, 0, 0});
  }
  if (request.may_be_empty) return state;
  const std::string file = coverage.ignored.empty() ? std::string() : coverage.ignored.front().path;
  return fail(ErrorCode::io, "expected records, found none: there is nothing to judge",
              {file, {}, 0, 0, 0});
}

}  // namespace

bool glob_matches(const std::string& pattern, const std::string& path) {
  return ::fnmatch(pattern.c_str(), path.c_str(), 0) == 0;
}

Result<ScanState> scan_files(const ScanRequest& request,
                             const std::shared_ptr<const ScanSetup>& setup,
                             ScanProgress& progress) {
  std::optional<input::RecordsPath> records_at;
  if (!request.records_at.empty()) {
    KOUAN_TRY(auto path, input::parse_records_path(request.records_at));
    records_at = std::move(path);
  }
  if (auto known = check_format(request.input_format); !known) {
    return tl::unexpected<Error>(known.error());
  }
  KOUAN_TRY(auto list, input::list_files(request.paths));
  if (auto veiled = veil_names(list, setup); !veiled) {
    return tl::unexpected<Error>(veiled.error());
  }
  InputQueue queue(request, std::move(list), progress);
  std::vector<Worker> workers;
  for (unsigned i = 0; i < std::max(1U, request.threads); ++i) {
    KOUAN_TRY(auto scanner, RecordScanner::make(setup));
    workers.emplace_back(request, records_at, std::move(scanner), progress);
  }
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < workers.size(); ++i) {
    threads.emplace_back([&queue, &worker = workers[i]] { worker.run(queue); });
  }
  workers.front().run(queue);
  for (auto& thread : threads) thread.join();
  KOUAN_TRY(auto state, merge_all(workers, queue));
  return or_nothing_read(std::move(state), request);
}

}  // namespace kouan
