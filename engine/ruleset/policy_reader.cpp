#include "ruleset/policy_reader.hpp"

#include "ruleset/condition_reader.hpp"
#include "ruleset/rule_schemas.hpp"

namespace kouan {
namespace {

constexpr std::array<Word<Window>, 3> policy_windows = {
    {{"calendar_year", Window::calendar_year},
     {"since_previous_year", Window::since_previous_year},
     {"all_time", Window::all_time}}};
constexpr std::array<Word<Concept::Class>, 4> policy_classes = {
    {{"personal", Concept::Class::personal},
     {"sensitive", Concept::Class::sensitive},
     {"business", Concept::Class::business},
     {"important-candidate", Concept::Class::important_candidate}}};

NationalPeriod read_period(NodeReader& reader, const YamlNode& node,
                           const match::ConceptTable& concepts) {
  NationalPeriod period;
  period.id = reader.text(node, "id");
  period.name = reader.local_text(node, "name");
  period.note = reader.local_text(node, "note");
  period.from = reader.date(node, "from").value_or(Date{});
  period.to = reader.date(node, "to");
  period.window = reader.word(node, "window", policy_windows, Window::calendar_year);
  period.rows = read_entries(reader, node, "rows", concepts);
  return period;
}

/// Every day from the first on has exactly one period, and only the last is open.
void check_order(NodeReader& reader, const YamlNode& node, const NationalPeriod& period,
                 const NationalPeriod* before) {
  if (period.to && *period.to < period.from) {
    reader.refuse(node, "expected 'to' on or after 'from', found it before");
  }
  if (before == nullptr) return;
  if (!before->to || *before->to + std::chrono::days(1) != period.from) {
    reader.refuse(node, "expected '" + period.id + "' to begin on the day after '" + before->id +
                            "' ends, found a gap or an overlap");
  }
}

Exemption read_exemption(NodeReader& reader, const YamlNode& node) {
  Exemption exemption;
  exemption.article = reader.text(node, "article");
  exemption.clause = reader.local_text(node, "clause");
  exemption.from = reader.date(node, "from").value_or(Date{});
  exemption.to = reader.date(node, "to");
  exemption.text = reader.local_text(node, "text");
  return exemption;
}

bool overlap(const ClassRow& a, const ClassRow& b) {
  const bool a_ends_first = a.to && b.from && *a.to < *b.from;
  const bool b_ends_first = b.to && a.from && *b.to < *a.from;
  return a.field_concept == b.field_concept && !a_ends_first && !b_ends_first;
}

}  // namespace

Result<NationalPolicy> read_national(const RuleFile& file, const match::ConceptTable& concepts) {
  KOUAN_TRY(const YamlNode root, checked_tree(file, "national"));
  NodeReader reader(file.name);
  NationalPolicy policy;
  for (const YamlNode& node : items_of(root, "periods")) {
    const NationalPeriod period = read_period(reader, node, concepts);
    check_order(reader, node, period, policy.periods.empty() ? nullptr : &policy.periods.back());
    policy.periods.push_back(period);
  }
  policy.special_regimes = read_entries(reader, root, "special_regimes", concepts);
  policy.questions = read_questions(reader, root, concepts);
  for (const YamlNode& node : items_of(root, "duties")) {
    policy.duties.push_back({reader.text(node, "zh"), reader.text(node, "en")});
  }
  for (const YamlNode& node : items_of(root, "exemptions")) {
    policy.exemptions.push_back(read_exemption(reader, node));
  }
  policy.outside_list_free = reader.text(root, "outside_list") == "free";
  if (reader.error()) return tl::unexpected<Error>(*reader.error());
  return policy;
}

Result<ClassTable> read_classes(const RuleFile& file, const match::ConceptTable& concepts) {
  KOUAN_TRY(const YamlNode root, checked_tree(file, "classes"));
  NodeReader reader(file.name);
  std::vector<ClassRow> rows;
  for (const YamlNode& node : items_of(root, "classes")) {
    ClassRow row;
    row.from = reader.date(node, "from");
    row.to = reader.date(node, "to");
    row.data_class = reader.word(node, "class", policy_classes, Concept::Class::personal);
    row.special = reader.truth(node, "special", false);
    row.source = reader.text(node, "source");
    for (const YamlNode& named : items_of(node, "concepts")) {
      row.field_concept = reader.concept_of(named, concepts);
      const bool twice =
          std::ranges::any_of(rows, [&](const ClassRow& other) { return overlap(row, other); });
      if (twice) {
        reader.refuse(
            named, "expected one class for each day, found a second one for '" + named.text + "'");
      }
      rows.push_back(row);
    }
  }
  if (reader.error()) return tl::unexpected<Error>(*reader.error());
  return ClassTable(std::move(rows));
}

}  // namespace kouan
