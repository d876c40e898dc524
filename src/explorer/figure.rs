//! A figure that is explored: its drawing, the camera, and the frames. The files beside this one
//! share it and add what the reader does.

use super::camera::CameraTransition;
use super::controls::Controls;
use super::drawing::Drawing;
use super::element::{set, set_if};
use super::patch::Picture;
use super::state::State;
use crate::browser::focus;
use crate::figure::{Camera, FigureState, Scene, Target};
use crate::layout::Content;
use crate::layout::large::Summary;
use crate::locale::strings::Strings;
use crate::locale::strings::explorer::ExplorerStrings;
use crate::state::query::lit_by;
use crate::state::{Pick, route};
use crate::story::ActorId;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use std::cell::{Cell, RefCell};
use std::rc::Weak;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlElement, MutationObserver, ResizeObserver};

/// The height of the strip that shows where the reader is, px.
const OVERVIEW_HEIGHT: f64 = 44.0;

/// How long items take to their places in another reading, ms.
const GLIDE_TIME: i32 = 300;

/// One figure, and all that lives with it. It lives as long as the page.
pub struct Explorer {
    pub(super) me: Weak<Self>,
    pub(super) figure: HtmlElement,
    pub(super) explorer: HtmlElement,
    /// Holds the picture; as wide as the figure.
    pub(super) stage: HtmlElement,
    pub(super) content: Content,
    /// The whole of a large story, of which the page holds a part.
    pub(super) whole: Option<Summary>,
    /// What is picked of the things that the page has no entry for, and its card.
    pub(super) own: Cell<Option<Pick>>,
    pub(super) card: HtmlElement,
    pub(super) words: &'static Strings,
    pub(super) more: &'static ExplorerStrings,
    pub(super) drawing: RefCell<Drawing>,
    pub(super) picture: RefCell<Picture>,
    pub(super) overview: RefCell<Picture>,
    pub(super) transition: RefCell<CameraTransition>,
    pub(super) state: RefCell<State>,
    pub(super) controls: Controls,
    /// A frame is asked for.
    pub(super) waiting: Cell<bool>,
    /// The key of the item that gets the focus once it is drawn.
    pub(super) to_focus: RefCell<Option<String>>,
    pub(super) held: RefCell<Vec<Held>>,
}

/// Subscriptions, which end when they are dropped.
#[allow(dead_code)] // They are kept, not used.
pub(super) enum Held {
    Listener(EventListener),
    State(MutationObserver),
    Size(ResizeObserver),
}

impl Explorer {
    pub(super) fn hold(&self, held: impl IntoIterator<Item = Held>) {
        self.held.borrow_mut().extend(held);
    }

    /// Subscribes for as long as the explorer lives; the event may be kept from the browser.
    pub(super) fn on<Kind: JsCast>(
        &self,
        target: &Element,
        name: &'static str,
        handle: impl Fn(&Self, &Kind) + 'static,
    ) {
        let me = self.me.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let handle = move |event: &Event| {
            if let (Some(explorer), Some(event)) = (me.upgrade(), event.dyn_ref::<Kind>()) {
                handle(&explorer, event);
            }
        };
        let listener = EventListener::new_with_options(target, name, options, handle);
        self.hold([Held::Listener(listener)]);
    }

    /// What is picked, in the page or in the card.
    pub(super) fn picked(&self) -> Option<Pick> {
        self.own.get().or(self.state.borrow().route.pick)
    }

    pub(super) fn picked_actor(&self) -> Option<ActorId> {
        match self.picked()? {
            Pick::Actor(actor) => Some(actor),
            Pick::Event(_) | Pick::Passage(_) => None,
        }
    }

    pub(super) fn anchor(&self, pick: Pick) -> String {
        route::anchor(&self.content.story, pick)
    }

    /// Where a pick leads without the program: to its entry in this page, or in the page of a large
    /// story that has it.
    pub(super) fn address(&self, pick: Pick) -> String {
        let page = match (&self.whole, pick) {
            (Some(whole), Pick::Event(id)) => whole.event_page(id),
            (Some(whole), Pick::Actor(id)) => whole.actor_page(id),
            (Some(_), Pick::Passage(_)) | (None, _) => String::new(),
        };
        format!("{page}#{}", self.anchor(pick))
    }

    /// A place of the window as a share of the picture.
    pub(super) fn share(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let bounds = self.stage.get_bounding_client_rect();
        let share = |x: f64, left: f64, width: f64| ((x - left) / width.max(1.0)).clamp(0.0, 1.0);
        (
            share(x, bounds.left(), bounds.width()),
            share(y, bounds.top(), bounds.height()),
        )
    }

    /// Moves to a camera that is zoomed by a factor: around a point, or what is picked, or the
    /// middle.
    pub(super) fn zoom(&self, factor: f64, center: Option<(f64, f64)>) {
        let center = center.or_else(|| self.picked_share()).unwrap_or((0.5, 0.5));
        let goal = self
            .transition
            .borrow()
            .goal()
            .zoomed(factor, center, self.max_zoom());
        self.go(goal);
    }

    pub(super) fn zoom_at_once(&self, factor: f64, center: (f64, f64)) {
        let goal = self.here().zoomed(factor, center, self.max_zoom());
        self.put(goal);
    }

    pub(super) fn pan(&self, by: (f64, f64)) {
        let goal = self.here().moved(by);
        self.put(goal);
    }

    pub(super) fn here(&self) -> Camera {
        self.transition.borrow_mut().at(now())
    }

