//! What an image says in words: what it shows, what is picked and left out, and the source.

use crate::date::civil::day;
use crate::figure::{FigureState, Link, Scene};
use crate::locale::Locale;
use crate::locale::quotes::quoted;
use crate::locale::strings::fill;
use crate::state::Pick;
use crate::story::sentence::Detail;
use crate::story::{EventId, Evidence, IssueId};

/// What an image is made of.
#[derive(Clone, Copy)]
pub struct Poster<'a> {
    pub look: FigureState<'a>,
    pub figure: PosterFigure,
    /// It shows a part of the figure: the reader has zoomed.
    pub detail: bool,
    /// What else was asked of the figure, in sentences: whom it is focused on. Often empty.
    pub also: &'a str,
    /// Drawn for the [`room`] of the image.
    pub scene: &'a Scene,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PosterFigure {
    Timeline,
    Relations,
    Positions(IssueId),
}

/// At most so many names are told to those who do not see the drawing: a list of thousands tells
/// nobody anything.
const MAX_NAMES: usize = 60;

/// What the figure shows: `Timeline, 1991 to 2025`.
pub fn heading(poster: &Poster) -> String {
    let (story, more) = (poster.look.story, poster.look.more);
    let figure = match poster.figure {
        PosterFigure::Relations => more.image_relations.to_owned(),
        PosterFigure::Positions(issue) => {
            fill(more.image_positions, &[("issue", &story[issue].name)])
        }
        PosterFigure::Timeline => time(poster),
    };
    if poster.detail {
        fill(more.image_detail, &[("figure", &figure)])
    } else {
        figure
    }
}

fn time(poster: &Poster) -> String {
    let (lang, more) = (&poster.look.story.lang, poster.look.more);
    let year = |instant: f64| Locale::of(lang).year(day(instant).year);
    match span(poster).map(|(from, to)| (year(from), year(to))) {
        None => more.image_time.to_owned(),
        Some((from, to)) if from == to => fill(more.image_year, &[("year", &from)]),
        Some((from, to)) => fill(more.image_span, &[("from", &from), ("to", &to)]),
    }
}

/// From the first to the last instant that the shown events surely touch; of a detail, only of
/// those that are seen for themselves.
fn span(poster: &Poster) -> Option<(f64, f64)> {
    let story = poster.look.story;
    let seen = seen_events(poster);
    let events = story
        .each_event()
        .filter(|(id, _)| !poster.detail || seen.contains(id));
    let dates: Vec<_> = events
        .filter_map(|(_, event)| event.when.as_ref())
        .collect();
    let starts = dates
        .iter()
        .filter_map(|when| when.start().or(when.end()))
        .map(|stretch| stretch.0);
    // The last instant of a stretch is the first after it.
    let ends = dates
        .iter()
        .filter_map(|when| when.end().or(when.start()))
        .map(|(from, to)| (to - 0.001).max(from));
    Some((starts.reduce(f64::min)?, ends.reduce(f64::max)?))
}

/// The events that stand in the drawing for themselves, not in a cluster.
pub fn seen_events(poster: &Poster) -> Vec<EventId> {
    links(poster).filter_map(Link::event).collect()
}

pub fn links<'a>(poster: &Poster<'a>) -> impl Iterator<Item = &'a Link> + use<'a> {
    poster
        .scene
        .items
        .iter()
        .filter_map(|item| item.link.as_ref())
}

/// What is picked, and which kinds of evidence are left out.
pub fn notes(poster: &Poster) -> String {
    let look = poster.look;
    let question = match poster.figure {
        PosterFigure::Positions(issue) => look.story[issue].question.clone(),
        PosterFigure::Timeline | PosterFigure::Relations => None,
    };
    let picked = look
        .picked
        .map(|pick| fill(look.more.image_picked, &[("name", name(poster, pick))]));
    let hidden: Vec<&str> = Evidence::ALL
        .into_iter()
        .filter(|kind| look.hidden.contains(*kind))
        .map(|kind| kind.word(look.words))
        .collect();
    let left_out =
        (!hidden.is_empty()).then(|| fill(look.more.image_off, &[("kinds", &hidden.join(", "))]));
    let also = (!poster.also.is_empty()).then(|| poster.also.to_owned());
    [question, picked, also, left_out]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

fn name<'a>(poster: &Poster<'a>, pick: Pick) -> &'a str {
    let (story, words) = (poster.look.story, poster.look.words);
    match pick {
        Pick::Actor(id) => &story[id].name,
        Pick::Event(id) => &story[id].title,
        Pick::Passage(id) if story[id].heading.is_empty() => words.opening,
        Pick::Passage(id) => &story[id].heading,
    }
}

/// `Explains: “The talks” (Publisher, Jane Doe, 5 September 2025).`
pub fn source(poster: &Poster) -> String {
    let (look, source) = (poster.look, &poster.look.story.source);
    let quoted = quoted(&source.title, &look.story.lang);
    // In an image a link would be of no use.
    let details: Vec<_> = look
        .story
        .source_details(look.words)
        .into_iter()
        .take(3)
        .map(Detail::words)
        .collect();
    fill(
        look.more.image_explains,
        &[("source", &format!("{quoted} ({})", details.join(", ")))],
    )
}

/// Everything that the drawing shows, for those who do not see it.
pub fn names(poster: &Poster) -> String {
    let names: Vec<&str> = links(poster).map(|link| link.name.as_str()).collect();
    let more = if names.len() > MAX_NAMES { " …" } else { "" };
    let told = names
        .iter()
        .take(MAX_NAMES)
        .map(|name| name.trim_end_matches('.'));
    let told: Vec<String> = told.map(|name| format!("{name}.")).collect();
    format!("{} {}{more}", notes(poster), told.join(" "))
        .trim()
        .to_owned()
}
