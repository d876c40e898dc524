//! The one stateful component: joins state, view and shell. The store goes in, effects come out;
//! nothing else decides.

use crate::browser;
use crate::layout::Content;
use crate::locale::Strings;
use crate::state::{MapReading, Model, Msg, Pick, Place, Route, options, route, update};
use crate::story::Story;
use crate::view::{self, Ctx};
use std::cell::Cell;
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// A story and its layout; compares by identity: it never changes while the page lives.
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

    /// The same content, to be kept.
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
    /// Whether the page was written before.
    pub written: bool,
    /// What stands inside of its parts, while it is written for the program.
    #[cfg(not(target_arch = "wasm32"))]
    #[prop_or_default]
    pub insides: Option<Rc<view::part::Insides>>,
}

impl Props {
    /// For a page that was `written` before, or for an empty one.
    pub fn new(story: StoryRef, written: bool) -> Self {
        Self {
            story,
            written,
            #[cfg(not(target_arch = "wasm32"))]
            insides: None,
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

/// All of the explainer that can change; its head and foot are written natively.
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
            .speaking(lang);
            Ctx {
                written: (*written).clone(),
                #[cfg(not(target_arch = "wasm32"))]
                insides: props.insides.clone(),
                ..ctx
            }
        },
    );
    use_browser(&ctx, &store.model);
    use_clipboard(&ctx, &store.model);
    view::changing(&ctx, &store.model)
}

/// What comes from the browser as messages, and what goes out to it as projections of the model,
/// one line each.
#[hook]
fn use_browser(ctx: &Rc<Ctx>, model: &Model) {
    let inward = ctx.clone();
    use_effect_with((), move |()| {
        inward.written.set(false);
        listen(&inward)
    });

    let story = ctx.story.clone();
    let (ready, framed, travelled) = (model.ready, model.framed, model.travelled);
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
    let address = model.route.fragment_over(&story, &model.place.start);
    use_effect_with((ready, address, title), move |(ready, address, title)| {
        if *ready {
            let (address, title) = (address.clone(), title.clone());
            // The entry first: the title is that of the newest entry.
            browser::later(move || {
                browser::fragment::show(&address, framed);
                browser::page::title(&title);
            })
        }
    });
    let seen = model
        .lit_by
        .or(model.in_view.map(Pick::Passage))
        .map(|lit| route::anchor(&story, lit))
        .unwrap_or_default();
    use_effect_with((ready, fragment.clone(), seen), move |(_, route, lit)| {
        browser::page::state(route, lit)
    });
    let (opened, dispatch) = (anchor.clone(), ctx.dispatch.clone());
    let refused = model
        .refused
        .as_ref()
        .map(|refused| refused.address.clone());
    use_effect_with(
        (ready, model.route.pick, refused),
        move |(ready, pick, refused)| {
            if *ready {
                open(*pick, &opened, refused.is_some(), framed, travelled);
                browser::later(move || dispatch.emit(Msg::Seen))
            }
        },
    );
    // The positive sign that the page is alive: when every other effect of the first state has run.
    // Then the host is told.
    use_effect_with((ready, anchor), move |(ready, anchor)| {
        if *ready {
            browser::page::hydrated();
            browser::host::ready(&story.title, &fragment);
            browser::host::selected(anchor, &name, &fragment)
        }
    });
}

/// The panel "Share or embed": it has the focus while it is open, and what is asked for goes into
/// the clipboard.
#[hook]
fn use_clipboard(ctx: &Rc<Ctx>, model: &Model) {
    let (ctx, framed) = (ctx.clone(), model.framed);
    use_effect_with(
        model.sharing.map(|sharing| sharing.open),
        move |open| match *open {
            Some(true) => {
                browser::focus::to(".pass-on > .card-close");
                if framed {
                    browser::visible::place()
                }
            }
            Some(false) => browser::focus::to(".pass-on-open"),
            None => {}
        },
    );
    let asked = model
        .sharing
        .and_then(|sharing| sharing.copied.map(|(item, done)| (sharing, item, done)));
    let url = asked
        .map(|(sharing, item, _)| sharing.address(item, &model.place, &ctx.story, &model.route));
    use_effect_with(asked.map(|(_, item, done)| (item, done)), move |asked| {
        if let Some((item, None)) = *asked {
            browser::clipboard::copy_field(item.id(), move |done| {
                ctx.dispatch.emit(Msg::Copied(done));
                if done {
                    browser::host::shared(url.as_deref().unwrap_or_default())
                }
            })
        }
    });
}

