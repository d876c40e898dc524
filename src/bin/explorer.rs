//! The explorer in the browser: a second program, loaded when a reader first zooms. It shows
//! timeline and map at any zoom. `src/browser/js/explore.js` stands around it.

#[cfg(target_arch = "wasm32")]
mod browser {
    use standpoint::explorer;
    use standpoint::layout::stress::stress_layout;
    use std::rc::Rc;
    use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
    use web_sys::HtmlElement;

    /// Places for the nodes of any graph, as x and y in turn; `edges` are pairs of nodes. What the
    /// bench measures beside others' layouts: the pages ask for it as the explorer does.
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

        /// What the reader did outside of the explorer: `step` zooms by a step, in when `amount` is
        /// positive, `wheel` by so many px; `x` and `y` are the pointer's place in the window,
        /// negative for none. `show` goes to the events from number `x` to number `y`.
        pub fn act(&self, action: &str, x: f64, y: f64, amount: f64) {
            self.0.act(action, (x, y), amount);
        }
    }
}

fn main() {}
