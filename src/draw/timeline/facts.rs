//! What a timeline needs of each event, taken from the story once: its time, its lanes, its words. Knows no places.

use crate::date::When;
use crate::story::{Event, EventId, Evidence, Story};
use crate::text::strings::{Strings, fill};
use crate::text::width::{balance, longest, width, wrap};

/// Font sizes and lines, px.
pub const TITLE: f64 = 12.5;
pub const DATE: f64 = 11.5;
pub const LINE: f64 = 15.0;
/// The rooms that a title is tried in, from narrow to wide, px.
const ROOMS: [&[f64]; 2] = [&[104.0, 124.0, 150.0], &[120.0, 140.0, 165.0, 190.0, 215.0]];
/// Boxes narrower than this show the narrow wording, px.
const NARROW: f64 = 520.0;
const MOST_LINES: usize = 2;
/// A title of one line, for low lanes, has so much room, px.
const ONE_LINE: f64 = 190.0;

#[derive(Clone, Debug)]
pub struct Fact {
    pub event: EventId,
    pub key: String,
    pub name: String,
    pub when: Option<When>,
    pub evidence: Evidence,
    pub phase: usize,
    pub group: Option<usize>,
    pub actor: Option<usize>,
    /// For narrow and for wide boxes, and in one line.
    words: [Words; 3],
}

/// How an event's label is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    Narrow,
    Wide,
    /// The title alone: for low lanes.
    OneLine,
}

impl Setting {
    /// That of a box of this width.
    pub fn of(width: f64) -> Self {
        if width < NARROW { Self::Narrow } else { Self::Wide }
    }
}

/// An event's label, set in lines.
#[derive(Clone, Debug)]
pub struct Words {
    pub title: Vec<String>,
    pub date: Vec<String>,
    pub width: f64,
    pub height: f64,
}

impl Fact {
    pub fn of(story: &Story, id: EventId, event: &Event) -> Self {
        let words = Strings::of(&story.lang);
        let date = event.when.as_ref().map_or(words.undated_short, |when| when.words(&story.lang));
        let actor = event.actors.first();
        Self {
            event: id,
            key: format!("event-{}", event.key),
            name: name(story, words, event),
            when: event.when.clone(),
            evidence: event.grounds.evidence,
            phase: event.phase.index(),
            group: actor.map(|actor| story[*actor].group.index()),
            actor: actor.map(|actor| actor.index()),
            words: {
                let [narrow, wide] = ROOMS.map(|rooms| Words::set(&event.title, date, rooms));
                [narrow, wide, Words::of(cut(&event.title, ONE_LINE, 1), Vec::new())]
            },
        }
    }

    pub fn words(&self, setting: Setting) -> &Words {
        &self.words[setting as usize]
    }

    /// Given as an estimate, or on a doubtful source.
    pub fn doubtful(&self) -> bool {
        self.when.as_ref().is_some_and(|when| when.approximate() || when.uncertain())
    }

    /// From the first to the last instant of its time; an open side counts as the other.
    pub fn span(&self) -> Option<(f64, f64)> {
        let when = self.when.as_ref()?;
        let (start, end) = (when.start().map(|start| start.0), when.end().map(|end| end.1));
        Some((start.or(end)?, end.or(start)?))
    }
}

/// "Paris meeting, 4 September 2025, context".
fn name(story: &Story, words: &Strings, event: &Event) -> String {
    let undated = || fill(words.undated, &[("source", &story.source.name)]);
    let date = event.when.as_ref().map_or_else(undated, |when| when.words(&story.lang).to_owned());
    let evidence = words.evidence[event.grounds.evidence as usize];
    fill(words.strip_mark, &[("title", &event.title), ("date", &date), ("evidence", evidence)])
}

impl Words {
    fn set(title: &str, date: &str, rooms: &[f64]) -> Self {
        let tries = rooms.iter().map(|room| balance(title, TITLE, *room));
        let widest = rooms[rooms.len() - 1];
        let title =
            tries.clone().find(|lines| lines.len() <= MOST_LINES).unwrap_or_else(|| cut(title, widest, MOST_LINES));
        Self::of(title, balance(date, DATE, widest))
    }

    fn of(title: Vec<String>, date: Vec<String>) -> Self {
        let width = longest(&title, TITLE).max(longest(&date, DATE)).ceil();
        let height = LINE * (title.len() + date.len()) as f64;
        Self { title, date, width, height }
    }
}

/// So many lines at most; an ellipsis says that words are left out.
fn cut(title: &str, room: f64, most: usize) -> Vec<String> {
    let mut lines = wrap(title, TITLE, room);
    if lines.len() <= most {
        return lines;
    }
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        while width(last, TITLE) + width("…", TITLE) > room && last.pop().is_some() {}
        *last = format!("{}…", last.trim_end());
    }
    lines
}
