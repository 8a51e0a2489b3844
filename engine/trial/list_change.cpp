#include "trial/list_change.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "judge/explain.hpp"

namespace kouan::trial {
namespace {

auto parts_of(const FieldMatcher& field) {
  return std::tie(field.kind, field.field_concept, field.pattern);
}

bool same_field(const FieldMatcher& a, const FieldMatcher& b) {
  return parts_of(a) == parts_of(b);
}

bool same_test(const Group& a, const Group& b) {
  return a.kind == b.kind && std::ranges::equal(a.limbs, b.limbs, same_condition);
}
bool same_test(const PersonsTest& a, const PersonsTest& b) {
  return std::tie(a.metric, a.population, a.window, a.figure, a.at_least, a.bound) ==
         std::tie(b.metric, b.population, b.window, b.figure, b.at_least, b.bound);
}
bool same_test(const QuantityTest& a, const QuantityTest& b) {
  return std::tie(a.metric, a.figure, a.at_least, a.bound) ==
         std::tie(b.metric, b.figure, b.at_least, b.bound);
}
bool same_test(const FieldsTest& a, const FieldsTest& b) {
  return a.quantifier == b.quantifier && a.at_least == b.at_least &&
         std::ranges::equal(a.of, b.of, same_field);
}
bool same_test(const FactTest& a, const FactTest& b) {
  return a.fact == b.fact && a.is == b.is;
}
bool same_test(const QuestionTest& a, const QuestionTest& b) {
  return a.question == b.question && a.is == b.is;
}
bool same_test(const ExternalTest& a, const ExternalTest& b) {
  return a.rule == b.rule;
}
bool same_test(const PluginTest& a, const PluginTest& b) {
  return a.check == b.check;
}

bool same_when(const std::optional<Condition>& a, const std::optional<Condition>& b) {
  return a.has_value() == b.has_value() && (!a || same_condition(*a, *b));
}

bool same_text(const LocalText& a, const LocalText& b) {
  return std::tie(a.zh, a.en) == std::tie(b.zh, b.en);
}

/// The only figure of a condition that is nothing else than a count.
const PersonsTest* single_count(const std::optional<Condition>& when) {
  return when ? std::get_if<PersonsTest>(&when->test) : nullptr;
}

LocalText mechanism_name(const Entry& row) {
  if (row.other_route) return {"其他途径", "another route"};
  return row.mechanism ? outcome_name(*row.mechanism) : LocalText{"未知", "not known"};
}

/// The smallest count that reaches the figure; below a figure: the smallest that no longer is.
std::optional<std::uint64_t> reached_from(const PersonsTest& test) {
  if (!test.figure || test.bound == Bound::unstated) return std::nullopt;
  const bool next = (test.bound == Bound::exclusive) == test.at_least;
  return *test.figure + (next ? 1 : 0);
}

LocalText figure_text(const PersonsTest& test) {
  if (!test.figure) return {"未知", "not known"};
  const std::string figure = count_text({*test.figure, *test.figure});
  const std::string_view bound = bound_text(test.bound);
  const std::string words = " (" + std::string(bound) + ")";
  return {figure + words, figure + words};
}

class RowComparison {
 public:
  RowComparison(const Entry& before, const Entry& after) : before_(before), after_(after) {}

  std::vector<PartChange> run() {
    compare_mechanism();
    compare_when();
    compare_exceptions();
    compare_fields();
    if (before_.kind != after_.kind) add(RowPart::kind, ListChange::changed);
    const std::set<std::string> were(before_.scenarios.begin(), before_.scenarios.end());
    const std::set<std::string> are(after_.scenarios.begin(), after_.scenarios.end());
    if (were != are) add(RowPart::scenarios, ListChange::moved, joined(were), joined(are));
    if (!same_text(before_.clause, after_.clause)) {
      add(RowPart::clause, ListChange::changed, before_.clause, after_.clause);
    }
    if (!same_text(before_.category, after_.category)) {
      add(RowPart::category, ListChange::changed, before_.category, after_.category);
    }
    return std::move(parts_);
  }

 private:
  static LocalText joined(const std::set<std::string>& ids) {
    std::string out;
    for (const std::string& id : ids) out += (out.empty() ? "" : ", ") + id;
    return {out, out};
  }

