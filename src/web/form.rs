//! Forms as they come in: fields with limits, turned into the JSON that the steps read.

use actix_web::http::header::CONTENT_TYPE;
use actix_web::{HttpMessage, HttpRequest, web};
use futures_util::StreamExt;
use serde_json::Value;

use super::error::Error;
use crate::application::steps::Body;
use crate::validation::{Field, Kind};

/// A page of the form has about 20 boxes; the longest box takes 2,000 characters of up to 4 bytes, percent-encoded.
const MOST_BYTES: usize = 256 * 1024;
/// A form that takes longer to arrive does not come from a person.
const LONGEST: std::time::Duration = std::time::Duration::from_secs(60);
/// No page has as many boxes.
const MOST_FIELDS: usize = 500;
/// No box takes as many characters.
const MOST_CHARACTERS: usize = 8_000;

/// The fields of a form in the order in which they came. Never printed: they are personal data.
#[derive(Clone, Default, PartialEq)]
pub struct Fields(pub Vec<(String, String)>);

impl std::fmt::Debug for Fields {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fields({})", self.0.len())
    }
}

/// Fields that belong to the portal and not to the answers; a password is never given back.
pub const OWN: [&str; 13] = [
    "csrf",
    "seen",
    "switch",
    "then",
    "revision",
    "autosave",
    "open_number",
    "open_code",
    "password",
    "password_new",
    "password_again",
    "offered",
    "upload",
];

impl Fields {
    /// Parses a body of `application/x-www-form-urlencoded`.
    pub fn parse(body: &[u8]) -> Result<Self, Error> {
        Self::checked(Self::parse_any(body)?.0)
    }
    /// Parses without the limit of one box.
    fn parse_any(body: &[u8]) -> Result<Self, Error> {
        if body.iter().filter(|byte| **byte == b'&').count() >= MOST_FIELDS {
            return Err(Error::TooMuch("fields"));
        }
        let mut fields = Vec::new();
        for pair in body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
            let at = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
            let (name, value) = (&pair[..at], pair.get(at + 1..).unwrap_or_default());
            fields.push((decode(name)?, decode(value)?));
        }
        Ok(Self(fields))
    }
    /// Takes fields that came another way (multipart), under the same limits.
    pub fn checked(fields: Vec<(String, String)>) -> Result<Self, Error> {
        if fields.len() > MOST_FIELDS {
            return Err(Error::TooMuch("fields"));
        }
        if fields.iter().any(|(_, value)| value.chars().count() > MOST_CHARACTERS) {
            return Err(Error::TooMuch("text"));
        }
        // NUL cannot be stored by PostgreSQL and cannot be typed.
        Ok(Self(fields.into_iter().map(|(name, value)| (name, value.replace('\0', ""))).collect()))
    }
    /// The last value of a field; empty when it did not come.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().rev().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
    /// Whether a field came.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }
    /// All values of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }
    /// The three boxes of a date, or the one field of that name, as one text.
    pub fn date_text(&self, name: &str) -> String {
        let [day, month, year] =
            ["day", "month", "year"].map(|part| self.get(&format!("{name}-{part}")).trim().to_owned());
        if day.is_empty() && month.is_empty() && year.is_empty() {
            return self.get(name).to_owned();
        }
        format!("{day}.{month}.{year}")
    }
    /// The answers to `questions` as the steps read them; fields that no question asks are ignored. A box that was not on
    /// the page (the other half of a page, an unticked radio) keeps its `stored` answer: boxes to tick are announced by
    /// a hidden field of their name, so that an unticked one is told from an absent one.
    pub fn answers(&self, questions: &[Field], stored: &Body) -> Body {
        questions
            .iter()
            .map(|question| {
                let name = question.name;
                let value = match (question.kind, stored.get(name)) {
                    (_, Some(kept)) if !self.has(name) && !self.has(&format!("{name}-day")) => kept.clone(),
                    (Kind::Date, _) => Value::String(self.date_text(name)),
                    (Kind::Choices(_), _) => self.all(name).map(|code| Value::String(code.to_owned())).collect(),
                    _ => Value::String(self.get(name).to_owned()),
                };
                (name.to_owned(), value)
            })
            .collect()
    }
    /// The sentences among what was typed: to be read, and copied where there is no box for them any more.
    pub fn sentences(&self) -> Vec<String> {
        self.typed().map(|(_, text)| text.trim()).filter(|text| text.contains(' ')).map(str::to_owned).collect()
    }
    /// What the person typed, without the portal's own fields: to be given back.
    pub fn typed(&self) -> impl Iterator<Item = &(String, String)> {
        self.0.iter().filter(|(name, _)| !OWN.contains(&name.as_str()))
    }
}

/// A text for an address or a header: letters, digits and the signs in `plain` stay as they are (RFC 3986).
pub fn percent_encoded(text: &str, plain: &[u8]) -> String {
    let mut encoded = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || plain.contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

fn decode(text: &[u8]) -> Result<String, Error> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.iter();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || rest.next().and_then(|b| char::from(*b).to_digit(16));
                match (digit(), digit()) {
                    (Some(high), Some(low)) => (high * 16 + low) as u8,
                    _ => return Err(Error::Unreadable),
                }
            }
            other => *other,
        });
    }
    String::from_utf8(bytes).map_err(|_| Error::Unreadable)
}

/// Reads the fields of a request that came as an ordinary form.
pub async fn read(req: &HttpRequest, payload: web::Payload) -> Result<Fields, Error> {
    let kind = req.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !kind.is_empty() && !kind.starts_with("application/x-www-form-urlencoded") {
        return Err(Error::Unreadable);
    }
    let body = whole(payload, MOST_BYTES).await?;
    let fields = Fields::parse_any(&body)?;
    // Whatever goes wrong later, the page of the failure can give back what was typed.
    req.extensions_mut().insert(fields.clone());
    Fields::checked(fields.0)
}

/// The whole body of a request: at most so many bytes, and not longer on its way than a person's form takes.
pub async fn whole(payload: web::Payload, most_bytes: usize) -> Result<Vec<u8>, Error> {
    actix_web::rt::time::timeout(LONGEST, gather(payload, most_bytes)).await.map_err(|_| Error::Unreadable)?
}

async fn gather(mut payload: web::Payload, most_bytes: usize) -> Result<Vec<u8>, Error> {
    let mut body = Vec::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Error::Unreadable)?;
        if body.len() + chunk.len() > most_bytes {
            return Err(Error::TooMuch("form"));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_browsers_send() {
        let fields = Fields::parse("name=%D3%98%D0%BB%D0%B8+A&x=1&x=2&empty=".as_bytes()).unwrap();
        assert_eq!(fields.get("name"), "Әли A");
        assert_eq!(fields.all("x").collect::<Vec<_>>(), ["1", "2"]);
        assert!(fields.has("empty") && fields.get("empty").is_empty());
    }

    #[test]
    fn refuses_what_they_do_not() {
        assert!(matches!(Fields::parse(b"a=%D3"), Err(Error::Unreadable)));
        assert!(matches!(Fields::parse(b"a=%G1"), Err(Error::Unreadable)));
        assert!(matches!(Fields::parse("a=1&".repeat(5_000).as_bytes()), Err(Error::TooMuch("fields"))));
        assert!(matches!(Fields::parse(format!("a={}", "x".repeat(10_000)).as_bytes()), Err(Error::TooMuch("text"))));
    }
}
