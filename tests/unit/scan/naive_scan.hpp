#pragma once

/// \file
/// The scan once more, slow and obvious: a recursive walk over documents of another JSON library,
/// every detector asked about every value, frames by the words of the design page. No index, no
/// gate, no prediction, no memory of values seen. What it cannot do: duplicate keys, names that are
/// no plain words, positions and birth dates, contacts and other roles that may join.

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "scan/scan_setup.hpp"
#include "state/scan_state.hpp"

namespace kouan::test {

struct NaiveStatistics {
  std::uint64_t values = 0, nulls = 0, empties = 0;
  std::uint64_t strings = 0, numbers = 0, booleans = 0, masked = 0;
  std::map<std::string, std::uint64_t> whole, inside, damaged;  // by concept id
  friend bool operator==(const NaiveStatistics&, const NaiveStatistics&) = default;
};

/// Identifiers of a row with where they come from, and fields, as "path~concept".
struct NaivePeople {
  std::map<std::vector<std::string>, std::set<std::string>> rows;
  std::map<std::set<std::string>, std::uint64_t> anonymous;
  friend bool operator==(const NaivePeople&, const NaivePeople&) = default;
};

class NaiveScan {
 public:
  explicit NaiveScan(std::shared_ptr<const ScanSetup> setup);
  ~NaiveScan();
  void record(const nlohmann::ordered_json& document);

  std::map<std::string, NaiveStatistics> statistics;  // by path
  NaivePeople people;

 private:
  struct Hit;
  struct Frame;
  struct Object;
  struct Settled;
  struct Place;
  class Detectors;

  void visit(const nlohmann::ordered_json& value, const Place& place, Object& in);
  void members(const nlohmann::ordered_json& object, const Place& place, Object& into);
  void scalar(const std::string& text, char kind, const Place& place, Object& in);
  std::vector<Hit> hits(const std::string& value, ConceptId named, ConceptId second) const;
  bool is_data(const std::string& key) const;
  Object open(const Place& place, bool element, bool contact_point) const;

  static Frame joined(Frame into, const Frame& from);
  static bool two_persons(const Frame& a, const Frame& b);
  static Settled settle(const Object& object);
  static std::vector<Frame> spread(const Frame& from, std::vector<Frame> over);
  void emit(const Frame& frame);

  std::shared_ptr<const ScanSetup> setup_;
  std::unique_ptr<Detectors> detectors_;
};

/// The same of a state.
std::map<std::string, NaiveStatistics> statistics_of(const ScanState& state);
NaivePeople people_of(const ScanState& state);

}  // namespace kouan::test
