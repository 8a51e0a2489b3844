#include "cli/lists_tables.hpp"

#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/judge_arguments.hpp"
#include "cli/output.hpp"
#include "official/list_import.hpp"
#include "ruleset/list_reader.hpp"
#include "ruleset/rule_schemas.hpp"

namespace kouan::cli {
namespace {

struct TableArguments {
  std::string given, map, output;
};

/// What somebody has completed by hand is never written over.
Result<void> write_new(const std::string& path, const std::string& text) {
  std::error_code problem;
  if (std::filesystem::exists(path, problem)) {
    return fail(ErrorCode::io,
                Sentence{"应为新文件名，该文件已存在",
                         "expected the name of a new file, found one that is there"},
                origin_of(path));
  }
  return write_file(path, text);
}

Result<int> import_table(const Session& session, const TableArguments& arguments) {
  KOUAN_TRY(const auto rules, read_rules({}, {}));
  KOUAN_TRY(const std::string map_text, read_text_file(arguments.map, limits::rule_file_bytes_max));
  KOUAN_TRY(const auto map, official::read_import_map(map_text, arguments.map));
  KOUAN_TRY(const std::string bytes, read_text_file(arguments.given, limits::table_bytes_max));
  KOUAN_TRY(const auto table, sheet::read_table(bytes, arguments.given, map.sheet));
  KOUAN_TRY(const auto list, official::import_list(table, map, *rules));
  // What is written is what the other commands read, and gives the table back.
  KOUAN_TRY([[maybe_unused]] const NegativeList read,
            read_list({arguments.output, list.yaml}, rules->concepts, rules->national));
  KOUAN_TRY(const YamlNode root, parse_checked(list.yaml, arguments.output, "list"));
  KOUAN_TRY(const auto again, official::export_table(root, arguments.output));
  if (!sheet::same_table(table, again)) {
    return fail(ErrorCode::invalid_rule,
                Sentence{"清单应能还原原表格，实有出入",
                         "expected the list to give the table back, found it changed"},
                origin_of(arguments.given));
  }
  if (auto written = write_new(arguments.output, list.yaml); !written) {
    return tl::unexpected<Error>(std::move(written.error()));
  }
  const std::string counts[] = {std::to_string(list.entries), std::to_string(list.fields),
                                std::to_string(list.todos)};
  notice(session, session.language() == Language::zh
                      ? "条目 " + counts[0] + " 条，数据项 " + counts[1] + " 个，待确认 " +
                            counts[2] + " 处（kouan lists lint 逐项列出）"
                      : counts[0] + " entries, " + counts[1] + " fields, " + counts[2] +
                            " things to do (kouan lists lint names each)");
  return 0;
}

Result<int> write_table(const Session&, const TableArguments& arguments) {
  KOUAN_TRY(const std::string text, read_text_file(arguments.given, limits::rule_file_bytes_max));
  KOUAN_TRY(const YamlNode root, parse_checked(text, arguments.given, "list"));
  KOUAN_TRY(const auto table, official::export_table(root, arguments.given));
  const bool xlsx = arguments.output.ends_with(".xlsx");
  if (!xlsx && !arguments.output.ends_with(".csv")) {
    return fail(
        ErrorCode::invalid_usage,
        Sentence{"-o 应为 *.csv 或 *.xlsx，实为“" + arguments.output + "”",
                 "expected a file *.csv or *.xlsx behind -o, found '" + arguments.output + "'"});
  }
  KOUAN_TRY(const std::string bytes, xlsx ? sheet::write_xlsx(table) : sheet::write_csv(table));
  return write_new(arguments.output, bytes).map([] { return 0; });
}

}  // namespace

void add_list_tables(CLI::App& lists, Session& session) {
  auto arguments = std::make_shared<TableArguments>();
  CLI::App* const import = lists.add_subcommand(
      "import", "Make a list of an official table (csv, xlsx); what is not sure stands as todo");
  import->add_option("file", arguments->given, "The table")->required();
  import->add_option("--map", arguments->map, "What the columns hold, and the facts of the list")
      ->required();
  import->add_option("-o,--output", arguments->output, "The list; a new file")->required();
  add_common_options(*import, session);
  on_run(*import, session, [&session, arguments] { return import_table(session, *arguments); });

  auto wanted = std::make_shared<TableArguments>();
  CLI::App* const save =
      lists.add_subcommand("export", "Write the official table that a list was imported from");
  save->add_option("file", wanted->given, "The list")->required();
  save->add_option("-o,--output", wanted->output, "*.csv or *.xlsx; a new file")->required();
  add_common_options(*save, session);
  on_run(*save, session, [&session, wanted] { return write_table(session, *wanted); });
}

}  // namespace kouan::cli
