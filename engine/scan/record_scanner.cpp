#include "scan/record_scanner.hpp"

#include <algorithm>
#include <utility>

#include <kouan/gap_reason.hpp>
#include <kouan/limits.hpp>

#include "json/escape_sequences.hpp"
#include "plugin/char_classes.hpp"
#include "scan/encoded_text.hpp"
#include "scan/value_shape.hpp"
#include "text/fold.hpp"

namespace kouan {
namespace {

// Bytes that the structural indexer may read behind a text.
constexpr std::size_t index_padding = 64;
// The role of whoever can be reached, mostly the person of the record.
constexpr std::string_view contact_role = "contact";
std::string_view fault_reason(RecordFault fault) {
  switch (fault) {
    case RecordFault::invalid_utf8:
      return gap_reason::invalid_utf8;
    case RecordFault::too_deep:
      return gap_reason::too_deep;
    case RecordFault::malformed:
      break;
  }
  return gap_reason::malformed_record;
}

bool may_be_json(std::string_view text) {
  return !text.empty() && (text.front() == '{' || text.front() == '[');
}

/// By RoleId, up to the last role there is.
std::vector<bool> own_roles(const NameLexicon& lexicon) {
  std::vector<bool> own(1, false);
  for (RoleId role = 1; !lexicon.role_id_text(role).empty(); ++role) {
    own.push_back(lexicon.is_own_role(role));
  }
  return own;
}

}  // namespace

Result<std::unique_ptr<RecordScanner>> RecordScanner::make(std::shared_ptr<const ScanSetup> setup) {
  KOUAN_TRY(auto matcher, ValueMatcher::make(setup));
  return std::unique_ptr<RecordScanner>(new RecordScanner(std::move(setup), std::move(matcher)));
}

RecordScanner::RecordScanner(std::shared_ptr<const ScanSetup> setup, ValueMatcher matcher)
    : setup_(std::move(setup)),
      tree_(*this),
      walker_(tree_),
      book_(*setup_, tree_, state_),
      frames_(state_, setup_->rules->lexicon->find_role(contact_role),
              own_roles(*setup_->rules->lexicon)),
      values_(setup_, std::move(matcher), state_, book_, frames_, *this) {
  state_.scan_digest = setup_->scan_digest;
  state_.key_fingerprint = setup_->key.fingerprint();
}

bool RecordScanner::is_data(std::string_view key) {
  const std::string folded = text::folded(key);
  return looks_like_data(folded, class_mask(folded)) || values_.is_value(folded);
}

void RecordScanner::begin_file(const std::string& path, const std::vector<std::string>& labels) {
  end_file();
  counts_.path = path;
  group_ = state_.group(labels);
}

void RecordScanner::end_file() {
  if (counts_.path.empty()) return;
  Coverage one;
  one.files.push_back(std::exchange(counts_, FileCoverage()));
  state_.coverage().merge(one);
}

void RecordScanner::scan_lines(const char* data, std::size_t size, std::uint64_t offset) {
  offset_ = offset;
  places_ = {};
  walker_.walk_lines(data, size, *this);
}

void RecordScanner::scan_places(const char* data, std::size_t size,
                                std::span<const RecordPlace> places,
                                std::span<const std::uint64_t> offsets) {
  places_ = places;
  offsets_ = offsets;
  walker_.walk_places(data, size, places, *this);
}

void RecordScanner::record(const char* data, std::span<const JsonEvent> events, RecordPlace place) {
  place_ = place;
  ++counts_.records;
  ++records_;
  frames_.begin_record(group_);
  replay(data, events);
  frames_.end_record();
}

void RecordScanner::bad_record(RecordPlace place, RecordFault fault) {
  lose_record(fault_reason(fault), offset_of(place), place.end - place.begin);
}

std::uint64_t RecordScanner::offset_of(RecordPlace place) const {
  if (places_.empty()) return offset_ + place.begin;
  const auto at = std::lower_bound(
      places_.begin(), places_.end(), place.begin,
      [](const RecordPlace& one, std::uint32_t begin) { return one.begin < begin; });
  return offsets_[static_cast<std::size_t>(at - places_.begin())];
}

void RecordScanner::lose_record(std::string_view reason, std::uint64_t offset,
                                std::uint64_t bytes) {
  ++counts_.bad_records;
  state_.coverage().add_gap({std::string(reason), counts_.path, offset, 1, bytes, false});
}

void RecordScanner::replay(const char* data, std::span<const JsonEvent> events) {
  using Kind = JsonEvent::Kind;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const JsonEvent& event = events[i];
    const std::string_view raw(data + event.begin, event.size);
    switch (event.kind) {
      case Kind::object_begin:
        open(event.node);
        break;
      case Kind::object_end:
        frames_.close_object();
        break;
      case Kind::array_begin:
      case Kind::array_end:
        break;
      case Kind::string:
        if (!may_be_json(raw)) {
          values_.scan(book_.at(event.node), raw, Kind::string);
          break;
        }
        [[fallthrough]];
      case Kind::escaped_string:
        scan_string(event.node, raw, event.kind == Kind::escaped_string);
        break;
      case Kind::data_key:
        // `{"13800138000": {...}}`: the key is a value of the object that it opens.
        if (i + 1 < events.size() && events[i + 1].kind == Kind::object_begin)
          open(events[++i].node);
        scan_key(event.node, raw);
        break;
      default:
        values_.scan(book_.at(event.node), raw, event.kind);
        break;
    }
  }
}

