//! `standpoint schema`: the JSON Schema of story.toml, for editors that complete and check as you
//! type.

use super::output::{Outcome, print};
use crate::format;
use anyhow::Result;

/// Prints the JSON Schema of story.toml.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_: &Args) -> Result<Outcome> {
    print(&(serde_json::to_string_pretty(format::schema())? + "\n"))?;
    Ok(Outcome::Done)
}
