//! A small load generator: HTTP/1.1 with keep-alive, to this machine only.
use std::io::{Error, ErrorKind, Result};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout_at;

const LONGEST_ANSWER: Duration = Duration::from_secs(30);

/// The bytes of the i-th request; they ask for keep-alive, as HTTP/1.1 does by itself.
pub type Request = Arc<dyn Fn(u64) -> Vec<u8> + Send + Sync>;

/// What to send where.
#[derive(Clone)]
pub struct Load {
    /// Must be a loopback address.
    pub server: SocketAddr,
    /// How many clients at once, each waiting for its answer before it asks again.
    pub connections: usize,
    /// For how long new requests are sent; those on their way are waited for.
    pub duration: Duration,
    /// What to send.
    pub request: Request,
}

/// What came back.
#[derive(Debug, Default, Clone)]
pub struct Outcome {
    /// Answers 200–299.
    pub ok: u64,
    /// Answers 300–399.
    pub redirects: u64,
    /// All others, and requests that got no whole answer.
    pub other: u64,
    /// From the first request to the last answer.
    pub took: Duration,
    /// Of every answered request, sorted.
    pub latencies: Vec<Duration>,
}

impl Outcome {
    /// Answers 2xx and 3xx a second.
    pub fn per_second(&self) -> f64 {
        (self.ok + self.redirects) as f64 / self.took.as_secs_f64().max(f64::EPSILON)
    }

    /// The latency that this share of requests (0.5, 0.95) does not exceed.
    pub fn percentile(&self, share: f64) -> Duration {
        let last = self.latencies.len().saturating_sub(1);
        let at = (share * self.latencies.len() as f64).ceil() as usize;
        self.latencies.get(at.saturating_sub(1).min(last)).copied().unwrap_or_default()
    }

    /// The middle latency.
    pub fn p50(&self) -> Duration {
        self.percentile(0.50)
    }

    /// The latency of the slow ones.
    pub fn p95(&self) -> Duration {
        self.percentile(0.95)
    }

    fn add(&mut self, other: Self) {
        self.ok += other.ok;
        self.redirects += other.redirects;
        self.other += other.other;
        self.latencies.extend(other.latencies);
    }
}

/// Sends the load and waits for its end.
pub async fn run(load: &Load) -> Result<Outcome> {
    if !load.server.ip().is_loopback() {
        return Err(Error::new(ErrorKind::PermissionDenied, format!("{} is not this machine", load.server)));
    }
    let (start, next) = (Instant::now(), Arc::new(AtomicU64::new(0)));
    let mut clients = JoinSet::new();
    for _ in 0..load.connections {
        clients.spawn(client(load.clone(), next.clone(), start + load.duration));
    }
    let mut all = Outcome::default();
    while let Some(one) = clients.join_next().await {
        all.add(one.map_err(Error::other)??);
    }
    all.took = start.elapsed();
    all.latencies.sort_unstable();
    Ok(all)
}

async fn client(load: Load, next: Arc<AtomicU64>, end: Instant) -> Result<Outcome> {
    let (mut outcome, mut connection) = (Outcome::default(), None);
    while Instant::now() < end {
        let mut stream = match connection.take() {
            Some(stream) => stream,
            None => connect(load.server).await?, // nobody listens: there is nothing to measure
        };
        let bytes = (load.request)(next.fetch_add(1, Ordering::Relaxed));
        let sent = Instant::now();
        match timeout_at((sent + LONGEST_ANSWER).into(), ask(&mut stream, &bytes)).await {
            Ok(Ok(answer)) => {
                outcome.latencies.push(sent.elapsed());
                match answer.status {
                    200..=299 => outcome.ok += 1,
                    300..=399 => outcome.redirects += 1,
                    _ => outcome.other += 1,
                }
                connection = answer.keep.then_some(stream);
            }
            Ok(Err(_)) | Err(_) => outcome.other += 1,
        }
    }
    Ok(outcome)
}

