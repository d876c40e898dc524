//! A figure that is explored: its drawing, where the reader looks, and what the reader does. Knows
//! no shape of a drawing.

use super::camera::CameraTransition;
use super::controls::Controls;
use super::element::{append, html, set, set_all, set_if};
use super::patch::Picture;
use super::state::{self, State};
use super::{card, gestures};
use crate::browser::start;
use crate::figure::map::Network;
use crate::figure::timeline::Timeline;
use crate::figure::{Camera, Figure, FigureState, Scene, Target};
use crate::layout::Content;
use crate::layout::large::Summary;
use crate::locale::strings::Strings;
use crate::locale::strings::explorer::ExplorerStrings;
use crate::state::query::lit_by;
use crate::state::{MapReading, Pick, Route, route};
use gloo::events::EventListener;
use gloo::utils::window;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{DomRect, HtmlElement, MutationObserver, ResizeObserver};

/// A step of a button or key.
const STEP: f64 = 1.6;
/// Zoom by a px of the wheel: a notch of 100 px is about a quarter.
const WHEEL: f64 = 0.0022;

const NO_STORY: &str = "this page holds no story of this version";

/// One figure, and all that lives with it. It lives as long as the page.
pub struct Explorer {
    me: Weak<Self>,
    pub(super) figure: HtmlElement,
    explorer: HtmlElement,
    /// Holds the picture; as wide as the figure.
    pub(super) stage: HtmlElement,
    pub(super) content: Content,
    /// The story that the page holds only a part of.
    pub(super) whole: Option<Summary>,
    /// What is picked of that which the page does not hold, and its card.
    pub(super) own: Cell<Option<Pick>>,
    pub(super) card: HtmlElement,
    pub(super) words: &'static Strings,
    pub(super) more: &'static ExplorerStrings,
    pub(super) drawing: RefCell<Drawing>,
    picture: RefCell<Picture>,
    overview: RefCell<Picture>,
    pub(super) transition: RefCell<CameraTransition>,
    pub(super) state: RefCell<State>,
    pub(super) controls: Controls,
    /// A frame is asked for.
    waiting: Cell<bool>,
    /// The key of the item that gets the focus once it is drawn.
    pub(super) to_focus: RefCell<Option<String>>,
    held: RefCell<Vec<Held>>,
}

/// What ends when it is dropped.
#[allow(dead_code)] // They are kept, not used.
pub(super) enum Held {
    Listener(EventListener),
    State(MutationObserver),
    Size(ResizeObserver),
}

/// What a figure draws.
pub(super) enum Drawing {
    Timeline(Box<Timeline>),
    Map(Box<Network>),
}

impl Drawing {
    pub fn plan(&self) -> &dyn Figure {
        match self {
            Self::Timeline(timeline) => &**timeline,
            Self::Map(network) => &**network,
        }
    }
}

impl Explorer {
    /// Takes over a figure's picture.
    ///
    /// # Errors
    ///
    /// When there is no story in the page, or the figure is not one that can be explored.
    pub fn start(figure: HtmlElement, large: JsValue) -> Result<Rc<Self>, String> {
        let whole = (!large.is_undefined()).then(|| state::whole(large));
        let whole = whole.map(|whole| whole.ok_or(NO_STORY)).transpose()?;
        let content = match &whole {
            Some(whole) => Content::bare(whole.story.clone()),
            None => start::content().ok_or(NO_STORY)?,
        };
        // The overview of a large story is not the app's, and so has no place ready.
        let explorer = figure.query_selector(":scope > .explorer").ok().flatten();
        let explorer = explorer.unwrap_or_else(|| {
            let explorer = html("div", &[("class", "explorer")]);
            append(&figure, &[&explorer]);
            explorer.into()
        });
        let id = figure.id();
        let kind = id.strip_prefix("overview-").unwrap_or(&id);
        let (words, more) = (
            Strings::of(&content.story.lang),
            ExplorerStrings::of(&content.story.lang),
        );
        let (drawing, walk, name) = match kind {
            "timeline" => (
                Drawing::Timeline(Timeline::of(&content.story).into()),
                "explorer-timeline",
                words.strip,
            ),
            "map" => (
                Drawing::Map(network(&content, whole.as_ref()).into()),
                "map",
                words.map,
            ),
            other => {
                return Err(format!(
                    "there is nothing to explore in a figure of the kind {other:?}"
                ));
            }
        };
        let controls = Controls::new(&content.story, &drawing, words, more);
        let explorer = Rc::new_cyclic(|me| Self {
            me: me.clone(),
            whole,
            own: Cell::new(None),
            card: html("section", &[("class", "explorer-card"), ("hidden", "")]),
            figure,
            explorer: explorer.unchecked_into(),
            stage: html("div", &[("class", "explorer-stage")]),
            words,
            more,
            drawing: RefCell::new(drawing),
            picture: RefCell::new(Picture::new(name, walk)),
            overview: RefCell::new(Picture::new(more.overview, "explorer-overview")),
            transition: RefCell::new(CameraTransition::new(Camera::ALL)),
            state: RefCell::default(),
            controls,
            content,
            waiting: Cell::new(false),
            to_focus: RefCell::default(),
            held: RefCell::default(),
        });
        explorer.build();
        Ok(explorer)
    }

