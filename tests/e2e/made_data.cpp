#include "e2e/made_data.hpp"

#include "identifiers.hpp"

namespace kouan::e2e {
namespace {

constexpr std::uint64_t seed = 20'240'322;

}  // namespace

std::string resident_id(std::uint64_t index) {
  samples::ResidentId id;
  samples::make_resident_id(id, seed, index);
  return id.number;
}

std::string mobile(std::uint64_t index) {
  std::string number;
  samples::append_mobile(number, seed, index);
  return number;
}

std::string bank_card(std::uint64_t index) {
  std::string number;
  samples::append_bank_card(number, seed, index);
  return number;
}

std::string lines(std::uint64_t count, const std::function<std::string(std::uint64_t)>& record) {
  std::string text;
  for (std::uint64_t index = 0; index < count; ++index) text += record(index) + "\n";
  return text;
}

std::string plain_persons(std::uint64_t count) {
  return lines(count, [](std::uint64_t index) { return R"({"phone":")" + mobile(index) + "\"}"; });
}

std::string sensitive_persons(std::uint64_t count) {
  return lines(count, [](std::uint64_t index) {
    return R"({"id_card":")" + resident_id(index) + R"(","bank_card":")" + bank_card(index) + "\"}";
  });
}

}  // namespace kouan::e2e
