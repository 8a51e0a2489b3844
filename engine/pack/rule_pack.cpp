#include "pack/rule_pack.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <kouan/limits.hpp>

#include "config/json.hpp"
#include "hash/digest.hpp"
#include "pack/ustar.hpp"

namespace kouan::pack {
namespace {

constexpr const char* manifest_name = "MANIFEST.json";
constexpr const char* seal_name = "SEAL.json";
constexpr const char* schema = "kouan.pack/1";
/// A signature for a pack is one for nothing else.
constexpr std::string_view signed_head = "kouan.pack/1 manifest\n";

std::string signed_message(const std::string& manifest) {
  return std::string(signed_head) + manifest;
}

std::string as_file(const Json& json) {
  return to_text(json, JsonStyle::pretty) + "\n";
}

std::string manifest_of(const std::vector<PackedFile>& files,
                        const std::vector<std::string>& requirements) {
  Json::Array list;
  for (const PackedFile& one : files) {
    list.push_back(Json::Object{
        {"name", one.name}, {"bytes", one.content.size()}, {"sha256", sha256_hex(one.content)}});
  }
  return as_file(Json::Object{{"schema", schema},
                              {"requires", Json::Array(requirements.begin(), requirements.end())},
                              {"files", std::move(list)}});
}

std::string seal_of(const std::string& manifest, const PublicKey* signer,
                    const std::string& signature) {
  Json::Object seal{{"schema", schema}, {"manifest_sha256", sha256_hex(manifest)}};
  if (signer != nullptr) {
    seal["public_key"] = signer->text();
    seal["signature"] = to_hex(signature);
  }
  return as_file(std::move(seal));
}

Result<void> check_files(const std::vector<PackedFile>& files) {
  const auto refuse = [](const std::string& name, const std::string& found) {
    return fail(ErrorCode::invalid_usage, "expected a name that a pack can hold, found " + found,
                {name, {}, 0, 0, 0});
  };
  if (files.empty()) {
    return fail(ErrorCode::invalid_usage, "expected rule files (*.yaml) to pack, found none");
  }
  // The manifest and the seal are members too.
  if (files.size() + 2 > limits::pack_members_max) {
    return fail(ErrorCode::limit_exceeded,
                "expected fewer files than " + std::to_string(limits::pack_members_max - 1));
  }
  std::set<std::string> names;
  for (const PackedFile& one : files) {
    if (const char* const trouble = name_trouble(one.name)) return refuse(one.name, trouble);
    if (!one.name.ends_with(".yaml")) return refuse(one.name, "one that does not end in .yaml");
    if (!names.insert(one.name).second) return refuse(one.name, "one that stands twice");
  }
  return {};
}

class Opening {
 public:
  Opening(std::vector<Member> members, const std::string& file)
      : members_(std::move(members)), file_(file) {}

  Result<RulePack> run() {
    if (members_.size() < 2 || members_[0].name != manifest_name || members_[1].name != seal_name) {
      return refuse("a pack that begins with MANIFEST.json and SEAL.json, found something else");
    }
    if (auto sealed = check_seal(); !sealed) return tl::unexpected<Error>(sealed.error());
    if (auto read = read_manifest(); !read) return tl::unexpected<Error>(read.error());
    return std::move(pack_);
  }

 private:
  tl::unexpected<Error> refuse(const std::string& expected) const {
    return fail(ErrorCode::invalid_rule, "expected " + expected, {file_, {}, 0, 0, 0});
  }

  static std::string text_of(const Json& json, std::string_view key) {
    const Json* const found = json.find(key);
    const std::string* const text = found == nullptr ? nullptr : found->as_string();
    return text == nullptr ? std::string() : *text;
  }

