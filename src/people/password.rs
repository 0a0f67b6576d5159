//! Passwords: Argon2id with the parameters OWASP names (19 MiB, 2 passes, 1 lane), in PHC form.

use argon2::{Argon2, PasswordHash, PasswordHasher, PasswordVerifier};

use super::StaffError;

/// Fewer characters are guessed; more are somebody's file.
const LENGTH: std::ops::RangeInclusive<usize> = 12..=200;

/// Each hash takes 19 MiB: whoever sends a thousand guesses at once waits, and the office's memory does not grow.
static ONE_AT_A_TIME: std::sync::Mutex<()> = std::sync::Mutex::new(());

/// Whether a new password is as long as it must be, and no longer than it may be.
pub fn is_valid(password: &str) -> Result<(), StaffError> {
    if LENGTH.contains(&password.chars().count()) { Ok(()) } else { Err(StaffError::Password) }
}

/// Hashes a new password.
pub fn hash(password: &str) -> Result<String, StaffError> {
    is_valid(password)?;
    let _one = ONE_AT_A_TIME.lock();
    Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(|_| StaffError::Password)
}

/// Whether `password` is the one of the hash. Without a hash (no such account) the same work is done in vain, so that
/// the time does not tell whether the login exists.
pub fn verify(password: &str, hash: Option<&str>) -> bool {
    static NOBODY: std::sync::LazyLock<String> =
        std::sync::LazyLock::new(|| self::hash("nobody's password").unwrap_or_default());
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
        let stored = hash("correct horse battery").unwrap();
        assert!(stored.starts_with("$argon2id$"));
        assert!(verify("correct horse battery", Some(&stored)));
        assert!(!verify("correct horse batterz", Some(&stored)));
        assert!(!verify("nobody's password", None));
        assert_eq!(hash("short"), Err(StaffError::Password));
    }
}