void RecordScanner::open(PathNodeId node) {
  const PathFacts& facts = book_.at(node);
  const PathTree::Kind kind = tree_.at(node).kind;
  const bool element = kind == PathTree::Kind::element || kind == PathTree::Kind::star;
  // `phones: [{...}]` are one person's; under keys that are phones stand as many persons.
  const bool contact_point = kind == PathTree::Kind::element && facts.contact_array;
  frames_.open_object(facts.object_role, element, contact_point);
}

void RecordScanner::scan_string(PathNodeId node, std::string_view raw, bool escaped) {
  if (escaped) {
    unescape_json(raw, unescaped_);
    raw = unescaped_;
  }
  if (may_be_json(raw) && scan_json(node, raw)) return;
  // A line end in a string of JSON is an escape; one in a cell stands in quotes.
  if (raw.find('\n') != std::string_view::npos && scan_table(node, raw)) return;
  values_.scan(book_.at(node), raw, JsonEvent::Kind::string);
}

bool RecordScanner::is_too_deep(std::string_view text) const {
  return level_ == levels_.size() || text.size() > limits::nested_json_bytes_max;
}

bool RecordScanner::scan_json(PathNodeId node, std::string_view text) {
  if (is_too_deep(text)) {
    lose_nested(text);
    return false;
  }
  Level& level = levels_[level_];
  level.text.reserve(text.size() + index_padding);
  level.text = text;
  if (!walker_.walk_nested(level.text, node, level.events)) return false;
  ++level_;
  FieldStatistics& stats = *book_.at(node).statistics;
  ++stats.values;
  ++stats.strings;
  replay(level.text.data(), level.events);
  --level_;
  return true;
}

bool RecordScanner::scan_table(PathNodeId node, std::string_view text) {
  if (is_too_deep(text)) return false;  // it is searched as text
  Level& level = levels_[level_];
  level.text = text;
  if (!level.table.read(level.text)) return false;
  ++level_;
  FieldStatistics& stats = *book_.at(node).statistics;
  ++stats.values;
  ++stats.strings;
  const PathNodeId row = tree_.element(tree_.nested(node, Wrapping::csv));
  read_header(row, level.table.header(), level.columns);
  for (const NestedTable::Row& one : level.table.rows()) {
    open(row);
    scan_cells(level.columns, one.cells);
    frames_.close_object();
  }
  --level_;
  return true;
}

bool RecordScanner::unwrap(PathNodeId node, std::string_view text, std::uint32_t mask) {
  if (is_too_deep(text)) {
    std::string inner;
    if (decode_text(text, mask, inner) && values_.tells(inner)) add_nested_gap(text);
    return false;
  }
  Level& level = levels_[level_];
  const auto wrapping = decode_text(text, mask, level.text);
  if (!wrapping) return false;
  ++level_;
  const bool told = scan_unwrapped(tree_.nested(node, *wrapping), level.text);
  --level_;
  return told;
}

bool RecordScanner::scan_unwrapped(PathNodeId node, std::string_view text) {
  if (may_be_json(text) && scan_json(node, text)) return true;
  if (text.find('\n') != std::string_view::npos && scan_table(node, text)) return true;
  if (values_.tells(text)) {
    values_.scan(book_.at(node), text, JsonEvent::Kind::string);
    return true;
  }
  const std::uint32_t mask = class_mask(text);
  return may_be_encoded(text, mask) && unwrap(node, text, mask);
}

void RecordScanner::lose_nested(std::string_view text) {
  std::string padded;
  padded.reserve(text.size() + index_padding);
  padded = text;
  if (RecordWalker::is_json(padded)) add_nested_gap(text);
}

/// How many people an unread document holds, nobody can say.
void RecordScanner::add_nested_gap(std::string_view text) {
  state_.coverage().add_gap({std::string(gap_reason::nested_json), counts_.path, offset_of(place_),
                             1, text.size(), true});
}

void RecordScanner::scan_key(PathNodeId node, std::string_view raw) {
  if (raw.find('\\') != std::string_view::npos && unescape_json(raw, unescaped_)) raw = unescaped_;
  values_.scan(book_.of_keys(node), raw, JsonEvent::Kind::string);
}

void RecordScanner::begin_table(std::span<const std::string> header) {
  read_header(PathTree::root, header, columns_);
}

void RecordScanner::read_header(PathNodeId object, std::span<const std::string> header,
                                std::vector<PathNodeId>& columns) {
  columns.clear();
  for (const std::string& name : header) {
    std::string raw;  // as a key of JSON would be spelled
    for (const char c : name) raw.append(c == '\\' ? 2 : 1, c);
    PathTree::Key** slot = tree_.first_key(object);
    columns.push_back(
        tree_.child(object, raw.data(), static_cast<std::uint32_t>(raw.size()), slot));
  }
}

void RecordScanner::scan_cells(std::span<const PathNodeId> columns,
                               std::span<const std::string_view> cells) {
  for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i) {
    scan_string(columns[i], cells[i], false);
  }
}

void RecordScanner::scan_row(std::span<const std::string_view> cells) {
  ++counts_.records;
  ++records_;
  frames_.begin_record(group_);
  open(PathTree::root);
  scan_cells(columns_, cells);
  frames_.close_object();
  frames_.end_record();
}

ScanState RecordScanner::finish() {
  frames_.flush();
  end_file();
  state_.coverage().paths_full = tree_.full();
  const auto plugins = setup_->detectors->plugins();
  for (std::size_t i = 0; i < plugins.size(); ++i) {
    if (values_.faults()[i] == 0) continue;
    state_.coverage().plugin_faults.push_back(std::string(plugins[i]->id) + ": a scan failed");
  }
  return std::move(state_);
}

}  // namespace kouan