async fn connect(server: SocketAddr) -> Result<BufReader<TcpStream>> {
    let stream = TcpStream::connect(server).await?;
    stream.set_nodelay(true)?;
    Ok(BufReader::with_capacity(64 * 1024, stream))
}

struct Answer {
    status: u16,
    keep: bool,
}

async fn ask(stream: &mut BufReader<TcpStream>, request: &[u8]) -> Result<Answer> {
    stream.get_mut().write_all(request).await?;
    let bad = |what: &str| Error::new(ErrorKind::InvalidData, what.to_owned());
    let mut line = String::new();
    read_line(stream, &mut line).await?;
    let status: u16 = line.split(' ').nth(1).and_then(|s| s.parse().ok()).ok_or_else(|| bad("no status"))?;
    let (mut length, mut chunked, mut keep) = (None, false, line.starts_with("HTTP/1.1"));
    loop {
        read_line(stream, &mut line).await?;
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        let value = value.trim();
        if name.eq_ignore_ascii_case("content-length") {
            length = Some(value.parse::<u64>().map_err(|_| bad("no length"))?);
        } else if name.eq_ignore_ascii_case("transfer-encoding") {
            chunked = value.eq_ignore_ascii_case("chunked");
        } else if name.eq_ignore_ascii_case("connection") {
            keep &= !value.eq_ignore_ascii_case("close");
        }
    }
    let bodiless = request.starts_with(b"HEAD ") || matches!(status, 100..=199 | 204 | 304);
    if bodiless {
    } else if chunked {
        loop {
            read_line(stream, &mut line).await?;
            let size = line.split(';').next().unwrap_or_default().trim();
            let size = u64::from_str_radix(size, 16).map_err(|_| bad("no chunk size"))?;
            if size == 0 {
                while !line.is_empty() {
                    read_line(stream, &mut line).await?; // trailers
                }
                break;
            }
            skip(stream, size + 2).await?;
        }
    } else if let Some(length) = length {
        skip(stream, length).await?;
    } else {
        keep = false; // the body ends with the connection
        tokio::io::copy(stream, &mut tokio::io::sink()).await?;
    }
    Ok(Answer { status, keep })
}

/// One line without its end.
async fn read_line(stream: &mut BufReader<TcpStream>, line: &mut String) -> Result<()> {
    line.clear();
    if stream.read_line(line).await? == 0 {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    line.truncate(line.trim_end_matches(['\r', '\n']).len());
    Ok(())
}

async fn skip(stream: &mut BufReader<TcpStream>, bytes: u64) -> Result<()> {
    let skipped = tokio::io::copy(&mut stream.take(bytes), &mut tokio::io::sink()).await?;
    if skipped == bytes { Ok(()) } else { Err(ErrorKind::UnexpectedEof.into()) }
}

/// Two servers, one after the other, round after round: what disturbs one round disturbs both.
pub async fn compare(a: &Load, b: &Load, rounds: usize) -> Result<Comparison> {
    let (mut of_a, mut of_b) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        of_a.push(run(a).await?);
        of_b.push(run(b).await?);
    }
    let ratio = median(of_a.iter().zip(&of_b).map(|(a, b)| a.per_second() / b.per_second()).collect());
    Ok(Comparison { a: of_a, b: of_b, ratio })
}

/// Round by round, and the middle one.
#[derive(Debug)]
pub struct Comparison {
    /// The first server's rounds.
    pub a: Vec<Outcome>,
    /// The second server's rounds.
    pub b: Vec<Outcome>,
    /// Of each round: a's requests a second by b's; the median of these.
    pub ratio: f64,
}

/// The middle value; of an even number, between the middle two. NaN of none.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    match values.len() {
        0 => f64::NAN,
        n if n % 2 == 1 => values[n / 2],
        n => f64::midpoint(values[n / 2 - 1], values[n / 2]),
    }
}

/// The memory a process holds right now, in bytes.
pub fn resident(pid: u32) -> Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let kib =
        status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB")?.trim().parse().ok());
    kib.map(|kib: u64| kib * 1024).ok_or_else(|| Error::new(ErrorKind::NotFound, format!("{pid} holds no memory")))
}
