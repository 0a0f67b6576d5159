//! An answer and the place on a paper where it stands: read by the real tesseract where a clerk follows the link, pointed at
//! where the paper has it, with a plain word where it does not, and nothing broken where nobody reads.

use ruqsat::application::EventKind;
use ruqsat::language::Language::{self, Kk, Ru};
use ruqsat::law::DocumentKind;
use ruqsat::people::Role::Officer;
use ruqsat::store::{applications, trail};

use super::review::{attributes, link};
use super::support::database::Folder;
use super::support::http::Request;
use super::support::{Kind, Person, TestApp, answers, each_db, files};
use super::zone_look::program;

/// Points of a sheet, and pixels of the longer side of its picture.
const SHEET: (u32, u32) = (595, 842);
const LONGEST: f64 = 2_300.0;

/// Lines of a paper: where each begins, in points from the left and from the foot, and what it says.
fn lines(lines: &[(u32, u32, &str)]) -> String {
    let drawn = lines.iter().map(|(x, y, text)| format!("BT /F 14 Tf {x} {y} Td ({text}) Tj ET\n"));
    drawn.collect()
}

/// The same on a sheet that lies on its side: the lines run from its foot to its head.
fn lying(lines: &[(u32, u32, &str)]) -> String {
    let drawn = lines.iter().map(|(x, y, text)| format!("BT /F 14 Tf 0 1 -1 0 {x} {y} Tm ({text}) Tj ET\n"));
    drawn.collect()
}

const RECEIPT: &[(u32, u32, &str)] = &[
    (60, 700, "PAYMENT RECEIPT"),
    (60, 640, "Number of the receipt"),
    (300, 640, "KV 4512-887"),
    (60, 580, "Date of the payment"),
    (300, 580, "5 June 2026"),
    (60, 520, "Amount"),
    (300, 520, "17 300,00"),
    (60, 460, "Purpose: fee for the permit of permanent residence"),
];
const CERTIFICATE: &[(u32, u32, &str)] = &[
    (100, 100, "CERTIFICATE OF THE ACCOUNT"),
    (150, 100, "The bank confirms to whom it may concern that the person"),
    (180, 100, "named below holds an account with the following balance"),
    (210, 100, "and that the account was opened more than one year ago"),
    (260, 100, "Number of the certificate"),
    (260, 420, "77/12-204"),
    (310, 100, "This certificate is given for the migration service"),
    (340, 100, "and is valid during thirty days from the date of issue"),
];

/// A clerk who reviews the case of somebody whose receipt and certificate say what they answered, and its id.
fn reviews(app: &TestApp, language: Language) -> (Person, String) {
    let mut person = app.person(Kk);
    let (number, _) = person.begins();
    let mut applicant = answers::adult();
    applicant.fee.receipt_number = "KV 4512-887".into();
    person.answers_everything(&applicant).brings_everything();
    for kind in [DocumentKind::StateFee, DocumentKind::Solvency] {
        person.takes_away_all(kind);
    }
    let other = lines(&[(60, 700, "GENERAL TERMS OF THE BANK"), (60, 640, "Ask at the counter or by telephone")]);
    person.brings(DocumentKind::StateFee, &files::pdf_of_pages(SHEET, &[&other, &lines(RECEIPT)]));
    person.brings(DocumentKind::Solvency, &files::pdf_of_pages(SHEET, &[&lying(CERTIFICATE)]));
    person.goes_to("/apply/documents/solvency").fills("paper-number", "77/12-204").presses("save-and-continue");
    person.files();
    let id = person.cookies["ruqsat_key"].split('.').next().unwrap().to_owned();
    let mut officer = app.clerk(Officer, language);
    officer.takes(&number).follows("review-open");
    (officer, id)
}

/// Follows an answer to its paper; again as long as the machine is too busy to read.
fn follows(officer: &mut Person, question: &str) {
    let text = format!("{}: {}", officer.says("review-on-paper"), officer.says(question));
    let to = link(officer, &text);
    for _ in 0..60 {
        officer.opens(&to);
        if !told(officer, "view-read-away", question) {
            return;
        }
    }
    panic!("nobody reads: {}", officer.page.told());
}

/// Whether the page says what came of the look.
fn told(officer: &Person, what: &str, question: &str) -> bool {
    let mut args = ruqsat::language::Args::new();
    args.set("question", officer.says(question));
    let plain = |text: &str| text.replace('\u{a0}', " ");
    plain(&officer.page.text()).contains(&plain(&officer.language.text_with(what, &args)))
}

/// The marks on the page: left, top, right and foot, in points of the sheet from its upper left corner.
fn marks(officer: &Person) -> Vec<[f64; 4]> {
    let of = |name: &str| -> Vec<f64> {
        attributes(officer, "rect", name).iter().map(|pixels| pixels.parse().unwrap()).collect()
    };
    let scale = f64::from(SHEET.1) / LONGEST;
    let (x, y, width, height) = (of("x"), of("y"), of("width"), of("height"));
    (0..x.len()).map(|at| [x[at], y[at], x[at] + width[at], y[at] + height[at]].map(|edge| edge * scale)).collect()
}

