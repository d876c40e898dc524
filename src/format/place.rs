//! Places in the two files of a story.

use super::diagnostic::At;
use std::ops::Range;

/// Names of the two files in a story's folder.
pub const STORY_FILE: &str = "story.toml";
pub const ARTICLE_FILE: &str = "article.md";

/// A place in `story.toml`.
pub fn in_story(span: &Range<usize>) -> At {
    At {
        file: STORY_FILE.into(),
        start: span.start,
        end: span.end,
    }
}

/// A place in `article.md`.
pub fn in_article(span: &Range<usize>) -> At {
    At {
        file: ARTICLE_FILE.into(),
        start: span.start,
        end: span.end,
    }
}
