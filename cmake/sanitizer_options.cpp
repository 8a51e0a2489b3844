/// \file
/// What a sanitizer does when it has found something in the built program: it ends it by a signal.
/// Its own exit code would be 1, which is a verdict here, and no test would notice.

extern "C" {

const char* __asan_default_options();   // NOLINT(bugprone-reserved-identifier)
const char* __ubsan_default_options();  // NOLINT(bugprone-reserved-identifier)
const char* __tsan_default_options();   // NOLINT(bugprone-reserved-identifier)

__attribute__((visibility("default"))) const char* __asan_default_options() {
  return "abort_on_error=1";
}
__attribute__((visibility("default"))) const char* __ubsan_default_options() {
  return "abort_on_error=1:print_stacktrace=1";
}
__attribute__((visibility("default"))) const char* __tsan_default_options() {
  return "abort_on_error=1:halt_on_error=1";
}
}
