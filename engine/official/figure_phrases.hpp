#pragma once

/// \file
/// The condition that a passage of an official text sets, as far as its words leave no choice.
///
/// Read are figures with unit, bound, population and window; ranges (10万人以上不满100万人); 且 and
/// 或 between them; operators of critical information infrastructure; and 除外, whose words become
/// a question. Everything else that holds a number gives a todo, and no condition. [any thread]

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ruleset/negative_list.hpp"

namespace kouan::official {

struct FigureReading {
  std::optional<Condition> when;        // nullopt: the text sets none, or todos says why not
  std::vector<std::string> exceptions;  // word for word; each takes the row away
  std::vector<LocalText> todos;
  bool numbers = false;  // the text holds numbers, read or not
};

FigureReading read_figures(std::string_view text);

/// The condition of a row whose figure nobody has read: unknown, whatever the count.
Condition unknown_figure();

}  // namespace kouan::official
