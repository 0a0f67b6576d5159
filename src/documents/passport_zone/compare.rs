//! What the zone says beside what was typed: a list of differences that does not cry wolf. Names are the same when a rule
//! of transliteration makes one of the other; dates are compared as the zone writes them, without a century.

use chrono::{Datelike, Months, NaiveDate};

use super::{Holder, PassportZone, country};
use crate::law::numbers::Sex;
use crate::validation::names::{Likeness, fold_number, same_beginning, same_name, skeleton};

/// What a zone can be compared with, as it was typed; blank where nothing was.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Typed {
    /// As in the passport.
    pub surname_latin: String,
    /// As in the passport.
    pub given_names_latin: String,
    /// In Kazakh or Russian letters.
    pub surname: String,
    /// In Kazakh or Russian letters.
    pub given_names: String,
    /// In Kazakh or Russian letters.
    pub patronymic: String,
    /// Date of birth.
    pub born_on: Option<NaiveDate>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Code of the country of citizenship.
    pub citizenship: Option<String>,
    /// Whether the person said to be stateless.
    pub stateless: Option<bool>,
    /// Number of the document.
    pub number: String,
    /// Code of the country that issued it.
    pub country: Option<String>,
    /// Last day of validity.
    pub expires_on: Option<NaiveDate>,
    /// Code of its kind: `passport`, `stateless`, `refugee`.
    pub kind: Option<String>,
}

/// An answer that the zone tells too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// Surname in Latin letters.
    SurnameLatin,
    /// Given names in Latin letters.
    GivenNamesLatin,
    /// Surname in Kazakh or Russian letters.
    Surname,
    /// Given names in Kazakh or Russian letters.
    GivenNames,
    /// Date of birth.
    BornOn,
    /// Sex.
    Sex,
    /// Citizenship.
    Citizenship,
    /// Statelessness.
    Stateless,
    /// Number.
    Number,
    /// Issuing country.
    Country,
    /// Last day of validity.
    ExpiresOn,
    /// Kind of the document.
    Kind,
}

/// How a typed answer stands to the zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// They agree.
    Same,
    /// They agree by the rules of older passports, or to the ear.
    SameByOlderRules,
    /// Nothing was typed yet.
    Blank,
    /// They differ in nothing but letter O and zero, letter I and one.
    LooksAlike,
    /// The same name, spelled otherwise.
    Spelled,
    /// They differ.
    Different,
}

impl Verdict {
    /// Whether a person should look.
    pub fn is_difference(self) -> bool {
        matches!(self, Self::LooksAlike | Self::Spelled | Self::Different)
    }
    /// Message id is `zone-verdict-{code}`; of a finding it is `error-zone_{code}`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::SameByOlderRules => "older",
            Self::Blank => "blank",
            Self::LooksAlike => "alike",
            Self::Spelled => "spelled",
            Self::Different => "differs",
        }
    }
}

/// One answer beside the zone.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// Which.
    pub item: Item,
    /// What the zone says, as the box of the answer would hold it; names in the zone's capitals.
    pub zone: String,
    /// How what was typed stands to it.
    pub verdict: Verdict,
}

/// States whose passports write names in Latin from Cyrillic letters, or from letters that follow them: there a rule leads
/// from one to the other. Elsewhere (China's Kazakhs in pinyin, Arabic, French) the Cyrillic is written by ear, no rule
/// leads back, and nothing is said.
const BY_RULE: [&str; 16] =
    ["KAZ", "RUS", "KGZ", "TJK", "UZB", "TKM", "BLR", "UKR", "AZE", "MNG", "BGR", "SRB", "MNE", "BIH", "MKD", "MDA"];

