//! Writes scenes into the page: elements that are there already are moved or changed, and only
//! where they differ.

use super::element::{set, set_all, set_if, svg};
use crate::figure::svg::{exact, geometry, look};
use crate::figure::{Color, Item, Scene, Shape, Target};
use gloo::utils::document;
use std::collections::BTreeMap;
use web_sys::Element;

/// A drawing in the page.
pub struct Picture {
    pub svg: Element,
    /// The group of its links for the arrow keys.
    walk: &'static str,
    items: BTreeMap<String, Shown>,
    size: (f64, f64),
}

struct Shown {
    item: Item,
    element: Element,
}

impl Picture {
    pub fn new(name: &str, walk: &'static str) -> Self {
        let svg = svg("svg");
        set_all(
            &svg,
            &[
                ("class", "explorer-picture"),
                ("role", "group"),
                ("aria-label", name),
            ],
        );
        Self {
            svg,
            walk,
            items: BTreeMap::new(),
            size: (0.0, 0.0),
        }
    }

    /// The item that was drawn last under a key.
    pub fn item(&self, key: &str) -> Option<&Item> {
        self.items.get(key).map(|shown| &shown.item)
    }

    /// The element of an item.
    pub fn element(&self, key: &str) -> Option<&Element> {
        self.items.get(key).map(|shown| &shown.element)
    }

    /// Makes the page show a scene; `address` gives the href of a link, which is followed without
    /// the program.
    pub fn show(&mut self, scene: Scene, address: &dyn Fn(&Target) -> String) {
        if self.size != (scene.width, scene.height) {
            self.size = (scene.width, scene.height);
            set_all(
                &self.svg,
                &[
                    ("width", scene.width.to_string()),
                    ("height", scene.height.to_string()),
                ],
            );
        }
        let focused = document().active_element();
        let mut before = std::mem::take(&mut self.items);
        let next = scene.items.into_iter().map(|item| {
            let shown = before.remove(&item.key);
            self.shown(shown, item, address)
        });
        let next: Vec<Shown> = next.collect();
        before.values().for_each(|gone| gone.element.remove());
        order(&self.svg, &next);
        self.items = next
            .into_iter()
            .map(|shown| (shown.item.key.clone(), shown))
            .collect();
        refocus(focused);
    }

    fn shown(
        &self,
        before: Option<Shown>,
        item: Item,
        address: &dyn Fn(&Target) -> String,
    ) -> Shown {
        // A link and a group are different elements: neither becomes the other.
        let same = before.filter(|before| before.item.link.is_some() == item.link.is_some());
        let Some(Shown { item: was, element }) = same else {
            let element = svg(if item.link.is_some() { "a" } else { "g" });
            set_all(&element, &[("class", "item"), ("data-item", &item.key)]);
            if item.link.is_some() {
                set(&element, "data-walk", self.walk);
            }
            dress(&element, None, &item, address);
            fill(&element, &[], &item.shapes);
            return Shown { item, element };
        };
        dress(&element, Some(&was), &item, address);
        if was.shapes != item.shapes {
            fill(&element, &was.shapes, &item.shapes);
        }
        Shown { item, element }
    }
}

/// The attributes of an item that differ from before.
fn dress(element: &Element, was: Option<&Item>, item: &Item, address: &dyn Fn(&Target) -> String) {
    if was.is_none_or(|was| was.class != item.class) {
        // Not its class, which may mean something to the page's own style.
        set(element, "data-kind", item.class);
    }
    if was.is_none_or(|was| was.at != item.at) {
        set(
            element,
            "transform",
            &format!("translate({} {})", item.at.0, item.at.1),
        );
    }
    if was.is_none_or(|was| was.link != item.link)
        && let Some(link) = &item.link
    {
        set_all(
            element,
            &[
                ("href", address(&link.to)),
                ("aria-label", link.name.clone()),
            ],
        );
        set_if(element, "aria-current", link.current.then_some("true"));
        set_if(
            element,
            "role",
            matches!(link.to, Target::Open { .. }).then_some("button"),
        );
    }
}

/// The shapes of an item; elements of the same kind at the same place are used again.
fn fill(element: &Element, was: &[Shape], shapes: &[Shape]) {
    let old: Vec<Element> = (0..was.len() as u32)
        .filter_map(|index| element.children().item(index))
        .collect();
    for (index, shape) in shapes.iter().enumerate() {
        let same = was
            .get(index)
            .filter(|was| geometry(was, exact).0 == geometry(shape, exact).0)
            .and(old.get(index));
        match same {
            Some(_) if was[index] == *shape => {}
            Some(child) => draw(child, Some(&was[index]), shape),
            None => {
                let child = svg(geometry(shape, exact).0);
                draw(&child, None, shape);
                match old.get(index) {
                    Some(other) => _ = other.replace_with_with_node_1(&child),
                    None => _ = element.append_child(&child),
                }
            }
        }
    }
    old.iter().skip(shapes.len()).for_each(Element::remove);
}

fn draw(element: &Element, was: Option<&Shape>, shape: &Shape) {
    let token = |ink: Color| format!("var(--{})", ink.0);
    let (before, after) = (
        was.map(|was| look(was, &token)).unwrap_or_default(),
        look(shape, &token),
    );
    for (name, _) in before
        .iter()
        .filter(|(name, _)| after.iter().all(|(other, _)| other != name))
    {
        _ = element.remove_attribute(name);
    }
    let changed = after.iter().filter(|one| !before.contains(one));
    changed.for_each(|(name, value)| set(element, name, value));
    set_all(element, &geometry(shape, exact).1);
    if let Shape::Text { words, .. } = shape
        && !matches!(was, Some(Shape::Text { words: before, .. }) if before == words)
    {
        // The space separates lines where they are read aloud or copied; it takes no room.
        element.set_text_content(Some(&format!("{words} ")));
    }
}

/// Puts the elements into the order of the list, moving as few as simple steps allow: an element
/// that is moved loses the focus.
fn order(parent: &Element, items: &[Shown]) {
    let mut at = parent.first_element_child();
    for Shown { element, .. } in items {
        if at.as_ref() == Some(element) {
            at = element.next_element_sibling();
        } else {
            _ = parent.insert_before(element, at.as_deref());
        }
    }
}

fn refocus(focused: Option<Element>) {
    let Some(element) = focused else { return };
    if element.is_connected() && document().active_element().as_ref() != Some(&element) {
        crate::browser::focus::restore(&element);
    }
}
