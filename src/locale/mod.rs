//! What a language needs: the words of the interface, quotation marks, the direction of writing,
//! letters that are the same in a search, and the order of the alphabet.

pub mod direction;
pub mod fold;
#[cfg(not(target_arch = "wasm32"))]
pub mod order;
pub mod quotes;
pub mod strings;

pub use strings::Strings;
