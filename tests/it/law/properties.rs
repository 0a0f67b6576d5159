//! What holds for every case: terms end on working days, numbers and zones betray damage, any line gets one answer.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use ruqsat::law::calendar::Calendar;
use ruqsat::law::documents::{DocumentKind, required};
use ruqsat::law::facts::{Facts, Ground};
use ruqsat::law::numbers::{NumberError, check_digit, iin};
use ruqsat::law::refusal::{Purpose, usable};
use ruqsat::law::switches::Switches;
use ruqsat::law::terms::{clock, earliest_refusal, objection_until, paper_fresh, passport_outlives};
use ruqsat::rules::{answer_line, run};

const CALENDAR: Calendar = Calendar::KAZAKHSTAN;

fn a_day(from: i32, to: i32) -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(from, 1, 1).unwrap();
    let days = (NaiveDate::from_ymd_opt(to, 1, 1).unwrap() - first).num_days().unsigned_abs();
    (0..days).prop_map(move |days| first + Days::new(days))
}

prop_compose! {
    fn a_case()(
        filed_on in a_day(2023, 2028),
        days in 0_u64..36_500,
        citizenship in prop::option::of(prop::sample::select(vec!["CHN", "DEU", "MNG"])),
        grounds in prop::collection::vec(prop::sample::select(Ground::ALL), 0..4),
        flags in any::<[bool; 9]>(),
        children_14_to_17 in 0_u32..3,
    ) -> Facts {
        Facts {
            filed_on,
            born_on: filed_on - Days::new(days),
            citizenship: citizenship.map(|code| code.parse().unwrap()),
            grounds: grounds.into_iter().collect(),
            refugee: flags[0],
            citizenship_taken_through_mission: flags[1],
            permanently_registered: flags[2],
            arrived_with_parent: flags[3],
            representative_resident: flags[4],
            other_parent_abroad: flags[5],
            incapable: flags[6],
            children_14_to_17,
            stateless_without_papers: flags[7],
            convention_married_woman: flags[8],
        }
    }
}

