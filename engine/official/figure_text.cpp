#include "official/figure_text.hpp"

#include <array>
#include <optional>

#include "official/wide_text.hpp"

namespace kouan::official {
namespace {

using Kind = FigureToken::Kind;

struct Phrase {
  std::u32string_view text;
  Kind kind;
  Window window = Window::calendar_year;
  Population population = Population::any;
};

/// The first that fits is taken: longer ones stand before their parts.
constexpr std::array<Phrase, 60> phrases = {{
    {U"自当年1月1日起", Kind::window, Window::calendar_year},
    {U"自当年一月一日起", Kind::window, Window::calendar_year},
    {U"当年1月1日起", Kind::window, Window::calendar_year},
    {U"自上年1月1日起", Kind::window, Window::since_previous_year},
    {U"自上一年1月1日起", Kind::window, Window::since_previous_year},
    {U"自上年一月一日起", Kind::window, Window::since_previous_year},
    {U"上年1月1日起", Kind::window, Window::since_previous_year},
    {U"关键信息基础设施运营者以外", Kind::not_ciio},
    {U"非关键信息基础设施运营者", Kind::not_ciio},
    {U"关键信息基础设施运营者", Kind::ciio},
    {U"向境外提供", Kind::exported},
    {U"向境外传输", Kind::exported},
    {U"数据出境", Kind::words},
    {U"出境标准合同", Kind::words},
    {U"出境安全评估", Kind::words},
    {U"出境", Kind::exported},
    {U"个人信息处理者", Kind::words},
    {U"敏感个人信息处理者", Kind::words},
    {U"个人信息主体", Kind::words},
    {U"个人信息保护", Kind::words},
    {U"(不含敏感个人信息)", Kind::population, Window::calendar_year, Population::non_sensitive},
    {U"(不包括敏感个人信息)", Kind::population, Window::calendar_year, Population::non_sensitive},
    {U"(不包含敏感个人信息)", Kind::population, Window::calendar_year, Population::non_sensitive},
    {U"(敏感个人信息除外)", Kind::population, Window::calendar_year, Population::non_sensitive},
    {U"不含敏感个人信息的个人信息", Kind::population, Window::calendar_year,
     Population::non_sensitive},
    {U"不含敏感个人信息", Kind::population, Window::calendar_year, Population::non_sensitive},
    {U"不包括敏感个人信息", Kind::population, Window::calendar_year, Population::non_sensitive},
    {U"非敏感个人信息", Kind::population, Window::calendar_year, Population::non_sensitive},
    {U"(含敏感个人信息)", Kind::population},
    {U"(包括敏感个人信息)", Kind::population},
    {U"(包含敏感个人信息)", Kind::population},
    {U"个人敏感信息", Kind::population, Window::calendar_year, Population::sensitive},
    {U"敏感个人信息", Kind::population, Window::calendar_year, Population::sensitive},
    {U"个人信息", Kind::population},
    {U"群体", Kind::group},
    {U"人群", Kind::group},
    {U"并且", Kind::both},
    {U"同时", Kind::both},
    {U"而且", Kind::both},
    {U"以及", Kind::pause},
    {U"且", Kind::both},
    // The two mechanisms that are one outcome.
    {U"标准合同备案或者", Kind::words},
    {U"标准合同备案或", Kind::words},
    {U"标准合同或者", Kind::words},
    {U"标准合同或", Kind::words},
    {U"认证或者", Kind::words},
    {U"认证或", Kind::words},
    {U"或者", Kind::either},
    {U"或", Kind::either},
    {U"处理", Kind::holds},
    {U"、", Kind::pause},
    {U",", Kind::pause},
    {U";", Kind::stop},
    {U"。", Kind::stop},
    {U"\n", Kind::stop},
    {U"若干万", Kind::stray},
    {U"数十万", Kind::stray},
    {U"数百万", Kind::stray},
    {U"数万", Kind::stray},
    {U"人次", Kind::stray},
}};

struct Direction {
  std::u32string_view text;
  bool at_least;
  Bound bound;
};

constexpr std::array<Direction, 21> in_front = {
    {{U"大于等于", true, Bound::inclusive},  {U"大于或等于", true, Bound::inclusive},
     {U"小于等于", false, Bound::inclusive}, {U"小于或等于", false, Bound::inclusive},
     {U"不超过", false, Bound::inclusive},   {U"未超过", false, Bound::inclusive},
     {U"不少于", true, Bound::inclusive},    {U"不低于", true, Bound::inclusive},
     {U"未达到", false, Bound::exclusive},   {U"未达", false, Bound::exclusive},
     {U"未满", false, Bound::exclusive},     {U"不满", false, Bound::exclusive},
     {U"不足", false, Bound::exclusive},     {U"少于", false, Bound::exclusive},
     {U"低于", false, Bound::exclusive},     {U"小于", false, Bound::exclusive},
     {U"超过", true, Bound::exclusive},      {U"大于", true, Bound::exclusive},
     {U"达到", true, Bound::inclusive},      {U"至少", true, Bound::inclusive},
     {U"满", true, Bound::inclusive}}};
constexpr std::array<Direction, 5> behind = {{{U"及以上", true, Bound::inclusive},
                                              {U"以上", true, Bound::inclusive},
                                              {U"及以下", false, Bound::inclusive},
                                              {U"以下", false, Bound::unstated},
                                              {U"以内", false, Bound::unstated}}};

constexpr std::array<std::pair<std::u32string_view, Bound>, 4> bound_marks = {
    {{U"(不含本数)", Bound::exclusive},
     {U"(含本数)", Bound::inclusive},
     {U"(不含)", Bound::exclusive},
     {U"(含)", Bound::inclusive}}};

/// In front of a number they leave it open.
constexpr std::u32string_view about = U"约近逾几数上余";
constexpr std::u32string_view han_digits = U"〇一二三四五六七八九";

class FigureScanner {
 public:
  explicit FigureScanner(std::u32string_view text) : text_(text) {}

