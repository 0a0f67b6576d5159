//! The words of a page as a program read them, each with its place. A hint of where to look, and no more: nothing is
//! decided by what was read.

/// A word. Places are shares of the page's width and height, from the left and from the top.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// What was read.
    pub text: String,
    /// Words of one line have one number, and stand one after the other.
    pub line: u32,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// All words of a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PageWords {
    /// In the order in which they are read.
    pub words: Vec<Word>,
    /// Degrees, clockwise, by which the page must be turned for its lines to run from left to right.
    pub turn: u32,
}

/// No page has more words.
const MOST_WORDS: usize = 4_000;
/// Below this (of 100) the program itself believes that it saw no word but dirt.
const LEAST_SURE: f64 = 10.0;

impl PageWords {
    /// Reads the table that tesseract writes (TSV: level, page, block, paragraph, line, word, left, top, width, height,
    /// sureness, text) of a picture of that size.
    pub fn read(table: &str, (width, height): (u32, u32)) -> Self {
        let (wide, high) = (f64::from(width.max(1)), f64::from(height.max(1)));
        let mut words: Vec<Word> = Vec::new();
        let mut steps = (0.0, 0.0);
        let mut before: Option<([f64; 3], (f64, f64))> = None;
        for row in table.lines() {
            let mut columns = row.splitn(12, '\t');
            let numbers: Vec<f64> = columns.by_ref().take(11).map_while(|one| one.parse().ok()).collect();
            let ([level, _, block, paragraph, line, _, left, top, across, down, sure], Some(text)) =
                (numbers[..].try_into().unwrap_or([0.0; 11]), columns.next().map(str::trim))
            else {
                continue;
            };
            if level != 5.0 || sure < LEAST_SURE || text.is_empty() || words.len() == MOST_WORDS {
                continue;
            }
            let (own, middle) = ([block, paragraph, line], (left + across / 2.0, top + down / 2.0));
            let number = words.last().map_or(0, |word| word.line);
            let number = match before {
                Some((known, from)) if known == own => {
                    steps = (steps.0 + middle.0 - from.0, steps.1 + middle.1 - from.1);
                    number
                }
                Some(_) => number + 1,
                None => 0,
            };
            before = Some((own, middle));
            words.push(Word {
                text: text.to_owned(),
                line: number,
                x: left / wide,
                y: top / high,
                width: across / wide,
                height: down / high,
            });
        }
        Self { words, turn: turn(steps) }
    }
    /// Its lines.
    pub fn lines(&self) -> impl Iterator<Item = &[Word]> {
        self.words.chunk_by(|one, next| one.line == next.line)
    }
}

/// By where the next word of a line mostly stands.
fn turn((right, down): (f64, f64)) -> u32 {
    match (right.abs() >= down.abs(), right < 0.0, down < 0.0) {
        (true, false, _) => 0,
        (true, true, _) => 180,
        (false, _, true) => 90,
        (false, _, false) => 270,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_lines_and_places_and_dirt_is_left_out() {
        let table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
                     1\t1\t0\t0\t0\t0\t0\t0\t1000\t500\t-1\t\n\
                     5\t1\t1\t1\t1\t1\t100\t50\t200\t25\t96.4\tNo\n\
                     5\t1\t1\t1\t1\t2\t400\t50\t100\t25\t91\t45-12\n\
                     5\t1\t1\t1\t2\t1\t100\t90\t100\t25\t3\t~\n\
                     5\t1\t1\t1\t2\t2\t100\t90\t100\t25\t88\t12.03.2026\n\
                     5\t1\t1\tbroken\n";
        let page = PageWords::read(table, (1000, 500));
        let lines: Vec<Vec<&str>> =
            page.lines().map(|line| line.iter().map(|word| word.text.as_str()).collect()).collect();
        assert_eq!(lines, [vec!["No", "45-12"], vec!["12.03.2026"]]);
        assert_eq!((page.words[1].x, page.words[1].y, page.words[1].width, page.turn), (0.4, 0.1, 0.1, 0));
        assert_eq!(PageWords::read("", (0, 0)), PageWords::default());
    }

    #[test]
    fn a_page_that_lies_tells_how_it_is_turned_upright() {
        let row = |number: u32, x: i32, y: i32| format!("5\t1\t1\t1\t1\t{number}\t{x}\t{y}\t9\t9\t90\tword\n");
        for (second, turn) in [((90, 50), 0), ((50, 10), 90), ((10, 50), 180), ((50, 90), 270)] {
            let table = row(1, 50, 50) + &row(2, second.0, second.1);
            assert_eq!(PageWords::read(&table, (100, 100)).turn, turn, "{second:?}");
        }
    }
}