    fn build(&self) {
        append(&self.stage, &[&self.picture.borrow().svg]);
        append(
            &self.explorer,
            &[
                &self.controls.bar,
                &self.stage,
                &self.card,
                &self.controls.more,
            ],
        );
        if let Drawing::Timeline(_) = &*self.drawing.borrow() {
            let overview = &self.overview.borrow().svg;
            set_all(
                overview,
                &[("class", "explorer-overview"), ("aria-hidden", "true")],
            );
            _ = self.stage.after_with_node_1(overview);
        }
        self.take_state();
        let explorer = self.me.clone();
        let observed =
            state::observe(move || _ = explorer.upgrade().map(|explorer| explorer.follow_state()));
        self.hold(observed.map(Held::State));
        let explorer = self.me.clone();
        let resized =
            Closure::<dyn Fn()>::new(move || _ = explorer.upgrade().map(|explorer| explorer.ask()));
        let observer = ResizeObserver::new(resized.into_js_value().unchecked_ref()).ok();
        self.hold(
            observer
                .inspect(|observer| observer.observe(&self.stage))
                .map(Held::Size),
        );
        if let Some(me) = self.me.upgrade() {
            card::listen(&me, &self.card);
            gestures::listen(&me, &self.stage, &self.overview.borrow().svg);
            self.controls.listen(&me);
        }
    }

    pub(super) fn hold(&self, held: impl IntoIterator<Item = Held>) {
        self.held.borrow_mut().extend(held);
    }

    /// What the reader did: see `Explorer::act` of the program.
    pub fn act(&self, action: &str, pointer: (f64, f64), amount: f64) {
        let opened = self.open();
        if opened && matches!(action, "step" | "show") {
            self.controls.focus();
        }
        let at = (pointer.0 >= 0.0).then(|| self.share(pointer));
        match action {
            "open" => {}
            "show" => self.show_stretch(pointer.0 as usize, pointer.1 as usize),
            "wheel" => self.zoom_at_once(
                libm::exp((amount * WHEEL).clamp(-1.0, 1.0)),
                at.unwrap_or((0.5, 0.5)),
            ),
            // Fingers on the open explorer are followed by its own listener.
            "pinch" if !opened => {}
            // At once in a map that all fits is little to see, and so it starts a little larger.
            _ => self.zoom(
                if opened {
                    STEP
                } else {
                    libm::pow(STEP, amount)
                },
                at,
            ),
        }
    }

    /// Shows the explorer; `false` when it is shown already.
    fn open(&self) -> bool {
        let closed = !self.figure.has_attribute("data-explorer");
        if closed {
            // Style hides the page's own picture, and with it what has the focus there.
            let focused = gloo::utils::document().active_element();
            let had_focus = focused
                .is_some_and(|element| element.matches(".whole-picture *").unwrap_or_default());
            set(&self.figure, "data-explorer", "resting");
            self.transition.borrow_mut().put(Camera::ALL);
            self.draw(now());
            let first = self.stage.query_selector("a").ok().flatten();
            first
                .filter(|_| had_focus)
                .iter()
                .for_each(crate::browser::focus::keep);
        }
        closed
    }

    /// Back to the picture of the page.
    pub fn close(&self) {
        set_if(&self.figure, "data-explorer", None);
        if let Ok(Some(button)) = self.figure.query_selector("[data-zoom]") {
            crate::browser::focus::keep(&button);
        }
    }

