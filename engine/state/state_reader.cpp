#include "state/state_reader.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace kouan {
namespace {

namespace format = state_format;
using format::Section;

constexpr std::uint64_t any_number = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint32_t id_max = std::numeric_limits<std::uint32_t>::max();

/// Lists of a state file ascend: no entry stands twice, and there is one order.
template <class Key>
class Ascending {
 public:
  explicit Ascending(SectionReader& in) : in_(in) {}
  void next(const Key& key) {
    if (!first_ && !(before_ < key)) in_.refuse("entries in ascending order, each once");
    first_ = false;
    before_ = key;
  }

 private:
  SectionReader& in_;
  Key before_{};
  bool first_ = true;
};

class StateReader {
 public:
  StateReader(SectionReader& in, const match::ConceptTable& concepts)
      : in_(in), concepts_(concepts) {
    // As in a scan: the tag of a concept is its number.
    for (std::size_t id = 0; id < concepts.size(); ++id) {
      state_.tag(concepts.at(static_cast<ConceptId>(id)).id);
    }
  }

  ScanState read() {
    section(Section::header, [this] { header(); });
    section(Section::tags, [this] { tags(); });
    section(Section::paths, [this] { paths(); });
    section(Section::bits, [this] { bits(); });
    section(Section::sets, [this] { sets(); });
    section(Section::groups, [this] { groups(); });
    section(Section::classes, [this] { classes(); });
    section(Section::rows, [this] { rows(); });
    section(Section::anonymous, [this] { anonymous(); });
    section(Section::notes, [this] { notes(); });
    section(Section::coverage, [this] { coverage(); });
    return std::move(state_);
  }

 private:
  struct ClassRows {
    ClassId id = 0;
    std::size_t nodes = 0;
    std::uint64_t rows = 0;
  };

  template <class Fn>
  void section(Section which, Fn&& fn) {
    if (!in_.ok()) return;
    in_.begin(which);
    if (in_.ok()) fn();
    in_.end();
  }

  template <class Fn>
  void repeat(std::uint64_t times, Fn&& fn) {
    for (std::uint64_t i = 0; i < times && in_.ok(); ++i) fn();
  }

  std::vector<std::string> ascending_texts(std::string_view what) {
    std::vector<std::string> list;
    Ascending<std::string> order(in_);
    repeat(in_.count(any_number, 4, what), [&] {
      list.push_back(in_.text());
      order.next(list.back());
    });
    return list;
  }

  void header() {
    state_.engine = in_.text();
    state_.scan_digest = in_.text();
    state_.key_fingerprint = in_.text();
    state_.globs = ascending_texts("a bounded list of file patterns");
  }

  void tags() {
    Ascending<std::string> order(in_);
    repeat(in_.count(format::tags_max - concepts_.size(), 4, "a bounded list of tags"), [&] {
      const std::string text = in_.text();
      order.next(text);
      tags_.push_back(state_.tag(text));
    });
  }

  ConceptId concept_id() {
    const std::string text = in_.text();
    if (text.empty()) return no_concept;
    const ConceptId id = concepts_.find(text);
    if (id == no_concept) {
      in_.refuse("concepts that these rules know (it names another: use the rules of the scan)",
                 ErrorCode::invalid_rule);
    }
    return id;
  }

  void paths() {
    Ascending<std::string> order(in_);
    repeat(in_.count(id_max, 4, "a bounded list of paths"), [&] {
      const std::string text = in_.text();
      const std::string object = in_.text();
      NameEvidence name;
      name.field_concept = concept_id();
      name.certainty = certainty();
      name.second = concept_id();
      name.why = in_.text();
      order.next(text);
      const PathId id = state_.path(text, object, name);
      state_.paths()[id].statistics = statistics();
    });
  }

  Certainty certainty() {
    const std::uint8_t value = in_.u8();
    if (value > static_cast<std::uint8_t>(Certainty::sure)) in_.refuse("a certainty from 0 to 3");
    return static_cast<Certainty>(value);
  }

  FieldStatistics statistics() {
    FieldStatistics column;
    for (std::uint64_t* const count :
         {&column.values, &column.nulls, &column.empties, &column.strings, &column.numbers,
          &column.booleans, &column.masked, &column.hashed, &column.opaque, &column.wordless,
          &column.precise, &column.long_texts}) {
      *count = in_.u64();
    }
    column.distinct = distinct();
    for_each_tag(44, [&](TagId tag) {
      HitCounts& hits = column.hits[tag];
      for (std::uint64_t* const count :
           {&hits.whole, &hits.inside, &hits.strong, &hits.medium, &hits.damaged}) {
        *count = in_.u64();
      }
    });
    for_each_tag(12, [&](TagId tag) { samples(column.samples[tag]); });
    return column;
  }

