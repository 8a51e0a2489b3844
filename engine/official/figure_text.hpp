#pragma once

/// \file
/// The figures of an official text as tokens: how many of what, from when, of which persons.
///
/// Nothing is guessed: whatever holds a number and is none of the known ways of writing a figure is
/// a `stray` token. Bounds: 以上, 达到 inclusive; 超过, 不满 exclusive; 以下, 以内 unstated unless
/// the text says whether the figure itself belongs to it. [any thread]

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ruleset/condition.hpp"

namespace kouan::official {

struct FigureToken {
  enum class Kind : std::uint8_t {
    figure,      // 100万人以上
    window,      // 自当年1月1日起
    exported,    // 向境外提供, 出境
    holds,       // 处理, right in front of a figure
    group,       // 群体
    population,  // 敏感个人信息
    both,        // 且
    either,      // 或
    ciio,        // 关键信息基础设施运营者
    not_ciio,    // 关键信息基础设施运营者以外
    pause,       // 、 and ，
    stop,        // ； 。 and the end of a line
    words,       // anything else
    stray,       // a number that is not understood
  };
  Kind kind = Kind::words;
  std::u32string text;  // as it stands in the text

  enum class Unit : std::uint8_t { persons, records, vehicles };
  Unit unit = Unit::persons;
  std::uint64_t figure = 0;
  bool at_least = true;
  Bound bound = Bound::unstated;
  Window window = Window::calendar_year;
  Population population = Population::any;
};

/// `text` as plain() gives it.
std::vector<FigureToken> figure_tokens(std::u32string_view text);

}  // namespace kouan::official
