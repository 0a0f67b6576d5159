//! Tables that leave the office: CSV and XLSX, written row by row into any stream, never whole in memory.

mod xlsx;

use std::io::{self, Write};

use chrono::NaiveDate;

use xlsx::Xlsx;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Text, whoever wrote it.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A day.
    Day(NaiveDate),
    /// Nothing.
    Empty,
}

impl Cell {
    /// A number, or nothing.
    pub fn number(number: Option<i64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
    /// A day, or nothing.
    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// RFC 4180, UTF-8 with its mark in front, so that spreadsheets read Kazakh.
    Csv,
    /// Office Open XML.
    Xlsx,
}

impl Format {
    /// The ending of a file, which is the code in addresses too.
    pub fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
    /// The one of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Csv, Self::Xlsx].into_iter().find(|format| format.code() == code)
    }
    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// A table being written.
pub enum Sheet<W: Write> {
    /// As CSV.
    Csv(Box<csv::Writer<W>>),
    /// As XLSX.
    Xlsx(Box<Xlsx<W>>),
}

/// The mark by which a spreadsheet knows UTF-8.
const MARK: &[u8] = "\u{FEFF}".as_bytes();

impl<W: Write> Sheet<W> {
    /// Begins a table.
    pub fn begin(format: Format, mut out: W) -> io::Result<Self> {
        match format {
            Format::Csv => {
                out.write_all(MARK)?;
                let writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
                Ok(Self::Csv(Box::new(writer)))
            }
            Format::Xlsx => Ok(Self::Xlsx(Box::new(Xlsx::begin(out)?))),
        }
    }
    /// Writes a row.
    pub fn row(&mut self, cells: &[Cell]) -> io::Result<()> {
        match self {
            Self::Csv(writer) => Ok(writer.write_record(cells.iter().map(plain))?),
            Self::Xlsx(xlsx) => xlsx.row(cells),
        }
    }
    /// Sends on what is written.
    pub fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Csv(writer) => writer.flush(),
            Self::Xlsx(xlsx) => xlsx.flush(),
        }
    }
    /// Ends the table. One that is not ended is no table: a reader sees that something broke off.
    pub fn end(self) -> io::Result<()> {
        match self {
            Self::Csv(mut writer) => writer.flush(),
            Self::Xlsx(xlsx) => xlsx.end(),
        }
    }
}

fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => harmless(text),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Empty => String::new(),
    }
}

/// Text that no spreadsheet takes for a formula: an applicant's name must not run on a clerk's computer. In XLSX a text is
/// a text; in CSV one that begins so gets an apostrophe before it.
pub fn harmless(text: &str) -> String {
    let begins =
        text.trim_start_matches([' ', '\u{A0}', '\u{FEFF}']).starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if begins { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(rows: &[Vec<Cell>]) -> String {
        let mut out = Vec::new();
        let mut sheet = Sheet::begin(Format::Csv, &mut out).unwrap();
        rows.iter().for_each(|row| sheet.row(row).unwrap());
        sheet.end().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn csv_is_read_as_it_was_meant_and_runs_nothing() {
        let text = |text: &str| Cell::Text(text.to_owned());
        let rows = [
            vec![text("=1+1"), text("a,\"b\""), Cell::Number(-3)],
            vec![text(" @SUM(A1)"), Cell::Empty, Cell::Day(NaiveDate::from_ymd_opt(2026, 6, 10).unwrap())],
            vec![text("+7"), text("-"), text("\t=x")],
        ];
        assert_eq!(written(&rows), "\u{FEFF}'=1+1,\"a,\"\"b\"\"\",-3\r\n' @SUM(A1),,2026-06-10\r\n'+7,'-,'\t=x\r\n");
    }
}
