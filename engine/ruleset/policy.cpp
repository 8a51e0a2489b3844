#include "ruleset/policy.hpp"

#include <algorithm>

namespace kouan {
namespace {

bool covers(const std::optional<Date>& from, const std::optional<Date>& to, Date day) {
  return (!from || *from <= day) && (!to || day <= *to);
}

}  // namespace

const NationalPeriod* NationalPolicy::at(Date day) const {
  const auto found = std::ranges::find_if(
      periods, [day](const NationalPeriod& period) { return covers(period.from, period.to, day); });
  return found == periods.end() ? nullptr : &*found;
}

const ClassRow* ClassTable::at(ConceptId field_concept, Date day) const {
  const auto found = std::ranges::find_if(rows_, [&](const ClassRow& row) {
    return row.field_concept == field_concept && covers(row.from, row.to, day);
  });
  return found == rows_.end() ? nullptr : &*found;
}

}  // namespace kouan
