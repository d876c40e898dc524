//! The classes of an event, of its mark and its entry alike.

use crate::view::kind::PartState;
use yew::prelude::*;

/// The state of an event as classes of its mark and its entry.
pub fn classes_of(look: PartState, dated: bool) -> Classes {
    classes!(
        (!dated).then_some("is-undated"),
        look.picked.then_some("is-picked"),
        look.lit.then_some("is-lit"),
    )
}
