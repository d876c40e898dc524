//! Events that share a mark, where the strip has no room for a label of each. Knows no axis.

use crate::date::When;
use crate::locale::Locale;
use crate::story::{Event, Story};
use std::borrow::Cow;
use std::ops::Range;

/// Beyond so many events labels would be a wall of words.
const MOST_LABELS: usize = 48;

/// So many marks are wanted then, and each phase has at least one, unless there are too many
/// phases.
const MARKS: usize = 24;
const MOST_PHASES: usize = 12;

/// The events of each mark, as indices in the story's order: one each, or runs of about the same
/// length within a phase.
pub fn bunches(story: &Story) -> Vec<Range<usize>> {
    let all = story.events.len();
    let most = if all <= MOST_LABELS {
        1
    } else {
        all.div_ceil(MARKS)
    };
    let phases: Vec<usize> = story
        .events
        .chunk_by(|one, next| one.phase == next.phase)
        .map(<[_]>::len)
        .collect();
    let runs = if all <= MOST_LABELS || phases.len() <= MOST_PHASES {
        phases
    } else {
        vec![all]
    };
    let mut bunches = Vec::new();
    let mut start = 0;
    for run in runs {
        let count = run.div_ceil(most);
        let edge = |at: usize| start + at * run / count;
        bunches.extend((0..count).map(|at| edge(at)..edge(at + 1)));
        start += run;
    }
    bunches
}

/// The story as it is marked: an event for each bunch, called after its first, over the time of
/// all.
pub fn gathered<'a>(story: &'a Story, bunches: &[Range<usize>]) -> Cow<'a, Story> {
    if bunches.len() == story.events.len() {
        return Cow::Borrowed(story);
    }
    let gather = |bunch: &Range<usize>| {
        let events = &story.events[bunch.clone()];
        Event {
            when: over(events, Locale::of(&story.lang)),
            ..events[0].clone()
        }
    };
    Cow::Owned(Story {
        events: bunches.iter().map(gather).collect(),
        ..story.clone()
    })
}

/// From the first to the last of the dated ones. What is no interval of EDTF, as times of day are
/// not, is told in the words of both.
fn over(events: &[Event], locale: &Locale) -> Option<When> {
    let dated = || events.iter().filter_map(|event| event.when.as_ref());
    let start = |when: &&When| when.start().map_or(f64::NEG_INFINITY, |start| start.0);
    let end = |when: &&When| when.end().map_or(f64::INFINITY, |end| end.1);
    let first = dated().min_by(|one, other| start(one).total_cmp(&start(other)))?;
    let last = dated().max_by(|one, other| end(one).total_cmp(&end(other)))?;
    if first.edtf() == last.edtf() {
        return Some(first.clone());
    }
    let ends = (
        first.edtf().split('/').next(),
        last.edtf().rsplit('/').next(),
    );
    let stretch = format!(
        "{}/{}",
        ends.0.unwrap_or_default(),
        ends.1.unwrap_or_default()
    );
    locale
        .when(&stretch)
        .ok()
        .or_else(|| Some(locale.over(first, last)))
}
