#include "report/json_profile.hpp"

#include "report/words.hpp"

namespace kouan::report {
namespace {

using Object = Json::Object;
using Array = Json::Array;

Json strings(const std::vector<std::string>& items) {
  return Array(items.begin(), items.end());
}

Json string_map(const std::map<std::string, std::string>& items) {
  return Object(items.begin(), items.end());
}

Json handler_json(const Profile& profile) {
  return Object{{"name", profile.handler_name},
                {"uscc", profile.uscc},
                {"registered_in", strings(profile.registered_in)},
                {"ciio", word(profile.ciio)},
                {"persons_held", profile.persons_held ? Json(*profile.persons_held) : Json()}};
}

Json export_json(const Profile& profile) {
  Array recipients;
  for (const Recipient& recipient : profile.recipients) {
    recipients.push_back(Object{{"name", recipient.name},
                                {"country", recipient.country},
                                {"contact", recipient.contact},
                                {"retention", recipient.retention}});
  }
  return Object{{"date", profile.export_date ? Json(to_text(*profile.export_date)) : Json()},
                {"purpose", profile.purpose},
                {"recipients", std::move(recipients)},
                {"forecast", string_map(profile.forecast)}};
}

Json scenarios_json(const Profile& profile) {
  Array scenarios;
  for (const DeclaredScenario& scenario : profile.scenarios) {
    scenarios.push_back(Object{{"id", scenario.id}, {"files", strings(scenario.files)}});
  }
  return scenarios;
}

Json exemptions_json(const Profile& profile) {
  Array exemptions;
  for (const DeclaredExemption& exemption : profile.exemptions) {
    exemptions.push_back(Object{{"article", exemption.article},
                                {"files", strings(exemption.files)},
                                {"reason", exemption.reason}});
  }
  return exemptions;
}

Json counts_json(const Profile& profile) {
  Array carried_over;
  for (const CarriedOver& carried : profile.carried_over) {
    carried_over.push_back(Object{{"scenario", carried.scenario},
                                  {"class", carried.population},
                                  {"persons", carried.persons}});
  }
  return Object{{"carried_over", std::move(carried_over)}};
}

}  // namespace

Json profile_json(const Profile& profile) {
  Object answers;
  for (const auto& [id, answer] : profile.answers) answers[id] = word(answer);
  return Object{{"handler", handler_json(profile)},     {"export", export_json(profile)},
                {"scenarios", scenarios_json(profile)}, {"exemptions", exemptions_json(profile)},
                {"fields", string_map(profile.fields)}, {"answers", std::move(answers)},
                {"counts", counts_json(profile)},       {"sources", string_map(profile.sources)}};
}

}  // namespace kouan::report
