//! IIN and BIN: centuries, sexes, each kind of mistake, and numbers that no check digit can save.

use ruqsat::law::numbers::{Iin, NumberError, Sex, bin, check_digit, iin};

use super::{answer, day};

/// The eleven digits with their check digit.
fn with_check(eleven: &str) -> Option<String> {
    let digits: Vec<u8> = eleven.bytes().map(|digit| digit - b'0').collect();
    let digits: [u8; 11] = digits.try_into().unwrap();
    check_digit(&digits).map(|check| format!("{eleven}{check}"))
}

#[test]
fn worked_by_hand() {
    // 8·1+5·2+0+1·4+0+1·6+3·7+0+0+1·10+2·11 = 81; 81 mod 11 = 4.
    assert_eq!(iin("850101300124"), Ok(Iin { born_on: Some(day("1985-01-01")), sex: Sex::Male }));
    assert_eq!(iin("850101300125"), Err(NumberError::CheckDigit));
    // 9·1+0+0+1·4+0+1·6+0+0+0+0+2·11 = 41, 41 mod 11 = 8.
    assert_eq!(iin("900101000028").map(|iin| iin.born_on), Ok(None));
}

#[test]
fn the_second_weights() {
    // 1·10 = 10 with the first weights; with the second the tenth digit weighs 1: check digit 1.
    assert_eq!(check_digit(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]), Some(1));
    assert_eq!(bin("000000000101"), Ok(()));
    assert_eq!(bin("000000000100"), Err(NumberError::CheckDigit));
    // First weights: 1·2 + 8·1 = 10. Second: 1·4 + 8·3 = 28, 28 mod 11 = 6.
    assert_eq!(check_digit(&[8, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]), Some(6));
    // Both sums leave 10: no such number exists. First: Σ = 10 mod 11, second: Σ = 10 mod 11.
    let lost = (0..100_000_u32).find_map(|number| {
        let digits: Vec<u8> = format!("{number:011}").bytes().map(|digit| digit - b'0').collect();
        let digits: [u8; 11] = digits.try_into().unwrap();
        check_digit(&digits).is_none().then_some(digits)
    });
    let lost = lost.expect("some eleven digits have no check digit");
    for last in 0..10 {
        let number: String = lost.iter().chain([&last]).map(|digit| char::from(b'0' + digit)).collect();
        assert_eq!(bin(&number), Err(NumberError::CheckDigit), "{number}");
    }
}

#[test]
fn the_seventh_digit_tells_century_and_sex() {
    let expected = [
        ('1', "1888-02-29", Sex::Male),
        ('2', "1888-02-29", Sex::Female),
        ('3', "1988-02-29", Sex::Male),
        ('4', "1988-02-29", Sex::Female),
        ('5', "2088-02-29", Sex::Male),
        ('6', "2088-02-29", Sex::Female),
    ];
    for (seventh, born_on, sex) in expected {
        let number = (0..9).find_map(|last| with_check(&format!("880229{seventh}001{last}"))).unwrap();
        assert_eq!(iin(&number), Ok(Iin { born_on: Some(day(born_on)), sex }), "{number}");
    }
    let foreigner = (0..9).find_map(|last| with_check(&format!("8802290001{last}"))).unwrap();
    assert_eq!(iin(&foreigner), Ok(Iin { born_on: None, sex: Sex::Unspecified }));
    for seventh in 7..10 {
        let number = (0..9).find_map(|last| with_check(&format!("880229{seventh}001{last}"))).unwrap();
        assert_eq!(iin(&number), Err(NumberError::Century));
    }
}

#[test]
fn each_mistake_has_its_code() {
    assert_eq!(iin("85010130012"), Err(NumberError::Length));
    assert_eq!(iin("8501013001244"), Err(NumberError::Length));
    assert_eq!(iin("85010130012x"), Err(NumberError::Digits));
    assert_eq!(iin("٨٥٠١٠١٣٠٠١٢٤"), Err(NumberError::Digits));
    assert_eq!(iin(""), Err(NumberError::Length));
    // 29 February 1900 did not exist, that of 2000 did; with 0 for a century it may be either.
    let of = |seventh| (0..9).find_map(|last| with_check(&format!("000229{seventh}001{last}"))).unwrap();
    assert_eq!(iin(&of('3')), Err(NumberError::BirthDate));
    assert_eq!(iin(&of('5')).unwrap().born_on, Some(day("2000-02-29")));
    assert_eq!(iin(&of('0')).unwrap().born_on, None);
    assert_eq!(iin("000000000000"), Err(NumberError::BirthDate));
}

#[test]
fn by_the_line_protocol() {
    let of = |rule, number| answer(&format!(r#"{{"rule":"{rule}","number":"{number}"}}"#)).to_string();
    assert_eq!(of("iin", "850101300124"), r#"{"ok":true,"born_on":"1985-01-01","sex":"male"}"#);
    assert_eq!(of("iin", "850101300125"), r#"{"ok":false,"code":"check_digit"}"#);
    assert_eq!(of("iin", "900101000028"), r#"{"ok":true,"born_on":null,"sex":"unspecified"}"#);
    assert_eq!(of("bin", "850101300124"), r#"{"ok":true}"#);
    assert_eq!(of("bin", "1"), r#"{"ok":false,"code":"length"}"#);
}
