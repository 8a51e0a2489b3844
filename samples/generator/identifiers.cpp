#include "identifiers.hpp"

#include <array>

#include "random.hpp"

namespace kouan::samples {
namespace {

constexpr std::array<std::string_view, 45> divisions = {
    "110101", "110102", "110105", "110106", "110108", "120101", "130102", "140105", "150102",
    "210102", "220102", "230102", "310101", "310104", "310115", "320102", "320505", "330102",
    "330106", "340102", "350102", "350203", "360102", "370102", "370202", "410102", "420102",
    "420106", "430102", "440103", "440106", "440305", "450102", "460105", "500103", "510104",
    "510107", "520102", "530102", "540102", "610102", "620102", "630102", "640104", "650102"};

constexpr std::string_view plate_letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::array<std::string_view, 8> plate_regions = {"京A", "京N", "沪B", "粤B",
                                                           "津C", "苏E", "浙A", "川G"};
constexpr std::string_view vin_letters = "ABCDEFGHJKLMNPRSTVWXY";
constexpr std::array<std::string_view, 6> vin_models = {"CE4E2", "AF3B1", "BK7D5",
                                                        "DM2A8", "EP5C3", "FR6B4"};
constexpr std::string_view uscc_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Ten to the power of `exponent`.
constexpr std::uint64_t ten(unsigned exponent) {
  return exponent == 0 ? 1 : 10 * ten(exponent - 1);
}

/// `width` digits that differ for every index below 10^width. The factor has no divisor 2 or 5.
void append_digits(std::string& out, std::uint64_t seed, std::uint64_t index, unsigned width) {
  const std::uint64_t factor = width < 9 ? 6'180'339U : 61'803'398'879U;
  append_padded(out, spread(index, ten(width), factor, seed), width);
}

constexpr unsigned vin_value(char symbol) {
  constexpr std::string_view letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
  constexpr std::string_view values = "12345678123457923456789";
  if (symbol >= '0' && symbol <= '9') return static_cast<unsigned>(symbol - '0');
  return static_cast<unsigned>(values[letters.find(symbol)] - '0');
}

char vin_check(std::string_view vin) {
  constexpr std::array<unsigned, 17> weights = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  unsigned sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * vin_value(vin[i]);
  return "0123456789X"[sum % 11];
}

/// The check character of the organisation code inside (GB 11714): 8 characters before it.
char organisation_check(std::string_view first_8) {
  constexpr std::array<unsigned, 8> weights = {3, 7, 9, 10, 5, 8, 4, 2};
  unsigned sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const char symbol = first_8[i];
    sum += weights[i] * static_cast<unsigned>(symbol <= '9' ? symbol - '0' : symbol - 'A' + 10);
  }
  return "0X987654321"[sum % 11];
}

char uscc_check(std::string_view first_17) {
  constexpr std::array<unsigned, 17> weights = {1,  3,  9,  27, 19, 26, 16, 17, 20,
                                                29, 25, 13, 8,  24, 10, 30, 28};
  std::size_t sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    sum += weights[i] * uscc_alphabet.find(first_17[i]);
  }
  return uscc_alphabet[(31 - sum % 31) % 31];
}

}  // namespace

char resident_check(std::string_view first_17) {
  constexpr std::array<unsigned, 17> weights = {7, 9, 10, 5,  8, 4, 2, 1, 6,
                                                3, 7, 9,  10, 5, 8, 4, 2};
  unsigned sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    sum += weights[i] * static_cast<unsigned>(first_17[i] - '0');
  }
  return "10X98765432"[sum % 11];
}

