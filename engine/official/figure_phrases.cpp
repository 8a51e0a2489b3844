#include "official/figure_phrases.hpp"

#include <algorithm>

#include "official/figure_text.hpp"
#include "official/wide_text.hpp"

namespace kouan::official {
namespace {

using Kind = FigureToken::Kind;
using Tokens = std::vector<FigureToken>;

std::string quoted_zh(std::u32string_view text) {
  return "“" + narrow(text) + "”";
}

/// Cuts out what stands in front of 除外, from 但 or the last stop on. "敏感个人信息除外" says
/// whose persons are counted, and stays.
std::vector<std::string> take_exceptions(std::u32string& text) {
  constexpr std::u32string_view end = U"除外";
  std::vector<std::string> taken;
  for (std::size_t at = text.find(end); at != std::u32string::npos; at = text.find(end, at)) {
    const std::u32string_view before = std::u32string_view(text).substr(0, at);
    const std::size_t stop = before.find_last_of(U"。;\n(");
    std::size_t begin = stop == std::u32string_view::npos ? 0 : stop + 1;
    const std::size_t but = before.rfind(U'但');
    if (but != std::u32string_view::npos && but >= begin) {
      begin = but;
    } else if (stop == std::u32string_view::npos || text[stop] != U'(') {
      const std::size_t comma = before.rfind(U',');
      if (comma != std::u32string_view::npos && comma >= begin) begin = comma + 1;
    }
    const std::u32string clause = text.substr(begin, at - begin);
    if (clause == U"敏感个人信息" || clause == U"敏感个人信息的") {
      at += end.size();
      continue;
    }
    taken.push_back(narrow(clause + std::u32string(end)));
    text.replace(begin, at + end.size() - begin, U"");
    at = begin;
  }
  return taken;
}

/// One figure, or two that make a range, with what they count.
struct Counted {
  std::vector<FigureToken> figures;
  std::optional<Population> population;
  std::optional<Metric> metric;
  std::optional<Window> window;
  Kind joined = Kind::stop;  // to the one in front: both, either, or stop for no word
};

class PhraseReader {
 public:
  explicit PhraseReader(Tokens tokens) : tokens_(std::move(tokens)) {}

  FigureReading run() {
    for (at_ = 0; at_ < tokens_.size(); ++at_) take(tokens_[at_]);
    if (open_join_ && !all_.empty()) {
      todo(U"", "“且”“或”之后应为数值，未能读出",
           "expected a figure behind 且 or 或, found none that can be read");
    }
    reading_.numbers = numbers_;
    if (!reading_.todos.empty()) return std::move(reading_);
    build();
    if (!reading_.todos.empty()) reading_.when.reset();
    return std::move(reading_);
  }

 private:
  void todo(std::u32string_view text, const std::string& zh, const std::string& en) {
    const std::string quote = text.empty() ? "" : quoted_zh(text);
    LocalText one{zh + quote, en + (quote.empty() ? "" : ": " + quote)};
    const auto same = [&](const LocalText& other) { return other.zh == one.zh; };
    if (std::ranges::none_of(reading_.todos, same)) reading_.todos.push_back(std::move(one));
  }

  void take(const FigureToken& token) {
    switch (token.kind) {
      case Kind::stray:
        numbers_ = true;
        return todo(token.text, "数字未能读为数值，请核对原文",
                    "expected a figure with a known unit and bound, found another number");
      case Kind::figure:
        numbers_ = true;
        return take_figure(token);
      case Kind::window:
        window_ = token.window;
        return;
      case Kind::exported:
        exported_ = true;
        return;
      case Kind::holds:
        holds_ = true;
        return;
      case Kind::group:
        if (right_behind_) all_.back().metric = Metric::group_size;
        return;
      case Kind::population:
        return take_population(token.population);
      case Kind::both:
      case Kind::either:
        return take_join(token.kind);
      case Kind::ciio:
      case Kind::not_ciio:
        ciio_ = token.kind == Kind::ciio;
        right_behind_ = false;
        return;
      case Kind::pause:
        return;
      case Kind::stop:
        exported_ = holds_ = right_behind_ = false;
        before_.reset();
        return;
      case Kind::words:
        if (token.text != U"的" && token.text != U"(" && token.text != U")") right_behind_ = false;
        return;
    }
  }

  void take_figure(const FigureToken& token) {
    const bool apart = open_join_ && *open_join_ == Kind::either;
    const bool range = right_behind_ && !apart && all_.back().figures.size() == 1 &&
                       !all_.back().population && token.unit == all_.back().figures[0].unit &&
                       token.at_least != all_.back().figures[0].at_least;
    if (range) {
      all_.back().figures.push_back(token);
      open_join_.reset();
      return;
    }
    Counted one;
    one.figures = {token};
    one.window = window_;
    if (holds_) {
      one.metric = Metric::held;
    } else if (exported_ || window_) {
      one.metric = Metric::exported;
    }
    one.population = before_;
    before_.reset();
    holds_ = false;
    one.joined = open_join_.value_or(Kind::stop);
    open_join_.reset();
    all_.push_back(std::move(one));
    right_behind_ = true;
    own_population_ = false;
  }

