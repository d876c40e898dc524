//! Every plain text of `story.toml`, with the key that it stands under and whose words it is. Knows
//! no rule.

use crate::format::diagnostic::{At, Diagnostic};
use crate::format::file::{StoryFile, Text};
use crate::format::place::in_story;
use std::ops::Range;

/// Whose words a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The story's own.
    Prose,
    /// What something is called: by others, in the same words.
    Name,
    /// The source's, word for word.
    Quote,
}

/// A text and its key.
pub struct Told<'f> {
    pub key: &'static str,
    pub role: Role,
    pub text: &'f Text,
}

/// All texts of a file, by kind of entry.
pub fn all(file: &StoryFile) -> Vec<Told<'_>> {
    let mut told = Vec::new();
    macro_rules! tell {
        ($of:expr, $($role:ident: $($key:ident),+;)+) => {
            for entry in $of {
                $($(told.extend(entry.$key.iter().map(|text| Told {
                    key: stringify!($key),
                    role: Role::$role,
                    text,
                }));)+)+
            }
        };
    }
    tell!([file], Prose: title, standfirst;);
    tell!(file.source.iter(), Name: name, title, publisher, author; Prose: note;);
    tell!(&file.group, Name: name;);
    tell!(&file.issue, Prose: name, question;);
    tell!(file.issue.iter().flat_map(|issue| issue.stance.iter().flatten()), Prose: label;);
    tell!(&file.actor, Name: name, inline, short, also, kind; Prose: about;);
    tell!(&file.position, Prose: text; Quote: quote;);
    tell!(&file.relation, Prose: label, text; Quote: quote;);
    tell!(&file.phase, Prose: name;);
    tell!(&file.event, Prose: title, text; Quote: quote;);
    tell!(&file.reference, Name: title, publisher;);
    told
}

/// Whether the text stands in the file character by character, so that places in it are known:
/// without escapes, on one line.
pub fn exact(text: &Text) -> bool {
    text.span().len() == text.len() + 2
}

/// Where a stretch of the text stands; the whole value, where that is not known.
pub fn place(text: &Text, stretch: Range<usize>) -> At {
    let span = text.span();
    let inner = span.start + 1;
    in_story(&if exact(text) {
        inner + stretch.start..inner + stretch.end
    } else {
        span
    })
}

/// A finding with what to write in place of a stretch of the text. In an escaped text the whole
/// value is written anew.
pub fn mended(found: Diagnostic, text: &Text, stretch: Range<usize>, with: &str) -> Diagnostic {
    match exact(text) {
        true if with.contains(['"', '\'', '\\', '\n']) => found,
        true => found.replaced_by(with),
        false => found.replaced_by(value(&format!(
            "{}{with}{}",
            &text[..stretch.start],
            &text[stretch.end..]
        ))),
    }
}

/// A text as TOML writes it.
pub fn value(text: &str) -> String {
    toml::Value::String(text.into()).to_string()
}
