//! The pages of a large story: a first page with a part of it, and pages of sections on which
//! everything has its one entry.
//!
//! The first page is the usual app with a story of limited size. The sections are plain pages
//! without a program: complete entries with links from page to page, which the app does not have.

mod excerpt;
mod pagination;
mod summary;
mod split;
mod picture;
mod overview;
mod sections;
mod section;

pub use excerpt::excerpt;
pub use overview::overview;
pub use pagination::Pages;
pub use section::pages;
pub use sections::lists;
pub use split::Large;
pub use summary::summary;

/// The style sheet that only pages of large stories have.
pub const STYLE: &str = include_str!("../../../style/large.css");
