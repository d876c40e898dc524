//! Dates: EDTF (ISO 8601-2) as bounds on a line of days, with its uncertainty and its words.
//!
//! A date is parsed once, natively; what the browser needs of it travels as numbers and words. The
//! page's program calls neither the parser nor the grammar of dates, so the linker leaves them out.

pub mod civil;
mod extent;
mod read;
mod bounds;
mod when;
pub mod order;

pub use bounds::years as year_range;
pub use extent::{Extent, Side, Stretch};
pub use when::{END_BEFORE_START, When};
