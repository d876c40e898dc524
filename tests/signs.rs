//! The same thing has the same sign and name on the page, in the explorer, in an image and in the
//! preview: marks, dashes, arrowheads, shapes of stances, accessible names.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use standpoint::figure::map::{Asked, Network};
use standpoint::figure::poster::{Poster, PosterFigure, poster};
use standpoint::figure::timeline::Timeline;
use standpoint::figure::{Camera, Color, Figure, FigureState, Scene, Target, svg};
use standpoint::layout::Content;
use standpoint::locale::Strings;
use standpoint::locale::strings::explorer::ExplorerStrings;
use standpoint::site::prerender::markup;
use standpoint::site::preview;
use standpoint::state::query::{self, Lit};
use standpoint::state::{EvidenceSet, Model, Msg, Pick, update};
use standpoint::story::{IssueId, Story};
use standpoint::view::{self, Ctx, actor_map::actor_map, timeline::timeline};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use yew::prelude::*;

/// The figures of the page after some messages.
fn page(content: &Rc<Content>, msgs: &[Msg]) -> String {
    let model = msgs.iter().fold(Model::default(), |model, msg| {
        update(&content.story, &model, msg.clone())
    });
    let ctx = Ctx::new(content.clone(), Callback::noop());
    let scene = view::Scene {
        model: &model,
        lit: query::lit(&ctx.story, &model),
    };
    markup(html! { <>{ timeline(&ctx, &scene) }{ actor_map(&ctx, &scene) }</> })
}

fn content_of(name: &str) -> Rc<Content> {
    Rc::new(Content::of(support::built_in(name)))
}

fn state<'a>(story: &'a Story, lit: &'a Lit) -> FigureState<'a> {
    FigureState {
        story,
        picked: None,
        lit,
        hidden: EvidenceSet::default(),
        words: Strings::of("en"),
        more: ExplorerStrings::of("en"),
    }
}

fn token(Color(token): Color) -> String {
    format!("var(--{token})")
}

/// A tag with its attributes.
struct Tag<'a> {
    name: &'a str,
    attributes: BTreeMap<&'a str, &'a str>,
}

impl<'a> Tag<'a> {
    fn value(&self, name: &str) -> &'a str {
        self.attributes.get(name).copied().unwrap_or_default()
    }
}

fn tags(markup: &str) -> impl Iterator<Item = Tag<'_>> {
    markup.split('<').skip(1).map(|text| {
        let inside = text.split('>').next().unwrap().trim_end_matches('/');
        let (name, rest) = inside.split_once(' ').unwrap_or((inside, ""));
        tag(rest, name)
    })
}

fn tag<'a>(mut rest: &'a str, name: &'a str) -> Tag<'a> {
    let mut attributes = BTreeMap::new();
    while let Some((key, behind)) = rest.split_once("=\"") {
        let (value, behind) = behind.split_once('"').unwrap();
        attributes.insert(key.trim(), value);
        rest = behind;
    }
    Tag { name, attributes }
}

/// Every shape with its paint, whether that is its own or that of the group around it.
fn shapes(markup: &str) -> Vec<BTreeMap<&str, &str>> {
    let mut shapes = Vec::new();
    let mut around = BTreeMap::new();
    for tag in tags(markup) {
        match tag.name {
            "g" if tag.attributes.contains_key("stroke-width") => around = tag.attributes,
            "circle" | "rect" | "path" | "line" => {
                let mut shape = around.clone();
                shape.extend(tag.attributes);
                shape.insert("tag", tag.name);
                shapes.push(shape);
            }
            "/g" => around = BTreeMap::new(),
            _ => {}
        }
    }
    shapes
}

/// The paint of a shape, and its form wherever it is and however it is turned.
fn sign(shape: &BTreeMap<&str, &str>) -> String {
    let value = |name: &str| shape.get(name).copied().unwrap_or_default();
    let names = [
        "stroke-width",
        "stroke-dasharray",
        "stroke-linecap",
        "fill",
        "r",
        "width",
    ];
    let paint = names.map(&value).join(" ");
    format!("{} {paint} {}", value("tag"), form(value("d")))
}

