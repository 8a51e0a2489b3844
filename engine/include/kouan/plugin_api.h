#ifndef KOUAN_PLUGIN_API_H
#define KOUAN_PLUGIN_API_H

/* The binary contract between the engine and a plugin. Plain C11: no C++ type, no exception and no
 * allocator crosses this line. C++ authors include plugin.hpp instead.
 *
 * Version:   the engine loads a plugin whose major equals its own and whose minor is not higher.
 *            A struct only grows at its end; struct_size tells how much of it the other side knows.
 * Ownership: who creates, destroys. Every kouan_text is borrowed: valid until the call returns.
 * Threads:   each function says where it may be called. [load] once, one thread. [worker] one
 *            instance per worker thread, never two calls on one instance at a time. [any] any time.
 */

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define KOUAN_ABI_MAJOR 1u
#define KOUAN_ABI_MINOR 0u

typedef struct kouan_text {
  const char* data; /* UTF-8, not NUL-terminated */
  size_t size;      /* bytes */
} kouan_text;

enum { KOUAN_OK = 0, KOUAN_FAILED = 1 };

/* What the engine offers a plugin. Valid until destroy() has returned. */
typedef struct kouan_host {
  uint32_t struct_size; /* bytes */
  void* context;
  void (*log)(void* context, int32_t level, kouan_text message); /* [any] never log a value */
} kouan_host;

/* Capability "kouan.detector/1": recognises values.
 *
 * The engine cuts CANDIDATES out of the data: a whole value, or a token of running text whose
 * neighbours are of other character classes. Candidates come folded (full-width forms to ASCII,
 * zero-width characters gone) and trimmed of white space. A detector sees a candidate only if its
 * bytes are of the declared classes, every class of `needs` occurs, the length fits and the first
 * byte is one of `first`: so a wrong declaration loses hits, and a tight one costs nothing. */
#define KOUAN_DETECTOR_1 "kouan.detector/1"

/* Character classes of bytes. */
enum {
  KOUAN_CHAR_DIGIT = 1u << 0,       /* 0-9 */
  KOUAN_CHAR_UPPER = 1u << 1,       /* A-Z */
  KOUAN_CHAR_LOWER = 1u << 2,       /* a-z */
  KOUAN_CHAR_HYPHEN = 1u << 3,      /* - */
  KOUAN_CHAR_SPACE = 1u << 4,       /* space, tab and the other ASCII controls */
  KOUAN_CHAR_DOT = 1u << 5,         /* . */
  KOUAN_CHAR_COLON = 1u << 6,       /* : */
  KOUAN_CHAR_AT = 1u << 7,          /* @ */
  KOUAN_CHAR_COMMA = 1u << 8,       /* , */
  KOUAN_CHAR_PLUS = 1u << 9,        /* + */
  KOUAN_CHAR_SLASH = 1u << 10,      /* / */
  KOUAN_CHAR_PAREN = 1u << 11,      /* ( ) */
  KOUAN_CHAR_UNDERSCORE = 1u << 12, /* _ */
  KOUAN_CHAR_PUNCT = 1u << 13,      /* every other ASCII character */
  KOUAN_CHAR_NON_ASCII = 1u << 14,  /* bytes of Han and all other characters beyond ASCII */
  KOUAN_CHAR_ALL = (1u << 15) - 1
};

/* What a hit is worth without help from the field's name. */
enum {
  KOUAN_WEAK = 1,   /* a shape only: counts where the name of the field says so */
  KOUAN_MEDIUM = 2, /* a shape that is rare by chance; a column of them is one (mobile, e-mail) */
  KOUAN_STRONG = 3  /* shape and checksum: one value alone is worth showing */
};

/* Where candidates come from. */
enum {
  KOUAN_IN_VALUE = 1u << 0, /* the whole value */
  KOUAN_IN_TEXT = 1u << 1,  /* tokens of running text as well */
  /* The whole of a value that is none by itself and holds characters beyond ASCII: for what is
   * known by the words around it. Not together with the two above. */
  KOUAN_IN_SENTENCE = 1u << 2,
  /* Beside KOUAN_IN_VALUE: tokens of running text behind a word that names the concept. The word
   * stands for a field's name: a weak shape is a medium one there. */
  KOUAN_BEHIND_LABEL = 1u << 3
};

enum {
  KOUAN_HIT_DAMAGED = 1u << 0 /* was such an identifier before a spreadsheet or float lost digits */
};

typedef struct kouan_hit {
  uint32_t value_index; /* index into the batch */
  uint32_t begin, end;  /* bytes within that value, half-open */
  uint32_t flags;       /* KOUAN_HIT_... */
  uint32_t birth_date;  /* yyyymmdd that the value states or implies; 0: none */
  uint32_t age_years;   /* age that the value states, plus 1; 0: none */
  /* The same identifier in one form, whatever its spelling: what two records are joined by.
   * Borrowed until emit() returns. Empty: the bytes of the hit are that form. */
  kouan_text canonical;
  /* The concept whose identifier this is, where it is not the detector's own (a driving-licence
   * number that is a resident ID). NULL: the detector's. */
  const char* canonical_concept;
} kouan_hit;

typedef struct kouan_hit_sink {
  void* context;
  void (*emit)(void* context, const kouan_hit* hit); /* push only; call it zero or more times */
} kouan_hit_sink;

typedef struct kouan_detector {
  uint32_t struct_size;            /* bytes */
  const char* name;                /* unique in the plugin, e.g. "resident_id" */
  const char* concept_id;          /* of rules/concepts.yaml, e.g. "resident_id_number" */
  uint32_t strength;               /* KOUAN_WEAK ... KOUAN_STRONG */
  uint32_t chars;                  /* a candidate holds only these classes */
  uint32_t needs;                  /* and each of these at least once */
  uint32_t length_min, length_max; /* bytes of a candidate, both inclusive */
  uint32_t where;                  /* KOUAN_IN_... */
  const char* source;              /* the standard or rule behind it, e.g. "GB 11643-1999" */
  const char* first;               /* a candidate begins with one of these bytes; NULL: with any */
  /* [worker] Looks at one batch of candidates. A value is any bytes: expect bad UTF-8.
   * Emits at most one hit per candidate; of a sentence any number, from left to right. */
  int32_t (*scan)(void* self, const kouan_text* values, size_t value_count,
                  const kouan_hit_sink* sink);
} kouan_detector;

/* What capability("kouan.detector/1") returns. */
typedef struct kouan_detector_list {
  uint32_t struct_size; /* bytes */
  uint32_t count;
  const kouan_detector* const* detectors;
} kouan_detector_list;

typedef struct kouan_plugin {
  uint32_t struct_size; /* bytes */
  uint32_t abi_major, abi_minor;
  const char* id;      /* reverse domain, e.g. "org.example.vin" */
  const char* version; /* of the plugin: MAJOR.MINOR.PATCH */
  void* (*create)(const kouan_host* host,
                  kouan_text config_json);   /* [load] NULL: failed, see log */
  void (*destroy)(void* self);               /* [load] */
  const void* (*capability)(const char* id); /* [any] static storage; NULL: not offered */
} kouan_plugin;

/* The only symbol a plugin exports: const kouan_plugin* kouan_plugin_entry(void); */
typedef const kouan_plugin* (*kouan_plugin_entry_fn)(void);

#ifdef __cplusplus
}
#endif
#endif
