//! What waits, as a clerk's morning: the lists with their counts, the states, the filters that were kept, the cases. One
//! filter, which stands in the address, makes all of it.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use askama::Template;

use super::queue_filter::{self, Chip, Said};
use super::queue_row::Row;
use super::refusal_until::RefusalUntil;
use super::{keep_language, way_back};
use crate::desk::Duty;
use crate::desk::bulk::MOST;
use crate::desk::queue::{Case, Counted, Filter, List, MOST_EXAMINED, News, Page, Search, Turn, Viewer, Wanted, Whose};
use crate::people::Staff;
use crate::store::queue::Question;
use crate::store::queue::kept::{self, Kept};
use crate::store::staff::colleague;
use crate::store::{Conn, Stored, queue, reminders, talks};
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::form::Fields;
use crate::web::state::App;
use crate::web::visit::Clerk;

#[derive(Template)]
#[template(path = "desk/queue.html")]
struct QueuePage {
    rows: Vec<Row>,
    /// Cases of several units are shown, and of which.
    all_units: bool,
    unit: String,
    lists: Vec<Tab>,
    states: Vec<Tab>,
    everything: Counted,
    found: Counted,
    filter: Filter,
    /// What the filter says, part by part.
    chips: Vec<Chip>,
    kept: Vec<Kept>,
    /// What was searched for.
    searched: String,
    /// The addresses of the neighbouring pages, after the question mark.
    before: Option<String>,
    after: Option<String>,
    stopped: bool,
    /// Whether the filter asks for what is not there any more.
    gone: bool,
    /// Whether this reader may take the cases as a table.
    exports: bool,
    /// Whether they give cases to clerks.
    assigns: bool,
    /// How many of what was found is not finished, and can be given.
    givable: Counted,
    /// The address of this page, after the question mark.
    here: String,
    /// The name under which it was to be kept, and the message id of what is wrong with it.
    name: String,
    problem: Option<&'static str>,
    /// In how many cases a body is to be reminded by this reader.
    reminders: usize,
    /// A year whose working days will be needed soon and are not known.
    unknown_year: Option<i32>,
    /// A year that begins soon and whose MCI is not known.
    unknown_mci: Option<i32>,
}

/// A way to narrow the queue, with how many it leads to.
struct Tab {
    /// Message id.
    label: String,
    query: String,
    count: Counted,
    current: bool,
    /// Whether these should not be many.
    bad: bool,
}

/// A filter with what was searched for, as it is asked of the store.
pub(super) struct Asked {
    /// The filter.
    pub filter: Filter,
    /// What was typed into the search box.
    pub searched: String,
    /// Name of the clerk whose cases are asked for.
    pub clerk: String,
    /// Whether it asks for a search or a clerk that is not there for this reader: then nothing matches.
    pub gone: bool,
    /// What it means.
    pub wanted: Wanted,
}

impl Asked {
    /// Reads the filter of an address. What was searched for by somebody else, or long ago, and clerks of whom the reader
    /// knows nothing, match nothing: an old address must not show, give away or export more than it was made for.
    pub fn read(conn: &mut Conn, staff: &Staff, today: chrono::NaiveDate, mut filter: Filter) -> Stored<Self> {
        let words = match &filter.search {
            Some(id) => kept::words(conn, &staff.id, id)?,
            None => None,
        };
        let search = words.as_deref().and_then(Search::read);
        let mut gone = filter.search.is_some() && search.is_none();
        let mut clerk = String::new();
        if let Some(Whose::Of(id)) = &filter.clerk {
            match colleague(conn, staff, id)? {
                Some(found) if found.id == staff.id => filter.clerk = Some(Whose::Me),
                Some(found) => clerk = found.name,
                None => gone = true,
            }
        }
        let viewer = Viewer::of(staff, today);
        if viewer.unit.is_some() {
            filter.unit = None;
        }
        let wanted = filter.wanted(&viewer, search);
        let wanted = if gone { wanted.nothing() } else { wanted };
        Ok(Self { filter, searched: words.unwrap_or_default(), clerk, gone, wanted })
    }
}

/// What the page is drawn from.
struct Shown {
    asked: Asked,
    page: Page,
    found: Counted,
    givable: Counted,
    everything: Counted,
    lists: Vec<(List, Counted)>,
    states: Vec<(crate::application::Status, Counted)>,
    kept: Vec<Kept>,
    /// In how many cases a body is to be reminded.
    reminders: usize,
    /// By case: messages of applicants that nobody at the office has read.
    unread: BTreeMap<String, usize>,
    /// By case: what else an applicant has done that waits for the office.
    news: BTreeMap<String, News>,
}

