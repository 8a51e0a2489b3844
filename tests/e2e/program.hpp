#pragma once

/// \file
/// The built program, run as a user runs it: arguments, bytes on standard input and an environment
/// go in; two texts and an exit code come out. Nothing of the surrounding environment gets through
/// but PATH. Throws where the machine fails; what the program does is never an exception.

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

namespace kouan::e2e {

/// KOUAN_PROGRAM of the environment, else the program of this build.
std::string built_program();

struct Ended {
  int exit_code = -1;  // -1: ended by a signal
  int signal = 0;      // 0: ended by itself
  std::string out, err;
};

struct Command {
  std::vector<std::string> arguments;
  std::string input = {};                               // bytes on standard input
  std::map<std::string, std::string> environment = {};  // LC_ALL=C unless it says otherwise
  std::string directory = {};                           // to run in; "": where the test runs
  std::string out_to = {};                              // takes standard output, e.g. /dev/full
  std::string program = built_program();

  Ended run() const;
};

/// `kouan` with these arguments.
Ended kouan(std::vector<std::string> arguments, std::string input = {});
/// A line of shell, where "$KOUAN" is the program.
Ended shell(const std::string& line, const std::string& directory = {});

/// A program that is still running, with standard input that stays open.
class Running {
 public:
  explicit Running(const std::vector<std::string>& arguments);
  ~Running();  // kills it if it still runs
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  void write(const std::string& bytes) const;
  /// Waits until the program has taken all that was written.
  void wait_until_read(std::chrono::seconds at_most) const;
  void send(int signal) const;
  /// Waits for the end; after the time it is killed and `signal` says so.
  Ended wait(std::chrono::seconds at_most);

 private:
  ::pid_t child_ = -1;
  int input_ = -1;
  std::filesystem::path folder_;
};

/// A directory that is gone with it.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path(const std::string& name = {}) const;
  /// Writes a file, with the folders above it; returns its path.
  std::string write(const std::string& name, const std::string& content) const;

 private:
  std::filesystem::path folder_;
};

std::string read_file(const std::string& path);
std::vector<std::string> lines_of(const std::string& text);
bool contains(const std::string& text, const std::string& part);
std::size_t times(const std::string& text, const std::string& part);

}  // namespace kouan::e2e
