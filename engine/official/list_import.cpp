#include "official/list_import.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "official/row_reader.hpp"
#include "official/wide_text.hpp"

namespace kouan::official {
namespace {

/// Text as YAML may hold it whatever it is: in quotes.
std::string quoted(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out = "\"";
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (byte == '"' || byte == '\\') {
      (out += '\\') += byte;
    } else if (byte == '\n') {
      out += "\\n";
    } else if (value < 0x20 || value == 0x7F) {
      out += "\\x";
      out += digits[value >> 4U];
      out += digits[value & 15U];
    } else {
      out += byte;
    }
  }
  return out + '"';
}

std::string local(const LocalText& text) {
  return "{zh: " + quoted(text.zh) + ", en: " + quoted(text.en) + "}";
}

/// A part of the map as flow YAML; plain scalars stay plain.
std::string flow(const YamlNode& node) {
  std::string out;
  if (node.is_map()) {
    for (const YamlMember& one : node.members) {
      out += (out.empty() ? "" : ", ") + one.key.text + ": " + flow(one.value);
    }
    return "{" + out + "}";
  }
  if (node.is_list()) {
    for (const YamlNode& one : node.items) out += (out.empty() ? "" : ", ") + flow(one);
    return "[" + out + "]";
  }
  const bool number = !node.quoted && !node.text.empty() &&
                      node.text.find_first_not_of("0123456789") == std::string::npos;
  return number ? node.text : quoted(node.text);
}

std::string figure_words(const std::optional<std::uint64_t>& figure, bool at_least, Bound bound) {
  constexpr std::array<std::string_view, 3> bounds = {"inclusive", "exclusive", "unstated"};
  return (at_least ? "at_least: " : "below: ") + (figure ? std::to_string(*figure) : "unknown") +
         ", bound: " + std::string(bounds[static_cast<std::size_t>(bound)]) + "}}";
}

std::string condition_words(const Condition& condition) {
  if (const auto* const persons = std::get_if<PersonsTest>(&condition.test)) {
    constexpr std::array<std::string_view, 3> metrics = {"exported", "held", "group_size"};
    constexpr std::array<std::string_view, 4> populations = {"non_sensitive", "sensitive",
                                                             "special", "any"};
    constexpr std::array<std::string_view, 3> windows = {"calendar_year", "since_previous_year",
                                                         "all_time"};
    return "{persons: {metric: " + std::string(metrics[static_cast<std::size_t>(persons->metric)]) +
           ", population: " +
           std::string(populations[static_cast<std::size_t>(persons->population)]) +
           ", window: " + std::string(windows[static_cast<std::size_t>(persons->window)]) + ", " +
           figure_words(persons->figure, persons->at_least, persons->bound);
  }
  if (const auto* const quantity = std::get_if<QuantityTest>(&condition.test)) {
    return "{quantity: {metric: " + quantity->metric + ", " +
           figure_words(quantity->figure, quantity->at_least, quantity->bound);
  }
  if (const auto* const fact = std::get_if<FactTest>(&condition.test)) {
    return "{fact: " + fact->fact + ", is: " + (fact->is ? "yes" : "no") + "}";
  }
  const auto& group = std::get<Group>(condition.test);
  std::string limbs;
  for (const Condition& limb : group.limbs) {
    limbs += (limbs.empty() ? "" : ", ") + condition_words(limb);
  }
  return std::string(group.kind == Group::Kind::any ? "{any: [" : "{all: [") + limbs + "]}";
}

struct ScenarioText {
  std::string id, name, sector;
  bool settled = true;
};

class ListWriter {
 public:
  ListWriter(const sheet::Table& table, const TableRows& rows, const ImportMap& map,
             const RuleSet& rules)
      : table_(table), rows_(rows), map_(map), rules_(rules) {}

  ImportedList run() {
    std::vector<RowReading> readings;
    for (const EntryRow& row : rows_.entries) {
      readings.push_back(read_row(row, map_, *rules_.lexicon, rules_.concepts));
      const std::string sector = sector_id(row);
      for (const std::string& name : readings.back().scenarios) scenario(sector, name);
    }
    for (std::size_t i = 0; i < readings.size(); ++i) add_entry(rows_.entries[i], readings[i]);
    std::string& out = result_.yaml;
    for (const YamlMember& one : map_.list.members) {
      out += one.key.text + ": " + flow(one.value) + "\n";
    }
    if (map_.list.find("declared_totals") == nullptr) out += "declared_totals: {}\n";
    out += "\n" + table_words() + "\nsectors:\n" + sectors_ + "\nscenarios:\n" + scenario_words();
    if (!questions_.empty()) out += "\nquestions:\n" + questions_;
    out += "\nentries:\n" + entries_;
    return std::move(result_);
  }

