//! The heights of the page's parts, in reading order. The numbers are those of `style/`, in px.

use super::boxes::{BOLD, Face, LABEL, READING, columns, grid, rows};
use crate::layout::network::{Frame, Networks};
use crate::layout::timeline::{self, Strip};
use crate::locale::Strings;
use crate::locale::quotes::quoted;
use crate::locale::strings::fill;
use crate::story::sentence::Detail;
use crate::story::{Event, Evidence, Grounds, Passage, Phase, PhaseId, Story};

const SMALL: Face = Face::new(12.0, 1.5, LABEL);
const NOTE: Face = Face::new(14.0, 1.45, LABEL);
const PLAIN: Face = Face::new(14.0, 1.5, LABEL);
const TEXT: Face = Face::new(17.0, 1.62, READING);
const QUOTE: Face = Face::new(16.0, 1.5, READING);
/// A heading with the rule above it.
const TITLE: f64 = 38.0;
/// A button, a check box, a summary.
const TARGET: f64 = 28.0;
/// A link in small text, with padding for touch.
const SMALL_LINK: f64 = 24.4;

/// What every part needs.
struct Ctx<'a> {
    story: &'a Story,
    networks: &'a Networks,
    strip: &'a Strip,
    words: &'static Strings,
    /// The widths of the viewport and of the content in it.
    viewport: f64,
    width: f64,
}

pub(super) fn page(story: &Story, networks: &Networks, strip: &Strip, viewport: f64) -> f64 {
    let width = viewport.min(1312.0) - 2.0 * (viewport * 0.03).clamp(16.0, 40.0);
    let ctx = Ctx {
        story,
        networks,
        strip,
        words: Strings::of(&story.lang),
        viewport,
        width,
    };
    masthead(&ctx)
        + toolbar(&ctx)
        + 24.0
        + side_by_side(&ctx)
        + 48.0
        + timeline(&ctx)
        + cards(&ctx)
        + 48.0
        + foot(&ctx)
        + 48.0
}

impl Ctx<'_> {
    fn sourced(&self, template: &str) -> String {
        fill(template, &[("source", &self.story.source.name)])
    }
}

fn masthead(ctx: &Ctx) -> f64 {
    let size = (20.8 + 0.026 * ctx.viewport).clamp(30.4, 48.0);
    let title =
        Face::new(size, 1.1, READING * BOLD).height(&ctx.story.title, ctx.width.min(22.0 * size));
    let standfirst =
        Face::new(20.0, 1.45, READING).height(&ctx.story.standfirst, ctx.width.min(704.0));
    48.0 + 24.0 + title + 16.0 + standfirst + 16.0 + source_line(ctx) + 12.0 + 29.0
}

fn source_line(ctx: &Ctx) -> f64 {
    let source = &ctx.story.source;
    let details: Vec<_> = ctx
        .story
        .source_details(ctx.words)
        .into_iter()
        .map(Detail::words)
        .collect();
    let updated = fill(
        ctx.words.page().updated,
        &[("date", ctx.story.updated.words())],
    );
    let line = format!(
        "{} {} ({}). {updated}",
        ctx.words.page().explains,
        quoted(&source.title, &ctx.story.lang),
        details.join(ctx.words.comma)
    );
    PLAIN.height(&line, ctx.width.min(832.0))
}

fn toolbar(ctx: &Ctx) -> f64 {
    let words = ctx.words;
    let links: f64 = [words.text, words.map, words.timeline, words.actors]
        .map(|name| PLAIN.width(name) * BOLD)
        .iter()
        .sum();
    let occurs = |kind: &Evidence| each_grounds(ctx.story).any(|grounds| grounds.evidence == *kind);
    let choices = Evidence::ALL
        .into_iter()
        .filter(occurs)
        .map(|kind| 66.0 + SMALL.width(kind.word(words)));
    let choices: Vec<f64> = std::iter::once(PLAIN.width(words.filter))
        .chain(choices)
        .collect();
    let filter_width = choices.iter().sum::<f64>() + 16.0 * (choices.len() - 1) as f64;
    let filter = rows(choices, 16.0, ctx.width) * TARGET;
    // Three boxes: the links, the filter, and the search, which has its own line in a narrow
    // viewport. The button is beside it, or beside the small timeline in a wide one.
    let (links, filter_width) = (links + 48.0, filter_width.min(ctx.width));
    let search = if ctx.viewport <= 640.0 {
        ctx.width
    } else if ctx.viewport < 1024.0 {
        306.0
    } else {
        144.0
    };
    let lines = rows([links, filter_width, search], 20.0, ctx.width);
    let links = if lines > 2.0 || links + 20.0 + filter_width > ctx.width {
        TARGET + 8.0
    } else {
        0.0
    };
    // The search is 8 px higher than the boxes beside it.
    let search = if lines > 1.0 { 8.0 + 36.0 } else { 8.0 };
    let glance = if ctx.viewport >= 1024.0 { 36.0 } else { 0.0 };
    18.0 + links + filter + search + glance
}