  DistinctSketch distinct() {
    if (in_.flag()) {
      std::array<std::uint8_t, DistinctSketch::registers> table{};
      for (std::uint8_t& rank : table) {
        rank = in_.u8();
        if (rank > DistinctSketch::rank_max) in_.refuse("a rank from 0 to 64");
      }
      return DistinctSketch::of_table(table);
    }
    DistinctSketch sketch;
    Ascending<std::uint64_t> order(in_);
    repeat(in_.count(DistinctSketch::exact_max, 8, "at most 64 distinct hashes"), [&] {
      const std::uint64_t hash = in_.u64();
      order.next(hash);
      sketch.add(hash);
    });
    return sketch;
  }

  template <class Fn>
  void for_each_tag(std::size_t entry_bytes, Fn&& fn) {
    Ascending<std::uint32_t> order(in_);
    repeat(in_.count(tags_.size(), entry_bytes, "a list by tags"), [&] {
      const std::uint32_t tag = in_.below(tags_.size(), "a tag of this file");
      order.next(tag);
      if (in_.ok()) fn(tags_[tag]);
    });
  }

  void samples(SampleSet& into) {
    std::uint64_t wanted = in_.count(limits::samples_max, 5, "a bounded list of samples");
    std::vector<std::string> texts;
    repeat(wanted, [&] {
      const bool drawn = in_.flag();
      texts.push_back(in_.text());
      into.add(texts.back(), drawn);
    });
    if (!in_.ok() || into.items().size() != texts.size()) return in_.refuse("samples, each once");
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (into.items()[i].second != texts[i]) return in_.refuse("samples in order");
    }
  }

  void bits() {
    std::vector<FieldBit> found;
    Ascending<FieldBit> order(in_);
    repeat(in_.count(id_max, 8, "a bounded list of field bits"), [&] {
      FieldBit bit;
      bit.path = in_.below(state_.paths().size(), "a path of this file");
      const std::uint32_t tag = in_.below(tags_.size(), "a tag of this file");
      bit.tag = static_cast<TagId>(tag);
      order.next(bit);
      found.push_back(bit);
    });
    if (in_.ok()) restore_bits(found);
  }

  /// Those of the coarse path come last: they are not held against limits::field_bits_max.
  void restore_bits(const std::vector<FieldBit>& found) {
    bits_.resize(found.size());
    std::uint64_t fine = 0;
    for (const bool coarse : {false, true}) {
      for (std::size_t i = 0; i < found.size(); ++i) {
        if ((state_.paths()[found[i].path].text == ScanState::coarse_path) != coarse) continue;
        if (!coarse && ++fine > limits::field_bits_max) return in_.refuse("fewer field bits");
        bits_[i] = state_.bit(found[i].path, tags_[found[i].tag]);
      }
    }
  }

  /// Numbers of field bits, as they stand.
  std::vector<std::uint32_t> bit_numbers() {
    std::vector<std::uint32_t> numbers;
    const std::uint32_t size = in_.below(bits_.size() + 1, "a list of field bits of this file");
    repeat(size, [&] { numbers.push_back(in_.below(bits_.size(), "a field bit of this file")); });
    return numbers;
  }

  std::vector<BitId> restored(const std::vector<std::uint32_t>& numbers) const {
    std::vector<BitId> ids;
    ids.reserve(numbers.size());
    for (const std::uint32_t number : numbers) ids.push_back(bits_[number]);
    return ids;
  }

  void sets() {
    Ascending<std::vector<std::uint32_t>> order(in_);
    repeat(in_.count(id_max, 4, "a bounded list of field sets"), [&] {
      const auto numbers = bit_numbers();
      Ascending<std::uint32_t> inside(in_);
      for (const std::uint32_t number : numbers) inside.next(number);
      order.next(numbers);
      if (!in_.ok()) return;
      auto ids = restored(numbers);
      std::sort(ids.begin(), ids.end());
      sets_.push_back(state_.restore_set(std::move(ids)));
    });
  }

  void groups() {
    Ascending<std::vector<std::string>> order(in_);
    repeat(in_.count(format::groups_max, 8, "a bounded list of file groups"), [&] {
      const auto labels = ascending_texts("a bounded list of labels");
      order.next(labels);
      groups_.push_back(state_.group(labels));
    });
  }

