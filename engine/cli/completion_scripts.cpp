#include "cli/completion_scripts.hpp"

namespace kouan::cli {
namespace {

/// In single quotes, for any of the three shells.
std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c == '\n' ? ' ' : c;
    }
  }
  return out + "'";
}

/// fish knows \' inside single quotes, not the way of the others.
std::string quoted_for_fish(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + "'";
}

/// Calls fn(path, command) for a command and all below it; a path is "kouan lists show".
template <class Fn>
void for_each_command(const CompletionCommand& command, const std::string& path, const Fn& fn) {
  fn(path, command);
  for (const auto& sub : command.commands) for_each_command(sub, path + " " + sub.name, fn);
}

std::string joined(const CompletionCommand& command, bool options) {
  std::string words;
  const auto add = [&words](const std::string& word) {
    words += (words.empty() ? "" : " ") + word;
  };
  if (!options) {
    for (const auto& sub : command.commands) add(sub.name);
    return words;
  }
  for (const auto& option : command.options) {
    for (const auto& name : option.names) add(name);
  }
  return words;
}

/// Cases "path) choices=words ;;" of a shell's case statement.
std::string cases(const CompletionCommand& root, bool options) {
  std::string text;
  for_each_command(root, root.name, [&](const std::string& path, const CompletionCommand& command) {
    const std::string words = joined(command, options);
    if (!words.empty())
      text += "    " + in_quotes(path) + ") choices=" + in_quotes(words) + " ;;\n";
  });
  return text;
}

/// The names of its variables are free in all shells (in zsh, `path` and `words` are not). Words of
/// the line that are subcommands make up the path; everything else is passed over.
std::string find_path(const CompletionCommand& root, std::string_view words_so_far) {
  return "  local place=" + root.name + " word choices=\n  for word in " +
         std::string(words_so_far) + "; do\n    case \"$place $word\" in\n" +
         [&] {
           std::string patterns;
           for_each_command(root, root.name, [&](const std::string& path, const auto&) {
             if (path == root.name) return;
             patterns += (patterns.empty() ? "      " : "|") + in_quotes(path);
           });
           return patterns;
         }() +
         ") place=\"$place $word\" ;;\n    esac\n  done\n";
}

std::string bash_script(const CompletionCommand& root) {
  return "# bash completion of " + root.name + ": source <(" + root.name +
         " completion bash)\n"
         "_" +
         root.name +
         "() {\n"
         "  local current=\"${COMP_WORDS[COMP_CWORD]}\"\n" +
         find_path(root, "\"${COMP_WORDS[@]:1:COMP_CWORD-1}\"") +
         "  if [[ $current == -* ]]; then\n    case \"$place\" in\n" + cases(root, true) +
         "    esac\n  else\n    case \"$place\" in\n" + cases(root, false) +
         "    esac\n  fi\n"
         "  COMPREPLY=()\n"
         "  [[ -n $choices ]] && COMPREPLY=($(compgen -W \"$choices\" -- \"$current\"))\n"
         "}\n"
         "complete -o default -F _" +
         root.name + " " + root.name + "\n";
}

std::string zsh_script(const CompletionCommand& root) {
  return "#compdef " + root.name + "\n# zsh completion of " + root.name + ": source <(" +
         root.name +
         " completion zsh)\n"
         "_" +
         root.name +
         "() {\n"
         "  emulate -L zsh\n"
         "  local current=\"${words[CURRENT]}\"\n"
         "  local -a line=(\"${(@)words[2,CURRENT-1]}\")\n" +
         find_path(root, "\"${line[@]}\"") +
         "  if [[ $current == -* ]]; then\n    case \"$place\" in\n" + cases(root, true) +
         "    esac\n  else\n    case \"$place\" in\n" + cases(root, false) +
         "    esac\n  fi\n"
         "  if [[ -n $choices ]]; then compadd -- ${=choices}; else _files; fi\n"
         "}\n"
         "if [[ ${funcstack[1]} == _" +
         root.name + " ]]; then _" + root.name + " \"$@\"\n" +
         "elif (( $+functions[compdef] )); then compdef _" + root.name + " " + root.name + "; fi\n";
}

/// The condition that the subcommands of `path` stand on the line.
std::string fish_condition(const std::string& path, const CompletionCommand& command,
                           bool commands) {
  std::string condition;
  for (std::size_t at = path.find(' '); at != std::string::npos;) {
    const std::size_t next = path.find(' ', at + 1);
    condition += (condition.empty() ? "" : "; and ") + std::string("__fish_seen_subcommand_from ") +
                 path.substr(at + 1, next - at - 1);
    at = next;
  }
  if (condition.empty()) return "__fish_use_subcommand";
  if (commands) condition += "; and not __fish_seen_subcommand_from " + joined(command, false);
  return condition;
}

std::string fish_script(const CompletionCommand& root) {
  std::string text =
      "# fish completion of " + root.name + ": " + root.name + " completion fish | source\n";
  for_each_command(root, root.name, [&](const std::string& path, const CompletionCommand& command) {
    const std::string start = "complete -c " + root.name + " -n ";
    const std::string here = start + quoted_for_fish(fish_condition(path, command, false));
    for (const auto& option : command.options) {
      text += here;
      for (const auto& name : option.names) {
        text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      text += (option.takes_value ? " -r" : "") + std::string(" -d ") +
              quoted_for_fish(option.what) + "\n";
    }
    for (const auto& sub : command.commands) {
      text += start + quoted_for_fish(fish_condition(path, command, true)) + " -f -a " + sub.name +
              " -d " + quoted_for_fish(sub.what) + "\n";
    }
  });
  return text;
}

}  // namespace

std::string completion_script(const CompletionCommand& root, std::string_view shell) {
  if (shell == "bash") return bash_script(root);
  if (shell == "zsh") return zsh_script(root);
  return shell == "fish" ? fish_script(root) : std::string();
}

}  // namespace kouan::cli