  /// Before anything in the manifest is looked at.
  Result<void> check_seal() {
    const std::string& manifest = members_[0].content;
    const auto seal = parse_json(members_[1].content, file_);
    if (!seal) return refuse("a seal in JSON, found something else");
    if (text_of(*seal, "manifest_sha256") != sha256_hex(manifest)) {
      return refuse("the manifest that was sealed, found another one");
    }
    std::string signature;
    if (seal->find("public_key") != nullptr || seal->find("signature") != nullptr) {
      const auto signer = PublicKey::parse(text_of(*seal, "public_key"));
      signature = from_hex(text_of(*seal, "signature"));
      if (!signer || !signer->signed_this(signed_message(manifest), signature)) {
        return refuse("a signature that fits the manifest and the key beside it, found another");
      }
      pack_.signer = *signer;
    }
    const PublicKey* const signer = pack_.signer ? &*pack_.signer : nullptr;
    if (members_[1].content != seal_of(manifest, signer, signature)) {
      return refuse("a seal as kouan writes it, found something else");
    }
    return {};
  }

  Result<void> read_manifest() {
    const std::string& text = members_[0].content;
    const auto manifest = parse_json(text, file_);
    if (!manifest) return refuse("a manifest in JSON, found something else");
    if (text_of(*manifest, "schema") != schema) {
      return refuse(
          "a manifest of the form kouan.pack/1, found another (perhaps of a newer kouan)");
    }
    const Json* const words = manifest->find("requires");
    const Json* const list = manifest->find("files");
    if (words == nullptr || !words->is_array() || list == nullptr || !list->is_array()) {
      return refuse("'requires' and 'files' in the manifest, found none");
    }
    for (const Json& word : *words->as_array()) {
      if (word.as_string() == nullptr) return refuse("requirements as text, found something else");
      pack_.requirements.push_back(*word.as_string());
    }
    if (list->as_array()->size() + 2 != members_.size()) {
      return refuse("as many files as the manifest names, found another number");
    }
    for (std::size_t i = 2; i < members_.size(); ++i) {
      Member& member = members_[i];
      const Json& named = (*list->as_array())[i - 2];
      const std::string sha256 = sha256_hex(member.content);
      if (text_of(named, "name") != member.name || text_of(named, "sha256") != sha256) {
        return refuse("the file '" + member.name + "' as the manifest has it, found another");
      }
      pack_.files.push_back({std::move(member.name), std::move(member.content), sha256});
    }
    if (auto fine = check_files(pack_.files); !fine) return refuse("rule files, found other names");
    const bool sorted = std::ranges::is_sorted(pack_.files, {}, &PackedFile::name);
    if (!sorted || text != manifest_of(pack_.files, pack_.requirements)) {
      return refuse("a manifest as kouan writes it, found something else");
    }
    return {};
  }

  std::vector<Member> members_;
  const std::string& file_;
  RulePack pack_;
};

}  // namespace

bool is_pack_name(std::string_view file) {
  return file.ends_with(".tar");
}

Result<std::string> write_pack(std::vector<PackedFile> files,
                               const std::vector<std::string>& requirements,
                               const SigningKey* key) {
  std::ranges::sort(files, {}, &PackedFile::name);
  if (auto fine = check_files(files); !fine) return tl::unexpected<Error>(fine.error());
  const std::string manifest = manifest_of(files, requirements);
  std::string seal;
  if (key == nullptr) {
    seal = seal_of(manifest, nullptr, {});
  } else {
    const PublicKey signer = key->public_key();
    seal = seal_of(manifest, &signer, key->sign(signed_message(manifest)));
  }
  std::vector<Member> members = {{manifest_name, manifest}, {seal_name, seal}};
  for (PackedFile& one : files) members.push_back({std::move(one.name), std::move(one.content)});
  std::string bytes = write_ustar(members);
  if (bytes.size() > limits::pack_bytes_max) {
    return fail(ErrorCode::limit_exceeded, "expected a pack of at most " +
                                               std::to_string(limits::pack_bytes_max) +
                                               " bytes, found more");
  }
  return bytes;
}

Result<RulePack> open_pack(std::string_view bytes, const std::string& file) {
  KOUAN_TRY(std::vector<Member> members, read_ustar(bytes, file));
  KOUAN_TRY(RulePack opened, Opening(std::move(members), file).run());
  opened.sha256 = sha256_hex(bytes);
  return opened;
}

}  // namespace kouan::pack
