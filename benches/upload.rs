//! What an upload costs: a form with one file sent to the portal, against two plain writes of the same bytes, in turn in
//! one run: one into a file, encrypted piece by piece by what the vault encrypts with (*ring*) and nothing more; and one into the portal's
//! vault, which hashes, wraps the file's key and puts both under their names. All end when the file has reached the disk.
//!
//! `cargo bench --bench upload`. The portal runs in this process, on a thread of its own; the sending, over a socket, is
//! counted too. Other work on the machine disturbs both sides of a round alike: the ratio is what counts.

use std::fs::File;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use ruqsat::application::steps::StepName;
use ruqsat::application::{Application, Code, Number};
use ruqsat::clock::Clock;
use ruqsat::config::Config;
use ruqsat::store::applications;
use ruqsat::web::key;
use ruqsat::web::state::Office;

/// Rounds of all in turn; the median ratio is quoted.
const ROUNDS: usize = 7;
const MEGABYTE: usize = 1024 * 1024;
/// As a line brings it.
const PIECE: usize = 64 * 1024;

fn failed(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(error.to_string())
}

fn main() -> io::Result<()> {
    // Beside the build, not in /tmp: that may be memory, where the disk costs nothing.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("upload-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let measured = measure(&folder);
    std::fs::remove_dir_all(&folder)?;
    measured
}

fn measure(folder: &Path) -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let server = listener.local_addr()?;
    let values = [
        ("RUQSAT_DATABASE_URL", format!("sqlite://{}", folder.join("ruqsat.db").display())),
        ("RUQSAT_DATA_DIR", folder.display().to_string()),
        ("RUQSAT_VAULT_URL", format!("file://{}", folder.join("vault").display())),
        ("RUQSAT_PUBLIC_URL", format!("http://{server}")),
    ];
    let values = values.map(|(name, value)| (name.to_owned(), value)).into();
    let office =
        ruqsat::app::office(&Config::from_values(&values).map_err(failed)?, Clock::default()).map_err(failed)?;
    let (tell, told) = mpsc::channel();
    let serving = office.clone();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            match ruqsat::app::serve(serving, listener, 1) {
                Ok(server) => {
                    let _ = tell.send(server.handle());
                    let _ = server.await;
                }
                Err(error) => eprintln!("{error}"),
            }
        });
    });
    let handle = told.recv().map_err(failed)?;
    println!(
        "upload with the form / encrypted write of the same bytes into a file, and into the vault (median of {ROUNDS})"
    );
    for (what, content) in [
        ("PDF, 20 MB", pdf(20 * MEGABYTE - PIECE)),
        ("JPEG, 20 MB", jpeg(20 * MEGABYTE - PIECE)),
        ("PDF, 1 MB", pdf(MEGABYTE)),
    ] {
        let (mut uploads, mut files, mut vaults) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..=ROUNDS {
            uploads.push(upload(&office, server, &content)?);
            files.push(into_a_file(folder, &content)?);
            vaults.push(into_the_vault(&office, &content)?);
        }
        // The first round warms all of them up.
        let ratio = |others: &[Duration]| {
            let ratios =
                uploads.iter().zip(others).skip(1).map(|(upload, other)| upload.as_secs_f64() / other.as_secs_f64());
            median(ratios.map(|ratio| (ratio * 1e6) as u64).collect()) as f64 / 1e6
        };
        println!(
            "  {what:<12} {:>7.1?}  file {:>7.1?}, ratio {:.2}  vault {:>7.1?}, ratio {:.2}",
            median(uploads[1..].to_vec()),
            median(files[1..].to_vec()),
            ratio(&files),
            median(vaults[1..].to_vec()),
            ratio(&vaults),
        );
    }
    drop(handle.stop(false));
    Ok(())
}

fn median<T: Ord + Copy>(mut values: Vec<T>) -> T {
    values.sort_unstable();
    values[values.len() / 2]
}

