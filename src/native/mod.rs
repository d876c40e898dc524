//! What runs natively only: reading stories, reports, prerendering, packing and serving.

pub mod load;
