//! Finding things by the words a person sees. No-break spaces count as spaces.

/// Words on the page: the text of an element, its spaces made single and plain.
const WORDS: &str = "normalize-space(translate(., '\u{a0}\u{202f}', '  '))";

/// The same for a text of ours.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An XPath string literal; XPath knows no escapes.
fn literal(text: &str) -> String {
    if !text.contains('\'') {
        return format!("'{text}'");
    }
    let parts: Vec<_> = text.split('\'').map(|part| format!("'{part}'")).collect();
    format!("concat({})", parts.join(", \"'\", "))
}

/// How strictly words must agree.
#[derive(Clone, Copy)]
pub enum Match {
    Whole,
    Within,
}

fn says(words: &str, how: Match) -> String {
    let words = literal(&plain(words));
    match how {
        Match::Whole => format!("{WORDS} = {words}"),
        Match::Within => format!("contains({WORDS}, {words})"),
    }
}

/// The field that a label with these words belongs to, by `for` or by being around it.
pub fn field(label: &str, how: Match) -> String {
    let label = says(label, how);
    format!(
        "//*[self::input or self::textarea or self::select]\
         [@id = //label[{label}]/@for or ancestor::label[{label}]]"
    )
}

/// A group of fields under a legend.
pub fn group(legend: &str, how: Match) -> String {
    format!("//fieldset[legend[{}]]", says(legend, how))
}

/// Below an element: the same as `field`.
pub fn field_within(label: &str, how: Match) -> String {
    format!(".{}", field(label, how))
}

/// The label itself, where its field cannot be clicked.
pub fn label_within(words: &str, how: Match) -> String {
    format!(".//label[{}]", says(words, how))
}

/// An option of a list.
pub fn option(words: &str) -> String {
    format!(".//option[{}]", says(words, Match::Whole))
}

/// What can be pressed: a button or a link, unless it is hidden from everybody.
pub fn pressable(words: &str, how: Match) -> String {
    let said = says(words, how);
    let (value, attribute) = (literal(&plain(words)), "normalize-space(@value)");
    format!(
        "//*[(self::button or self::a or self::summary or @role='button') and not(@aria-hidden='true') and {said}] \
         | //input[(@type='submit' or @type='button') and {attribute} = {value}]"
    )
}
