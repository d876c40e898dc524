//! The file format, version 1: reads the texts of `story.toml` and `article.md` into a
//! [`crate::story::Story`].
//!
//! Reading goes on past every problem, so that an editor sees all of them at once:
//! 1. `guess` says what a file is that is no story; `mend` repairs typing errors that would make a
//!    file unreadable;
//! 2. `shape` takes out of the parsed file what does not fit the schema, and reports it;
//! 3. [`file`] holds what is left as typed values, each with its place;
//! 4. `names` looks up ids and reads dates; `build` makes the [`Story`] when nothing is wrong;
//! 5. [`rules`] judge what can be read.

pub mod diagnostic;
mod place;
mod characters;
pub mod markdown;
pub mod plain;
pub mod link;
pub mod markup;
pub mod file;
pub mod date_advice;
pub(crate) mod near;
mod meant;
mod guess;
mod mend;
mod wording;
mod syntax;
mod schema;
mod shape;
mod draft;
mod headings;
mod names;
mod article;
mod build;
mod read;
pub mod rules;

pub use draft::Draft;
pub use file::VERSION;
pub use place::{ARTICLE_FILE, STORY_FILE, in_article, in_story};
pub use read::{draft, read};
pub use schema::schema;

#[cfg(test)]
mod tests;
