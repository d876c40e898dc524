//! What the app shows, as the explorer reads it from the marks on the root.

use crate::browser::start;
use crate::layout::large::Summary;
use crate::pack::Unpack;
use crate::state::Route;
use crate::state::query::{Lit, lit_by};
use crate::story::Story;
use gloo::utils::document;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MutationObserver, MutationObserverInit};

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

/// Calls `changed` on every change, for as long as the observer lives.
pub fn observe(changed: impl Fn() + 'static) -> Option<MutationObserver> {
    let callback = Closure::<dyn Fn()>::new(changed).into_js_value();
    let observer = MutationObserver::new(callback.unchecked_ref()).ok()?;
    let options = MutationObserverInit::new();
    options.set_attribute_filter(&js_sys::Array::of2(
        &"data-route".into(),
        &"data-lit".into(),
    ));
    observer.observe_with_options(&*root()?, &options).ok()?;
    Some(observer)
}
