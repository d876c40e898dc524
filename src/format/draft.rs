//! What the two files of a story say, before any id is looked up.

use super::file::StoryFile;
use super::markdown::Article;

/// What the rules of `check` judge.
#[derive(Debug, Default)]
pub struct Draft {
    pub file: StoryFile,
    pub article: Article,
    /// A file has syntax errors: what seems to be missing may only be unreadable.
    pub torn: bool,
}
