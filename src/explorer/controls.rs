//! The controls around the picture: zoom and step, lanes and breaks of the timeline, focus, path
//! and filters of the map, and saving. `commands.rs` says what they do.

use super::drawing::Drawing;
use super::element::{append, button, html, set, set_if};
use crate::browser;
use crate::figure::Camera;
use crate::figure::map::{Network, path};
use crate::figure::timeline::Lanes;
use crate::locale::fold::fold;
use crate::locale::strings::Strings;
use crate::locale::strings::explorer::ExplorerStrings;
use crate::state::query::{names, told_apart};
use crate::story::{Actor, ActorId, Story, Tone};
use js_sys::Intl::Collator;
use js_sys::{Array, Function, Object, Reflect};
use std::cmp::Ordering;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// The elements, of which a timeline has some and a map others.
pub struct Controls {
    /// Above the picture.
    pub bar: HtmlElement,
    /// Below it.
    pub more: HtmlElement,
    pub zoom_in: HtmlElement,
    pub zoom_out: HtmlElement,
    pub fit: HtmlElement,
    pub previous: HtmlElement,
    pub next: HtmlElement,
    pub close: HtmlElement,
    pub saves: [HtmlElement; 2],
    lanes: Option<HtmlSelectElement>,
    broken: Option<HtmlInputElement>,
    map: Option<MapControls>,
}

struct MapControls {
    focus: HtmlSelectElement,
    path: Path,
    /// Says `no_path` when there is none.
    note: HtmlElement,
    no_path: &'static str,
    groups: Vec<HtmlInputElement>,
    tones: Vec<HtmlInputElement>,
}

/// Where the path ends: chosen from a list, or named where a list would be endless.
enum Path {
    Listed(HtmlSelectElement),
    Named(HtmlInputElement),
}

/// A list of more actors would be endless.
const MAX_LISTED: usize = 150;

impl Path {
    fn new(story: &Story, below: &Element, more: &ExplorerStrings) -> Self {
        if story.actors.len() > MAX_LISTED {
            let (label, field) = (
                html("label", &[("class", "explorer-choice")]),
                html("input", &[("type", "search")]),
            );
            label.set_text_content(Some(more.path_to));
            append(&label, &[&field]);
            append(below, &[&label]);
            return Self::Named(field.unchecked_into());
        }
        let mut actors: Vec<_> = story
            .each_actor()
            .map(|(id, actor)| (actor.key.clone(), listed(story, id)))
            .collect();
        let order = Order::of(&story.lang);
        actors.sort_by(|a, b| order.compare(&a.1, &b.1));
        Self::Listed(choice(
            below,
            more.path_to,
            std::iter::once((String::new(), more.nobody.to_owned())).chain(actors),
        ))
    }

    fn field(&self) -> &Element {
        match self {
            Self::Listed(list) => list,
            Self::Named(field) => field,
        }
    }

    fn disable(&self, disabled: bool) {
        match self {
            Self::Listed(list) => list.set_disabled(disabled),
            Self::Named(field) => field.set_disabled(disabled),
        }
    }

    /// The chosen actor; the first whose name begins with, or else contains, the text of the field.
    fn actor(&self, story: &Story) -> Option<ActorId> {
        match self {
            Self::Listed(list) => story
                .each_actor()
                .find(|(_, actor)| actor.key == list.value())
                .map(|(id, _)| id),
            Self::Named(field) => {
                let value = fold(&field.value());
                let sought = value.trim();
                let found = |test: &dyn Fn(&str) -> bool| {
                    story
                        .each_actor()
                        .find(|(_, actor)| fold(&names(actor)).lines().any(test))
                        .map(|(id, _)| id)
                };
                let begins = found(&|name| name.starts_with(sought))
                    .or_else(|| found(&|name| name.contains(sought)));
                begins.filter(|_| !sought.is_empty())
            }
        }
    }
}

/// The name of an actor in a list: the short one, unless others have the same.
fn listed(story: &Story, id: ActorId) -> String {
    let alike = |actor: &Actor| actor.label() == story[id].label();
    let several = story.actors.iter().filter(|actor| alike(actor)).count() > 1;
    if several {
        told_apart(story, id, &story[id].name)
    } else {
        story[id].label().to_owned()
    }
}

/// How the browser orders names in a language.
struct Order(Option<Function>);

impl Order {
    fn of(lang: &str) -> Self {
        let options = Object::new();
        _ = Reflect::set(&options, &"numeric".into(), &true.into());
        // It throws where the text is not a language tag.
        let of = |lang: JsValue| Reflect::construct(&collator()?, &Array::of2(&lang, &options));
        let order = of(lang.into()).or_else(|_| of(JsValue::UNDEFINED));
        Self(
            order
                .ok()
                .map(|order| order.unchecked_into::<Collator>().compare()),
        )
    }

