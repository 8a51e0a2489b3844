#include "input/opened_input.hpp"

#include <utility>

#include "input/document_splitter.hpp"
#include "input/gzip_stream.hpp"
#include "input/ndjson_stream.hpp"
#include "input/transcoded_stream.hpp"
#include "input/zstd_stream.hpp"

namespace kouan::input {
namespace {

constexpr std::size_t magic_bytes = 6;

struct Sniffed {
  Codec codec = Codec::none;
  Format format = Format::empty;
  bool utf16 = false;
};

/// The chain of decoders over a raw stream; it may be looked at without being consumed.
struct Chain {
  Sniffed sniffed;
  std::unique_ptr<PeekedStream> text;
};

std::string_view opened_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::unique_ptr<ByteStream> decoded(std::unique_ptr<ByteStream> raw, Codec codec) {
  if (codec == Codec::gzip) return gunzip(std::move(raw));
  if (codec == Codec::zstd) return unzstd(std::move(raw));
  return raw;
}

Result<Format> chosen_format(PeekedStream& text, const std::string& name) {
  const std::string_view head = opened_text(text.peek(limits::sniff_bytes));
  if (head.empty() && !text.peeked_all()) {
    KOUAN_TRY(const std::uint64_t none, drain(text));  // gives the Error that peek() met
    static_cast<void>(none);
  }
  const Format sniffed = sniff_format(head, text.peeked_all());
  if (name.empty() || sniffed == Format::empty || sniffed == Format::utf16) return sniffed;
  if (const auto named = format_named(name, head)) return *named;
  return fail(ErrorCode::invalid_usage,
              "expected an input format json, ndjson, concatenated or csv, found '" + name + "'");
}

Result<Chain> open_chain(std::unique_ptr<ByteStream> raw, const std::string& format_name) {
  Chain chain;
  auto peeked = std::make_unique<PeekedStream>(std::move(raw));
  chain.sniffed.codec = sniff_codec(opened_text(peeked->peek(magic_bytes)));
  chain.text = std::make_unique<PeekedStream>(decoded(std::move(peeked), chain.sniffed.codec));
  KOUAN_TRY(chain.sniffed.format, chosen_format(*chain.text, format_name));
  if (chain.sniffed.format != Format::utf16) return chain;
  chain.sniffed.utf16 = true;
  KOUAN_TRY(auto utf8, to_utf8(std::move(chain.text), Encoding::utf16));
  chain.text = std::make_unique<PeekedStream>(std::move(utf8));
  KOUAN_TRY(chain.sniffed.format, chosen_format(*chain.text, format_name));
  return chain;
}

std::unique_ptr<ByteStream> tapped(std::unique_ptr<ByteStream> raw, const TappedStream::Tap& tap) {
  if (!tap) return raw;
  return std::make_unique<TappedStream>(std::move(raw), tap);
}

/// A regular file is sniffed on a chain of its own, so that a tap sees every byte once.
Result<OpenedInput> open_regular(FileHandle handle, const OpenOptions& options) {
  const int descriptor = handle.get();
  KOUAN_TRY(const Chain chain,
            open_chain(std::make_unique<PreadStream>(descriptor), options.format));
  OpenedInput input;
  input.codec = chain.sniffed.codec;
  input.format = chain.sniffed.format;
  input.in_ranges =
      input.format == Format::ndjson && input.codec == Codec::none && !chain.sniffed.utf16;
  input.decoded =
      decoded(tapped(std::make_unique<PreadStream>(descriptor), options.on_raw), input.codec);
  if (chain.sniffed.utf16) {
    KOUAN_TRY(input.decoded, to_utf8(std::move(input.decoded), Encoding::utf16));
  }
  input.file = std::move(handle);
  return input;
}

Result<OpenedInput> open_pipe(FileHandle handle, const OpenOptions& options) {
  auto raw = tapped(std::make_unique<FileStream>(std::move(handle)), options.on_raw);
  KOUAN_TRY(Chain chain, open_chain(std::move(raw), options.format));
  OpenedInput input;
  input.codec = chain.sniffed.codec;
  input.format = chain.sniffed.format;
  input.decoded = std::move(chain.text);
  return input;
}

}  // namespace

Result<OpenedInput> open_input(const InputFile& file, const OpenOptions& options) {
  KOUAN_TRY(FileHandle handle, open_file(file));
  auto input = file.is_stream ? open_pipe(std::move(handle), options)
                              : open_regular(std::move(handle), options);
  if (!input) {
    if (input.error().origin.file.empty()) input.error().origin.file = file.shown;
    return input;
  }
  input->bytes = file.bytes;
  return input;
}

std::unique_ptr<WindowSource> make_windows(OpenedInput& input, std::optional<RecordsPath> path,
                                           const ReadLimits& limits) {
  if (!path && input.format == Format::ndjson) {
    return std::make_unique<NdjsonStream>(std::move(input.decoded), limits);
  }
  if (!path && input.format == Format::json_array) path = RecordsPath{};
  return std::make_unique<DocumentSplitter>(std::move(input.decoded), std::move(path), limits);
}

}  // namespace kouan::input