proptest! {
    #[test]
    fn due_is_a_working_day_not_before_the_45th(handed_in_on in a_day(2023, 2027), after_hours: bool) {
        let clock = clock(handed_in_on, after_hours, &CALENDAR).unwrap();
        prop_assert!(CALENDAR.is_working_day(clock.registered_on).unwrap());
        prop_assert!(CALENDAR.is_working_day(clock.due_on).unwrap());
        let term = (clock.due_on - clock.registered_on).num_days();
        // The longest row of days off is of ten at most, so the term never grows beyond that.
        prop_assert!((45..=55).contains(&term), "{term}");
        prop_assert!(clock.registered_on >= handed_in_on);
        prop_assert!(!after_hours || clock.registered_on > handed_in_on);
    }

    #[test]
    fn an_objection_ends_before_the_act(told_on in a_day(2023, 2027)) {
        let act = earliest_refusal(told_on, &CALENDAR).unwrap();
        prop_assert!(objection_until(told_on, &CALENDAR).unwrap() < act);
        let passed = told_on.iter_days().skip(1).take_while(|day| *day < act);
        prop_assert_eq!(passed.filter(|day| CALENDAR.is_working_day(*day).unwrap()).count(), 3);
    }

    #[test]
    fn an_iin_with_its_check_digit_is_accepted_and_a_changed_digit_is_judged_by_arithmetic(
        born_on in a_day(1900, 2000), tail in 0_u32..10_000, at in 0_usize..12, by in 1_u8..10,
    ) {
        let eleven = format!("{}3{tail:04}", born_on.format("%y%m%d"));
        let digits: Vec<u8> = eleven.bytes().map(|digit| digit - b'0').collect();
        let Some(check) = check_digit(digits.as_slice().try_into().unwrap()) else { return Ok(()) };
        let number = format!("{eleven}{check}");
        prop_assert_eq!(iin(&number).unwrap().born_on, Some(born_on));
        let mut changed: Vec<u8> = number.bytes().map(|digit| digit - b'0').collect();
        changed[at] = (changed[at] + by) % 10;
        let text: String = changed.iter().map(|digit| char::from(b'0' + digit)).collect();
        // The arithmetic once more, written out apart from the program.
        let sum = |weights: [u32; 11]| weights.iter().zip(&changed).map(|(w, d)| w * u32::from(*d)).sum::<u32>() % 11;
        let first = sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        let last = if first == 10 { sum([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) } else { first };
        let fits = last == u32::from(changed[11]);
        prop_assert_eq!(iin(&text) == Err(NumberError::CheckDigit), !fits);
        prop_assert!(at != 11 || !fits);
    }

    #[test]
    fn every_case_keeps_the_order_of_the_table(facts in a_case()) {
        let rows = required(&facts, &Switches::default());
        prop_assert!(rows.is_sorted_by_key(|row| row.kind));
        for always in [DocumentKind::Questionnaire, DocumentKind::Passport, DocumentKind::Photo, DocumentKind::StateFee] {
            prop_assert!(rows.iter().any(|row| row.kind == always));
        }
        prop_assert!(rows.iter().all(|row| row.kind <= DocumentKind::RepresentativeAuthority));
        let refusal = usable(&facts, Purpose::Refusal);
        let annulment = usable(&facts, Purpose::Annulment);
        prop_assert!(refusal.iter().all(|ground| annulment.iter().any(|other| other.code == ground.code)));
    }

    #[test]
    fn a_case_means_the_same_as_facts_and_as_a_line(facts in a_case()) {
        let case = serde_json::to_value(&facts).unwrap();
        prop_assert_eq!(ruqsat::rules::facts(case.clone()).unwrap(), facts.clone());
        prop_assert_eq!(serde_json::from_value::<Facts>(case).unwrap(), facts);
    }

    #[test]
    fn later_is_never_younger(filed_on in a_day(2023, 2028), days in -400_i64..400) {
        let other = filed_on + chrono::TimeDelta::days(days);
        prop_assert_eq!(passport_outlives(filed_on, other), days > 180);
        let age = paper_fresh(filed_on, other).code();
        prop_assert_eq!(age, if days > 0 { "future" } else if days >= -180 { "fresh" } else { "stale" });
    }

    #[test]
    fn any_text_gets_one_line_of_json(text in any::<String>()) {
        one_object(&answer_line(&text))?;
    }

    #[test]
    fn any_value_in_any_field_gets_one_line_of_json(
        rule in prop::sample::select(vec!["requirements", "clock", "fee", "iin", "bin", "passport_zone", "grounds"]),
        field in prop::sample::select(vec!["case", "handed_in_on", "paid_on", "number", "lines", "purpose", "rule"]),
        value in prop_oneof!["\\PC{0,50}", "[0-9]{12}", "[0-9]{4}-[0-9]{2}-[0-9]{2}"], in_list: bool,
    ) {
        let value = if in_list { serde_json::json!([value]) } else { serde_json::json!(value) };
        one_object(&answer_line(&serde_json::json!({ "rule": rule, field: value }).to_string()))?;
    }

    #[test]
    fn any_zone_gets_one_line_of_json(
        lines in prop_oneof![
            prop::collection::vec("[A-Z0-9<]{44}", 2), prop::collection::vec("[ACI][A-Z0-9<]{29}", 3),
            prop::collection::vec("\\PC{0,44}", 0..4)],
    ) {
        one_object(&answer_line(&serde_json::json!({ "rule": "passport_zone", "lines": lines }).to_string()))?;
    }

    #[test]
    fn any_bytes_get_as_many_answers_as_lines(bytes in prop::collection::vec(any::<u8>(), 0..400), piece in 1_usize..99) {
        let mut output = Vec::new();
        run(std::io::BufReader::with_capacity(piece, bytes.as_slice()), &mut output).unwrap();
        let output = String::from_utf8(output).unwrap();
        output.lines().try_for_each(one_object)?;
        let open = usize::from(bytes.last().is_some_and(|byte| *byte != b'\n'));
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + open;
        prop_assert_eq!(output.lines().count(), lines);
    }
}

fn one_object(answer: &str) -> Result<(), TestCaseError> {
    prop_assert!(!answer.contains('\n'));
    let parsed = serde_json::from_str::<serde_json::Value>(answer);
    prop_assert!(parsed.is_ok_and(|answer| answer.is_object()), "{}", answer);
    Ok(())
}
