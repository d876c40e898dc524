//! Rules on links and mentions: slips that leave brackets in the text, and addresses that lead
//! nowhere.

mod slips;

use crate::format::diagnostic::Diagnostic;
use crate::format::draft::Draft;
use crate::format::file::Link;
use crate::format::link;
use crate::format::markdown::{self, Style};
use crate::format::place::{in_article, in_story};
use crate::format::plain::Plain;
use slips::slips;

/// A slip in a link leaves its brackets in the text, where readers would see them.
pub fn links_are_links(draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for plain in draft.article.paragraphs().map(Plain::of) {
        for slip in slips(&plain) {
            let hint = match &slip.instead {
                Some(instead) if instead.chars().count() <= 80 => format!("write `{instead}`"),
                _ => {
                    "write `[words](actor:id)`, without a space before or inside the round brackets"
                        .into()
                }
            };
            let at = Some(in_article(&plain.place(slip.at.clone())));
            let finding = Diagnostic::error(
                "broken-link",
                at,
                "this looks like a link, but is none",
                hint,
            );
            let replacement = slip.instead.filter(|_| plain.exact(slip.at));
            found.push(Diagnostic {
                replacement,
                ..finding
            });
        }
    }
    found
}

/// A bracket without its other half is what is left of a link or of a remark.
pub fn brackets_closed(draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for plain in draft.article.paragraphs().map(Plain::of) {
        let slips = slips(&plain);
        let Some(at) =
            single(&plain.text).filter(|at| !slips.iter().any(|slip| slip.at.contains(at)))
        else {
            continue;
        };
        let (message, hint) = match plain.text[at..].starts_with('[') {
            true => (
                "this bracket is not closed",
                "close it with `]`; a link is written `[words](actor:id)`",
            ),
            false => (
                "this bracket is not opened",
                "open it with `[`; a link is written `[words](actor:id)`",
            ),
        };
        found.push(Diagnostic::warning(
            "single-bracket",
            Some(in_article(&plain.place(at..at + 1))),
            message,
            hint,
        ));
    }
    found
}

/// The first square bracket without its other half.
fn single(text: &str) -> Option<usize> {
    let mut open = Vec::new();
    for (at, character) in text.char_indices() {
        match character {
            '[' => open.push(at),
            ']' if open.pop().is_none() => return Some(at),
            _ => {}
        }
    }
    open.into_iter().next()
}

/// An address without its beginning is taken for one in the page's own folder.
pub fn links_complete(draft: &Draft) -> Vec<Diagnostic> {
    let file = &draft.file;
    let source = file.source.iter().filter_map(|source| source.url.as_ref());
    let links = source.chain(
        file.reference
            .iter()
            .filter_map(|reference| reference.url.as_ref()),
    );
    let mut found: Vec<Diagnostic> = links.filter_map(key).collect();
    for statement in draft.article.statements() {
        found.extend(
            statement
                .elements()
                .filter_map(|(run, words)| element(run, &words)),
        );
    }
    found
}

fn key(link: &Link) -> Option<Diagnostic> {
    let loose = link::loose(link)?;
    let found = Diagnostic::warning(
        "loose-link",
        Some(in_story(&link.span())),
        loose.message,
        loose.hint,
    );
    let replacement = loose.instead.map(|href| super::texts::value(&href));
    Some(Diagnostic {
        replacement,
        ..found
    })
}

fn element(run: &markdown::Run, words: &str) -> Option<Diagnostic> {
    let Style::Link(href) = &run.style else {
        return None;
    };
    let loose = link::loose(href)?;
    let found = Diagnostic::warning(
        "loose-link",
        Some(in_article(&run.element)),
        loose.message,
        loose.hint,
    );
    let replacement = loose
        .instead
        .and_then(|href| markdown::link(run, words, &href));
    Some(Diagnostic {
        replacement,
        ..found
    })
}

#[cfg(test)]
mod tests {
    use super::{single, slips};
    use crate::format::markdown;
    use crate::format::plain::Plain;

    /// Checks what is written in place of each slip of a paragraph.
    fn check(markdown: &str, instead: &[&str]) {
        let article = markdown::read(&format!("## {{#a}}\n\n{markdown}"));
        let plain = Plain::of(&article.sections[0].paragraphs[0]);
        let found: Vec<_> = slips(&plain)
            .into_iter()
            .map(|slip| slip.instead.unwrap_or_default())
            .collect();
        assert_eq!(found, instead, "{markdown}");
    }

    #[test]
    fn a_slip_is_told_as_it_was_meant() {
        check(
            "The [miller(actor:miller) does not.",
            &["[miller](actor:miller)"],
        );
        check(
            "The [old miller] (actor:miller) does not.",
            &["[old miller](actor:miller)"],
        );
        check(
            "The [miller](actor: miller) does not.",
            &["[miller](actor:miller)"],
        );
        check(
            "The [miller](actor:miller does not.",
            &["[miller](actor:miller)"],
        );
        check(
            "The miller (actor:miller) does not.",
            &["[miller](actor:miller)"],
        );
        check(
            "The [mayor](actor:mayor and the [miller(actor:miller)",
            &["[mayor](actor:mayor)", "[miller](actor:miller)"],
        );
        let more = ["[more](https://example.org)", "[that](https://example.org)"];
        check(
            "See [more] (https://example.org) or [that](https://example.org",
            &more,
        );
        check("See [more] (www.example.org), [that](a page)", &["", ""]);
    }

    #[test]
    fn sentences_are_no_slips() {
        check(
            "The actor: a man (event: a flood) said [sic] (he is old), an issue:",
            &[],
        );
        check("The [actor:miller](actor:miller) and [x](issue:y).", &[]);
    }

    #[test]
    fn brackets_come_in_pairs() {
        assert_eq!(
            [single("a [b] c"), single("a [b c"), single("a b] c")],
            [None, Some(2), Some(3)]
        );
    }
}
