//! The current view as an image: with title and source, in the colours that the reader sees.

use super::drawing::Drawing;
use super::element::html;
use super::figure::Explorer;
use super::save;
use crate::figure::Color;
use crate::figure::poster::{Poster, PosterFigure, plain, poster, room};
use crate::locale::strings::fill;
use crate::story::ActorId;
use gloo::utils::window;
use web_sys::Element;

/// Width of the images, px; a PNG has two pixels for each.
const WIDTH: f64 = 1000.0;

impl Explorer {
    /// Offers the view as a file: PNG or SVG.
    pub(super) fn save(&self, png: bool) {
        let camera = self.transition.borrow().goal();
        let width = room(WIDTH);
        let scene = self.scene(camera, (width, self.drawing.borrow().plan().height(width)));
        let figure = self.pictured();
        let colour = |ink: Color| colour(&self.stage, ink);
        let also = self.also();
        let text = self.with_look(|look| {
            poster(
                &Poster {
                    look: *look,
                    figure,
                    detail: camera.zoom > 1.001,
                    also: &also,
                    scene: &scene,
                },
                &colour,
            )
        });
        let name = format!("{}-{}", self.content.story.slug, self.figure.id());
        if png {
            save::png(&format!("{name}.png"), &text, size(&text), 2.0, |_| {});
        } else {
            save::svg(&format!("{name}.svg"), &text);
        }
    }

    /// What the reader asked of the map, in sentences.
    fn also(&self) -> String {
        let Drawing::Map(network) = &*self.drawing.borrow() else {
            return String::new();
        };
        let name = |actor: ActorId| self.content.story[actor].label();
        let focus = network.asked.focus.map(|(actor, steps)| {
            let steps = self.more.focus_steps[usize::from(steps)];
            fill(
                self.more.image_focus,
                &[("name", name(actor)), ("steps", steps)],
            )
        });
        let path = network.asked.path.map(|(from, to)| {
            fill(
                self.more.image_path,
                &[("from", name(from)), ("to", name(to))],
            )
        });
        focus.into_iter().chain(path).collect::<Vec<_>>().join(" ")
    }

    fn pictured(&self) -> PosterFigure {
        match &*self.drawing.borrow() {
            Drawing::Timeline(_) => PosterFigure::Timeline,
            Drawing::Map(network) => network
                .asked
                .positions
                .map_or(PosterFigure::Relations, PosterFigure::Positions),
        }
    }
}

/// Width and height by the attributes of an image.
fn size(text: &str) -> (f64, f64) {
    let number = |name: &str| {
        text.split_once(&format!("{name}=\""))?
            .1
            .split('"')
            .next()?
            .parse()
            .ok()
    };
    (
        number(" width").unwrap_or(WIDTH),
        number(" height").unwrap_or(WIDTH),
    )
}

/// The colour of a token in the page's current theme: only a property that takes colours resolves
/// one.
fn colour(place: &Element, ink: Color) -> String {
    let probe = html("span", &[("hidden", "")]);
    _ = probe
        .style()
        .set_property("color", &format!("var(--{})", ink.0));
    _ = place.append_child(&probe);
    let computed = window().get_computed_style(&probe).ok().flatten();
    let value = computed
        .and_then(|style| style.get_property_value("color").ok())
        .unwrap_or_default();
    probe.remove();
    plain(&value)
}
