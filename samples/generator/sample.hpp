#pragma once

/// \file
/// The sample folders: small data sets like real exports, dirty on purpose, with planted facts.
///
/// A sample is a pure function of its seed; the files committed under samples/ are those of
/// `sample_seed`, byte for byte, and a test holds them to it.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts.hpp"
#include "json_writer.hpp"
#include "people.hpp"

namespace kouan::samples {

inline constexpr std::uint64_t sample_seed = 20261120;

struct File {
  std::string path;  // within the sample's folder, "/" between the parts
  std::string bytes;
};

struct Sample {
  std::vector<File> files;
  Facts facts;
};

struct Folder {
  std::string_view name;
  Sample (*make)(std::uint64_t seed);
};

std::span<const Folder> folders();
const Folder* find_folder(std::string_view name);

Sample make_retail(std::uint64_t seed);
Sample make_automotive(std::uint64_t seed);
Sample make_pharma(std::uint64_t seed);
Sample make_aviation(std::uint64_t seed);
Sample make_ai_training(std::uint64_t seed);
Sample make_custom_rules(std::uint64_t seed);

/// The order in which 0 … size-1 appear in an export that nobody sorted.
std::uint64_t shuffled(std::uint64_t row, std::uint64_t size);

/// NDJSON under construction: counts what it is given and puts in the dirt.
class Lines {
 public:
  Lines(std::string path, Facts& facts) : path_(std::move(path)), facts_(&facts) {}

  JsonWriter json() {
    begin_ = text_.size();
    return JsonWriter(text_);
  }
  /// Ends the object last written.
  void end();
  /// Ends it as a line that is not JSON.
  void end_broken();
  /// The object that ended last, once more.
  void repeat();
  /// The file, and its facts "records PATH", "broken PATH", "duplicates PATH".
  File finish();

 private:
  std::string path_;
  std::string text_;
  Facts* facts_;
  std::size_t begin_ = 0;
  std::uint64_t records_ = 0;
  std::uint64_t broken_ = 0;
  std::uint64_t duplicates_ = 0;
};

/// CSV under construction; the header row is not a record.
class Table {
 public:
  Table(std::string path, Facts& facts, std::string_view header)
      : path_(std::move(path)), text_(header), facts_(&facts) {
    text_ += "\r\n";
  }
  void row(std::initializer_list<std::string_view> fields);
  [[nodiscard]] File finish();  // adds the fact "records PATH"

 private:
  std::string path_;
  std::string text_;
  Facts* facts_;
  std::uint64_t records_ = 0;
};

}  // namespace kouan::samples
