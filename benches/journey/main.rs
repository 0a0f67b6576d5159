//! What the journey costs, against the least that could be done, side by side in one run:
//! a filled step's page against a bare handler that makes one indexed SELECT and serves the same bytes; a saved step
//! against a bare one-row UPDATE with the same durability; the memory of the portal while 64 connections work.
//!
//! `cargo bench --bench journey`; with TEST_POSTGRES set also on PostgreSQL. The servers are processes of their own.

#[path = "../support/load.rs"]
mod load;
mod servers;

use std::sync::Arc;
use std::time::Duration;

use load::Load;
use servers::{Portal, Running};

/// Rounds of A and B in turn; the median ratio is quoted.
const ROUNDS: usize = 5;
/// Length of a round.
const ROUND: Duration = Duration::from_millis(2_500);

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().collect();
    if let Some(at) = args.iter().position(|arg| arg == "--server") {
        return servers::serve(&args[at + 1], &args[at + 2], std::path::Path::new(&args[at + 3]));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(measure("SQLite, synchronous=FULL", None))?;
    #[expect(clippy::disallowed_methods, reason = "the address of the benchmark's own server")]
    let postgres = std::env::var("TEST_POSTGRES").ok();
    match postgres {
        Some(url) => runtime.block_on(measure("PostgreSQL, default durability", Some(url)))?,
        None => println!("PostgreSQL: not measured, TEST_POSTGRES is not set"),
    }
    Ok(())
}

async fn measure(title: &str, postgres: Option<String>) -> std::io::Result<()> {
    println!("\n{title}");
    let portal = Portal::prepare(postgres)?;
    let ours = Running::start("portal", &portal)?;
    let bare = Running::start("bare", &portal)?;
    for connections in [1, 16, 64] {
        let what = format!("a filled step's page, {connections} connections");
        compare(&what, &ours, &bare, connections, portal.page_requests(), portal.bare_page_requests()).await?;
        let what = format!("a saved step, {connections} connections");
        compare(&what, &ours, &bare, connections, portal.save_requests(), portal.bare_save_requests()).await?;
    }
    let rss = load::resident(ours.pid())?;
    println!("  memory of the portal after 64 connections: {:.1} MB", rss as f64 / 1e6);
    Ok(())
}

async fn compare(
    what: &str,
    ours: &Running,
    bare: &Running,
    connections: usize,
    our_request: impl Fn(u64) -> Vec<u8> + Send + Sync + 'static,
    bare_request: impl Fn(u64) -> Vec<u8> + Send + Sync + 'static,
) -> std::io::Result<()> {
    let a = Load { server: ours.address(), connections, duration: ROUND, request: Arc::new(our_request) };
    let b = Load { server: bare.address(), connections, duration: ROUND, request: Arc::new(bare_request) };
    load::run(&Load { duration: Duration::from_millis(500), ..a.clone() }).await?;
    load::run(&Load { duration: Duration::from_millis(500), ..b.clone() }).await?;
    let compared = load::compare(&a, &b, ROUNDS).await?;
    let failed: u64 = compared.a.iter().chain(&compared.b).map(|outcome| outcome.other).sum();
    let rate = |outcomes: &[load::Outcome]| load::median(outcomes.iter().map(load::Outcome::per_second).collect());
    let slow = compared.a.last().map(|outcome| (outcome.p50(), outcome.p95())).unwrap_or_default();
    println!(
        "  {what:<44} {:>8.0}/s  bare {:>8.0}/s  ratio {:.2}  p50 {:.1?} p95 {:.1?}  failed {failed}",
        rate(&compared.a),
        rate(&compared.b),
        compared.ratio,
        slow.0,
        slow.1,
    );
    Ok(())
}
