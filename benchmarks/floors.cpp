/// \file
/// What a machine can do with a file of NDJSON before anybody asks what it means: read it from the
/// page cache, index its structure (stage 1 of simdjson), walk every key and value with simdjson's
/// On-Demand API. One thread, the flags of the product. `kouan check` is measured against these in
/// the same run.
///
///     kouan_floors FILE [RUNS]
///
/// One line a floor: its name, the best GB/s of the runs, a sum of what it saw, so that no compiler
/// may leave the work out, and `whole`, or `part` if it ended at a broken record.

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <simdjson.h>

namespace {

constexpr std::size_t window_bytes = 1 << 20;

using simdjson::ondemand::json_type;

std::uint64_t sum_of(std::string_view raw) {
  return raw.empty() ? 0 : raw.size() + static_cast<unsigned char>(raw.back());
}

struct Seen {
  std::uint64_t sum = 0;
  bool whole = true;
};

Seen read_whole(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  std::vector<char> buffer(window_bytes);
  std::uint64_t sum = 0;
  for (;;) {
    const ssize_t got = ::read(file, buffer.data(), buffer.size());
    if (got <= 0) break;
    sum += static_cast<std::uint64_t>(got);
  }
  ::close(file);
  return {sum, true};
}

/// Calls fn(begin, size) for windows of whole lines.
void for_each_window(const simdjson::padded_string& data,
                     const std::function<void(const char*, std::size_t)>& fn) {
  const std::string_view text(data);
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(begin + window_bytes, text.size());
    if (end < text.size()) end = text.rfind('\n', end - 1) + 1;
    if (end <= begin) end = text.size();
    fn(text.data() + begin, end - begin);
    begin = end;
  }
}

Seen index_whole(const simdjson::padded_string& data) {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;
  const auto& machine = *simdjson::get_active_implementation();
  if (machine.create_dom_parser_implementation(2 * window_bytes, 16, parser) != simdjson::SUCCESS) {
    return {0, false};
  }
  Seen seen;
  for_each_window(data, [&](const char* begin, std::size_t size) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(begin);
    if (parser->stage1(bytes, size, simdjson::stage1_mode::streaming_final) == simdjson::SUCCESS) {
      seen.sum += parser->n_structural_indexes;
    } else {
      seen.whole = false;
    }
  });
  return seen;
}

template <class Value>
std::uint64_t walk(Value&& value) {
  switch (value.type()) {
    case json_type::object: {
      std::uint64_t sum = 0;
      for (auto field : value.get_object()) {
        sum += static_cast<unsigned char>(*field.key().value_unsafe().raw());
        sum += walk(field.value().value_unsafe());
      }
      return sum;
    }
    case json_type::array: {
      std::uint64_t sum = 0;
      for (auto element : value.get_array()) sum += walk(element.value_unsafe());
      return sum;
    }
    default:
      return sum_of(value.raw_json_token());
  }
}

Seen walk_whole(const simdjson::padded_string& data) {
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document_stream records;
  if (parser.iterate_many(data.data(), data.size(), window_bytes).get(records) !=
      simdjson::SUCCESS) {
    return {0, false};
  }
  Seen seen;
  for (auto record : records) {
    simdjson::ondemand::value root;
    if (record.get_value().get(root) != simdjson::SUCCESS) return {seen.sum, false};
    seen.sum += walk(root);
  }
  return seen;
}

void measure(const char* name, std::size_t bytes, int runs, const std::function<Seen()>& work) {
  using Clock = std::chrono::steady_clock;
  double best = 0;
  Seen seen;
  for (int run = 0; run < runs; ++run) {
    const auto begin = Clock::now();
    seen = work();
    const std::chrono::duration<double> took = Clock::now() - begin;
    best = std::max(best, static_cast<double>(bytes) / took.count() / 1e9);
  }
  std::printf("%s %.3f %llu %s\n", name, best, static_cast<unsigned long long>(seen.sum),
              seen.whole ? "whole" : "part");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: kouan_floors FILE [RUNS]\n", stderr);
    return 2;
  }
  const std::string path = argv[1];
  const int runs = argc > 2 ? std::atoi(argv[2]) : 3;
  simdjson::padded_string data;
  if (simdjson::padded_string::load(path).get(data) != simdjson::SUCCESS) {
    std::fprintf(stderr, "kouan_floors: cannot read %s\n", path.c_str());
    return 2;
  }
  measure("read", data.size(), runs, [&] { return read_whole(path); });
  measure("stage1", data.size(), runs, [&] { return index_whole(data); });
  measure("on_demand", data.size(), runs, [&] { return walk_whole(data); });
  return 0;
}
