//! What is looked for among the words of a page: each kind of answer in the ways in which papers write it.

use ruqsat::desk::sought::{Months, Sought};
use ruqsat::documents::words::{PageWords, Word};
use ruqsat::language::Language;
use ruqsat::validation::{Field, Kind};

fn months() -> Months {
    let names = |language: Language| (1..=12).map(move |number| (number, language.month(number)));
    Months::new(Language::ALL.into_iter().flat_map(names))
}

/// A page with these lines: each letter is one wide, each line one high.
fn page(lines: &[&str]) -> PageWords {
    let mut words = Vec::new();
    for (line, text) in lines.iter().enumerate() {
        let mut x = 0.0;
        for word in text.split(' ') {
            let width = word.chars().count() as f64;
            words.push(Word { text: word.to_owned(), line: line as u32, x, y: line as f64, width, height: 1.0 });
            x += width + 1.0;
        }
    }
    PageWords { words, turn: 0 }
}

fn field(name: &'static str, kind: Kind) -> Field {
    Field { name, kind }
}

/// What is pointed at: the letters of each place, and whether it is the same.
fn pointed(kind: &Field, value: &str, lines: &[&str]) -> Option<(Vec<String>, bool)> {
    let page = page(lines);
    let found = Sought::of(kind, value)?.on(&page, &months())?;
    let inside = |place: &ruqsat::desk::regions::Region| {
        let within = |word: &&Word| {
            let (right, foot) = (place.x + place.width, place.y + place.height);
            word.x >= place.x && word.y >= place.y && word.x + word.width <= right && word.y + word.height <= foot
        };
        page.words.iter().filter(within).map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    };
    Some((found.places.iter().map(inside).collect(), found.same))
}

fn same(places: &[&str]) -> Option<(Vec<String>, bool)> {
    Some((places.iter().map(|place| (*place).to_owned()).collect(), true))
}

fn like(place: &str) -> Option<(Vec<String>, bool)> {
    Some((vec![place.to_owned()], false))
}

#[test]
fn numbers_are_found_over_spaces_and_signs_and_letters_that_look_alike() {
    let number = field("number", Kind::Text);
    for (value, line, found) in [
        ("45-1287/О", "СПРАВКА № 45-1287/0 от", same(&["45-1287/0"])),
        ("№ 45 1287", "АНЫҚТАМА №45-1287,", same(&["№45-1287,"])),
        ("000123456", "Квитанция № 000 123 456 от", same(&["000 123 456"])),
        ("AB123456", "серия АВ 123456", same(&["АВ 123456"])),
        ("123456", "серия AB123456", same(&["AB123456"])),
        ("1O1l1", "NO 10111", same(&["10111"])),
        ("U12345678", "паспорт U12345678, выдан", same(&["U12345678,"])),
        ("U12345678", "U12345678<7TUR9002037M", same(&["U12345678<7TUR9002037M"])),
        ("U12345678", "паспорт 912345678, выдан", like("912345678,")),
        ("12345", "счёт 9123456", None),
        ("R-1", "Receipt R-1 of", same(&["R-1"])),
        ("R-1", "Receipt R-15", None),
        ("17", "№ 17", None),
        ("45-1287", "№ 45-1286", None),
    ] {
        assert_eq!(pointed(&number, value, &[line]), found, "{value} in {line}");
    }
    let phone = field("phone", Kind::Text);
    assert_eq!(pointed(&phone, "8 (701) 123-45-67", &["тел. +7 701 123 45 67"]), same(&["701 123 45 67"]));
    // Twice on a page: both are shown, in their order.
    let twice = ["№ 45-1287/A", "к справке № 45-1287/A"];
    assert_eq!(pointed(&number, "45-1287/A", &twice), same(&["45-1287/A", "45-1287/A"]));
}