/// What is opened gets the focus, and in a frame stands where the reader looks.
fn open(pick: Option<Pick>, anchor: &str, refused: bool, framed: bool, travelled: bool) {
    match pick {
        _ if refused => browser::focus::into(".event-panel .address"),
        None => browser::focus::back(),
        Some(Pick::Actor(_)) => browser::focus::into(&format!("#{anchor} .card-close")),
        Some(Pick::Event(_)) if framed => browser::focus::into(".event-panel .card-close"),
        // Focus and scrolling make the browser lay the page out; the reader first sees what was
        // picked. By then it may no longer be.
        Some(_) => {
            let picked = format!("#{anchor}.is-picked");
            browser::later(move || browser::focus::onto(&picked, travelled));
        }
    }
    if framed && (refused || pick.is_some()) {
        browser::visible::place()
    }
}

/// Subscribes to the browser for as long as the page lives, and tells how it started.
fn listen(ctx: &Rc<Ctx>) -> impl FnOnce() + 'static + use<> {
    let place = place(ctx);
    let read = {
        let (story, place) = (ctx.story.clone(), place.clone());
        move || Route::parse_over(&story, &browser::fragment::read(), &place.start)
    };
    let framed = browser::page::framed();
    let told = read()
        .filter(|route| !framed || *route != place.start)
        .or_else(|| host_route(ctx, framed, &place.start));
    let started = told.unwrap_or_else(|| place.start.clone());
    browser::fragment::begin(&started.fragment_over(&ctx.story, &place.start));
    let (visited, linking) = (ctx.dispatch.clone(), ctx.clone());
    let subscriptions = (
        browser::fragment::listen(move || {
            if let Some(route) = read() {
                visited.emit(Msg::Visited(route))
            }
        }),
        browser::links::take(view::on::TOGGLES, move |address, toggles| {
            route::linked(&linking.story, address, toggles)
                .map(|msg| linking.dispatch.emit(msg))
                .is_some()
        }),
        browser::pick::listen(explored(ctx, framed)),
        browser::keys::on_escape(ctx.dispatch.reform(|()| Msg::Closed)),
        browser::keys::walk(),
        browser::reading_position::watch(".passage", in_view(ctx)),
        framed.then(|| in_frame(ctx, &place)),
    );
    if matches!(started.pick, Some(Pick::Actor(_))) || started.map == MapReading::Positions {
        // That is where it shows; the browser may have gone to the actor's card in the list, beside
        // which it does not stand when open.
        browser::later(|| browser::focus::reveal("map"))
    }
    ctx.dispatch.emit(Msg::Placed(place));
    ctx.dispatch.emit(Msg::Started {
        route: started,
        framed,
    });
    move || drop(subscriptions)
}

/// What the explorer's picks do. As in the pictures of the page a second click takes back an actor,
/// and not an event.
fn explored(ctx: &Rc<Ctx>, framed: bool) -> impl Fn(&str) -> bool + 'static {
    let ctx = ctx.clone();
    move |anchor| {
        let pick = Route::parse(&ctx.story, anchor).and_then(|route| route.pick);
        if let Some(pick) = pick {
            ctx.dispatch.emit(match pick {
                Pick::Actor(_) => Msg::Toggled(pick),
                Pick::Event(_) | Pick::Passage(_) => Msg::Picked(pick),
            });
            // It may be open already, but left behind by the reader's scrolling.
            if framed {
                browser::visible::place();
            }
        }
        pick.is_some()
    }
}

/// The state in the address of the page around, which opens the frame in it unless the frame's own
/// address has one.
fn host_route(ctx: &Ctx, framed: bool, start: &Route) -> Option<Route> {
    if framed {
        Route::parse_over(&ctx.story, &browser::fragment::of_host(), start)
    } else {
        None
    }
}

/// What the page's head and address say of it. Options that mean nothing in this story are left
/// out, with a note each.
fn place(ctx: &Ctx) -> Rc<Place> {
    let (start, mut unknown) = options::start(&ctx.story, browser::page::option);
    let asked = browser::page::option("lang");
    let words = asked.as_deref().and_then(Strings::named);
    if asked.is_some() && words.is_none() {
        unknown.push("lang");
    }
    unknown.into_iter().for_each(browser::page::note);
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

/// What only a page in a frame hears.
fn in_frame(ctx: &Rc<Ctx>, place: &Rc<Place>) -> impl Sized + 'static + use<> {
    let (asked, place) = (ctx.clone(), place.clone());
    let goto = move |fragment: &str| {
        // A link that restores nothing is the way back to the beginning only when it says so.
        let back = fragment.trim_start_matches('#').is_empty() || fragment.contains(route::PLAIN);
        let route = Route::parse_over(&asked.story, fragment, &place.start);
        let route = route.filter(|route| back || *route != place.start);
        let known = route.is_some();
        route
            .into_iter()
            .for_each(|route| asked.dispatch.emit(Msg::Directed(route)));
        known
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
            _ => None,
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

/// The page's title: what is picked, then the story.
fn title(story: &str, picked: &str) -> String {
    if picked.is_empty() {
        story.to_owned()
    } else {
        format!("{picked} – {story}")
    }
}
