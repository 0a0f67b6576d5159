//! An S3 endpoint for the tests (moto), which asks everybody for the right signature; and a line to it that can be cut.

mod signature;

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use super::http::{Request, Response, send};
use super::sources::fetched;
use signature::{Keys, REGION, signed};

/// The endpoint of this run of the tests; it ends with the tests.
struct Endpoint {
    address: SocketAddr,
    keys: Keys,
    _runs: Child,
}

/// So many things are done before the endpoint asks who does them: a user is made, their key, and that they may do all.
const UNSIGNED: &str = "3";

fn endpoint() -> &'static Endpoint {
    static RUNS: OnceLock<Endpoint> = OnceLock::new();
    RUNS.get_or_init(|| {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        // The shell ends the endpoint when this process, which holds the other end of its input, is gone.
        let runs = Command::new("sh")
            .args(["-c", "\"$0\" -m moto.server -H 127.0.0.1 -p \"$1\" >/dev/null 2>&1 & cat >/dev/null; kill $!"])
            .arg(fetched("moto").join("bin/python"))
            .arg(address.port().to_string())
            .env("INITIAL_NO_AUTH_ACTION_COUNT", UNSIGNED)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let begun = Instant::now();
        while TcpStream::connect(address).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(60), "the S3 endpoint does not start");
            std::thread::yield_now();
        }
        Endpoint { address, keys: made(address), _runs: runs }
    })
}

/// Makes the one user that there is.
fn made(address: SocketAddr) -> Keys {
    let all = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#;
    let asks = |action: &str, more: &[(&str, &str)]| {
        let mut fields = vec![("Action", action), ("Version", "2010-05-08"), ("UserName", "tests")];
        fields.extend(more);
        let fields: Vec<_> = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let to_iam = "AWS4-HMAC-SHA256 Credential=none/20260610/us-east-1/iam/aws4_request";
        let answer = send(address, &Request::form("/", &fields).with("Authorization", to_iam));
        assert_eq!(answer.status, 200, "{action}: {}", answer.text());
        answer.text()
    };
    asks("CreateUser", &[]);
    let key = asks("CreateAccessKey", &[]);
    asks("PutUserPolicy", &[("PolicyName", "all"), ("PolicyDocument", all)]);
    let told = |name: &str| {
        let rest = key.split_once(&format!("<{name}>")).unwrap_or_else(|| panic!("no {name}: {key}")).1;
        rest.split('<').next().unwrap().to_owned()
    };
    Keys { id: told("AccessKeyId"), secret: told("SecretAccessKey") }
}

fn asked(method: &str, path: &str, body: Vec<u8>) -> Response {
    let there = endpoint();
    send(there.address, &signed(&there.keys, there.address, method, path, body))
}

/// A bucket of one's own.
pub struct Bucket {
    name: String,
    line: Line,
}

impl Bucket {
    /// A new, empty one.
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("vault-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let made = asked("PUT", &format!("/{name}"), Vec::new());
        assert_eq!(made.status, 200, "{}", made.text());
        Self { name, line: Line::to(endpoint().address) }
    }
    /// The settings that lead to it.
    pub fn settings(&self) -> Vec<(String, String)> {
        [
            ("RUQSAT_VAULT_URL", format!("s3://{}/papers", self.name)),
            ("AWS_ENDPOINT", format!("http://{}", self.line.address())),
            ("AWS_REGION", REGION.to_owned()),
            ("AWS_ACCESS_KEY_ID", endpoint().keys.id.clone()),
            ("AWS_SECRET_ACCESS_KEY", endpoint().keys.secret.clone()),
            ("AWS_ALLOW_HTTP", "true".to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec()
    }
    /// The line to it.
    pub fn line(&self) -> &Line {
        &self.line
    }
    /// An object as it lies there.
    pub fn get(&self, name: &str) -> Option<Vec<u8>> {
        let answer = asked("GET", &format!("/{}/papers/{name}", self.name), Vec::new());
        (answer.status == 200).then_some(answer.body)
    }
    /// Puts an object there, behind the vault's back.
    pub fn put(&self, name: &str, bytes: Vec<u8>) {
        let answer = asked("PUT", &format!("/{}/papers/{name}", self.name), bytes);
        assert_eq!(answer.status, 200, "{}", answer.text());
    }
    /// Takes an object away.
    pub fn remove(&self, name: &str) {
        let answer = asked("DELETE", &format!("/{}/papers/{name}", self.name), Vec::new());
        assert_eq!(answer.status, 204, "{}", answer.text());
    }
    /// Names of all objects.
    pub fn names(&self) -> Vec<String> {
        let answer = asked("GET", &format!("/{}?list-type=2", self.name), Vec::new()).text();
        let keys = answer.split("<Key>").skip(1).filter_map(|rest| rest.split('<').next());
        keys.map(|key| key.trim_start_matches("papers/").to_owned()).collect()
    }
}

/// Hands on what is sent between the program and the endpoint, as long as it is whole.
pub struct Line {
    address: SocketAddr,
    /// Bytes towards the endpoint that still pass; below nothing, no connection is made or kept.
    left: Arc<AtomicI64>,
}

impl Line {
    /// Begins to hand on.
    pub fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let left = Arc::new(AtomicI64::new(i64::MAX));
        let shared = left.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let left = shared.clone();
                if left.load(Ordering::SeqCst) > 0
                    && let Ok(onward) = TcpStream::connect(server)
                {
                    let (back, forth) = (stream.try_clone().unwrap(), onward.try_clone().unwrap());
                    let still = left.clone();
                    std::thread::spawn(move || pump(onward, back, |_| still.load(Ordering::SeqCst) > 0));
                    std::thread::spawn(move || {
                        pump(stream, forth, |n| left.fetch_sub(n as i64, Ordering::SeqCst) > n as i64);
                    });
                }
            }
        });
        Self { address, left }
    }
    /// Where it is entered.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
    /// Cuts the line after so many more bytes towards the endpoint.
    pub fn cut_after(&self, bytes: i64) {
        self.left.store(bytes, Ordering::SeqCst);
    }
    /// Makes it whole again.
    pub fn mend(&self) {
        self.left.store(i64::MAX, Ordering::SeqCst);
    }
}

fn pump(mut from: TcpStream, mut to: TcpStream, mut passes: impl FnMut(usize) -> bool) {
    let mut bytes = [0; 16 * 1024];
    while let Ok(n) = from.read(&mut bytes) {
        if n == 0 || !passes(n) || to.write_all(&bytes[..n]).is_err() {
            break;
        }
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}