/// The distances of a path's points from its first one, rounded, as turning rounds them too.
fn form(d: &str) -> String {
    let numbers = d.split(|letter: char| !letter.is_ascii_digit() && !"-.".contains(letter));
    let numbers: Vec<f64> = numbers.filter_map(|number| number.parse().ok()).collect();
    let distance = |point: &[f64]| (point[0] - numbers[0]).hypot(point[1] - numbers[1]).round();
    let all: Vec<_> = numbers.chunks_exact(2).map(distance).collect();
    format!("{all:?}")
}

/// What is inside of each link of a class, by its accessible name.
fn links<'a>(markup: &'a str, class: &str) -> Vec<(&'a str, &'a str)> {
    let links = markup.split("<a ").skip(1).filter_map(|link| {
        let (opening, inside) = link.split_once('>')?;
        let tag = tag(opening, "a");
        let first = tag.value("class").split(' ').next();
        (first == Some(class)).then(|| {
            let inside = inside.split("</a>").next().unwrap();
            (tag.value("aria-label"), inside)
        })
    });
    links.collect()
}

/// The explorer's links: name, and its shapes as SVG.
fn items(scene: &Scene) -> BTreeMap<String, String> {
    let linked = scene.items.iter().filter_map(|item| {
        let link = item.link.as_ref()?;
        let escaped = link.name.replace('&', "&amp;").replace('"', "&quot;");
        let picks = matches!(link.to, Target::Pick(Pick::Actor(_) | Pick::Event(_)));
        picks.then(|| (escaped, svg::item(item, &token)))
    });
    linked.collect()
}

fn image(look: FigureState, figure: PosterFigure, scene: &Scene) -> String {
    let poster_of = Poster {
        look,
        figure,
        detail: false,
        also: "",
        scene,
    };
    poster(&poster_of, &token)
}

/// Lines that have an arrowhead at once behind them, with their dashes.
fn arrows(markup: &str) -> BTreeSet<String> {
    let shapes = shapes(markup);
    let arrows = shapes.windows(2).filter(|pair| {
        pair[0]["tag"] == "line"
            && pair[1]["tag"] == "path"
            && pair[0]["stroke"] == pair[1]["stroke"]
    });
    arrows
        .map(|pair| format!("{} with {}", sign(&pair[0]), sign(&pair[1])))
        .collect()
}