  void classes() {
    using Key = std::tuple<std::size_t, std::uint32_t, std::vector<std::uint32_t>, std::uint32_t>;
    Ascending<Key> order(in_);
    repeat(in_.count(id_max, 20, "a bounded list of row classes"), [&] {
      const std::uint32_t group = in_.below(groups_.size(), "a file group of this file");
      const auto sources = bit_numbers();
      const std::uint32_t fields = in_.below(sets_.size(), "a field set of this file");
      const std::uint64_t rows = in_.u64();
      if (sources.empty() || sources.size() > limits::row_nodes_max) in_.refuse("1 to 4 sources");
      if (rows == 0) in_.refuse("a class with rows");
      order.next({sources.size(), group, sources, fields});
      if (!in_.ok()) return;
      const ClassId id = state_.row_class(groups_[group], restored(sources), sets_[fields]);
      classes_.push_back({id, sources.size(), rows});
    });
  }

  void rows() {
    std::uint64_t total = 0;
    for (const ClassRows& one : classes_) {
      Ascending<std::vector<Node>> order(in_);
      std::vector<Node> nodes(one.nodes);
      repeat(one.rows, [&] {
        for (Node& node : nodes) node = in_.node();
        order.next(nodes);
        if (!in_.ok()) return;
        state_.add_row(nodes, one.id);
        ++total;
      });
    }
    if (state_.row_count() != total) in_.refuse("every tuple once for the same sources");
  }

  void anonymous() {
    Ascending<std::pair<std::uint32_t, std::uint32_t>> order(in_);
    repeat(in_.count(any_number, 16, "a bounded list of anonymous counts"), [&] {
      const std::uint32_t group = in_.below(groups_.size(), "a file group of this file");
      const std::uint32_t set = in_.below(sets_.size(), "a field set of this file");
      const std::uint64_t persons = in_.u64();
      order.next({group, set});
      if (in_.ok()) state_.add_anonymous(groups_[group], sets_[set], persons);
    });
  }

  void notes() {
    Ascending<Node> order(in_);
    repeat(in_.count(any_number, format::node_bytes + 20, "a bounded list of notes"), [&] {
      const Node node = in_.node();
      NodeNote note;
      note.turns_14_day = static_cast<std::int32_t>(in_.u32());
      note.point_min = in_.u64();
      note.point_max = in_.u64();
      order.next(node);
      if (in_.ok()) state_.note(node) = note;
    });
  }

  void coverage() {
    Coverage& coverage = state_.coverage();
    coverage.field_sets_coarsened = in_.flag();
    coverage.paths_full = in_.flag();
    coverage.plugin_faults = ascending_texts("a bounded list of plugin faults");
    Ascending<std::string> files(in_);
    repeat(in_.count(any_number, 40, "a bounded list of files"), [&] {
      coverage.files.push_back(file_coverage());
      files.next(coverage.files.back().path);
    });
    Ascending<std::tuple<std::string, std::uint64_t, std::string>> gaps(in_);
    repeat(in_.count(any_number, 41, "a bounded list of gaps"), [&] {
      coverage.gaps.push_back(gap());
      const Gap& last = coverage.gaps.back();
      gaps.next({last.file, last.offset, last.reason});
    });
    repeat(in_.count(any_number, 8, "a bounded list of ignored files"), [&] {
      Ignored one;
      one.path = in_.text();
      one.reason = in_.text();
      coverage.ignored.push_back(std::move(one));
    });
  }

  Gap gap() {
    Gap gap;
    gap.file = in_.text();
    gap.reason = in_.text();
    gap.offset = in_.u64();
    gap.count = in_.u64();
    gap.bytes = in_.u64();
    gap.unknown_size = in_.flag();
    Ascending<std::uint64_t> offsets(in_);
    repeat(in_.count(limits::gap_offsets_max, 8, "the first places of a gap"), [&] {
      gap.offsets.push_back(in_.u64());
      offsets.next(gap.offsets.back());
    });
    return gap;
  }

  FileCoverage file_coverage() {
    FileCoverage file;
    file.path = in_.text();
    file.bytes = in_.u64();
    file.records = in_.u64();
    file.bad_records = in_.u64();
    file.digest = in_.text();
    Ascending<std::uint64_t> blocks(in_);
    repeat(in_.count(any_number, 24, "a bounded list of blocks"), [&] {
      const std::uint64_t block = in_.u64();
      blocks.next(block);
      file.blocks.emplace_hint(file.blocks.end(), block, in_.hash());
    });
    if (!file.blocks.empty()) file.digest = file_digest(file.blocks);
    return file;
  }

  SectionReader& in_;
  const match::ConceptTable& concepts_;
  ScanState state_;
  // What a number of the file is in the state.
  std::vector<TagId> tags_;
  std::vector<BitId> bits_;
  std::vector<SetId> sets_;
  std::vector<GroupId> groups_;
  std::vector<ClassRows> classes_;
};

}  // namespace

ScanState read_sections(SectionReader& in, const match::ConceptTable& concepts) {
  return StateReader(in, concepts).read();
}

}  // namespace kouan
