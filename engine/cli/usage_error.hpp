#pragma once

/// \file
/// A command line that cannot be run, in our own words and both languages: what was expected, what
/// was found, what helps.

#include <cstdint>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "text/language.hpp"

namespace kouan::cli {

/// Checks of a value: one of these words; a whole number from `least` to `most`.
CLI::Validator one_of(const std::vector<std::string>& words);
CLI::Validator number_in(std::uint64_t least, std::uint64_t most);
/// No option below the command takes an empty value: `--as-of ""` is a slip, not a wish.
void refuse_empty_values(CLI::App& command);

/// One line for standard error, ended by \n.
std::string usage_message(const CLI::Error& error, const CLI::App& app, Language language);

}  // namespace kouan::cli
