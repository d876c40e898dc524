//! The reading position: which element crosses the line where readers look.

use super::find_all;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Keeps an observer and its callback alive; dropping it ends the watch.
pub struct Watch {
    observer: Option<IntersectionObserver>,
    _callback: Closure<dyn Fn(js_sys::Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Calls back with the id of the element of `selector` that crosses the line at two fifths of the
/// window, `None` when none does.
pub fn watch(selector: &str, changed: impl Fn(Option<String>) + 'static) -> Watch {
    // The elements on the line; where two meet, the one that came last.
    let crossing = std::cell::RefCell::new(Vec::<String>::new());
    let callback = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        for entry in entries
            .iter()
            .filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
        {
            let id = entry.target().id();
            let mut crossing = crossing.borrow_mut();
            crossing.retain(|other| *other != id);
            if entry.is_intersecting() {
                crossing.push(id);
            }
        }
        let last = crossing.borrow().last().cloned();
        changed(last);
    });
    let observer = observe(selector, callback.as_ref());
    Watch {
        observer,
        _callback: callback,
    }
}

fn observe(selector: &str, callback: &JsValue) -> Option<IntersectionObserver> {
    let options = IntersectionObserverInit::new();
    options.set_root_margin("-40% 0px -59% 0px");
    let observer =
        IntersectionObserver::new_with_options(callback.unchecked_ref(), &options).ok()?;
    find_all(selector)
        .iter()
        .for_each(|element| observer.observe(element));
    Some(observer)
}
