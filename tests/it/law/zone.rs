//! The machine-readable zone: the specimens of ICAO Doc 9303, and each kind of damage.

use ruqsat::documents::passport_zone::{ZoneError, check_digit, read};
use ruqsat::law::numbers::Sex;

use super::{answer, day};

const NAMES: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
const DATA: &str = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
const CARD: [&str; 3] =
    ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"];

/// The second line of a TD3 zone with all check digits right.
fn data(number: &str, nationality: &str, born: &str, sex: char, expires: &str) -> String {
    let digit = |field: &str| char::from(check_digit(&[field]));
    let front = format!("{number}{}{nationality}{born}{}{sex}{expires}{}", digit(number), digit(born), digit(expires));
    let all = format!("{front}{}<", "<".repeat(14));
    let composite = check_digit(&[&all[..10], &all[13..20], &all[21..43]]);
    format!("{all}{}", char::from(composite))
}

#[test]
fn the_specimen_passport() {
    let zone = read(&[NAMES, DATA]).unwrap();
    assert_eq!((zone.surname.as_str(), zone.given_names.as_str()), ("ERIKSSON", "ANNA MARIA"));
    assert_eq!((zone.number.as_str(), zone.issuer.as_str(), zone.nationality.as_str()), ("L898902C3", "UTO", "UTO"));
    assert_eq!((zone.born_on, zone.expires_on), (Some(day("1974-08-12")), day("2012-04-15")));
    assert_eq!(zone.sex, Sex::Female);
}

#[test]
fn the_specimen_card_and_a_long_number() {
    let zone = read(&CARD).unwrap();
    assert_eq!((zone.number.as_str(), zone.expires_on), ("D23145890", day("2012-04-15")));
    // ICAO Doc 9303, part 5: a number of twelve, with its check digit after it.
    let long = ["I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", "STEVENSON<<PETER<JOHN<<<<<<<<<"];
    let zone = read(&long).unwrap();
    assert_eq!((zone.number.as_str(), zone.given_names.as_str()), ("D23145890734", "PETER JOHN"));
    let broken = [&long[0].replace("7349", "7348"), long[1], long[2]];
    assert_eq!(read(&broken), Err(ZoneError::CheckDigit));
}

#[test]
fn every_check_digit_is_checked() {
    // The digits of number, birth, expiry, personal number, composite.
    for at in [9, 19, 27, 42, 43] {
        let mut broken = DATA.to_owned();
        let digit = if &DATA[at..=at] == "7" { "8" } else { "7" };
        broken.replace_range(at..=at, digit);
        assert_eq!(read(&[NAMES, &broken]), Err(ZoneError::CheckDigit), "place {at}");
    }
    // The digits of number, birth, expiry, composite; the optional fields, which only the composite covers.
    for at in [14, 20, 36, 44, 48, 58, 59] {
        let mut lines = CARD.map(str::to_owned);
        let (line, place) = (at / 30, at % 30);
        let digit = if &CARD[line][place..=place] == "8" { "9" } else { "8" };
        lines[line].replace_range(place..=place, digit);
        assert_eq!(read(&lines), Err(ZoneError::CheckDigit), "place {at}");
    }
}

#[test]
fn each_damage_has_its_code() {
    assert_eq!(read::<&str>(&[]), Err(ZoneError::Lines));
    assert_eq!(read(&[NAMES]), Err(ZoneError::Lines));
    assert_eq!(read(&[NAMES, &DATA[..43]]), Err(ZoneError::Length));
    assert_eq!(read(&[NAMES, &DATA.to_lowercase()]), Err(ZoneError::Characters));
    assert_eq!(read(&["Ж".repeat(44), DATA.to_owned()]), Err(ZoneError::Characters));
    assert_eq!(read(&[&NAMES.replacen('P', "V", 1), DATA]), Err(ZoneError::DocumentType));
    assert_eq!(read(&["P<UTO<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", DATA]), Err(ZoneError::Name));
    assert_eq!(read(&[&NAMES.replace("ANNA", "4NNA"), DATA]), Err(ZoneError::Name));
    assert_eq!(read(&[&NAMES.replace("P<UTO", "P<U7O"), DATA]), Err(ZoneError::Country));
    let with = |number, born, sex, expires| read(&[NAMES, &data(number, "UTO", born, sex, expires)]);
    assert_eq!(with("<<<<<<<<<", "740812", 'F', "300415"), Err(ZoneError::Number));
    assert_eq!(with("L898902C3", "741312", 'F', "300415"), Err(ZoneError::BirthDate));
    assert_eq!(with("L898902C3", "740812", 'F', "300431"), Err(ZoneError::ExpiryDate));
    assert_eq!(with("L898902C3", "740812", 'X', "300415"), Err(ZoneError::Sex));
    assert!(with("L898902C3", "740812", '<', "300415").is_ok_and(|zone| zone.sex == Sex::Unspecified));
}

#[test]
fn the_century_of_a_birth_follows_from_the_expiry() {
    let born = |born, expires| read(&[NAMES, &data("L898902C3", "UTO", born, 'M', expires)]).unwrap().born_on;
    assert_eq!(born("300414", "300415"), Some(day("2030-04-14")));
    assert_eq!(born("300415", "300415"), Some(day("1930-04-15")));
    assert_eq!(born("010101", "300415"), Some(day("2001-01-01")));
    assert_eq!(born("74<<<<", "300415"), None);
    assert_eq!(born("7408<<", "300415"), None);
}

#[test]
fn letters_as_printed() {
    let line = data("C01X0006H", "D<<", "640812", 'F', "270228");
    let zone = read(&["P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<", &line]).unwrap();
    assert_eq!((zone.issuer.as_str(), zone.nationality.as_str()), ("D", "D"));
    assert_eq!(zone.given_names, "ERIKA");
}

#[test]
fn by_the_line_protocol() {
    let line = serde_json::json!({ "rule": "passport_zone", "lines": [NAMES, DATA] }).to_string();
    let expected = r#"{"ok":true,"surname":"ERIKSSON","given_names":"ANNA MARIA","number":"L898902C3","issuer":"UTO","nationality":"UTO","born_on":"1974-08-12","sex":"female","expires_on":"2012-04-15"}"#;
    assert_eq!(answer(&line).to_string(), expected);
    assert_eq!(answer(r#"{"rule":"passport_zone","lines":["A"]}"#).to_string(), r#"{"ok":false,"code":"lines"}"#);
}
