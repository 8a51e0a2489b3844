#pragma once

/// \file
/// The engine's side of "kouan.detector/1": the detectors of all plugins as one numbered set that
/// workers share, and the worker's own instances that scan with them.
///
/// A plugin is not trusted to keep its promises: every hit is checked against the candidates it was
/// given, and what does not fit is dropped and counted as a fault of that plugin.

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <kouan/plugin_api.h>
#include <kouan/concept.hpp>
#include <kouan/error.hpp>

namespace kouan {

/// One detector. Texts are borrowed from the plugin.
struct DetectorInfo {
  std::string_view name;
  std::string_view plugin_id;
  std::string_view source;
  ConceptId concept_id = no_concept;
  std::uint32_t plugin = 0;                      // index of its plugin in the set
  std::uint32_t strength = 0;                    // KOUAN_WEAK ... KOUAN_STRONG
  std::uint32_t chars = 0;                       // KOUAN_CHAR_... a candidate may hold
  std::uint32_t needs = 0;                       // KOUAN_CHAR_... it must hold
  std::uint32_t length_min = 0, length_max = 0;  // bytes, both inclusive
  std::uint32_t where = 0;                       // KOUAN_IN_...
  std::string_view first;                        // bytes a candidate begins with; empty: any
};

/// The ConceptId of a concept's id, no_concept when there is none. Called from every worker.
using ConceptResolver = std::function<ConceptId(std::string_view concept_id)>;

/// The detectors of a list of plugins, numbered in their order. Immutable. [any]
class DetectorSet {
 public:
  /// `plugins` are borrowed: keep their PluginLibrary for as long as the set and its workers.
  /// Error: invalid_plugin, when a plugin fails check_plugin(), when two have one id, or when a
  /// detector names a concept that `resolve` does not know. [load]
  static Result<std::shared_ptr<const DetectorSet>> build(
      std::span<const kouan_plugin* const> plugins, ConceptResolver resolve);

  std::size_t size() const { return infos_.size(); }
  const DetectorInfo& operator[](std::size_t detector) const { return infos_[detector]; }
  std::span<const DetectorInfo> detectors() const { return infos_; }
  std::span<const kouan_plugin* const> plugins() const { return plugins_; }
  ConceptId resolve(std::string_view concept_id) const { return resolve_(concept_id); }

 private:
  friend class DetectorWorker;
  DetectorSet() = default;
  Result<const kouan_plugin*> add(const kouan_plugin* plugin);

  std::vector<const kouan_plugin*> plugins_;
  std::vector<const kouan_detector*> detectors_;
  std::vector<DetectorInfo> infos_;  // as detectors_
  ConceptResolver resolve_;
};

/// A hit that fits its candidate.
struct DetectorHit {
  std::size_t value_index = 0;               // of the candidates
  std::uint32_t begin = 0, end = 0;          // bytes within that candidate, half-open
  std::string_view canonical;                // never missing; valid until the sink returns
  ConceptId canonical_concept = no_concept;  // whose identifier it is; mostly the detector's own
  std::uint32_t birth_date = 0;              // yyyymmdd; 0: none
  std::uint32_t age_years = 0;               // stated age plus 1; 0: none
  bool damaged = false;                      // digits were lost: no key of a person
};

/// One worker's instances: one of each plugin, made with it and destroyed with it. Not thread-safe:
/// one worker, one thread. Movable.
class DetectorWorker {
 public:
  /// Where plugins log to; the default drops it. `context` outlives the worker.
  struct Log {
    void* context = nullptr;
    void (*write)(void* context, std::int32_t level, kouan_text message) = nullptr;
  };

  /// Error: invalid_plugin, when create() of a plugin returns NULL. Instances made until then are
  /// destroyed. [load]: workers are made on one thread, before they start.
  static Result<DetectorWorker> make(std::shared_ptr<const DetectorSet> set, Log log);
  static Result<DetectorWorker> make(std::shared_ptr<const DetectorSet> set) {
    return make(std::move(set), Log{});
  }

