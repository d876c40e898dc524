//! Browser events to messages: each event becomes exactly one [`Msg`]. Decides nothing else.

use super::Ctx;
use crate::state::Msg;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The links on which a second click takes back the first. What links do is told by their
/// addresses, so that those need no program that the program has not made: see
/// [`crate::state::route::linked`].
pub const TOGGLES: &str = ".node, .permalink, .event-title > a";

/// A plain click sends `msg` instead of following the link; with a modifier key the browser does
/// what readers expect of it.
pub fn click(ctx: &Ctx, msg: Msg) -> Callback<MouseEvent> {
    let dispatch = ctx.dispatch.clone();
    Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            dispatch.emit(msg.clone());
        }
    })
}

/// Tells the text of a field each time it changes.
pub fn input(changed: impl Fn(String) + 'static) -> Callback<InputEvent> {
    Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            changed(field.value());
        }
    })
}

/// A choice in a form control sends `msg`.
pub fn change(ctx: &Ctx, msg: Msg) -> Callback<Event> {
    let dispatch = ctx.dispatch.clone();
    Callback::from(move |_| dispatch.emit(msg.clone()))
}
