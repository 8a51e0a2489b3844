#include <memory>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "hash/person_key.hpp"
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

}  // namespace

void add_key(CLI::App& root, Session& session) {
  CLI::App* const key = root.add_subcommand("key", "Make the key under which people are hashed");
  key->require_subcommand(1);
  CLI::App* const command =
      key->add_subcommand("new", "Write a fresh key to a new file, mode 0600");
  auto file = std::make_shared<std::string>();
  command->add_option("file", *file, "The new file; one that is there is never replaced")
      ->required();
  add_common_options(*command, session);
  on_run(*command, session, [&session, file] { return make_key(session, *file); });
}

}  // namespace kouan::cli