/// The same of the page, where lines refer to their arrowheads.
fn page_arrows(page: &str) -> BTreeSet<String> {
    let mut heads = BTreeMap::new();
    for marker in page.split("<marker ").skip(1) {
        let id = marker
            .split("id=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        heads.insert(id, sign(&shapes(marker)[0]));
    }
    let ties = page.split("<g ").skip(1).filter_map(|tie| {
        let tag = tag(tie.split('>').next()?, "g");
        let head = heads.get(tie.split("url(#").nth(1)?.split(')').next()?)?;
        let is_tie = tag.value("class").split(' ').next() == Some("tie");
        let paint = ["stroke-width", "stroke-dasharray", "stroke-linecap"];
        let paint = paint.map(|name| tag.value(name)).join(" ");
        is_tie.then(|| format!("line {paint} none   [] with {head}"))
    });
    ties.collect()
}

fn network(content: &Content, positions: Option<IssueId>) -> Network {
    let mut network = Network::of(content);
    network.asked = Asked {
        positions,
        ..Asked::default()
    };
    network
}

fn drawn(figure: &dyn Figure, look: &FigureState, width: f64) -> Scene {
    figure.scene(look, Camera::ALL, (width, figure.height(width)))
}

#[test]
fn relations_look_alike_in_all_four() {
    for name in ["security-guarantees", "harbour"] {
        let content = content_of(name);
        let (story, lit) = (&content.story, Lit::default());
        let look = state(story, &lit);
        let scene = drawn(&network(&content, None), &look, 768.0);
        let explorer = arrows(&svg::items(&scene, &token));
        assert!(explorer.len() > 3, "{explorer:#?}");
        assert_eq!(
            page_arrows(&page(&content, &[])),
            explorer,
            "page of {name}"
        );
        let plain =
            |Color(token): Color| standpoint::site::palette::colour(token, Default::default());
        let explorer_plain = arrows(&svg::items(&scene, &plain));
        assert_eq!(
            arrows(&preview::picture(story)),
            explorer_plain,
            "preview of {name}"
        );
        let image = arrows(&image(look, PosterFigure::Relations, &scene));
        assert!(image.is_superset(&explorer), "image of {name}: {image:#?}");
    }
}

#[test]
fn actors_have_one_name_and_one_sign_of_their_side() {
    for name in ["security-guarantees", "harbour"] {
        let content = content_of(name);
        let (story, lit) = (&content.story, Lit::default());
        let look = state(story, &lit);
        for issue in [None]
            .into_iter()
            .chain(story.each_issue().map(|(id, _)| Some(id)))
        {
            let scene = drawn(&network(&content, issue), &look, 768.0);
            let explorer = items(&scene);
            let page = page(
                &content,
                &issue.map(Msg::ReadIssue).into_iter().collect::<Vec<_>>(),
            );
            let nodes = links(&page, "node");
            assert_eq!(nodes.len(), 2 * story.actors.len());
            for (name, inside) in nodes {
                let item = explorer.get(name).unwrap_or_else(|| panic!("no {name}"));
                assert_eq!(side_of(inside), side_of(item), "{name}");
            }
            let figure = issue.map_or(PosterFigure::Relations, PosterFigure::Positions);
            let image = image(look, figure, &scene);
            for (name, item) in explorer {
                assert!(image.contains(&item), "{name} in the image");
            }
        }
    }
}

/// The dashes of a plate, and the mark of a stance.
fn side_of(markup: &str) -> (String, Vec<String>) {
    let shapes = shapes(markup);
    let plate = &shapes[0];
    let value = |name: &str| plate.get(name).copied().unwrap_or_default();
    let marks = shapes.iter().filter(|shape| shape["tag"] == "path");
    (
        format!("{} {}", value("stroke-dasharray"), value("stroke-linecap")),
        marks.map(sign).collect(),
    )
}

#[test]
fn events_have_one_name_and_one_mark() {
    for name in ["security-guarantees", "harbour"] {
        let content = content_of(name);
        let (story, lit) = (&content.story, Lit::default());
        let look = state(story, &lit);
        let scene = drawn(&Timeline::of(story), &look, 1600.0);
        let explorer = items(&scene);
        let page = page(&content, &[]);
        let (mut names, mut marks) = (0, 0);
        for (name, inside) in links(&page, "mark") {
            let Some(item) = explorer.get(name) else {
                continue;
            };
            names += 1;
            let place = inside.split("class=\"place\"").nth(1).unwrap();
            let item: BTreeSet<_> = shapes(item).iter().map(sign).collect();
            let mark = |shape: &BTreeMap<&str, &str>| shape.get("class") == Some(&"shape");
            let page: Vec<_> = shapes(place).into_iter().filter(mark).collect();
            marks += usize::from(page.iter().all(|shape| item.contains(&sign(shape))));
        }
        assert!(names > 5, "{names} names of {name} are the same");
        assert!(marks > 5, "{marks} marks of {name} are the same");
        let image = image(look, PosterFigure::Timeline, &scene);
        let legend = page.split("class=\"legend\"").nth(1).unwrap();
        let legend = legend.split("</p>").next().unwrap();
        let image: BTreeSet<_> = shapes(&image).iter().map(sign).collect();
        for shape in shapes(legend) {
            assert!(image.contains(&sign(&shape)), "{shape:?} in the image");
        }
    }
}
