#include <array>
#include <set>

#include "sample.hpp"

namespace kouan::samples {
namespace {

constexpr std::uint64_t staff = 300;
constexpr std::uint64_t passages = 600;

/// The house's own badge number, which no general detector can know: GX- and six digits.
std::string badge_of(std::uint64_t member) {
  std::string badge = "GX-";
  append_padded(badge, spread(member, 1'000'000, 618'033U, 9), 6);
  return badge;
}

File make_staff(const Roster& roster, Facts& facts) {
  Table table("data/staff.csv", facts, "标识,姓名,部门,分机");
  constexpr std::array<std::string_view, 4> departments = {"研发", "采购", "质量", "行政"};
  for (std::uint64_t row = 0; row < staff; ++row) {
    const std::uint64_t member = shuffled(row, staff);
    table.row({badge_of(member), roster.person(member).name, departments[member % 4],
               member % 7 == 0 ? "" : std::to_string(8'000 + member)});
  }
  return table.finish();
}

File make_passages(Random& random, Facts& facts) {
  Lines lines("data/access-log.ndjson", facts);
  std::set<std::uint64_t> seen;
  std::uint64_t near_misses = 0;
  for (std::uint64_t row = 0; row < passages; ++row) {
    const std::uint64_t member = random.below(staff);
    JsonWriter json = lines.json();
    json.begin_object().field("gate", "N" + std::to_string(random.between(1, 6)));
    std::string time;
    append_date(time, {2026, 11, static_cast<unsigned>(row % 18) + 1});
    time += ' ';
    append_time(time, random.below(86'400));
    json.field("time", time).field("ref", badge_of(member));
    // Asset tags look alike and are no badges: five digits, or another prefix.
    if (row % 6 == 0) {
      json.field("asset", row % 12 == 0 ? "GX-" + std::to_string(10'000 + row)
                                        : "GY-" + std::to_string(100'000 + row));
      ++near_misses;
    }
    json.field_raw("alarm", row % 50 == 0 ? "\"\"" : "null").end_object();
    lines.end();
    seen.insert(member);
    if (row % 100 == 60) lines.repeat();
  }
  facts["badges in the log"] = seen.size();
  facts["asset tags like badges"] = near_misses;
  return lines.finish();
}

}  // namespace

Sample make_custom_rules(std::uint64_t seed) {
  Sample sample;
  Random random(seed);
  sample.files.push_back(make_staff(Roster(seed), sample.facts));
  sample.files.push_back(make_passages(random, sample.facts));
  sample.facts["persons"] = staff;
  sample.facts["badges"] = staff;
  sample.facts["minors_under_14"] = 0;
  return sample;
}

}  // namespace kouan::samples
