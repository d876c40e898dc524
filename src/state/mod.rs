//! State: one [`Model`], one closed [`Msg`], one pure [`update`].

mod choices;
pub mod route;
pub mod options;
pub mod share;
mod model;
mod update;
pub mod query;

pub use choices::{EvidenceSet, Likelihood, MapReading, Outlook, Pick};
pub use model::{BlockedLink, Model};
pub use route::Route;
pub use share::{Place, Share};
pub use update::{Msg, update};
