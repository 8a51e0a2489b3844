#include "ruleset/list_reader.hpp"

#include <iterator>
#include <set>

#include "hash/digest.hpp"
#include "ruleset/condition_reader.hpp"
#include "ruleset/rule_schemas.hpp"

namespace kouan {
namespace {

using Ids = std::vector<std::string>;

template <class Items>
Ids ids_of(const Items& items) {
  Ids ids;
  for (const auto& item : items) ids.push_back(item.id);
  return ids;
}

void add_once(NodeReader& reader, const YamlNode& node, const std::string& id, const Ids& before) {
  if (std::ranges::find(before, id) == before.end()) return;
  reader.refuse(node, Sentence{"每个编号应只出现一次，“" + id + "”重复",
                               "expected each id once, found '" + id + "' again"});
}

DeclaredTotals read_totals(NodeReader& reader, const YamlNode& root) {
  const YamlNode* node = root.find("declared_totals");
  if (node == nullptr) return {};
  return {reader.count(*node, "sectors"),      reader.count(*node, "scenarios"),
          reader.count(*node, "fields"),       reader.count(*node, "items"),
          reader.count(*node, "activities"),   reader.count(*node, "categories"),
          reader.count(*node, "subcategories")};
}

constexpr std::array<Word<ListKind>, 3> list_kinds = {{{"negative", ListKind::negative},
                                                       {"positive", ListKind::positive},
                                                       {"reference", ListKind::reference}}};

std::optional<ReferenceMode> read_reference_mode(NodeReader& reader, const YamlNode& root) {
  const YamlNode* node = root.find("reference_mode");
  if (node == nullptr) return std::nullopt;
  return ReferenceMode{reader.text(*node, "mode") == "may_apply_others", reader.date(*node, "from"),
                       reader.text(*node, "source"), reader.text(*node, "note")};
}

void read_sectors(NodeReader& reader, const YamlNode& root, NegativeList& list) {
  for (const YamlNode& node : items_of(root, "sectors")) {
    Sector sector;
    sector.id = reader.text(node, "id");
    sector.name = reader.local_text(node, "name");
    sector.excludes = reader.texts(node, "excludes");
    sector.note = reader.text(node, "note");
    add_once(reader, node, sector.id, ids_of(list.sectors));
    list.sectors.push_back(std::move(sector));
  }
}

void read_scenarios(NodeReader& reader, const YamlNode& root, const match::ConceptTable& concepts,
                    NegativeList& list) {
  for (const YamlNode& node : items_of(root, "scenarios")) {
    Scenario scenario;
    scenario.id = reader.text(node, "id");
    scenario.name = reader.local_text(node, "name");
    scenario.sector = reader.text(node, "sector");
    scenario.complete = reader.truth(node, "complete", false);
    scenario.fidelity = read_fidelity(reader, node);
    scenario.note = reader.text(node, "note");
    scenario.place = place_of(node);
    scenario.todos = read_todos(reader, node);
    for (const YamlNode& named : items_of(node, "typical")) {
      scenario.typical.push_back(reader.concept_of(named, concepts));
    }
    reader.known_id(*node.find("sector"), scenario.sector, ids_of(list.sectors),
                    Sentence{"清单的行业", "a sector of the list"});
    add_once(reader, node, scenario.id, ids_of(list.scenarios));
    list.scenarios.push_back(std::move(scenario));
  }
}

/// "pharma.*" stands for the scenarios of a sector; "any" for all, and stays.
Ids expanded(const Ids& scenarios, const NegativeList& list) {
  Ids out;
  for (const std::string& id : scenarios) {
    if (!id.ends_with(".*")) {
      out.push_back(id);
      continue;
    }
    const std::string sector = id.substr(0, id.size() - 2);
    for (const Scenario& scenario : list.scenarios) {
      if (scenario.sector == sector) out.push_back(scenario.id);
    }
  }
  return out;
}

void check_scenarios(NodeReader& reader, const YamlNode& node, const NegativeList& list) {
  Ids known = ids_of(list.scenarios);
  known.emplace_back("any");
  for (const Sector& sector : list.sectors) known.push_back(sector.id + ".*");
  for (const YamlNode& named : items_of(node, "scenarios")) {
    reader.known_id(named, named.text, known, Sentence{"清单的场景", "a scenario of the list"});
  }
}

/// Facts and questions anywhere below the node must be defined: somebody has to be asked.
void check_questions(NodeReader& reader, const YamlNode& node, const Ids& known) {
  for (const YamlMember& member : node.members) {
    const bool asks = member.key.text == "fact" || member.key.text == "question";
    if (asks && member.value.is_scalar()) {
      reader.known_id(
          member.value, member.value.text, known,
          Sentence{"清单或者全国规则中的问题", "a question of the list or of the national table"});
    }
    check_questions(reader, member.value, known);
  }
  for (const YamlNode& item : node.items) check_questions(reader, item, known);
}

void read_rows(NodeReader& reader, const YamlNode& root, const match::ConceptTable& concepts,
               const NationalPolicy& national, NegativeList& list) {
  list.questions = read_questions(reader, root, concepts);
  Ids known;
  for (const auto& [id, question] : list.questions) known.push_back(id);
  for (const auto& [id, question] : national.questions) known.push_back(id);
  for (const char* key : {"entries", "reference_rules"}) {
    for (const YamlNode& node : items_of(root, key)) {
      check_scenarios(reader, node, list);
      check_questions(reader, node, known);
    }
  }
  for (const YamlNode& node : items_of(root, "sectors")) {
    for (const YamlNode& fact : items_of(node, "excludes")) {
      reader.known_id(
          fact, fact.text, known,
          Sentence{"清单或者全国规则中的问题", "a question of the list or of the national table"});
    }
  }
  list.entries = read_entries(reader, root, "entries", concepts);
  list.reference_rules = read_entries(reader, root, "reference_rules", concepts);
  for (Entry& entry : list.entries) entry.scenarios = expanded(entry.scenarios, list);
}

/// Takes one sector over, with the scenarios, rows and questions that belong to it.
void take_sector(const NegativeList& from, const Sector& sector, NegativeList& to) {
  to.sectors.push_back(sector);
  Ids taken;
  for (const Scenario& scenario : from.scenarios) {
    if (scenario.sector != sector.id) continue;
    to.scenarios.push_back(scenario);
    taken.push_back(scenario.id);
  }
  for (const Entry& entry : from.entries) {
    Entry copy = entry;
    const bool is_any = entry.scenarios == Ids{"any"};
    copy.scenarios.clear();
    std::ranges::copy_if(taken, std::back_inserter(copy.scenarios), [&](const std::string& id) {
      return is_any || std::ranges::find(entry.scenarios, id) != entry.scenarios.end();
    });
    if (copy.scenarios.empty()) continue;
    const auto there = std::ranges::find(to.entries, entry.id, &Entry::id);
    if (there == to.entries.end()) {
      to.entries.push_back(std::move(copy));
    } else {
      std::ranges::copy(copy.scenarios, std::back_inserter(there->scenarios));
    }
  }
  to.questions.insert(from.questions.begin(), from.questions.end());
}

Origin origin_in(const NegativeList& list, const FilePlace& place) {
  Origin origin = origin_of(list.file);
  origin.line = place.line;
  origin.column = place.column;
  return origin;
}

/// `index` of carries_over cannot be taken over.
tl::unexpected<Error> bad_reference(const NegativeList& list, std::size_t index,
                                    const Sentence& why) {
  const std::string& reference = list.carries_over[index];
  const FilePlace place =
      index < list.carries_over_places.size() ? list.carries_over_places[index] : FilePlace{};
  return fail(
      ErrorCode::invalid_rule,
      Sentence{list.id + " 的 carries_over 应为“清单#行业”，实为“" + reference + "”，" + why.zh,
               "'carries_over' of " + list.id + ": expected list#sector, found '" + reference +
                   "', " + why.en},
      origin_in(list, place));
}

class CarryOver {
 public:
  explicit CarryOver(std::map<std::string, NegativeList>& lists) : lists_(lists) {}

