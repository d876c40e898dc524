//! The one stateful component. It joins state, view and browser: messages go in, effects are
//! projections of the model.

use crate::browser;
use crate::layout::Content;
use crate::locale::Strings;
use crate::state::{MapReading, Model, Msg, Pick, Place, Route, options, route, update};
use crate::story::Story;
use crate::view::kind::Insides;
use crate::view::{self, Ctx};
use std::cell::Cell;
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// A story and its layout. Compared by identity, because it never changes while the page lives.
#[derive(Clone)]
pub struct StoryRef(Rc<Content>);

impl From<Content> for StoryRef {
    fn from(content: Content) -> Self {
        Self(Rc::new(content))
    }
}

impl Deref for StoryRef {
    type Target = Story;

    fn deref(&self) -> &Story {
        &self.0.story
    }
}

impl StoryRef {
    pub fn content(&self) -> &Content {
        &self.0
    }

    /// A shared handle to the content.
    pub fn shared(&self) -> Rc<Content> {
        self.0.clone()
    }
}

impl PartialEq for StoryRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub story: StoryRef,
    /// Whether the page is prerendered for the program to take over.
    pub written: bool,
    pub insides: Insides,
}

impl Props {
    pub fn new(story: StoryRef, written: bool) -> Self {
        Self {
            story,
            written,
            insides: Insides::InPage,
        }
    }
}

struct Store {
    story: Rc<Story>,
    model: Model,
}

impl Reducible for Store {
    type Action = Msg;

    fn reduce(self: Rc<Self>, msg: Msg) -> Rc<Self> {
        let model = update(&self.story, &self.model, msg);
        if model == self.model {
            self
        } else {
            Rc::new(Self {
                story: self.story.clone(),
                model,
            })
        }
    }
}

/// The part of the explainer that can change; head and foot are written natively.
#[component]
pub fn App(props: &Props) -> Html {
    let story = props.story.0.story.clone();
    let store = {
        let story = story.clone();
        use_reducer(|| Store {
            story,
            model: Model::default(),
        })
    };
    let written = use_memo((), |()| Rc::new(Cell::new(props.written)));
    let ctx = use_memo(
        (props.story.clone(), store.model.place.lang),
        |(StoryRef(content), lang)| {
            let dispatcher = store.dispatcher();
            let ctx = Ctx::new(
                content.clone(),
                Callback::from(move |msg| dispatcher.dispatch(msg)),
            )
            .with_interface_lang(lang);
            Ctx {
                written: (*written).clone(),
                insides: props.insides.clone(),
                ..ctx
            }
        },
    );
    use_browser(&ctx, &store.model);
    use_share_panel(&ctx, &store.model);
    view::changing(&ctx, &store.model)
}

/// Turns what the browser reports into messages, and the model into effects: each is a projection
/// of the model.
#[hook]
fn use_browser(ctx: &Rc<Ctx>, model: &Model) {
    let listening = ctx.clone();
    use_effect_with((), move |()| {
        listening.written.set(false);
        listen(&listening)
    });

    let story = ctx.story.clone();
    let (ready, framed, from_history) = (model.ready, model.framed, model.from_history);
    let fragment = model.route.fragment(&story);
    let anchor = model
        .route
        .pick
        .map(|pick| route::anchor(&story, pick))
        .unwrap_or_default();
    let name = model
        .route
        .pick
        .map(|pick| name(&story, pick).to_owned())
        .unwrap_or_default();
    let title = title(&story.title, &name);
    let state_fragment = model.route.fragment_over(&story, &model.place.start);
    use_effect_with(
        (ready, state_fragment, title),
        move |(ready, fragment, title)| {
            if *ready {
                let (fragment, title) = (fragment.clone(), title.clone());
                // The history entry first: the title belongs to the newest entry.
                browser::after_paint(move || {
                    browser::fragment::show(&fragment, framed);
                    browser::page::set_title(&title);
                })
            }
        },
    );
    let lit = model
        .lit_by
        .or(model.in_view.map(Pick::Passage))
        .map(|lit| route::anchor(&story, lit))
        .unwrap_or_default();
    use_effect_with((ready, fragment.clone(), lit), move |(_, route, lit)| {
        browser::page::set_state(route, lit)
    });
    let (opened, dispatch) = (anchor.clone(), ctx.dispatch.clone());
    let refused = model
        .blocked_link
        .as_ref()
        .map(|refused| refused.address.clone());
    use_effect_with(
        (ready, model.route.pick, refused),
        move |(ready, pick, refused)| {
            if *ready {
                open(*pick, &opened, refused.is_some(), framed, from_history);
                browser::after_paint(move || dispatch.emit(Msg::Painted))
            }
        },
    );
    // Runs last, after every other effect of the first state: it marks the page as alive, then
    // informs the host.
    use_effect_with((ready, anchor), move |(ready, anchor)| {
        if *ready {
            browser::page::set_hydrated();
            browser::host::ready(&story.title, &fragment);
            browser::host::selected(anchor, &name, &fragment)
        }
    });
}