fn gather(conn: &mut Conn, staff: &Staff, today: chrono::NaiveDate, filter: Filter, turn: &Turn) -> Stored<Shown> {
    let asked = Asked::read(conn, staff, today, filter)?;
    let viewer = Viewer::of(staff, today);
    // The tabs of a reader of all units count in the unit that is chosen.
    let base = Filter { unit: asked.filter.unit.clone(), ..Filter::default() };
    let mut count = |filter: Filter| queue::count(conn, &filter.wanted(&viewer, None));
    let mut lists = Vec::new();
    // Whoever only reads has no cases of their own.
    let works = staff.may(Duty::Return);
    let is_theirs = |list: &&List| match list {
        List::WaitingForMe => works,
        List::ToDecide => staff.may(Duty::Decide),
        _ => true,
    };
    for list in List::ALL.iter().filter(is_theirs) {
        lists.push((*list, count(Filter { list: Some(*list), ..base.clone() })?));
    }
    let mut states = Vec::new();
    for status in queue::states() {
        states.push((status, count(Filter { status: Some(status), ..base.clone() })?));
    }
    let everything = count(base)?;
    let mut question = Question::of(conn, asked.wanted.clone())?;
    let found = question.count(conn)?;
    let givable = match staff.may(Duty::Assign) {
        true => question.unfinished().count(conn)?,
        false => Counted::default(),
    };
    let page = question.page(conn, turn)?;
    let shown: Vec<&str> = page.cases.iter().map(Case::id).collect();
    let unread = if works { talks::unread_in(conn, &shown)? } else { BTreeMap::new() };
    let reminders = match staff.may(Duty::Review) {
        true => reminders::count(conn, staff.only_unit(), today)?,
        false => 0,
    };
    let news = queue::news(conn, &page.cases, today)?;
    Ok(Shown {
        reminders,
        news,
        page,
        found,
        givable,
        unread,
        everything,
        lists,
        states,
        kept: kept::named(conn, &staff.id)?,
        asked,
    })
}

/// The queue.
pub async fn show(req: HttpRequest, office: App, clerk: Clerk) -> Outcome {
    keep_language(&office, &clerk).await?;
    let fields = Fields::parse(req.query_string().as_bytes())?;
    let (filter, turn) = way_back::asked(&fields);
    draw(&office, &clerk, filter, turn, None).await
}

/// Draws the page; with the name under which its filter was to be kept, and what is wrong with that.
pub(super) async fn draw(
    office: &App,
    clerk: &Clerk,
    filter: Filter,
    turn: Turn,
    wrong: Option<(String, &'static str)>,
) -> Outcome {
    let (staff, today, at) = (clerk.staff.clone(), office.clock.today(), turn.clone());
    let shown = office.read(move |conn| gather(conn, &staff, today, filter, &at)).await?;
    let Shown { asked, page, found, givable, everything, lists, states, kept, unread, news, reminders } = shown;
    let Asked { filter, searched, clerk: whose, gone, wanted } = asked;
    let here = way_back::query(&filter, &turn);
    let (before, after) = (page.before.map(Turn::Before), page.after.map(Turn::After));
    let turned = |turn: Turn| way_back::query(&filter, &turn);
    let base = Filter { unit: filter.unit.clone(), ..Filter::default() };
    let tab = |label: String, to: Filter, count| Tab {
        bad: to.list == Some(List::Overdue) && count != Counted::default(),
        current: to == filter,
        query: to.query(),
        label,
        count,
    };
    let lists = lists
        .into_iter()
        .map(|(list, count)| {
            tab(format!("queue-list-{}", list.code()), Filter { list: Some(list), ..base.clone() }, count)
        })
        .collect();
    let states = states
        .into_iter()
        .map(|(status, count)| {
            tab(format!("status-{}", status.code()), Filter { status: Some(status), ..base.clone() }, count)
        })
        .filter(|tab| tab.count != Counted::default() || tab.current)
        .collect();
    let (language, now, calendar) = (clerk.view.language, office.clock.now(), office.calendar());
    let rows = page.cases.into_iter().map(|case| {
        let unread = unread.get(case.id()).copied().unwrap_or_default();
        let news = news.get(case.id()).copied();
        let refusal = RefusalUntil::of(case.status(), case.due_on, today, &calendar).and_then(|one| one.near(today));
        Row { unread, news, refusal, ..Row::of(case, &clerk.staff, language, now) }
    });
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (name, problem) = wrong.map_or((String::new(), None), |(name, problem)| (name, Some(problem)));
    let mut answer = clerk.view.page_with(
        status,
        &QueuePage {
            rows: rows.collect(),
            all_units: wanted.unit.is_none(),
            unit: wanted.unit.unwrap_or_default(),
            lists,
            states,
            everything,
            found,
            chips: queue_filter::chips(&filter, &searched, &whose),
            kept,
            searched,
            before: before.map(turned),
            after: after.map(turned),
            stopped: page.stopped,
            gone,
            givable,
            assigns: clerk.staff.may(Duty::Assign),
            exports: clerk.staff.may(Duty::Oversee),
            here: here.clone(),
            filter,
            name,
            reminders,
            problem,
            unknown_year: office.unknown_year(),
            unknown_mci: office.unknown_mci(),
        },
    )?;
    way_back::remember(office, &clerk.staff, &clerk.view, &here, &mut answer);
    Ok(answer)
}

impl QueuePage {
    /// So many cases are given to a clerk at once at most.
    fn most(&self) -> i64 {
        i64::try_from(MOST).unwrap_or(i64::MAX)
    }
    /// So many cases were looked at, when the looking stopped.
    fn examined(&self) -> usize {
        MOST_EXAMINED
    }
}
