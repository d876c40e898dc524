//! Work that waits until the reader has seen the last change.

use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};

/// How long a task waits at most, ms. Browsers draw no frames for an iframe of another site that is
/// off screen.
const MAX_WAIT: i32 = 100;

thread_local! {
    static TASKS: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Runs a task after the next paint: what changes nothing on screen must not delay what does. Tasks
/// keep their order.
pub fn after_paint(task: impl FnOnce() + 'static) {
    let waiting = TASKS.with_borrow_mut(|tasks| {
        tasks.push(Box::new(task));
        tasks.len()
    });
    // The first task has scheduled the run for all.
    if waiting > 1 {
        return;
    }
    let run_after = |wait: i32| {
        let run = Closure::once_into_js(|| TASKS.take().into_iter().for_each(|task| task()));
        gloo::utils::window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(run.unchecked_ref(), wait)
            .unwrap_or_default()
    };
    let last_resort = run_after(MAX_WAIT);
    let painted = Closure::once_into_js(move |_: JsValue| {
        gloo::utils::window().clear_timeout_with_handle(last_resort);
        run_after(0);
    });
    _ = gloo::utils::window().request_animation_frame(painted.unchecked_ref());
}
