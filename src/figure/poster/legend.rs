//! What the marks of an image mean, in words beside samples; only of what occurs in it. Knows no
//! browser.

use super::sheet::{Face, Sheet};
use super::words::{links, seen_events};
use super::{Poster, PosterFigure};
use crate::date::{Extent, Side, When};
use crate::figure::timeline::marks::{self, band, glyph, ink};
use crate::figure::{Anchor, Color, Dash, Item, Paint, Shape, Target};
use crate::locale::strings::explorer::ExplorerStrings;
use crate::state::Pick;
use crate::state::query::shown;
use crate::story::{ActorId, Evidence, Relation, Tone};
use crate::text::width::width;

/// A sample in a box of some width, its middle line at y = 0, and the words for it.
struct Entry {
    long: f64,
    sample: Vec<Shape>,
    words: String,
}

pub fn legend(sheet: &mut Sheet, poster: &Poster) {
    match poster.figure {
        PosterFigure::Timeline => set(sheet, events(poster)),
        PosterFigure::Relations => {
            let relations = relations(poster);
            set(sheet, tones(poster, &relations));
            set(
                sheet,
                lines(
                    poster,
                    relations
                        .iter()
                        .map(|relation| relation.grounds.evidence)
                        .collect(),
                ),
            );
        }
        PosterFigure::Positions(issue) => {
            let positions = poster
                .look
                .story
                .positions
                .iter()
                .filter(|position| position.issue == issue);
            let kinds = positions.map(|position| position.grounds.evidence);
            set(
                sheet,
                lines(
                    poster,
                    kinds
                        .filter(|kind| !poster.look.hidden.contains(*kind))
                        .collect(),
                ),
            );
        }
    }
}

/// One entry after the other, in as many lines as they need.
fn set(sheet: &mut Sheet, entries: Vec<Entry>) {
    if entries.is_empty() {
        return;
    }
    let face = Face::note(if sheet.width() < 600.0 { 11.5 } else { 12.5 });
    let (apart, line) = (20.0, 20.0);
    let mut from = 0.0;
    for entry in entries {
        let gap = if entry.sample.is_empty() { 0.0 } else { 7.0 };
        let long = entry.long + gap + width(&entry.words, face.size);
        if from > 0.0 && from + long > sheet.room() {
            sheet.space(line);
            from = 0.0;
        }
        sheet.sample(entry.sample, (from, line / 2.0), entry.long);
        sheet.label(
            &entry.words,
            (from + entry.long + gap, line / 2.0 + face.size * 0.35),
            &face,
        );
        from += long + apart;
    }
    sheet.space(line);
}

/// The marks of events, and of what stands for several or for none.
fn events(poster: &Poster) -> Vec<Entry> {
    let (look, seen) = (poster.look, seen_events(poster));
    let occurs = |kind: &Evidence| {
        seen.iter()
            .any(|event| look.story[*event].grounds.evidence == *kind)
    };
    let entry = |long: f64, sample: Vec<Shape>, words: &str| Entry {
        long,
        sample,
        words: words.to_owned(),
    };
    let kinds = Evidence::ALL.into_iter().filter(occurs);
    let mark = |kind: Evidence| {
        entry(
            14.0,
            glyph(kind, true, (7.0, 0.0)),
            look.words.evidence[kind as usize],
        )
    };
    let mut all: Vec<_> = kinds.map(mark).collect();
    let extents: Vec<Option<&Extent>> = seen
        .iter()
        .map(|event| look.story[*event].when.as_ref().map(When::extent))
        .collect();
    if extents
        .iter()
        .any(|extent| extent.is_none_or(|extent| *extent == Extent::Nowhere))
    {
        all.push(entry(
            14.0,
            glyph(Evidence::Reported, false, (7.0, 0.0)),
            look.more.image_undated,
        ));
    }
    if poster
        .scene
        .items
        .iter()
        .any(|item| item.class == "between")
    {
        all.push(entry(
            30.0,
            vec![band((0.0, 30.0), 0.0, false)],
            look.more.image_between,
        ));
    }
    let forms = Forms::ALL
        .into_iter()
        .filter(|form| extents.iter().flatten().any(|extent| form.is_in(extent)));
    all.extend(forms.map(|form| entry(30.0, form.sample(), form.words(look.more))));
    if links(poster).any(|link| matches!(link.to, Target::Open { .. })) {
        all.push(entry(24.0, count(), look.more.image_count));
    }
    if poster.scene.items.iter().any(is_interrupted) {
        all.push(entry(0.0, Vec::new(), look.words.legend_break));
    }
    all
}

/// The forms of time that explain themselves least.
#[derive(Clone, Copy)]
enum Forms {
    Limit,
    Open,
    Unknown,
    Each,
}

impl Forms {
    const ALL: [Self; 4] = [Self::Limit, Self::Open, Self::Unknown, Self::Each];

    fn is_in(self, extent: &Extent) -> bool {
        let side = |wanted: fn(&Side) -> bool| match extent {
            Extent::Lasting { start, end } => wanted(start) || wanted(end),
            Extent::Each(all) => all.iter().any(|one| self.is_in(one)),
            Extent::Once(_) | Extent::Before(_) | Extent::After(_) | Extent::Nowhere => false,
        };
        match self {
            Self::Limit => {
                let beyond = matches!(
                    extent,
                    Extent::Lasting {
                        start: Side::Before(_),
                        ..
                    } | Extent::Lasting {
                        end: Side::After(_),
                        ..
                    }
                );
                beyond || matches!(extent, Extent::Before(_) | Extent::After(_))
            }
            Self::Open => side(|side| *side == Side::Open),
            Self::Unknown => side(|side| *side == Side::Unknown),
            Self::Each => matches!(extent, Extent::Each(_)),
        }
    }

