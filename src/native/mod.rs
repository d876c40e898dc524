//! What runs natively only: reading stories, reports, prerendering, packing and serving.

pub mod load;
pub mod report;
pub mod cli;
