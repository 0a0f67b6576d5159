//! How many `requirements` lines a second one core answers: `cargo bench --bench rules`.

use std::io::{self, Write};
use std::time::{Duration, Instant};

const VECTORS: &str = include_str!("../tests/fixtures/vectors.json");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let vectors: serde_json::Value = serde_json::from_str(VECTORS)?;
    let cases = vectors["requirements"].as_array().ok_or("no cases")?;
    let mut input = Vec::new();
    let mut lines = 0_u32;
    for _ in 0..2_000 {
        for case in cases {
            writeln!(input, "{}", serde_json::json!({ "rule": "requirements", "case": case["case"] }))?;
            lines += 1;
        }
    }
    let mut fastest = Duration::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        ruqsat::rules::run(io::BufReader::with_capacity(1 << 20, input.as_slice()), io::sink())?;
        fastest = fastest.min(start.elapsed());
    }
    let rate = f64::from(lines) / fastest.as_secs_f64();
    println!("requirements: {rate:.0} lines/s on one core ({lines} lines, best of 5)");
    Ok(())
}