char luhn_check(std::string_view digits) {
  unsigned sum = 0;
  bool doubled = true;  // the check digit will stand to the right of the last one
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, doubled = !doubled) {
    const auto value = static_cast<unsigned>(*digit - '0') * (doubled ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

void make_resident_id(ResidentId& out, std::uint64_t seed, std::uint64_t index, Age age) {
  const unsigned first_year = age == Age::adult ? 1965 : 2014;
  const unsigned years = age == Age::adult ? 40 : 8;
  const std::uint64_t block = divisions.size() * years * 12 * 28 * 100;
  // 37,378,051 has no divisor 2, 3, 5 or 7, of which every block is made.
  std::uint64_t rest = spread(index, block, 37'378'051U, seed);
  const auto take = [&rest](std::uint64_t size) {
    const std::uint64_t digit = rest % size;
    rest /= size;
    return static_cast<unsigned>(digit);
  };
  out.number.assign(divisions[take(divisions.size())]);
  out.birth = {first_year + take(years), 1 + take(12), 1 + take(28)};
  append_date(out.number, out.birth, "");
  const unsigned sequence = 900 - 100 * static_cast<unsigned>(index / block) + take(100);
  append_padded(out.number, sequence, 3);
  out.female = sequence % 2 == 0;
  out.number += resident_check(out.number);
}

void append_mobile(std::string& out, std::uint64_t seed, std::uint64_t index) {
  constexpr std::array<std::string_view, 20> prefixes = {
      "130", "131", "133", "135", "136", "137", "139", "150", "152", "155",
      "158", "159", "176", "178", "180", "182", "186", "188", "189", "199"};
  if (index < ten(7)) {
    out += "1349";
    return append_digits(out, seed, index, 7);
  }
  out += prefixes[mixed(index) % prefixes.size()];
  append_digits(out, seed, index, 8);
}

void append_bank_card(std::string& out, std::uint64_t seed, std::uint64_t index) {
  const std::size_t begin = out.size();
  out += "621700";
  append_digits(out, seed ^ 0xCA, index, 12);
  out += luhn_check(std::string_view(out).substr(begin));
}

void append_vin(std::string& out, std::uint64_t seed, std::uint64_t index) {
  constexpr std::string_view years = "NPRST";
  const std::uint64_t place = spread(index, ten(8), 61'803'399U, seed ^ 0x51);
  const std::size_t begin = out.size();
  out += "LZZ";
  out += vin_models[index % vin_models.size()];
  out += '0';
  out += years[place / ten(6) % years.size()];
  out += vin_letters[place / (years.size() * ten(6)) % 20];
  append_padded(out, place % ten(6), 6);
  out[begin + 8] = vin_check(std::string_view(out).substr(begin));
}

void append_plate(std::string& out, std::uint64_t seed, std::uint64_t index) {
  const std::uint64_t letters = plate_letters.size();
  const std::uint64_t place = spread(index, letters * letters * 1'000, 356'927U, seed ^ 0x91);
  out += plate_regions[index / (letters * letters * 1'000) % plate_regions.size()];
  if (index % 3 == 0) {  // new energy: a D or F, then five digits
    out += index % 2 == 0 ? 'D' : 'F';
    return append_digits(out, seed, index, 5);
  }
  out += plate_letters[place / 1'000 % letters];
  append_padded(out, place % 1'000, 3);
  out += plate_letters[place / 1'000 / letters];
}

void append_imei(std::string& out, std::uint64_t seed, std::uint64_t index) {
  const std::size_t begin = out.size();
  out += "8601";
  append_digits(out, seed ^ 0x1E, index, 10);
  out += luhn_check(std::string_view(out).substr(begin));
}

void append_iccid(std::string& out, std::uint64_t seed, std::uint64_t index) {
  const std::size_t begin = out.size();
  out += "898600";
  append_digits(out, seed ^ 0x1C, index, 13);
  out += luhn_check(std::string_view(out).substr(begin));
}

void append_uscc(std::string& out, std::uint64_t seed, std::uint64_t index) {
  const std::size_t begin = out.size();
  out += "91110105MA";
  append_digits(out, seed ^ 0x5C, index, 6);
  out += organisation_check(std::string_view(out).substr(begin + 8, 8));
  out += uscc_check(std::string_view(out).substr(begin));
}

void append_mac(std::string& out, std::uint64_t seed, std::uint64_t index) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::uint64_t word = mixed(seed ^ (index << 8U));
  out += "02";  // locally administered: no maker's block
  for (unsigned i = 0; i < 5; ++i, word >>= 8U) {
    out += ':';
    out += hex[word & 0xFU];
    out += hex[(word >> 4U) & 0xFU];
  }
}

void append_ipv4(std::string& out, std::uint64_t seed, std::uint64_t index) {
  const std::uint64_t word = mixed(seed + (index << 4U));
  append_number(out, static_cast<std::int64_t>(112 + (word & 7U)));
  for (const unsigned shift : {8U, 16U, 24U}) {
    out += '.';
    append_number(out, static_cast<std::int64_t>((word >> shift) % 254 + 1));
  }
}

void append_passport(std::string& out, std::uint64_t seed, std::uint64_t index) {
  out += 'E';
  out += plate_letters[mixed(index) % plate_letters.size()];
  append_digits(out, seed ^ 0x3A, index, 7);
}

void append_hong_kong_permit(std::string& out, std::uint64_t seed, std::uint64_t index) {
  out += index % 4 == 0 ? 'M' : 'H';
  append_digits(out, seed ^ 0x4B, index, 8);
}

void append_taiwan_permit(std::string& out, std::uint64_t seed, std::uint64_t index) {
  append_digits(out, seed ^ 0x7D, index, 8);
}

void append_barcode(std::string& out, std::uint64_t seed, std::uint64_t index) {
  const std::size_t begin = out.size();
  out += "69";
  append_digits(out, seed ^ 0xBC, index, 10);
  unsigned sum = 0;
  for (unsigned i = 0; i < 12; ++i) {
    sum += static_cast<unsigned>(out[begin + i] - '0') * (i % 2 == 0 ? 1 : 3);
  }
  out += static_cast<char>('0' + (10 - sum % 10) % 10);
}

}  // namespace kouan::samples
