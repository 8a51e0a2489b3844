#include <array>
#include <set>

#include "encoding.hpp"
#include "sample.hpp"

namespace kouan::samples {
namespace {

constexpr std::uint64_t travellers = 700;  // 0-599 adults, the rest children
constexpr std::uint64_t adults = 600;
constexpr std::uint64_t contacts_begin = 3'000;  // travel agents' clients who do not fly
constexpr std::uint64_t contacts = 80;
constexpr std::uint64_t bookings = 480;
constexpr std::uint64_t manifest_rows = 620;
constexpr std::uint64_t services = 90;

struct Document {
  std::string_view type;
  std::string number;
};

/// One document per traveller, whichever file names it.
Document document_of(const Roster& roster, const Person& person) {
  Document document{"NI", {}};
  const std::uint64_t index = person.index;
  if (index >= adults || index % 10 < 6) {
    document.number = person.resident_id;
  } else if (index % 10 < 8) {
    document.type = "PP";
    append_passport(document.number, roster.seed(), index);
  } else if (index % 10 == 8) {
    document.type = "港澳居民来往内地通行证";
    append_hong_kong_permit(document.number, roster.seed(), index);
  } else {
    document.type = "台胞证";
    append_taiwan_permit(document.number, roster.seed(), index);
  }
  return document;
}

Person traveller(const Roster& roster, std::uint64_t index) {
  return roster.person(index, index < adults ? Age::adult : Age::child);
}

std::string flight_of(std::uint64_t number) {
  return "ZZ" + std::to_string(801 + number % 12);
}

std::string ticket_of(std::uint64_t number) {
  std::string ticket = "999-";
  append_padded(ticket, spread(number, 10'000'000'000, 61'803'398'879U, 5), 10);
  return ticket;
}

/// Who has been named so far; the facts are the sizes.
struct Seen {
  std::set<std::uint64_t> travellers;
  std::set<std::uint64_t> contacts;
};

void append_passenger(JsonWriter& json, const Roster& roster, std::uint64_t index,
                      std::uint64_t ticket) {
  const Person person = traveller(roster, index);
  const Document document = document_of(roster, person);
  json.begin_object().field("姓名", person.name).field("name_en", person.pinyin);
  json.field("doc_type", document.type).field("证件号码", document.number);
  std::string birth;
  append_date(birth, person.birth, index % 6 == 0 ? "" : "-");
  json.field("birth_date", birth).field("gender", person.female ? "F" : "M");
  json.field("nationality", "CN").field("客票号", ticket_of(ticket));
  json.field("seat", std::to_string(ticket % 38 + 1) + "ABCDEF"[ticket % 6]);
  // The mobile number is what ties the contact of a booking to a passenger of it.
  if (index < adults) json.field("手机", person.mobile);
  if (index < adults && index % 3 == 0)
    json.field("常旅客卡号", "ZZ" + std::to_string(8'000'000 + index));
  json.field("ptc", index < adults ? "ADT" : "CHD").end_object();
}

void append_contact(JsonWriter& json, const Roster& roster, std::uint64_t index) {
  const Person person = roster.person(index);
  json.begin_object("contact").field("name", person.name);
  json.begin_array("phones").begin_object().field("type", "mobile");
  json.field("number", index % 17 == 2 ? "+86" + person.mobile : person.mobile).end_object();
  json.end_array().field("email", person.email).end_object();
}

struct Booking {
  std::uint64_t row;
  std::uint64_t contact;
  std::array<std::uint64_t, 3> passengers;
  std::size_t size;
};

void append_booking(JsonWriter json, const Roster& roster, const Booking& booking) {
  const std::uint64_t row = booking.row;
  std::string locator;
  for (std::uint64_t rest = mixed(row), i = 0; i < 6; ++i, rest /= 24) {
    locator += "ABCDEFGHJKLMNPQRSTUVWXYZ"[rest % 24];
  }
  json.begin_object().field("PNR", locator).field("office", row % 5 == 0 ? "" : "BJS999");
  append_contact(json, roster, booking.contact);
  json.begin_array("passengers");
  for (std::size_t i = 0; i < booking.size; ++i) {
    append_passenger(json, roster, booking.passengers[i], row * 4 + i);
  }
  json.end_array().begin_array("segments").begin_object().field("航班号", flight_of(row));
  json.field("from", "PKX").field("to", row % 2 == 0 ? "FRA" : "SIN").field("cabin", "Y");
  json.field("dep", "2026-12-0" + std::to_string(row % 9 + 1) + "T08:30:00+08:00");
  json.end_object().end_array().key("total");
  row % 8 == 0 ? json.string("CNY 4，280.00") : json.decimal(428'000, 2);
  json.field_raw("remarks", row % 3 == 0 ? "null" : "[]").end_object();
}

/// A child never flies alone: the first passenger is an adult.
Booking draw_booking(Random& random, std::uint64_t row) {
  Booking booking{row, 0, {}, 1 + random.below(3)};
  booking.passengers[0] = random.below(adults);
  for (std::size_t i = 1; i < booking.size; ++i) {
    booking.passengers[i] = (booking.passengers[i - 1] + 1 + random.below(200)) % travellers;
  }
  // One agent's client books for many; most passengers book for themselves.
  booking.contact =
      random.chance(250) ? contacts_begin + random.below(contacts) : booking.passengers[0];
  return booking;
}

File make_bookings(Random& random, const Roster& roster, Facts& facts, Seen& seen) {
  Lines lines("bookings.ndjson", facts);
  for (std::uint64_t row = 0; row < bookings; ++row) {
    const Booking booking = draw_booking(random, row);
    append_booking(lines.json(), roster, booking);
    if (row % 160 == 100) {
      lines.end_broken();
      continue;
    }
    lines.end();
    if (row % 60 == 30) lines.repeat();
    if (booking.contact >= contacts_begin) seen.contacts.insert(booking.contact);
    const auto* const begin = booking.passengers.data();
    seen.travellers.insert(begin, begin + booking.size);
  }
  return lines.finish();
}

File make_manifest(Random& random, const Roster& roster, Facts& facts, Seen& seen) {
  Table table("旅客名单.csv", facts,
              "序号,航班号,旅客姓名,证件类型,证件号码,出生日期,座位号,手机号码");
  for (std::uint64_t row = 0; row < manifest_rows; ++row) {
    const std::uint64_t index = random.below(travellers);
    const Person person = traveller(roster, index);
    const Document document = document_of(roster, person);
    seen.travellers.insert(index);
    std::string birth;
    append_date(birth, person.birth, "/");
    table.row({std::to_string(row + 1), flight_of(row), person.name, document.type,
               row % 25 == 3 ? full_width(document.number) : document.number, birth,
               std::to_string(row % 38 + 1) + "ABCDEF"[row % 6],
               index >= adults || row % 9 == 0 ? "" : person.mobile});
  }
  File file = table.finish();
  file.bytes = to_gb18030(file.bytes);
  return file;
}

/// Wheelchairs and diets: what they tell about health makes the passenger's data sensitive.
File make_services(Random& random, const Roster& roster, Facts& facts, Seen& seen) {
  constexpr std::array<std::string_view, 4> health = {
      "花生过敏，需过敏原标示", "糖尿病餐，随身携带胰岛素", "术后六周，需轮椅", "哮喘，携带吸入剂"};
  Lines lines("special-services.ndjson", facts);
  std::set<std::uint64_t> patients;
  for (std::uint64_t row = 0; row < services; ++row) {
    const std::uint64_t index = random.below(adults);
    const Person person = traveller(roster, index);
    JsonWriter json = lines.json();
    json.begin_object().field("航班号", flight_of(row));
    json.begin_object("passenger").field("name", person.name);
    json.field("证件号码", document_of(roster, person).number);
    json.field("健康状况", random.pick(health)).end_object();
    json.field("ssr", row % 2 == 0 ? "WCHR" : "SPML").end_object();
    lines.end();
    patients.insert(index);
    seen.travellers.insert(index);
  }
  facts["passengers with health data"] = patients.size();
  return lines.finish();
}

}  // namespace

Sample make_aviation(std::uint64_t seed) {
  Sample sample;
  Random random(seed);
  const Roster roster(seed);
  Seen seen;
  Facts& facts = sample.facts;
  sample.files.push_back(make_bookings(random, roster, facts, seen));
  sample.files.push_back(make_manifest(random, roster, facts, seen));
  sample.files.push_back(make_services(random, roster, facts, seen));
  const auto first_child = seen.travellers.lower_bound(adults);
  const auto minors = static_cast<std::uint64_t>(std::distance(first_child, seen.travellers.end()));
  facts["travellers"] = seen.travellers.size();
  facts["contacts who do not fly"] = seen.contacts.size();
  facts["persons"] = seen.travellers.size() + seen.contacts.size();
  facts["minors_under_14"] = minors;
  facts["sensitive persons"] = facts["passengers with health data"] + minors;
  return sample;
}

}  // namespace kouan::samples
