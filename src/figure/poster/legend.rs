//! The legend of an image: of what occurs in it, set in lines.

use super::sheet::{PosterSheet, TextStyle};
use super::words::{Poster, PosterFigure, links, seen_events};
use crate::date::{Extent, Side, When};
use crate::figure::legend::{self, LegendEntry};
use crate::figure::symbols::mark;
use crate::figure::timeline::marks::{self, band};
use crate::figure::{Anchor, Color, Item, Link, Paint, Shape, Target};
use crate::locale::strings::explorer::ExplorerStrings;
use crate::state::query::shown;
use crate::story::{ActorId, Evidence, Relation};
use crate::text::width::width;

pub fn legend(sheet: &mut PosterSheet, poster: &Poster) {
    let (look, words) = (poster.look, poster.look.words);
    match poster.figure {
        PosterFigure::Timeline => set(sheet, events(poster)),
        PosterFigure::Relations => {
            let relations = relations(poster);
            let tones = relations.iter().map(|relation| relation.tone);
            set(sheet, legend::tones(tones, words));
            let kinds = relations.iter().map(|relation| relation.grounds.evidence);
            set(sheet, legend::lines(kinds, words));
        }
        PosterFigure::Positions(issue) => {
            let kinds = look
                .story
                .positions
                .iter()
                .filter(|position| position.issue == issue && shown(look.hidden, &position.grounds))
                .map(|position| position.grounds.evidence);
            set(sheet, legend::lines(kinds, words));
        }
    }
}

/// One entry after the other, in as many lines as they need.
fn set(sheet: &mut PosterSheet, entries: Vec<LegendEntry>) {
    if entries.is_empty() {
        return;
    }
    let face = TextStyle::note(if sheet.width() < 600.0 { 11.5 } else { 12.5 });
    let (apart, line) = (20.0, 20.0);
    let mut from = 0.0;
    for entry in entries {
        let gap = if entry.sample.is_empty() { 0.0 } else { 7.0 };
        let long = entry.width + gap + width(&entry.words, face.size);
        if from > 0.0 && from + long > sheet.room() {
            sheet.space(line);
            from = 0.0;
        }
        sheet.sample(entry.sample, (from, line / 2.0), entry.width);
        sheet.label(
            &entry.words,
            (from + entry.width + gap, line / 2.0 + face.size * 0.35),
            &face,
        );
        from += long + apart;
    }
    sheet.space(line);
}

/// The marks of events, and of what stands for several or for none.
fn events(poster: &Poster) -> Vec<LegendEntry> {
    let (look, seen) = (poster.look, seen_events(poster));
    let kinds = seen.iter().map(|event| look.story[*event].grounds.evidence);
    let mut all = legend::marks(kinds, look.words);
    let extents: Vec<Option<&Extent>> = seen
        .iter()
        .map(|event| look.story[*event].when.as_ref().map(When::extent))
        .collect();
    if extents
        .iter()
        .any(|extent| extent.is_none_or(|extent| *extent == Extent::Nowhere))
    {
        let undated = look.more.image_undated;
        all.push(LegendEntry::mark(Evidence::Reported, false, undated));
    }
    if poster
        .scene
        .items
        .iter()
        .any(|item| item.class == "between")
    {
        all.push(LegendEntry::new(
            30.0,
            vec![band((0.0, 30.0), 0.0, false)],
            look.more.image_between,
        ));
    }
    let forms = Forms::ALL
        .into_iter()
        .filter(|form| extents.iter().flatten().any(|extent| form.is_in(extent)));
    all.extend(forms.map(|form| LegendEntry::new(30.0, form.sample(), form.words(look.more))));
    if links(poster).any(|link| matches!(link.to, Target::Open { .. })) {
        all.push(LegendEntry::new(24.0, count(), look.more.image_count));
    }
    if poster.scene.items.iter().any(is_interrupted) {
        all.push(LegendEntry::new(0.0, Vec::new(), look.words.legend_break));
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
                let mut shapes = vec![marks::joint((5.0, 25.0), 0.0)];
                shapes.extend(
                    [5.0, 25.0]
                        .into_iter()
                        .flat_map(|x| mark(kind, true, (x, 0.0))),
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
    let seen: Vec<ActorId> = links(poster).filter_map(Link::actor).collect();
    let drawn = |relation: &&Relation| {
        let ends =
            seen.contains(&relation.from) || relation.to.iter().any(|actor| seen.contains(actor));
        shown(poster.look.hidden, &relation.grounds) && ends
    };
    poster.look.story.relations.iter().filter(drawn).collect()
}