 private:
  std::string table_words() const {
    std::string out = "table:\n  columns: [";
    for (std::size_t i = 0; i < rows_.columns.size(); ++i) {
      out += (i == 0 ? "" : ", ") + quoted(rows_.columns[i]);
    }
    out += "]\n";
    if (!table_.sheet.empty()) out += "  sheet: " + quoted(table_.sheet) + "\n";
    std::string merged;
    for (const sheet::Merge& one : table_.merges) {
      merged += (merged.empty() ? "" : ", ") + quoted(sheet::merge_name(one));
    }
    if (!merged.empty()) out += "  merged: [" + merged + "]\n";
    out += "  rows:\n";
    for (const std::size_t row : rows_.others) {
      std::string cells;
      for (const sheet::Cell& cell : table_.rows[row]) {
        cells += (cells.empty() ? "" : ", ") + quoted(cell.text);
      }
      out += "    - {row: " + std::to_string(row + 1) + ", cells: [" + cells + "]}\n";
    }
    return out;
  }

  std::string sector_id(const EntryRow& row) {
    std::string name = one_line(row.text(Role::sector));
    if (name.empty()) name = row.heading.empty() ? "全部" : one_line(row.heading);
    const auto [at, is_new] = sector_ids_.try_emplace(name);
    if (!is_new) return at->second;
    const auto said = map_.sectors.find(without_blanks(name));
    at->second =
        said != map_.sectors.end() ? said->second : "sector_" + std::to_string(sector_ids_.size());
    sectors_ += "  - {id: " + at->second + ", name: " + quoted(name) + "}\n";
    return at->second;
  }

  ScenarioText& scenario(const std::string& sector, const std::string& name) {
    const auto found = std::ranges::find_if(scenarios_, [&](const ScenarioText& one) {
      return one.sector == sector && one.name == name;
    });
    if (found != scenarios_.end()) return *found;
    const auto said = map_.scenarios.find(without_blanks(name));
    const auto before = std::ranges::count(scenarios_, sector, &ScenarioText::sector);
    const std::string id =
        said != map_.scenarios.end() ? said->second : "scenario_" + std::to_string(before + 1);
    return scenarios_.emplace_back(ScenarioText{sector + "." + id, name, sector});
  }

  std::string scenario_words() const {
    std::string out;
    for (const ScenarioText& one : scenarios_) {
      const bool complete = map_.complete && one.settled && !any_open_;
      out += "  - {id: " + one.id + ", name: " + quoted(one.name) + ", sector: " + one.sector +
             ", complete: " + (complete ? "yes" : "no") + ", fidelity: verbatim}\n";
    }
    return out;
  }

  /// "All scenarios" of a row are those of its sector; of a table without sectors, any.
  std::string scenario_ids(const EntryRow& row, const RowReading& reading) {
    const std::string sector = sector_id(row);
    std::vector<std::string> names = reading.scenarios;
    if (reading.any_scenario) {
      if (row.text(Role::sector).empty() && row.heading.empty()) {
        any_open_ = any_open_ || !reading.settled();
        return "any";
      }
      for (const ScenarioText& one : scenarios_) {
        if (one.sector == sector) names.push_back(one.name);
      }
      if (names.empty()) names.push_back(one_line(row.text(Role::scenario)));
    }
    std::string ids;
    for (const std::string& name : names) {
      ScenarioText& one = scenario(sector, name);
      one.settled = one.settled && reading.settled();
      ids += (ids.empty() ? "" : ", ") + one.id;
    }
    return ids;
  }

  std::string clause(const EntryRow& row) const {
    std::string out;
    for (const Role role : {Role::sector, Role::activity, Role::scenario}) {
      const std::string text = one_line(row.text(role));
      if (!text.empty()) out += (out.empty() ? "" : " · ") + text;
    }
    return out;
  }

