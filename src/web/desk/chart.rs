//! Charts as plain SVG, drawn by the server: columns of stacked parts. The table beside a chart says the same in figures,
//! so the drawing itself is hidden from those who listen.

/// Height of the drawing area, in the drawing's own units.
const HEIGHT: i64 = 120;
/// Width of a column with its gap.
const STEP: i64 = 40;
/// Width of a column.
const WIDE: i64 = 26;
/// Room below for the labels and above for the figures.
const MARGIN: i64 = 16;

/// A drawing.
pub struct Chart {
    /// Its width.
    pub width: i64,
    /// Its height.
    pub height: i64,
    /// Where the columns stand.
    pub base: i64,
    /// The columns from left to right.
    pub columns: Vec<Column>,
}

/// A column.
pub struct Column {
    /// The middle of the column.
    pub middle: i64,
    /// Below it.
    pub label: String,
    /// Above it; none for nothing.
    pub figure: Option<i64>,
    /// Where the figure stands.
    pub top: i64,
    /// Its parts from the bottom up.
    pub parts: Vec<Part>,
}

/// A part of a column.
pub struct Part {
    /// Class that gives it its colour.
    pub class: &'static str,
    /// Left edge.
    pub x: i64,
    /// Upper edge.
    pub y: i64,
    /// Width.
    pub width: i64,
    /// Height; one unit at least, so that a small count is seen.
    pub height: i64,
}

/// Draws columns: a label, and parts as class and count, from the bottom up.
pub fn columns(of: Vec<(String, Vec<(&'static str, i64)>)>) -> Chart {
    let sum = |parts: &[(&str, i64)]| parts.iter().map(|(_, count)| *count).sum::<i64>();
    let most = of.iter().map(|(_, parts)| sum(parts)).max().unwrap_or_default().max(1);
    let base = MARGIN + HEIGHT;
    let width = STEP * of.len() as i64;
    let columns = of.into_iter().enumerate().map(|(nth, (label, parts))| {
        let left = STEP * nth as i64 + (STEP - WIDE) / 2;
        let figure = Some(sum(&parts)).filter(|count| *count > 0);
        let (mut top, mut drawn) = (base, Vec::new());
        for (class, count) in parts.into_iter().filter(|(_, count)| *count > 0) {
            let height = (count * HEIGHT / most).max(1);
            top -= height;
            drawn.push(Part { class, x: left, y: top, width: WIDE, height });
        }
        Column { middle: left + WIDE / 2, label, figure, top: top - 4, parts: drawn }
    });
    Chart { width, height: base + MARGIN, base, columns: columns.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_column_fills_the_height_and_small_counts_are_seen() {
        let chart = columns(vec![
            ("a".to_owned(), vec![("one", 300), ("two", 300)]),
            ("b".to_owned(), vec![("one", 1), ("two", 0)]),
            ("c".to_owned(), vec![]),
        ]);
        let heights = |nth: usize| chart.columns[nth].parts.iter().map(|part| part.height).collect::<Vec<_>>();
        assert_eq!((heights(0), heights(1), heights(2)), (vec![60, 60], vec![1], vec![]));
        assert_eq!(chart.columns[0].parts[1].y, MARGIN, "the second part stands on the first");
        assert_eq!((chart.columns[1].figure, chart.columns[2].figure), (Some(1), None));
    }
}