  Result<bool> resolve(NegativeList& list) {
    if (done_.contains(list.id)) return true;
    open_.insert(list.id);
    for (std::size_t i = 0; i < list.carries_over.size(); ++i) {
      const std::string& reference = list.carries_over[i];
      const std::size_t hash = reference.find('#');
      const auto from = lists_.find(reference.substr(0, hash));
      if (hash == std::string::npos || from == lists_.end()) {
        return bad_reference(list, i, {"没有读入该清单", "which names no list that is loaded"});
      }
      if (open_.contains(from->first) && !done_.contains(from->first)) {
        return bad_reference(list, i, {"最终引回自身", "which takes over from itself"});
      }
      KOUAN_TRY(const bool resolved, resolve(from->second));
      static_cast<void>(resolved);
      const auto& sectors = from->second.sectors;
      const auto sector = std::ranges::find(sectors, reference.substr(hash + 1), &Sector::id);
      if (sector == sectors.end()) {
        return bad_reference(list, i, {"该清单没有此行业", "which has no such sector"});
      }
      if (std::ranges::find(list.sectors, sector->id, &Sector::id) != list.sectors.end()) {
        return bad_reference(list, i, {"本清单已有该行业", "a sector that the list has already"});
      }
      take_sector(from->second, *sector, list);
    }
    done_.insert(list.id);
    return true;
  }