  void add(RowPart part, ListChange change, LocalText was = {}, LocalText is = {}) {
    parts_.push_back({part, change, std::move(was), std::move(is)});
  }

  void compare_mechanism() {
    if (before_.mechanism == after_.mechanism && before_.other_route == after_.other_route) return;
    ListChange change = ListChange::changed;
    if (before_.mechanism && after_.mechanism && *before_.mechanism != *after_.mechanism) {
      change = *after_.mechanism > *before_.mechanism ? ListChange::tightened : ListChange::relaxed;
    }
    add(RowPart::mechanism, change, mechanism_name(before_), mechanism_name(after_));
  }

  void compare_when() {
    if (same_when(before_.when, after_.when)) return;
    const PersonsTest* const was = single_count(before_.when);
    const PersonsTest* const is = single_count(after_.when);
    const bool figures = was != nullptr && is != nullptr && was->metric == is->metric &&
                         was->population == is->population && was->window == is->window &&
                         was->at_least == is->at_least;
    if (figures) return compare_figures(*was, *is);
    ListChange change = ListChange::changed;
    if (!after_.when && !about_persons()) change = ListChange::tightened;
    if (!before_.when && !about_persons()) change = ListChange::relaxed;
    add(RowPart::condition, change);
  }

  bool about_persons() const {
    return before_.kind == EntryKind::personal || before_.kind == EntryKind::sensitive_personal ||
           before_.kind == EntryKind::special_sensitive;
  }

  void compare_figures(const PersonsTest& was, const PersonsTest& is) {
    const auto from = reached_from(was);
    const auto to = reached_from(is);
    ListChange change = ListChange::changed;
    if (from && to && *from != *to) {
      change = (*to < *from) == is.at_least ? ListChange::tightened : ListChange::relaxed;
    }
    add(RowPart::figure, change, figure_text(was), figure_text(is));
  }

  /// Each exception takes the row away somewhere: one more relaxes it.
  void compare_exceptions() {
    const auto missing = [](const std::vector<Condition>& of, const std::vector<Condition>& in) {
      return std::ranges::count_if(of, [&](const Condition& one) {
        return std::ranges::none_of(in, [&](const Condition& o) { return same_condition(one, o); });
      });
    };
    const auto gone = missing(before_.unless, after_.unless);
    const auto fresh = missing(after_.unless, before_.unless);
    if (gone == 0 && fresh == 0) return;
    add(RowPart::exception, gone == 0    ? ListChange::relaxed
                            : fresh == 0 ? ListChange::tightened
                                         : ListChange::changed);
  }

  void compare_fields() {
    const auto missing = [](const std::vector<FieldMatcher>& of,
                            const std::vector<FieldMatcher>& in) {
      return std::ranges::count_if(of, [&](const FieldMatcher& one) {
        return std::ranges::none_of(in, [&](const FieldMatcher& o) { return same_field(one, o); });
      });
    };
    const auto gone = missing(before_.fields, after_.fields);
    const auto fresh = missing(after_.fields, before_.fields);
    if (gone == 0 && fresh == 0 && before_.closed_set == after_.closed_set) return;
    ListChange change = ListChange::changed;
    const bool some = !before_.fields.empty() && !after_.fields.empty();
    if (some && before_.closed_set == after_.closed_set && gone == 0) {
      change = ListChange::tightened;
    } else if (some && before_.closed_set == after_.closed_set && fresh == 0) {
      change = ListChange::relaxed;
    }
    const auto count = [](const std::vector<FieldMatcher>& fields) {
      const std::string text = std::to_string(fields.size());
      return LocalText{text, text};
    };
    add(RowPart::fields, change, count(before_.fields), count(after_.fields));
  }

