//! How one letter is written in Latin: by ICAO Doc 9303, part 3, section 6, and by the rules of older passports.
//!
//! Cyrillic letters stand by their numbers: the sources hold no letters of either language.

/// How a letter, or two together, may stand in a passport's Latin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spelling {
    /// By today's rule.
    pub now: &'static [&'static str],
    /// As other and older rules write it: Soviet passports (French: SHCH as CHTCH, U as OU), Kazakhstan's own
    /// (YU, YA), Uzbek and Turkish Latin, the Kazakh alphabet of 2021.
    pub older: &'static [&'static str],
}

type Row = (&'static str, &'static [&'static str], &'static [&'static str]);

/// Doc 9303's table of Cyrillic. (reading) It has no Kazakh letters: these follow Kazakhstan's passports, which write
/// them as their Russian neighbours. The letters of Kyrgyz, Tajik, Uzbek, Tatar and Ukrainian names stand beside them.
static CYRILLIC: &[Row] = &[
    ("\u{430}", &["a"], &[]),
    ("\u{431}", &["b"], &[]),
    ("\u{432}", &["v"], &["w", "ff"]),
    ("\u{433}", &["g"], &["gh", "h", "gu"]),
    ("\u{434}", &["d"], &[]),
    ("\u{435}", &["e"], &["ye", "ie", "je"]),
    ("\u{436}", &["zh"], &["j", "z", "g"]),
    ("\u{437}", &["z"], &[]),
    ("\u{438}", &["i"], &["y", "iy"]),
    ("\u{439}", &["i"], &["y", "j"]),
    ("\u{43A}", &["k"], &["c", "q", "ck"]),
    ("\u{43B}", &["l"], &[]),
    ("\u{43C}", &["m"], &[]),
    ("\u{43D}", &["n"], &[]),
    ("\u{43E}", &["o"], &[]),
    ("\u{43F}", &["p"], &[]),
    ("\u{440}", &["r"], &[]),
    ("\u{441}", &["s"], &["ss"]),
    ("\u{442}", &["t"], &[]),
    ("\u{443}", &["u"], &["ou", "w"]),
    ("\u{444}", &["f"], &["ph"]),
    ("\u{445}", &["kh"], &["h", "x", "ch"]),
    ("\u{446}", &["ts"], &["c", "tz"]),
    ("\u{447}", &["ch"], &["tch", "tsch", "c"]),
    ("\u{448}", &["sh"], &["ch", "sch", "s"]),
    ("\u{449}", &["shch"], &["chtch", "schtsch", "stch", "sch", "sht", "sh"]),
    ("\u{44A}", &["ie"], &["", "y", "i"]),
    ("\u{44B}", &["y"], &["i"]),
    ("\u{44C}", &[""], &["i", "y"]),
    ("\u{44D}", &["e"], &[]),
    ("\u{44E}", &["iu"], &["yu", "iou", "you", "ju", "u"]),
    ("\u{44F}", &["ia"], &["ya", "ja"]),
    ("\u{451}", &["e"], &["io", "yo", "ye", "ie", "jo", "o"]),
    // Ukrainian, Belarusian, Serbian, Macedonian.
    ("\u{452}", &["d"], &["dj"]),
    ("\u{453}", &["g"], &["gj"]),
    ("\u{454}", &["ie"], &["ye", "je", "e"]),
    ("\u{455}", &["dz"], &[]),
    ("\u{456}", &["i"], &["y"]),
    ("\u{457}", &["i"], &["yi", "ji"]),
    ("\u{458}", &["j"], &["i", "y"]),
    ("\u{459}", &["lj"], &["l"]),
    ("\u{45A}", &["nj"], &["n"]),
    ("\u{45B}", &["c"], &["ch"]),
    ("\u{45C}", &["k"], &["kj"]),
    ("\u{45E}", &["u"], &["o", "w"]),
    ("\u{45F}", &["dz"], &["dzh", "j"]),
    ("\u{491}", &["g"], &[]),
    // Kazakh, and its neighbours.
    ("\u{493}", &["g"], &["gh"]),
    ("\u{497}", &["zh"], &["j"]),
    ("\u{49B}", &["k"], &["q", "kh", "c"]),
    ("\u{4A1}", &["k"], &["q"]),
    ("\u{4A3}", &["n"], &["ng"]),
    ("\u{4AF}", &["u"], &["y", "ue", "yu", "iu", "ou"]),
    ("\u{4B1}", &["u"], &["ou"]),
    ("\u{4B3}", &["h"], &["kh", "x"]),
    ("\u{4B7}", &["j"], &["ch"]),
    ("\u{4BB}", &["h"], &["kh"]),
    ("\u{4D9}", &["a"], &["ae", "e"]),
    ("\u{4E3}", &["i"], &["y"]),
    ("\u{4E9}", &["o"], &["oe"]),
    ("\u{4EF}", &["u"], &["o"]),
    // Two letters that are written as one sign, or shorter than both.
    ("\u{434}\u{436}", &[], &["j", "dj"]),
    ("\u{43A}\u{441}", &[], &["x"]),
    ("\u{442}\u{441}", &[], &["c"]),
    ("\u{438}\u{439}", &[], &["i", "y"]),
    ("\u{44B}\u{439}", &[], &["y", "i"]),
    ("\u{438}\u{44F}", &[], &["ia", "ya"]),
    ("\u{438}\u{435}", &[], &["ye"]),
    ("\u{44C}\u{435}", &[], &["ye", "ie"]),
    ("\u{439}\u{435}", &[], &["ye"]),
    ("\u{439}\u{43E}", &[], &["yo", "io"]),
];

/// Latin letters with signs that Doc 9303 (part 3, section 6, table A) writes otherwise than without the sign.
static LATIN: &[Row] = &[
    ("ä", &["ae", "a"], &["e"]),
    ("æ", &["ae"], &["e"]),
    ("å", &["aa", "a"], &[]),
    ("ö", &["oe", "o"], &[]),
    ("ø", &["oe", "o"], &[]),
    ("œ", &["oe"], &[]),
    ("ü", &["ue", "uxx", "u"], &["y"]),
    ("ñ", &["n", "nxx"], &["ng"]),
    ("ß", &["ss"], &["s"]),
    ("þ", &["th"], &[]),
    ("ĳ", &["ij"], &["y"]),
    ("ş", &["s"], &["sh"]),
    ("ș", &["s"], &["sh"]),
    ("š", &["s"], &["sh"]),
    ("ç", &["c"], &["ch"]),
    ("č", &["c"], &["ch"]),
    ("ž", &["z"], &["zh", "j"]),
    ("ý", &["y"], &["i"]),
    ("ə", &["e"], &["a"]),
    ("ï", &["i"], &["yi"]),
];

/// Plain letters, each with its forms under signs.
static SIGNED: &[(&str, &str)] = &[
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧəạảấầẩẫậắằẳẵặ"),
    ("ae", "æǣǽ"),
    ("b", "ḃḅḇ"),
    ("c", "ćĉċ"),
    ("ch", "çč"),
    ("d", "ďđðḋḍḏḑḓ"),
    ("e", "èéêëēĕėęěȅȇȩẹẻẽếềểễệ"),
    ("f", "ḟƒ"),
    ("g", "ĝğġģǧǵ"),
    ("h", "ĥħḣḥḧḩḫ"),
    ("i", "ìíîïĩīĭįıǐȉȋỉị"),
    ("j", "ĵǰ"),
    ("k", "ķǩḱḳḵ"),
    ("l", "ĺļľŀłḷḹḻḽ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňŋǹṅṇṉṋ"),
    ("o", "òóôõöøōŏőơǒǫǭȍȏȫȭȯȱọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝṡṣ"),
    ("sh", "şșš"),
    ("ss", "ß"),
    ("t", "ţťŧțṫṭṯṱ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữự"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏỳỵỷỹ"),
    ("z", "źżẑẓẕ"),
    ("zh", "ž"),
];

/// How these one or two letters may be written; small letters.
pub(super) fn spelling(letters: &str) -> Option<Spelling> {
    let found = CYRILLIC.iter().chain(LATIN).find(|(known, ..)| *known == letters);
    found.map(|(_, now, older)| Spelling { now, older })
}

/// A small letter with a sign as it sounds, in plain letters: for comparing by ear, where S with a cedilla is SH.
pub(super) fn plain(letter: char) -> Option<&'static str> {
    SIGNED.iter().find(|(_, forms)| forms.contains(letter)).map(|(plain, _)| *plain)
}

/// The small letters of a text: signs that follow a letter are joined to it where that makes another Cyrillic letter,
/// and left out where it does not; apostrophes are left out; anything else between letters is `None`.
pub(super) fn small_letters(text: &str) -> Vec<Option<char>> {
    let mut letters: Vec<Option<char>> = Vec::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match (c, letters.last_mut()) {
            ('\u{306}', Some(last)) if *last == Some('\u{438}') => *last = Some('\u{439}'),
            ('\u{308}', Some(last)) if *last == Some('\u{435}') => *last = Some('\u{451}'),
            ('\u{300}'..='\u{36F}', _) => {}
            _ if super::is_apostrophe(c) => {}
            _ => letters.push(c.is_alphanumeric().then_some(c)),
        }
    }
    letters
}
