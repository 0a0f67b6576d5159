//! An answer that the viewer looks for: how the address names it, never what it says; and how near the eye is brought to it.

use crate::web::form::Fields;

/// A question of the form or of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Find {
    /// Its message id: `passport-number`; of a paper's own details, `paper-number`.
    pub question: String,
    /// Id of the record, where a step has several.
    pub record: Option<String>,
}

impl Find {
    /// What an address asks for; none when it cannot be a question.
    pub fn read(fields: &Fields) -> Option<Self> {
        let name = |name: &str| Some(fields.get(name)).filter(|text| is_name(text)).map(str::to_owned);
        Some(Self { question: name("find")?, record: name("record") })
    }
    /// As the end of a query.
    pub fn query(&self) -> String {
        let record = self.record.as_ref().map(|id| format!("&record={id}")).unwrap_or_default();
        format!("&find={}{record}", self.question)
    }
}

/// Letters of which ids are made; nothing that would end a query.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.len() <= 80 && text.bytes().all(|c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_'))
}

/// The part of a turned page to show enlarged: a place on the page as it was drawn, left, top, width and height; around what
/// was `read`, which may be a single word, with what stands beside it.
pub fn close([x, y, across, down]: [u32; 4], (width, height): (u32, u32), turn: u32, read: bool) -> [u32; 4] {
    let (place, (width, height)) = match turn {
        90 => ([height - y - down, x, down, across], (height, width)),
        180 => ([width - x - across, height - y - down, across, down], (width, height)),
        270 => ([y, width - x - across, down, across], (height, width)),
        _ => ([x, y, across, down], (width, height)),
    };
    if !read {
        return place;
    }
    let [x, y, across, down] = place;
    let span = |from: u32, long: u32, least: u32, page: u32| {
        let wanted = long.max(least).min(page);
        (from.saturating_sub((wanted - long.min(wanted)) / 2).min(page - wanted), wanted)
    };
    // A line of half the page's width can be read, and some lines above and below tell what it is about.
    let (left, wide) = span(x, across + 2 * down, width / 2, width);
    let (top, high) = span(y, down * 2, wide / 4, height);
    [left, top, wide, high]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_enlarged_lies_on_the_page_around_the_place() {
        let size = (1000, 2000);
        assert_eq!(close([100, 200, 30, 40], size, 0, false), [100, 200, 30, 40]);
        assert_eq!(close([100, 200, 30, 40], size, 90, false), [2000 - 240, 100, 40, 30]);
        assert_eq!(close([100, 200, 30, 40], size, 180, false), [870, 1760, 30, 40]);
        assert_eq!(close([100, 200, 30, 40], size, 270, false), [200, 870, 40, 30]);
        for turn in [0, 90, 180, 270] {
            for place in
                [[0, 0, 9, 9], [991, 1991, 9, 9], [0, 0, 1000, 2000], [400, 900, 200, 30], [700, 1990, 300, 10]]
            {
                let [x, y, wide, high] = close(place, size, turn, true);
                let [px, py, pw, ph] = close(place, size, turn, false);
                let page = if turn % 180 == 0 { size } else { (size.1, size.0) };
                assert!(x + wide <= page.0 && y + high <= page.1, "{place:?} {turn}");
                assert!(x <= px && y <= py && x + wide >= px + pw && y + high >= py + ph, "{place:?} {turn}");
            }
        }
    }
}
