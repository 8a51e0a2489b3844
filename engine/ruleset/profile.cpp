#include "ruleset/profile.hpp"

#include "ruleset/node_reader.hpp"
#include "ruleset/rule_schemas.hpp"

namespace kouan {
namespace {

void read_handler(NodeReader& reader, const YamlNode& node, Profile& profile) {
  profile.handler_name = reader.text(node, "name");
  profile.uscc = reader.text(node, "uscc");
  profile.registered_in = reader.texts(node, "registered_in");
  profile.ciio = reader.tri(node, "ciio");
  profile.persons_held = reader.count(node, "persons_held");
}

void read_export(NodeReader& reader, const YamlNode& node, Profile& profile) {
  profile.export_date = reader.date(node, "date");
  profile.purpose = reader.text(node, "purpose");
  for (const YamlNode& item : items_of(node, "recipients")) {
    profile.recipients.push_back({reader.text(item, "name"), reader.text(item, "country"),
                                  reader.text(item, "contact"), reader.text(item, "retention")});
  }
  if (const YamlNode* forecast = node.find("forecast")) {
    for (const YamlMember& member : forecast->members) {
      profile.forecast[member.key.text] = member.value.text;
    }
  }
}

void read_counts(NodeReader& reader, const YamlNode& node, Profile& profile) {
  for (const YamlNode& item : items_of(node, "carried_over")) {
    profile.carried_over.push_back({reader.text(item, "scenario"), reader.text(item, "class"),
                                    reader.count(item, "persons").value_or(0)});
  }
}

void read_lists(NodeReader& reader, const YamlNode& root, Profile& profile) {
  for (const YamlNode& item : items_of(root, "scenarios")) {
    profile.scenarios.push_back({reader.text(item, "id"), reader.texts(item, "files")});
  }
  for (const YamlNode& item : items_of(root, "exemptions")) {
    profile.exemptions.push_back(
        {reader.text(item, "article"), reader.texts(item, "files"), reader.text(item, "reason")});
  }
}

void read_maps(NodeReader& reader, const YamlNode& root, Profile& profile) {
  if (const YamlNode* fields = root.find("fields")) {
    for (const YamlMember& member : fields->members) {
      profile.fields[member.key.text] = member.value.text;
    }
  }
  if (const YamlNode* answers = root.find("answers")) {
    for (const YamlMember& member : answers->members) {
      profile.answers[member.key.text] = reader.tri(*answers, member.key.text);
    }
  }
}

/// Every fact under a map is named "map.fact"; a list is one fact.
std::map<std::string, std::string> sources_of(const YamlNode& root, const std::string& file) {
  std::map<std::string, std::string> sources;
  for (const YamlMember& part : root.members) {
    if (!part.value.is_map()) {
      sources[part.key.text] = file;
      continue;
    }
    for (const YamlMember& fact : part.value.members) {
      sources[part.key.text + "." + fact.key.text] = file;
    }
  }
  return sources;
}

}  // namespace

Result<Profile> read_profile(const YamlNode& root, const std::string& file) {
  static const YamlNode nothing;
  const auto part = [&](std::string_view key) -> const YamlNode& {
    const YamlNode* found = root.find(key);
    return found == nullptr ? nothing : *found;
  };
  NodeReader reader(file);
  Profile profile;
  read_handler(reader, part("handler"), profile);
  read_export(reader, part("export"), profile);
  read_counts(reader, part("counts"), profile);
  read_lists(reader, root, profile);
  read_maps(reader, root, profile);
  profile.sources = sources_of(root, file);
  if (reader.error()) return tl::unexpected<Error>(*reader.error());
  return profile;
}

Result<Profile> parse_profile(std::string_view yaml, const std::string& file) {
  KOUAN_TRY(const YamlNode root, parse_checked(yaml, file, "profile"));
  return read_profile(root, file);
}

Result<Profile> load_profile(const std::string& file) {
  KOUAN_TRY(const std::string text, read_text_file(file, limits::rule_file_bytes_max));
  return parse_profile(text, file);
}

}  // namespace kouan