/// Whether a mark lies around what was drawn: it covers this stretch, and not much more.
fn is_around([left, top, right, foot]: [f64; 4], [x, y, end, base]: [f64; 4]) -> bool {
    let near = |edge: f64, drawn: f64| (edge - drawn).abs() < 14.0;
    near(left, x) && near(top, y) && near(right, end) && near(foot, base)
}

#[test]
fn an_answer_is_pointed_at_where_its_paper_has_it() {
    each_db(|kind| {
        let app = TestApp::on(kind);
        let (mut officer, id) = reviews(&app, if kind == Kind::Sqlite { Kk } else { Ru });
        officer.follows("step-fee");
        let reads = || app.office.db.read(|conn| trail::reads_of(conn, &id, 100)).unwrap();
        assert!(reads().iter().all(|read| read.kind == EventKind::Opened), "nothing is read before a link is followed");
        let revision = || app.office.db.read(|conn| applications::load(conn, &id)).unwrap().revision;
        let before = revision();

        // Helvetica of 14 points: capitals are 10 high, a figure 8 wide.
        for (question, y, end) in
            [("fee-receipt_number", 640.0, 379.0), ("fee-paid_on", 580.0, 378.0), ("fee-amount", 520.0, 362.0)]
        {
            follows(&mut officer, question);
            assert!(told(&officer, "view-read-there", question), "{}", officer.page.told());
            let found = marks(&officer);
            let drawn = [300.0, f64::from(SHEET.1) - y - 10.0, end, f64::from(SHEET.1) - y];
            assert!(found.len() == 1 && is_around(found[0], drawn), "{question}: {found:?} for {drawn:?}");
            // It is on the second page, whose picture comes; what is sought stands in no address.
            let picture = attributes(&officer, "image", "href").remove(0);
            assert!(picture.ends_with("page=2"), "{picture}");
            assert_eq!(officer.sends(Request::get(&picture)).status, 200);
            for address in attributes(&officer, "a", "href").iter().chain([&officer.page.address]) {
                assert!(!["KV", "4512-887", "2026-06-05"].iter().any(|value| address.contains(value)), "{address}");
            }
            // The part that is shown enlarged is around it.
            let part = attributes(&officer, "svg", "viewbox").remove(0);
            let part: Vec<f64> = part.split(' ').map(|number| number.parse().unwrap()).collect();
            let scale = f64::from(SHEET.1) / LONGEST;
            assert!(part[0] * scale < 300.0 && (part[0] + part[2]) * scale > end, "{part:?}");
            assert!(part[1] * scale < drawn[1] && (part[1] + part[3]) * scale > drawn[3], "{part:?}");
        }
        let seen = reads();
        let of_fee = |read: &&ruqsat::application::Event| {
            read.kind == EventKind::PaperRead && read.details["document"] == "state_fee"
        };
        assert_eq!(seen.iter().filter(of_fee).count(), 1, "{seen:?}");
        assert_eq!(revision(), before, "looking changes nothing");

        // It is nowhere: the page says so, and shows the paper.
        follows(&mut officer, "fee-payer");
        assert!(told(&officer, "view-read-nowhere", "fee-payer"), "{}", officer.page.told());
        assert!(marks(&officer).is_empty() && !attributes(&officer, "image", "href").is_empty());

        // What was written about a paper is found on it, too; a sheet that lies is turned upright.
        officer.follows("step-solvency");
        follows(&mut officer, "paper-number");
        assert!(told(&officer, "view-read-there", "paper-number"), "{}", officer.page.told());
        let (found, foot) = (marks(&officer), f64::from(SHEET.1));
        let drawn = [250.0, foot - 420.0 - 63.0, 260.0, foot - 420.0];
        assert!(found.len() == 1 && is_around(found[0], drawn), "{found:?} for {drawn:?}");
        assert!(attributes(&officer, "g", "transform").iter().all(|turn| turn.ends_with("rotate(90)")));
        officer.sees("90°");
    });
}

#[test]
fn where_nobody_reads_papers_are_shown_as_before() {
    let folder = Folder::new();
    let failing = program(folder.path(), "cat >/dev/null; exit 1").display().to_string();
    for (by, language) in [("off", Kk), (failing.as_str(), Ru)] {
        let app = TestApp::with(Kind::Sqlite, &[("RUQSAT_TESSERACT", by)]);
        let (mut officer, _) = reviews(&app, language);
        officer.follows("step-fee");
        let to =
            link(&officer, &format!("{}: {}", officer.says("review-on-paper"), officer.says("fee-receipt_number")));
        officer.opens(&to);
        assert_eq!((officer.status(), marks(&officer).len()), (200, 0));
        assert_eq!(told(&officer, "view-read-away", "fee-receipt_number"), by != "off", "{}", officer.page.told());
        assert_eq!(attributes(&officer, "image", "href").len(), 1, "the page is there");
        // A question that is none, of whomever: the paper, and no word.
        let file = to.split("file=").nth(1).unwrap().split(['&', '#']).next().unwrap().to_owned();
        for none in ["fee-nothing", "paper-number", "%22%3E", "fee-amount&record=x"] {
            let page = to.split('?').next().unwrap();
            officer.opens(&format!("{page}?item=step-fee&file={file}&find={none}"));
            assert_eq!(officer.status(), 200, "{none}");
            assert!(!told(&officer, "view-read-away", "fee-amount"), "{none}");
        }
    }
}
