//! A living office for looking at: invented applications in every state, in both languages, with papers, photographs
//! and one clerk of each role. Nothing here is used by the portal itself.

mod life;
mod names;
mod person;
pub mod pictures;
pub mod portrait;
mod zone;

use anyhow::Context;
use chrono::{DateTime, Duration, Utc};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::application::{Actor, Application, Code, Number, Status};
use crate::documents::photo::Photograph;
use crate::documents::{Format, ScanState, StoredFile, file::FileRole};
use crate::imaging::{self, Portrait, Wish};
use crate::law::DocumentKind;
use crate::people::{NewStaff, Role, Staff, password};
use crate::store::{self, applications};
use crate::vault::{Vault, Written};
use crate::web::state::Office;
use life::{Clerks, Setting};
use names::Names;
use person::Kind;

/// The unit where the demo's clerks work; most applications go there.
pub const UNIT: &str = "KZ75";

/// What was made.
pub struct Made {
    /// Login and password of each clerk.
    pub clerks: Vec<(String, String)>,
    /// Number and code of some open applications, one in each language.
    pub drafts: Vec<(String, String)>,
    /// How many applications stand in each state.
    pub states: Vec<(Status, usize)>,
}

/// So many people are drawn; their photographs are used again and again.
const PORTRAITS: usize = 8;

/// In a hundred applications, how many end in each state.
const MIX: &[(Status, usize)] = &[
    (Status::Draft, 12),
    (Status::Submitted, 20),
    (Status::Returned, 8),
    (Status::Accepted, 24),
    (Status::PreliminaryRefusal, 4),
    (Status::AcceptanceRefused, 5),
    (Status::Approved, 6),
    (Status::Refused, 5),
    (Status::Issued, 12),
    (Status::Withdrawn, 4),
];

/// Fills an empty office. Tells its progress as (done, of).
pub async fn fill(
    office: &Office,
    applications: usize,
    seed: u64,
    progress: impl Fn(usize, usize),
) -> anyhow::Result<Made> {
    let empty = office.db.read(|conn| Ok(store::queue::is_empty(conn)? && store::staff::is_empty(conn)?))?;
    anyhow::ensure!(empty, "the database holds something already: the demo fills an empty one only");
    let names = names::names().context("Failed to read the demo's names")?;
    let mut chance = StdRng::seed_from_u64(seed);
    let (clerks, passwords) = hire(office, &names)?;
    let pictures = Pictures::draw(&mut chance);
    let mut made = Made { clerks: passwords, drafts: Vec::new(), states: Vec::new() };
    for i in 0..applications {
        let end = state_of(i);
        let drawn = one(office, &names, &clerks, &pictures, i, end, &mut chance).await?;
        if let (Status::Draft | Status::Submitted | Status::Accepted, true) = (end, made.drafts.len() < 6) {
            made.drafts.push(drawn);
        }
        match made.states.iter_mut().find(|(state, _)| *state == end) {
            Some((_, n)) => *n += 1,
            None => made.states.push((end, 1)),
        }
        progress(i + 1, applications);
    }
    Ok(made)
}

/// The first ten are one of each state, so that a small demo shows all; then the mix.
fn state_of(i: usize) -> Status {
    if i < MIX.len() {
        return MIX[i].0;
    }
    let mut at = (i * 37) % MIX.iter().map(|(_, n)| n).sum::<usize>();
    for (status, n) in MIX {
        if at < *n {
            return *status;
        }
        at -= n;
    }
    Status::Submitted
}