/// The panel "Share or embed": moves the focus into it and back, and copies what the reader asks
/// for.
#[hook]
fn use_share_panel(ctx: &Rc<Ctx>, model: &Model) {
    let (ctx, framed) = (ctx.clone(), model.framed);
    use_effect_with(
        model.share.map(|panel| panel.open),
        move |open| match *open {
            Some(true) => {
                browser::focus::set(".pass-on > .card-close");
                if framed {
                    browser::visible::place()
                }
            }
            Some(false) => browser::focus::set(".pass-on-open"),
            None => {}
        },
    );
    let request = model
        .share
        .and_then(|share| share.copied.map(|(item, done)| (share, item, done)));
    let url =
        request.map(|(share, item, _)| share.address(item, &model.place, &ctx.story, &model.route));
    use_effect_with(
        request.map(|(_, item, done)| (item, done)),
        move |request| {
            if let Some((item, None)) = *request {
                browser::clipboard::copy_field(item.id(), move |done| {
                    ctx.dispatch.emit(Msg::Copied(done));
                    if done {
                        browser::host::shared(url.as_deref().unwrap_or_default())
                    }
                })
            }
        },
    );
}

/// Focuses what was opened; in a frame, also moves it into the visible part.
fn open(pick: Option<Pick>, anchor: &str, refused: bool, framed: bool, from_history: bool) {
    match pick {
        _ if refused => browser::focus::enter(".event-panel .address"),
        None => browser::focus::back(),
        Some(Pick::Actor(_)) => browser::focus::enter(&format!("#{anchor} .card-close")),
        Some(Pick::Event(_)) if framed => browser::focus::enter(".event-panel .card-close"),
        // Focus and scrolling force a layout, so they wait until the pick is painted. By then it
        // may be gone: the selector asks for `is-picked`.
        Some(_) => {
            let picked = format!("#{anchor}.is-picked");
            browser::after_paint(move || browser::focus::set_and_scroll(&picked, from_history));
        }
    }
    if framed && (refused || pick.is_some()) {
        browser::visible::place()
    }
}

/// Subscribes to the browser for as long as the page lives, and sends the first state.
fn listen(ctx: &Rc<Ctx>) -> impl FnOnce() + 'static + use<> {
    let place = place(ctx);
    let read = {
        let (story, place) = (ctx.story.clone(), place.clone());
        move || Route::parse_over(&story, &browser::fragment::read(), &place.start)
    };
    let framed = browser::page::framed();
    let linked = read()
        .filter(|route| !framed || *route != place.start)
        .or_else(|| host_route(ctx, framed, &place.start));
    let started = linked.unwrap_or_else(|| place.start.clone());
    browser::fragment::start_with(&started.fragment_over(&ctx.story, &place.start));
    let (visited, linking) = (ctx.dispatch.clone(), ctx.clone());
    let subscriptions = (
        browser::fragment::listen(move || {
            if let Some(route) = read() {
                visited.emit(Msg::Visited(route))
            }
        }),
        browser::links::intercept(view::on::TOGGLES, move |address, toggles| {
            Msg::from_link(&linking.story, address, toggles)
                .map(|msg| linking.dispatch.emit(msg))
                .is_some()
        }),
        browser::pick::listen(explored(ctx, framed)),
        browser::keys::on_escape(ctx.dispatch.reform(|()| Msg::Closed)),
        browser::keys::arrow_navigation(),
        browser::reading_position::watch(".passage", in_view(ctx)),
        framed.then(|| in_frame(ctx, &place)),
    );
    if matches!(started.pick, Some(Pick::Actor(_))) || started.map == MapReading::Positions {
        // An open card shows beside the map; the browser may have jumped to its place in the list.
        browser::after_paint(|| browser::focus::reveal("map"))
    }
    ctx.dispatch.emit(Msg::Placed(place));
    ctx.dispatch.emit(Msg::Started {
        route: started,
        framed,
    });
    move || drop(subscriptions)
}