    fn compare(&self, a: &str, b: &str) -> Ordering {
        let Some(compare) = &self.0 else {
            return a.cmp(b);
        };
        let order = compare.call2(&JsValue::UNDEFINED, &a.into(), &b.into());
        let order = order
            .ok()
            .and_then(|order| order.as_f64())
            .unwrap_or_default();
        order.total_cmp(&0.0)
    }
}

/// Marks the language of the interface in a story of another one.
fn mark_language(elements: &[&HtmlElement], story: &Story, words: &Strings) {
    if !story
        .lang
        .split('-')
        .next()
        .unwrap_or_default()
        .eq_ignore_ascii_case(words.lang)
    {
        elements
            .iter()
            .for_each(|element| set(element, "lang", words.lang));
    }
}

/// `Intl.Collator`.
fn collator() -> Result<Function, JsValue> {
    Reflect::get(
        &Reflect::get(&js_sys::global(), &"Intl".into())?,
        &"Collator".into(),
    )
    .map(JsCast::unchecked_into)
}

impl Controls {
    pub fn new(
        story: &Story,
        drawing: &Drawing,
        words: &'static Strings,
        more: &'static ExplorerStrings,
    ) -> Self {
        let bar = html(
            "div",
            &[
                ("class", "explorer-bar"),
                ("role", "group"),
                ("aria-label", more.controls),
            ],
        );
        let below = html("div", &[("class", "explorer-more")]);
        mark_language(&[&bar, &below], story, words);
        let [zoom_out, zoom_in] = [button("−", more.zoom_out), button("+", more.zoom_in)];
        let (fit, close) = (button(more.fit, more.fit), button("×", more.back));
        let [previous, next] = [button("‹", more.previous), button("›", more.next)];
        set(&close, "class", "explorer-button explorer-close");
        append(&bar, &[&zoom_out, &zoom_in, &fit, &previous, &next]);
        let (mut lanes, mut broken, mut map) = (None, None, None);
        match drawing {
            Drawing::Timeline(timeline) => {
                let all: Vec<_> = Lanes::ALL
                    .into_iter()
                    .filter(|lanes| timeline.has(*lanes))
                    .collect();
                let options = all.iter().map(|lanes| {
                    (
                        lanes.key().to_owned(),
                        more.lanes_by[*lanes as usize].to_owned(),
                    )
                });
                lanes = (all.len() > 1).then(|| choice(&below, more.lanes, options));
                if let Some(lanes) = &lanes {
                    lanes.set_value(timeline.lanes().key());
                }
                broken = timeline.breaks().then(|| check(&below, more.broken));
            }
            Drawing::Map(_) => map = Some(MapControls::new(story, &below, words, more)),
        }
        let saves = more.save_as.map(|kind| button(kind, kind));
        let save = html("span", &[("class", "explorer-save")]);
        save.set_text_content(Some(more.save));
        append(&save, &[&saves[0], &saves[1]]);
        let hint = html("span", &[("class", "explorer-hint")]);
        hint.set_text_content(Some(more.hint));
        append(&below, &[&hint, &save]);
        append(&bar, &[&close]);
        Self {
            bar,
            more: below,
            zoom_in,
            zoom_out,
            fit,
            previous,
            next,
            close,
            saves,
            lanes,
            broken,
            map,
        }
    }

    pub fn focus(&self) {
        browser::focus::restore(&self.zoom_in);
    }

    /// The controls that hold a value.
    pub fn fields(&self) -> impl Iterator<Item = &Element> {
        let of_timeline = self
            .lanes
            .iter()
            .map(AsRef::<Element>::as_ref)
            .chain(self.broken.iter().map(AsRef::as_ref));
        of_timeline.chain(self.map.iter().flat_map(MapControls::fields))
    }

    /// Disables what does nothing for a camera and the picked actor.
    pub fn update(&self, camera: Camera, max_zoom: f64, actor: Option<ActorId>) {
        let off = |button: &HtmlElement, off: bool| {
            set_if(button, "aria-disabled", off.then_some("true"))
        };
        off(&self.zoom_in, camera.zoom >= max_zoom * 0.999);
        off(&self.zoom_out, camera.zoom <= 1.001);
        off(&self.fit, camera.zoom <= 1.001);
        if let Some(map) = &self.map {
            map.focus.set_disabled(actor.is_none());
            map.path.disable(actor.is_none());
        }
    }

