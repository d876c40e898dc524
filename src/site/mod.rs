//! Native code: reads stories, reports, prerenders, writes and serves sites.

pub mod encoding;
pub mod load;
pub mod report;
pub mod read_aloud;
pub mod policy;
pub mod program;
pub mod app_build;
pub mod style;
pub mod prerender;
pub mod boot;
pub mod page;
pub mod base;
pub mod palette;
pub mod raster;
pub mod preview;
pub mod meta;
pub mod contents;
pub mod large;
pub mod files;
pub mod pack;
pub mod publish;
pub mod hosting;
pub mod serve;