    fn words(self, more: &ExplorerStrings) -> &'static str {
        match self {
            Self::Limit => more.image_before,
            Self::Open => more.image_open,
            Self::Unknown => more.image_unknown,
            Self::Each => more.image_each,
        }
    }

    fn sample(self) -> Vec<Shape> {
        let (kind, start) = (Evidence::Reported, marks::Side::Within(0.0, 0.0));
        match self {
            Self::Limit => marks::limit(28.0, -1.0, 0.0, kind, false),
            Self::Open => marks::bar((start, marks::Side::Open(28.0)), 0.0, kind, false),
            Self::Unknown => marks::bar((start, marks::Side::Unknown(8.0)), 0.0, kind, false),
            Self::Each => {
                let mut shapes = vec![marks::joint((5.0, 25.0), 0.0, kind)];
                shapes.extend(
                    [5.0, 25.0]
                        .into_iter()
                        .flat_map(|x| glyph(kind, true, (x, 0.0))),
                );
                shapes
            }
        }
    }
}

/// A plate with a number, as clusters have.
fn count() -> Vec<Shape> {
    let paint = Paint::fill(Color::RAISED).edged(Color::RULE_STRONG, 1.0);
    let plate = Shape::Rect {
        x: 0.0,
        y: -8.0,
        width: 24.0,
        height: 16.0,
        round: 8.0,
        paint,
    };
    let number = Shape::Text {
        x: 12.0,
        y: 4.0,
        words: "3".to_owned(),
        size: 11.0,
        anchor: Anchor::Middle,
        bold: true,
        ink: Color::INK,
        halo: false,
    };
    vec![plate, number]
}

/// The line of time is drawn with straight lines only, but where time is left out.
fn is_interrupted(item: &Item) -> bool {
    item.class == "line"
        && item
            .shapes
            .iter()
            .any(|shape| matches!(shape, Shape::Path { .. }))
}

/// The relations that are drawn: of evidence that is shown, and with an end in sight.
fn relations<'a>(poster: &Poster<'a>) -> Vec<&'a Relation> {
    let seen: Vec<ActorId> = links(poster)
        .filter_map(|link| match link.to {
            Target::Pick(Pick::Actor(actor)) => Some(actor),
            _ => None,
        })
        .collect();
    let drawn = |relation: &&Relation| {
        let ends =
            seen.contains(&relation.from) || relation.to.iter().any(|actor| seen.contains(actor));
        shown(poster.look.hidden, &relation.grounds) && ends
    };
    poster.look.story.relations.iter().filter(drawn).collect()
}

/// Lines with the arrowheads of their tone.
fn tones(poster: &Poster, relations: &[&Relation]) -> Vec<Entry> {
    let occurs = |tone: &Tone| relations.iter().any(|relation| relation.tone == *tone);
    let entry = |tone: Tone| {
        let ink = [Color("tone-for"), Color("tone-against"), Color::MUTED][tone as usize];
        let head = [
            "M14,-4.5 L22,0 L14,4.5 Z",
            "M20,-5.5 V5.5 M13,-4 L19,0 L13,4",
            "M14,-4 L21,0 L14,4",
        ][tone as usize];
        let mut paint = Paint::stroke(ink, 1.5);
        let line = Shape::Line {
            from: (0.0, 0.0),
            to: (30.0, 0.0),
            paint,
        };
        paint.fill = (tone == Tone::For).then_some(ink);
        let words = poster.look.words.tones[tone as usize].to_owned();
        Entry {
            long: 30.0,
            sample: vec![
                line,
                Shape::Path {
                    d: head.to_owned(),
                    paint,
                },
            ],
            words,
        }
    };
    [Tone::For, Tone::Against, Tone::Neutral]
        .into_iter()
        .filter(occurs)
        .map(entry)
        .collect()
}

/// How lines tell the kinds of evidence, where they are not all of one look.
fn lines(poster: &Poster, kinds: Vec<Evidence>) -> Vec<Entry> {
    let words = poster.look.words.evidence;
    let of = |group: &[Evidence], paint: Paint| {
        let names: Vec<&str> = group
            .iter()
            .filter(|kind| kinds.contains(kind))
            .map(|kind| words[*kind as usize])
            .collect();
        let sample = vec![Shape::Line {
            from: (0.0, 0.0),
            to: (30.0, 0.0),
            paint,
        }];
        (!names.is_empty()).then(|| Entry {
            long: 30.0,
            sample,
            words: names.join(", "),
        })
    };
    let line = Paint::stroke(Color::INK, 1.5);
    let all = [
        of(&[Evidence::Quoted, Evidence::Reported], line),
        of(&[Evidence::Inferred], line.dashed(Dash::Dashed)),
        of(
            &[Evidence::Forecast],
            Paint { width: 2.0, ..line }.dashed(Dash::Dotted),
        ),
        of(
            &[Evidence::Context],
            Paint::stroke(ink(Evidence::Context), 1.0),
        ),
    ];
    let all: Vec<_> = all.into_iter().flatten().collect();
    if all.len() > 1 { all } else { Vec::new() }
}
