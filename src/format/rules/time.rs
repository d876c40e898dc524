//! Rules on time: the order that a story tells must not contradict its dates.

use crate::date::When;
use crate::date::order::Start;
use crate::format::diagnostic::Diagnostic;
use crate::format::draft::Draft;
use crate::format::file::EventEntry;
use crate::format::place::in_story;
use crate::story::Tense;
use std::collections::BTreeMap;

/// A dated event, and its phase as a number in the order of time.
struct Dated<'d> {
    event: &'d EventEntry,
    start: Start,
    phase: usize,
}

/// Within a phase events are told in the order of their dates. None may certainly start before one
/// of an earlier phase; estimates and doubtful dates are not certain.
pub fn events_in_order(draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    // Of the earlier phases, the events that start last, by the clock of some place and in UTC:
    // they contradict all that others do.
    let mut latest: Vec<Dated> = Vec::new();
    for of_phase in dated(draft).chunk_by(|one, next| one.phase == next.phase) {
        for later in of_phase {
            let before = latest
                .iter()
                .find(|earlier| later.start.certainly_before(earlier.start));
            found.extend(before.map(|earlier| contradiction(later.event, earlier.event)));
        }
        for one in of_phase {
            match latest
                .iter_mut()
                .find(|last| last.start.same_clock(one.start))
            {
                Some(last) if last.start.earliest() < one.start.earliest() => {
                    *last = Dated { ..*one }
                }
                Some(_) => {}
                None => latest.push(Dated { ..*one }),
            }
        }
    }
    found
}

/// The events whose dates are certain, by phase.
fn dated(draft: &Draft) -> Vec<Dated<'_>> {
    let ids = draft.file.phase.iter().enumerate();
    let phases: BTreeMap<_, _> = ids
        .filter_map(|(at, phase)| Some((phase.id.as_ref()?.as_str(), at)))
        .collect();
    let dated = |event: &'_ EventEntry| {
        let when = When::parse(event.when.as_ref()?).ok()?;
        let phase = *phases.get(event.phase.as_ref()?.as_str())?;
        (!when.approximate() && !when.uncertain()).then(|| (Start::of(&when), phase))
    };
    let events = draft.file.event.iter().map(|event| &**event);
    let mut all: Vec<Dated> = events
        .filter_map(|event| {
            dated(event).map(|(start, phase)| Dated {
                event,
                start,
                phase,
            })
        })
        .collect();
    all.sort_by_key(|dated| dated.phase);
    all
}

fn contradiction(event: &EventEntry, other: &EventEntry) -> Diagnostic {
    let at = event.when.as_ref().map(|when| in_story(&when.span()));
    let name = |event: &EventEntry| event.id.as_ref().map_or("?".into(), |id| id.to_string());
    let date = other
        .when
        .as_ref()
        .map_or(String::new(), |when| when.to_string());
    let (event, other) = (name(event), name(other));
    let message =
        format!("“{event}” starts before “{other}” ({date}), which stands in an earlier phase");
    let hint = format!(
        "put “{event}” into an earlier phase or “{other}” into a later one, or correct a date"
    );
    Diagnostic::error("contradicting-order", at, message, hint)
}

pub fn phases_in_order(draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut latest = Tense::Past;
    for tense in draft
        .file
        .phase
        .iter()
        .filter_map(|phase| phase.tense.as_ref())
    {
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
