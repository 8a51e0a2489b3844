#include "report/added_rules.hpp"

#include <string_view>

#include "report/messages.hpp"
#include "report/words.hpp"
#include "text/escape.hpp"

namespace kouan::report {
namespace {

constexpr std::size_t key_digits_shown = 16;

/// Nothing but a file's bytes speaks for a list that is no pack.
LocalText seal_text(const AddedSource& source) {
  if (!source.is_pack) return {};
  if (source.signer.empty()) {
    return {"，未签名，仅校验完整性", ", not signed: integrity only"};
  }
  const std::string key = source.signer.substr(0, key_digits_shown) + "…";
  if (source.trusted) {
    return {"，由受信任的密钥 " + key + " 签名", ", signed by the trusted key " + key};
  }
  return {"，由密钥 " + key + " 签名，未指定受信任的密钥，仅校验完整性",
          ", signed by " + key + ", but no trusted keys are named: integrity only"};
}

LocalText status_text(LoadStatus status) {
  switch (status) {
    case LoadStatus::loaded:
      return {"已加载", "loaded"};
    case LoadStatus::skipped:
      return {"跳过", "skipped"};
    case LoadStatus::failed:
      break;
  }
  return {"失败", "failed"};
}

Json source_json(const AddedSource& source) {
  const auto text_or_null = [](const std::string& text) {
    return text.empty() ? Json() : Json(text);
  };
  const bool loaded = source.status == LoadStatus::loaded;
  return Json::Object{
      {"file", shown_name(source)},
      {"status", word(source.status)},
      {"pack", source.is_pack},
      {"sha256", text_or_null(source.sha256)},
      {"signed_by", text_or_null(source.signer)},
      {"trusted", source.trusted},
      {"lists", Json::Array(source.lists.begin(), source.lists.end())},
      {"reason",
       loaded ? Json() : Json(Json::Object{{"zh", source.reason.zh}, {"en", source.reason.en}})}};
}

}  // namespace

std::string_view word(LoadStatus status) {
  constexpr std::string_view words[] = {"loaded", "skipped", "failed"};
  return words[static_cast<std::size_t>(status)];
}

std::string shown_name(const AddedSource& source) {
  return source.file.substr(source.file.rfind('/') + 1);
}

LocalText said_of(const AddedSource& source) {
  LocalText out = status_text(source.status);
  const bool loaded = source.status == LoadStatus::loaded;
  const LocalText seal = seal_text(source);
  out.zh += loaded ? seal.zh : "：" + source.reason.zh;
  out.en += loaded ? seal.en : ": " + source.reason.en;
  return out;
}

std::string added_text(const std::vector<AddedSource>& sources, Language language) {
  const auto count = [&](LoadStatus status) { return std::to_string(count_of(sources, status)); };
  std::string out =
      "  " +
      message(MessageId::head_added_rules, language,
              {count(LoadStatus::loaded), count(LoadStatus::skipped), count(LoadStatus::failed)}) +
      "\n";
  for (const AddedSource& one : sources) {
    out += "    " +
           message(MessageId::head_added_source, language,
                   {text::escape_terminal(shown_name(one)),
                    text::escape_terminal(local(said_of(one), language))}) +
           "\n";
  }
  return out;
}

Json added_json(const std::vector<AddedSource>& sources) {
  Json::Array list;
  for (const AddedSource& one : sources) list.push_back(source_json(one));
  return Json::Object{{"loaded", count_of(sources, LoadStatus::loaded)},
                      {"skipped", count_of(sources, LoadStatus::skipped)},
                      {"failed", count_of(sources, LoadStatus::failed)},
                      {"sources", std::move(list)}};
}

}  // namespace kouan::report
