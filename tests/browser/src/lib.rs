//! The harness: opens the built site in real browsers, for tests, bench and screenshots. It relies
//! on the page's ids, classes and `data-state`.
//!
//! The modules are in reading order.

pub mod engine;
pub mod reader;
pub mod child;
pub mod driver;
pub mod commands;
pub mod session;
pub mod page;
pub mod frame;
pub mod audit;
pub mod watch;
pub mod site;
pub mod nginx;
pub mod wordpress;
pub mod browser;
pub mod guest;

/// The result of a browser test. The developer reads the error's text.
pub type TestResult = anyhow::Result<()>;
