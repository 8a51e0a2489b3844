#pragma once

/// \file
/// Runs the program as a user does: arguments and standard input in, two texts and a code out.

#include <filesystem>
#include <string>
#include <vector>

namespace kouan::test {

struct Ended {
  int exit_code = -1;  // -1: ended by a signal
  std::string out, err;
};

/// In an environment of its own: locale C, no lists and no keys of the user.
Ended run(const std::vector<std::string>& arguments, const std::string& input = {});
/// The same for any program of the system, e.g. {"bash", "-c", "..."}.
Ended run_program(const std::string& program, const std::vector<std::string>& arguments,
                  const std::string& input = {});

/// A directory that is gone with it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string write(const std::string& name, const std::string& content) const;

 private:
  std::filesystem::path folder_;
};

std::string read_file(const std::string& path);
std::vector<std::string> lines_of(const std::string& text);

}  // namespace kouan::test