    /// A place of the window as a share of the picture.
    pub(super) fn share(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let bounds: DomRect = self.stage.get_bounding_client_rect();
        let part = |at: f64, from: f64, size: f64| ((at - from) / size.max(1.0)).clamp(0.0, 1.0);
        (
            part(x, bounds.left(), bounds.width()),
            part(y, bounds.top(), bounds.height()),
        )
    }

    /// Zooms by a factor on a way of its own: around a point, or what is picked, or the middle.
    pub(super) fn zoom(&self, factor: f64, at: Option<(f64, f64)>) {
        let at = at.or_else(|| self.picked_share()).unwrap_or((0.5, 0.5));
        let goal = self
            .transition
            .borrow()
            .goal()
            .zoomed(factor, at, self.max_zoom());
        self.go(goal);
    }

    pub(super) fn zoom_at_once(&self, factor: f64, at: (f64, f64)) {
        let goal = self.here().zoomed(factor, at, self.max_zoom());
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

    /// Goes there on a short way; at once where the reader wants no motion.
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

    fn max_zoom(&self) -> f64 {
        self.drawing.borrow().plan().max_zoom()
    }

    fn picked_share(&self) -> Option<(f64, f64)> {
        let pick = self.own.get().or(self.state.borrow().route.pick)?;
        let (width, height) = self.size();
        let at = self
            .picture
            .borrow()
            .item(&route::anchor(&self.content.story, pick))?
            .at;
        Some((
            (at.0 / width).clamp(0.0, 1.0),
            (at.1 / height).clamp(0.0, 1.0),
        ))
    }

    /// The size of the picture, px.
    pub(super) fn size(&self) -> (f64, f64) {
        let width = self.stage.client_width().max(200).into();
        (width, self.drawing.borrow().plan().height(width))
    }

    /// Follows a link of the drawing.
    pub(super) fn follow(&self, key: &str) {
        let to = self
            .picture
            .borrow()
            .item(key)
            .and_then(|item| item.link.as_ref())
            .map(|link| link.to.clone());
        match to {
            Some(Target::Pick(pick)) => self.pick(pick),
            Some(Target::Open { from, to }) => self.go(self.opened(from, to)),
            None => {}
        }
    }

    /// Goes to where all events from the `first` to the `last` stand.
    fn show_stretch(&self, first: usize, last: usize) {
        let stretch = match &*self.drawing.borrow() {
            Drawing::Timeline(timeline) => timeline.stretch(first..=last),
            Drawing::Map(_) => None,
        };
        if let Some((from, to)) = stretch {
            self.go(self.opened((from, 0.0), (to, 0.0)));
        }
    }

    /// The camera on a cluster; a timeline has no height of its own.
    fn opened(&self, from: (f64, f64), to: (f64, f64)) -> Camera {
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

    pub(super) fn pick(&self, pick: Pick) {
        if !state::follow(&self.content.story, &self.figure, pick) {
            self.open_card(pick);
        }
    }

    /// The next thing in order, or the one before; it comes into transition and is picked.
    pub(super) fn step(&self, by: isize) {
        let walk = self.drawing.borrow().plan().walk();
        let picked = self.own.get().or(self.state.borrow().route.pick);
        let at = walk.iter().position(|pick| Some(*pick) == picked);
        let next = match at {
            Some(at) => at.checked_add_signed(by),
            None if by > 0 => Some(0),
            None => walk.len().checked_sub(1),
        };
        if let Some(next) = next.and_then(|next| walk.get(next)) {
            self.pick(*next);
        }
    }

    /// Moves the focus along the timeline by a key: it finds its way into what is not in transition.
    /// `None` for any other key or figure.
    pub(super) fn walk(&self, key: &str) -> Option<()> {
        let walk = match &*self.drawing.borrow() {
            Drawing::Timeline(timeline) => timeline.walk(),
            Drawing::Map(_) => return None,
        };
        let named = |pick: &Pick| (route::anchor(&self.content.story, *pick), *pick);
        let named: Vec<_> = walk.iter().map(named).collect();
        let at = gestures::focused(&named)?;
        let next = match key {
            "ArrowLeft" | "ArrowUp" => at.checked_sub(1)?,
            "ArrowRight" | "ArrowDown" => at + 1,
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

    /// The part that is seen runs to a place of the overview at one end, or has its middle there.
    pub(super) fn brush(&self, at: f64, from: bool, to: bool) {
        let camera = self.here();
        let (start, end) = camera.across();
        let least = 1.0 / self.max_zoom();
        let (start, end) = match (from, to) {
            (true, _) => (at.min(end - least), end),
            (_, true) => (start, at.max(start + least)),
            _ => (at - 0.5 / camera.zoom, at + 0.5 / camera.zoom),
        };
        self.put(Camera {
            x: (start + end) / 2.0,
            y: 0.5,
            zoom: 1.0 / (end - start).max(least),
        });
    }

    /// Brings a thing into transition.
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

    fn follow_state(&self) {
        let before = self.state.borrow().route.clone();
        self.take_state();
        let route = self.state.borrow().route.clone();
        if let Some(pick) = route.pick.filter(|pick| before.pick != Some(*pick)) {
            self.hide_card();
            self.show(pick);
        }
        if (before.map, before.issue) != (route.map, route.issue) {
            self.glide();
        }
        self.ask();
    }

    /// Lets every item move along a short path to where the next scene has it; style does the rest.
    pub(super) fn glide(&self) {
        set(&self.stage, "data-gliding", "");
        let stage = self.stage.clone();
        let ended = Closure::once_into_js(move || set_if(&stage, "data-gliding", None));
        _ = window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(ended.unchecked_ref(), 300);
    }

    fn take_state(&self) {
        *self.state.borrow_mut() = State::read(&self.content.story);
        let state = self.state.borrow();
        if let Drawing::Map(network) = &mut *self.drawing.borrow_mut() {
            network.asked.positions = positions(&self.content, &state.route);
            self.choose_map(network);
        }
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

    /// Says on the figure whether a frame is to come, for who waits until it rests.
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

    fn draw(&self, time: f64) {
        let camera = self.transition.borrow_mut().at(time);
        let size = self.size();
        let address = |to: &Target| self.address(to);
        self.picture
            .borrow_mut()
            .show(self.scene(camera, size), &address);
        self.give_focus();
        if let Drawing::Timeline(timeline) = &*self.drawing.borrow() {
            let overview =
                self.with_look(|look| timeline.overview(look, camera, (size.0, OVERVIEW)));
            self.overview.borrow_mut().show(overview, &address);
        }
        self.controls.update(self, camera);
    }

    /// Gives the focus to what was to have it, once it is drawn.
    fn give_focus(&self) {
        let element = self
            .to_focus
            .borrow()
            .as_ref()
            .and_then(|key| self.picture.borrow().element(key).cloned());
        if let Some(element) = element {
            self.to_focus.take();
            crate::browser::focus::keep(&element);
        }
    }

    /// What is seen from a camera.
    pub(super) fn scene(&self, camera: Camera, size: (f64, f64)) -> Scene {
        self.with_look(|look| self.drawing.borrow().plan().scene(look, camera, size))
    }

    pub(super) fn with_look<Out>(&self, then: impl FnOnce(&FigureState) -> Out) -> Out {
        let state = self.state.borrow();
        let own = self.own.get().map(|pick| lit_by(&self.content.story, pick));
        then(&FigureState {
            story: &self.content.story,
            picked: self.own.get().or(state.route.pick),
            lit: own.as_ref().unwrap_or(&state.lit),
            hidden: state.route.hidden,
            words: self.words,
            more: self.more,
        })
    }

    fn address(&self, to: &Target) -> String {
        match to {
            Target::Pick(pick) => match &self.whole {
                Some(whole) => card::address(whole, *pick),
                None => format!("#{}", route::anchor(&self.content.story, *pick)),
            },
            Target::Open { .. } => format!("#{}", self.figure.id()),
        }
    }
}

/// The height of the strip that shows where the reader is, px.
const OVERVIEW: f64 = 44.0;

/// The map of the whole story, from the places that came with it, or of what the page holds.
fn network(content: &Content, whole: Option<&Summary>) -> Network {
    match whole {
        Some(whole) => Network::of_places(whole.story.clone(), &whole.places),
        None => Network::of(content),
    }
}

/// The issue along which the map is read.
fn positions(content: &Content, route: &Route) -> Option<crate::story::IssueId> {
    let first = content.story.each_issue().next().map(|(id, _)| id);
    route
        .issue
        .or(first)
        .filter(|_| route.map == MapReading::Positions)
}

/// The time of frames, ms.
fn now() -> f64 {
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
