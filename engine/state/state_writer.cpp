#include "state/state_writer.hpp"

#include <algorithm>

#include "state/canonical_order.hpp"

namespace kouan {
namespace {

namespace format = state_format;
using format::Section;

class StateWriter {
 public:
  StateWriter(const ScanState& state, const match::ConceptTable& concepts, SectionWriter& out)
      : state_(state), concepts_(concepts), out_(out), order_(state) {}

  void write() {
    header();
    tags();
    paths();
    bits();
    sets();
    groups();
    classes();
    rows();
    anonymous();
    notes();
    coverage();
  }

 private:
  static void texts(Payload& payload, const std::vector<std::string>& list) {
    payload.count(list.size());
    for (const auto& text : list) payload.text(text);
  }

  void header() {
    Payload payload;
    payload.text(state_.engine);
    payload.text(state_.scan_digest);
    payload.text(state_.key_fingerprint);
    texts(payload, state_.globs);
    out_.write(Section::header, payload);
  }

  void tags() {
    Payload payload;
    payload.count(order_.tags.order.size());
    for (const std::uint32_t id : order_.tags.order) payload.text(state_.tags()[id]);
    out_.write(Section::tags, payload);
  }

  std::string_view concept_text(ConceptId id) const {
    return id == no_concept ? std::string_view() : std::string_view(concepts_.at(id).id);
  }

  void paths() {
    Payload payload;
    payload.count(order_.paths.order.size());
    for (const std::uint32_t id : order_.paths.order) {
      const PathEntry& entry = state_.paths()[id];
      payload.text(entry.text);
      payload.text(entry.object);
      payload.text(concept_text(entry.name.field_concept));
      payload.u8(static_cast<std::uint8_t>(entry.name.certainty));
      payload.text(concept_text(entry.name.second));
      payload.text(entry.name.why);
      statistics(payload, entry.statistics);
    }
    out_.write(Section::paths, payload);
  }

  void statistics(Payload& payload, const FieldStatistics& column) const {
    for (const std::uint64_t count :
         {column.values, column.nulls, column.empties, column.strings, column.numbers,
          column.booleans, column.masked, column.hashed, column.opaque, column.wordless,
          column.precise, column.long_texts}) {
      payload.u64(count);
    }
    distinct(payload, column.distinct);
    payload.count(column.hits.size());
    for_each_tag(column.hits, [&](std::uint32_t tag, const HitCounts& hits) {
      payload.u32(tag);
      for (const std::uint64_t count :
           {hits.whole, hits.inside, hits.strong, hits.medium, hits.damaged}) {
        payload.u64(count);
      }
    });
    payload.count(column.samples.size());
    for_each_tag(column.samples, [&](std::uint32_t tag, const SampleSet& samples) {
      payload.u32(tag);
      payload.count(samples.items().size());
      for (const auto& [place, text] : samples.items()) {
        payload.u8(SampleSet::is_drawn_place(place) ? 1 : 0);
        payload.text(text);
      }
    });
  }

  static void distinct(Payload& payload, const DistinctSketch& sketch) {
    payload.u8(sketch.exact() ? 0 : 1);
    if (sketch.exact()) {
      payload.count(sketch.hashes().size());
      for (const std::uint64_t hash : sketch.hashes()) payload.u64(hash);
      return;
    }
    for (const std::uint8_t rank : *sketch.table()) payload.u8(rank);
  }

  /// In the order of the file, not of this state's numbers.
  template <class Map, class Fn>
  void for_each_tag(const Map& by_tag, Fn&& fn) const {
    std::vector<std::pair<std::uint32_t, const typename Map::mapped_type*>> sorted;
    sorted.reserve(by_tag.size());
    for (const auto& [tag, value] : by_tag) sorted.emplace_back(order_.tags.rank[tag], &value);
    std::sort(sorted.begin(), sorted.end());
    for (const auto& [rank, value] : sorted) fn(rank, *value);
  }

  void bits() {
    Payload payload;
    payload.count(order_.bits.order.size());
    for (const std::uint32_t id : order_.bits.order) {
      const FieldBit& bit = state_.bits()[id];
      payload.u32(order_.paths.rank[bit.path]);
      payload.u32(order_.tags.rank[bit.tag]);
    }
    out_.write(Section::bits, payload);
  }

  static void numbers(Payload& payload, const std::vector<std::uint32_t>& list) {
    payload.u32(static_cast<std::uint32_t>(list.size()));
    for (const std::uint32_t number : list) payload.u32(number);
  }

  void sets() {
    Payload payload;
    payload.count(order_.sets.order.size());
    for (const std::uint32_t id : order_.sets.order) numbers(payload, order_.set_bits(state_, id));
    out_.write(Section::sets, payload);
  }

  void groups() {
    Payload payload;
    payload.count(order_.groups.order.size());
    for (const std::uint32_t id : order_.groups.order) texts(payload, state_.groups()[id]);
    out_.write(Section::groups, payload);
  }

  void classes() {
    Payload payload;
    payload.count(order_.classes.order.size());
    for (const std::uint32_t id : order_.classes.order) {
      const RowClass& one = state_.row_classes()[id];
      payload.u32(order_.groups.rank[one.group]);
      numbers(payload, order_.sources(state_, id));
      payload.u32(order_.sets.rank[one.fields]);
      payload.u64(order_.class_rows[id]);
    }
    out_.write(Section::classes, payload);
  }

