#include "pii/coordinate_nmea.hpp"

#include "pii/characters.hpp"

namespace kouan::pii {

bool CoordinateNmeaMatcher::match(std::string_view candidate, plugin::Match& match) {
  auto rest = candidate;
  if (rest[0] != '$' || !all(rest.substr(1, 5), is_upper) || rest[6] != ',') return false;
  const auto sentence = rest.substr(3, 3);
  if (sentence != "GGA" && sentence != "GLL" && sentence != "RMC") return false;
  const auto star = rest.find('*');
  if (star == std::string_view::npos || rest.size() != star + 3) return false;
  const auto body = rest.substr(1, star - 1);
  int sum = 0;
  for (const char c : body) sum ^= static_cast<unsigned char>(c);
  const int high = hex_value(rest[star + 1]);
  const int low = hex_value(rest[star + 2]);
  if (high < 0 || low < 0 || high * 16 + low != sum) return false;
  const auto has = [&](std::string_view one, std::string_view other) {
    return body.find(one) != std::string_view::npos || body.find(other) != std::string_view::npos;
  };
  if (!has(",N,", ",S,") || !(has(",E,", ",W,") || body.ends_with(",E") || body.ends_with(",W")))
    return false;
  match = plugin::whole(candidate);
  return true;
}

}  // namespace kouan::pii
