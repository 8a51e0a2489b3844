#pragma once

/// \file
/// A table for terminals, aligned by display width. Cells must be escaped. [any thread]

#include <cstddef>
#include <string>
#include <vector>

#include "text/width.hpp"

namespace kouan::report {

enum class Cut : unsigned char { end, middle };

struct Column {
  std::string title;
  text::Align align = text::Align::left;
  std::size_t width_max = 40;  // columns of the terminal
  Cut cut = Cut::end;
};

/// Title line and rows, each ended by \n and indented by two. A column whose cells are all empty is
/// left out. Every row has as many cells as there are columns.
std::string text_table(const std::vector<Column>& columns,
                       const std::vector<std::vector<std::string>>& rows);

}  // namespace kouan::report