/// Compares; items of which the zone says nothing are left out. `today` tells births of this century from those of the
/// last.
pub fn compare(zone: &PassportZone, typed: &Typed, today: NaiveDate) -> Vec<Compared> {
    let mut all = Vec::new();
    let mut put = |item, zone: String, verdict| all.push(Compared { item, zone, verdict });
    let cut = zone.cut;
    put(
        Item::SurnameLatin,
        zone.surname.clone(),
        latin(std::slice::from_ref(&typed.surname_latin), &zone.surname, cut),
    );
    if !zone.given_names.is_empty() {
        let typed = with_patronymic(&typed.given_names_latin, &typed.patronymic);
        put(Item::GivenNamesLatin, zone.given_names.clone(), latin(&typed, &zone.given_names, cut));
    }
    if country(&zone.issuer).is_some_and(|issuer| BY_RULE.contains(&issuer)) {
        // What is not typed yet in Cyrillic cannot be offered: the zone has no such letters.
        if !typed.surname.is_empty() {
            put(
                Item::Surname,
                zone.surname.clone(),
                cyrillic(std::slice::from_ref(&typed.surname), &zone.surname, cut),
            );
        }
        if !typed.given_names.is_empty() && !zone.given_names.is_empty() {
            let typed = with_patronymic(&typed.given_names, &typed.patronymic);
            put(Item::GivenNames, zone.given_names.clone(), cyrillic(&typed, &zone.given_names, cut));
        }
    }
    if let Some(born_on) = zone.born_on {
        let born_on = not_after(born_on, today);
        put(Item::BornOn, born_on.to_string(), verdict(typed.born_on, |typed| same_digits(*typed, born_on)));
    }
    if zone.sex != Sex::Unspecified {
        put(Item::Sex, zone.sex.code().to_owned(), verdict(typed.sex, |typed| *typed == zone.sex));
    }
    let holder = Holder::of(&zone.nationality);
    if let Holder::Citizen(code) = holder {
        let same = verdict(typed.citizenship.as_deref(), |typed| *typed == code);
        // Whoever is stateless has no citizenship to fill in: that difference is told once.
        put(Item::Citizenship, code.to_owned(), if typed.stateless == Some(true) { Verdict::Different } else { same });
    }
    if holder == Holder::Stateless {
        put(Item::Stateless, "yes".to_owned(), verdict(typed.stateless, |typed| *typed));
    }
    let kind = match holder {
        Holder::Citizen(_) if zone.passport => Some("passport"),
        Holder::Stateless => Some("stateless"),
        Holder::Refugee => Some("refugee"),
        _ => None,
    };
    if let Some(kind) = kind {
        put(Item::Kind, kind.to_owned(), verdict(typed.kind.as_deref(), |typed| *typed == kind));
    }
    put(Item::Number, zone.number.clone(), number(&typed.number, &zone.number));
    if let Some(code) = country(&zone.issuer) {
        put(Item::Country, code.to_owned(), verdict(typed.country.as_deref(), |typed| *typed == code));
    }
    let expires_on = zone.expires_on;
    put(Item::ExpiresOn, expires_on.to_string(), verdict(typed.expires_on, |typed| *typed == expires_on));
    all
}

fn verdict<T>(typed: Option<T>, same: impl Fn(&T) -> bool) -> Verdict {
    match typed {
        None => Verdict::Blank,
        Some(typed) if same(&typed) => Verdict::Same,
        Some(_) => Verdict::Different,
    }
}

/// Nobody is born tomorrow: then it was a hundred years before.
fn not_after(born_on: NaiveDate, today: NaiveDate) -> NaiveDate {
    if born_on <= today { born_on } else { born_on.checked_sub_months(Months::new(1200)).unwrap_or(born_on) }
}

/// The zone writes years with two digits: a typed day of another century is the same to it.
fn same_digits(typed: NaiveDate, zone: NaiveDate) -> bool {
    let digits = |day: NaiveDate| (day.year().rem_euclid(100), day.month(), day.day());
    digits(typed) == digits(zone)
}

fn number(typed: &str, zone: &str) -> Verdict {
    let (typed, zone) = (fold_number(typed), fold_number(zone));
    let alike = |number: &str| number.replace('o', "0").replace(['i', 'l'], "1");
    match () {
        () if typed.is_empty() => Verdict::Blank,
        () if typed == zone => Verdict::Same,
        () if alike(&typed) == alike(&zone) => Verdict::LooksAlike,
        () => Verdict::Different,
    }
}

/// Some passports have the patronymic among the given names, some have none.
fn with_patronymic(given: &str, patronymic: &str) -> Vec<String> {
    match (given.is_empty(), patronymic.is_empty()) {
        (true, _) => Vec::new(),
        (false, true) => vec![given.to_owned()],
        (false, false) => vec![given.to_owned(), format!("{given} {patronymic}")],
    }
}

/// Latin letters that were copied from the passport must be the zone's.
fn latin(typed: &[String], zone: &str, cut: bool) -> Verdict {
    if typed.iter().all(|name| name.trim().is_empty()) {
        return Verdict::Blank;
    }
    match typed.iter().map(|name| likeness(name, zone, cut)).min().unwrap_or(Likeness::Different) {
        Likeness::Same => Verdict::Same,
        Likeness::SameByOlderRules => Verdict::SameByOlderRules,
        Likeness::Different if typed.iter().any(|name| sounds_alike(name, zone)) => Verdict::Spelled,
        Likeness::Different => Verdict::Different,
    }
}

