#include "e2e/program.hpp"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kouan::e2e {
namespace {

namespace fs = std::filesystem;

fs::path make_folder() {
  std::string name = (fs::temp_directory_path() / "kouan-e2e-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  return name;
}

/// What a child is given; made before the fork, so that the child only calls the system.
class Words {
 public:
  Words(const std::string& program, const std::vector<std::string>& arguments) {
    texts_.push_back(program);
    texts_.insert(texts_.end(), arguments.begin(), arguments.end());
    for (auto& text : texts_) pointers_.push_back(text.data());
    pointers_.push_back(nullptr);
  }
  explicit Words(const std::map<std::string, std::string>& environment) {
    for (const auto& [name, value] : environment) texts_.push_back(name + "=" + value);
    for (auto& text : texts_) pointers_.push_back(text.data());
    pointers_.push_back(nullptr);
  }
  char* const* get() const { return pointers_.data(); }

 private:
  std::vector<std::string> texts_;
  std::vector<char*> pointers_;
};

void redirect(const std::string& path, int flags, int to) {
  const int descriptor = ::open(path.c_str(), flags, 0600);
  if (descriptor < 0 || ::dup2(descriptor, to) < 0) ::_exit(126);
}

std::map<std::string, std::string> environment_in(const fs::path& home) {
  const char* const path = std::getenv("PATH");
  return {{"PATH", path == nullptr ? "/usr/bin:/bin" : path},
          {"LC_ALL", "C"},
          {"HOME", home.string()},
          {"XDG_DATA_HOME", (home / "data").string()},
          {"XDG_CONFIG_HOME", (home / "config").string()},
          {"KOUAN", built_program()}};
}

void set_end(Ended& ended, int status) {
  if (WIFEXITED(status)) ended.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) ended.signal = WTERMSIG(status);
}

}  // namespace

std::string built_program() {
  const char* const other = std::getenv("KOUAN_PROGRAM");
  return other == nullptr ? KOUAN_PROGRAM_BUILT : other;
}

Ended Command::run() const {
  const Folder own;
  const std::string in = own.write("in", input);
  const std::string out = out_to.empty() ? own.path("out") : out_to;
  const std::string err = own.path("err");
  auto variables = environment_in(own.path());
  for (const auto& [name, value] : environment) variables[name] = value;
  const Words words(program, arguments);
  const Words settings(variables);
  const ::pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) {
    redirect(in, O_RDONLY, STDIN_FILENO);
    redirect(out, O_WRONLY | O_CREAT, STDOUT_FILENO);
    redirect(err, O_WRONLY | O_CREAT, STDERR_FILENO);
    if (!directory.empty() && ::chdir(directory.c_str()) != 0) ::_exit(125);
    ::execvpe(program.c_str(), words.get(), settings.get());
    ::_exit(127);
  }
  int status = 0;
  if (::waitpid(child, &status, 0) != child) throw std::runtime_error("cannot wait");
  Ended ended;
  set_end(ended, status);
  if (out_to.empty()) ended.out = read_file(out);
  ended.err = read_file(err);
  return ended;
}

Ended kouan(std::vector<std::string> arguments, std::string input) {
  Command command{std::move(arguments)};
  command.input = std::move(input);
  return command.run();
}

Ended shell(const std::string& line, const std::string& directory) {
  Command command{{"-c", line}};
  command.program = "/bin/bash";
  command.directory = directory;
  return command.run();
}

Running::Running(const std::vector<std::string>& arguments) : folder_(make_folder()) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const std::string out = (folder_ / "out").string();
  const std::string err = (folder_ / "err").string();
  const std::string program = built_program();
  const Words words(program, arguments);
  const Words settings(environment_in(folder_));
  child_ = ::fork();
  if (child_ < 0) throw std::runtime_error("cannot fork");
  if (child_ == 0) {
    if (::dup2(ends[0], STDIN_FILENO) < 0) ::_exit(126);
    redirect(out, O_WRONLY | O_CREAT, STDOUT_FILENO);
    redirect(err, O_WRONLY | O_CREAT, STDERR_FILENO);
    ::execvpe(program.c_str(), words.get(), settings.get());
    ::_exit(127);
  }
  ::close(ends[0]);
  input_ = ends[1];
}

Running::~Running() {
  if (child_ > 0) {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  if (input_ >= 0) ::close(input_);
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void Running::write(const std::string& bytes) const {
  if (::write(input_, bytes.data(), bytes.size()) != static_cast<::ssize_t>(bytes.size())) {
    throw std::runtime_error("the program takes no input");
  }
}

void Running::wait_until_read(std::chrono::seconds at_most) const {
  const auto end = std::chrono::steady_clock::now() + at_most;
  int waiting = 1;
  while (::ioctl(input_, FIONREAD, &waiting) == 0 && waiting != 0) {
    if (std::chrono::steady_clock::now() > end) throw std::runtime_error("the input stays unread");
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

void Running::send(int signal) const {
  ::kill(child_, signal);
}

Ended Running::wait(std::chrono::seconds at_most) {
  const auto end = std::chrono::steady_clock::now() + at_most;
  int status = 0;
  while (::waitpid(child_, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > end) ::kill(child_, SIGKILL);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  child_ = -1;
  Ended ended;
  set_end(ended, status);
  ended.out = read_file((folder_ / "out").string());
  ended.err = read_file((folder_ / "err").string());
  return ended;
}

Folder::Folder() : folder_(make_folder()) {}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string Folder::path(const std::string& name) const {
  return name.empty() ? folder_.string() : (folder_ / name).string();
}

std::string Folder::write(const std::string& name, const std::string& content) const {
  fs::create_directories((folder_ / name).parent_path());
  std::ofstream file(folder_ / name, std::ios::binary);
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  if (!file.flush()) throw std::runtime_error("cannot write " + path(name));
  return path(name);
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

}  // namespace kouan::e2e
