//! Settings from the environment and a file; all that is wrong is said at once. `Debug` hides secrets.

use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

use crate::law::mci::LaterMci;
use crate::law::switches::Switches;
use crate::people::{Lifetimes, Offices, lifetime};
use crate::vault;

/// Who reads photographs of passports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recognise {
    /// tesseract, where the system keeps it.
    IfInstalled,
    /// The program of this path, which answers as tesseract does.
    By(PathBuf),
    /// Nobody.
    Never,
}

/// The settings.
#[derive(Clone)]
pub struct Config {
    /// `sqlite://…` or `postgres://…`.
    pub database_url: String,
    /// Keys, outbox, temporary files.
    pub data_dir: PathBuf,
    /// Where the vault is, and what opens it.
    pub vault: vault::Settings,
    /// Where the scanner of files listens; none: files stay "not scanned".
    pub clamd: Option<crate::scanner::Address>,
    /// Whether a photograph of a passport may be read by tesseract, and where it is.
    pub recognise: Recognise,
    /// Whether first pages are drawn when a file has come, and not only when somebody looks.
    pub draw_ahead: bool,
    /// Where to listen.
    pub bind: SocketAddr,
    /// How people reach the portal; no slash at the end.
    pub public_url: String,
    /// Proxies whose `X-Forwarded-For` counts.
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// Documents that came after the order and are turned on.
    pub switches: Switches,
    /// The MCI of years that this version does not know.
    pub mci: LaterMci,
    /// Where units receive people, as far as it was written.
    pub offices: Offices,
    /// How long keys and sessions are good.
    pub lifetimes: Lifetimes,
    /// `tracing` filter.
    pub log: String,
    /// Log lines as JSON.
    pub log_json: bool,
    /// The program that draws papers when it is started with `draw`: this one. Tests, which are none, name it.
    pub program: PathBuf,
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config").field("bind", &self.bind).field("public_url", &self.public_url).finish_non_exhaustive()
    }
}

/// Every setting that is wrong, a line each.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct ConfigErrors(pub Vec<String>);

/// The names, with their defaults and what they are for, as `--help` prints them.
pub const SETTINGS: &[(&str, &str, &str)] = &[
    ("RUQSAT_CONFIG", "", "a TOML file with the same names"),
    ("RUQSAT_DATABASE_URL", "sqlite://var/ruqsat.db", "or postgres://user:password@host/database"),
    ("RUQSAT_DATA_DIR", "var", "keys and temporary files"),
    ("RUQSAT_VAULT_URL", "file://var/vault", "where files lie; or s3://bucket/prefix with AWS_…"),
    ("RUQSAT_VAULT_KEY", "made once in vault.key of the data folder", "master key id:hex, older ones after commas"),
    ("AWS_ENDPOINT", "", "of the bucket, if it is not Amazon's"),
    ("AWS_REGION", "us-east-1", "of the bucket"),
    ("AWS_DEFAULT_REGION", "", "the same"),
    ("AWS_ACCESS_KEY_ID", "", "opens the bucket"),
    ("AWS_SECRET_ACCESS_KEY", "", "opens the bucket"),
    ("AWS_SESSION_TOKEN", "", "opens the bucket for a while"),
    ("AWS_ALLOW_HTTP", "false", "true for a bucket without TLS"),
    ("RUQSAT_CLAMD", "", "tcp://host:3310 or unix:///path of ClamAV's clamd; without it files are not scanned"),
    (
        "RUQSAT_TESSERACT",
        "auto",
        "auto: where tesseract is installed it reads photographs of passports; off; or its path",
    ),
    ("RUQSAT_DRAW_AHEAD", "on", "on: the first page of what has come is drawn soon; off: at the first look"),
    ("RUQSAT_BIND", "127.0.0.1:8080", "where to listen"),
    ("RUQSAT_PUBLIC_URL", "http:// + bind", "how people reach the portal; https makes cookies Secure"),
    ("RUQSAT_TRUSTED_PROXIES", "", "addresses of proxies, separated by commas, whose X-Forwarded-For counts"),
    ("RUQSAT_EXTRA_DOCUMENTS", "", "fingerprint_certificate, home_state_consent, pilot_notice, each with =YYYY-MM-DD"),
    ("RUQSAT_MCI", "", "monthly calculation index of later years, in tenge: 2027=4500,2028=4700"),
    ("RUQSAT_OFFICES", "", "a TOML file with address, hours and telephone of units, in kk and ru"),
    ("RUQSAT_KEY_LIFE", "30d", "an applicant's key is good so long after its last use: 30d, 12h, 45m"),
    ("RUQSAT_SESSION_IDLE", "2h", "a clerk's session not used for so long is over"),
    ("RUQSAT_SESSION_LIFE", "12h", "a clerk's session is over after so long in any case"),
    ("RUQSAT_CLAIM_LEASE", "1h", "a case that a clerk took is free again so long after their last work on it"),
    ("RUQSAT_LOG", "info", "tracing filter"),
    ("RUQSAT_LOG_FORMAT", "text", "or json"),
];

