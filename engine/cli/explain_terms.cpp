#include "cli/explain_terms.hpp"

namespace kouan::cli {
namespace {

constexpr Term all_terms[] = {
    {"reason", "record_too_large", "一条记录超过 64 MiB，未读取；该记录按最轻与最重两种情形判定。",
     "A record is over 64 MiB and was not read; it counts as anything between the lightest and the "
     "heaviest.",
     "拆分该记录，或用 --records-at 指明真正的记录所在。",
     "Split the record, or say with --records-at where the records really are."},
    {"reason", "too_deep", "嵌套超过 1024 层，该记录未读取。",
     "A record is nested more than 1,024 levels deep and was not read.", "检查导出程序。",
     "Look at the program that wrote it."},
    {"reason", "nested_json",
     "字符串中的 JSON 只展开一层、至多 1 "
     "MiB；此处的更深或更大，只按文本查找标识符，字段未逐一读取。",
     "JSON inside a string is opened one level deep and up to 1 MiB. What stands here is deeper or "
     "larger: it was searched as text, and its fields were not read.",
     "导出时不要把 JSON 套在字符串中，或先将其展开。",
     "Export objects as objects, or unpack them first."},
    {"reason", "malformed", "括号或引号不配对，该处至下一条记录之间未读取。",
     "Brackets or quotes do not fit: what lies between here and the next record was not read.",
     "按报告中的位置修复文件后重新扫描。",
     "Mend the file at the place that the report names, and scan again."},
    {"reason", "malformed_record", "该记录不是合法的 JSON，未读取。",
     "The record is not JSON and was not read.", "按报告中的位置修复文件后重新扫描。",
     "Mend the file at the place that the report names, and scan again."},
    {"reason", "invalid_utf8", "该记录不是合法的 UTF-8，未读取。",
     "The record is not UTF-8 and was not read.", "以 UTF-8 重新导出。", "Export it as UTF-8."},
    {"reason", "invalid_encoding", "该行不符合文件的编码（UTF-8 或 GB18030），未读取。",
     "The row is not of the file's encoding (UTF-8 or GB18030) and was not read.",
     "以 UTF-8 重新导出。", "Export it as UTF-8."},
    {"reason", "truncated", "文件在一条记录中间结束，其后缺失多少无从得知；判定上限取最重。",
     "The file ends inside a record; nobody can say how much is missing, so the upper bound is the "
     "heaviest outcome.",
     "重新取得完整文件。", "Get the whole file."},
    {"reason", "unreadable_rest", "自该处起文件无法读取（例如压缩数据损坏），损失大小未知。",
     "From here on the file cannot be read (damaged compression, for one); the size of the loss is "
     "unknown.",
     "重新取得完整文件。", "Get the whole file."},
    {"reason", "unreadable_file", "文件无法打开或读取。", "The file cannot be opened or read.",
     "检查权限与路径。", "Look at its permissions and its path."},
    {"reason", "file_shrank", "读取期间文件变短，其余部分缺失。",
     "The file became shorter while it was read; the rest is missing.", "待写入结束后再扫描。",
     "Scan when nobody writes to it any more."},
    {"reason", "records_at_not_found", "--records-at 指定的位置没有数组，文件未读取。",
     "There is no array at the place that --records-at names; the file was not read.",
     "核对路径，例如 '$.data[*]'。", "Check the path, e.g. '$.data[*]'."},
    {"reason", "ragged", "行的列数与表头不符；已按位置读取，但字段可能错位。",
     "The row has another number of columns than the header; it was read by position, and fields "
     "may stand in wrong columns.",
     "检查分隔符与引号。", "Check delimiters and quotes."},
    {"reason", "unclosed_quote", "引号未闭合，其后内容未读取。",
     "A quote is not closed; what follows was not read.", "修复引号。", "Mend the quote."},
    {"reason", "interrupted", "扫描被中断，其余未读。",
     "The scan was stopped; the rest was not read.", "重新扫描。", "Scan again."},
    {"reason", "link", "符号链接，未跟随：它可能指向数据以外。",
     "A symbolic link, not followed: it may lead out of the data.", "将所指文件直接作为参数。",
     "Name the file that it points to."},
    {"reason", "not a regular file", "不是普通文件（设备、管道等），未读取。",
     "Not a regular file (a device, a pipe); not read.", "将其内容存为文件，或经标准输入传入。",
     "Save its content as a file, or give it on standard input."},
    {"reason", "directory too deep", "目录层级过深，其下未读取。",
     "The directory lies too deep; what is below it was not read.", "将该目录直接作为参数。",
     "Name that directory as an argument."},
    {"reason", "not_a_known_format", "内容不是 JSON、NDJSON、CSV 或它们的压缩形式，未读取。",
     "The content is neither JSON, NDJSON nor CSV, nor one of these compressed; it was not read.",
     "转换为上述格式之一后重新扫描，或将该文件移出目录。",
     "Convert it to one of these and scan again, or move the file out of the directory."},
    {"reason", "missing_range", "合并的各部分中没有一个包含文件的该区间。",
     "None of the merged parts holds this range of the file.", "扫描缺失的部分并合并。",
     "Scan the missing part and merge it."},
    {"reason", "field_sets_coarsened",
     "字段组合过多，已按含义归并；人数仍准确，但不能再用 --without 按字段推算。",
     "There are too many field sets: they were merged by meaning. Counts hold, but --without can "
     "no "
     "longer leave single fields out.",
     "分批扫描。", "Scan in parts."},
    {"reason", "paths_full", "不同字段超过 65,536 个，其余以 * 统计。",
     "There are more than 65,536 distinct fields; the rest count as '*'.",
     "数据是否以值作键？请调整结构或分批扫描。",
     "Are values used as keys? Change the structure, or scan in parts."},
    {"reason", "plugin_fault", "插件出错，其检查没有结论。",
     "A plugin failed; its checks are inconclusive.", "更新或移除该插件后重新扫描。",
     "Update or remove the plugin, and scan again."},

    {"outcome", "none", "无须办理出境手续；告知、单独同意、个人信息保护影响评估等义务仍在。",
     "No transfer mechanism is needed; the duties of notice, consent and impact assessment remain.",
     "", ""},
    {"outcome", "filing", "处于清单完整收录的场景之内且未达到任何一行：向自贸区备案后即可出境。",
     "Inside a fully known scenario of a list and under every row: free once filed with the zone.",
     "", ""},
    {"outcome", "contract_or_certification",
     "须订立个人信息出境标准合同并备案，或通过个人信息保护认证。",
     "A standard contract must be filed, or certification for personal information protection "
     "obtained.",
     "", ""},
    {"outcome", "security_assessment", "须申报数据出境安全评估。",
     "A security assessment of the export must be applied for.", "", ""},
    {"outcome", "prohibited", "不得出境。", "Must not leave.", "", ""},
    {"outcome", "other_route", "由其他法律规定出境路径，与上列结果并列显示。",
     "Another law says which way the data may leave; stands beside the outcomes.", "", ""},
    {"outcome", "undetermined", "最轻与最重两种情形结论不同：回答报告所列问题即可确定。",
     "The lightest and the heaviest reading part: the questions of the report settle it.", "", ""},

    {"exit_code", "0", "check、judge：结果为 none，无其他路径，且全部读取。其余命令：成功。",
     "check, judge: outcome none, no other route, everything read. Other commands: done.", "", ""},
    {"exit_code", "1",
     "check、judge：已确定的其他结果（--fail-on 只能将 1 降为 0）。lint、test、verify：有发现。",
     "check, judge: any other determined outcome (--fail-on can only lower 1 to 0). lint, test, "
     "verify: findings.",
     "", ""},
    {"exit_code", "2", "无法运行：参数、文件或规则有误，原因见标准错误输出。",
     "Could not run: arguments, files or rules are wrong; standard error says why.", "", ""},
    {"exit_code", "3", "check、judge：结果未定；报告列出能确定它的问题。",
     "check, judge: undetermined; the report names the questions that settle it.", "", ""},
};

}  // namespace

std::span<const Term> terms() {
  return all_terms;
}

}  // namespace kouan::cli