  std::vector<FigureToken> run() {
    while (at_ < text_.size()) {
      if (read_item_number() || read_figure() || read_phrase() || read_stray()) continue;
      words_ += text_[at_++];
    }
    flush();
    return std::move(tokens_);
  }

 private:
  bool starts(std::u32string_view with) const { return text_.substr(at_).starts_with(with); }
  bool take(std::u32string_view with) {
    if (!starts(with)) return false;
    at_ += with.size();
    return true;
  }

  void flush() {
    if (words_.empty()) return;
    tokens_.push_back({Kind::words, std::move(words_)});
    words_.clear();
  }

  /// Numbers of items at the start of a line or behind a stop.
  bool read_item_number() {
    const bool begins = at_ == 0 || text_[at_ - 1] == U'\n' || text_[at_ - 1] == U';' ||
                        text_[at_ - 1] == U'。' || text_[at_ - 1] == U':';
    if (!begins) return false;
    const std::u32string_view rest = text_.substr(at_);
    const std::size_t taken = rest.size() - without_number(rest).size();
    at_ += taken;
    return taken != 0;
  }

  bool read_phrase() {
    for (const Phrase& phrase : phrases) {
      if (!starts(phrase.text)) continue;
      if (phrase.kind == Kind::holds && !figure_follows(phrase.text.size())) continue;
      flush();
      FigureToken token{phrase.kind, std::u32string(phrase.text)};
      token.window = phrase.window;
      token.population = phrase.population;
      tokens_.push_back(std::move(token));
      at_ += phrase.text.size();
      return true;
    }
    return false;
  }

  bool figure_follows(std::size_t after) {
    FigureScanner ahead(text_.substr(at_ + after));
    return ahead.read_figure() && !ahead.tokens_.empty() &&
           ahead.tokens_.front().kind == Kind::figure;
  }

  /// A number that is part of no figure. One in running words (第三方, 一般) is none.
  bool read_stray() {
    const bool digits = is_digit(text_[at_]);
    const bool myriads = starts(U"万人") || starts(U"亿人") || starts(U"万条");
    if (!digits && !myriads) return false;
    flush();
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == U'.')) ++at_;
    at_ = std::min(text_.size(), at_ + 4);
    tokens_.push_back({Kind::stray, std::u32string(text_.substr(begin, at_ - begin))});
    return true;
  }

  bool read_figure() {
    const std::size_t begin = at_;
    const Direction* before = nullptr;
    for (const Direction& one : in_front) {
      if (!take(one.text)) continue;
      before = &one;
      break;
    }
    const std::size_t first = at_;
    const std::optional<std::uint64_t> number = read_number();
    FigureToken token{Kind::figure, {}};
    if (!number || !read_unit(token)) return give_up(begin, first);
    token.figure = *number;
    const bool vague = !words_.empty() && about.find(words_.back()) != std::u32string_view::npos;
    const bool sound = read_bound(before, token) && !vague;
    token.text = text_.substr(begin, at_ - begin);
    if (!sound) token.kind = Kind::stray;
    flush();
    tokens_.push_back(std::move(token));
    return true;
  }