impl Config {
    /// Reads the environment, and the file that `RUQSAT_CONFIG` names.
    #[expect(clippy::disallowed_methods, reason = "the only place that reads the environment")]
    pub fn load() -> Result<Self, ConfigErrors> {
        let mut given: BTreeMap<String, String> = BTreeMap::new();
        if let Ok(path) = std::env::var("RUQSAT_CONFIG").map(PathBuf::from)
            && !path.as_os_str().is_empty()
        {
            let text = std::fs::read_to_string(&path).map_err(|error| {
                ConfigErrors(vec![format!("RUQSAT_CONFIG: cannot read {}: {error}", path.display())])
            })?;
            given.extend(from_toml(&text)?);
        }
        for (name, _, _) in SETTINGS {
            if let Ok(value) = std::env::var(name) {
                given.insert((*name).to_owned(), value);
            }
        }
        Self::from_values(&given)
    }

    /// Builds the settings from named values; an absent or empty one has its default.
    pub fn from_values(given: &BTreeMap<String, String>) -> Result<Self, ConfigErrors> {
        let mut wrong = Vec::new();
        let value = |name: &str, default: &str| {
            given.get(name).map(|v| v.trim()).filter(|v| !v.is_empty()).unwrap_or(default).to_owned()
        };
        let data_dir = PathBuf::from(value("RUQSAT_DATA_DIR", "var"));
        let database_url = value("RUQSAT_DATABASE_URL", "sqlite://var/ruqsat.db");
        if let Err(error) = crate::store::Manager::of(&database_url) {
            wrong.push(format!("RUQSAT_DATABASE_URL: {error}"));
        }
        let vault = vault_settings(&value, &data_dir, &mut wrong);
        let clamd = match value("RUQSAT_CLAMD", "").as_str() {
            "" => None,
            address => address.parse().map_err(|error| wrong.push(format!("RUQSAT_CLAMD: {error}"))).ok(),
        };
        let recognise = match value("RUQSAT_TESSERACT", "auto").as_str() {
            "auto" => Recognise::IfInstalled,
            "off" => Recognise::Never,
            path if path.starts_with('/') => Recognise::By(path.into()),
            _ => {
                wrong.push("RUQSAT_TESSERACT: must be auto, off, or a path that begins with /".to_owned());
                Recognise::Never
            }
        };
        let draw_ahead = match value("RUQSAT_DRAW_AHEAD", "on").as_str() {
            "on" => true,
            "off" => false,
            _ => {
                wrong.push("RUQSAT_DRAW_AHEAD: must be on or off".to_owned());
                false
            }
        };
        let bind_text = value("RUQSAT_BIND", "127.0.0.1:8080");
        let bind = bind_text.parse().unwrap_or_else(|_| {
            wrong.push("RUQSAT_BIND: must be an address and a port, such as 127.0.0.1:8080".to_owned());
            SocketAddr::from(([127, 0, 0, 1], 8080))
        });
        let public_url = value("RUQSAT_PUBLIC_URL", &format!("http://{bind_text}")).trim_end_matches('/').to_owned();
        if !public_url.starts_with("http://") && !public_url.starts_with("https://") {
            wrong.push("RUQSAT_PUBLIC_URL: must begin with http:// or https://".to_owned());
        }
        let mut trusted_proxies = Vec::new();
        for proxy in value("RUQSAT_TRUSTED_PROXIES", "").split(',').map(str::trim).filter(|proxy| !proxy.is_empty()) {
            match proxy.parse() {
                Ok(address) => trusted_proxies.push(address),
                Err(_) => wrong.push(format!("RUQSAT_TRUSTED_PROXIES: {proxy} is no address")),
            }
        }
        let switches = value("RUQSAT_EXTRA_DOCUMENTS", "").parse().unwrap_or_else(|error| {
            wrong.push(format!("RUQSAT_EXTRA_DOCUMENTS: {error}"));
            Switches::default()
        });
        let mci = value("RUQSAT_MCI", "").parse().unwrap_or_else(|error| {
            wrong.push(format!("RUQSAT_MCI: {error}"));
            LaterMci::default()
        });
        let offices = match value("RUQSAT_OFFICES", "").as_str() {
            "" => Offices::default(),
            path => offices(path).unwrap_or_else(|error| {
                wrong.push(format!("RUQSAT_OFFICES: {error}"));
                Offices::default()
            }),
        };
        let mut life = |name: &str, default| {
            let text = value(name, "");
            if text.is_empty() {
                return default;
            }
            lifetime(&text).unwrap_or_else(|| {
                wrong.push(format!("{name}: must be from 10m to 365d, such as 30d, 12h or 45m"));
                default
            })
        };
        let usual = Lifetimes::default();
        let lifetimes = Lifetimes {
            key: life("RUQSAT_KEY_LIFE", usual.key),
            idle: life("RUQSAT_SESSION_IDLE", usual.idle),
            session: life("RUQSAT_SESSION_LIFE", usual.session),
            claim: life("RUQSAT_CLAIM_LEASE", usual.claim),
        };
        let log_json = match value("RUQSAT_LOG_FORMAT", "text").as_str() {
            "text" => false,
            "json" => true,
            _ => {
                wrong.push("RUQSAT_LOG_FORMAT: must be text or json".to_owned());
                false
            }
        };
        let log = value("RUQSAT_LOG", "info");
        if tracing_subscriber::EnvFilter::try_new(&log).is_err() {
            wrong.push("RUQSAT_LOG: must be a tracing filter, such as info or ruqsat=debug".to_owned());
        }
        if wrong.is_empty() {
            Ok(Self {
                database_url,
                data_dir,
                vault,
                clamd,
                recognise,
                draw_ahead,
                bind,
                public_url,
                trusted_proxies,
                switches,
                mci,
                offices,
                lifetimes,
                log,
                log_json,
                // Itself, also after a newer one was put in its place.
                program: PathBuf::from("/proc/self/exe"),
            })
        } else {
            Err(ConfigErrors(wrong))
        }
    }
}

