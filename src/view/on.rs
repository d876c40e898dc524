//! Event handlers: each browser event becomes exactly one [`Msg`].

use super::ctx::Ctx;
use crate::state::Msg;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The links that toggle: a second click deselects. Every other link works from its `href` (see
/// [`crate::state::Msg::from_link`]), so prerendered links need no handler.
pub const TOGGLES: &str = ".node, .permalink, .event-title > a";

/// Sends `msg` at a plain click instead of following the link. With a modifier key the browser does
/// what readers expect.
pub fn click(ctx: &Ctx, msg: Msg) -> Callback<MouseEvent> {
    let dispatch = ctx.dispatch.clone();
    Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            dispatch.emit(msg.clone());
        }
    })
}

/// Passes on the text of a field each time it changes.
pub fn input(changed: impl Fn(String) + 'static) -> Callback<InputEvent> {
    Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            changed(field.value());
        }
    })
}

/// Sends `msg` when a form control changes.
pub fn change(ctx: &Ctx, msg: Msg) -> Callback<Event> {
    let dispatch = ctx.dispatch.clone();
    Callback::from(move |_| dispatch.emit(msg.clone()))
}
