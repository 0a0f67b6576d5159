//! The one table of moves beside RULES.md §6, written out here a second time: none leads elsewhere, none is missing.

use ruqsat::application::{Move, Status};

/// From where, by what, to where; `=` for a move that leaves the state.
const LAW: &str = "
    draft               submit              submitted
    returned            submit              submitted
    submitted           return              returned
    returned            return              =
    submitted           correct             =
    accepted            correct             =
    submitted           accept              accepted
    submitted           refuse_acceptance   acceptance_refused
    accepted            record_approval     =
    preliminary_refusal record_approval     =
    accepted            prepare_refusal     preliminary_refusal
    preliminary_refusal object              =
    preliminary_refusal hear                =
    accepted            approve             approved
    preliminary_refusal approve             approved
    preliminary_refusal refuse              refused
    approved            issue               issued
    submitted           withdraw            withdrawn
    returned            withdraw            withdrawn
    accepted            withdraw            withdrawn
    preliminary_refusal withdraw            withdrawn
";

#[test]
fn each_move_is_allowed_only_from_the_states_before_it() {
    let lines = LAW.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let law: Vec<[String; 3]> = lines
        .filter(|line| !line.is_empty())
        .map(|line| {
            let [from, doing, to] = line[..] else { panic!("{line:?}") };
            [from, doing, if to == "=" { from } else { to }].map(str::to_owned)
        })
        .collect();
    for status in Status::ALL {
        for doing in Move::ALL {
            let found = status.after(*doing).map(Status::code);
            let right = law.iter().find(|[from, by, _]| from == status.code() && by == doing.code());
            assert_eq!(found, right.map(|[.., to]| to.as_str()), "{} {}", status.code(), doing.code());
        }
        let ends = ["acceptance_refused", "refused", "issued", "withdrawn"].contains(&status.code());
        assert_eq!(status.is_final(), ends, "{}", status.code());
    }
}
