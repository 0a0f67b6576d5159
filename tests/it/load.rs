//! The load generator counts and reads right: a wrong measure would go unnoticed.
#[path = "../../benches/support/load.rs"]
mod generator;

use generator::{Load, compare, median, resident, run};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

/// Answers by the path: each way of ending a body, each kind of status. `delay` before each answer.
async fn serve(delay: Duration) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                let mut stream = BufReader::new(stream);
                let (mut line, mut path) = (String::new(), String::new());
                while stream.read_line(&mut line).await.unwrap_or(0) > 0 {
                    if let Some(rest) = line.strip_prefix("GET ") {
                        path = rest.split(' ').next().unwrap_or_default().to_owned();
                    }
                    if line == "\r\n" {
                        tokio::time::sleep(delay).await;
                        let answer = match path.as_str() {
                            "/length" => "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello",
                            "/chunks" => {
                                "HTTP/1.1 201 Made\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n1\r\n!\r\n0\r\nT: x\r\n\r\n"
                            }
                            "/see" => "HTTP/1.1 303 See\r\nContent-Length: 0\r\n\r\n",
                            "/none" => "HTTP/1.1 204 None\r\n\r\n",
                            "/close" => "HTTP/1.0 200 OK\r\n\r\nuntil the end",
                            "/bad" => "HTTP/1.1 500 Bad\r\nContent-Length: 1\r\n\r\nx",
                            _ => "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ncut",
                        };
                        stream.get_mut().write_all(answer.as_bytes()).await.unwrap();
                        if path == "/close" || path == "/cut" {
                            return;
                        }
                    }
                    line.clear();
                }
            });
        }
    });
    address
}

fn load(server: SocketAddr, paths: &'static [&'static str]) -> Load {
    let request =
        move |i: u64| format!("GET {} HTTP/1.1\r\nHost: x\r\n\r\n", paths[i as usize % paths.len()]).into_bytes();
    Load { server, connections: 2, duration: Duration::from_millis(250), request: Arc::new(request) }
}

#[tokio::test]
async fn answers_are_told_apart() {
    let server = serve(Duration::from_millis(1)).await;
    let got = run(&load(server, &["/length", "/chunks", "/see", "/none", "/close", "/bad", "/cut"])).await.unwrap();
    let rounds = got.redirects;
    assert!(rounds > 3, "{got:?}");
    assert!(got.ok.abs_diff(4 * rounds) <= 4, "{got:?}");
    assert!(got.other.abs_diff(2 * rounds) <= 2, "{got:?}"); // 500, and the one cut short
    let answered = got.latencies.len() as u64;
    assert!(answered < got.ok + got.redirects + got.other, "the one cut short has no latency");
    assert!(Duration::from_millis(1) <= got.p50() && got.p50() <= got.p95(), "{got:?}");
}

#[tokio::test]
async fn the_slower_server_loses() {
    let (quick, slow) = (serve(Duration::from_millis(1)).await, serve(Duration::from_millis(20)).await);
    let result = compare(&load(quick, &["/length"]), &load(slow, &["/chunks"]), 3).await.unwrap();
    assert_eq!((result.a.len(), result.b.len()), (3, 3));
    assert!(result.ratio > 2.0, "{}", result.ratio);
}

#[tokio::test]
async fn only_this_machine_is_asked() {
    let refused = run(&load(([192, 0, 2, 1], 80).into(), &["/"])).await; // an address for documentation
    assert_eq!(refused.unwrap_err().kind(), std::io::ErrorKind::PermissionDenied);
}

#[test]
fn figures_are_right() {
    assert_eq!((median(vec![3.0, 1.0, 2.0]), median(vec![4.0, 1.0])), (2.0, 2.5));
    assert!(resident(std::process::id()).unwrap() > 1 << 20);
    assert!(resident(u32::MAX).is_err());
}