/// What a pick in the explorer does. As in the figures of the page, a second click on an actor
/// takes the pick back.
fn explored(ctx: &Rc<Ctx>, framed: bool) -> impl Fn(&str) -> bool + 'static {
    let ctx = ctx.clone();
    move |anchor| {
        let pick = Route::parse(&ctx.story, anchor).and_then(|route| route.pick);
        if let Some(pick) = pick {
            ctx.dispatch.emit(match pick {
                Pick::Actor(_) => Msg::Toggled(pick),
                Pick::Event(_) | Pick::Passage(_) => Msg::Picked(pick),
            });
            // It may be open already, but out of view.
            if framed {
                browser::visible::place();
            }
        }
        pick.is_some()
    }
}

/// The state in the host page's address, for a frame whose own address has none.
fn host_route(ctx: &Ctx, framed: bool, start: &Route) -> Option<Route> {
    if framed {
        Route::parse_over(&ctx.story, &browser::fragment::of_host(), start)
    } else {
        None
    }
}

/// Reads what the page's head and address say about it. Skips options that mean nothing in this
/// story and writes a note about each.
fn place(ctx: &Ctx) -> Rc<Place> {
    let (start, mut unknown) = options::start(&ctx.story, browser::page::option);
    let requested = browser::page::option("lang");
    let words = requested.as_deref().and_then(Strings::named);
    if requested.is_some() && words.is_none() {
        unknown.push("lang");
    }
    unknown.into_iter().for_each(browser::page::log_unknown);
    let (page, frame) = browser::page::addresses();
    let lang = words.map_or("", |words| words.lang);
    Rc::new(Place {
        page,
        frame,
        image: browser::page::image(),
        start,
        lang,
    })
}

/// The subscriptions of a page in a frame.
fn in_frame(ctx: &Rc<Ctx>, place: &Rc<Place>) -> impl Sized + 'static + use<> {
    let (goto_ctx, place) = (ctx.clone(), place.clone());
    let goto = move |fragment: &str| {
        // A link that restores nothing leads back to the first state only if it says so.
        let is_reset =
            fragment.trim_start_matches('#').is_empty() || fragment.contains(route::PLAIN);
        let route = Route::parse_over(&goto_ctx.story, fragment, &place.start);
        let route = route.filter(|route| is_reset || *route != place.start);
        let is_known = route.is_some();
        if let Some(route) = route {
            goto_ctx.dispatch.emit(Msg::Directed(route));
        }
        is_known
    };
    (
        browser::visible::watch(),
        browser::page::watch_presses(),
        browser::links::follow(ctx.dispatch.reform(Msg::Refused)),
        browser::links::copy(ctx.dispatch.reform(|()| Msg::AddressCopied)),
        browser::host::listen(goto),
    )
}

fn in_view(ctx: &Rc<Ctx>) -> impl Fn(Option<String>) + 'static {
    let ctx = ctx.clone();
    move |id: Option<String>| {
        let passage = id.and_then(|id| match Route::parse(&ctx.story, &id)?.pick? {
            Pick::Passage(passage) => Some(passage),
            Pick::Actor(_) | Pick::Event(_) => None,
        });
        ctx.dispatch.emit(Msg::Scrolled(passage));
    }
}

fn name(story: &Story, pick: Pick) -> &str {
    match pick {
        Pick::Actor(id) => &story[id].name,
        Pick::Event(id) => &story[id].title,
        Pick::Passage(id) => &story[id].heading,
    }
}

/// The page's title: the name of the pick, then the story's title.
fn title(story: &str, picked: &str) -> String {
    if picked.is_empty() {
        story.to_owned()
    } else {
        format!("{picked} – {story}")
    }
}
