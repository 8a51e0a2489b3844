#include "plugin/detector_host.hpp"

#include <algorithm>

#include "plugin/plugin_library.hpp"

namespace kouan {
namespace {

void drop_message(void* /*context*/, std::int32_t /*level*/, kouan_text /*message*/) {}

}  // namespace

Result<std::shared_ptr<const DetectorSet>> DetectorSet::build(
    std::span<const kouan_plugin* const> plugins, ConceptResolver resolve) {
  std::shared_ptr<DetectorSet> set(new DetectorSet);
  set->resolve_ = std::move(resolve);
  for (const kouan_plugin* plugin : plugins) {
    KOUAN_TRY(const kouan_plugin* added, set->add(plugin));
    set->plugins_.push_back(added);
  }
  return std::shared_ptr<const DetectorSet>(std::move(set));
}

Result<const kouan_plugin*> DetectorSet::add(const kouan_plugin* plugin) {
  const bool named =
      plugin != nullptr && plugin->struct_size >= sizeof(kouan_plugin) && plugin->id != nullptr;
  Origin where;
  where.file = named ? plugin->id : "plugin " + std::to_string(plugins_.size());
  KOUAN_TRY(plugin, check_plugin(plugin, where.file));
  const std::string_view id = plugin->id;
  if (std::ranges::any_of(plugins_, [&](const kouan_plugin* other) { return id == other->id; })) {
    return fail(ErrorCode::invalid_plugin,
                "expected every plugin once, found '" + std::string(id) + "' twice", where);
  }
  const auto* list = static_cast<const kouan_detector_list*>(plugin->capability(KOUAN_DETECTOR_1));
  if (list == nullptr) return plugin;
  const auto index = static_cast<std::uint32_t>(plugins_.size());
  for (std::uint32_t i = 0; i < list->count; ++i) {
    const kouan_detector& d = *list->detectors[i];
    const auto concept_id = resolve_(d.concept_id);
    if (concept_id == no_concept) {
      return fail(ErrorCode::invalid_plugin,
                  "expected a concept of rules/concepts.yaml, found '" + std::string(d.concept_id) +
                      "' in detector '" + d.name + "'",
                  where);
    }
    detectors_.push_back(&d);
    infos_.push_back({d.name, id, d.source, concept_id, index, d.strength, d.chars, d.needs,
                      d.length_min, d.length_max, d.where,
                      d.first == nullptr ? std::string_view() : std::string_view(d.first)});
  }
  return plugin;
}

DetectorWorker::DetectorWorker(std::shared_ptr<const DetectorSet> set)
    : set_(std::move(set)),
      host_(std::make_unique<kouan_host>()),
      faults_(set_->plugins().size(), 0) {}

Result<DetectorWorker> DetectorWorker::make(std::shared_ptr<const DetectorSet> set, Log log) {
  DetectorWorker worker(std::move(set));
  *worker.host_ = {sizeof(kouan_host), log.context,
                   log.write != nullptr ? log.write : &drop_message};
  for (const kouan_plugin* plugin : worker.set_->plugins()) {
    void* self = plugin->create(worker.host_.get(), {"{}", 2});
    if (self == nullptr) {
      Origin where;
      where.file = plugin->id;
      return fail(ErrorCode::invalid_plugin,
                  "expected create() to make an instance, found NULL; see the log", where);
    }
    worker.instances_.emplace_back(self, Destroy{plugin});
  }
  return worker;
}

bool DetectorWorker::is_date(std::uint32_t date) {
  const auto month = date / 100 % 100;
  const auto day = date % 100;
  return date / 10'000 >= 1800 && date / 10'000 <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
         day <= 31;
}

ConceptId DetectorWorker::concept_named(const char* concept_id) {
  // By text, not by address: the contract does not promise static storage. A plugin names one or
  // two concepts, so a scan of the list is shorter than a hash.
  const std::string_view id = concept_id;
  for (const auto& [known, number] : concepts_) {
    if (known == id) return number;
  }
  const auto number = set_->resolve(id);
  if (number != no_concept) concepts_.emplace_back(id, number);
  return number;
}

ConceptId DetectorWorker::canonical_concept(const char* concept_id, const DetectorInfo& info) {
  const auto other = concept_named(concept_id);
  if (other != no_concept) return other;
  // A namespace nobody knows is the plugin's fault; the hit itself is still one.
  ++faults_[info.plugin];
  return info.concept_id;
}

}  // namespace kouan
