//! What fingers, pointer and keys do inside of the explorer. A plain wheel and one finger scroll
//! the page, as everywhere.

use super::drawing::Drawing;
use super::figure::Explorer;
use crate::figure::{Camera, Figure, Target};
use crate::state::Pick;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent, TouchEvent};

/// A pointer that moves less between press and release has clicked, px.
const MIN_DRAG: f64 = 4.0;

/// Where the last press or touch was, and whether it has become a drag.
#[derive(Clone, Copy, Default)]
struct Press {
    at: Option<(f64, f64)>,
    dragged: bool,
}

pub fn listen(explorer: &Explorer) {
    let (stage, overview) = (&explorer.stage, &explorer.overview.borrow().svg);
    let press = Rc::new(Cell::new(Press::default()));
    drag(explorer, stage, &press);
    clicks(explorer, stage, &press);
    pinch(explorer, stage);
    brush(explorer, overview);
    keys(explorer, stage);
}

fn place(event: &MouseEvent) -> (f64, f64) {
    (event.client_x().into(), event.client_y().into())
}

/// The mouse, or a pen, moves the viewport.
fn drag(explorer: &Explorer, stage: &HtmlElement, press: &Rc<Cell<Press>>) {
    let pressed = press.clone();
    explorer.on(stage, "pointerdown", move |_, event: &PointerEvent| {
        if event.pointer_type() != "touch" && event.button() == 0 {
            pressed.set(Press {
                at: Some(place(event)),
                dragged: false,
            });
        }
    });
    let (pressed, target) = (press.clone(), stage.clone());
    explorer.on(
        stage,
        "pointermove",
        move |explorer, event: &PointerEvent| {
            let Press {
                at: Some(from),
                dragged,
            } = pressed.get()
            else {
                return;
            };
            let to = place(event);
            if !dragged && (to.0 - from.0).abs().max((to.1 - from.1).abs()) < MIN_DRAG {
                return;
            }
            // The drag goes on where the pointer leaves the picture.
            _ = target.set_pointer_capture(event.pointer_id());
            let (width, height) = explorer.size();
            explorer.pan(((from.0 - to.0) / width, (from.1 - to.1) / height));
            pressed.set(Press {
                at: Some(to),
                dragged: true,
            });
        },
    );
    for name in ["pointerup", "pointercancel"] {
        let pressed = press.clone();
        explorer.on(stage, name, move |_, _: &PointerEvent| {
            pressed.set(Press {
                at: None,
                ..pressed.get()
            })
        });
    }
    // A link would be dragged away as an address.
    explorer.on(stage, "dragstart", |_, event: &Event| {
        event.prevent_default()
    });
}

/// A click follows a link, unless it ends a drag.
fn clicks(explorer: &Explorer, stage: &HtmlElement, press: &Rc<Cell<Press>>) {
    let pressed = press.clone();
    explorer.on(stage, "click", move |explorer, event: &MouseEvent| {
        let key = event
            .target()
            .and_then(|target| item(&target.unchecked_into()));
        let dragged = pressed.take().dragged;
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if dragged || (key.is_some() && !modified) {
            event.prevent_default();
        }
        if let Some(key) = key.filter(|_| !dragged && !modified) {
            explorer.follow(&key);
        }
    });
    explorer.on(stage, "dblclick", |explorer, event: &MouseEvent| {
        if item(
            &event
                .target()
                .map(JsCast::unchecked_into)
                .unwrap_or_else(|| explorer.figure.clone().into()),
        )
        .is_none()
        {
            explorer.zoom(2.0, Some(explorer.share(place(event))));
        }
    });
}

/// Two fingers zoom, and move the viewport.
fn pinch(explorer: &Explorer, stage: &HtmlElement) {
    let last: Rc<Cell<Option<Fingers>>> = Rc::default();
    for name in ["touchstart", "touchmove", "touchend", "touchcancel"] {
        let last = last.clone();
        explorer.on(stage, name, move |explorer, event: &TouchEvent| {
            let now = fingers(event);
            if now.is_some() {
                event.prevent_default();
            }
            if let (Some((from, before)), Some((to, distance))) = (last.replace(now), now) {
                let (width, height) = explorer.size();
                explorer.zoom_at_once(distance / before.max(1.0), explorer.share(to));
                explorer.pan(((from.0 - to.0) / width, (from.1 - to.1) / height));
            }
        });
    }
}

/// The middle between two fingers and their distance, px.
type Fingers = ((f64, f64), f64);

fn fingers(event: &TouchEvent) -> Option<Fingers> {
    let touches = event.touches();
    let finger = |index| {
        touches
            .item(index)
            .map(|touch| (f64::from(touch.client_x()), f64::from(touch.client_y())))
    };
    let (first, second) = (finger(0)?, finger(1)?);
    let middle = ((first.0 + second.0) / 2.0, (first.1 + second.1) / 2.0);
    let distance = libm::hypot(first.0 - second.0, first.1 - second.1);
    (touches.length() == 2).then_some((middle, distance))
}

/// The part of the brush that is held.
#[derive(Clone, Copy, PartialEq)]
enum Grip {
    Whole,
    From,
    To,
}

