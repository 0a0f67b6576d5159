//! The harness itself, against three pages of its own.
use crate::support::browser::{Browser, Options};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::thread;
use std::time::Duration;

const FORM: &str = r##"<!doctype html><html lang="kk"><meta charset="utf-8"><title>Нысан</title>
<noscript>no script here</noscript><p id="js"></p><script>document.getElementById("js").textContent = "script ran";</script>
<form method="post" action="/sent" enctype="multipart/form-data">
<div class="error-summary"><ul><li><a href="#n">Write your&nbsp;name</a></li><li>Choose one</li></ul></div>
<label for="n">Father's “full” name</label> <input id="n" name="name" value="old">
<label>Given name <input name="given"></label>
<label for="c">Country</label> <select id="c" name="country"><option>—<option value="kz">Қазақстан<option value="mn">Моңғолия</select>
<fieldset><legend><h2>Are you married?</h2></legend>
<input type="radio" name="married" id="m1" value="yes"><label for="m1">Yes</label>
<input type="radio" name="married" id="m2" value="no"><label for="m2">No</label></fieldset>
<fieldset><legend>Have you children?</legend>
<label style="position:relative"><input type="radio" name="children" value="yes" style="opacity:0;position:absolute;left:-9999px">Yes</label>
<label><input type="radio" name="children" value="no">No</label></fieldset>
<fieldset><legend>Papers</legend><label><input type="checkbox" name="papers" value="passport">Passport №&nbsp;1</label></fieldset>
<fieldset><legend>Date of birth</legend><label>Day <input name="d" value="9"></label><label>Month <input name="m"></label><label>Year <input name="y"></label></fieldset>
<label for="f">Photograph</label> <input type="file" id="f" name="photo">
<button type="button" onclick="setTimeout(() => document.getElementById('js').textContent = 'later', 300)">More</button>
<button>Save and continue</button></form><a href="/slow">Slow page</a>"##;

/// Answers every request by `page`, each on a thread of its own, until the test process ends.
fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || answer(stream));
        }
    });
    format!("http://{address}")
}

fn answer(mut stream: TcpStream) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut first = String::new();
    reader.read_line(&mut first).ok()?;
    let mut headers = HashMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        headers.insert(name.to_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length").and_then(|l| l.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let page = match first.split(' ').nth(1)? {
        "/form" => FORM.to_owned(),
        "/slow" => {
            thread::sleep(Duration::from_millis(700)); // the slowness that is tested
            "<!doctype html><title>Slow</title>came late".to_owned()
        }
        "/sent" => {
            let mut page = String::from("<!doctype html><meta charset=utf-8><title>Sent</title><pre>");
            let _ = write!(page, "{}\n{}", String::from_utf8_lossy(&body), headers.get("accept-language")?);
            page
        }
        _ => return None,
    };
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{page}",
        page.len()
    )
    .ok()
}

/// What a form of the "multipart" kind sent, as the page of `/sent` shows it: name → value.
fn sent(page: &str) -> HashMap<String, String> {
    let mut values = HashMap::new();
    let mut lines = page.lines().map(str::trim).filter(|line| !line.is_empty());
    while let Some(line) = lines.next() {
        if let Some((_, rest)) = line.split_once("form-data; name=\"") {
            let name = rest.split('"').next().unwrap_or_default();
            let mut value = lines.next().unwrap_or_default();
            if value.starts_with("Content-Type") {
                value = lines.next().unwrap_or_default();
            }
            values.insert(name.to_owned(), value.to_owned());
        }
    }
    values
}

fn journey(javascript: bool) {
    let server = serve();
    let browser =
        Browser::open(Options { javascript, width: 360, height: 700, language: "kk,ru", ..Options::default() });
    browser.goto(&format!("{server}/form"));
    assert_eq!(browser.title(), "Нысан");
    assert_eq!(browser.has("script ran"), javascript, "{}", browser.text());
    assert_eq!(browser.has("no script here"), !javascript, "{}", browser.text());
    assert_eq!(browser.errors(), ["Write your name", "Choose one"]);

    browser.fill("Father's “full” name", "Әбдірахманова Айгүл");
    browser.fill("Given name", "Һұңқар");
    browser.choose("Country", "Моңғолия");
    browser.choose("Are you married?", "No");
    browser.choose("Have you children?", "Yes");
    browser.choose("Papers", "Passport № 1");
    browser.choose("Papers", "Passport № 1"); // twice is once
    browser.fill_date("Date of birth", (3, 2, 2001));
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("photo-{javascript}.txt"));
    std::fs::write(&file, "a believable photograph").unwrap();
    browser.upload("Photograph", &file);
    if javascript {
        browser.click("More");
        browser.wait_for("later");
    }
    let picture = file.with_extension("png");
    browser.screenshot(&picture);
    let png = std::fs::read(&picture).unwrap();
    assert_eq!(png[16..24], [0, 0, 1, 104, 0, 0, 2, 188], "a picture of 360 × 700");

    browser.press("Save and continue");
    assert_eq!((browser.current_path(), browser.title()), ("/sent".into(), "Sent".into()));
    let page = browser.text();
    let sent = sent(&page);
    for (name, value) in [
        ("name", "Әбдірахманова Айгүл"),
        ("given", "Һұңқар"),
        ("country", "mn"),
        ("married", "no"),
        ("children", "yes"),
        ("papers", "passport"),
        ("d", "3"),
        ("m", "2"),
        ("y", "2001"),
        ("photo", "a believable photograph"),
    ] {
        assert_eq!(sent.get(name).map(String::as_str), Some(value), "{name} in {page}");
    }
    assert!(page.contains("kk,ru"), "{page}");

    browser.goto(&format!("{server}/form"));
    browser.press("Slow page");
    assert!(browser.has("came late"));
}

#[test]
fn a_form_is_filled_and_sent_with_javascript() {
    journey(true);
}

#[test]
fn a_form_is_filled_and_sent_without_javascript() {
    journey(false);
}

#[test]
#[should_panic(expected = "the button or link “Nowhere”: there is none")]
fn what_is_not_there_is_named() {
    let browser = Browser::open(Options::default());
    browser.goto(&format!("{}/form", serve()));
    browser.press("Nowhere");
}
