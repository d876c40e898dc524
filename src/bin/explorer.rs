//! The explorer in the browser: a second program, loaded when a reader first zooms. It shows
//! timeline and map at any zoom. `src/browser/js/explore.js` starts it.

use standpoint::explorer;
use standpoint::layout::stress::stress_layout;
use std::rc::Rc;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::HtmlElement;

/// Places for the nodes of any graph, as x and y in turn; `edges` are pairs of nodes. The
/// bench compares it with other libraries' layouts.
#[wasm_bindgen]
pub fn layout(nodes: usize, edges: &[u32]) -> Vec<f64> {
    let edges: Vec<(u32, u32)> = edges
        .chunks_exact(2)
        .map(|pair| (pair[0], pair[1]))
        .collect();
    stress_layout(nodes, &edges)
        .into_iter()
        .flat_map(|point| [point.x, point.y])
        .collect()
}

/// A figure of the page that is explored.
#[wasm_bindgen]
pub struct Explorer(Rc<explorer::Explorer>);

#[wasm_bindgen]
impl Explorer {
    /// Takes over the picture of a figure: the section `#timeline` or `#map`, or the overview
    /// of a large story. `large` is the whole story where the page holds a part of it, else
    /// undefined.
    ///
    /// # Errors
    ///
    /// When the page holds no story or the figure is not one of ours, with a sentence
    /// for the console.
    #[wasm_bindgen(constructor)]
    pub fn new(figure: HtmlElement, large: JsValue) -> Result<Self, String> {
        explorer::Explorer::start(figure, large).map(Self)
    }

    /// Shows the figure whole.
    pub fn open(&self) {
        self.0.open();
    }

    /// Zooms by a step of a button or key.
    pub fn step(&self, zoom_in: bool) {
        self.0.step(zoom_in);
    }

    /// Zooms by px of the wheel, in when positive, around a place of the window.
    pub fn wheel(&self, x: f64, y: f64, delta: f64) {
        self.0.wheel((x, y), delta);
    }

    /// Zooms in where two fingers have touched the page's picture.
    pub fn pinch(&self, x: f64, y: f64) {
        self.0.pinch((x, y));
    }

    /// Shows the events from one number to another.
    #[wasm_bindgen(js_name = showEvents)]
    pub fn show_events(&self, first: usize, last: usize) {
        self.0.show_events(first, last);
    }
}

fn main() {}
