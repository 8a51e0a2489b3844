#include "cli/lists_packs.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/lists_words.hpp"
#include "cli/output.hpp"
#include "cli/rule_host.hpp"
#include "pack/refusal_words.hpp"
#include "pack/rule_pack.hpp"
#include "report/added_rules.hpp"
#include "report/words.hpp"
#include "ruleset/embedded_files.hpp"
#include "ruleset/rule_schemas.hpp"
#include "ruleset/rule_set.hpp"
#include "text/escape.hpp"

namespace kouan::cli {
namespace {

namespace fs = std::filesystem;

struct PackArguments {
  std::string folder, output, key;
  std::vector<std::string> requirements;
};

struct VerifyArguments {
  std::string pack;
  std::vector<std::string> keys;
};

/// The files of a folder: those that go into a pack, and those that do not.
struct Gathered {
  std::vector<pack::PackedFile> files;
  std::vector<std::string> left_out;
};

tl::unexpected<Error> io_trouble(const std::string& path, const std::string& found) {
  return fail(ErrorCode::io, "expected " + found, {path, {}, 0, 0, 0});
}

Result<Gathered> gather_folder(const std::string& folder) {
  Gathered out;
  std::error_code problem;
  if (!fs::is_directory(folder, problem)) {
    return io_trouble(folder, "a folder of rule files, found none");
  }
  auto entry = fs::recursive_directory_iterator(folder, problem);
  for (; !problem && entry != fs::recursive_directory_iterator(); entry.increment(problem)) {
    const std::string path = entry->path().string();
    const std::string name = fs::relative(entry->path(), folder, problem).generic_string();
    if (entry->is_symlink(problem)) {
      return io_trouble(path, "files and folders, found a link: it may lead anywhere");
    }
    if (entry->is_directory(problem)) continue;
    if (!entry->is_regular_file(problem) || !name.ends_with(".yaml")) {
      out.left_out.push_back(name);
      continue;
    }
    KOUAN_TRY(std::string content, read_text_file(path, limits::pack_member_bytes_max));
    out.files.push_back({name, std::move(content)});
  }
  if (problem) return io_trouble(folder, "a folder that can be read, found: " + problem.message());
  std::ranges::sort(out.left_out);
  return out;
}

/// Cases are held against their schema; what they say is a matter of `lists test`.
Result<bool> check_cases(const std::vector<pack::PackedFile>& files, const std::string& place) {
  for (const pack::PackedFile& one : files) {
    if (!holds_cases(one.name)) continue;
    KOUAN_TRY([[maybe_unused]] const YamlNode checked,
              parse_checked(one.content, place + one.name, "cases"));
  }
  return true;
}

/// Would this program load these rules? What it would say of them.
Result<AddedSource> tried(const std::string& file, const std::vector<PublicKey>& trusted) {
  RuleSources sources;
  sources.list_files = {file};
  sources.host = this_program();
  sources.trusted_keys = trusted;
  KOUAN_TRY(const RuleSet rules, load_rules(sources));
  return rules.added.front();
}

std::string count_of_files(std::size_t count, Language language) {
  return std::to_string(count) + (language == Language::zh ? " 个文件" : " files");
}

// --- pack ---

std::string packed_text(const PackArguments& arguments, const Gathered& gathered,
                        const pack::RulePack& made, Language language) {
  const bool zh = language == Language::zh;
  std::string out = text::escape_terminal(arguments.output) + (zh ? "：" : ": ") +
                    count_of_files(made.files.size(), language) + ", sha256 " + made.sha256 + "\n";
  for (const auto& one : made.files) out += "  " + one.name + "\n";
  for (const std::string& name : gathered.left_out) {
    out += "  " + text::escape_terminal(name) +
           (zh ? "：未打包，不是 .yaml 文件\n" : ": left out, no .yaml file\n");
  }
  if (made.signer) return out + (zh ? "签名密钥 " : "signed by ") + made.signer->text() + "\n";
  return out + (zh ? "未签名：只能校验完整性，任何人都可以重新打包（--sign KEY 签名）\n"
                   : "not signed: integrity only, anybody can make such a pack (--sign KEY)\n");
}

Json packed_json(const PackArguments& arguments, const Gathered& gathered,
                 const pack::RulePack& made) {
  Json::Array files;
  for (const auto& one : made.files) {
    files.push_back(Json::Object{{"name", one.name}, {"sha256", one.sha256}});
  }
  return Json::Object{
      {"pack", arguments.output},
      {"sha256", made.sha256},
      {"signed_by", made.signer ? Json(made.signer->text()) : Json()},
      {"requires", Json::Array(made.requirements.begin(), made.requirements.end())},
      {"files", std::move(files)},
      {"left_out", Json::Array(gathered.left_out.begin(), gathered.left_out.end())}};
}

Result<bool> check_requirements(const std::vector<std::string>& requirements) {
  for (const std::string& one : requirements) {
    if (parse_requirement(one)) continue;
    return fail(ErrorCode::invalid_usage,
                "--requires: expected a requirement like 'kouan >= 0.1.0' or 'plugin ID >= 1.0', "
                "found '" +
                    one + "'");
  }
  return true;
}

/// A pack that nobody could load is not made.
Result<bool> check_lists(const std::string& folder, const Gathered& gathered) {
  RuleSources sources;
  sources.host = this_program();
  for (const auto& one : gathered.files) {
    if (!holds_cases(one.name)) {
      sources.list_files.push_back((fs::path(folder) / one.name).string());
    }
  }
  KOUAN_TRY([[maybe_unused]] const RuleSet rules, load_rules(sources));
  return check_cases(gathered.files, (fs::path(folder) / "").string());
}

Result<int> make_pack(const Session& session, const PackArguments& arguments) {
  KOUAN_TRY(const auto targets, format_targets(session, {"text", "json"}, "text"));
  KOUAN_TRY([[maybe_unused]] const bool known, check_requirements(arguments.requirements));
  if (!pack::is_pack_name(arguments.output)) {
    return fail(ErrorCode::invalid_usage,
                "-o: expected a name that ends in .tar, found '" + arguments.output + "'");
  }
  std::unique_ptr<SigningKey> key;
  if (!arguments.key.empty()) {
    KOUAN_TRY(const SigningKey loaded, SigningKey::load(arguments.key));
    key = std::make_unique<SigningKey>(loaded);
  }
  KOUAN_TRY(const Gathered gathered, gather_folder(arguments.folder));
  KOUAN_TRY(const std::string bytes,
            pack::write_pack(gathered.files, arguments.requirements, key.get()));
  KOUAN_TRY([[maybe_unused]] const bool sound, check_lists(arguments.folder, gathered));
  KOUAN_TRY(const pack::RulePack made, pack::open_pack(bytes, arguments.output));
  if (auto written = write_file(arguments.output, bytes); !written) {
    return tl::unexpected<Error>(written.error());
  }
  for (const FormatTarget& target : targets) {
    const std::string text =
        target.format == "json"
            ? to_text(packed_json(arguments, gathered, made), JsonStyle::pretty) + "\n"
            : packed_text(arguments, gathered, made, session.language());
    if (auto sent = deliver(target, text); !sent) return tl::unexpected<Error>(sent.error());
  }
  return 0;
}

// --- verify ---

/// What is known of a pack: all of it, or why it is not believed.
struct Verified {
  std::string file;
  std::optional<pack::RulePack> opened;
  std::optional<AddedSource> source;  // as a judge would load it
  LocalText trouble;                  // why not
  std::size_t keys = 0;               // that are trusted
};

Result<std::vector<PublicKey>> keys_to_trust(const VerifyArguments& arguments) {
  if (arguments.keys.empty()) return trusted_keys();
  std::vector<PublicKey> keys;
  for (const std::string& file : arguments.keys) {
    KOUAN_TRY(const PublicKey key, PublicKey::load(file));
    keys.push_back(key);
  }
  return keys;
}

/// The sentence with its place, and the same in Chinese as far as it is known.
LocalText trouble_of(const Error& error) {
  const auto said = [](const Error& one) {
    std::string text = describe(one).substr(std::string_view("kouan: ").size());
    text.pop_back();
    return text;
  };
  Error chinese = error;
  chinese.message = pack::refusal_in_chinese(error.message);
  return {said(chinese), said(error)};
}

Result<Verified> verify_pack(const VerifyArguments& arguments) {
  Verified out;
  out.file = arguments.pack;
  KOUAN_TRY(const auto keys, keys_to_trust(arguments));
  out.keys = keys.size();
  auto opened = read_pack(arguments.pack, {});
  if (!opened && opened.error().code == ErrorCode::io) {
    return tl::unexpected<Error>(opened.error());
  }
  if (!opened) {
    out.trouble = trouble_of(opened.error());
    return out;
  }
  out.opened = *std::move(opened);
  auto source = tried(arguments.pack, keys);
  auto cases = check_cases(out.opened->files, name_in_pack(arguments.pack, ""));
  if (source && cases) {
    out.source = *std::move(source);
  } else {
    out.trouble = trouble_of(source ? cases.error() : source.error());
  }
  return out;
}

std::string verified_text(const Verified& verified, Language language) {
  const bool zh = language == Language::zh;
  std::string out;
  if (verified.opened) {
    out += text::escape_terminal(verified.file) + (zh ? "：完整，" : ": intact, ") +
           count_of_files(verified.opened->files.size(), language) + ", sha256 " +
           verified.opened->sha256 + "\n";
    for (const auto& one : verified.opened->files) {
      out += "  " + one.name + "  sha256 " + one.sha256 + "\n";
    }
    for (const std::string& one : verified.opened->requirements) {
      out += (zh ? "  需要 " : "  requires ") + text::escape_terminal(one) + "\n";
    }
    const auto& signer = verified.opened->signer;
    if (signer) out += (zh ? "  签名密钥 " : "  signed by ") + signer->text() + "\n";
  }
  if (!verified.source) {
    return out + (zh ? "不予采信：" : "not to be believed: ") +
           report::local(verified.trouble, language) + "\n";
  }
  out += report::local(report::said_of(*verified.source), language);
  for (const std::string& id : verified.source->lists) {
    out += (zh ? "；清单 " : "; list ") + text::escape_terminal(id);
  }
  return out + "\n";
}

Json verified_json(const Verified& verified) {
  Json::Array files;
  Json requirements = Json::Array{};
  Json signer;
  if (verified.opened) {
    for (const auto& one : verified.opened->files) {
      files.push_back(Json::Object{{"name", one.name}, {"sha256", one.sha256}});
    }
    const auto& words = verified.opened->requirements;
    requirements = Json::Array(words.begin(), words.end());
    if (verified.opened->signer) signer = verified.opened->signer->text();
  }
  Json::Array lists;
  if (verified.source) {
    lists.assign(verified.source->lists.begin(), verified.source->lists.end());
  }
  return Json::Object{{"pack", verified.file},
                      {"ok", verified.source.has_value()},
                      {"intact", verified.opened.has_value()},
                      {"sha256", verified.opened ? Json(verified.opened->sha256) : Json()},
                      {"signed_by", std::move(signer)},
                      {"trusted", verified.source && verified.source->trusted},
                      {"trusted_keys", verified.keys},
                      {"requires", std::move(requirements)},
                      {"files", std::move(files)},
                      {"lists", std::move(lists)},
                      {"trouble", verified.source ? Json() : both_languages(verified.trouble)}};
}

Result<int> verify_and_say(const Session& session, const VerifyArguments& arguments) {
  KOUAN_TRY(const auto targets, format_targets(session, {"text", "json"}, "text"));
  KOUAN_TRY(const Verified verified, verify_pack(arguments));
  for (const FormatTarget& target : targets) {
    const std::string text = target.format == "json"
                                 ? to_text(verified_json(verified), JsonStyle::pretty) + "\n"
                                 : verified_text(verified, session.language());
    if (auto sent = deliver(target, text); !sent) return tl::unexpected<Error>(sent.error());
  }
  return verified.source ? 0 : 1;
}

void finish(CLI::App& command, Session& session, Action action) {
  command.add_option("--format", session.formats, "text or json, with =FILE to write a file")
      ->group("Output");
  add_common_options(command, session);
  on_run(command, session, std::move(action));
}

}  // namespace

void add_list_packs(CLI::App& lists, Session& session) {
  CLI::App* const packing = lists.add_subcommand(
      "pack", "Put the lists and cases of a folder into one file that shows every changed byte");
  auto pack = std::make_shared<PackArguments>();
  packing->add_option("folder", pack->folder, "Folder with lists and their cases (YAML)")
      ->required();
  packing->add_option("-o,--output", pack->output, "The pack, NAME.tar")->required();
  packing->add_option("--sign", pack->key, "Sign with this key (kouan key signing FILE)");
  packing->add_option("--requires", pack->requirements,
                      "What is needed to use it: 'kouan >= 0.1.0', 'plugin ID >= 1.0'; repeatable");
  finish(*packing, session, [&session, pack] { return make_pack(session, *pack); });

  CLI::App* const verifying = lists.add_subcommand(
      "verify", "Is a pack whole, who signed it, and would it be loaded? 0 yes, 1 no");
  auto verify = std::make_shared<VerifyArguments>();
  verifying->add_option("pack", verify->pack, "The pack")->required();
  verifying->add_option("--trust", verify->keys,
                        "Public key that must have signed it; repeatable (default: those in "
                        "~/.config/kouan/trusted-keys)");
  finish(*verifying, session, [&session, verify] { return verify_and_say(session, *verify); });
}

}  // namespace kouan::cli
