//! Editorial and structural rules: what a story that can be read must still get right. One function a rule.
//! Knows no file system and no terminal.

use crate::diag::{Diagnostic, Severity};
use crate::story::{Story, wire};

/// Reads and judges a story: its two files, and the text that it explains when quotations are to be proved in it.
/// A missing file is `None`, which the caller reports. The story is there exactly when no diagnostic is an error.
pub fn story(
    slug: &str,
    story_toml: Option<&str>,
    article_md: Option<&str>,
    _source: Option<&str>,
) -> (Option<Story>, Vec<Diagnostic>) {
    let (story, found) = wire::read(slug, story_toml.unwrap_or_default(), article_md.unwrap_or_default());
    let sound = found.iter().all(|found| found.severity != Severity::Error);
    (story.filter(|_| sound), found)
}
