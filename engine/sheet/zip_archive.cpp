#include "sheet/zip_archive.hpp"

#include <ctime>

#include <zip.h>
#include <kouan/limits.hpp>

namespace kouan::sheet {

struct ZipArchive::Handle {
  Handle(zip_t* archive_, std::string file_) : archive(archive_), file(std::move(file_)) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { zip_discard(archive); }

  Origin origin() const {
    Origin where;
    where.file = file;
    return where;
  }

  zip_t* archive;
  std::string file;
  std::size_t unpacked = 0;  // bytes of all that was read
};

Result<ZipArchive> ZipArchive::open(std::string_view bytes, const std::string& file) {
  Origin origin;
  origin.file = file;
  zip_source_t* const source =
      zip_source_buffer_create(bytes.data(), static_cast<zip_uint64_t>(bytes.size()), 0, nullptr);
  zip_t* const archive =
      source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive == nullptr) {
    if (source != nullptr) zip_source_free(source);
    return fail(ErrorCode::invalid_rule,
                Sentence{"应为 xlsx 文件，实为损坏的 zip 文件",
                         "expected an xlsx file, found a broken zip file"},
                origin);
  }
  return ZipArchive(std::make_shared<Handle>(archive, file));
}

bool ZipArchive::has(const std::string& name) const {
  return zip_name_locate(handle_->archive, name.c_str(), ZIP_FL_ENC_RAW) >= 0;
}

Result<std::string> ZipArchive::read(const std::string& name) {
  zip_file_t* const part = zip_fopen(handle_->archive, name.c_str(), ZIP_FL_ENC_RAW);
  if (part == nullptr) {
    return fail(
        ErrorCode::invalid_rule,
        Sentence{"xlsx 文件应含可读取的 " + name + "，未见",
                 "expected the part " + name + " in the xlsx file, found none that can be read"},
        handle_->origin());
  }
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> closes(part, zip_fclose);
  std::string out;
  std::string buffer(std::size_t{64} * 1024, '\0');
  for (;;) {
    const zip_int64_t count = zip_fread(part, buffer.data(), buffer.size());
    if (count < 0) {
      return fail(ErrorCode::invalid_rule,
                  Sentence{name + " 应完整，实已损坏",
                           "expected the whole of " + name + ", found it broken"},
                  handle_->origin());
    }
    if (count == 0) return out;
    handle_->unpacked += static_cast<std::size_t>(count);
    if (handle_->unpacked > limits::table_unpacked_bytes_max) {
      return fail(ErrorCode::limit_exceeded,
                  Sentence{"解压后应不超过 " + std::to_string(limits::table_unpacked_bytes_max) +
                               " 字节，实际更大",
                           "expected at most " + std::to_string(limits::table_unpacked_bytes_max) +
                               " bytes once unpacked, found more"},
                  handle_->origin());
    }
    out.append(buffer, 0, static_cast<std::size_t>(count));
  }
}

namespace {

tl::unexpected<Error> cannot_pack() {
  return fail(ErrorCode::io,
              Sentence{"应能写成 xlsx 文件，打包失败",
                       "expected room for an xlsx file, found that it could not be packed"});
}

/// Noon of 1 January 1980, the first day that zip files know: no clock is in the file.
bool add_part(zip_t* archive, const std::string& name, const std::string& content) {
  zip_source_t* const part = zip_source_buffer(archive, content.data(), content.size(), 0);
  if (part == nullptr) return false;
  const zip_int64_t index = zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(part);
    return false;
  }
  constexpr zip_uint16_t noon = 12U << 11U;
  constexpr zip_uint16_t first_day = (1U << 5U) | 1U;
  return zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), noon, first_day, 0) == 0;
}

}  // namespace

Result<std::string> make_zip(const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_source_t* const source = zip_source_buffer_create(nullptr, 0, 1, nullptr);
  if (source == nullptr) return cannot_pack();
  // The archive frees its own hold of the source; ours keeps the bytes until they are read.
  zip_source_keep(source);
  const std::unique_ptr<zip_source_t, void (*)(zip_source_t*)> frees(source, zip_source_free);
  zip_t* const archive = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
  if (archive == nullptr) {
    zip_source_free(source);
    return cannot_pack();
  }
  for (const auto& [name, content] : parts) {
    if (add_part(archive, name, content)) continue;
    zip_discard(archive);
    return cannot_pack();
  }
  if (zip_close(archive) != 0) {
    zip_discard(archive);
    return cannot_pack();
  }
  zip_stat_t status;
  if (zip_source_stat(source, &status) != 0 || (status.valid & ZIP_STAT_SIZE) == 0 ||
      zip_source_open(source) != 0) {
    return cannot_pack();
  }
  std::string out(status.size, '\0');
  const zip_int64_t count = zip_source_read(source, out.data(), out.size());
  zip_source_close(source);
  if (count != static_cast<zip_int64_t>(out.size())) return cannot_pack();
  return out;
}

}  // namespace kouan::sheet
