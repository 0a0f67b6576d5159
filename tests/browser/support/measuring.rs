//! How a tester measures a page: with scripts of their own, in the dark, through a narrow window, with others' cookies.
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

use super::browser::Browser;
use super::driver::{Engine, driver};

/// Whose colours a page has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// Ours, light.
    Light,
    /// Ours, dark.
    Dark,
    /// The system's, few and stark.
    Forced,
}

impl Browser {
    /// Has these cookies of a place, and no others.
    #[track_caller]
    pub fn holds(&self, cookies: &BTreeMap<String, String>, place: &str) {
        self.does("Network.clearBrowserCookies", &json!({}));
        for (name, value) in cookies {
            self.does("Network.setCookie", &json!({"name": name, "value": value, "url": place}));
        }
    }

    /// Shows this page in place of the one that stands there, and waits until its style and pictures have come.
    #[track_caller]
    pub fn shows(&self, html: &str) {
        const SHOW: &str = "
            const [html, done] = arguments;
            document.open(); addEventListener('load', () => done([])); document.write(html); document.close();";
        self.must("show a page", self.client().execute_async(SHOW, vec![html.into()]));
    }

    /// Runs a script on the page.
    #[track_caller]
    pub fn runs(&self, script: &str) {
        self.must("a script", self.client().execute(script, Vec::new()));
    }

    /// Runs a script that returns a list of sentences.
    #[track_caller]
    pub fn asks(&self, script: &str) -> Vec<String> {
        sentences(self.must("a script", self.client().execute(script, Vec::new())))
    }

    /// Runs a script that hands a list of sentences to its last argument.
    #[track_caller]
    pub fn asks_later(&self, script: &str) -> Vec<String> {
        sentences(self.must("a script", self.client().execute_async(script, Vec::new())))
    }

    /// The person prefers dark pages, or light ones; or their system chooses all colours. In the dark they ask for rest too;
    /// in the light nothing is said of that: what moves there moves for everybody.
    #[track_caller]
    pub fn sees_in(&self, colours: Colours) {
        let (scheme, forced, motion) = match colours {
            Colours::Light => ("light", "none", "no-preference"),
            Colours::Dark => ("dark", "none", "reduce"),
            Colours::Forced => ("dark", "active", "reduce"),
        };
        let features = json!([
            {"name": "prefers-color-scheme", "value": scheme}, {"name": "forced-colors", "value": forced},
            {"name": "prefers-reduced-motion", "value": motion},
        ]);
        self.does("Emulation.setEmulatedMedia", &json!({ "features": features }));
    }

    /// A slow line, and a machine so many times slower than this one.
    #[track_caller]
    pub fn is_slow(&self, bits_a_second: u32, milliseconds: u32, slower: u32) {
        let bytes = bits_a_second / 8;
        self.does("Network.enable", &json!({}));
        let line =
            json!({"offline": false, "latency": milliseconds, "downloadThroughput": bytes, "uploadThroughput": bytes});
        self.does("Network.emulateNetworkConditions", &line);
        self.does("Emulation.setCPUThrottlingRate", &json!({"rate": slower}));
    }

    /// Makes the page so wide, in CSS pixels.
    #[track_caller]
    pub fn as_wide_as(&self, width: u32) {
        let size = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        self.does("Emulation.setDeviceMetricsOverride", &size);
    }

    /// Makes the window so wide, and as high as the page then is.
    #[track_caller]
    pub fn as_large_as_its_page(&self, width: u32) {
        self.as_wide_as(width);
        let height = self.asks("return [String(document.documentElement.scrollHeight)];")[0].parse::<u32>().unwrap();
        let size = json!({"width": width, "height": height.clamp(400, 8_000), "deviceScaleFactor": 1, "mobile": false});
        self.does("Emulation.setDeviceMetricsOverride", &size);
    }

    /// A command of Chromium's own (DevTools protocol).
    #[track_caller]
    pub fn does(&self, command: &str, parameters: &Value) -> Value {
        let session = self.must("the session", self.client().session_id()).unwrap_or_default();
        let body = json!({"cmd": command, "params": parameters}).to_string();
        let answer = post(&format!("/session/{session}/goog/cdp/execute"), &body);
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_default();
        assert!(head.starts_with("HTTP/1.1 200"), "{command}: {answer}");
        serde_json::from_str(body).unwrap_or_default()
    }
}

/// Sends to ChromeDriver what fantoccini has no word for. It keeps its connections open: the length says where it ends.
fn post(path: &str, body: &str) -> String {
    let place = driver(Engine::Chromium).url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(place).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    write!(stream, "POST {path} HTTP/1.1\r\nHost: {place}\r\nContent-Length: {}\r\n\r\n{body}", body.len()).unwrap();
    let (mut answer, mut part) = (Vec::new(), [0; 4096]);
    loop {
        let read = stream.read(&mut part).unwrap();
        answer.extend_from_slice(&part[..read]);
        let text = String::from_utf8_lossy(&answer);
        let whole = text.split_once("\r\n\r\n").is_some_and(|(head, body)| {
            let length =
                head.to_lowercase().lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
            length.is_some_and(|length: usize| body.len() >= length)
        });
        if whole || read == 0 {
            return text.into_owned();
        }
    }
}

fn sentences(answer: Value) -> Vec<String> {
    let list = answer.as_array().unwrap_or_else(|| panic!("no list: {answer}"));
    list.iter().map(|one| one.as_str().map_or_else(|| one.to_string(), str::to_owned)).collect()
}