fn hire(office: &Office, names: &Names) -> anyhow::Result<(Clerks, Vec<(String, String)>)> {
    let mut passwords = Vec::new();
    let mut hired = Vec::new();
    for role in Role::ALL {
        let staff = Staff {
            id: uuid::Uuid::now_v7().to_string(),
            login: format!("demo.{}", role.code()),
            name: names.staff.get(role.code()).cloned().unwrap_or_default(),
            role: *role,
            unit: UNIT.to_owned(),
            language: if role.code().len() % 2 == 0 { "kk" } else { "ru" }.to_owned(),
            enabled: true,
            lent: Vec::new(),
        };
        // Passwords and codes are never those of the seed: whoever knows it must not know them.
        let password = Code::random(&mut rand::rng()).shown().to_lowercase();
        let new = NewStaff { staff: staff.clone(), password_hash: password::hash(&password, &staff.login)? };
        office.db.write(|conn| store::staff::add(conn, &new, Actor::Console, office.clock.now()))?;
        passwords.push((staff.login.clone(), password));
        hired.push(staff);
    }
    let actor =
        |role: Role| hired.iter().find(|staff| staff.role == role).map(Staff::actor).context("a role is missing");
    let clerks = Clerks {
        operator: actor(Role::Operator)?,
        officer: actor(Role::Officer)?,
        supervisor: actor(Role::Supervisor)?,
    };
    Ok((clerks, passwords))
}

async fn one(
    office: &Office,
    names: &Names,
    clerks: &Clerks,
    pictures: &Pictures,
    i: usize,
    end: Status,
    chance: &mut StdRng,
) -> anyhow::Result<(String, String)> {
    let now = office.clock.now();
    let filed_at = working_moment(now - Duration::days(life::filed_days_ago(end, chance)), now, chance);
    let kind = [Kind::Adult, Kind::Adult, Kind::Adult, Kind::Minor, Kind::InDemand][i % 5];
    let unit = (i % 5 != 4).then_some(UNIT);
    let invented = person::invent(names, kind, crate::clock::civil(filed_at).date(), unit, chance)
        .context("the demo's names are incomplete")?;
    let code = Code::random(&mut rand::rng());
    let id = uuid::Uuid::now_v7().to_string();
    let begun_at = filed_at - Duration::hours(chance.random_range(1..30));
    let mut application =
        Application::begin(id, Number::random(chance), code.hash(&office.key), invented.language, begun_at);
    application.answers = invented.answers;
    let day = crate::clock::civil(filed_at).date();
    for requirement in application.requirements(day, &office.switches) {
        if requirement.rule.files {
            let details = details(requirement.rule, &invented.papers, day, chance);
            let translated = details.needs_translation();
            application.describe(requirement.kind, details)?;
            if requirement.kind == DocumentKind::Photo {
                let (photograph, files) = pictures.photograph(&office.vault, begun_at, chance).await?;
                application.place_photograph(Some(photograph), &[], files)?;
                continue;
            }
            let file = pictures.store(&office.vault, requirement.kind, FileRole::Paper, begun_at, chance).await?;
            application.attach(requirement.kind, file)?;
            if translated {
                let file =
                    pictures.store(&office.vault, requirement.kind, FileRole::Translation, begun_at, chance).await?;
                application.attach(requirement.kind, file)?;
            }
        }
    }
    let texts = names.texts.get(invented.language).context("the demo's texts are incomplete")?;
    let setting = Setting { calendar: &office.calendar(), switches: &office.switches, clerks, now };
    let shown = application.number.to_string();
    office.db.write(|conn| {
        let (papers, photograph) = (std::mem::take(&mut application.papers), application.photograph.take());
        applications::begin(conn, &application)?;
        applications::change(conn, &application.id, None, |stored, _| {
            (stored.papers, stored.photograph) = (papers, photograph);
            stored.zone = zone::lines(&stored.answers, i);
            Ok(applications::Changed { value: (), event: None })
        })?;
        life::live(conn, &setting, &application.id, end, filed_at, texts)
    })?;
    Ok((shown, code.shown()))
}

/// Between 9 and 18 of a day from Monday to Friday, not after now.
fn working_moment(at: DateTime<Utc>, now: DateTime<Utc>, chance: &mut StdRng) -> DateTime<Utc> {
    use chrono::{Datelike, NaiveTime, Weekday};
    let mut day = crate::clock::civil(at).date();
    while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        day -= Duration::days(1);
    }
    let time =
        NaiveTime::from_hms_opt(4 + chance.random_range(0..8), chance.random_range(0..60), 0).unwrap_or_default();
    day.and_time(time).and_utc().min(now)
}