  /// A number with 万 or 亿 that counts nothing known is stray, not words.
  bool give_up(std::size_t begin, std::size_t first) {
    const std::u32string_view read = text_.substr(first, at_ - first);
    const bool large = read.find_first_of(U"万亿") != std::u32string_view::npos;
    // What counts in another way (2024年, 24个月) is looked at by read_stray().
    if (!large || is_digit(text_[first])) {
      at_ = begin;
      return false;
    }
    flush();
    tokens_.push_back({Kind::stray, std::u32string(text_.substr(begin, at_ + 2 - begin))});
    at_ = std::min(text_.size(), at_ + 2);
    return true;
  }

  bool read_unit(FigureToken& token) {
    if (starts(U"人次")) return false;
    if (take(U"人")) return true;
    if (take(U"条")) {
      token.unit = FigureToken::Unit::records;
      return true;
    }
    if (take(U"辆")) {
      token.unit = FigureToken::Unit::vehicles;
      return true;
    }
    return false;
  }

  std::optional<Bound> read_mark() {
    for (const auto& [text, bound] : bound_marks) {
      if (take(text)) return bound;
    }
    return std::nullopt;
  }

  /// False: no direction, or two that contradict each other.
  bool read_bound(const Direction* before, FigureToken& token) {
    std::optional<Bound> mark = read_mark();
    const Direction* after = nullptr;
    for (const Direction& one : behind) {
      if (!take(one.text)) continue;
      after = &one;
      break;
    }
    if (!mark) mark = read_mark();
    const Direction* const said = before != nullptr ? before : after;
    if (said == nullptr) return false;
    token.at_least = said->at_least;
    token.bound = mark.value_or(said->bound);
    if (before == nullptr || after == nullptr) return true;
    return before->at_least == after->at_least && before->bound == after->bound;
  }

  /// 100, 1,000, 1.5万, 十万, 一百二十万, 3千万. Nothing, with at_ moved: no number, or not whole.
  std::optional<std::uint64_t> read_number() {
    return is_digit(at_ < text_.size() ? text_[at_] : U' ') ? read_digits() : read_han();
  }

  static std::uint64_t unit_of(char32_t value) {
    switch (value) {
      case U'十':
        return 10;
      case U'百':
        return 100;
      case U'千':
        return 1'000;
      case U'万':
        return 10'000;
      case U'亿':
        return 100'000'000;
      default:
        return 0;
    }
  }

  std::optional<std::uint64_t> read_digits() {
    std::uint64_t value = 0;
    std::uint64_t scale = 1;  // of the digits behind the point
    bool point = false;
    std::size_t digits = 0;
    for (; at_ < text_.size(); ++at_) {
      const char32_t one = text_[at_];
      const bool more = at_ + 1 < text_.size() && is_digit(text_[at_ + 1]);
      if (one == U',' && !point && more && groups_follow()) continue;
      if (one == U'.' && !point && more) {
        point = true;
        continue;
      }
      if (!is_digit(one)) break;
      if (++digits > 12) return std::nullopt;
      value = value * 10 + (one - U'0');
      if (point) scale *= 10;
    }
    for (int units = 0; units < 2 && at_ < text_.size() && unit_of(text_[at_]) != 0; ++units) {
      value *= unit_of(text_[at_++]);
    }
    if (value % scale != 0) return std::nullopt;
    return value / scale;
  }

  bool groups_follow() const {
    std::size_t digits = 0;
    while (at_ + 1 + digits < text_.size() && is_digit(text_[at_ + 1 + digits])) ++digits;
    return digits == 3;
  }

  std::optional<std::uint64_t> read_han() {
    std::uint64_t whole = 0, part = 0, digit = 0;
    bool any = false;
    for (; at_ < text_.size(); ++at_) {
      const char32_t one = text_[at_] == U'两' ? U'二' : text_[at_] == U'零' ? U'〇' : text_[at_];
      const std::size_t found = han_digits.find(one);
      const std::uint64_t unit = unit_of(one);
      if (found == std::u32string_view::npos && (unit == 0 || (!any && unit != 10))) break;
      any = true;
      if (found != std::u32string_view::npos) {
        digit = found;
      } else if (unit < 10'000) {
        part += (digit == 0 ? 1 : digit) * unit;
        digit = 0;
      } else {
        // 一亿二千万: what stands in front of 亿 is multiplied once.
        whole = unit == 10'000 ? whole + (part + digit) * unit : (whole + part + digit) * unit;
        part = digit = 0;
      }
      if (whole > 100'000'000'000U) return std::nullopt;
    }
    if (!any) return std::nullopt;
    return whole + part + digit;
  }

  std::u32string_view text_;
  std::size_t at_ = 0;
  std::u32string words_;
  std::vector<FigureToken> tokens_;
};

}  // namespace

std::vector<FigureToken> figure_tokens(std::u32string_view text) {
  return FigureScanner(text).run();
}

}  // namespace kouan::official
