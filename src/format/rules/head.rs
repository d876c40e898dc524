//! Rules on what stands at the head of a story.

use crate::format::diagnostic::Diagnostic;
use crate::format::draft::Draft;
use crate::format::meant;
use crate::format::place::in_story;
use crate::format::wording::quoted;
use crate::locale::Strings;

/// The tag goes into the page's `lang`, which screen readers choose their voice by.
pub fn language(draft: &Draft) -> Vec<Diagnostic> {
    let tags = draft.file.lang.iter().filter(|tag| !is_tag(tag));
    tags.map(|tag| {
        let message = format!("“{}” is not a language tag", tag.as_str());
        let meant = meant::language(tag);
        let hint = match &meant {
            Some(meant) => format!("write the tag of the language: `{meant}`"),
            None => "write a BCP 47 tag such as `en`, `de` or `pt-BR`".into(),
        };
        let found = Diagnostic::error(
            "invalid-language",
            Some(in_story(&tag.span())),
            message,
            hint,
        );
        Diagnostic {
            replacement: meant.map(|meant| quoted(&meant)),
            ..found
        }
    })
    .collect()
}

/// Readers of a language that the interface does not speak meet English words around the story.
pub fn interface(draft: &Draft) -> Vec<Diagnostic> {
    let strange = draft
        .file
        .lang
        .iter()
        .filter(|tag| is_tag(tag) && Strings::named(tag).is_none());
    strange
        .map(|tag| {
            let message = format!("the interface is in English for `{}` until it is translated", tag.as_str());
            let hint = "dates, buttons and labels stay English and are marked as such; the story needs no change";
            Diagnostic::warning("no-interface", Some(in_story(&tag.span())), message, hint)
        })
        .collect()
}

/// Whether the tag is well-formed: a language of 2 or 3 letters and further parts of 1 to 8 letters
/// and digits.
fn is_tag(tag: &str) -> bool {
    let (language, parts) = tag
        .split_once('-')
        .map_or((tag, None), |(language, parts)| (language, Some(parts)));
    let part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.is_none_or(|parts| parts.split('-').all(part))
}
