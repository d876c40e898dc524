//! The rule on events that are told as known although they come after all that the story knows.

use crate::date::When;
use crate::format::diagnostic::Diagnostic;
use crate::format::draft::Draft;
use crate::format::file::{Date, EventEntry};
use crate::format::place::in_story;
use crate::story::{Evidence, Tense};

/// How far behind the end of the data an event may start, in days: the day of `updated` is not over
/// everywhere at once.
const SLACK: f64 = 1.0;

/// What is quoted or reported has happened: it cannot certainly start after the date of the data.
/// One such event is to blame itself; of several, more probably the date of the data.
pub fn known_events_have_happened(draft: &Draft) -> Vec<Diagnostic> {
    let Some(updated) = &draft.file.updated else {
        return Vec::new();
    };
    let Some((_, end)) = When::parse(updated).ok().and_then(|when| when.end()) else {
        return Vec::new();
    };
    let events = draft.file.event.iter();
    let late: Vec<(&EventEntry, &Date)> = events
        .filter_map(|event| Some((&**event, after(event, end)?)))
        .collect();
    match late.as_slice() {
        [] => Vec::new(),
        [(event, when)] => vec![one(draft, event, when, updated)],
        several => vec![many(several, updated)],
    }
}

/// The date of an event that is told as known and certainly starts after an instant.
fn after(event: &EventEntry, end: f64) -> Option<&Date> {
    let known = event
        .evidence
        .as_ref()
        .is_some_and(|kind| matches!(**kind, Evidence::Quoted | Evidence::Reported));
    let when = event.when.as_ref().filter(|_| known)?;
    let parsed = When::parse(when)
        .ok()
        .filter(|when| !when.approximate() && !when.uncertain())?;
    parsed
        .start()
        .is_some_and(|(earliest, _)| earliest >= end + SLACK)
        .then_some(when)
}

fn one(draft: &Draft, event: &EventEntry, when: &Date, updated: &Date) -> Diagnostic {
    let phase = event.phase.as_ref().and_then(|id| {
        draft.file.phase.iter().find(|phase| {
            phase
                .id
                .as_ref()
                .is_some_and(|own| own.as_str() == id.as_str())
        })
    });
    let future = phase
        .and_then(|phase| phase.tense.as_ref())
        .is_some_and(|tense| **tense == Tense::Future);
    let message = format!(
        "this event is told as known, but it starts after the date of the data, {}",
        updated.as_str()
    );
    let hint = match future {
        true => "change its `evidence` to `forecast`, or correct `when` or `updated`",
        false => {
            "change its `evidence` to `forecast` and put it into a phase whose `tense` is `future`, or correct `when` or `updated`"
        }
    };
    Diagnostic::error("future-event", Some(in_story(&when.span())), message, hint)
}

fn many(late: &[(&EventEntry, &Date)], updated: &Date) -> Diagnostic {
    let names: Vec<String> = late
        .iter()
        .take(3)
        .filter_map(|(event, _)| Some(format!("`{}`", event.id.as_ref()?.as_str())))
        .collect();
    let more = if late.len() > 3 { ", …" } else { "" };
    let message = format!(
        "{} events that are told as known start after this date of the data: {}{more}",
        late.len(),
        names.join(", ")
    );
    let hint = "give the day up to which the story knows, or change the `evidence` of these events to `forecast`";
    Diagnostic::error(
        "future-event",
        Some(in_story(&updated.span())),
        message,
        hint,
    )
}
