//! Requests to S3 signed by AWS Signature Version 4, as its documentation writes it down: for the hand that reaches behind
//! the vault's back, at an endpoint that asks everybody for a signature.

use std::net::SocketAddr;

use hmac::{Hmac, KeyInit as _, Mac as _};
use ruqsat::application::submission::sha256_hex;
use sha2::Sha256;

use super::super::http::Request;

/// Where all of it is.
pub const REGION: &str = "us-east-1";

/// Who signs.
#[derive(Debug, Clone)]
pub struct Keys {
    /// Which key, in the open.
    pub id: String,
    /// What is signed with.
    pub secret: String,
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// A request with its signature. The path must need no escaping.
pub fn signed(keys: &Keys, server: SocketAddr, method: &str, path: &str, body: Vec<u8>) -> Request {
    let now = ruqsat::clock::Clock::default().now();
    let (day, moment) = (now.format("%Y%m%d").to_string(), now.format("%Y%m%dT%H%M%SZ").to_string());
    let (plain, query) = path.split_once('?').unwrap_or((path, ""));
    let digest = sha256_hex(&body);
    let names = "host;x-amz-content-sha256;x-amz-date";
    let headers = format!("host:{server}\nx-amz-content-sha256:{digest}\nx-amz-date:{moment}\n");
    let canonical = format!("{method}\n{plain}\n{query}\n{headers}\n{names}\n{digest}");
    let scope = format!("{day}/{REGION}/s3/aws4_request");
    let to_sign = format!("AWS4-HMAC-SHA256\n{moment}\n{scope}\n{}", sha256_hex(canonical.as_bytes()));
    let first = format!("AWS4{}", keys.secret).into_bytes();
    let key = [day.as_str(), REGION, "s3", "aws4_request"].iter().fold(first, |key, part| mac(&key, part));
    let signature: String = mac(&key, &to_sign).iter().map(|byte| format!("{byte:02x}")).collect();
    let told = format!("AWS4-HMAC-SHA256 Credential={}/{scope}, SignedHeaders={names}, Signature={signature}", keys.id);
    let request = Request { method: method.to_owned(), path: path.to_owned(), body, ..Request::default() };
    request.with("X-Amz-Date", &moment).with("X-Amz-Content-Sha256", &digest).with("Authorization", &told)
}