#[test]
fn days_are_found_in_the_ways_in_which_papers_write_them() {
    let day = field("issued_on", Kind::Date);
    for (line, found) in [
        ("Дата: 12.03.2026 г.", "12.03.2026"),
        ("on 12/03/2026", "12/03/2026"),
        ("2026-03-12", "2026-03-12"),
        ("12. 03. 2026", "12. 03. 2026"),
        ("12 03 2026", "12 03 2026"),
        ("I2.O3.2O26", "I2.O3.2O26"),
        ("12.3.26", "12.3.26"),
        ("выдана 12 марта 2026 года", "12 марта 2026"),
        ("«12» МАРТА 2026г. в", "«12» МАРТА 2026г."),
        ("Берілген күні: 2026 жылғы 12 наурыз", "2026 жылғы 12 наурыз"),
        ("2026 ж. 12 наурызда берілді", "2026 ж. 12 наурызда"),
        ("March 12, 2026", "March 12, 2026"),
        ("on the 12th of March 2026", "12th of March 2026"),
        ("12 MAR/НАУ 2026", "12 MAR/НАУ 2026"),
        ("12 MAR 26", "12 MAR 26"),
    ] {
        assert_eq!(pointed(&day, "2026-03-12", &[line]), same(&[found]), "{line}");
    }
    for line in
        ["12.04.2026", "13 марта 2026", "12 мая 2026", "12 марта 2025", "112.03.2026", "12.03.20261", "март 2026"]
    {
        assert_eq!(pointed(&day, "2026-03-12", &[line]), None, "{line}");
    }
    // Each month by each of its names, and by no other's.
    let months = months();
    for language in Language::ALL {
        for number in 1..=12 {
            let line = format!("7 {} 2026", language.month(number));
            for other in 1..=12 {
                let sought = Sought::of(&day, &format!("2026-{other:02}-07")).unwrap();
                let found = sought.on(&page(&[line.as_str()]), &months).is_some();
                assert_eq!(found, other == number, "{line} for month {other}");
            }
        }
    }
}

#[test]
fn sums_are_found_however_they_are_grouped() {
    let amount = field("amount", Kind::Number);
    for (line, found) in [
        ("Сумма: 5 996 000,00 (пять миллионов)", "5 996 000,00"),
        ("5996000", "5996000"),
        ("5.996.000 KZT", "5.996.000"),
        ("5,996,000.00", "5,996,000.00"),
        ("5 996 OO0 тенге", "5 996 OO0"),
        ("№ 15 5 996 000", "5 996 000"),
        ("5996000-00", "5996000-00"),
        ("5'996'000", "5'996'000"),
    ] {
        assert_eq!(pointed(&amount, "5996000", &[line]), same(&[found]), "{line}");
    }
    for line in ["15 996 000", "5 996 0001", "59 960 00", "996 000", "5 996 000 000"] {
        assert_eq!(pointed(&amount, "5996000", &[line]), None, "{line}");
    }
    assert_eq!(pointed(&field("children", Kind::Number), "2", &["2"]), None, "it stands anywhere");
}

#[test]
fn names_are_found_in_either_script_and_addresses_by_most_of_them() {
    let name = field("surname", Kind::Text);
    for (value, lines, found) in [
        ("Йылмаз", &["Выдана: YILMAZ MEHMET"][..], same(&["YILMAZ"])),
        ("YILMAZ MEHMET", &["гр. Йылмаз Мехмет,"], same(&["Йылмаз Мехмет,"])),
        ("Қайратов Ұлықбек", &["КАЙРАТОВ УЛЫКБЕК"], same(&["КАЙРАТОВ УЛЫКБЕК"])),
        ("Омарова", &["выдана Омаровой А."], like("Омаровой")),
        ("Ministry of Justice", &["MINISTRY OF", "JUSTICE"], same(&["MINISTRY JUSTICE"])),
        ("Халык Банк", &["в банке «Халык Банк»,", "Халык Банк"], same(&["«Халык Банк»,", "Халык Банк"])),
        ("ул. Абая", &["г. Алматы, ул. Абая, дом 52"], same(&["Абая,"])),
        ("проспект Назарбаева", &["пр. Назарбаева 12"], like("Назарбаева")),
        ("проспект Назарбаева", &["проспект Достык 12"], None),
        ("Ли", &["ЛИ СИ ЦЫН"], same(&["ЛИ"])),
        ("PAYMENT", &["РАҮМЕМТ ВЕСЕРТ"], like("РАҮМЕМТ")),
        ("MATEEV", &["МАТЕЕV"], same(&["МАТЕЕV"])),
        ("O'Connor", &["O\u{2019}CONNOR JOHN"], same(&["O\u{2019}CONNOR"])),
        ("Асан", &["Асель"], None),
    ] {
        assert_eq!(pointed(&name, value, lines), found, "{value}");
    }
    for (kind, value) in [
        (field("house", Kind::Text), "52"),
        (field("country", Kind::Choice("country")), "TUR"),
        (field("reason", Kind::Prose), "My family is here"),
        (field("same_address", Kind::YesNo), "yes"),
        (field("number", Kind::Text), "–"),
        (field("surname", Kind::Text), "–"),
    ] {
        assert_eq!(Sought::of(&kind, value), None, "{value}");
    }
}
