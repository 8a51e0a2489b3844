#include "unit/report/sample_judgement.hpp"

#include <chrono>

namespace kouan::sample {
namespace {

FieldFinding field(std::string path, std::string field_concept, std::string data_class,
                   Certainty certainty, std::uint64_t persons, std::string masked) {
  FieldFinding found;
  found.path = std::move(path);
  found.field_concept = std::move(field_concept);
  found.data_class = std::move(data_class);
  found.certainty = certainty;
  found.name_evidence = "name";
  found.match_per_million = 990'000;
  found.records = persons;
  found.distinct = persons;
  found.persons = {persons, persons};
  if (!masked.empty()) found.samples = {std::move(masked)};
  return found;
}

EntryResult row(std::string id, Tri holds, Outcome least, Outcome most) {
  EntryResult entry;
  entry.id = std::move(id);
  entry.list = "example/2026";
  entry.scenario = "example.a";
  entry.clause = {"虚构第一条", "made up, art. 1"};
  entry.kind = EntryKind::personal;
  entry.holds = holds;
  entry.mechanism = Outcome::security_assessment;
  entry.at_least = least;
  entry.at_most = most;
  entry.fidelity = Fidelity::partial;
  entry.category = {"会员信息", "membership"};
  entry.persons = {212'004, 212'004};
  entry.threshold =
      EntryThreshold{1'000'000, "inclusive", "exported", "non_sensitive", "calendar_year"};
  return entry;
}

Judgement base() {
  Judgement judgement;
  judgement.as_of = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
  judgement.lists = {
      {"example/2026", "2026", std::string(64, 'a'), true, {"已知场景 1/2", "1 of 2 scenarios"}}};
  judgement.scenarios = {"example.a"};
  judgement.fields = {
      field("$.member.mobile", "mobile_phone", "personal", Certainty::sure, 212'004, "138****0000"),
      field("$.member.name", "person_name", "personal", Certainty::likely, 212'004, "张*"),
      field("$.note", "", "", Certainty::none, 0, ""),
  };
  judgement.persons.total = {212'004, 212'004};
  judgement.persons.non_sensitive = {212'004, 212'004};
  judgement.persons.keys = {{"mobile_phone", "$.member.mobile", 212'004}};
  FileCoverage file;
  file.path = "members.ndjson";
  file.bytes = 1'536;
  file.records = 300'000;
  file.digest = std::string(64, 'b');
  judgement.coverage.files = {file};
  judgement.result_digest = std::string(64, 'c');
  return judgement;
}

}  // namespace

match::ConceptTable concepts() {
  match::Concept mobile;
  mobile.id = "mobile_phone";
  mobile.zh = "手机号";
  mobile.en = "mobile phone number";
  match::Concept name;
  name.id = "person_name";
  name.zh = "姓名";
  name.en = "person's name";
  return match::ConceptTable::build({mobile, name}).value();
}

Judgement assessment() {
  Judgement judgement = base();
  Verdict& verdict = judgement.verdict;
  verdict.determined = true;
  verdict.outcome = verdict.at_least = verdict.at_most = Outcome::security_assessment;
  verdict.reasons = {{"1,284,551 人 ≥ 1,000,000", "1,284,551 persons ≥ 1,000,000"}};
  verdict.assumptions = {{"没有重要数据", "no important data"}};
  EntryResult entry =
      row("EXAMPLE-01", Tri::yes, Outcome::security_assessment, Outcome::security_assessment);
  entry.year_to_date = 1'072'547;
  entry.fields = {"$.member.mobile", "$.member.name"};
  entry.conditions = {{{"已达阈值", "the threshold is reached"}, Tri::yes}};
  judgement.entries = {entry, row("EXAMPLE-02", Tri::no, Outcome::none, Outcome::none)};
  return judgement;
}

Judgement undetermined() {
  Judgement judgement = base();
  Verdict& verdict = judgement.verdict;
  verdict.determined = false;
  verdict.at_least = Outcome::contract_or_certification;
  verdict.at_most = Outcome::security_assessment;
  verdict.complete = false;
  OpenQuestion question;
  question.id = "ciio";
  question.text = {"处理者是关键信息基础设施运营者吗？",
                   "Is the handler an operator of critical information infrastructure?"};
  question.flag = "--ciio yes|no";
  question.if_yes = Outcome::security_assessment;
  question.range_if_yes = {Outcome::security_assessment, Outcome::security_assessment};
  question.range_if_no = {Outcome::contract_or_certification, Outcome::security_assessment};
  verdict.questions = {question};
  verdict.duties = {{"告知并取得单独同意", "notice and separate consent"}};
  EntryResult entry = row("EXAMPLE-03", Tri::unknown, Outcome::none, Outcome::security_assessment);
  entry.persons = {9'000, 10'000};
  entry.threshold->persons = std::nullopt;
  entry.mechanism = std::nullopt;
  entry.fields = {"$.member.mobile"};
  entry.possible_fields = {"$.member.name"};
  judgement.entries = {entry};
  judgement.fields[1].damaged = true;
  judgement.fields[1].persons = {9'000, 10'000};
  judgement.coverage.files[0].bad_records = 3;
  Gap gap;
  gap.reason = "truncated";
  gap.file = "members.ndjson";
  gap.offset = 1'024;
  gap.count = 3;
  gap.offsets = {1'024, 1'100};
  gap.bytes = 2'048;
  gap.unknown_size = true;
  judgement.coverage.gaps = {gap};
  judgement.coverage.ignored = {{"README.md", "README"}, {"kouan.yaml", "kouan.yaml"}};
  judgement.profile.handler_name = "样例公司";
  judgement.profile.recipients = {{"Example AB", "SE", "privacy@example.org", "12 months"}};
  judgement.profile.answers = {{"filed", Tri::yes}};
  judgement.profile.sources = {{"handler.name", "data/kouan.yaml"},
                               {"export.recipients", "data/kouan.yaml"},
                               {"answers.filed", "--answer"}};
  judgement.guesses.resize(1);
  ScenarioGuess& guess = judgement.guesses.front();
  guess.list = "example/2026";
  guess.scenario = "example.b";
  guess.name = {"订单", "orders"};
  guess.matching = 3;
  guess.of = 5;
  guess.decides = {Outcome::filing, Outcome::security_assessment};
  return judgement;
}

Judgement free_of_duty() {
  Judgement judgement = base();
  judgement.verdict.determined = true;
  judgement.lists.clear();
  judgement.scenarios.clear();
  judgement.verdict.duties = {{"告知并取得单独同意", "notice and separate consent"}};
  return judgement;
}

Judgement hostile(const std::string& text) {
  Judgement judgement = undetermined();
  judgement.fields[0].path = "$." + text;
  judgement.fields[0].samples = {text};
  judgement.fields[0].corrected_by = text;
  judgement.fields[1].field_concept = text;
  judgement.fields[1].data_class = text;
  judgement.fields[1].deidentified = text;
  judgement.coverage.files[0].path = text;
  judgement.coverage.gaps[0].file = text;
  judgement.coverage.gaps[0].reason = text;
  judgement.coverage.ignored[0] = {text, text};
  judgement.coverage.plugin_faults = {text};
  EntryResult& entry = judgement.entries[0];
  entry.id = entry.list = entry.scenario = text;
  entry.category = entry.clause = {text, text};
  entry.fields = entry.possible_fields = {"$." + text};
  entry.conditions = {{{text, text}, Tri::unknown}};
  entry.threshold->population = entry.threshold->window = text;
  entry.threshold->metric = entry.threshold->bound = text;
  Verdict& verdict = judgement.verdict;
  verdict.reasons = verdict.assumptions = verdict.duties = verdict.hints = {{text, text}};
  verdict.questions[0].id = verdict.questions[0].flag = text;
  verdict.questions[0].text = {text, text};
  judgement.persons.keys[0].field_concept = judgement.persons.keys[0].path = text;
  judgement.lists[0].id = judgement.lists[0].sha256 = text;
  judgement.lists[0].completeness = {text, text};
  judgement.scenarios = {text};
  judgement.guesses[0].list = judgement.guesses[0].scenario = text;
  judgement.guesses[0].name = {text, text};
  judgement.profile.handler_name = judgement.profile.purpose = text;
  judgement.profile.recipients = {{text, text, text, text}};
  judgement.profile.answers = {{text, Tri::yes}};
  judgement.profile.fields = {{text, text}};
  judgement.profile.sources = {{text, text}};
  return judgement;
}

}  // namespace kouan::sample
