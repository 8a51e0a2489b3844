#include "ruleset/added_lists.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <kouan/limits.hpp>

#include "hash/digest.hpp"
#include "pack/refusal_words.hpp"
#include "ruleset/embedded_files.hpp"
#include "ruleset/list_reader.hpp"
#include "ruleset/rule_schemas.hpp"
#include "ruleset/rule_set.hpp"

namespace kouan {
namespace {

namespace fs = std::filesystem;

bool is_yaml_list(std::string_view name) {
  return (name.ends_with(".yaml") || name.ends_with(".yml")) && !holds_cases(name);
}

/// Paths below a directory that `is_wanted`, sorted; none if it does not exist.
template <class IsWanted>
Result<std::vector<std::string>> files_below(const std::string& directory,
                                             const IsWanted& is_wanted) {
  std::vector<std::string> paths;
  std::error_code error;
  if (directory.empty() || !fs::exists(directory, error)) return paths;
  auto entry = fs::recursive_directory_iterator(directory, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const std::string path = entry->path().string();
    if (entry->is_regular_file(error) && is_wanted(path)) paths.push_back(path);
  }
  if (error) {
    return fail(ErrorCode::io,
                Sentence{"应为可读取的目录，系统报告：" + error.message(),
                         "expected a directory that can be read, found: " + error.message()},
                origin_of(directory));
  }
  std::ranges::sort(paths);
  return paths;
}

using Lists = std::map<std::string, NegativeList>;

/// One source as it is read, before anybody decides what its trouble means.
struct Reading {
  AddedSource source;
  std::vector<RuleFile> files;
  std::optional<LocalText> unmet;
};

class Adding {
 public:
  Adding(const RuleSources& sources, const RuleSet& rules, Lists& lists,
         std::vector<RuleFile>& files)
      : sources_(sources), rules_(rules), lists_(lists), files_(files) {}

  Result<std::vector<AddedSource>> run() {
    KOUAN_TRY(const auto own, files_below(sources_.user_directory, is_yaml_list));
    KOUAN_TRY(const auto packs, files_below(sources_.user_directory, pack::is_pack_name));
    for (const std::string& path : own) {
      if (auto added = add_own_list(path); !added) return tl::unexpected<Error>(added.error());
    }
    for (const std::string& path : sources_.list_files) {
      if (auto added = add_named(path); !added) return tl::unexpected<Error>(added.error());
    }
    for (const std::string& path : packs) add_own_pack(path);
    return std::move(added_);
  }

 private:
  Result<Reading> read_list_file(const std::string& path) const {
    Reading out;
    out.source.file = path;
    KOUAN_TRY(std::string content, read_text_file(path, limits::rule_file_bytes_max));
    out.source.sha256 = sha256_hex(content);
    KOUAN_TRY(out.unmet, first_unmet(content, path, sources_.host));
    out.files.push_back({path, std::move(content), {}});
    return out;
  }

  Result<Reading> read_pack_file(const std::string& path) const {
    Reading out;
    out.source.file = path;
    out.source.is_pack = true;
    KOUAN_TRY(pack::RulePack opened, read_pack(path, sources_.trusted_keys));
    out.source.sha256 = opened.sha256;
    if (opened.signer) out.source.signer = opened.signer->text();
    // read_pack has refused any other signer.
    out.source.trusted = opened.signer && !sources_.trusted_keys.empty();
    KOUAN_TRY(out.unmet, first_unmet(opened.requirements, sources_.host, origin_of(path)));
    for (pack::PackedFile& one : opened.files) {
      if (holds_cases(one.name)) continue;
      const std::string name = name_in_pack(path, one.name);
      if (!out.unmet) {
        KOUAN_TRY(out.unmet, first_unmet(one.content, name, sources_.host));
      }
      out.files.push_back({name, std::move(one.content), {}});
    }
    return out;
  }

  /// All of a source, or nothing of it.
  Result<Lists> with_lists_of(Reading& reading) const {
    Lists lists = lists_;
    for (const RuleFile& file : reading.files) {
      KOUAN_TRY(NegativeList list, read_list(file, rules_.concepts, rules_.national));
      reading.source.lists.push_back(list.id);
      KOUAN_TRY([[maybe_unused]] const bool inserted, insert_list(lists, std::move(list)));
    }
    return lists;
  }