    pub(super) fn put(&self, camera: Camera) {
        self.transition.borrow_mut().put(camera.inside());
        self.ask();
    }

    /// Moves the camera there in a short time; at once where the reader wants no motion.
    pub(super) fn go(&self, camera: Camera) {
        if calm() {
            return self.put(camera);
        }
        self.transition.borrow_mut().go(camera.inside(), now());
        self.ask();
    }

    pub(super) fn fit(&self) {
        self.go(Camera::ALL);
    }

    pub(super) fn max_zoom(&self) -> f64 {
        self.drawing.borrow().plan().max_zoom()
    }

    fn picked_share(&self) -> Option<(f64, f64)> {
        let anchor = self.anchor(self.picked()?);
        let (width, height) = self.size();
        let (x, y) = self.picture.borrow().item(&anchor)?.at;
        Some(((x / width).clamp(0.0, 1.0), (y / height).clamp(0.0, 1.0)))
    }

    /// The size of the picture, px.
    pub(super) fn size(&self) -> (f64, f64) {
        let width = self.stage.client_width().max(200).into();
        (width, self.drawing.borrow().plan().height(width))
    }

    /// The camera on a cluster; a timeline has no height of its own.
    pub(super) fn camera_on(&self, from: (f64, f64), to: (f64, f64)) -> Camera {
        let camera = match &*self.drawing.borrow() {
            Drawing::Timeline(_) => Camera {
                y: 0.5,
                ..Camera::on((from.0, 0.0), (to.0, 0.0))
            },
            Drawing::Map(_) => Camera::on(from, to),
        };
        Camera {
            zoom: camera.zoom.min(self.max_zoom()),
            ..camera
        }
    }

    /// Moves the camera so that a thing is in the viewport.
    pub(super) fn show(&self, pick: Pick) {
        let goal = self.drawing.borrow().plan().camera_for(
            pick,
            self.transition.borrow().goal(),
            self.size(),
        );
        if let Some(goal) = goal.filter(|goal| *goal != self.transition.borrow().goal()) {
            self.go(goal);
        }
    }

    /// Lets every item move along a short path to where the next scene has it; style does the rest.
    pub(super) fn glide(&self) {
        set(&self.stage, "data-gliding", "");
        let stage = self.stage.clone();
        let ended = Closure::once_into_js(move || set_if(&stage, "data-gliding", None));
        _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(
            ended.unchecked_ref(),
            GLIDE_TIME,
        );
    }

    /// Draws with the next frame.
    pub(super) fn ask(&self) {
        if !self.waiting.replace(true) {
            self.mark(true);
            let explorer = self.me.clone();
            let frame = Closure::once_into_js(move |time: f64| {
                _ = explorer.upgrade().map(|explorer| explorer.frame(time))
            });
            _ = window().request_animation_frame(frame.unchecked_ref());
        }
    }

    /// Says on the figure whether a frame is to come: style and tests wait until it rests.
    fn mark(&self, moving: bool) {
        if self.figure.has_attribute("data-explorer") {
            set(
                &self.figure,
                "data-explorer",
                if moving { "moving" } else { "resting" },
            );
        }
    }

    fn frame(&self, time: f64) {
        self.waiting.set(false);
        if self.figure.has_attribute("data-explorer") {
            self.draw(time);
            if self.transition.borrow().is_moving() {
                self.ask();
            } else {
                self.mark(false);
            }
        }
    }

    pub(super) fn draw(&self, time: f64) {
        let camera = self.transition.borrow_mut().at(time);
        let size = self.size();
        let address = |to: &Target| self.target_address(to);
        self.picture
            .borrow_mut()
            .show(self.scene(camera, size), &address);
        self.give_focus();
        if let Drawing::Timeline(timeline) = &*self.drawing.borrow() {
            let overview =
                self.with_look(|look| timeline.overview(look, camera, (size.0, OVERVIEW_HEIGHT)));
            self.overview.borrow_mut().show(overview, &address);
        }
        self.controls
            .update(camera, self.max_zoom(), self.picked_actor());
    }

    /// Moves the focus to the item that waits for it, once that is drawn.
    fn give_focus(&self) {
        let element = self
            .to_focus
            .borrow()
            .as_ref()
            .and_then(|key| self.picture.borrow().element(key).cloned());
        if let Some(element) = element {
            self.to_focus.take();
            focus::restore(&element);
        }
    }

    /// What a camera shows.
    pub(super) fn scene(&self, camera: Camera, size: (f64, f64)) -> Scene {
        self.with_look(|look| self.drawing.borrow().plan().scene(look, camera, size))
    }

    pub(super) fn with_look<Out>(&self, then: impl FnOnce(&FigureState) -> Out) -> Out {
        let state = self.state.borrow();
        let own = self.own.get().map(|pick| lit_by(&self.content.story, pick));
        then(&FigureState {
            story: &self.content.story,
            picked: self.picked(),
            lit: own.as_ref().unwrap_or(&state.lit),
            hidden: state.route.hidden,
            words: self.words,
            more: self.more,
        })
    }

    fn target_address(&self, to: &Target) -> String {
        match to {
            Target::Pick(pick) => self.address(*pick),
            Target::Open { .. } => format!("#{}", self.figure.id()),
        }
    }
}

/// The time of frames, ms.
pub fn now() -> f64 {
    window()
        .performance()
        .map_or(0.0, |performance| performance.now())
}

/// The reader wants no motion.
fn calm() -> bool {
    let asked = window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten();
    asked.is_some_and(|asked| asked.matches())
}
