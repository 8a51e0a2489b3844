#include "pii/ticket_number.hpp"

namespace kouan::pii {

bool TicketNumberMatcher::match(std::string_view candidate, plugin::Match& match) {
  if (!number_.assign_digits(candidate) || number_.size() != 13) return false;
  if (candidate.size() == 14 && candidate[3] != '-') return false;
  match = plugin::whole(candidate, number_.view());
  return true;
}

}  // namespace kouan::pii
