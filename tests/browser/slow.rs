//! An old telephone on a slow line: 360 by 640 pixels, a fifth of this machine's speed, slow 3G. The whole journey.
use ruqsat::language::Language::Kk;

use crate::house::{Kind, TestApp, answers};
use crate::support::browser::Options;
use crate::visitor::Visitor;

/// Slow 3G: 400 kbit/s each way, 400 ms to and fro.
const BITS_A_SECOND: u32 = 400_000;
const MILLISECONDS: u32 = 400;
/// So many times slower than this machine.
const SLOWER: u32 = 5;

/// After how many milliseconds the page had come, and something was to be seen on it.
const WAITED: &str = "
    const page = performance.getEntriesByType('navigation')[0], seen = performance.getEntriesByName('first-contentful-paint')[0];
    return [page.responseEnd, seen ? seen.startTime : -1].map(ms => String(Math.round(ms)));";

#[test]
fn an_engineer_files_in_kazakh_on_an_old_telephone() {
    let (app, applicant) = (TestApp::on(Kind::Sqlite), answers::adult());
    let options = Options { width: 360, height: 640, language: Kk.code(), ..Options::default() };
    let mut person = Visitor::with(options, &app, Kk);
    person.browser.is_slow(BITS_A_SECOND, MILLISECONDS, SLOWER);
    person.opens_the_site();
    let waited: Vec<u32> = person.browser.asks(WAITED).iter().map(|ms| ms.parse().unwrap_or(0)).collect();
    eprintln!("first page: here after {} ms, seen after {} ms", waited[0], waited[1]);
    // A machine under load may take longer; a line that is not slow cannot: the page travels, then its style.
    assert!(waited[1] >= 2 * MILLISECONDS, "the line is not slow: {waited:?}");

    let keys = person.begins(&applicant);
    person.answers_everything(&applicant);
    person.files(&keys);
}
