//! The task list: every step that is asked, and how it stands.

use askama::Template;

use super::load;
use super::place::{self, Spot};
use crate::application::review::{Progress, progress};
use crate::application::steps::StepName;
use crate::application::{Status, effort};
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
    /// About how many minutes the rest takes.
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
    remarked: bool,
}

/// Shows the task list of an application that is open to its applicant, else where it stands.
pub async fn show(office: App, mut applicant: Applicant) -> Outcome {
    let application = load(&office, &mut applicant).await?;
    if !application.status.is_open() {
        return applicant.view.go("/track");
    }
    let today = office.clock.today();
    let steps = progress(&application, today, &office.switches);
    let situation_known = steps.first().is_some_and(|(_, progress)| *progress == Progress::Done);
    let tasks: Vec<Task> = steps
        .iter()
        .enumerate()
        .map(|(i, (step, progress))| Task {
            step: step.code(),
            progress: progress.code(),
            open: (situation_known || i == 0 || *progress != Progress::NotStarted) && may_open(&application, *step),
            remarked: application.office.remarks.iter().any(|remark| remark.step == step.code()),
        })
        .collect();
    let done = steps.iter().filter(|(_, progress)| *progress == Progress::Done).count();
    let requirements = application.requirements(today, &office.switches);
    let papers = requirements.iter().filter(|one| one.rule.files && one.kind != DocumentKind::Photo).count();
    let left = steps.iter().filter(|(_, progress)| *progress != Progress::Done);
    let page = TasksPage {
        minutes: effort::minutes(left.map(|(step, _)| effort::seconds(&application, *step, papers)).sum()),
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

fn may_open(application: &crate::application::Application, step: StepName) -> bool {
    application.may_change(step)
}
