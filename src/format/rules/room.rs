//! Rules on names, labels and titles that pictures have no room for. The limits are those of the
//! narrow pictures, for phones; they are rounded to what an editor can count.

use crate::format::diagnostic::Diagnostic;
use crate::format::draft::Draft;
use crate::format::file::{ActorEntry, Text};
use crate::format::place::in_story;
use crate::text::width::{width, wrap};
use unicode_segmentation::UnicodeSegmentation;

/// Longest `short` name, in characters: it stands on one line of the map.
const LONGEST_SHORT: usize = 18;
/// Longest name on the map without a `short` one: two lines.
const LONGEST_NAME: usize = 36;
/// Longest word, in characters: longer ones run out of a phone's line.
const LONGEST_WORD: usize = 27;

/// How much of a kind of text is shown.
struct Room {
    code: &'static str,
    /// What it is, for messages.
    what: &'static str,
    /// What happens to a longer one.
    fate: &'static str,
    /// Font size and width of its lines in px, and how many there are.
    size: f64,
    width: f64,
    lines: usize,
}

const RELATION: Room = Room {
    code: "long-label",
    what: "label",
    fate: "has no room on the line between two actors, and is left out there",
    size: 11.5,
    width: 92.0,
    lines: 4,
};
const STANCE: Room = Room {
    code: "long-label",
    what: "label",
    fate: "has no room on the scale",
    size: 12.0,
    width: 232.0,
    lines: 2,
};
const GROUP: Room = Room {
    code: "long-label",
    what: "name of a group",
    fate: "has no room over the group on the map",
    size: 11.5,
    width: 120.0,
    lines: 4,
};
const TITLE: Room = Room {
    code: "long-title",
    what: "title",
    fate: "is cut off with “…” on the timeline",
    size: 12.5,
    width: 150.0,
    lines: 3,
};

/// How many characters readers see.
fn count(text: &str) -> usize {
    text.graphemes(true).count()
}

pub fn names_fit(draft: &Draft) -> Vec<Diagnostic> {
    draft
        .file
        .actor
        .iter()
        .filter_map(|actor| name(actor))
        .collect()
}

fn name(actor: &ActorEntry) -> Option<Diagnostic> {
    let (name, most) = match &actor.short {
        Some(short) => (short, LONGEST_SHORT),
        None => (actor.name.as_ref()?, LONGEST_NAME),
    };
    let length = count(name);
    let word = unbreakable(name);
    if length <= most && word.is_none() {
        return None;
    }
    let message = match (&actor.short, word) {
        (_, Some(word)) if length <= most => too_long(word),
        (Some(_), _) => {
            format!("this short name has {length} characters, more than fit on the map")
        }
        (None, _) => format!("this name has {length} characters, more than fit on the map"),
    };
    let full = actor.name.as_ref().map_or(0, |name| count(name));
    let hint = match &actor.short {
        None => {
            format!("add `short` with at most {LONGEST_SHORT} characters: the map shows it instead")
        }
        Some(_) if full <= LONGEST_SHORT => {
            format!(
                "give at most {LONGEST_SHORT} characters, or leave `short` out: the name has {full}"
            )
        }
        Some(_) => {
            format!(
                "give at most {LONGEST_SHORT} characters; without `short` the name is shown, which has {full}"
            )
        }
    };
    Some(Diagnostic::warning(
        "long-name",
        Some(in_story(&name.span())),
        message,
        hint,
    ))
}

pub fn labels_fit(draft: &Draft) -> Vec<Diagnostic> {
    let file = &draft.file;
    let relations = file
        .relation
        .iter()
        .filter_map(|entry| entry.label.as_ref())
        .map(|text| (text, &RELATION));
    let stances = file
        .issue
        .iter()
        .flat_map(|issue| issue.stance.iter().flatten());
    let stances = stances
        .filter_map(|entry| entry.label.as_ref())
        .map(|text| (text, &STANCE));
    let groups = file
        .group
        .iter()
        .filter_map(|entry| entry.name.as_ref())
        .map(|text| (text, &GROUP));
    let titles = file
        .event
        .iter()
        .filter_map(|entry| entry.title.as_ref())
        .map(|text| (text, &TITLE));
    relations
        .chain(stances)
        .chain(groups)
        .chain(titles)
        .filter_map(|(text, room)| fits(text, room))
        .collect()
}

fn fits(text: &Text, room: &Room) -> Option<Diagnostic> {
    let at = Some(in_story(&text.span()));
    if let Some(word) = unbreakable(text) {
        let hint = "use a shorter word, or join its parts by hyphens";
        return Some(Diagnostic::warning("long-word", at, too_long(word), hint));
    }
    let lines = wrap(text, room.size, room.width).len();
    let message = format!(
        "this {} has {} characters: it {}",
        room.what,
        count(text),
        room.fate
    );
    // In lines that are not quite full.
    let share = 0.9 * room.width * room.lines as f64 / width(text, room.size);
    let fitting = (count(text) as f64 * share / 5.0).floor() * 5.0;
    let hint = format!("shorten it to about {fitting} characters");
    (lines > room.lines).then(|| Diagnostic::warning(room.code, at, message, hint))
}

fn too_long(word: &str) -> String {
    let shown: String = word.graphemes(true).take(60).collect();
    format!(
        "the word “{shown}” has {} characters, more than a line on a phone has room for",
        count(word)
    )
}

/// A word that is longer than a line and has no place to break. Scripts without spaces break
/// anywhere.
fn unbreakable(text: &str) -> Option<&str> {
    let breaks = |c: char| c.is_whitespace() || "-–—/\u{AD}\u{200B}".contains(c);
    let dense = |c: char| {
        matches!(
            c,
            '\u{0E00}'..='\u{0EFF}'
                | '\u{1000}'..='\u{109F}'
                | '\u{1780}'..='\u{17FF}'
                | '\u{2E80}'..
        )
    };
    text.split(breaks).find(|word| {
        word.len() > LONGEST_WORD && !word.contains(dense) && count(word) > LONGEST_WORD
    })
}