/// Cyrillic letters must be able to become the zone's, by any rule or to the ear.
fn cyrillic(typed: &[String], zone: &str, cut: bool) -> Verdict {
    match typed.iter().map(|name| likeness(name, zone, cut)).min().unwrap_or(Likeness::Different) {
        Likeness::Same => Verdict::Same,
        Likeness::SameByOlderRules => Verdict::SameByOlderRules,
        Likeness::Different if typed.iter().any(|name| sounds_alike(name, zone)) => Verdict::SameByOlderRules,
        Likeness::Different => Verdict::Different,
    }
}

fn likeness(typed: &str, zone: &str, cut: bool) -> Likeness {
    let whole = same_name(typed, zone);
    if whole != Likeness::Different || !cut {
        return whole;
    }
    same_beginning(typed, zone).min(same_beginnings(typed, zone))
}

/// An issuer without room may have cut every word, and left out the last ones (ICAO Doc 9303, part 4, 4.2.2.3).
fn same_beginnings(typed: &str, zone: &str) -> Likeness {
    let mut words = typed.split_whitespace();
    let one = |cut: &str| {
        let found = words.by_ref().map(|word| same_beginning(word, cut)).find(|found| *found != Likeness::Different);
        found.unwrap_or(Likeness::Different)
    };
    zone.split_whitespace().map(one).max().unwrap_or(Likeness::Different)
}

/// Words that say whose son or daughter somebody is: some passports have them, some have not.
const CHILD_OF: [&str; 11] = ["ugli", "ogli", "oglu", "ogly", "uulu", "uly", "kyzy", "qizi", "kizi", "gizi", "gyzy"];