  const Entry& before_;
  const Entry& after_;
  std::vector<PartChange> parts_;
};

/// What a row became, of what its parts became: one direction, or none that can be told.
ListChange overall(const std::vector<PartChange>& parts) {
  const auto has = [&](ListChange change) {
    return std::ranges::find(parts, change, &PartChange::change) != parts.end();
  };
  const bool tightened = has(ListChange::tightened);
  const bool relaxed = has(ListChange::relaxed);
  if (tightened && relaxed) return ListChange::changed;
  if (tightened) return ListChange::tightened;
  if (relaxed) return ListChange::relaxed;
  return has(ListChange::changed) ? ListChange::changed : ListChange::moved;
}

template <class Items>
auto with_id(const Items& items, const std::string& id) {
  const auto found = std::ranges::find_if(items, [&](const auto& one) { return one.id == id; });
  return found == items.end() ? nullptr : &*found;
}

template <class Items>
void compare_places(const Items& before, const Items& after, bool sector, ListChanges& out) {
  for (const auto& one : after) {
    if (with_id(before, one.id) != nullptr) continue;
    out.places.push_back({ListChange::added, sector, one.id, one.name, {}});
  }
  for (const auto& one : before) {
    if (with_id(after, one.id) != nullptr) continue;
    out.places.push_back({ListChange::dropped, sector, one.id, one.name, {}});
  }
}

void compare_scenarios(const NegativeList& before, const NegativeList& after, ListChanges& out) {
  for (const Scenario& one : after.scenarios) {
    const Scenario* const was = with_id(before.scenarios, one.id);
    if (was == nullptr) continue;
    if (was->sector != one.sector) {
      out.places.push_back({ListChange::moved,
                            false,
                            one.id,
                            one.name,
                            {"行业 " + was->sector + " → " + one.sector,
                             "sector " + was->sector + " → " + one.sector}});
    }
    if (was->complete == one.complete) continue;
    const LocalText what = one.complete
                               ? LocalText{"条目已收录完整", "now all its rows are known"}
                               : LocalText{"条目不再完整", "its rows are no longer all known"};
    out.places.push_back({ListChange::changed, false, one.id, one.name, what});
  }
}

std::string joined_texts(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& one : texts) out += (out.empty() ? "" : ", ") + one;
  return out.empty() ? "-" : out;
}

void compare_heads(const NegativeList& before, const NegativeList& after, ListChanges& out) {
  const auto add = [&](const LocalText& what, const std::string& was, const std::string& is) {
    if (was != is) out.head.push_back({what, was, is});
  };
  const auto day = [](const std::optional<Date>& date) { return date ? to_text(*date) : "-"; };
  const auto count = [](const std::optional<std::uint64_t>& number) {
    return number ? std::to_string(*number) : "?";
  };
  const DeclaredTotals &was = before.declared_totals, &is = after.declared_totals;
  add({"施行", "in force from"}, to_text(before.in_force_from), to_text(after.in_force_from));
  add({"有效期至", "until"}, day(before.in_force_to), day(after.in_force_to));
  add({"适用地域", "territory"}, joined_texts(before.territory), joined_texts(after.territory));
  const auto answer = [](bool yes) { return yes ? "yes" : "no"; };
  add({"不适用于关键信息基础设施运营者", "leaves CIIOs out"}, answer(before.excludes_ciio),
      answer(after.excludes_ciio));
  add({"公布的行业数", "sectors, as declared"}, count(was.sectors), count(is.sectors));
  add({"公布的场景数", "scenarios, as declared"}, count(was.scenarios), count(is.scenarios));
  add({"公布的字段数", "fields, as declared"}, count(was.fields), count(is.fields));
  add({"公布的条目数", "items, as declared"}, count(was.items), count(is.items));
}

}  // namespace

bool same_condition(const Condition& a, const Condition& b) {
  if (a.test.index() != b.test.index()) return false;
  return std::visit(
      [&](const auto& test) {
        return same_test(test, std::get<std::decay_t<decltype(test)>>(b.test));
      },
      a.test);
}

ListChanges changes_between(const NegativeList& before, const NegativeList& after) {
  ListChanges out;
  compare_heads(before, after, out);
  compare_places(before.sectors, after.sectors, true, out);
  compare_places(before.scenarios, after.scenarios, false, out);
  compare_scenarios(before, after, out);
  for (const Entry& row : after.entries) {
    const Entry* const was = with_id(before.entries, row.id);
    if (was == nullptr) {
      out.rows.push_back({ListChange::added, row.id, nullptr, &row, {}});
      continue;
    }
    auto parts = RowComparison(*was, row).run();
    if (parts.empty()) continue;
    const ListChange change = overall(parts);
    out.rows.push_back({change, row.id, was, &row, std::move(parts)});
  }
  for (const Entry& row : before.entries) {
    if (with_id(after.entries, row.id) != nullptr) continue;
    out.rows.push_back({ListChange::dropped, row.id, &row, nullptr, {}});
  }
  return out;
}

}  // namespace kouan::trial
