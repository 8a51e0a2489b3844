#include "unit/pii/probe.hpp"

#include <catch2/catch.hpp>

#include "pii/pii.hpp"

namespace kouan::pii_probe {
namespace {

std::uint32_t class_of(unsigned char c) {
  if (c >= '0' && c <= '9') return KOUAN_CHAR_DIGIT;
  if (c >= 'A' && c <= 'Z') return KOUAN_CHAR_UPPER;
  if (c >= 'a' && c <= 'z') return KOUAN_CHAR_LOWER;
  switch (c) {
    case '-':
      return KOUAN_CHAR_HYPHEN;
    case '.':
      return KOUAN_CHAR_DOT;
    case ':':
      return KOUAN_CHAR_COLON;
    case '@':
      return KOUAN_CHAR_AT;
    case ',':
      return KOUAN_CHAR_COMMA;
    case '+':
      return KOUAN_CHAR_PLUS;
    case '/':
      return KOUAN_CHAR_SLASH;
    case '(':
    case ')':
      return KOUAN_CHAR_PAREN;
    case '_':
      return KOUAN_CHAR_UNDERSCORE;
    default:
      break;
  }
  if (c >= 0x80) return KOUAN_CHAR_NON_ASCII;
  return c <= ' ' || c == 0x7F ? KOUAN_CHAR_SPACE : KOUAN_CHAR_PUNCT;
}

struct Collected {
  std::string_view value;
  std::optional<Answer> answer;
};

void collect(void* context, const kouan_hit* hit) {
  auto& collected = *static_cast<Collected*>(context);
  REQUIRE(hit->value_index == 0);
  REQUIRE(hit->begin <= hit->end);
  REQUIRE(hit->end <= collected.value.size());
  REQUIRE_FALSE(collected.answer.has_value());
  Answer answer;
  answer.text = std::string(collected.value.substr(hit->begin, hit->end - hit->begin));
  answer.canonical = hit->canonical.size == 0
                         ? answer.text
                         : std::string(hit->canonical.data, hit->canonical.size);
  answer.birth_date = hit->birth_date;
  answer.age_years = hit->age_years;
  answer.damaged = (hit->flags & KOUAN_HIT_DAMAGED) != 0;
  collected.answer = std::move(answer);
}

}  // namespace

std::vector<const kouan_detector*> detectors() {
  const auto* list =
      static_cast<const kouan_detector_list*>(kouan_pii_plugin()->capability(KOUAN_DETECTOR_1));
  REQUIRE(list != nullptr);
  return {list->detectors, list->detectors + list->count};
}

const kouan_detector& detector(std::string_view name) {
  for (const auto* candidate : detectors()) {
    if (name == candidate->name) return *candidate;
  }
  FAIL("no detector is called " << name);
  return *detectors().front();
}

bool passes_gate(const kouan_detector& detector, std::string_view value) {
  std::uint32_t mask = 0;
  for (const char c : value) mask |= class_of(static_cast<unsigned char>(c));
  const std::string_view first = detector.first == nullptr ? "" : detector.first;
  if (!first.empty() && (value.empty() || first.find(value.front()) == std::string_view::npos)) {
    return false;
  }
  return (mask & ~detector.chars) == 0 && (detector.needs & ~mask) == 0 &&
         value.size() >= detector.length_min && value.size() <= detector.length_max;
}

std::optional<Answer> scan(const kouan_detector& detector, std::string_view value) {
  Collected collected{value, std::nullopt};
  const kouan_hit_sink sink{&collected, &collect};
  const kouan_text candidate{value.data(), value.size()};
  CHECK(detector.scan(nullptr, &candidate, 1, &sink) == KOUAN_OK);
  return collected.answer;
}

std::optional<Answer> probe(std::string_view detector_name, std::string_view value) {
  const auto& chosen = detector(detector_name);
  if (!passes_gate(chosen, value)) {
    // The gate may only stop what the detector would not take.
    CHECK_FALSE(scan(chosen, value).has_value());
    return std::nullopt;
  }
  return scan(chosen, value);
}

void check(const std::vector<Case>& cases) {
  for (const auto& c : cases) {
    CAPTURE(c.detector, c.note, c.value);
    const auto answer = probe(c.detector, c.value);
    CHECK(answer.has_value() == c.hit);
    if (c.hit && answer.has_value()) {
      CHECK(answer->canonical == (c.canonical == nullptr ? c.value : std::string(c.canonical)));
    }
  }
}

}  // namespace kouan::pii_probe