/// One name to the ear: small differences between spellings taken away, and the words of [`CHILD_OF`].
fn sounds_alike(typed: &str, zone: &str) -> bool {
    let child_of: Vec<String> = CHILD_OF.iter().map(|word| skeleton(word)).collect();
    let heard = |name: &str| {
        let heard = skeleton(name);
        let words = heard.split(' ').filter(|word| !child_of.iter().any(|known| known == word));
        words.collect::<String>()
    };
    let (typed, zone) = (heard(typed), heard(zone));
    !typed.is_empty() && typed == zone
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::passport_zone::{Given, Reading};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A zone of this issuer with these names as they are printed.
    fn zone(issuer: &str, names: &str) -> PassportZone {
        let (surname, given_names) = names.split_once("<<").unwrap_or((names, ""));
        PassportZone {
            surname: surname.replace('<', " "),
            given_names: given_names.trim_end_matches('<').replace('<', " "),
            number: "N1234567".to_owned(),
            issuer: issuer.to_owned(),
            nationality: issuer.to_owned(),
            born_on: Some(day("1990-05-17")),
            sex: Sex::Male,
            expires_on: day("2031-03-12"),
            passport: true,
            cut: names.len() == 39 && !names.ends_with('<'),
        }
    }

    fn of(zone: &PassportZone, typed: &Typed, item: Item) -> Option<Verdict> {
        compare(zone, typed, day("2026-06-10")).into_iter().find(|one| one.item == item).map(|one| one.verdict)
    }

    #[test]
    fn transliteration_does_not_cry_wolf() {
        for (surname, given, latin) in [
            ("Щербаков", "Дмитрий", "SHCHERBAKOV<<DMITRII"),
            ("Щербаков", "Дмитрий", "SHCHERBAKOV<<DMITRIY"),
            ("Щербаков", "Юрий", "CHTCHERBAKOV<<IOURI"),
            ("Қайратов", "Қуаныш", "KAIRATOV<<KUANYSH"),
            ("Қайратов", "Қуаныш", "QAIRATOV<<QUANYSH"),
            ("Құлжанов", "Қуаныш", "KULZHANOV<<KUANISH"),
            ("Хасанов", "Хамит", "KHASANOV<<KHAMIT"),
            ("Хасанов", "Хамит", "HASANOV<<HAMIT"),
            ("Ғабдуллин", "Ғалым", "GABDULLIN<<GALYM"),
            ("Ғабдуллин", "Ғалым", "GHABDULLIN<<GHALYM"),
            ("Жұмабаев", "Жан", "ZHUMABAYEV<<ZHAN"),
            ("Жұмабаев", "Жан", "JUMABAEV<<JAN"),
            ("Ыбыраев", "Ыбырай", "YBYRAYEV<<YBYRAI"),
            ("Ыбыраев", "Ыбырай", "IBIRAEV<<IBIRAY"),
            ("Өмірзақов", "Үміт", "OMIRZAKOV<<UMIT"),
            ("Семёнов", "Фёдор", "SEMENOV<<FEDOR"),
            ("Семёнов", "Фёдор", "SEMYONOV<<FYODOR"),
            ("Цой", "Алексей", "TSOI<<ALEKSEI"),
            ("Цой", "Алексей", "TSOY<<ALEXEY"),
            ("Әбдіғалиева", "Әсел", "ABDIGALIYEVA<<ASSEL"),
            ("Иванов-Петров", "Анна Мария", "IVANOV<PETROV<<ANNA<MARIA"),
        ] {
            let typed = Typed { surname: surname.to_owned(), given_names: given.to_owned(), ..Typed::default() };
            for item in [Item::Surname, Item::GivenNames] {
                let verdict = of(&zone("KAZ", latin), &typed, item).unwrap();
                assert!(!verdict.is_difference(), "{surname} {given} {latin} {item:?}: {verdict:?}");
            }
        }
    }

    #[test]
    fn another_name_is_told() {
        for (surname, latin) in [
            ("Щербаков", "SHERBININ"),
            ("Қайратов", "KASYMOV"),
            ("Асанов", "ASSELOV"),
            ("Ким", "KHAN"),
            ("Жұмабаев", "ZHUMAGALIYEV"),
            ("Иванова", "IVANOV"),
        ] {
            let typed = Typed { surname: surname.to_owned(), ..Typed::default() };
            assert_eq!(of(&zone("KAZ", latin), &typed, Item::Surname), Some(Verdict::Different), "{surname} {latin}");
        }
    }

    #[test]
    fn a_cyrillic_name_is_compared_only_where_a_rule_leads_to_it() {
        let typed =
            Typed { surname: "Нұрлан".to_owned(), given_names: "Айдана".to_owned(), ..Typed::default() };
        for (issuer, asked) in [("CHN", false), ("TUR", false), ("MAR", false), ("RUS", true), ("MNG", true)] {
            assert_eq!(of(&zone(issuer, "NUERLAN<<AYIDANA"), &typed, Item::Surname).is_some(), asked, "{issuer}");
        }
    }

    #[test]
    fn latin_letters_are_copied_from_the_passport() {
        let verdict = |typed: &str, zone_: &str| {
            let typed = Typed { surname_latin: typed.to_owned(), ..Typed::default() };
            of(&zone("KAZ", zone_), &typed, Item::SurnameLatin).unwrap()
        };
        assert_eq!(verdict("Shcherbakov", "SHCHERBAKOV"), Verdict::Same);
        assert_eq!(verdict("O'Connor", "OCONNOR"), Verdict::Same);
        assert_eq!(verdict("Müller", "MUELLER"), Verdict::Same);
        assert_eq!(verdict("Ivanov-Petrov", "IVANOV<PETROV"), Verdict::Same);
        assert_eq!(verdict("Qairatov", "KAIRATOV"), Verdict::Spelled);
        assert_eq!(verdict("Kasymov", "KAIRATOV"), Verdict::Different);
        assert_eq!(verdict("", "KAIRATOV"), Verdict::Blank);
    }

    #[test]
    fn a_patronymic_may_stand_in_the_zone_and_may_not() {
        let typed = Typed {
            given_names: "Бахтиёр".to_owned(),
            given_names_latin: "BAKHTIYOR".to_owned(),
            patronymic: "Каримович".to_owned(),
            ..Typed::default()
        };
        for names in ["KARIMOV<<BAKHTIYOR", "KARIMOV<<BAKHTIYOR<KARIMOVICH"] {
            for item in [Item::GivenNames, Item::GivenNamesLatin] {
                let verdict = of(&zone("UZB", names), &typed, item).unwrap();
                assert!(!verdict.is_difference(), "{names} {item:?}: {verdict:?}");
            }
        }
        let son = Typed { patronymic: "Карим угли".to_owned(), ..typed };
        let verdict = of(&zone("UZB", "KARIMOV<<BAKHTIYOR<KARIM<OGLI"), &son, Item::GivenNames).unwrap();
        assert!(!verdict.is_difference(), "{verdict:?}");
    }

    #[test]
    fn names_that_were_cut() {
        let typed = Typed {
            surname: "Нургалымова".to_owned(),
            given_names: "Гульбахрам".to_owned(),
            patronymic: "Абдурахмангажыкызы".to_owned(),
            ..Typed::default()
        };
        let cut = zone("KAZ", "NURGALYMOVA<<GULBAKHRAM<ABDURAKHMANGAZH");
        assert!(cut.cut);
        for item in [Item::Surname, Item::GivenNames] {
            assert!(!of(&cut, &typed, item).unwrap().is_difference(), "{item:?}");
        }
        let whole = PassportZone { cut: false, ..cut };
        assert_eq!(of(&whole, &typed, Item::GivenNames), Some(Verdict::Different));
    }

    #[test]
    fn days_without_a_century() {
        let verdict = |born: &str| {
            of(&zone("KAZ", "A<<B"), &Typed { born_on: Some(day(born)), ..Typed::default() }, Item::BornOn).unwrap()
        };
        assert_eq!(verdict("1990-05-17"), Verdict::Same);
        assert_eq!(verdict("1890-05-17"), Verdict::Same, "the zone cannot tell");
        assert_eq!(verdict("1990-05-18"), Verdict::Different);
        // Born before today, whatever the expiry would allow.
        let mut young = zone("KAZ", "A<<B");
        young.born_on = Some(day("2028-01-01"));
        let offered = compare(&young, &Typed::default(), day("2026-06-10"));
        assert_eq!(offered.iter().find(|one| one.item == Item::BornOn).unwrap().zone, "1928-01-01");
        young.born_on = None;
        assert_eq!(of(&young, &Typed::default(), Item::BornOn), None);
    }

    #[test]
    fn numbers_and_countries() {
        let verdict = |number: &str| {
            let zone = PassportZone { number: "N0123456".to_owned(), ..zone("KAZ", "A<<B") };
            of(&zone, &Typed { number: number.to_owned(), ..Typed::default() }, Item::Number).unwrap()
        };
        assert_eq!(verdict("n 0123-456"), Verdict::Same);
        assert_eq!(verdict("NO123456"), Verdict::LooksAlike);
        assert_eq!(verdict("N0123457"), Verdict::Different);
        let german = PassportZone { issuer: "D".to_owned(), nationality: "D".to_owned(), ..zone("KAZ", "A<<B") };
        let typed = Typed { country: Some("DEU".to_owned()), citizenship: Some("DEU".to_owned()), ..Typed::default() };
        for item in [Item::Country, Item::Citizenship] {
            assert_eq!(of(&german, &typed, item), Some(Verdict::Same));
        }
    }

    #[test]
    fn papers_of_stateless_people_and_refugees() {
        let holder = |letters: &str| PassportZone { nationality: letters.to_owned(), ..zone("KAZ", "A<<B") };
        let said = |kind: &str, stateless: bool| Typed {
            kind: Some(kind.to_owned()),
            stateless: Some(stateless),
            ..Typed::default()
        };
        for (letters, typed, item, verdict) in [
            ("XXA", said("stateless", true), Item::Stateless, Some(Verdict::Same)),
            ("XXA", said("stateless", true), Item::Kind, Some(Verdict::Same)),
            ("XXA", said("stateless", true), Item::Citizenship, None),
            ("XXA", said("passport", false), Item::Stateless, Some(Verdict::Different)),
            ("XXB", said("refugee", false), Item::Kind, Some(Verdict::Same)),
            ("XXC", said("passport", false), Item::Kind, Some(Verdict::Different)),
            ("XXX", said("passport", false), Item::Kind, None),
            ("XXX", said("passport", false), Item::Citizenship, None),
            ("UZB", said("passport", true), Item::Citizenship, Some(Verdict::Different)),
        ] {
            assert_eq!(of(&holder(letters), &typed, item), verdict, "{letters} {item:?}");
        }
    }

    #[test]
    fn lines_are_not_printed() {
        let lines = vec!["P<UTOERIKSSON<<ANNA".to_owned()];
        let given = Given { lines, from_photograph: false };
        assert!(!format!("{given:?}").contains("ERIKSSON"));
        let Reading { zone, .. } = given.read();
        assert!(zone.is_err());
    }
}
