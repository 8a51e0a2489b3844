#include <array>

#include "stream.hpp"

namespace kouan::samples {
namespace {

/// An array of numbers around `middle`, scaled as append_decimal() reads them.
struct Series {
  std::string_view name;
  std::int64_t low, high;
  unsigned decimals;
  unsigned count;
};
constexpr std::array<Series, 6> series = {{{"wheel_kmh", 0, 12'000, 2, 4},
                                           {"tyre_kpa", 210, 270, 0, 4},
                                           {"cell_v", 3'400, 4'150, 3, 4},
                                           {"cell_temp_c", 180, 420, 1, 4},
                                           {"accel_ms2", -3'000, 3'000, 3, 3},
                                           {"torque_nm", -800, 4'000, 1, 2}}};
constexpr std::array<Series, 20> scalars = {{{"speed_kmh", 0, 1'300, 1, 0},
                                             {"odometer_km", 1'000, 180'000, 0, 0},
                                             {"soc_pct", 50, 1'000, 1, 0},
                                             {"soh_pct", 850, 1'000, 1, 0},
                                             {"pack_v", 3'200, 4'100, 1, 0},
                                             {"pack_a", -2'000, 2'500, 1, 0},
                                             {"motor_c", 200, 900, 1, 0},
                                             {"outside_c", -150, 380, 1, 0},
                                             {"steering_deg", -4'500, 4'500, 1, 0},
                                             {"brake_pct", 0, 1'000, 1, 0},
                                             {"throttle_pct", 0, 1'000, 1, 0},
                                             {"yaw_dps", -300, 300, 1, 0},
                                             {"range_km", 20, 600, 0, 0},
                                             {"gear", 0, 4, 0, 0},
                                             {"cabin_c", 150, 320, 1, 0},
                                             {"coolant_c", 200, 800, 1, 0},
                                             {"dcdc_v", 118, 148, 1, 0},
                                             {"slope", -80, 80, 1, 0},
                                             {"lux", 0, 9'000, 0, 0},
                                             {"fan_rpm", 0, 3'000, 0, 0}}};
constexpr std::array<std::string_view, 20> switches = {
    "blink_l", "blink_r", "beam_hi", "beam_lo", "wiper",    "abs",     "esp",
    "door_fl", "door_fr", "trunk",   "ac_on",   "charging", "door_rl", "door_rr",
    "horn",    "hazard",  "lka",     "acc",     "belt",     "locked"};

void append_position(Line& line) {
  Random& random = line.random;
  line.json.begin_object("gps");
  line.json.field_decimal("lng", 116'000'000 + random.between(0, 900'000), 6);
  line.json.field_decimal("lat", 39'700'000 + random.between(0, 500'000), 6);
  line.json.field_decimal("heading", random.between(0, 3'599), 1);
  line.json.field("satellites", random.between(5, 22)).field("datum", "GCJ-02");
  line.json.end_object();
}

void append_vehicle(Line& line, std::string& scratch) {
  const std::uint64_t seed = line.roster.seed();
  JsonWriter& json = line.json;
  json.begin_object("vehicle");
  append_vin((scratch.clear(), scratch), seed, line.subject);
  json.field("vin", scratch);
  append_plate((scratch.clear(), scratch), seed, line.subject);
  json.field("车牌号", scratch);
  append_iccid((scratch.clear(), scratch), seed, line.subject);
  json.field("iccid", scratch);
  json.field("车型", line.subject % 2 == 0 ? "样例 E7 长续航" : "样例 S5").field("sw", "4.2.17");
  json.end_object();
}

}  // namespace

bool append_telemetry_record(Line& line) {
  Random& random = line.random;
  JsonWriter& json = line.json;
  std::string scratch = "T-";
  append_padded(scratch, line.row, 10);
  json.begin_object().field("msg_id", scratch);
  json.field("ts", 1'793'500'000'000 + static_cast<std::int64_t>(line.row) * 1'000);
  append_vehicle(line, scratch);
  append_position(line);
  json.begin_object("signals");
  for (const Series& each : scalars) {
    json.field_decimal(each.name, random.between(each.low, each.high), each.decimals);
  }
  for (const Series& each : series) {
    json.begin_array(each.name);
    for (unsigned i = 0; i < each.count; ++i) {
      json.decimal(random.between(each.low, each.high), each.decimals);
    }
    json.end_array();
  }
  json.end_object().begin_object("switches");
  for (const std::string_view name : switches) {
    json.field_raw(name, random.chance(300) ? "true" : "false");
  }
  json.end_object().begin_array("dtc");
  if (random.chance(80)) json.string("P0A7F");
  if (random.chance(30)) json.string("U0100");
  json.end_array().field("seq", static_cast<std::int64_t>(line.row)).end_object();
  return true;
}

}  // namespace kouan::samples
