//! People who act, through the public door only: a browser without JavaScript, and words for what is done with it.
//!
//! Labels, options and buttons are named by the ids of their texts (`person-surname`, `sex-female`, `yes`), so that a
//! journey runs in both languages; what is no id is taken as the text itself.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use ruqsat::language::Language;

use super::http::{self, Request, Response};
use super::page::{Page, Sent};

/// Somebody with a browser.
#[derive(Debug, Clone)]
pub struct Person {
    /// The page before them.
    pub page: Page,
    /// The language they read.
    pub language: Language,
    /// Their cookies.
    pub cookies: BTreeMap<String, String>,
    /// With which they sign in at the desk.
    pub login: String,
    server: SocketAddr,
}

impl Person {
    /// With an empty browser.
    pub fn new(server: SocketAddr, language: Language) -> Self {
        Self { page: Page::default(), language, cookies: BTreeMap::new(), login: String::new(), server }
    }

    // --- going about

    /// Opens an address.
    pub fn opens(&mut self, address: &str) -> &mut Self {
        self.asks(Request::get(address))
    }
    /// Opens a page in their language: `goes_to("/apply")`.
    pub fn goes_to(&mut self, page: &str) -> &mut Self {
        self.opens(&format!("/{}{page}", self.language))
    }
    /// Follows a link by its text.
    pub fn follows(&mut self, link: &str) -> &mut Self {
        let text = self.says(link);
        let tree = &self.page.tree;
        let found = tree.all("a").find(|id| tree.text(*id) == text);
        // In the review the list takes along what was marked: its items are buttons that look like links.
        if found.is_none() && !self.page.buttons(&text).is_empty() {
            return self.presses(link);
        }
        let found = found.unwrap_or_else(|| panic!("no link «{text}» on {}", self.page.told()));
        let address = tree.attribute(found, "href").unwrap().to_owned();
        self.opens(&address)
    }
    /// Sends a request with their cookies, and follows where it leads.
    pub fn asks(&mut self, request: Request) -> &mut Self {
        let (mut address, mut response) = (request.path.clone(), self.sends(request));
        for _ in 0..5 {
            let Some(next) = response.header("location").filter(|_| (301..=308).contains(&response.status)) else {
                break;
            };
            address = next.strip_prefix(&format!("http://{}", self.server)).unwrap_or(next).to_owned();
            response = self.sends(Request::get(&address));
        }
        self.page = Page::read(&address, response);
        self
    }
    /// Sends one request with their cookies; gives the bare answer.
    pub fn sends(&mut self, mut request: Request) -> Response {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request = request.with("Cookie", &cookies.join("; "));
        }
        if request.method == "POST" && !request.headers.iter().any(|(name, _)| name == "Origin") {
            request = request.with("Origin", &format!("http://{}", self.server));
        }
        let response = http::send(self.server, &request);
        for (_, cookie) in response.headers.iter().filter(|(name, _)| name == "set-cookie") {
            self.keeps(cookie);
        }
        response
    }
    fn keeps(&mut self, cookie: &str) {
        let (pair, rest) = cookie.split_once(';').unwrap_or((cookie, ""));
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        if value.is_empty() || rest.to_lowercase().replace(' ', "").contains("max-age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
    /// Loses a cookie, as browsers do in time.
    pub fn loses(&mut self, cookie: &str) -> &mut Self {
        self.cookies.remove(cookie);
        self
    }

    // --- sending

    /// Presses a button by its text.
    pub fn presses(&mut self, button: &str) -> &mut Self {
        let sent = self.would_send(button);
        self.submits(sent)
    }
    /// Presses the button of the form that goes to an address ending so.
    pub fn presses_to(&mut self, action: &str) -> &mut Self {
        let found = self.page.button_to(action);
        let found = found.unwrap_or_else(|| panic!("no form to {action} on {}", self.page.told()));
        self.submits(self.page.pressed(found))
    }
    /// What a button would send.
    pub fn would_send(&self, button: &str) -> Sent {
        let found = self.page.buttons(&self.says(button));
        self.page.pressed(*found.first().unwrap_or_else(|| panic!("no button {button} on {}", self.page.told())))
    }
    /// Sends what a button would send.
    pub fn submits(&mut self, sent: Sent) -> &mut Self {
        let request = self.request_of(&sent);
        self.asks(request)
    }
    /// The request that a form makes.
    pub fn request_of(&self, sent: &Sent) -> Request {
        match (sent.method.as_str(), sent.multipart) {
            ("get", _) => {
                let query = String::from_utf8(Request::form("", &sent.fields).body).unwrap();
                let page = sent.action.split('#').next().unwrap_or_default();
                Request::get(&format!("{page}?{query}"))
            }
            (_, true) => http::multipart(&sent.action, &sent.fields, &sent.files),
            (_, false) => Request::form(&sent.action, &sent.fields),
        }
    }

    // --- at the office

    /// Begins an application; gives its number and its code.
    pub fn begins(&mut self) -> (String, String) {
        self.goes_to("/start").presses_to("/start");
        assert_eq!(self.status(), 200, "{}", self.page.told());
        (self.reads(&[4, 4, 4], char::is_numeric), self.reads_code())
    }
    /// The code on the page.
    pub fn reads_code(&self) -> String {
        self.reads(&[4, 4, 4, 4], |c| c.is_ascii_alphanumeric())
    }
    /// Signs in at the desk.
    pub fn signs_in(&mut self, login: &str, password: &str) -> &mut Self {
        self.login = login.to_owned();
        self.goes_to("/desk/sign-in").puts("login", login).puts("password", password).presses_to("/desk/sign-in");
        assert_eq!(self.status(), 200, "{}", self.page.told());
        self
    }

    // --- reading

    /// The text of an id in their language, or the text itself.
    pub fn says(&self, text: &str) -> String {
        let found = self.language.find(text, None).unwrap_or_else(|| text.to_owned());
        found.split_whitespace().collect::<Vec<_>>().join(" ")
    }
    /// The status of the page.
    pub fn status(&self) -> u16 {
        self.page.status
    }
    /// Whether the page is at this address, in their language.
    pub fn is_at(&self, page: &str) -> bool {
        self.page.address.split(['?', '#']).next() == Some(&format!("/{}{page}", self.language))
    }
    /// Must be at this page.
    pub fn arrives_at(&mut self, page: &str) -> &mut Self {
        assert!(self.is_at(page), "expected {page}, is at {}", self.page.told());
        self
    }
    /// Must be told what is to be mended, on a page that a browser can come back to.
    #[track_caller]
    pub fn is_to_mend(&mut self) -> &mut Self {
        assert!(self.status() == 200 && !self.page.complaints().is_empty(), "{}", self.page.told());
        assert!(self.page.address.contains("told=yes"), "{}", self.page.told());
        self
    }
    /// Must read this on the page.
    pub fn sees(&mut self, text: &str) -> &mut Self {
        let said = self.says(text);
        assert!(self.can_read(text), "does not see «{said}» ({text}) on {}", self.page.told());
        self
    }
    /// Must be led to this first: it stands in the only place of the page that takes the focus.
    pub fn sees_first(&mut self, text: &str) -> &mut Self {
        let (tree, said) = (&self.page.tree, self.says(text));
        let places: Vec<_> = (0..tree.nodes.len()).filter(|id| tree.attribute(*id, "id") == Some("errors")).collect();
        let [only] = places[..] else { panic!("{} such places on {}", places.len(), self.page.told()) };
        assert!(tree.attribute(only, "autofocus").is_some() && tree.attribute(only, "tabindex") == Some("-1"));
        assert!(tree.text(only).contains(&said), "«{}» is read first on {}", tree.text(only), self.page.told());
        self
    }
    /// Must read a day on the page, in the words of the language.
    pub fn sees_day(&mut self, day: &str) -> &mut Self {
        let said = self.language.date(super::day(day));
        self.sees(&said)
    }
    /// Must not read this on the page.
    pub fn does_not_see(&mut self, text: &str) -> &mut Self {
        let said = self.says(text);
        assert!(!self.can_read(text), "sees «{said}» ({text}) on {}", self.page.told());
        self
    }
    /// Whether this stands on the page.
    pub fn can_read(&self, text: &str) -> bool {
        self.page.text().replace('\u{A0}', " ").contains(&self.says(text).replace('\u{A0}', " "))
    }
    /// What is in the box of a name; for dates day, month and year with full stops.
    pub fn finds_in(&self, label: &str) -> String {
        let found: Vec<_> = self.boxes_of(label).into_iter().map(|at| &self.page.boxes[at]).collect();
        let shown = found.iter().filter(|one| one.on || !matches!(one.kind.as_str(), "checkbox" | "radio"));
        shown.map(|one| one.value.as_str()).collect::<Vec<_>>().join(".")
    }
    /// The first word of the page made of groups with hyphens between them.
    fn reads(&self, groups: &[usize], sign: impl Fn(char) -> bool) -> String {
        let text = self.page.text();
        let fits = |word: &&str| {
            let parts: Vec<&str> = word.split('-').collect();
            parts.len() == groups.len()
                && parts.iter().zip(groups).all(|(part, n)| part.len() == *n && part.chars().all(&sign))
        };
        let found = text.split_whitespace().find(fits).map(str::to_owned);
        found.unwrap_or_else(|| panic!("no {groups:?} to read on {}: {text}", self.page.told()))
    }
}