fn each_grounds(story: &Story) -> impl Iterator<Item = &Grounds> {
    let positions = story.positions.iter().map(|position| &position.grounds);
    positions
        .chain(story.relations.iter().map(|relation| &relation.grounds))
        .chain(story.events.iter().map(|event| &event.grounds))
}

/// Article and map, in two columns if there is enough width.
fn side_by_side(ctx: &Ctx) -> f64 {
    if ctx.width < 1152.0 {
        return article(ctx, ctx.width) + 48.0 + map(ctx, ctx.width);
    }
    let width = ctx.width - 32.0;
    let map_width = (width * 1.15 / 2.15).max(600.0);
    article(ctx, width - map_width).max(map(ctx, map_width))
}

fn article(ctx: &Ctx, width: f64) -> f64 {
    let note = NOTE.height(&ctx.sourced(ctx.words.text_note), width.min(608.0)) + 24.0;
    let width = (width + 12.0).min(608.0) - 12.0;
    TITLE
        + note
        + ctx
            .story
            .passages
            .iter()
            .map(|of| passage(ctx, of, width))
            .sum::<f64>()
}

fn passage(ctx: &Ctx, passage: &Passage, width: f64) -> f64 {
    let heading = Face::new(20.0, 1.25, READING * BOLD).height(&passage.heading, width - 24.0);
    let heading = if heading > 0.0 { heading + 16.0 } else { 0.0 };
    let paragraphs = passage.paragraphs.iter().map(|statements| {
        let mut words = String::new();
        for (index, statement) in statements.iter().enumerate() {
            words.extend(statement.spans.iter().map(|span| span.words()));
            let ends = statements
                .get(index + 1)
                .is_none_or(|next| next.evidence != statement.evidence);
            // The evidence is written in letters of two thirds of the size.
            let mark = statement
                .evidence
                .filter(|_| ends)
                .map_or("", |kind| kind.word(ctx.words));
            words.push_str(&mark[..mark.len() * 2 / 3]);
            words.push(' ');
        }
        TEXT.height(&words, width) + 12.0
    });
    16.0 + heading + (paragraphs.sum::<f64>() - 12.0).max(0.0)
}

fn map(ctx: &Ctx, width: f64) -> f64 {
    let frame = if ctx.width >= 640.0 {
        Frame::Wide
    } else {
        Frame::Narrow
    };
    let choice = ctx
        .story
        .issues
        .iter()
        .map(|issue| SMALL.width(&issue.name) + 26.0);
    let lines = rows(choice, 8.0, width);
    let question = PLAIN.height(ctx.words.relations_note, width).max(39.2);
    let issues = 8.0 + lines * TARGET + (lines - 1.0).max(0.0) * 4.0 + 8.0 + question + 8.0;
    let tones = ctx
        .words
        .tones
        .iter()
        .map(|words| 42.0 + SMALL.width(words));
    let kinds = ctx
        .words
        .evidence
        .iter()
        .map(|words| 34.0 + SMALL.width(words));
    let legend = 12.0 + (rows(tones, 16.0, width) + rows(kinds, 16.0, width)) * 17.0;
    10.0 + TARGET + issues + ctx.networks.get(frame).height + legend + 12.0 + 29.0
}

fn timeline(ctx: &Ctx) -> f64 {
    if !ctx.strip.is_drawn() {
        return TITLE + phases(ctx);
    }
    let strip = if ctx.width >= timeline::LEAST {
        ctx.strip.height + 32.0
    } else {
        0.0
    };
    let marks = ctx
        .words
        .evidence
        .iter()
        .map(|word| 18.0 + SMALL.width(word));
    let notes = [ctx.words.legend, ctx.words.legend_undated].map(|words| SMALL.width(words));
    let legend = 20.0 + rows(marks.chain(notes), 16.0, ctx.width) * 19.2;
    TITLE + legend + strip + phases(ctx)
}

fn phases(ctx: &Ctx) -> f64 {
    let with_events = |id| ctx.story.events.iter().any(|event| event.phase == id);
    let phases: Vec<_> = ctx
        .story
        .each_phase()
        .filter(|(id, _)| with_events(*id))
        .collect();
    let is_wide = ctx.width >= 960.0;
    let (count, width) = match phases.len() {
        several if is_wide && several > 1 => {
            let count = columns(272.0, 32.0, ctx.width).0.min(several);
            (
                count,
                (ctx.width - 32.0 * (count - 1) as f64) / count as f64,
            )
        }
        1 if is_wide => (1, (ctx.width - 64.0) / 3.0),
        _ => (1, ctx.width),
    };
    // The events of a single phase are in three columns.
    let event_columns = if is_wide && phases.len() == 1 {
        3.0
    } else {
        1.0
    };
    let heights: Vec<f64> = phases
        .iter()
        .map(|(id, of)| phase(ctx, *id, of, width, event_columns))
        .collect();
    grid(&heights, count, 32.0)
}

/// A phase and its events, which are in a number of columns.
fn phase(ctx: &Ctx, id: PhaseId, phase: &Phase, width: f64, columns: f64) -> f64 {
    let events = ctx
        .story
        .events
        .iter()
        .filter(|event| event.phase == id)
        .map(|of| event(ctx, of, width));
    let name = Face::new(16.0, 1.3, LABEL * BOLD).height(&phase.name, width);
    events.sum::<f64>() / columns + if name > 0.0 { name + 17.0 } else { 0.0 }
}

