#include "corpus_text.hpp"

#include <array>

namespace kouan::samples {
namespace {

constexpr std::array<std::string_view, 14> openings = {"在实际部署中，",     "从长期看，",
                                                       "与此同时，",         "根据公开的说明文档，",
                                                       "对于初学者来说，",   "换个角度看，",
                                                       "一般而言，",         "在低负载条件下，",
                                                       "如果网络不稳定，",   "为了便于复现，",
                                                       "在这个例子里，",     "需要注意的是，",
                                                       "经过几轮调整之后，", ""};
constexpr std::array<std::string_view, 16> subjects = {
    "这套流水线",   "缓存策略",     "离线评估的结果", "数据清洗的步骤", "模型的输出",   "向量索引",
    "分词器的词表", "日志系统",     "消息队列",       "并行读取的方案", "压缩后的文件", "对照实验",
    "推荐排序模块", "图像标注流程", "权限检查",       "回滚机制"};
constexpr std::array<std::string_view, 14> actions = {
    "可以显著降低延迟",         "并不会改变最终结论",   "需要在夜间窗口内完成",
    "依赖于上游的编码方式",     "对内存的占用更加平稳", "能够在多台机器上重复得到",
    "往往被人们忽略",           "比预想的更容易维护",   "在数据倾斜时表现较差",
    "值得单独写一篇文章来讨论", "应当先小规模验证",     "与文档中的描述一致",
    "会在重试三次后放弃",       "仍有不少改进的空间"};
constexpr std::array<std::string_view, 10> endings = {"。",
                                                      "，因此建议保留默认值。",
                                                      "，这一点在第二节会再次提到。",
                                                      "；原因见附录。",
                                                      "，但成本略高。",
                                                      "，目前没有更好的替代。",
                                                      "！",
                                                      "，请以最新版本为准。",
                                                      "（示意）。",
                                                      "，团队内部称之为“慢启动”。"};
constexpr std::array<std::string_view, 12> english = {
    "The index is rebuilt every night and verified before it is published. ",
    "Shorter prompts gave the same ranking in \"blind\" review. ",
    "A path such as C:\\data\\shards\\0007 is kept in the manifest only. ",
    "We measured throughput with a warm page cache and a single thread. ",
    "None of the ablations changed the order of the first three systems. ",
    "The tokenizer falls back to bytes when a character is unknown. ",
    "Every batch is shuffled with a fixed seed, so runs can be compared. ",
    "Temperature was set to 0.7 for all samples unless noted otherwise. ",
    "The licence of each source is stored next to the text. ",
    "Documents shorter than two hundred characters were dropped. ",
    "Duplicates are removed by MinHash over five-character shingles. ",
    "The evaluation set was frozen before training began. "};
constexpr std::array<std::string_view, 6> personal_openings = {
    "有问题请联系", "本文作者", "报名请找", "感谢网友", "校对：", "现场负责人"};

}  // namespace

void append_sentence(Random& random, std::string& out) {
  out += random.pick(openings);
  out += random.pick(subjects);
  out += random.pick(actions);
  out += random.pick(endings);
}

void append_english_sentence(Random& random, std::string& out) {
  out += random.pick(english);
}

void append_personal_sentence(Random& random, const Person& person, std::string& out) {
  out.append(random.pick(personal_openings))
      .append(person.name)
      .append("，手机")
      .append(person.mobile);
  if (random.chance(400)) out.append("，邮箱 ").append(person.email);
  if (random.chance(150)) out.append("，身份证号").append(person.resident_id);
  out += "。";
}

void append_confusable_sentence(Random& random, std::string& out) {
  switch (random.below(4)) {
    case 0:
      out += "订单号2026";
      append_padded(out, random.below(100'000'000), 14);
      out += "已于昨日归档。";
      break;
    case 1:
      out += "客服热线400-000-0000，工作日九点至十八点。";
      break;
    case 2:
      out += "构建号 build-20261103.";
      append_number(out, random.between(1, 40));
      out += "，时间戳 17935";
      append_padded(out, random.below(100'000'000), 8);
      out += "。";
      break;
    default:
      out += "服务监听 10.0.12.7:8080 与 192.168.1.20，仅限内网。";
  }
}

}  // namespace kouan::samples