  void rows() {
    std::uint64_t bytes = 0;
    for (const std::uint32_t id : order_.classes.order) {
      bytes += order_.class_rows[id] * state_.row_classes()[id].sources.size() * format::node_bytes;
    }
    out_.begin(Section::rows, bytes);
    // Classes are ordered by their number of nodes: one length after the other is in order.
    rows_of_length<1>();
    rows_of_length<2>();
    rows_of_length<3>();
    rows_of_length<4>();
    static_assert(limits::row_nodes_max == 4);
    out_.end();
  }

  template <std::size_t length>
  void rows_of_length() {
    struct Row {
      std::uint32_t row_class;
      std::array<Node, length> nodes;
      auto operator<=>(const Row&) const = default;  // NOLINT(modernize-use-nullptr)
    };
    std::vector<Row> sorted;
    std::size_t count = 0;
    for (const std::uint32_t id : order_.classes.order) {
      if (state_.row_classes()[id].sources.size() == length) count += order_.class_rows[id];
    }
    sorted.reserve(count);
    state_.for_each_row([&](std::span<const Node> nodes, ClassId id) {
      if (nodes.size() != length) return;
      Row& row = sorted.emplace_back();
      row.row_class = order_.classes.rank[id];
      std::copy(nodes.begin(), nodes.end(), row.nodes.begin());
    });
    std::sort(sorted.begin(), sorted.end());
    Payload payload;
    for (const Row& row : sorted) {
      for (const Node& node : row.nodes) payload.node(node);
      pour(payload);
    }
    out_.add(payload.bytes());
  }

  /// Keeps what is on its way small.
  void pour(Payload& payload) {
    if (payload.size() < format::buffer_bytes) return;
    out_.add(payload.bytes());
    payload.clear();
  }

  void anonymous() {
    std::vector<std::array<std::uint64_t, 3>> sorted;
    for (const auto& [key, persons] : state_.anonymous()) {
      sorted.push_back({order_.groups.rank[key.first], order_.sets.rank[key.second], persons});
    }
    std::sort(sorted.begin(), sorted.end());
    Payload payload;
    payload.count(sorted.size());
    for (const auto& [group, set, persons] : sorted) {
      payload.u32(static_cast<std::uint32_t>(group));
      payload.u32(static_cast<std::uint32_t>(set));
      payload.u64(persons);
    }
    out_.write(Section::anonymous, payload);
  }

  void notes() {
    std::vector<std::pair<Node, const NodeNote*>> sorted;
    for (const auto& [node, note] : state_.notes()) sorted.emplace_back(node, &note);
    std::sort(sorted.begin(), sorted.end());
    Payload payload;
    payload.count(sorted.size());
    out_.begin(Section::notes, payload.size() + sorted.size() * (format::node_bytes + 20));
    for (const auto& [node, note] : sorted) {
      payload.node(node);
      payload.u32(static_cast<std::uint32_t>(note->turns_14_day));
      payload.u64(note->point_min);
      payload.u64(note->point_max);
      pour(payload);
    }
    out_.add(payload.bytes());
    out_.end();
  }

  void coverage() {
    Coverage sorted;
    sorted.merge(state_.coverage());  // unites what was noted twice
    sorted.sort();
    Payload payload;
    payload.u8(sorted.field_sets_coarsened ? 1 : 0);
    payload.u8(sorted.paths_full ? 1 : 0);
    texts(payload, sorted.plugin_faults);
    payload.count(sorted.files.size());
    for (const auto& file : sorted.files) file_coverage(payload, file);
    payload.count(sorted.gaps.size());
    for (const auto& gap : sorted.gaps) {
      payload.text(gap.file);
      payload.text(gap.reason);
      payload.u64(gap.offset);
      payload.u64(gap.count);
      payload.u64(gap.bytes);
      payload.u8(gap.unknown_size ? 1 : 0);
      payload.count(gap.offsets.size());
      for (const std::uint64_t offset : gap.offsets) payload.u64(offset);
    }
    payload.count(sorted.ignored.size());
    for (const auto& one : sorted.ignored) {
      payload.text(one.path);
      payload.text(one.reason);
    }
    out_.write(Section::coverage, payload);
  }

  static void file_coverage(Payload& payload, const FileCoverage& file) {
    payload.text(file.path);
    payload.u64(file.bytes);
    payload.u64(file.records);
    payload.u64(file.bad_records);
    // Where blocks are known the digest follows from them, also when some come later.
    payload.text(file.blocks.empty() ? std::string_view(file.digest) : std::string_view());
    payload.count(file.blocks.size());
    for (const auto& [block, hash] : file.blocks) {
      payload.u64(block);
      payload.hash(hash);
    }
  }

  const ScanState& state_;
  const match::ConceptTable& concepts_;
  SectionWriter& out_;
  const CanonicalOrder order_;
};

}  // namespace

void write_sections(const ScanState& state, const match::ConceptTable& concepts,
                    SectionWriter& out) {
  StateWriter(state, concepts, out).write();
}

}  // namespace kouan