    /// The rows of the timeline, and whether empty time is left out.
    pub fn timeline(&self) -> (Option<Lanes>, bool) {
        let lanes = self.lanes.as_ref().map(HtmlSelectElement::value);
        let lanes = lanes.and_then(|key| Lanes::ALL.into_iter().find(|lanes| lanes.key() == key));
        (
            lanes,
            self.broken.as_ref().is_none_or(HtmlInputElement::checked),
        )
    }

    /// Asks of a map what the controls say; `actor` is the one that is picked.
    pub fn choose_map(&self, story: &Story, actor: Option<ActorId>, network: &mut Network) {
        if let Some(map) = &self.map {
            map.choose(story, actor, network);
        }
    }
}

impl MapControls {
    fn choose(&self, story: &Story, actor: Option<ActorId>, network: &mut Network) {
        let steps: u8 = self.focus.value().parse().unwrap_or_default();
        let end = self.path.actor(story);
        let asked = &mut network.asked;
        asked.focus = actor.filter(|_| steps > 0).map(|actor| (actor, steps));
        asked.path = actor.zip(end);
        let off = |fields: &[HtmlInputElement]| -> Vec<usize> {
            (0..fields.len())
                .filter(|index| !fields[*index].checked())
                .collect()
        };
        let groups = off(&self.groups);
        asked.groups_off = story
            .each_group()
            .map(|(id, _)| id)
            .filter(|id| groups.contains(&id.index()))
            .collect();
        asked.tones_off = off(&self.tones)
            .into_iter()
            .map(|index| Tone::ALL[index])
            .collect();
        let found = asked
            .path
            .is_none_or(|(from, to)| path(story, &from, &to).is_some());
        self.note
            .set_text_content(Some(if found { "" } else { self.no_path }));
    }

    fn new(
        story: &Story,
        below: &HtmlElement,
        words: &Strings,
        more: &'static ExplorerStrings,
    ) -> Self {
        let steps = more
            .focus_steps
            .iter()
            .enumerate()
            .map(|(step, words)| (step.to_string(), (*words).to_owned()));
        let focus = choice(below, more.focus_on, steps);
        let path = Path::new(story, below, more);
        let note = html("span", &[("class", "explorer-note"), ("role", "status")]);
        append(below, &[&note]);
        let set_of = |legend: &str, names: Vec<&str>| {
            let set = html("fieldset", &[("class", "explorer-set")]);
            let title = html("legend", &[]);
            title.set_text_content(Some(legend));
            append(&set, &[&title]);
            let fields: Vec<_> = names.into_iter().map(|name| check(&set, name)).collect();
            if fields.len() > 1 {
                append(below, &[&set]);
            }
            fields
        };
        set(path.field(), "lang", &story.lang);
        let groups = set_of(
            more.groups,
            story
                .groups
                .iter()
                .map(|group| group.name.as_str())
                .collect(),
        );
        for label in groups.iter().filter_map(|field| field.parent_element()) {
            set(&label, "lang", &story.lang);
        }
        Self {
            focus,
            path,
            note,
            no_path: more.no_path,
            groups,
            tones: set_of(more.tones, words.tones.to_vec()),
        }
    }

    fn fields(&self) -> impl Iterator<Item = &Element> {
        let checks = self
            .groups
            .iter()
            .chain(&self.tones)
            .map(AsRef::<Element>::as_ref);
        [self.focus.as_ref(), self.path.field()]
            .into_iter()
            .chain(checks)
    }
}

/// A choice with its label.
fn choice(
    parent: &Element,
    name: &str,
    options: impl IntoIterator<Item = (String, String)>,
) -> HtmlSelectElement {
    let (label, select) = (
        html("label", &[("class", "explorer-choice")]),
        html("select", &[]),
    );
    label.set_text_content(Some(name));
    for (value, words) in options {
        let option = html("option", &[("value", &value)]);
        option.set_text_content(Some(&words));
        append(&select, &[&option]);
    }
    append(&label, &[&select]);
    append(parent, &[&label]);
    select.unchecked_into()
}

/// A checkbox, checked, with its label.
fn check(parent: &Element, name: &str) -> HtmlInputElement {
    let (label, field) = (
        html("label", &[("class", "explorer-check")]),
        html("input", &[("type", "checkbox")]),
    );
    let words = html("span", &[]);
    words.set_text_content(Some(name));
    append(&label, &[&field, &words]);
    append(parent, &[&label]);
    let field: HtmlInputElement = field.unchecked_into();
    field.set_checked(true);
    field
}
