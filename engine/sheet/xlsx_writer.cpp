// Writes a plain xlsx file: one sheet of wrapped text, with its merges. Texts stand inline, so that
// no cell can be taken for a formula.

#include "sheet/table.hpp"
#include "sheet/zip_archive.hpp"

namespace kouan::sheet {
namespace {

constexpr const char* head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* content_types =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
    "<Override PartName=\"/xl/styles.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
    "<Override PartName=\"/xl/worksheets/sheet1.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
    "</Types>";
constexpr const char* package_relations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"xl/workbook.xml\"/></Relationships>";
constexpr const char* workbook_relations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
    "Target=\"worksheets/sheet1.xml\"/>"
    "<Relationship Id=\"rId2\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
    "Target=\"styles.xml\"/></Relationships>";
/// Style 1 wraps its text, and shows it as text.
constexpr const char* styles =
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
    "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    "</cellStyleXfs>"
    "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
    "applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
    "</cellXfs></styleSheet>";

/// A line end stays one here: text::escape_xml() makes it visible, which would change the text.
std::string xml_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    if (byte == '&') {
      out += "&amp;";
    } else if (byte == '<') {
      out += "&lt;";
    } else if (byte == '>') {
      out += "&gt;";
    } else if (byte == '"') {
      out += "&quot;";
    } else if (byte == '_' && at + 1 < text.size() && text[at + 1] == 'x') {
      out += "_x005F_";
    } else if (static_cast<unsigned char>(byte) < 0x20 && byte != '\n' && byte != '\t') {
      constexpr std::string_view digits = "0123456789ABCDEF";
      const auto value = static_cast<unsigned char>(byte);
      out += "_x00";
      out += digits[value >> 4U];
      out += digits[value & 15U];
      out += '_';
    } else {
      out += byte;
    }
  }
  return out;
}

std::string sheet_xml(const Table& table) {
  std::string out =
      std::string(head) +
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
      "<cols><col min=\"1\" max=\"256\" width=\"24\" customWidth=\"1\"/></cols>"
      "<sheetData>";
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    out += "<row r=\"" + std::to_string(row + 1) + "\">";
    for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
      const std::string& text = table.rows[row][column].text;
      if (text.empty()) continue;
      out += "<c r=\"" + cell_name(row, column) +
             "\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xml_text(text) +
             "</t></is></c>";
    }
    out += "</row>";
  }
  out += "</sheetData>";
  if (!table.merges.empty()) {
    out += "<mergeCells count=\"" + std::to_string(table.merges.size()) + "\">";
    for (const Merge& merge : table.merges) {
      out += "<mergeCell ref=\"" + merge_name(merge) + "\"/>";
    }
    out += "</mergeCells>";
  }
  return out + "</worksheet>";
}

}  // namespace

Result<std::string> write_xlsx(const Table& table) {
  const std::string name = table.sheet.empty() ? "Sheet1" : table.sheet;
  const std::string workbook =
      std::string(head) +
      "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
      "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
      "<sheets><sheet name=\"" +
      xml_text(name) + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
  return make_zip({{"[Content_Types].xml", head + std::string(content_types)},
                   {"_rels/.rels", head + std::string(package_relations)},
                   {"xl/workbook.xml", workbook},
                   {"xl/_rels/workbook.xml.rels", head + std::string(workbook_relations)},
                   {"xl/styles.xml", head + std::string(styles)},
                   {"xl/worksheets/sheet1.xml", sheet_xml(table)}});
}

}  // namespace kouan::sheet