fn details(
    rule: &crate::law::documents::DocumentRule,
    (country, language): &(String, String),
    day: chrono::NaiveDate,
    chance: &mut StdRng,
) -> crate::documents::Details {
    use crate::validation::Answer;
    let mut details = crate::documents::Details::default();
    if rule.max_age_days.is_some() {
        details.issued_on = Answer::Given(day - Duration::days(chance.random_range(2..90)));
    }
    if rule.may_be_foreign {
        details.language = Answer::read(language);
        details.translated = Answer::Given(details.needs_translation());
    }
    // Of a passport it is asked in its step.
    if crate::documents::Details::asked(rule).contains(&"issued_in") {
        details.issued_in = Answer::read(country);
        details.legalisation =
            Answer::read(if crate::law::legalisation::spared(country).is_some() { "treaty" } else { "apostille" });
    }
    details
}

/// Drawn once, used for many: what is stored for each document.
struct Pictures {
    /// Each as it was brought, and as it was cut.
    portraits: Vec<(Vec<u8>, Portrait)>,
    scans: Vec<Vec<u8>>,
    pdfs: Vec<Vec<u8>>,
}

impl Pictures {
    fn draw(chance: &mut StdRng) -> Self {
        Self {
            portraits: (0..PORTRAITS)
                .filter_map(|_| {
                    let brought = pictures::portrait(chance);
                    let cut = imaging::portrait(&brought, Format::Jpeg, Wish::Propose).ok()?;
                    Some((brought, cut))
                })
                .collect(),
            scans: (0..6).map(|i| pictures::scan(chance, 10 + i * 2)).collect(),
            pdfs: (0..4).map(|i| pictures::pdf(chance, 12 + i * 2)).collect(),
        }
    }

    async fn store(
        &self,
        vault: &Vault,
        kind: DocumentKind,
        role: FileRole,
        at: DateTime<Utc>,
        chance: &mut StdRng,
    ) -> anyhow::Result<StoredFile> {
        let (bytes, format, ending) = match kind {
            DocumentKind::Passport | DocumentKind::StateFee => {
                (&self.scans[chance.random_range(0..6)], Format::Jpeg, "jpg")
            }
            _ => (&self.pdfs[chance.random_range(0..4)], Format::Pdf, "pdf"),
        };
        put(vault, bytes, format!("{}.{ending}", kind.code()), (role, format), at).await
    }

    /// A photograph with what it was cut from, as somebody has agreed to it.
    async fn photograph(
        &self,
        vault: &Vault,
        at: DateTime<Utc>,
        chance: &mut StdRng,
    ) -> anyhow::Result<(Photograph, Vec<StoredFile>)> {
        let which = chance.random_range(0..PORTRAITS);
        let (brought, cut) = self.portraits.get(which).context("the demo's portraits are incomplete")?;
        let mut files = Vec::new();
        for (role, bytes) in
            [(FileRole::Original, brought), (FileRole::Preview, &cut.preview), (FileRole::Paper, &cut.jpeg)]
        {
            files.push(put(vault, bytes, "photo.jpg".to_owned(), (role, Format::Jpeg), at).await?);
        }
        let photograph = Photograph {
            original: files[0].id.clone(),
            preview: files[1].id.clone(),
            turns: cut.turns,
            width: cut.size.width,
            height: cut.size.height,
            crop: cut.crop,
            measured: cut.measured.clone(),
            taken_on: cut.taken_on,
            confirmed: true,
        };
        Ok((photograph, files))
    }
}

async fn put(
    vault: &Vault,
    bytes: &[u8],
    name: String,
    (role, format): (FileRole, Format),
    at: DateTime<Utc>,
) -> anyhow::Result<StoredFile> {
    let id = uuid::Uuid::now_v7().to_string();
    let Written { size, sha256 } = vault.write_all(&id, bytes).await?;
    let scan = ScanState::NotScanned;
    Ok(StoredFile { id, name, role, format, size, sha256, at, taken_on: None, pages: Some(1), scan })
}
