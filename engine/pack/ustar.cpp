#include "pack/ustar.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include <kouan/limits.hpp>

namespace kouan::pack {
namespace {

constexpr std::size_t block_bytes = 512;
constexpr std::size_t end_bytes = 2 * block_bytes;

/// A field of a header: where it begins, how long it is.
struct Field {
  std::size_t at, size;
};
constexpr Field name_field{0, 100};
constexpr Field mode_field{100, 8};
constexpr Field uid_field{108, 8};
constexpr Field gid_field{116, 8};
constexpr Field size_field{124, 12};
constexpr Field time_field{136, 12};
constexpr Field sum_field{148, 8};
constexpr Field magic_field{257, 8};
constexpr std::size_t type_at = 156;
constexpr std::string_view magic("ustar\00000", 8);

void put_text(std::string& block, const Field& field, std::string_view text) {
  block.replace(field.at, text.size(), text);
}

/// Octal digits and a NUL, as wide as the field.
void put_octal(std::string& block, const Field& field, std::uint64_t value) {
  for (std::size_t digit = field.size - 1; digit > 0; --digit, value /= 8) {
    block[field.at + digit - 1] = static_cast<char>('0' + value % 8);
  }
}

/// The sum of all bytes of the header, its own field taken as blanks.
std::uint64_t header_sum(std::string_view block) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < block_bytes; ++i) {
    const bool own = i >= sum_field.at && i < sum_field.at + sum_field.size;
    sum += own ? std::uint64_t{' '} : static_cast<unsigned char>(block[i]);
  }
  return sum;
}

std::string header(const Member& member) {
  std::string block(block_bytes, '\0');
  put_text(block, name_field, member.name);
  put_octal(block, mode_field, 0644);
  put_octal(block, uid_field, 0);
  put_octal(block, gid_field, 0);
  put_octal(block, size_field, member.content.size());
  put_octal(block, time_field, 0);
  block[type_at] = '0';
  put_text(block, magic_field, magic);
  // By tradition six digits, a NUL and a blank.
  put_octal(block, {sum_field.at, sum_field.size - 1}, header_sum(block));
  block[sum_field.at + sum_field.size - 1] = ' ';
  return block;
}

std::size_t padded(std::size_t size) {
  return (size + block_bytes - 1) / block_bytes * block_bytes;
}

std::optional<std::uint64_t> octal(std::string_view text) {
  std::uint64_t value = 0;
  text.remove_suffix(1);
  for (const char digit : text) {
    if (digit < '0' || digit > '7') return std::nullopt;
    value = value * 8 + static_cast<std::uint64_t>(digit - '0');
  }
  return value;
}

const char* type_trouble(char type) {
  switch (type) {
    case '0':
      return nullptr;
    case '1':
    case '2':
      return "a link";
    case '3':
    case '4':
    case '6':
      return "a device";
    case '5':
      return "a directory";
    default:
      return "another kind of member";
  }
}

class Reader {
 public:
  Reader(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}

  Result<std::vector<Member>> run() {
    while (!at_end()) {
      KOUAN_TRY(Member member, next());
      members_.push_back(std::move(member));
      if (members_.size() > limits::pack_members_max) {
        return fail(
            ErrorCode::limit_exceeded,
            "expected at most " + std::to_string(limits::pack_members_max) + " members, found more",
            here());
      }
    }
    if (bytes_.size() - at_ < end_bytes) return refuse("two empty blocks at the end, found none");
    if (bytes_.size() - at_ > end_bytes) return refuse("nothing behind the end, found more bytes");
    // What is left: bytes that have no meaning, and yet could carry something.
    const std::string written = write_ustar(members_);
    const auto differs = std::ranges::mismatch(bytes_, written);
    if (differs.in1 == bytes_.end()) return std::move(members_);
    at_ = static_cast<std::size_t>(differs.in1 - bytes_.begin());
    return refuse("the bytes that kouan writes, found another one");
  }

 private:
  Origin here() const { return {file_, {}, at_, 0, 0}; }
  tl::unexpected<Error> refuse(const std::string& expected) const {
    return fail(ErrorCode::invalid_rule, "expected " + expected, here());
  }
  bool at_end() const {
    const std::string_view rest = bytes_.substr(at_, end_bytes);
    return rest.size() < block_bytes ||
           rest.find_first_not_of('\0') >= std::min(rest.size(), end_bytes);
  }
  std::string_view field(const Field& field) const {
    return bytes_.substr(at_ + field.at, field.size);
  }

  Result<std::string> read_name() {
    std::string name(field(name_field));
    name.resize(std::min(name.size(), name.find('\0')));
    if (const char* const trouble = name_trouble(name)) {
      return refuse(std::string("members with plain relative names, found ") + trouble);
    }
    if (!names_.insert(name).second) return refuse("each name once, found one again");
    return name;
  }

  Result<Member> next() {
    const auto sum = octal(field({sum_field.at, sum_field.size - 1}));
    if (sum != header_sum(bytes_.substr(at_, block_bytes))) {
      return refuse("the header of a ustar member, found something else");
    }
    if (const char* const trouble = type_trouble(bytes_[at_ + type_at])) {
      return refuse(std::string("regular files only, found ") + trouble);
    }
    Member member;
    KOUAN_TRY(member.name, read_name());
    if (field(magic_field) != magic) return refuse("a POSIX ustar archive, found another kind");
    const auto size = octal(field(size_field));
    if (!size) return refuse("a size in octal digits, found something else");
    if (*size > limits::pack_member_bytes_max) {
      return fail(ErrorCode::limit_exceeded,
                  "expected members of at most " + std::to_string(limits::pack_member_bytes_max) +
                      " bytes, found a larger one",
                  here());
    }
    const std::size_t rest = bytes_.size() - at_ - block_bytes;
    if (padded(*size) > rest) return refuse("a whole member, found the end of the file");
    member.content = bytes_.substr(at_ + block_bytes, *size);
    at_ += block_bytes + padded(*size);
    return member;
  }

  std::string_view bytes_;
  const std::string& file_;
  std::size_t at_ = 0;
  std::vector<Member> members_;
  std::set<std::string> names_;
};

}  // namespace

const char* name_trouble(std::string_view name) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-/";
  if (name.empty()) return "an empty name";
  if (name.size() >= name_field.size) return "a name of 100 bytes or more";
  if (name.front() == '/') return "an absolute path";
  if (name.find_first_not_of(plain) != std::string_view::npos) {
    return "a name with other characters than letters, digits, '_', '-', '.' and '/'";
  }
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    const std::string_view part = name.substr(at, end - at);
    if (part.empty()) return "an empty part of a path";
    // "..", "." and hidden files alike.
    if (part.front() == '.') return "a part of a path that begins with a dot";
    at = end + 1;
  }
  return nullptr;
}

std::string write_ustar(const std::vector<Member>& members) {
  std::string out;
  for (const Member& member : members) {
    out += header(member);
    out += member.content;
    out.resize(padded(out.size()), '\0');
  }
  return out + std::string(end_bytes, '\0');
}

Result<std::vector<Member>> read_ustar(std::string_view bytes, const std::string& file) {
  return Reader(bytes, file).run();
}

}  // namespace kouan::pack
