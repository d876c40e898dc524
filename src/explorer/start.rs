//! The start of the explorer: it takes over a figure, and follows the state of the page.

use super::camera::CameraTransition;
use super::controls::Controls;
use super::drawing::{Drawing, positions};
use super::element::{append, html, set_all};
use super::figure::{Explorer, Held};
use super::patch::Picture;
use super::state::{self, State};
use super::{card, commands, gestures};
use crate::browser::start;
use crate::figure::Camera;
use crate::layout::Content;
use crate::locale::strings::Strings;
use crate::locale::strings::explorer::ExplorerStrings;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{HtmlElement, ResizeObserver};

const NO_STORY: &str = "this page holds no story of this version";

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
        let drawing = Drawing::of(kind, &content, whole.as_ref())?;
        let (name, walk) = match &drawing {
            Drawing::Timeline(_) => (words.strip, "explorer-timeline"),
            Drawing::Map(_) => (words.map, "map"),
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
        card::listen(self);
        gestures::listen(self);
        commands::listen(self);
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

    fn take_state(&self) {
        *self.state.borrow_mut() = State::read(&self.content.story);
        let state = self.state.borrow();
        if let Drawing::Map(network) = &mut *self.drawing.borrow_mut() {
            network.asked.positions = positions(&self.content, &state.route);
            self.controls
                .choose_map(&self.content.story, self.picked_actor(), network);
        }
    }
}