fn offices(path: &str) -> Result<Offices, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("cannot read {path}: {error}"))?;
    Offices::read(&text)
}

fn vault_settings(
    value: &impl Fn(&str, &str) -> String,
    data_dir: &std::path::Path,
    wrong: &mut Vec<String>,
) -> vault::Settings {
    let url = value("RUQSAT_VAULT_URL", "file://var/vault");
    let place = vault::Place::read(&url, data_dir, |name| value(name, "")).unwrap_or_else(|error| {
        wrong.push(format!("RUQSAT_VAULT_URL: {error}"));
        vault::Place::Folder(PathBuf::new())
    });
    let keys = match value("RUQSAT_VAULT_KEY", "") {
        none if none.is_empty() => None,
        given => vault::Ring::read(&given).map_err(|error| wrong.push(format!("RUQSAT_VAULT_KEY: {error}"))).ok(),
    };
    vault::Settings { place, keys, key_file: data_dir.join("vault.key") }
}

fn from_toml(text: &str) -> Result<BTreeMap<String, String>, ConfigErrors> {
    let table: toml::Table = text
        .parse()
        .map_err(|error: toml::de::Error| ConfigErrors(vec![format!("RUQSAT_CONFIG: {}", error.message())]))?;
    let mut values = BTreeMap::new();
    let mut wrong = Vec::new();
    for (name, value) in table {
        match value {
            _ if !SETTINGS.iter().any(|(known, _, _)| *known == name) => {
                wrong.push(format!("RUQSAT_CONFIG: there is no setting {name}"));
            }
            toml::Value::String(text) => {
                values.insert(name, text);
            }
            _ => wrong.push(format!("RUQSAT_CONFIG: {name} must be a text in quotes")),
        }
    }
    if wrong.is_empty() { Ok(values) } else { Err(ConfigErrors(wrong)) }
}