  /// Scans `candidates` with detector number `detector` and gives every sound hit to `sink`, a
  /// callable of (const DetectorHit&). Allocates nothing. An exception of `sink` reaches the caller
  /// once the plugin has returned; it never crosses the plugin.
  template <class Sink>
  void scan(std::size_t detector, std::span<const kouan_text> candidates, Sink&& sink);

  /// Per plugin, as DetectorSet::plugins(): failed scans and dropped hits so far.
  std::span<const std::uint64_t> faults() const { return faults_; }
  const DetectorSet& set() const { return *set_; }

 private:
  struct Scan {  // one call of scan(), seen from inside the plugin
    DetectorWorker* worker;
    std::size_t detector;
    std::span<const kouan_text> candidates;
    void* sink;
    std::exception_ptr thrown;
  };

  explicit DetectorWorker(std::shared_ptr<const DetectorSet> set);
  bool check(const Scan& scan, const kouan_hit* hit, DetectorHit& out);
  /// Whether a date of a hit can be one at all; the calendar itself is the detector's business.
  static bool is_date(std::uint32_t date);
  ConceptId concept_named(const char* concept_id);
  ConceptId canonical_concept(const char* concept_id, const DetectorInfo& info);
  template <class Sink>
  static void emit(void* context, const kouan_hit* hit);

  struct Destroy {
    const kouan_plugin* plugin = nullptr;
    void operator()(void* self) const { plugin->destroy(self); }
  };

  std::shared_ptr<const DetectorSet> set_;
  std::unique_ptr<kouan_host> host_;                         // plugins keep its address
  std::vector<std::unique_ptr<void, Destroy>> instances_;    // by plugin
  std::vector<std::uint64_t> faults_;                        // by plugin
  std::vector<std::pair<std::string, ConceptId>> concepts_;  // canonical concepts met so far
};

inline bool DetectorWorker::check(const Scan& scan, const kouan_hit* hit, DetectorHit& out) {
  const auto& info = (*set_)[scan.detector];
  const bool sound = hit != nullptr && hit->value_index < scan.candidates.size() &&
                     hit->begin <= hit->end && hit->end <= scan.candidates[hit->value_index].size &&
                     (hit->canonical.data != nullptr || hit->canonical.size == 0) &&
                     (hit->birth_date == 0 || is_date(hit->birth_date));
  if (!sound) {
    ++faults_[info.plugin];
    return false;
  }
  const kouan_text& value = scan.candidates[hit->value_index];
  out.value_index = hit->value_index;
  out.begin = hit->begin;
  out.end = hit->end;
  out.canonical = hit->canonical.size != 0
                      ? std::string_view(hit->canonical.data, hit->canonical.size)
                      : std::string_view(value.data + hit->begin, hit->end - hit->begin);
  out.birth_date = hit->birth_date;
  out.age_years = hit->age_years;
  out.damaged = (hit->flags & KOUAN_HIT_DAMAGED) != 0;
  out.canonical_concept = hit->canonical_concept == nullptr
                              ? info.concept_id
                              : canonical_concept(hit->canonical_concept, info);
  return true;
}

template <class Sink>
void DetectorWorker::emit(void* context, const kouan_hit* hit) {
  auto& scan = *static_cast<Scan*>(context);
  DetectorHit checked;
  try {
    if (scan.thrown != nullptr || !scan.worker->check(scan, hit, checked)) return;
    (*static_cast<Sink*>(scan.sink))(std::as_const(checked));
  } catch (...) {
    scan.thrown = std::current_exception();
  }
}

template <class Sink>
void DetectorWorker::scan(std::size_t detector, std::span<const kouan_text> candidates,
                          Sink&& sink) {
  using Callable = std::remove_reference_t<Sink>;
  Scan scan{this, detector, candidates,
            const_cast<void*>(static_cast<const void*>(std::addressof(sink))), nullptr};
  const kouan_hit_sink gate{&scan, &emit<Callable>};
  const auto plugin = (*set_)[detector].plugin;
  const auto outcome = set_->detectors_[detector]->scan(instances_[plugin].get(), candidates.data(),
                                                        candidates.size(), &gate);
  if (outcome != KOUAN_OK) ++faults_[plugin];
  if (scan.thrown != nullptr) std::rethrow_exception(scan.thrown);
}

}  // namespace kouan
