#include "cli/program.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kouan::test {
namespace {

namespace fs = std::filesystem;

void redirect(const std::string& path, int flags, int to) {
  const int descriptor = ::open(path.c_str(), flags, 0600);
  if (descriptor < 0 || ::dup2(descriptor, to) < 0) ::_exit(126);
}

[[noreturn]] void become(const std::string& program, const std::vector<std::string>& arguments,
                         const TemporaryFolder& folder) {
  redirect(folder.path("in"), O_RDONLY, STDIN_FILENO);
  redirect(folder.path("out"), O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
  redirect(folder.path("err"), O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
  ::setenv("LC_ALL", "C", 1);
  ::setenv("XDG_CONFIG_HOME", folder.path("config").c_str(), 1);
  ::setenv("XDG_DATA_HOME", folder.path("data").c_str(), 1);
  std::vector<char*> words = {const_cast<char*>(program.c_str())};
  for (const auto& one : arguments) words.push_back(const_cast<char*>(one.c_str()));
  words.push_back(nullptr);
  ::execvp(program.c_str(), words.data());
  ::_exit(127);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "kouan-cli-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& content) const {
  std::ofstream(path(name), std::ios::binary) << content;
  return path(name);
}

std::string read_file(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

Ended run_program(const std::string& program, const std::vector<std::string>& arguments,
                  const std::string& input) {
  const TemporaryFolder folder;
  folder.write("in", input);
  const ::pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) become(program, arguments, folder);
  int status = 0;
  if (::waitpid(child, &status, 0) != child) throw std::runtime_error("cannot wait");
  Ended ended;
  if (WIFEXITED(status)) ended.exit_code = WEXITSTATUS(status);
  ended.out = read_file(folder.path("out"));
  ended.err = read_file(folder.path("err"));
  return ended;
}

Ended run(const std::vector<std::string>& arguments, const std::string& input) {
  return run_program(KOUAN_PROGRAM, arguments, input);
}

}  // namespace kouan::test
