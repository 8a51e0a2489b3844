#pragma once

/// \file
/// What one value, text or name is recognised as. Raw values stay inside: what is handed out is
/// masked, and places are bytes of the text as it was given.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kouan/concept.hpp>
#include <kouan/error.hpp>

#include "scan/scan_setup.hpp"
#include "scan/value_matcher.hpp"

namespace kouan::cli {

/// Bytes of the text as given, half-open.
struct Place {
  std::size_t begin = 0, end = 0;
};

struct Recognition {
  ConceptId concept_id = no_concept;  // no_concept: a rule that names none
  std::string rule;                   // id of the value rule that found it; empty: a detector did
  std::uint8_t strength = 0;          // KOUAN_WEAK ... KOUAN_STRONG
  bool whole = false;
  bool damaged = false;
  Place place;
  std::string wrapped;    // how the text was wrapped up that holds it: "base64|json"; mostly empty
  std::string detector;   // its name; empty: a rule found it
  std::string source;     // of the detector: a standard, a law
  std::string masked;     // of the text
  std::string canonical;  // masked
};

/// One reader, one thread.
class ValueReader {
 public:
  /// `field_name`: the name or path of the field that holds the values, which lets weak detectors
  /// speak; may be empty. Error: as ValueMatcher::make().
  static Result<ValueReader> make(const std::shared_ptr<const ScanSetup>& setup,
                                  std::string_view field_name);

  /// What detectors and value rules find, by place. What stands in encoded text has the place of
  /// all of it.
  std::vector<Recognition> read(std::string_view value);

  /// What would take a value that nothing takes if the name of its field said so.
  std::vector<Recognition> near(std::string_view value);

  /// Failed scans of plugins so far: what they would have found is missing.
  std::uint64_t faults() const;

 private:
  ValueReader(std::shared_ptr<const ScanSetup> setup, ValueMatcher matcher)
      : setup_(std::move(setup)), matcher_(std::move(matcher)) {}

  std::vector<Recognition> read_plain(std::string_view value);
  std::vector<Recognition> read_wrapped(std::string_view value, std::size_t depth);
  Place place_of(std::string_view value, std::size_t begin, std::size_t end) const;
  void add_rules(std::string_view value, std::string_view cleaned, std::uint32_t mask,
                 std::vector<Recognition>& found);

  std::shared_ptr<const ScanSetup> setup_;
  ValueMatcher matcher_;
  ConceptId named_ = no_concept, second_ = no_concept;
  std::vector<std::uint32_t> rules_;    // value rules that may apply
  std::string folded_;                  // scratch
  std::vector<std::uint32_t> offsets_;  // scratch: byte of the value, by byte of folded_
  std::uint64_t rule_faults_ = 0;
};

/// A field's name as `inspect name` takes it: "$.members[*].phone", "t_user.phone", "phone\t手机".
struct NameInput {
  std::string given;  // without the comment
  std::string name, parent, comment;
};
NameInput parse_name(std::string_view line);

/// The member "text" of a JSON object on one line; nullopt: the line is not such an object.
std::optional<std::string> text_member(std::string_view line);

}  // namespace kouan::cli
