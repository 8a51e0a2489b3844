#include "input/file_list.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <kouan/gap_reason.hpp>

namespace kouan::input {
namespace {

std::string unreadable(int error) {
  return std::string(reason::unreadable_file) + ": " + system_reason(error);
}

struct NameRule {
  std::string_view prefix;
  std::string_view suffix;
  bool exact;  // the whole name is the prefix
  bool directory;
  std::string_view reason;
};

constexpr std::array<NameRule, 7> ignored_names = {{
    {".", "", false, true, "dot file"},
    {".", "", false, false, "dot file"},
    {"kouan.yaml", "", true, false, "kouan.yaml"},
    {"submission.yaml", "", true, false, "submission.yaml"},
    {"README", "", false, false, "README"},
    {"", ".sh", false, false, "script"},
    {"", ".py", false, false, "script"},
}};

std::string_view reason_to_ignore(std::string_view name, bool directory) {
  if (directory && name == "expected") return "expected results";
  const auto* const rule = std::ranges::find_if(ignored_names, [&](const NameRule& r) {
    if (r.directory != directory) return false;
    return r.exact ? name == r.prefix : name.starts_with(r.prefix) && name.ends_with(r.suffix);
  });
  return rule == ignored_names.end() ? std::string_view() : rule->reason;
}

std::string joined(const std::string& folder, const std::string& name) {
  std::string path = folder;
  if (!path.empty() && !path.ends_with('/')) path += '/';
  return path += name;
}

bool has_shebang(int descriptor) {
  std::array<std::byte, 2> head{};
  const auto got = read_at(descriptor, 0, head);
  return got && *got == 2 && head[0] == std::byte{'#'} && head[1] == std::byte{'!'};
}

InputFile described(const struct stat& status) {
  InputFile file;
  file.is_stream = !S_ISREG(status.st_mode);
  file.bytes = file.is_stream ? 0 : static_cast<std::uint64_t>(status.st_size);
  file.device = status.st_dev;
  file.inode = status.st_ino;
  return file;
}

tl::unexpected<Error> io_error(const std::string& path, std::string message) {
  Origin origin;
  origin.file = path;
  return fail(ErrorCode::io, std::move(message), std::move(origin));
}

struct CloseDirectory {
  void operator()(DIR* directory) const { ::closedir(directory); }
};
using Directory = std::unique_ptr<DIR, CloseDirectory>;

class Lister {
 public:
  Result<bool> add_argument(const std::string& argument) {
    if (argument == "-") return add_standard_input();
    struct stat status {};
    if (::stat(argument.c_str(), &status) != 0) {
      const int error = errno;
      const bool missing = error == ENOENT || error == ENOTDIR;
      return io_error(argument, "expected a file or directory at '" + argument + "', found " +
                                    (missing ? "nothing; check the path" : system_reason(error)));
    }
    if (S_ISDIR(status.st_mode)) return add_directory(argument);
    InputFile file = described(status);
    file.shown = file.path = argument;
    if (!file.is_stream && ::access(argument.c_str(), R_OK) != 0) {
      return io_error(argument, "expected a readable file at '" + argument + "', found: " +
                                    system_reason(errno) + "; check its permissions");
    }
    add_file(std::move(file));
    return true;
  }

  FileList take() { return std::move(list_); }

 private:
  Result<bool> add_standard_input() {
    struct stat status {};
    if (::fstat(STDIN_FILENO, &status) != 0) {
      return io_error("-", "expected standard input to be open, found: " + system_reason(errno));
    }
    InputFile file = described(status);
    file.shown = file.path = "-";
    file.is_stream = true;
    add_file(std::move(file));
    return true;
  }

  void add_file(InputFile file) {
    if (seen_.emplace(file.device, file.inode).second) {
      list_.files.push_back(std::move(file));
    } else {
      list_.duplicates.push_back({file.shown, "listed already"});
    }
  }

