#include "report/text_page.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"
#include "text/number.hpp"

namespace kouan::report {
namespace {

using enum MessageId;

constexpr std::size_t value_columns = 80;

class FactTable {
 public:
  FactTable(const Page& page, const Profile& profile) : page_(page), profile_(profile) {}

  /// `key` as in Profile::sources; an empty value is no fact.
  void add(MessageId name, const std::string& value, const std::string& key) {
    if (value.empty()) return;
    rows_.push_back({page_.say(name), safe(value), source_of(key)});
  }

  std::string text() const {
    const std::vector<Column> columns = {
        {page_.say(column_fact)},
        {page_.say(column_value), text::Align::left, value_columns, Cut::middle},
        {page_.say(column_source), text::Align::left, text_path_columns, Cut::middle},
    };
    return text_table(columns, rows_);
  }

 private:
  std::string source_of(const std::string& key) const {
    const auto at = profile_.sources.find(key);
    return at == profile_.sources.end() ? page_.say(fact_default) : safe(at->second);
  }

  const Page& page_;
  const Profile& profile_;
  std::vector<std::vector<std::string>> rows_;
};

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    out += (out.empty() ? "" : ", ") + part;
  }
  return out;
}

std::string truth(const Page& page, Tri value) {
  if (value == Tri::unknown) return page.say(fact_unknown);
  return page.say(value == Tri::yes ? fact_yes : fact_no);
}

/// "retail.membership (members*.ndjson)".
std::string with_files(const std::string& what, const std::vector<std::string>& files) {
  return files.empty() ? what : what + " (" + joined(files) + ")";
}

void add_handler(const Page& page, const Profile& profile, FactTable& facts) {
  const std::string number = profile.uscc.empty() ? "" : " (" + profile.uscc + ")";
  facts.add(fact_handler, profile.handler_name + number, "handler.name");
  facts.add(fact_registered, joined(profile.registered_in), "handler.registered_in");
  facts.add(fact_ciio, truth(page, profile.ciio), "handler.ciio");
  if (profile.persons_held) {
    facts.add(fact_held, text::thousands(*profile.persons_held), "handler.persons_held");
  }
}

void add_export(const Profile& profile, FactTable& facts) {
  facts.add(fact_purpose, profile.purpose, "export.purpose");
  for (const Recipient& one : profile.recipients) {
    facts.add(fact_recipient, joined({one.name, one.country, one.contact, one.retention}),
              "export.recipients");
  }
}

void add_declared(const Page& page, const Profile& profile, FactTable& facts) {
  for (const auto& one : profile.scenarios) {
    facts.add(fact_scenario, with_files(one.id, one.files), "scenarios");
  }
  for (const auto& one : profile.exemptions) {
    facts.add(fact_exemption, with_files(joined({one.article, one.reason}), one.files),
              "exemptions");
  }
  for (const auto& [path, meaning] : profile.fields) {
    facts.add(fact_field, std::string(path).append(" = ").append(meaning), "fields." + path);
  }
  for (const auto& [id, answer] : profile.answers) {
    if (id == "ciio") continue;
    facts.add(fact_answer, id + " = " + truth(page, answer), "answers." + id);
  }
  for (const auto& one : profile.carried_over) {
    facts.add(fact_earlier, joined({one.scenario, one.population, text::thousands(one.persons)}),
              "counts.carried_over");
  }
}

}  // namespace

void write_facts(Page& page, const Judgement& judgement) {
  FactTable facts(page, judgement.profile);
  facts.add(fact_day, to_text(judgement.as_of), "as_of");
  add_handler(page, judgement.profile, facts);
  add_export(judgement.profile, facts);
  add_declared(page, judgement.profile, facts);
  page.heading(section_facts);
  page.block(facts.text());
}

}  // namespace kouan::report
