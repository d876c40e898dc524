//! Rules on time: the order that a story tells must not contradict its dates.

use crate::date::When;
use crate::diag::Diagnostic;
use crate::story::Tense;
use crate::story::wire::file::EventEntry;
use crate::story::wire::{Draft, in_story};

/// Events stand in the order of time, by phase and then as listed: none may certainly start before one that stands earlier.
pub fn events_in_order(draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    // Of the events so far, the one that starts last: it contradicts all that any other does.
    let mut latest: Option<(&EventEntry, When)> = None;
    for event in draft.file.order().into_iter().map(|listed| &draft.file.event[listed]) {
        let Some(when) = event.when.as_ref().and_then(|when| When::parse(when).ok()) else { continue };
        match &latest {
            Some((other, later)) if certainly_before(&when, later) => found.push(contradiction(event, other)),
            Some((_, later)) if earliest(&when) <= earliest(later) => {}
            _ => latest = Some((event, when)),
        }
    }
    found
}

fn earliest(when: &When) -> f64 {
    when.start().map_or(f64::NEG_INFINITY, |(earliest, _)| earliest)
}

/// A start is a half-open stretch of days, or one instant.
fn certainly_before(when: &When, other: &When) -> bool {
    let (Some((earliest, latest)), Some((other, _))) = (when.start(), other.start()) else { return false };
    if earliest < latest { latest <= other } else { latest < other }
}

fn contradiction(event: &EventEntry, other: &EventEntry) -> Diagnostic {
    let at = event.when.as_ref().map(|when| in_story(&when.span()));
    let name = |event: &EventEntry| event.id.as_ref().map_or("?".into(), |id| id.to_string());
    let date = |event: &EventEntry| event.when.as_ref().map_or(String::new(), |when| when.to_string());
    let message = format!("“{}” starts before “{}” ({}), but stands after it", name(event), name(other), date(other));
    let phases = |event: &EventEntry| event.phase.as_ref().map(|phase| phase.to_string());
    let hint = match phases(event) == phases(other) {
        true => format!("move this event above “{}”, or correct a date", name(other)),
        false => "put it into an earlier phase, or correct a date".into(),
    };
    Diagnostic::error("contradicting-order", at, message, hint)
}

pub fn phases_in_order(draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut latest = Tense::Past;
    for tense in draft.file.phase.iter().filter_map(|phase| phase.tense.as_ref()) {
        if **tense < latest {
            let hint = "list the phases in the order of time: past, now, future";
            found.push(Diagnostic::error(
                "contradicting-order",
                Some(in_story(&tense.span())),
                "this phase lies before the one above it",
                hint,
            ));
        }
        latest = latest.max(**tense);
    }
    found
}
