//! The built site in real browsers, for tests, bench and screenshots. Knows the contract of the
//! page (its ids, classes and `data-state`), WebDriver and HTTP; knows neither Yew nor a story.
//!
//! Table of contents in reading order; a module uses only modules above it.

pub mod engine;
pub mod reader;
pub mod child;
pub mod driver;
pub mod wire;
pub mod session;
pub mod page;
pub mod frame;
pub mod audit;
pub mod copy;
pub mod site;
pub mod nginx;
pub mod wordpress;
pub mod browser;
pub mod guest;

/// What a behaviour returns: the text of the error is what the developer reads.
pub type Done = anyhow::Result<()>;
