//! XLSX (ECMA-376) with texts inside the cells, so that nothing has to be known before it is written: rows go out as they
//! come, the list of sheets comes last.

use std::io::{self, Write};

use chrono::NaiveDate;
use zip::write::{SimpleFileOptions, StreamWriter, ZipWriter};

use super::Cell;

/// Rows on a sheet: the most that spreadsheets take.
const MOST_ROWS: u32 = 1_048_576;

/// A workbook being written.
pub struct Xlsx<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    sheets: u32,
    rows: u32,
    /// The first row, which each further sheet begins with.
    head: Vec<Cell>,
    text: String,
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Style 1 is a day (number format 14, which each reader's language writes its own way).
fn styles() -> String {
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>\
         <borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>\
         <cellXfs count=\"2\"><xf/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
    )
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_level(Some(1))
}

fn failed(error: zip::result::ZipError) -> io::Error {
    io::Error::other(error)
}

impl<W: Write> Xlsx<W> {
    /// Begins a workbook.
    pub fn begin(out: W) -> io::Result<Self> {
        let mut xlsx =
            Self { zip: ZipWriter::new_stream(out), sheets: 0, rows: 0, head: Vec::new(), text: String::new() };
        xlsx.next_sheet()?;
        Ok(xlsx)
    }

    fn next_sheet(&mut self) -> io::Result<()> {
        self.sheets += 1;
        self.rows = 0;
        self.zip.start_file(format!("xl/worksheets/sheet{}.xml", self.sheets), options()).map_err(failed)?;
        write!(self.zip, "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetData>")
    }

    fn end_sheet(&mut self) -> io::Result<()> {
        self.zip.write_all(b"</sheetData></worksheet>")
    }

    /// Writes a row; a full sheet is followed by another one.
    pub fn row(&mut self, cells: &[Cell]) -> io::Result<()> {
        if self.rows == 0 && self.sheets == 1 {
            self.head = cells.to_vec();
        }
        if self.rows == MOST_ROWS {
            self.end_sheet()?;
            self.next_sheet()?;
            let head = std::mem::take(&mut self.head);
            self.write(&head)?;
            self.head = head;
        }
        self.write(cells)
    }

    fn write(&mut self, cells: &[Cell]) -> io::Result<()> {
        self.rows += 1;
        self.text.clear();
        self.text.push_str("<row>");
        for cell in cells {
            match cell {
                Cell::Text(text) => {
                    self.text.push_str("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                    escape(text, &mut self.text);
                    self.text.push_str("</t></is></c>");
                }
                Cell::Number(number) => self.text.push_str(&format!("<c><v>{number}</v></c>")),
                Cell::Day(day) => self.text.push_str(&format!("<c s=\"1\"><v>{}</v></c>", serial(*day))),
                Cell::Empty => self.text.push_str("<c/>"),
            }
        }
        self.text.push_str("</row>");
        self.zip.write_all(self.text.as_bytes())
    }

    /// Sends on what is written.
    pub fn flush(&mut self) -> io::Result<()> {
        self.zip.flush()
    }

    /// Ends the workbook.
    pub fn end(mut self) -> io::Result<()> {
        self.end_sheet()?;
        let each = |part: fn(u32) -> String| (1..=self.sheets).map(part).collect::<String>();
        let sheets = each(|n| format!("<sheet name=\"{n}\" sheetId=\"{n}\" r:id=\"r{n}\"/>"));
        let links = each(|n| {
            format!("<Relationship Id=\"r{n}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")
        });
        let types = each(|n| {
            format!("<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{TYPES}.worksheet+xml\"/>")
        });
        let parts = [
            ("xl/styles.xml", styles()),
            (
                "xl/workbook.xml",
                format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{sheets}</sheets></workbook>"),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(
                    "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{links}\
                     <Relationship Id=\"s\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
                ),
            ),
            (
                "_rels/.rels",
                format!(
                    "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"w\" \
                     Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                ),
            ),
            (
                "[Content_Types].xml",
                format!(
                    "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
                     ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                     <Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPES}.sheet.main+xml\"/>\
                     <Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPES}.styles+xml\"/>{types}</Types>"
                ),
            ),
        ];
        for (name, text) in parts {
            self.zip.start_file(name, options()).map_err(failed)?;
            self.zip.write_all(text.as_bytes())?;
        }
        self.zip.finish().map_err(failed)?.into_inner().flush()
    }
}

/// Days since the spreadsheets' day 0, 30 December 1899.
fn serial(day: NaiveDate) -> i64 {
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    (day - zero).num_days()
}

/// XML text; signs that XML cannot hold are left out.
fn escape(text: &str, into: &mut String) {
    for c in text.chars() {
        match c {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '\t' | '\n' | '\r' => into.push(c),
            c if c < ' ' || ('\u{FFFE}'..='\u{FFFF}').contains(&c) => {}
            c => into.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn a_workbook_holds_what_was_written() {
        let mut out = Vec::new();
        let mut xlsx = Xlsx::begin(&mut out).unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 6, 10).unwrap();
        xlsx.row(&[Cell::Text("=A<b>&\u{1}".to_owned()), Cell::Number(-3), Cell::Empty, Cell::Day(day)]).unwrap();
        xlsx.end().unwrap();
        let mut zip = zip::ZipArchive::new(io::Cursor::new(out)).unwrap();
        let mut text = String::new();
        zip.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut text).unwrap();
        let row = "<row><c t=\"inlineStr\"><is><t xml:space=\"preserve\">=A&lt;b&gt;&amp;</t></is></c>\
                   <c><v>-3</v></c><c/><c s=\"1\"><v>46183</v></c></row>";
        assert!(text.contains(row), "{text}");
        for name in ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"] {
            assert!(zip.by_name(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn a_full_sheet_is_followed_by_another_with_the_same_head() {
        let mut out = Vec::new();
        let mut xlsx = Xlsx::begin(&mut out).unwrap();
        xlsx.row(&[Cell::Text("head".to_owned())]).unwrap();
        xlsx.rows = MOST_ROWS;
        xlsx.row(&[Cell::Number(1)]).unwrap();
        xlsx.end().unwrap();
        let mut zip = zip::ZipArchive::new(io::Cursor::new(out)).unwrap();
        let mut text = String::new();
        zip.by_name("xl/worksheets/sheet2.xml").unwrap().read_to_string(&mut text).unwrap();
        assert!(text.contains("head") && text.contains("<v>1</v>"), "{text}");
        text.clear();
        zip.by_name("xl/workbook.xml").unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text.matches("<sheet name=").count(), 2);
    }
}
