//! Words of the map in lines.

use crate::layout::network::Words;
use crate::text::number::px;
use yew::prelude::*;

/// Lines of words around their middle, as spans of a `text` element.
pub fn lines(words: &Words, size: f64) -> Html {
    let leading = size * Words::LEADING;
    let first = leading * (0.5 - words.lines.len() as f64 / 2.0) + size * 0.35;
    let line = |(index, line): (usize, &String)| {
        // The space between lines is for those who hear or copy them; it takes no room.
        html! {
            <>
                <tspan x="0" y={px(first + leading * index as f64)}>{ line }</tspan>
                <tspan font-size="0">{ " " }</tspan>
            </>
        }
    };
    words.lines.iter().enumerate().map(line).collect()
}