  void add_entry(const EntryRow& row, const RowReading& reading) {
    const std::string number = std::to_string(++result_.entries);
    const std::string id = map_.entry_prefix + "-" +
                           std::string(3 - std::min<std::size_t>(3, number.size()), '0') + number;
    const std::string where = clause(row);
    const std::string line = std::to_string(row.row + 1);
    const std::string category = one_line(row.text(Role::category));
    const std::string part = one_line(row.text(Role::subcategory));
    const YamlNode* const source = map_.list.find("source");
    entries_ +=
        "  - id: " + id + "\n    clause: " +
        local({where + "（表格第 " + line + " 行）", where + " (row " + line + " of the table)"}) +
        "\n    fidelity: " + (reading.settled() ? "verbatim" : "partial") +
        "\n    source: " + quoted(source->text) + "\n    scenarios: [" +
        scenario_ids(row, reading) +
        "]\n    category: " + quoted(part.empty() ? category : category + "：" + part) +
        "\n    kind: " + reading.kind + "\n";
    add_fields(reading);
    if (reading.figures.when)
      entries_ += "    when: " + condition_words(*reading.figures.when) + "\n";
    add_exceptions(id, reading);
    entries_ += "    mechanism: " + reading.mechanism + "\n";
    add_todos(reading);
    add_official(row);
  }

  void add_fields(const RowReading& reading) {
    if (reading.fields.empty()) return;
    entries_ += "    fields:\n";
    for (const ExampleField& field : reading.fields) {
      ++result_.fields;
      entries_ += "      - {zh: " + quoted(field.name);
      if (field.concept_id != no_concept) {
        entries_ += ", concept: " + rules_.concepts.at(field.concept_id).id +
                    ", certainty: " + (field.certainty == Certainty::sure ? "sure" : "likely") +
                    "}\n";
      } else {
        ++result_.todos;
        entries_ += ", todo: " + local(field.todo) + "}\n";
      }
    }
  }

  static LocalText except_question(const std::string& id, const std::string& exception) {
    LocalText text{"是否属于条目 ", "Does the exception of row "};
    text.zh.append(id).append(" 的除外情形：“").append(exception).append("”？");
    text.en.append(id).append(" apply: “").append(exception).append("”?");
    return text;
  }

  void add_exceptions(const std::string& id, const RowReading& reading) {
    if (reading.figures.exceptions.empty()) return;
    std::string limbs;
    std::size_t count = 0;
    for (const std::string& one : reading.figures.exceptions) {
      const std::string question = id + "-except-" + std::to_string(++count);
      limbs += (limbs.empty() ? "" : ", ") + ("{question: " + question + ", is: yes}");
      questions_ += "  - id: " + question + "\n    text: " + local(except_question(id, one)) + "\n";
    }
    entries_ += "    unless: [" + limbs + "]\n";
  }

  void add_todos(const RowReading& reading) {
    std::vector<LocalText> todos = reading.todos;
    todos.insert(todos.end(), reading.figures.todos.begin(), reading.figures.todos.end());
    if (todos.empty()) return;
    entries_ += "    todo:\n";
    for (const LocalText& one : todos) entries_ += "      - " + local(one) + "\n";
    result_.todos += todos.size();
  }

  void add_official(const EntryRow& row) {
    std::string cells;
    const auto& own = table_.rows[row.row];
    for (std::size_t column = 0; column < own.size(); ++column) {
      if (own[column].text.empty()) continue;
      cells += "        " + quoted(rows_.columns[column]) + ": " + quoted(own[column].text) + "\n";
    }
    entries_ +=
        "    official:\n      row: " + std::to_string(row.row + 1) + "\n      cells:\n" + cells;
  }

  const sheet::Table& table_;
  const TableRows& rows_;
  const ImportMap& map_;
  const RuleSet& rules_;
  ImportedList result_;
  std::map<std::string, std::string> sector_ids_;
  std::vector<ScenarioText> scenarios_;
  std::string sectors_, questions_, entries_;
  bool any_open_ = false;
};

}  // namespace

Result<ImportedList> import_list(const sheet::Table& table, const ImportMap& map,
                                 const RuleSet& rules) {
  KOUAN_TRY(const TableRows rows, read_rows(table, map));
  return ListWriter(table, rows, map, rules).run();
}

}  // namespace kouan::official