/// Moves the brush on the overview, or one of its ends; a press beside it brings it there.
fn brush(explorer: &Explorer, overview: &Element) {
    let grip: Rc<Cell<Option<Grip>>> = Rc::default();
    let pulled = |explorer: &Explorer, overview: &Element, grip: Grip, event: &PointerEvent| {
        let bounds = overview.get_bounding_client_rect();
        let at = ((f64::from(event.client_x()) - bounds.left()) / bounds.width().max(1.0))
            .clamp(0.0, 1.0);
        explorer.brush(at, grip);
    };
    let (held, target) = (grip.clone(), overview.clone());
    explorer.on(
        overview,
        "pointerdown",
        move |explorer, event: &PointerEvent| {
            event.prevent_default();
            _ = target.set_pointer_capture(event.pointer_id());
            let key = event
                .target()
                .map(JsCast::unchecked_into::<Element>)
                .and_then(|part| part.closest("[data-item]").ok()?);
            let key = key
                .and_then(|part| part.get_attribute("data-item"))
                .unwrap_or_default();
            let now = match key.as_str() {
                "brush-from" => Grip::From,
                "brush-to" => Grip::To,
                _ => Grip::Whole,
            };
            held.set(Some(now));
            if now == Grip::Whole {
                pulled(explorer, &target, now, event);
            }
        },
    );
    let (held, target) = (grip.clone(), overview.clone());
    explorer.on(
        overview,
        "pointermove",
        move |explorer, event: &PointerEvent| {
            if let Some(grip) = held.get() {
                pulled(explorer, &target, grip, event);
            }
        },
    );
    for name in ["pointerup", "pointercancel"] {
        let held = grip.clone();
        explorer.on(overview, name, move |_, _: &PointerEvent| held.set(None));
    }
}

/// Keys of the picture: on a timeline arrows, Home and End walk through the events in order; with
/// Shift arrows move the viewport; 0 shows all. In a map the app moves to the nearest actor by
/// arrows; `zoom.js` handles + and −.
fn keys(explorer: &Explorer, stage: &HtmlElement) {
    explorer.on(stage, "keydown", |explorer, event: &KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let shift = event.shift_key();
        let by = match key.as_str() {
            "ArrowLeft" => Some((-0.2, 0.0)),
            "ArrowRight" => Some((0.2, 0.0)),
            "ArrowUp" => Some((0.0, -0.2)),
            "ArrowDown" => Some((0.0, 0.2)),
            _ => None,
        };
        let moved = by.filter(|_| shift).map(|by| explorer.pan(by)).is_some();
        let whole = (key == "0" && !shift).then(|| explorer.fit()).is_some();
        if moved || whole || (!shift && explorer.walk(&key).is_some()) {
            event.prevent_default();
            event.stop_propagation();
        }
    });
}

/// The index of the pick whose item has the focus.
fn focused(picks: &[(String, Pick)]) -> Option<usize> {
    let key = item(&gloo::utils::document().active_element()?)?;
    picks.iter().position(|(anchor, _)| *anchor == key)
}

/// The key of the item that an element belongs to.
fn item(element: &Element) -> Option<String> {
    element
        .closest("a.item")
        .ok()
        .flatten()?
        .get_attribute("data-item")
}

impl Explorer {
    /// Follows a link of the drawing.
    fn follow(&self, key: &str) {
        let to = self
            .picture
            .borrow()
            .item(key)
            .and_then(|item| item.link.as_ref())
            .map(|link| link.to.clone());
        match to {
            Some(Target::Pick(pick)) => self.pick(pick),
            Some(Target::Open { from, to }) => self.go(self.camera_on(from, to)),
            None => {}
        }
    }

    /// Moves the focus along the timeline by a key, also to events outside of the viewport.
    /// `None` for any other key or figure.
    fn walk(&self, key: &str) -> Option<()> {
        let walk = match &*self.drawing.borrow() {
            Drawing::Timeline(timeline) => timeline.walk(),
            Drawing::Map(_) => return None,
        };
        let named = |pick: &Pick| (self.anchor(*pick), *pick);
        let named: Vec<_> = walk.iter().map(named).collect();
        let index = focused(&named)?;
        let next = match key {
            "ArrowLeft" | "ArrowUp" => index.checked_sub(1)?,
            "ArrowRight" | "ArrowDown" => index + 1,
            "Home" => 0,
            "End" => named.len() - 1,
            _ => return None,
        };
        let (anchor, pick) = named.into_iter().nth(next)?;
        self.to_focus.replace(Some(anchor));
        self.show(pick);
        self.ask();
        Some(())
    }

    /// Moves an end of the viewport, or its middle, to a place of the overview.
    fn brush(&self, x: f64, grip: Grip) {
        let camera = self.here();
        let (start, end) = camera.across();
        let min_width = 1.0 / self.max_zoom();
        let (start, end) = match grip {
            Grip::From => (x.min(end - min_width), end),
            Grip::To => (start, x.max(start + min_width)),
            Grip::Whole => (x - 0.5 / camera.zoom, x + 0.5 / camera.zoom),
        };
        self.put(Camera {
            x: (start + end) / 2.0,
            y: 0.5,
            zoom: 1.0 / (end - start).max(min_width),
        });
    }
}
