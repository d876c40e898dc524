//! The one stateful component: joins state, view and shell. The store goes in, effects come out; nothing else decides.

use crate::layout::Content;
use crate::shell;
use crate::state::{Model, Msg, Pick, Route, route, update};
use crate::story::Story;
use crate::view::{self, Ctx};
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
}

impl PartialEq for StoryRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub story: StoryRef,
}

struct Store {
    story: Rc<Story>,
    model: Model,
}

impl Reducible for Store {
    type Action = Msg;

    fn reduce(self: Rc<Self>, msg: Msg) -> Rc<Self> {
        let model = update(&self.story, &self.model, msg);
        if model == self.model { self } else { Rc::new(Self { story: self.story.clone(), model }) }
    }
}

/// The whole explainer.
#[component]
pub fn App(props: &Props) -> Html {
    let story = props.story.0.story.clone();
    let store = {
        let story = story.clone();
        use_reducer(|| Store { story, model: Model::default() })
    };
    let ctx = use_memo(props.story.clone(), |StoryRef(content)| {
        let dispatcher = store.dispatcher();
        Ctx::new(content.clone(), Callback::from(move |msg| dispatcher.dispatch(msg)))
    });
    use_browser(&ctx, &store.model);
    view::explainer(&ctx, &store.model)
}

/// What comes from the browser as messages, and what goes out to it as projections of the model, one line each.
#[hook]
fn use_browser(ctx: &Rc<Ctx>, model: &Model) {
    let inward = ctx.clone();
    use_effect_with((), move |()| listen(&inward));

    let story = ctx.story.clone();
    let (ready, framed, travelled) = (model.ready, model.framed, model.travelled);
    let fragment = model.route.fragment(&story);
    let anchor = model.route.pick.map(|pick| route::anchor(&story, pick)).unwrap_or_default();
    let name = model.route.pick.map(|pick| name(&story, pick).to_owned()).unwrap_or_default();
    let title = title(&story.title, &name);
    use_effect_with((ready, fragment.clone(), title), move |(ready, fragment, title)| {
        if *ready {
            let (fragment, title) = (fragment.clone(), title.clone());
            // The entry first: the title is that of the newest entry.
            shell::later(move || {
                shell::fragment::show(&fragment, framed);
                shell::page::title(&title);
            })
        }
    });
    let opened = anchor.clone();
    use_effect_with((ready, model.route.pick, model.refused.clone()), move |(ready, pick, refused)| {
        if *ready {
            open(*pick, &opened, refused.is_some(), framed, travelled)
        }
    });
    // The positive sign that the page is alive: when every other effect of the first state has run. Then the host is told.
    let shown = fragment.clone();
    use_effect_with(ready, move |ready| {
        if *ready {
            shell::page::hydrated();
            shell::host::ready(&story.title, &shown)
        }
    });
    use_effect_with((ready, anchor), move |(ready, anchor)| {
        if *ready {
            shell::host::selected(anchor, &name, &fragment)
        }
    });
}

/// What is opened gets the focus, and in a frame stands where the reader looks.
fn open(pick: Option<Pick>, anchor: &str, refused: bool, framed: bool, travelled: bool) {
    match pick {
        _ if refused => shell::focus::into(".event-panel .address"),
        None => shell::focus::back(),
        Some(Pick::Actor(_)) => shell::focus::into(&format!("#{anchor} .card-close")),
        Some(Pick::Event(_)) if framed => shell::focus::into(".event-panel .card-close"),
        Some(_) => shell::focus::onto(anchor, travelled),
    }
    if framed && (refused || pick.is_some()) {
        shell::visible::place()
    }
}

/// Subscribes to the browser for as long as the page lives, and tells how it started.
fn listen(ctx: &Rc<Ctx>) -> impl FnOnce() + 'static + use<> {
    let read = {
        let story = ctx.story.clone();
        move || Route::parse(&story, &shell::fragment::read())
    };
    let framed = shell::page::framed();
    let started = read().filter(|route| !framed || *route != Route::default()).or_else(|| host_route(ctx, framed));
    let started = started.unwrap_or_default();
    shell::fragment::begin(&started.fragment(&ctx.story));
    let visited = ctx.dispatch.clone();
    let subscriptions = (
        shell::fragment::listen(move || {
            if let Some(route) = read() {
                visited.emit(Msg::Visited(route))
            }
        }),
        shell::keys::on_escape(ctx.dispatch.reform(|()| Msg::Closed)),
        shell::keys::walk(),
        shell::sight::watch(".passage", in_view(ctx)),
        framed.then(|| in_frame(ctx)),
    );
    ctx.dispatch.emit(Msg::Started { route: started, framed });
    move || drop(subscriptions)
}

/// The state in the address of the page around, which opens the frame in it unless the frame's own address has one.
fn host_route(ctx: &Ctx, framed: bool) -> Option<Route> {
    if framed { Route::parse(&ctx.story, &shell::fragment::of_host()) } else { None }
}

/// What only a page in a frame hears.
fn in_frame(ctx: &Rc<Ctx>) -> impl Sized + 'static + use<> {
    let asked = ctx.clone();
    let goto = move |fragment: &str| {
        // A link that restores nothing is the way back to the beginning only when it is empty.
        let route = Route::parse(&asked.story, fragment);
        let route = route.filter(|route| *route != Route::default() || fragment.trim_start_matches('#').is_empty());
        let known = route.is_some();
        route.into_iter().for_each(|route| asked.dispatch.emit(Msg::Directed(route)));
        known
    };
    (
        shell::visible::watch(),
        shell::page::watch_presses(),
        shell::links::follow(ctx.dispatch.reform(Msg::Refused)),
        shell::links::copy(ctx.dispatch.reform(|()| Msg::AddressCopied)),
        shell::host::listen(goto),
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
    if picked.is_empty() { story.to_owned() } else { format!("{picked} – {story}") }
}