  Result<bool> add_directory(const std::string& argument) {
    const std::size_t gaps_before = list_.gaps.size();
    const std::size_t ignored_before = list_.ignored.size();
    found_.clear();
    FileHandle handle(::open(argument.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!handle.is_open()) {
      return io_error(argument, "expected a readable directory at '" + argument + "', found: " +
                                    system_reason(errno) + "; check its permissions");
    }
    if (const int error = walk(std::move(handle), argument, "", 1); error != 0) {
      return io_error(argument, "expected a readable directory at '" + argument +
                                    "', found: " + system_reason(error));
    }
    sort_from(gaps_before, ignored_before);
    if (found_.empty() && list_.gaps.size() == gaps_before) {
      const std::size_t ignored = list_.ignored.size() - ignored_before;
      return io_error(argument, "expected data files in '" + argument + "', found none (" +
                                    std::to_string(ignored) +
                                    " ignored by name); name a file directly to read it");
    }
    for (InputFile& file : found_) add_file(std::move(file));
    return true;
  }

  /// The order in which a file system lists names is its own affair.
  void sort_from(std::size_t gaps_before, std::size_t ignored_before) {
    const auto from = [](std::vector<LeftOut>& all, std::size_t begin) {
      std::sort(all.begin() + static_cast<std::ptrdiff_t>(begin), all.end(),
                [](const LeftOut& a, const LeftOut& b) { return a.shown < b.shown; });
    };
    std::ranges::sort(found_, {}, &InputFile::shown);
    from(list_.gaps, gaps_before);
    from(list_.ignored, ignored_before);
  }

  /// Returns 0, or the error that kept the directory from being read.
  int walk(FileHandle handle, const std::string& path, const std::string& shown,
           std::uint32_t depth) {
    const Directory directory(::fdopendir(handle.get()));
    if (!directory) return errno;
    handle.release();  // closedir() closes it
    while (true) {
      errno = 0;
      const dirent* const entry = ::readdir(directory.get());
      if (entry == nullptr) return errno;
      const std::string name = entry->d_name;
      if (name == "." || name == "..") continue;
      visit(::dirfd(directory.get()), name, joined(path, name), joined(shown, name), depth);
    }
  }

  void visit(int parent, const std::string& name, const std::string& path, const std::string& shown,
             std::uint32_t depth) {
    struct stat status {};
    if (::fstatat(parent, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
      return add_gap(shown, unreadable(errno));
    }
    const bool directory = S_ISDIR(status.st_mode);
    const std::string_view reason = reason_to_ignore(name, directory);
    if (!reason.empty()) {
      list_.ignored.push_back({directory ? shown + "/" : shown, std::string(reason)});
    } else if (S_ISLNK(status.st_mode)) {
      add_gap(shown, std::string(gap_reason::link));
    } else if (directory) {
      visit_directory(parent, name, path, shown, depth);
    } else if (S_ISREG(status.st_mode)) {
      visit_file(parent, name, path, shown);
    } else {
      add_gap(shown, std::string(gap_reason::not_a_regular_file));
    }
  }

  void visit_directory(int parent, const std::string& name, const std::string& path,
                       const std::string& shown, std::uint32_t depth) {
    if (depth >= directory_depth_max)
      return add_gap(shown + "/", std::string(gap_reason::directory_too_deep));
    FileHandle handle(
        ::openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    const int error = handle.is_open() ? walk(std::move(handle), path, shown, depth + 1) : errno;
    if (error != 0) add_gap(shown + "/", unreadable(error));
  }

  void visit_file(int parent, const std::string& name, const std::string& path,
                  const std::string& shown) {
    // Without O_NONBLOCK a pipe that has just taken the name would hold us up.
    const FileHandle handle(
        ::openat(parent, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status {};
    if (!handle.is_open() || ::fstat(handle.get(), &status) != 0) {
      return add_gap(shown, unreadable(errno));
    }
    if (!S_ISREG(status.st_mode))
      return add_gap(shown, std::string(gap_reason::not_a_regular_file));
    if (has_shebang(handle.get())) {
      list_.ignored.push_back({shown, "script"});
      return;
    }
    InputFile file = described(status);
    file.shown = shown;
    file.path = path;
    file.from_walk = true;
    found_.push_back(std::move(file));
  }

  void add_gap(std::string shown, std::string reason) {
    list_.gaps.push_back({std::move(shown), std::move(reason)});
  }

  FileList list_;
  std::vector<InputFile> found_;  // in the directory at hand
  std::set<std::pair<std::uint64_t, std::uint64_t>> seen_;
};

}  // namespace

Result<FileList> list_files(std::span<const std::string> arguments) {
  if (arguments.empty()) {
    return fail(ErrorCode::invalid_usage,
                "expected a file, a directory or '-' for standard input, found no argument");
  }
  Lister lister;
  for (const std::string& argument : arguments) {
    KOUAN_TRY(const bool added, lister.add_argument(argument));
    static_cast<void>(added);
  }
  return lister.take();
}

Result<FileHandle> open_file(const InputFile& file) {
  const bool standard_input = file.path == "-";
  const int guard = file.from_walk ? O_NOFOLLOW | O_NONBLOCK : 0;
  FileHandle handle(standard_input ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                                   : ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | guard));
  if (!handle.is_open()) {
    return io_error(file.shown,
                    "expected to open '" + file.shown + "', found: " + system_reason(errno));
  }
  struct stat status {};
  if (::fstat(handle.get(), &status) != 0) {
    return io_error(file.shown,
                    "expected to open '" + file.shown + "', found: " + system_reason(errno));
  }
  const InputFile now = described(status);
  const bool same = now.device == file.device && now.inode == file.inode;
  if (!standard_input && !(same && now.is_stream == file.is_stream)) {
    return io_error(file.shown, "expected the file that was listed at '" + file.shown +
                                    "', found another one in its place");
  }
  return handle;
}

}  // namespace kouan::input
