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
    let title = title(&story, &model.route);
    use_effect_with((ready, fragment, title), move |(ready, fragment, title)| {
        if *ready {
            let (fragment, title) = (fragment.clone(), title.clone());
            // The entry first: the title is that of the newest entry.
            shell::later(move || {
                shell::fragment::show(&fragment, framed);
                shell::page::title(&title);
            })
        }
    });
    use_effect_with((ready, model.route.pick), move |(_, pick)| {
        let target = pick.map(|pick| route::anchor(&story, pick));
        match pick {
            _ if !ready => {}
            None => shell::focus::back(),
            Some(Pick::Actor(_)) => shell::focus::into(&format!("#{} .card-close", target.unwrap_or_default())),
            Some(_) => shell::focus::onto(&target.unwrap_or_default(), framed || travelled),
        }
    });
    // The positive sign that the page is alive: last, when every other effect of the first state has run.
    use_effect_with(ready, |ready| {
        if *ready {
            shell::page::hydrated()
        }
    });
}

/// Subscribes to the browser for as long as the page lives, and tells how it started.
fn listen(ctx: &Rc<Ctx>) -> impl FnOnce() + 'static + use<> {
    let read = {
        let story = ctx.story.clone();
        move || Route::parse(&story, &shell::fragment::read())
    };
    let started = read().unwrap_or_default();
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
    );
    ctx.dispatch.emit(Msg::Started { route: started, framed: shell::page::framed() });
    move || drop(subscriptions)
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

/// The page's title: what is picked, then the story.
fn title(story: &Story, route: &Route) -> String {
    let picked = match route.pick {
        None => return story.title.clone(),
        Some(Pick::Actor(id)) => &story[id].name,
        Some(Pick::Event(id)) => &story[id].title,
        Some(Pick::Passage(id)) => &story[id].heading,
    };
    if picked.is_empty() { story.title.clone() } else { format!("{picked} – {}", story.title) }
}