/// The plain write: encrypted as the vault encrypts (ChaCha20-Poly1305 by *ring*, pieces of 64 KiB, each with a nonce and a
/// tag of its own), into one file. What the vault does once for a file, to make the key of its pieces, is left out.
fn into_a_file(folder: &Path, content: &[u8]) -> io::Result<Duration> {
    let path = folder.join("plain");
    let begun = Instant::now();
    let key = UnboundKey::new(&CHACHA20_POLY1305, &rand::random::<[u8; 32]>()).map_err(|_| failed("the key"))?;
    let key = LessSafeKey::new(key);
    let mut file = File::create(&path)?;
    let mut sealed = Vec::with_capacity(PIECE + 16);
    for (number, piece) in content.chunks(PIECE).enumerate() {
        sealed.clear();
        sealed.extend_from_slice(piece);
        let mut nonce = [0; 12];
        nonce[4..].copy_from_slice(&(number as u64).to_be_bytes());
        let closed = key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut sealed);
        closed.map_err(|_| failed("the cipher"))?;
        file.write_all(&sealed)?;
    }
    file.sync_all()?;
    let took = begun.elapsed();
    std::fs::remove_file(&path)?;
    Ok(took)
}

/// The portal's own write: sealed piece by piece, whole on the disk at the end.
fn into_the_vault(office: &Office, content: &[u8]) -> io::Result<Duration> {
    ruqsat::app::block_on(async {
        let begun = Instant::now();
        let id = uuid::Uuid::now_v7().to_string();
        let mut writing = office.vault.begin(&id).await?;
        for piece in content.chunks(PIECE) {
            writing.write(piece).await?;
        }
        writing.finish().await?;
        let took = begun.elapsed();
        office.vault.remove(&id).await?;
        Ok(took)
    })
}

/// A new application for each: the limits are those of people.
fn upload(office: &Office, server: SocketAddr, content: &[u8]) -> io::Result<Duration> {
    let id = uuid::Uuid::now_v7().to_string();
    let hash = Code::random(&mut rand::rng()).hash(&office.key);
    let number = Number::random(&mut rand::rng());
    let mut application = Application::begin(id.clone(), number, hash, "kk", office.clock.now());
    let situation = serde_json::json!({"born_on": "1990-02-03", "stateless": "no", "citizenship": "UZB"});
    application.answers.put(StepName::Situation, situation.as_object().cloned().unwrap_or_default());
    office.db.write(|conn| applications::begin(conn, &application)).map_err(failed)?;
    let cookie = key::applicant_cookie(office, &id);
    let token = key::token(office, &id);
    let before = format!(
        "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{token}\r\n--x\r\n\
         Content-Disposition: form-data; name=\"files\"; filename=\"a.pdf\"\r\n\r\n"
    );
    let behind = "\r\n--x--\r\n";
    let head = format!(
        "POST /kk/apply/documents/passport HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\nCookie: {}={}\r\n\
         Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {}\r\n\r\n",
        cookie.name(),
        cookie.value(),
        before.len() + content.len() + behind.len()
    );
    let mut answer = Vec::new();
    let begun = Instant::now();
    let mut line = TcpStream::connect(server)?;
    line.write_all(head.as_bytes())?;
    line.write_all(before.as_bytes())?;
    line.write_all(content)?;
    line.write_all(behind.as_bytes())?;
    line.read_to_end(&mut answer)?;
    let took = begun.elapsed();
    let kept = office.db.read(|conn| applications::load(conn, &id)).map_err(failed)?;
    let size = kept.papers.iter().flat_map(|paper| &paper.files).map(|file| file.size).sum::<u64>();
    if size != content.len() as u64 {
        return Err(failed(String::from_utf8_lossy(&answer[..answer.len().min(300)])));
    }
    Ok(took)
}

/// Bytes that do not repeat, as compressed ones.
fn noise(bytes: usize) -> Vec<u8> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    (0..bytes)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32) as u8
        })
        .collect()
}

/// One page with a large picture.
fn pdf(bytes: usize) -> Vec<u8> {
    let mut pdf =
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n4 0 obj<</Filter/DCTDecode>>stream\n"
            .to_vec();
    pdf.extend(noise(bytes));
    let at = pdf.len();
    pdf.extend(
        format!("\nendstream endobj\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n")
            .bytes(),
    );
    pdf
}

/// A picture whose pixels are noise.
fn jpeg(bytes: usize) -> Vec<u8> {
    let mut whole = io::Cursor::new(Vec::new());
    let drawn = image::RgbImage::new(640, 480).write_to(&mut whole, image::ImageFormat::Jpeg);
    let whole = whole.into_inner();
    assert!(drawn.is_ok() && whole.ends_with(&[0xFF, 0xD9]));
    let mut jpeg = whole[..whole.len() - 2].to_vec();
    jpeg.extend(noise(bytes).into_iter().map(|byte| if byte == 0xFF { 0xFE } else { byte }));
    jpeg.extend([0xFF, 0xD9]);
    jpeg
}
