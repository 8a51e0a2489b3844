#include "cli/init_profile.hpp"

namespace kouan::cli {

std::string_view profile_template() {
  return R"yaml(# Facts about one export, read by `kouan check` beside the data. Facts only: no tool options, no keys.
# 一次数据出境的事实，由 `kouan check` 在数据旁读取。只写事实，不写工具选项和密钥。
#
# What is not given stays unknown; the report asks for it where it could change the verdict.
# 未填写的即为“未知”；如会影响判定，报告将提出相应问题。
# Tri-state words / 三态词: yes | no | unknown

# The handler / 数据处理者
handler:
  # Is it an operator of critical information infrastructure (CIIO)?
  # 是否为关键信息基础设施运营者？ yes | no | unknown
  ciio: unknown

  # Name, and unified social credit code (USCC) / 名称与统一社会信用代码
  # name: "…"
  # uscc: "…"

  # Zones of registration; a zone's list binds only those registered in it.
  # 注册地；自贸区清单仅适用于在该区注册的处理者。
  # registered_in: [beijing-ftz]

  # Persons whose information the handler processes in all, exported or not.
  # 处理的个人信息总人数（不限于出境部分）。
  # persons_held: 1200000

# The export / 本次出境
# export:
  # The day of export; the law of that day is applied. Default: today, UTC+8.
  # 出境日期，按当日有效的规则判定；缺省为今天（UTC+8）。
  # date: 2026-11-23

  # Purpose / 目的
  # purpose: "…"

  # Overseas recipients: name, country (ISO 3166), contact, how long they keep the data.
  # 境外接收方：名称、国家（ISO 3166）、联系方式、保存期限。
  # recipients:
  #   - {name: "…", country: "DE", contact: "…", retention: "…"}

  # What else is expected this year, in your own words / 本年度预计情况，自行说明
  # forecast: {persons: "…"}

# Declared business scenarios of the list that is chosen with --list; without files: all files.
# 申报的业务场景（清单由 --list 指定）；不写 files 即为全部文件。
# scenarios:
#   - {id: retail.membership, files: ["members*.ndjson"]}

# Claimed exemptions (Provisions 2024, arts. 3-5): these persons are kept apart and not counted.
# 主张的豁免情形（《促进和规范数据跨境流动规定》第三至五条）：相关人员单列，不计入人数。
# exemptions:
#   - {article: "5(1)", files: ["orders*.ndjson"], reason: "…"}

# A person's correction of what a field means: path to concept, or none. Named in the report.
# 对字段含义的人工更正：路径到含义编号，或 none。将在报告中列明。
# fields:
#   "$.remark2": none

# Answers to questions of the report, by id; `kouan explain ID` says what each is about.
# 对报告所提问题的回答；`kouan explain 编号` 可查看其含义。
# answers:
#   filed_with_miit: yes

# Persons exported earlier in the counting window, where no ledger is kept.
# Class: sensitive | non_sensitive. Scenario: optional.
# 未使用台账时，统计期内此前已出境的人数。class 取 sensitive 或 non_sensitive；scenario 可不填。
# counts:
#   carried_over:
#     - {scenario: retail.membership, class: sensitive, persons: 1200}
)yaml";
}

}  // namespace kouan::cli
