#pragma once

/// \file
/// Whose data is it? Gathers the values of one record into frames, one per (object, role), and
/// turns each frame into a row of the people table, an anonymous person, or nobody (people.md).
///
/// In a flat record the one role that the record is about (patient_name) and the fields without a
/// role are one person. Objects are settled after their descendants: a child without a role joins
/// its parent's frame unless both hold a document number or both a name; an element of an array
/// stands alone if it holds a name or an identifier; what belongs to no frame belongs to all frames
/// below. A contact (`contact`, 联系电话) is whoever the record is about, unless it has a name of
/// its own beside theirs.

#include <cstdint>
#include <unordered_map>
#include <vector>

#include <kouan/concept.hpp>

#include "scan/field_bits.hpp"
#include "state/scan_state.hpp"

namespace kouan {

/// A value that may identify the person of its frame.
struct Candidate {
  /// How much speaks for the place it was found in. Where one value stands in several places of a
  /// frame, the surest one is its source: a judge who refuses the others still has it.
  enum Place : std::uint8_t { in_text, whole_value, checked_value, named_value };

  std::uint8_t rank = 0;  // 1 document, 2 contact, 3 account, 4 thing
  Place place = in_text;
  ConceptId concept_id = no_concept;
  BitId source = 0;
  Node node;
};

struct Frame {
  bool has_name = false;
  bool personal = false;       // some field is about a person
  bool standing = false;       // settled as a frame of its own
  std::uint8_t best_rank = 9;  // of the candidates
  std::int32_t turns_14_day = NodeNote::no_day;
  std::uint64_t longitude = 0, latitude = 0;  // hashes of a position whose other half is awaited
  std::uint64_t point_min = ~std::uint64_t{0}, point_max = 0;
  std::vector<Candidate> candidates;
  FieldBits bits;

  bool has_identity() const { return has_name || best_rank <= 3; }
  void clear();
  void add_bit(BitId bit, bool is_personal) {
    bits.add(bit);
    personal = personal || is_personal;
  }
  void add_candidate(const Candidate& candidate) {
    candidates.push_back(candidate);
    if (candidate.rank < best_rank) best_rank = candidate.rank;
  }
  /// A precise position; two different ones make a trajectory.
  void add_point(std::uint64_t hash);
  void add_longitude(std::uint64_t hash);
  void add_latitude(std::uint64_t hash);
};

class FrameBuilder {
 public:
  /// `contact`: the role whose frames join the frame beside them; no_role: none does. `own_roles`:
  /// by RoleId, the roles of the person that a record is about.
  explicit FrameBuilder(ScanState& state, RoleId contact = no_role,
                        std::vector<bool> own_roles = {})
      : state_(state), contact_(contact), own_roles_(std::move(own_roles)) {}

  void begin_record(GroupId group);
  /// `element`: an element of an array, or a value under a key that is data. `contact_point`: of an
  /// array such as `phones`, whose elements are no persons.
  void open_object(RoleId role, bool element, bool contact_point);
  void close_object();
  /// The frame of the innermost open object for a role; nullptr outside every object.
  Frame* frame(RoleId role) {
    if (open_.size() <= 1) return nullptr;
    Object& object = objects_[open_.back()];
    // `buyer.buyer_name` is the buyer's, not somebody else's.
    if (role == object.role) role = no_role;
    for (const auto& [own_role, index] : object.frames) {
      if (own_role == role) return &frames_[index];
    }
    return add_frame(object, role);
  }
  void end_record();
  /// Rows wait for a moment until their places in memory have arrived: gives the state what it does
  /// not have yet. To be called before the state is read.
  void flush();

 private:
  struct Object {
    std::uint32_t parent = 0;
    RoleId role = no_role;
    bool element = false, contact_point = false;
    std::vector<std::pair<RoleId, std::uint32_t>> frames;  // role of the field -> frame
    std::vector<std::uint32_t> below;                      // standing frames at or below
  };
  static constexpr std::uint32_t none = 0xFFFF'FFFF;

  std::uint32_t new_frame();
  Frame* add_frame(Object& object, RoleId role);
  std::uint32_t find_frame(const Object& object, RoleId role) const;
  /// Is any of these frames about a person?
  bool somebody(const std::vector<std::uint32_t>& frames) const;
  void adopt_own_role(Object& object);
  void settle(std::uint32_t index);
  bool stands_alone(const Object& object, const Frame& own, const Frame* parent) const;
  bool is_contact_of(RoleId role, const Frame& frame, const Frame* whose) const;
  void join(Frame& into, const Frame& from);
  void stand(Object& object, std::uint32_t frame);
  void spread_over(const Frame& from, const std::vector<std::uint32_t>& frames);
  void emit(Frame& frame);
  void add_row(ClassId row_class);
  void choose_candidates(Frame& frame);
  BitId minor_bit(std::int32_t turns_14_day);
  SetId field_set(const FieldBits& bits);
  ClassId row_class(const std::vector<BitId>& sources, SetId fields);

  ScanState& state_;
  RoleId contact_;
  std::vector<bool> own_roles_;
  GroupId group_ = 0;
  std::vector<Object> objects_;  // the first object_count_ are in use
  std::vector<Frame> frames_;    // the first frame_count_ are in use
  std::size_t object_count_ = 0, frame_count_ = 0;
  std::vector<std::uint32_t> open_, ended_;

  // Interning without touching the dictionaries of the state for what was seen before.
  struct SetKey {
    std::uint64_t first = 0, second = 0;  // two hashes
    friend bool operator==(const SetKey&, const SetKey&) = default;
  };
  struct ClassKey {
    std::array<BitId, limits::row_nodes_max> sources{};
    std::uint32_t count = 0, group = 0, set = 0;
    friend bool operator==(const ClassKey&, const ClassKey&) = default;
  };
  struct KeyHash {
    std::size_t operator()(const SetKey& key) const { return key.first; }
    std::size_t operator()(const ClassKey& key) const;
  };
  std::vector<BitId> listed_, sources_;
  std::vector<Candidate> chosen_;
  std::vector<Node> nodes_;
  struct PendingRow {
    std::array<Node, limits::row_nodes_max> nodes;
    std::size_t count = 0;
    ClassId row_class = 0;
  };
  std::array<PendingRow, 32> pending_;  // the first pending_count_ wait
  std::size_t pending_count_ = 0;
  std::unordered_map<SetKey, SetId, KeyHash> sets_;
  std::unordered_map<ClassKey, ClassId, KeyHash> classes_;
};

}  // namespace kouan
