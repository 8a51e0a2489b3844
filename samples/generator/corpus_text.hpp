#pragma once

/// \file
/// Running text without a person in it, Chinese and English, and sentences that name one.

#include <string>

#include "people.hpp"

namespace kouan::samples {

/// One Chinese sentence, full stop included, of 40-130 bytes.
void append_sentence(Random& random, std::string& out);

/// One English sentence with a space behind it.
void append_english_sentence(Random& random, std::string& out);

/// A sentence with the mobile number of `person`, and sometimes the mail address or the resident
/// ID.
void append_personal_sentence(Random& random, const Person& person, std::string& out);

/// A sentence with numbers that look like identifiers and are none: order numbers, hotlines,
/// versions, timestamps.
void append_confusable_sentence(Random& random, std::string& out);

}  // namespace kouan::samples
