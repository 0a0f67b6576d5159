//! Passwords: Argon2id with the parameters OWASP names (19 MiB, 2 passes, 1 lane), in PHC form.

use argon2::{Argon2, PasswordHash, PasswordHasher, PasswordVerifier};

use super::StaffError;

/// Fewer characters are guessed; more are somebody's file.
const LENGTH: std::ops::RangeInclusive<usize> = 12..=200;

/// Each hash takes 19 MiB: whoever sends a thousand guesses at once waits, and the office's memory does not grow.
static ONE_AT_A_TIME: std::sync::Mutex<()> = std::sync::Mutex::new(());

/// A password of fewer different characters is a few of them again and again.
const DIFFERENT: usize = 5;

/// Whether a new password may be used: as long as it must be and no longer than it may be, and none of those that are tried
/// first: the login, one character again and again, a row of the keyboard's digits or of the alphabet.
pub fn is_valid(password: &str, login: &str) -> Result<(), StaffError> {
    let small = password.to_lowercase();
    let signs: Vec<char> = small.chars().collect();
    let different: std::collections::BTreeSet<&char> = signs.iter().collect();
    let follows = |pair: &&[char]| matches!(u32::from(pair[1]).abs_diff(u32::from(pair[0])), 0 | 1 | 9);
    let rows = signs.windows(2).filter(follows).count();
    let is_login = !login.is_empty() && small.contains(&login.to_lowercase());
    let is_weak = different.len() < DIFFERENT || rows * 4 > signs.len() * 3 || is_login;
    if LENGTH.contains(&password.chars().count()) && !is_weak { Ok(()) } else { Err(StaffError::Password) }
}

/// Hashes a new password of whoever has this login.
pub fn hash(password: &str, login: &str) -> Result<String, StaffError> {
    is_valid(password, login)?;
    let _one = ONE_AT_A_TIME.lock();
    Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(|_| StaffError::Password)
}

/// Whether `password` is the one of the hash. Without a hash (no such account) the same work is done in vain, so that
/// the time does not tell whether the login exists.
pub fn verify(password: &str, hash: Option<&str>) -> bool {
    static NOBODY: std::sync::LazyLock<String> =
        std::sync::LazyLock::new(|| self::hash("nobody's password", "").unwrap_or_default());
    let known = hash.is_some();
    let hash = hash.unwrap_or(&NOBODY);
    let _one = ONE_AT_A_TIME.lock();
    let fits =
        PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
    known && fits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_password_fits() {
        let stored = hash("correct horse battery", "a.omarova").unwrap();
        assert!(stored.starts_with("$argon2id$"));
        assert!(verify("correct horse battery", Some(&stored)));
        assert!(!verify("correct horse batterz", Some(&stored)));
        assert!(!verify("nobody's password", None));
    }

    #[test]
    fn what_is_tried_first_is_no_password() {
        for weak in
            ["short", "aaaaaaaaaaaa", "121212121212", "123456789012", "abcdefghijklmn", "a.omarova", "A.Omarova-2026"]
        {
            assert_eq!(is_valid(weak, "a.omarova"), Err(StaffError::Password), "{weak}");
        }
        for good in ["correct horse battery", "1993-Almaty-47", "k7qm2xw9rt4z", "қалың қарағай"] {
            assert_eq!(is_valid(good, "a.omarova"), Ok(()), "{good}");
        }
    }
}