  void take_population(Population population) {
    if (!right_behind_ || open_join_) {
      before_ = population;
      return;
    }
    // The bracket behind 个人信息 narrows it; a second kind of information is something else.
    if (!own_population_ || population != Population::sensitive) {
      all_.back().population = population;
      own_population_ = true;
      return;
    }
    if (all_.back().population != population) right_behind_ = false;
  }

  void take_join(Kind kind) {
    // 10万人以上且不满100万人 is one range.
    if (kind == Kind::either) right_behind_ = false;
    before_.reset();
    if (all_.empty()) return;  // inside the description in front of the first figure
    if (open_join_ && *open_join_ != kind) {
      todo(U"", "“且”与“或”连用，请核对原文", "expected one of 且 and 或, found both");
    }
    open_join_ = kind;
  }

  void build() {
    if (all_.empty()) {
      if (ciio_) reading_.when = Condition{FactTest{"ciio", *ciio_}};
      return;
    }
    if (ciio_ && *ciio_) {
      return todo(U"", "关键信息基础设施运营者与数值的关系应由人工确认",
                  "expected figures for other handlers only, found them beside operators of "
                  "critical information infrastructure");
    }
    std::vector<Condition> limbs;
    for (const Counted& one : all_) {
      auto limb = condition_of(one);
      if (!limb) return;
      limbs.push_back(std::move(*limb));
    }
    Condition whole = limbs.size() == 1 ? std::move(limbs[0]) : joined(std::move(limbs));
    if (ciio_) {
      Group group;
      group.limbs.push_back(Condition{FactTest{"ciio", false}});
      group.limbs.push_back(std::move(whole));
      whole = Condition{std::move(group)};
    }
    reading_.when = std::move(whole);
  }

  Condition joined(std::vector<Condition> limbs) {
    const Kind how = all_[1].joined;
    const bool alike = std::all_of(all_.begin() + 1, all_.end(),
                                   [&](const Counted& one) { return one.joined == how; });
    if (!alike || how == Kind::stop) {
      todo(all_[1].figures[0].text, "数值之间应以“且”或“或”连接，请核对原文",
           "expected 且 or 或 between all figures, found something else");
    }
    Group group;
    group.kind = how == Kind::either ? Group::Kind::any : Group::Kind::all;
    group.limbs = std::move(limbs);
    return Condition{std::move(group)};
  }

  std::optional<Condition> condition_of(const Counted& one) {
    std::vector<Condition> tests;
    for (const FigureToken& figure : one.figures) {
      if (figure.unit != FigureToken::Unit::persons) {
        QuantityTest test;
        test.metric = figure.unit == FigureToken::Unit::records ? "records" : "vehicles";
        test.figure = figure.figure;
        test.at_least = figure.at_least;
        test.bound = figure.bound;
        tests.push_back(Condition{std::move(test)});
        continue;
      }
      auto test = persons_test(one, figure);
      if (!test) return std::nullopt;
      tests.push_back(Condition{*test});
    }
    if (tests.size() == 1) return std::move(tests[0]);
    Group group;
    group.limbs = std::move(tests);
    return Condition{std::move(group)};
  }

  std::optional<PersonsTest> persons_test(const Counted& one, const FigureToken& figure) {
    PersonsTest test;
    test.figure = figure.figure;
    test.at_least = figure.at_least;
    test.bound = figure.bound;
    if (!one.metric) {
      todo(figure.text, "应写明是出境人数、处理人数还是群体规模，请核对原文",
           "expected who is counted (exported, held, group), found a figure alone");
      return std::nullopt;
    }
    test.metric = *one.metric;
    if (test.metric == Metric::exported && !one.window) {
      todo(figure.text, "应写明累计期间，请核对原文",
           "expected the period over which is counted, found none");
      return std::nullopt;
    }
    test.window = test.metric == Metric::exported ? *one.window : Window::all_time;
    if (test.metric == Metric::group_size) return test;
    if (!one.population) {
      todo(figure.text, "应写明是个人信息还是敏感个人信息，请核对原文",
           "expected whose information is counted, found a figure alone");
      return std::nullopt;
    }
    test.population = *one.population;
    return test;
  }

  Tokens tokens_;
  std::size_t at_ = 0;
  FigureReading reading_;
  std::vector<Counted> all_;
  std::optional<Window> window_;
  std::optional<Population> before_;  // said in front of a figure
  std::optional<Kind> open_join_;
  std::optional<bool> ciio_;
  bool exported_ = false, holds_ = false, numbers_ = false;
  bool right_behind_ = false;    // the last figure, with nothing but marks since
  bool own_population_ = false;  // said behind the last figure
};

}  // namespace

FigureReading read_figures(std::string_view text) {
  std::u32string whole = plain(text);
  std::vector<std::string> exceptions = take_exceptions(whole);
  FigureReading reading = PhraseReader(figure_tokens(whole)).run();
  reading.exceptions = std::move(exceptions);
  return reading;
}

Condition unknown_figure() {
  PersonsTest test;
  test.bound = Bound::unstated;
  return Condition{test};
}

}  // namespace kouan::official
