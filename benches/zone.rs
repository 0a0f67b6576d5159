//! How fast a passport's zone is read and compared on one core: `cargo bench --bench zone`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use ruqsat::documents::passport_zone::{Typed, compare, read, read_typed};

const NAMES: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
const DATA: &str = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
const TIMES: u32 = 20_000;

/// Microseconds for one, the best of five.
fn each(name: &str, what: impl Fn()) {
    let mut fastest = Duration::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        (0..TIMES).for_each(|_| what());
        fastest = fastest.min(start.elapsed());
    }
    println!("{name}: {:.2} µs ({TIMES} times, best of 5)", fastest.as_secs_f64() * 1e6 / f64::from(TIMES));
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let zone = read(&[NAMES, DATA])?;
    let today = chrono::NaiveDate::from_ymd_opt(2026, 6, 10).ok_or("no day")?;
    let typed = Typed {
        surname_latin: "Eriksson".to_owned(),
        given_names_latin: "Anna Maria".to_owned(),
        surname: "\u{42D}\u{440}\u{438}\u{43A}\u{441}\u{441}\u{43E}\u{43D}".to_owned(),
        given_names: "\u{410}\u{43D}\u{43D}\u{430} \u{41C}\u{430}\u{440}\u{438}\u{44F}".to_owned(),
        number: "L898902C3".to_owned(),
        ..Typed::default()
    };
    each("lines as printed, read and checked", || {
        black_box(read(black_box(&[NAMES, DATA]))).ok();
    });
    each("lines as typed (small letters, fillers miscounted)", || {
        black_box(read_typed(black_box(&["p<utoeriksson<<anna<maria", "l898902c36uto7408122f1204159ze184226b<10"])));
    });
    each("lines that never fit (every pair of look-alikes is tried)", || {
        black_box(read_typed(black_box(&[NAMES, "OIOIOIOIO6UTO7408122F1204159ZE184226B<<<<<10"])));
    });
    each("compared with the answers", || {
        black_box(compare(black_box(&zone), black_box(&typed), today));
    });
    Ok(())
}
