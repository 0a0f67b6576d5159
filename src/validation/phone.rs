//! Telephone numbers as networks write them (ITU-T E.164).

/// Digits of a number of Kazakhstan or Russia, with the 7 of the country.
const OF_SEVEN: usize = 11;

/// `+` and the digits with the country's code in front; none when the number does not tell its country, or is no number.
///
/// (reading) A number of eleven digits without `+` that begins with 7, or with the 8 of a call inside the country, and one
/// of ten that begins with 7, are numbers of the plan of +7.
pub fn e164(text: &str) -> Option<String> {
    let text = text.trim();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let whole = match (text.starts_with('+'), digits.len(), digits.chars().next()) {
        (true, ..) => digits,
        (false, OF_SEVEN, Some('7')) => digits,
        (false, OF_SEVEN, Some('8')) => format!("7{}", digits.get(1..)?),
        (false, 10, Some('7')) => format!("7{digits}"),
        _ => digits.strip_prefix("00")?.to_owned(),
    };
    // No country's code begins with a nought (E.164).
    (!whole.starts_with('0') && (9..=15).contains(&whole.len())).then(|| format!("+{whole}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_in_all_its_spellings() {
        for text in ["+7 (701) 123-45-67", "8 701 123 45 67", "77011234567", "701 1234567", "007 701 123 45 67"] {
            assert_eq!(e164(text).as_deref(), Some("+77011234567"), "{text}");
        }
        assert_eq!(e164("+90 532 123 45 67").as_deref(), Some("+905321234567"));
        for untold in
            ["", "+000 000 000 000", "000000000000", "532 123 45 67", "1234567", "+1234567", "+1234567890123456"]
        {
            assert_eq!(e164(untold), None, "{untold}");
        }
    }
}
