//! How a browser is set up.
use super::driver::{Engine, chromium};
use serde_json::json;
use std::path::Path;

/// How the browser is set up.
pub struct Options {
    /// Which browser.
    pub engine: Engine,
    /// Whether pages may run scripts.
    pub javascript: bool,
    /// Of the page, in CSS pixels.
    pub width: u32,
    /// Of the page, in CSS pixels.
    pub height: u32,
    /// The languages it asks for, as in `kk,ru`.
    pub language: &'static str,
}

impl Default for Options {
    fn default() -> Self {
        Self { engine: Engine::default(), javascript: true, width: 1280, height: 900, language: "kk" }
    }
}

impl Options {
    /// The same in WebDriver's words.
    pub fn capabilities(&self, profile: &Path) -> serde_json::Value {
        match self.engine {
            Engine::Chromium => self.chromium(profile),
            Engine::Firefox => self.firefox(),
        }
    }

    fn firefox(&self) -> serde_json::Value {
        let firefox = json!({
            "binary": "/usr/bin/firefox-esr",
            "args": ["-headless", format!("--width={}", self.width), format!("--height={}", self.height)],
            "prefs": {
                "javascript.enabled": self.javascript,
                "intl.accept_languages": self.language,
                "signon.rememberSignons": false,
                "app.normandy.enabled": false,
                "datareporting.policy.dataSubmissionEnabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
            },
        });
        json!({
            "browserName": "firefox", "moz:firefoxOptions": firefox,
            "timeouts": { "pageLoad": 60_000, "script": 10_000 },
        })
    }

    fn chromium(&self, profile: &Path) -> serde_json::Value {
        let mut chrome = json!({
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-search-engine-choice-screen", "--hide-scrollbars", "--disable-extensions", "--disable-smooth-scrolling",
                format!("--user-data-dir={}", profile.display()),
                format!("--window-size={},{}", self.width, self.height),
            ],
            // the page's size to the pixel; a window's would include its bars, and never be narrow
            "mobileEmulation": { "deviceMetrics": {
                "width": self.width, "height": self.height, "pixelRatio": 1.0, "touch": false, "mobile": false,
            } },
            "prefs": {
                "profile.managed_default_content_settings.javascript": if self.javascript { 1 } else { 2 },
                "intl.accept_languages": self.language,
                "profile.password_manager_enabled": false,
                "credentials_enable_service": false,
            },
        });
        if let Some(binary) = chromium() {
            chrome["binary"] = json!(binary);
        }
        json!({ "browserName": "chrome", "goog:chromeOptions": chrome, "timeouts": { "pageLoad": 30_000, "script": 10_000 } })
    }
}
