//! The page that somebody wanted who was asked to sign in: it stands in the address of the sign-in page and in its form,
//! and they are led there. Only a page of the office's own rooms is one, so that nobody is led to another site.

use actix_web::HttpRequest;

use crate::desk::Duty;
use crate::people::{Role, Staff};
use crate::web::form::percent_encoded;
use crate::web::page::language_of;

/// Name of the field.
pub const FIELD: &str = "to";

/// No address of the office is longer.
const LONGEST: usize = 300;

/// The address of the sign-in page for who asked for another.
pub fn sign_in_address(req: &HttpRequest) -> String {
    let language = language_of(req.path()).map_or("kk", |language| language.code());
    let asked = req.uri().path_and_query().map_or("", |asked| asked.as_str());
    let wanted = asked.get(3..).and_then(wanted).filter(|wanted| *wanted != "/desk");
    let field = wanted.map(|wanted| format!("?{FIELD}={}", percent_encoded(wanted, b"/-._~")));
    format!("/{language}/desk/sign-in{}", field.unwrap_or_default())
}

/// The address, if it is of one of the office's rooms: without the language, which is the reader's.
pub fn wanted(address: &str) -> Option<&str> {
    let rooms = ["/desk", "/admin"].iter().filter_map(|room| address.strip_prefix(room));
    let is_room = rooms.into_iter().any(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    let is_plain = address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\') && !address.contains("//");
    let is_door = ["/desk/sign-", "/admin/first"].iter().any(|door| address.starts_with(door));
    (is_room && is_plain && !is_door && address.len() <= LONGEST).then_some(address)
}

/// Where the work of a role begins: at the cases, or at the accounts.
pub fn work(role: Role) -> &'static str {
    if role.may(Duty::Read) { "/desk" } else { "/admin/staff" }
}

/// Where somebody goes who has signed in: where they wanted to, or to their work.
pub fn room(staff: &Staff, asked: &str) -> String {
    let reads = staff.role.may(Duty::Read);
    // The own account is everybody's; all else at the desk is for who reads cases.
    let opens = |wanted: &&str| reads || *wanted == "/desk/account" || !wanted.starts_with("/desk");
    let wanted = wanted(asked).filter(opens);
    wanted.unwrap_or(work(staff.role)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_the_office_are_wanted() {
        for page in ["/desk", "/desk?list=new&left_to=-1", "/desk/cases/0190-ab/review?item=step-fee", "/admin/staff"] {
            assert_eq!(wanted(page), Some(page));
        }
        let long = format!("/desk/{}", "a".repeat(400));
        for other in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example/desk",
            "/deskevil",
            "/desk//evil.example",
            "/desk\r\nX: 1",
            "/desk/a b",
            "/apply",
            "/desk/sign-out",
            "/desk/sign-in",
            "/admin/first/abc",
            &long,
        ] {
            assert_eq!(wanted(other), None, "{other:?}");
        }
    }

    #[test]
    fn an_address_goes_whole_into_a_field() {
        assert_eq!(percent_encoded("/desk?list=new&a=%D3", b"/-._~"), "/desk%3Flist%3Dnew%26a%3D%25D3");
    }
}
