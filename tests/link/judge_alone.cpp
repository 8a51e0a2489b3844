/// \file
/// A program that links the judge and nothing else: an empty state of made-up origin needs nothing.

#include <cstdio>

#include "judge/judge.hpp"

int main() {
  const auto rules = kouan::load_rules();
  if (!rules) {
    std::fprintf(stderr, "%s\n", rules.error().message.c_str());
    return 1;
  }
  kouan::Profile profile;
  profile.ciio = kouan::Tri::no;
  kouan::JudgeOptions options;
  options.as_of = *kouan::parse_date("2026-06-01");
  const auto judgement = kouan::judge(kouan::ScanState(), *rules, profile, options);
  if (!judgement) {
    std::fprintf(stderr, "%s\n", judgement.error().message.c_str());
    return 1;
  }
  const bool nobody = judgement->persons.total.upper == 0;
  const bool nothing =
      judgement->verdict.determined && judgement->verdict.outcome == kouan::Outcome::none;
  return nobody && nothing ? 0 : 1;
}
