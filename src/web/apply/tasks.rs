//! The task list: every step that is asked, and how it stands.

use askama::Template;

use super::load;
use super::place::{self, Spot};
use crate::application::office::Remark;
use crate::application::review::{Progress, progress};
use crate::application::steps::StepName;
use crate::application::submission::Filed;
use crate::application::{Application, Status, effort};
use crate::law::DocumentKind;
use crate::web::error::Outcome;
use crate::web::filters;
use crate::web::state::App;
use crate::web::visit::Applicant;

#[derive(Template)]
#[template(path = "apply/tasks.html")]
struct TasksPage {
    number: String,
    tasks: Vec<Task>,
    done: usize,
    /// About how many minutes the rest takes; before the first section, what is known without it.
    minutes: usize,
    ready: bool,
    /// Whether the other steps wait for the first.
    waits: bool,
    returned: bool,
    /// Papers with a file that is infected.
    infected: Vec<Spot>,
}

struct Task {
    step: &'static str,
    progress: &'static str,
    /// The situation decides which steps there are: until it is answered, the others wait.
    open: bool,
    /// A clerk's remark stands here; whether all that is remarked on was changed since.
    mended: Option<bool>,
}

/// Whether what is remarked on here was changed since the application was filed; none when nothing is.
fn mended(application: &Application, filed: Option<&Filed>, step: StepName) -> Option<bool> {
    let mut here = application.office.remarks.iter().filter(|remark| remark.step == step.code()).peekable();
    here.peek()?;
    Some(filed.is_some_and(|filed| here.all(|remark| filed.differs(application, remark))))
}

impl Task {
    /// Nothing is left to do here: what a clerk remarked on is not done by having been filed once.
    fn is_done(&self) -> bool {
        self.progress == Progress::Done.code() && self.mended != Some(false)
    }
}

impl TasksPage {
    /// The first section in which something is left to do.
    fn next(&self) -> Option<&Task> {
        self.tasks.iter().find(|task| task.open && !task.is_done())
    }
}

/// Shows the task list of an application that is open to its applicant, else where it stands.
pub async fn show(office: App, mut applicant: Applicant) -> Outcome {
    let application = load(&office, &mut applicant).await?;
    if !application.status.is_open() {
        return applicant.view.go("/track");
    }
    let today = office.clock.today();
    let steps = progress(&application, today, &office.switches);
    let filed = super::check::last_filed(&office, &application).await?;
    let situation_known = steps.first().is_some_and(|(_, progress)| *progress == Progress::Done);
    let tasks: Vec<Task> = steps
        .iter()
        .enumerate()
        .map(|(i, (step, progress))| Task {
            step: step.code(),
            progress: progress.code(),
            open: (situation_known || i == 0 || *progress != Progress::NotStarted) && may_open(&application, *step),
            mended: mended(&application, filed.as_ref(), *step),
        })
        .collect();
    let done = tasks.iter().filter(|task| task.is_done()).count();
    let requirements = application.requirements(today, &office.switches);
    let papers = requirements.iter().filter(|one| one.rule.files && one.kind != DocumentKind::Photo).count();
    let papers = if requirements.is_empty() { effort::USUAL_PAPERS } else { papers };
    let left = steps.iter().zip(&tasks).filter(|(_, task)| !task.is_done());
    let questions: usize = left.map(|((step, _), _)| effort::seconds(&application, *step, papers)).sum();
    let untouched = |remark: &&Remark| filed.as_ref().is_some_and(|filed| !filed.differs(&application, remark));
    let remarks = application.office.remarks.iter().filter(untouched).count();
    let page = TasksPage {
        minutes: effort::minutes(questions + remarks * effort::REMARK),
        number: application.number.to_string(),
        ready: done == tasks.len(),
        done,
        tasks,
        waits: !situation_known && application.status == Status::Draft,
        returned: application.status == Status::Returned,
        infected: application.infected().map(|kind| place::paper(&application, kind)).collect(),
    };
    applicant.view.page(&page)
}

fn may_open(application: &Application, step: StepName) -> bool {
    application.may_change(step)
}
