//! The timeline as it is seen through a camera: background, stems, counts and events, from the back
//! to the front.

use super::bands;
use super::clusters;
use super::ground;
use super::labels::{self, LabelBox};
use super::pack::Labelled;
use super::prepared::{LevelSheet, Timeline};
use super::viewport::Viewport;
use crate::figure::{Anchor, Camera, Color, FigureState, Item, Scene, Shape, rounded};

pub fn scene(
    line: &Timeline,
    sheet: &LevelSheet,
    look: &FigureState,
    camera: Camera,
    size: (f64, f64),
) -> Scene {
    let camera = camera.inside();
    let mut lit = vec![false; line.facts.len()];
    for event in &look.lit.events {
        if let Some(one) = lit.get_mut(event.index()) {
            *one = true;
        }
    }
    let sight = Viewport {
        line,
        look,
        from: camera.across().0,
        scale: size.0 * camera.zoom,
        size,
        head: sheet.head,
        lit,
    };
    let callout = clusters::callout(&sight, &sheet.level);
    let mut items = ground::items(
        &sight,
        &sheet.lanes,
        callout.as_ref().map(|callout| callout.across),
    );
    let seen: Vec<Labelled> = sheet
        .level
        .labelled
        .iter()
        .copied()
        .filter(|one| labels::seen(&sight, one))
        .collect();
    let frames: Vec<LabelBox> = seen.iter().map(|one| LabelBox::of(&sight, one)).collect();
    items.extend(labels::stems(&sight, &seen, &frames));
    items.extend(bands::item(&sight, &seen));
    items.extend(callout.as_ref().map(|callout| callout.leader(&frames)));
    items.extend(clusters::items(&sight, &sheet.level));
    items.extend(seen.iter().map(|one| labels::item(&sight, one)));
    items.extend(callout.map(|callout| callout.item));
    if sheet.level.labelled.is_empty() && sheet.level.counts.is_empty() {
        items.push(nothing(&sight));
    }
    Scene {
        width: size.0,
        height: size.1,
        items,
    }
}

fn nothing(sight: &Viewport) -> Item {
    let words = sight.look.more.no_events[usize::from(!sight.line.facts.is_empty())];
    let words = crate::text::width::balance(words, 13.0, sight.size.0 - 32.0);
    let (x, y) = (
        rounded(sight.size.0 / 2.0),
        rounded((sight.head + sight.axis()) / 2.0),
    );
    let line = |(at, words): (usize, String)| Shape::Text {
        x: 0.0,
        y: 18.0 * at as f64,
        words,
        size: 13.0,
        anchor: Anchor::Middle,
        bold: false,
        ink: Color::MUTED,
        halo: false,
    };
    let shapes = words.into_iter().enumerate().map(line).collect();
    Item {
        key: "nothing".into(),
        class: "nothing",
        at: (x, y),
        link: None,
        shapes,
    }
}