 private:
  std::map<std::string, NegativeList>& lists_;
  std::set<std::string> open_, done_;
};

/// An edition stands in the place of an older one; none stands in its own.
Result<bool> check_replaced(const std::map<std::string, NegativeList>& lists) {
  for (const auto& [id, list] : lists) {
    auto at = lists.find(list.replaces);
    for (std::size_t steps = 0; at != lists.end() && steps <= lists.size(); ++steps) {
      if (at->first == id) {
        return fail(
            ErrorCode::invalid_rule,
            Sentence{"replaces 应为更早的清单，“" + list.replaces + "”最终引回 " + id + " 自身",
                     "expected an earlier list in 'replaces', found '" + list.replaces +
                         "', which leads back to " + id},
            origin_in(list, list.replaces_place));
      }
      at = lists.find(at->second.replaces);
    }
  }
  return true;
}

}  // namespace

KnownTotals known_totals(const NegativeList& list) {
  KnownTotals totals;
  totals.sectors = list.sectors.size();
  totals.scenarios = list.scenarios.size();
  for (const Entry& entry : list.entries) {
    totals.fields += entry.fields.size();
    // A row that nobody has read is a place holder, not an item of the list.
    totals.items += entry.fidelity < Fidelity::inferred ? 1 : 0;
  }
  return totals;
}

ListStatus status_on(const NegativeList& list, const std::map<std::string, NegativeList>& lists,
                     Date day) {
  if (day < list.in_force_from) return ListStatus::not_yet;
  if (in_force_on(list, day)) return ListStatus::in_force;
  const bool replaced = std::ranges::any_of(lists, [&](const auto& other) {
    return other.second.replaces == list.id && other.second.in_force_from <= day;
  });
  return replaced ? ListStatus::replaced : ListStatus::ended;
}

Result<NegativeList> read_list(const RuleFile& file, const match::ConceptTable& concepts,
                               const NationalPolicy& national) {
  KOUAN_TRY(const YamlNode root, checked_tree(file, "list"));
  NodeReader reader(file.name);
  NegativeList list;
  list.id = reader.text(root, "id");
  list.zone = reader.text(root, "zone");
  list.edition = reader.text(root, "edition");
  list.title = reader.local_text(root, "title");
  list.authority = reader.local_text(root, "authority");
  list.source = reader.text(root, "source");
  list.notes = reader.texts(root, "notes");
  const YamlNode& in_force = *root.find("in_force");
  list.in_force_from = reader.date(in_force, "from").value_or(Date{});
  list.in_force_to = reader.date(in_force, "to");
  if (list.in_force_to && *list.in_force_to < list.in_force_from) {
    reader.refuse(in_force, Sentence{"to 应不早于 from，实际更早",
                                     "expected 'to' on or after 'from', found it before"});
  }
  list.replaces = reader.text(root, "replaces");
  if (const YamlNode* const replaced = root.find("replaces")) {
    list.replaces_place = place_of(*replaced);
  }
  list.carries_over = reader.texts(root, "carries_over");
  for (const YamlNode& one : items_of(root, "carries_over")) {
    list.carries_over_places.push_back(place_of(one));
  }
  list.declared_totals = read_totals(reader, root);
  list.territory = reader.texts(root, "territory");
  list.excludes_ciio = reader.truth(root, "excludes_ciio", false);
  list.kind = reader.word(root, "kind", list_kinds, ListKind::negative);
  list.reference_mode = read_reference_mode(reader, root);
  read_sectors(reader, root, list);
  read_scenarios(reader, root, concepts, list);
  read_rows(reader, root, concepts, national, list);
  list.file = file.name;
  list.sha256 = sha256_hex(file.content);
  if (reader.error()) return tl::unexpected<Error>(*reader.error());
  return list;
}

Result<bool> resolve_carry_over(std::map<std::string, NegativeList>& lists) {
  CarryOver carry_over(lists);
  for (auto& [id, list] : lists) {
    KOUAN_TRY(const bool resolved, carry_over.resolve(list));
    static_cast<void>(resolved);
  }
  return check_replaced(lists);
}

}  // namespace kouan