  void take(Reading reading, Lists lists) {
    lists_ = std::move(lists);
    std::ranges::move(reading.files, std::back_inserter(files_));
    added_.push_back(std::move(reading.source));
  }

  void leave(AddedSource source, LoadStatus status, LocalText reason) {
    source.status = status;
    source.lists.clear();
    source.reason = std::move(reason);
    added_.push_back(std::move(source));
  }

  Result<void> add_own_list(const std::string& path) {
    KOUAN_TRY(Reading reading, read_list_file(path));
    if (reading.unmet) {
      leave(std::move(reading.source), LoadStatus::skipped, *reading.unmet);
      return {};
    }
    KOUAN_TRY(Lists lists, with_lists_of(reading));
    take(std::move(reading), std::move(lists));
    return {};
  }

  Result<void> add_named(const std::string& path) {
    KOUAN_TRY(Reading reading,
              pack::is_pack_name(path) ? read_pack_file(path) : read_list_file(path));
    if (reading.unmet) return not_met(*reading.unmet, path);
    KOUAN_TRY(Lists lists, with_lists_of(reading));
    take(std::move(reading), std::move(lists));
    return {};
  }

  void add_own_pack(const std::string& path) {
    AddedSource unread;
    unread.file = path;
    unread.is_pack = true;
    auto reading = read_pack_file(path);
    if (!reading) return leave(std::move(unread), LoadStatus::failed, sentence(reading.error()));
    if (reading->unmet) {
      return leave(std::move(reading->source), LoadStatus::skipped, *reading->unmet);
    }
    auto lists = with_lists_of(*reading);
    if (!lists) {
      return leave(std::move(reading->source), LoadStatus::failed, sentence(lists.error()));
    }
    // What it carries over must be there as well, or the whole of the rules would not load.
    Lists resolved = *lists;
    if (const auto whole = resolve_carry_over(resolved); !whole) {
      return leave(std::move(reading->source), LoadStatus::failed, sentence(whole.error()));
    }
    take(*std::move(reading), *std::move(lists));
  }

  static LocalText sentence(const Error& error) {
    std::string place;
    const std::size_t inner = error.origin.file.rfind('!');
    if (inner != std::string::npos) place = error.origin.file.substr(inner + 1) + ": ";
    if (error.origin.line != 0) place += std::to_string(error.origin.line) + ": ";
    return {place + pack::refusal_in_chinese(error.message), place + error.message};
  }

  const RuleSources& sources_;
  const RuleSet& rules_;
  Lists& lists_;
  std::vector<RuleFile>& files_;
  std::vector<AddedSource> added_;
};

}  // namespace

std::size_t count_of(const std::vector<AddedSource>& sources, LoadStatus status) {
  return static_cast<std::size_t>(std::ranges::count(sources, status, &AddedSource::status));
}

std::string name_in_pack(const std::string& pack, const std::string& name) {
  return pack + "!" + name;
}

Result<pack::RulePack> read_pack(const std::string& file, const std::vector<PublicKey>& trusted) {
  KOUAN_TRY(const std::string bytes, read_text_file(file, limits::pack_bytes_max));
  KOUAN_TRY(pack::RulePack opened, pack::open_pack(bytes, file));
  const bool believed =
      trusted.empty() ||
      (opened.signer && std::ranges::find(trusted, *opened.signer) != trusted.end());
  if (believed) return opened;
  return fail(ErrorCode::invalid_rule,
              "expected the signature of a trusted key, found " +
                  (opened.signer ? "that of " + opened.signer->text().substr(0, 16) + "…"
                                 : std::string("none: the pack is not signed")),
              origin_of(file));
}

Result<bool> insert_list(Lists& lists, NegativeList list) {
  if (const auto there = lists.find(list.id); there != lists.end()) {
    const std::string& other = there->second.file;
    return fail(
        ErrorCode::invalid_rule,
        Sentence{"每个清单编号应只出现一次，“" + list.id + "”在此与 " + other + " 中重复",
                 "expected each list id once, found '" + list.id + "' here and in " + other},
        origin_of(list.file));
  }
  const std::string id = list.id;
  lists.emplace(id, std::move(list));
  return true;
}

Result<std::vector<AddedSource>> add_lists(const RuleSources& sources, const RuleSet& rules,
                                           Lists& lists, std::vector<RuleFile>& files) {
  return Adding(sources, rules, lists, files).run();
}

}  // namespace kouan
