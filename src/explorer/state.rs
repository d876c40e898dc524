//! What the app shows, as the explorer sees it: by the marks on the root, and changed by the app's
//! own links. Knows no drawing.

use crate::browser::start;
use crate::layout::large::Summary;
use crate::pack::Unpack;
use crate::state::query::{Lit, lit_by};
use crate::state::{Pick, Route, route};
use crate::story::Story;
use gloo::utils::document;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit};

/// The state of the moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub route: Route,
    pub lit: Lit,
}

/// The element that carries the marks.
pub fn root() -> Option<Element> {
    document().get_element_by_id("standpoint")
}

/// A large story, as the browser has parsed it.
pub fn whole(data: JsValue) -> Option<Summary> {
    Summary::unpack(&start::Data(data)).ok()
}

impl State {
    pub fn read(story: &Story) -> Self {
        let mark = |name: &str| {
            root()
                .and_then(|root| root.get_attribute(name))
                .unwrap_or_default()
        };
        let lit = Route::parse(story, &mark("data-lit")).and_then(|route| route.pick);
        Self {
            route: Route::parse(story, &mark("data-route")).unwrap_or_default(),
            lit: lit.map(|pick| lit_by(story, pick)).unwrap_or_default(),
        }
    }
}

/// Tells of every change for as long as it lives.
pub fn observe(changed: impl Fn() + 'static) -> Option<MutationObserver> {
    let told = Closure::<dyn Fn()>::new(changed).into_js_value();
    let observer = MutationObserver::new(told.unchecked_ref()).ok()?;
    let what = MutationObserverInit::new();
    what.set_attribute_filter(&js_sys::Array::of2(
        &"data-route".into(),
        &"data-lit".into(),
    ));
    observer.observe_with_options(&*root()?, &what).ok()?;
    Some(observer)
}

/// Does what a click on the app's own link does; `false` where the page has none.
pub fn follow(story: &Story, figure: &Element, pick: Pick) -> bool {
    let selector = format!(
        "a[href=\"#{}\"]:not(.item, [data-open])",
        route::anchor(story, pick)
    );
    let link = figure.query_selector(&selector).ok().flatten();
    let link = link.or_else(|| document().query_selector(&selector).ok().flatten());
    // Links in a drawing have no `click` of their own.
    let Some(link) = link else { return false };
    let click = web_sys::MouseEventInit::new();
    click.set_bubbles(true);
    click.set_cancelable(true);
    let event = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &click);
    event.is_ok_and(|event| {
        link.unchecked_ref::<HtmlElement>()
            .dispatch_event(&event)
            .is_ok()
    })
}
