#include "stream.hpp"

#include <algorithm>
#include <array>

namespace kouan::samples {
namespace {

constexpr std::array<Stream, 4> all_streams = {{
    {"retail", "members of a shop with their orders, Chinese and English keys",
     &append_retail_record},
    {"telemetry", "vehicle telemetry, mostly number arrays", &append_telemetry_record},
    {"corpus", "long texts with sparse personal data", &append_corpus_record},
    {"clinical", "clinical trial subjects with nested visits", &append_clinical_record},
}};

constexpr std::size_t emit_bytes = std::size_t{1} << 20;

/// Moves back to the start of the character that `at` is in.
std::size_t character_start(std::string_view text, std::size_t at) {
  while ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

}  // namespace

const Stream* find_stream(std::string_view name) {
  const auto* const found = std::ranges::find(all_streams, name, &Stream::name);
  return found == all_streams.end() ? nullptr : found;
}

std::span<const Stream> streams() {
  return all_streams;
}

void break_record(std::string& out, std::size_t begin, std::uint64_t kind) {
  const std::size_t middle = begin + (out.size() - begin) / 2;
  switch (kind % 3) {
    case 0:
      out.resize(character_start(out, middle));
      break;  // a writer that died
    case 1:
      out[out.find(':', begin)] = '=';
      break;  // not JSON from the start
    default:
      out.insert(out.size() - 1, ",\"note\":\"unfinished");
      break;  // an open string
  }
}

Facts run(const Stream& stream, const StreamOptions& options,
          const std::function<void(std::string_view)>& emit) {
  const std::uint64_t people =
      options.people != 0 ? options.people : std::max<std::uint64_t>(options.records / 2, 1);
  const Roster roster(options.seed);
  Random random(options.seed);
  Person person;
  std::vector<bool> seen(people);
  Facts facts = {{"lines", options.records}, {"records", 0}, {"broken", 0}, {"persons", 0}};
  std::string out;
  out.reserve(emit_bytes + emit_bytes / 4);
  for (std::uint64_t row = 0; row < options.records; ++row) {
    const std::uint64_t subject = random.below(people);
    const std::size_t begin = out.size();
    Line line{JsonWriter(out, options.escape_ascii), random, roster, person, subject, row};
    const bool identified = stream.append(line);
    if (random.chance(options.broken_per_mille)) {
      break_record(out, begin, row);
      ++facts["broken"];
    } else if (identified && !seen[subject]) {
      seen[subject] = true;
      ++facts["persons"];
    }
    out += '\n';
    if (out.size() < emit_bytes) continue;
    emit(out);
    out.clear();
  }
  emit(out);
  facts["records"] = options.records - facts["broken"];
  return facts;
}

}  // namespace kouan::samples
