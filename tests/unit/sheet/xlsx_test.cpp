#include <catch2/catch.hpp>
#include <kouan/limits.hpp>

#include "sheet/table.hpp"
#include "sheet/zip_archive.hpp"

namespace kouan::sheet {
namespace {

const std::string main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A file whose sheet 清单 holds these rows.
std::string xlsx_of(const std::string& rows, const std::string& before = {},
                    const std::string& after = {}) {
  const auto zip = make_zip(
      {{"xl/workbook.xml",
        "<workbook xmlns='" + main_space +
            "' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
            "<sheets><sheet name='说明' sheetId='1' r:id='rId2'/>"
            "<sheet name='清单' sheetId='2' r:id='rId1'/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='rId1' Target='worksheets/sheet7.xml'/>"
        "<Relationship Id='rId2' Target='/xl/worksheets/other.xml'/></Relationships>"},
       {"xl/sharedStrings.xml",
        "<sst xmlns='" + main_space +
            "'><si><t>行业</t></si><si><r><t>数据</t></r><r><t xml:space='preserve'> 类别</t></r>"
            "<rPh sb='0' eb='1'><t>shù</t></rPh></si><si><t>a_x000D_&#10;b</t></si></sst>"},
       {"xl/styles.xml",
        "<styleSheet xmlns='" + main_space +
            "'><numFmts><numFmt numFmtId='170' formatCode='yyyy\"年\"'/></numFmts><cellXfs>"
            "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/></cellXfs></styleSheet>"},
       {"xl/worksheets/other.xml", "<worksheet><sheetData/></worksheet>"},
       {"xl/worksheets/sheet7.xml", before + "<worksheet xmlns='" + main_space + "'><sheetData>" +
                                        rows + "</sheetData>" + after + "</worksheet>"}});
  REQUIRE(zip.has_value());
  return *zip;
}

}  // namespace

TEST_CASE("cells of every kind that hold text are read", "[sheet]") {
  const auto table =
      read_table(xlsx_of("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c></row>"
                         "<row r='3'><c t='inlineStr'><is><t>甲</t></is></c><c><v>12</v></c>"
                         "<c t='s'><v>2</v></c><c t='b'><v>1</v></c></row>",
                         {}, "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>"),
                 "t.xlsx", "清单");
  REQUIRE(table.has_value());
  CHECK(table->sheet == "清单");
  CHECK(table->text(0, 0) == "行业");
  CHECK(table->text(0, 1).empty());
  CHECK(table->text(0, 2) == "数据 类别");
  CHECK(table->rows.at(1).empty());
  CHECK(table->text(2, 0) == "甲");
  CHECK(table->text(2, 1) == "12");
  CHECK(table->text(2, 2) == "a\nb");
  CHECK(table->merges == std::vector<Merge>{{0, 0, 1, 1}});
  CHECK(table->place(2, 1).line == 3);
  CHECK(table->place(2, 1).column == 2);
}

TEST_CASE("without a name the first sheet is read", "[sheet]") {
  const auto table = read_table(xlsx_of(""), "t.xlsx");
  REQUIRE(table.has_value());
  CHECK(table->sheet == "说明");
  const auto unknown = read_table(xlsx_of(""), "t.xlsx", "附件");
  REQUIRE_FALSE(unknown.has_value());
  CHECK_THAT(unknown.error().message, Catch::Contains("说明, 清单"));
}

TEST_CASE("what is no text in a sheet is refused with sheet and cell", "[sheet]") {
  struct Case {
    const char* note;
    const char* rows;
    const char* message;
  };
  const auto c = GENERATE(values<Case>({
      {"a formula", "<row r='5'><c r='C5'><f>1+1</f><v>2</v></c></row>",
       "expected text in 清单!C5, found a formula"},
      {"an error value", "<row r='2'><c r='B2' t='e'><v>#REF!</v></c></row>", "清单!B2"},
      {"a date", "<row r='2'><c r='A2' s='1'><v>45000</v></c></row>", "found a date"},
      {"a year", "<row r='2'><c r='A2' s='2'><v>45000</v></c></row>", "found a date"},
      {"a string that is not there", "<row><c t='s'><v>99</v></c></row>", "清单!A1"},
      {"a column beyond the limit", "<row><c r='XFD1'><v>1</v></c></row>", "256 cells"},
      {"a row beyond the limit", "<row r='1048576'><c><v>1</v></c></row>", "65536 rows"},
      {"broken XML", "<row><c>", "expected XML in the sheet"},
  }));
  CAPTURE(c.note);
  const auto table = read_table(xlsx_of(c.rows), "t.xlsx", "清单");
  REQUIRE_FALSE(table.has_value());
  CHECK_THAT(table.error().message, Catch::Contains(c.message));
  CHECK(table.error().origin.file == "t.xlsx");
}

TEST_CASE("no document type is read, and so no entity", "[sheet]") {
  const auto* const type =
      GENERATE("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
               "<!DOCTYPE a [<!ENTITY x 'xxxxxxxxxx'><!ENTITY y '&x;&x;&x;&x;&x;&x;&x;&x;'>]>");
  const auto table = read_table(
      xlsx_of("<row><c t='inlineStr'><is><t>&x;</t></is></c></row>", type), "t.xlsx", "清单");
  REQUIRE_FALSE(table.has_value());
  CHECK_THAT(table.error().message, Catch::Contains("document type"));
}

TEST_CASE("a file that unpacks to more than the limit is left", "[sheet]") {
  const std::string blanks(limits::table_unpacked_bytes_max, ' ');
  const std::string bomb = xlsx_of(blanks);
  CHECK(bomb.size() < limits::table_bytes_max);
  const auto table = read_table(bomb, "bomb.xlsx", "清单");
  REQUIRE_FALSE(table.has_value());
  CHECK(table.error().code == ErrorCode::limit_exceeded);
}

TEST_CASE("zip files that are cut or hold something else are refused", "[sheet]") {
  const std::string whole = xlsx_of("<row><c><v>1</v></c></row>");
  for (const std::size_t size : {std::size_t{4}, whole.size() / 2, whole.size() - 1}) {
    CAPTURE(size);
    CHECK_FALSE(read_table(whole.substr(0, size), "cut.xlsx", "清单").has_value());
  }
  const auto other = make_zip({{"readme.txt", "hello"}});
  REQUIRE(other.has_value());
  const auto table = read_table(*other, "other.zip");
  REQUIRE_FALSE(table.has_value());
  CHECK_THAT(table.error().message, Catch::Contains("xl/workbook.xml"));
}

TEST_CASE("a written file is read as the same table, and is the same each time", "[sheet]") {
  Table table;
  table.sheet = "清单 <1>";
  table.rows = {{{"行业", 0, 0}, {"a & b\n\"c\" <d>", 0, 0}},
                {},
                {{"", 0, 0}, {"=1+1", 0, 0}, {" 两端空格 ", 0, 0}, {"_x000D_", 0, 0}}};
  table.merges = {{0, 0, 1, 0}};
  const auto written = write_xlsx(table);
  REQUIRE(written.has_value());
  const auto again = read_table(*written, "again.xlsx");
  REQUIRE(again.has_value());
  CHECK(same_table(table, *again));
  CHECK(again->sheet == table.sheet);
  CHECK(*written == *write_xlsx(table));
}

}  // namespace kouan::sheet
