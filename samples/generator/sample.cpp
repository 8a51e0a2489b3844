#include "sample.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "stream.hpp"

namespace kouan::samples {
namespace {

constexpr std::array<Folder, 6> all_folders = {{{"retail", &make_retail},
                                                {"automotive", &make_automotive},
                                                {"pharma", &make_pharma},
                                                {"aviation", &make_aviation},
                                                {"ai-training", &make_ai_training},
                                                {"custom-rules", &make_custom_rules}}};

}  // namespace

std::span<const Folder> folders() {
  return all_folders;
}

const Folder* find_folder(std::string_view name) {
  const auto* const found = std::ranges::find(all_folders, name, &Folder::name);
  return found == all_folders.end() ? nullptr : found;
}

std::uint64_t shuffled(std::uint64_t row, std::uint64_t size) {
  std::uint64_t factor = 7'919;  // a prime; the next number if the size happens to share it
  while (std::gcd(factor, size) != 1) ++factor;
  return row * factor % size;
}

void Lines::end() {
  text_ += '\n';
  ++records_;
}

void Lines::end_broken() {
  break_record(text_, begin_, broken_);
  text_ += '\n';
  ++broken_;
}

void Lines::repeat() {
  const std::string line = text_.substr(begin_);
  begin_ = text_.size();
  text_ += line;
  ++records_;
  ++duplicates_;
}

File Lines::finish() {
  (*facts_)["records " + path_] = records_;
  (*facts_)["broken " + path_] = broken_;
  (*facts_)["duplicates " + path_] = duplicates_;
  return {path_, std::move(text_)};
}

void Table::row(std::initializer_list<std::string_view> fields) {
  bool first = true;
  for (const std::string_view field : fields) {
    if (!first) text_ += ',';
    append_csv_field(text_, field);
    first = false;
  }
  text_ += "\r\n";
  ++records_;
}

File Table::finish() {
  (*facts_)["records " + path_] = records_;
  return {path_, std::move(text_)};
}

}  // namespace kouan::samples
