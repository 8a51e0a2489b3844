#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "hash/person_key.hpp"
#include "hash/signing_key.hpp"
#include "text/escape.hpp"

namespace kouan::cli {
namespace {

constexpr const char* warning_zh =
    "  持有该密钥和扫描状态的人可以逐个试出手机号、证件号：\n"
    "  密钥与用它生成的状态、台账均属个人信息，应留在境内，并与状态分开保管。\n"
    "  同一年度请使用同一密钥，否则无法跨批次识别同一个人；密钥遗失无法恢复。\n";
constexpr const char* warning_en =
    "  Whoever holds this key and a scan state can try out every phone and document number:\n"
    "  the key, and states and ledgers made with it, are personal information. Keep them in the\n"
    "  country, and keep the key apart from the states.\n"
    "  Use one key for a whole year, else nobody is recognised across exports; a lost key is "
    "lost.\n";

Result<int> make_key(const Session& session, const std::string& file) {
  if (auto made = PersonKey::create(file); !made) return tl::unexpected<Error>(made.error());
  KOUAN_TRY(const PersonKey key, PersonKey::load(file));
  const bool chinese = session.language() == Language::zh;
  const std::string head = text::escape_terminal(file) +
                           (chinese ? "：已生成密钥，指纹 " : ": key made, fingerprint ") +
                           key.fingerprint() + "\n";
  return write_stdout(head + (chinese ? warning_zh : warning_en)).map([] { return 0; });
}

constexpr const char* signing_zh =
    "  私钥仅供本人读取：持有它的人可以以您的名义签署规则包。\n"
    "  请将 .pub 文件交给规则包的使用者，由其放入 ~/.config/kouan/trusted-keys。\n";
constexpr const char* signing_en =
    "  Whoever holds the secret key signs packs of rules in your name: it is for you alone.\n"
    "  Give the .pub file to those who use your packs; they put it in "
    "~/.config/kouan/trusted-keys.\n";

Result<int> make_signing_key(const Session& session, const std::string& file) {
  KOUAN_TRY(const PublicKey key, SigningKey::create(file));
  const bool chinese = session.language() == Language::zh;
  const std::string head =
      text::escape_terminal(file) +
      (chinese ? "、.pub：已生成签名密钥对，公钥 " : ", .pub: key pair made, public key ") +
      key.text() + "\n";
  return write_stdout(head + (chinese ? signing_zh : signing_en)).map([] { return 0; });
}

using MakeKey = Result<int> (*)(const Session&, const std::string&);

void add_verb_of_key(CLI::App& key, Session& session, const char* name, const char* what,
                     MakeKey make) {
  CLI::App* const command = key.add_subcommand(name, what);
  auto file = std::make_shared<std::string>();
  command->add_option("file", *file, "The new file; one that is there is never replaced")
      ->required();
  add_common_options(*command, session);
  on_run(*command, session, [&session, file, make] { return make(session, *file); });
}

}  // namespace

void add_key(CLI::App& root, Session& session) {
  CLI::App* const key = root.add_subcommand(
      "key", "Make the key under which people are hashed, or one that signs packs of rules");
  key->require_subcommand(1);
  add_verb_of_key(*key, session, "new", "Write a fresh key to a new file, mode 0600", make_key);
  add_verb_of_key(*key, session, "signing",
                  "Write a fresh pair for packs of rules: FILE (secret, 0600) and FILE.pub",
                  make_signing_key);
}

}  // namespace kouan::cli
