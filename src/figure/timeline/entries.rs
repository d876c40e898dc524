//! What a timeline needs of each event, taken from the story once: its time, its lanes, its words.

use super::axis::Span;
use super::time;
use crate::date::{Extent, When};
use crate::locale::strings::Strings;
use crate::story::{Event, EventId, Evidence, Story};
use crate::text::width::{balance, longest, width, wrap_lines};

/// Font sizes and lines, px.
pub const TITLE: f64 = 12.5;
pub const DATE: f64 = 11.5;
pub const LINE: f64 = 15.0;
/// The rooms of a title in one line and in two, in narrow and in wide boxes, px.
const ROOMS: [(f64, f64); 2] = [(104.0, 150.0), (120.0, 215.0)];
/// Boxes narrower than this show the narrow wording, px.
const NARROW: f64 = 520.0;
/// A title of one line, for low lanes, has so much room, px.
const ONE_LINE: f64 = 260.0;

#[derive(Clone, Debug)]
pub struct Entry {
    pub event: EventId,
    pub key: String,
    pub when: Option<When>,
    /// Its time as it is drawn; `None` where it has no place in time.
    pub extent: Option<Extent>,
    pub evidence: Evidence,
    pub phase: usize,
    pub group: Option<usize>,
    pub actor: Option<usize>,
    /// For narrow and for wide boxes, and in one line.
    words: [EntryWords; 3],
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
        if width < NARROW {
            Self::Narrow
        } else {
            Self::Wide
        }
    }
}

/// An event's label, set in lines.
#[derive(Clone, Debug)]
pub struct EntryWords {
    pub title: Vec<String>,
    pub date: Vec<String>,
    pub width: f64,
    pub height: f64,
}

impl Entry {
    pub fn of(story: &Story, id: EventId, event: &Event) -> Self {
        let words = Strings::of(&story.lang);
        let date = event
            .when
            .as_ref()
            .map_or(words.undated_short, |when| when.words());
        let actor = event.actors.first();
        Self {
            event: id,
            key: format!("event-{}", event.key),
            when: event.when.clone(),
            extent: event
                .when
                .as_ref()
                .map(|when| when.extent().clone())
                .filter(|extent| *extent != Extent::Nowhere),
            evidence: event.grounds.evidence,
            phase: event.phase.index(),
            group: actor.map(|actor| story[*actor].group.index()),
            actor: actor.map(|actor| actor.index()),
            words: {
                let [narrow, wide] = ROOMS.map(|rooms| EntryWords::set(&event.title, date, rooms));
                [
                    narrow,
                    wide,
                    EntryWords::of(wrap_lines(&event.title, TITLE, ONE_LINE, 1), Vec::new()),
                ]
            },
        }
    }

    pub fn words(&self, setting: Setting) -> &EntryWords {
        let [narrow, wide, one_line] = &self.words;
        match setting {
            Setting::Narrow => narrow,
            Setting::Wide => wide,
            Setting::OneLine => one_line,
        }
    }

    /// Given as an estimate, or on a doubtful source.
    pub fn doubtful(&self) -> bool {
        self.when
            .as_ref()
            .is_some_and(|when| when.approximate() || when.uncertain())
    }

    /// What is known of its time, stretch by stretch.
    pub fn spans(&self) -> Vec<Span> {
        self.extent.as_ref().map(time::spans).unwrap_or_default()
    }

    /// How exactly its date is given, in days; `None` where it has no place in time.
    pub fn exact(&self) -> Option<f64> {
        self.spans()
            .iter()
            .map(|span| span.exact)
            .min_by(f64::total_cmp)
    }
}

impl EntryWords {
    fn set(title: &str, date: &str, (one, two): (f64, f64)) -> Self {
        let title = title_lines(title, one, two);
        // EntryWords that are cut stand alone: what is read aloud goes on where they end, and speech
        // finds a link by what is seen of it.
        let date = match title.last() {
            Some(last) if last.ends_with('…') => Vec::new(),
            _ if width(date, DATE) <= two => vec![date.to_owned()],
            _ => balance(date, DATE, two),
        };
        Self::of(title, date)
    }

    fn of(title: Vec<String>, date: Vec<String>) -> Self {
        let width = longest(&title, TITLE).max(longest(&date, DATE)).ceil();
        let height = LINE * (title.len() + date.len()) as f64;
        Self {
            title,
            date,
            width,
            height,
        }
    }
}

/// One line that fits into its room, or else two that are about as long as each other, or three; an
/// ellipsis where that is not enough.
fn title_lines(title: &str, one: f64, two: f64) -> Vec<String> {
    let whole = width(title, TITLE);
    if whole <= one {
        return vec![title.to_owned()];
    }
    let spaces = title.match_indices(' ').map(|(at, _)| at);
    let (mut before, mut last) = (0.0, 0);
    let halves = spaces.map(|at| {
        before += width(&title[last..at], TITLE);
        last = at;
        (before.max(whole - before), at)
    });
    match halves.min_by(|a, b| a.0.total_cmp(&b.0)) {
        Some((longer, at)) if longer <= two => {
            vec![title[..at].to_owned(), title[at + 1..].to_owned()]
        }
        _ => wrap_lines(title, TITLE, two, 3),
    }
}