fn event(ctx: &Ctx, event: &Event, width: f64) -> f64 {
    let width = width - 26.0;
    let title = Face::new(16.0, 1.3, LABEL * BOLD).height(&event.title, width) + 8.0;
    let text = Face::new(15.0, 1.5, READING).height(&event.text, width);
    let label = SMALL.width(ctx.words.event_actors) + 8.0;
    let actors = rows(
        event
            .actors
            .iter()
            .map(|id| SMALL.width(&ctx.story[*id].name)),
        8.0,
        width - label,
    ) * 24.4;
    let actors = if actors > 0.0 { actors + 8.0 } else { 0.0 };
    let vote = if event.grounds.evidence == Evidence::Forecast {
        forecast_vote(ctx, width)
    } else {
        0.0
    };
    24.0 + 16.8
        + title
        + text
        + quotation(&event.grounds, width)
        + actors
        + grounds(ctx, &event.grounds, width)
        + vote
        + 12.0
}

fn quotation(grounds: &Grounds, width: f64) -> f64 {
    grounds
        .quote
        .as_ref()
        .map_or(0.0, |quote| QUOTE.height(quote, width - 15.0) + 16.0)
}

/// The evidence, its passages and the references, side by side.
fn grounds(ctx: &Ctx, grounds: &Grounds, width: f64) -> f64 {
    let mark = 30.0 + SMALL.width(grounds.evidence.word(ctx.words));
    let passages = grounds.passages.iter().map(|id| {
        let heading = Some(ctx.story[*id].heading.as_str()).filter(|heading| !heading.is_empty());
        fill(
            ctx.words.where_in,
            &[
                ("source", &ctx.story.source.name),
                ("passage", heading.unwrap_or(ctx.words.opening)),
            ],
        )
    });
    let references = grounds.references.iter().map(|id| {
        let reference = &ctx.story[*id];
        format!(
            "{}, {}, {}",
            reference.publisher,
            reference.title,
            date(reference.date.as_ref())
        )
    });
    let links: Vec<String> = passages.chain(references).collect();
    let wrapped: f64 = links
        .iter()
        .map(|link| SMALL.height(link, width) - SMALL.line)
        .sum();
    let lines = rows(
        std::iter::once(mark).chain(links.iter().map(|link| SMALL.width(link).min(width))),
        16.0,
        width,
    );
    4.0 + lines * SMALL_LINK + (lines - 1.0) * 4.0 + wrapped
}

fn date(date: Option<&crate::date::When>) -> &str {
    date.map_or("", |date| date.words())
}

/// The reader's vote on a forecast: a question, and five answers with their words below.
fn forecast_vote(ctx: &Ctx, width: f64) -> f64 {
    let answer_width = (width.min(384.0) - 16.0) / 5.0;
    let face = Face::new(12.0, 1.25, LABEL);
    let words = ctx
        .words
        .likelihoods
        .iter()
        .map(|words| face.height(words, answer_width))
        .fold(0.0, f64::max);
    12.0 + TARGET.max(face.height(ctx.words.turn, 4.0 * answer_width)) + 4.0 + 24.0 + words
}

fn cards(ctx: &Ctx) -> f64 {
    let (count, width) = columns(320.0, 32.0, ctx.width);
    let slots: Vec<f64> = ctx
        .story
        .actors
        .iter()
        .map(|actor| {
            let name = Face::new(16.0, 1.25, LABEL * BOLD).height(&actor.name, width - 32.0);
            let kind = format!("{} · {}", actor.kind, ctx.story[actor.group].name);
            (29.0 + name + Face::new(12.0, 1.4, LABEL).height(&kind, width - 32.0)).max(72.0)
        })
        .collect();
    let note = NOTE.height(&ctx.sourced(ctx.words.actors_note), ctx.width.min(608.0)) + 24.0;
    TITLE + note + grid(&slots, count, 0.0)
}

fn foot(ctx: &Ctx) -> f64 {
    let face = Face::new(14.0, 1.55, LABEL);
    let paragraph = |words: &str| match face.height(words, ctx.width.min(832.0)) {
        height if height > 0.0 => height + 12.0,
        _ => 0.0,
    };
    let note = ctx.story.source.note.as_deref().map_or(0.0, paragraph);
    let references = if ctx.story.references.is_empty() {
        0.0
    } else {
        let (count, width) = columns(416.0, 32.0, ctx.width);
        let height = |reference: &crate::story::Reference| {
            let words = format!(
                "{}, {}, {}",
                reference.publisher,
                reference.title,
                date(reference.date.as_ref())
            );
            face.height(&words, width) + 3.2
        };
        let all: Vec<f64> = ctx.story.references.iter().map(height).collect();
        42.2 + paragraph(&ctx.sourced(ctx.words.page().context_note))
            + 12.0
            + grid(&all, count, 8.0)
    };
    TITLE + 12.0 + source_line(ctx) + note + references + paragraph(ctx.words.page().made_with)
}
