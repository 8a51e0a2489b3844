#include "official/figure_phrases.hpp"

#include <algorithm>
#include <span>
#include <utility>

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

/// What may stand between the verb and its figure without saying who is counted. Longer ones first.
constexpr std::u32string_view plain_words[] = {U"累计", U"共计", U"合计", U"总计", U"人数",
                                               U"数据", U"的",   U"(",    U")",    U":"};
/// An exception in a form that take_exceptions() does not read.
constexpr std::u32string_view unread_exceptions[] = {U"除",   U"不含",     U"不包括", U"不包含",
                                                     U"以外", U"另有规定", U"不计入"};

bool holds_any(std::u32string_view text, std::span<const std::u32string_view> words) {
  return std::ranges::any_of(words, [&](std::u32string_view word) {
    return text.find(word) != std::u32string_view::npos;
  });
}

std::u32string without(std::u32string text, std::span<const std::u32string_view> words) {
  for (const std::u32string_view word : words) {
    for (std::size_t at = text.find(word); at != std::u32string::npos; at = text.find(word, at)) {
      text.erase(at, word.size());
    }
  }
  return text;
}

/// One figure, or two that make a range, with what they count.
struct Counted {
  std::vector<FigureToken> figures;
  std::optional<Population> population;
  std::optional<Metric> metric;
  std::optional<Window> window;
  std::u32string narrowed;   // words in front that say of whom, in no known way
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
        return between_.clear();
      case Kind::exported:
        exported_ = true;
        return between_.clear();
      case Kind::holds:
        holds_ = true;
        return between_.clear();
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
        if (token.text == U"。") window_.reset();
        return between_.clear();
      case Kind::words:
        take_words(token);
        return;
    }
  }

  void take_words(const FigureToken& token) {
    if (holds_any(token.text, unread_exceptions)) {
      todo(token.text, "除外情形未能读出，请核对原文",
           "expected an exception in a known form, found another one");
    }
    between_ += token.text;
    if (token.text != U"的" && token.text != U"(" && token.text != U")") right_behind_ = false;
  }

  void take_figure(const FigureToken& token) {
    const bool apart = open_join_ && *open_join_ == Kind::either;
    const bool range = right_behind_ && !apart && all_.back().figures.size() == 1 &&
                       !all_.back().population && token.unit == all_.back().figures[0].unit &&
                       token.at_least != all_.back().figures[0].at_least;
    const std::u32string narrowed = without(std::exchange(between_, {}), plain_words);
    if (range) {
      all_.back().figures.push_back(token);
      open_join_.reset();
      return;
    }
    Counted one;
    one.figures = {token};
    one.window = window_;
    one.narrowed = narrowed;
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
    between_.clear();
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
      todo(all_[1].figures[0].text, "数值之间应都以“且”或者都以“或”连接，请核对原文",
           "expected 且 between all figures or 或 between all, found something else");
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
    // "fewer than 10,000" of something speaks of somebody; beside 且 nobody fits as well.
    const auto* const only = std::get_if<PersonsTest>(&tests[0].test);
    const bool from_one = tests.size() == 1 && only != nullptr && !only->at_least &&
                          only->metric == Metric::exported && !beside_both();
    if (from_one) {
      PersonsTest somebody = *only;
      somebody.at_least = true;
      somebody.figure = 1;
      somebody.bound = Bound::inclusive;
      tests.insert(tests.begin(), Condition{somebody});
    }
    if (tests.size() == 1) return std::move(tests[0]);
    Group group;
    group.limbs = std::move(tests);
    return Condition{std::move(group)};
  }

  bool beside_both() const {
    return std::ranges::any_of(all_, [](const Counted& one) { return one.joined == Kind::both; });
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
    if (test.metric != Metric::group_size && !one.narrowed.empty()) {
      todo(one.narrowed, "数值之前的文字限定了所计人员，请核对原文",
           "expected a figure right behind what is done, found words between that narrow it");
      return std::nullopt;
    }
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
  std::u32string between_;            // words since the verb, the last figure or join
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
