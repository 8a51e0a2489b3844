#pragma once

/// \file
/// For the few functions that run once a value: cut into small ones for the reader, and one for the
/// processor.

#if defined(__GNUC__)
#define KOUAN_ALWAYS_INLINE [[gnu::always_inline]] inline
#else
#define KOUAN_ALWAYS_INLINE inline
#endif
