//! Saves the text of an SVG as a file, SVG or PNG.
//!
//! Nothing is sent anywhere: the file is made in the page. In a frame whose sandbox has no
//! `allow-downloads` the browser drops it silently, so that no program knows whether the reader has
//! it; a page should offer this where it is not framed, or say so.

use gloo::utils::{document, window};
use js_sys::{Array, encode_uri_component};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Event, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url,
};

/// How long a browser may take to ask its reader where a file should go, in ms.
const MAX_PROMPT_TIME: i32 = 60_000;
/// Some phones give no memory to a canvas of more pixels.
const MAX_PIXELS: f64 = 16_000_000.0;

/// Saves the text of an SVG under a name.
pub fn svg(name: &str, text: &str) {
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind) {
        save(name, &blob);
    }
}

/// Saves an SVG of a size in px as PNG, `scale` times as large or as large as it can be. It is made
/// after this has returned; `done` is called with whether it could be.
pub fn png(name: &str, text: &str, size: (f64, f64), scale: f64, done: impl Fn(bool) + 'static) {
    let Ok(image) = HtmlImageElement::new() else {
        return done(false);
    };
    let scale = scale.min((MAX_PIXELS / (size.0 * size.1)).sqrt());
    let (name, drawn) = (name.to_owned(), image.clone());
    // One function for both answers: exactly one of them comes, and the function is given back
    // after it.
    let answer = Closure::once_into_js(move |event: Event| {
        let canvas = (event.type_() == "load")
            .then(|| canvas(&drawn, size, scale))
            .flatten();
        match canvas {
            Some(canvas) => save_canvas(&canvas, name, done),
            None => done(false),
        }
    });
    image.set_onload(Some(answer.unchecked_ref()));
    image.set_onerror(Some(answer.unchecked_ref()));
    // The policy of the page lets no image come from a blob; one from an address that is its text
    // leaves the canvas readable.
    image.set_src(&format!(
        "data:image/svg+xml;charset=utf-8,{}",
        String::from(encode_uri_component(text))
    ));
}

fn canvas(
    image: &HtmlImageElement,
    (width, height): (f64, f64),
    scale: f64,
) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    let (width, height) = ((width * scale).round(), (height * scale).round());
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    context
        .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)
        .ok()?;
    Some(canvas)
}

fn save_canvas(canvas: &HtmlCanvasElement, name: String, done: impl Fn(bool) + 'static) {
    let done = Rc::new(done);
    let saved = done.clone();
    let answer = Closure::once_into_js(move |blob: JsValue| match blob.dyn_into::<Blob>() {
        Ok(blob) => saved(save(&name, &blob)),
        Err(_) => saved(false),
    });
    if canvas.to_blob(answer.unchecked_ref()).is_err() {
        done(false);
    }
}

/// Clicks a link that saves what it leads to. The link is in no document, so that no listener hears
/// the click.
fn save(name: &str, blob: &Blob) -> bool {
    let link = document()
        .create_element("a")
        .ok()
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let (Some(link), Ok(address)) = (link, Url::create_object_url_with_blob(blob)) else {
        return false;
    };
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Not at once: the browser reads it after this has returned.
    let forget = Closure::once_into_js(move || _ = Url::revoke_object_url(&address));
    _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(
        forget.unchecked_ref(),
        MAX_PROMPT_TIME,
    );
    true
}
