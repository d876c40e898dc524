//! Rules on the article's text.

use super::claims;
use crate::format::diagnostic::Diagnostic;
use crate::format::draft::Draft;
use crate::format::markdown::{Run, Style};
use crate::format::place::in_article;
use crate::format::plain::Plain;
use crate::locale::quotes::quoted;

/// Signs that are nothing but bullets.
const BULLETS: [char; 10] = ['•', '◦', '▪', '▫', '‣', '●', '○', '■', '□', '➢'];
/// Signs and letters that word processors use as bullets, and writers for other things.
const LIKE_BULLETS: [char; 4] = ['–', '—', '·', 'o'];

pub fn passages_not_empty(draft: &Draft) -> Vec<Diagnostic> {
    let sections = &draft.article.sections;
    let ends = sections
        .iter()
        .skip(1)
        .map(|next| next.at.start)
        .chain([usize::MAX]);
    // Where something was left out as unsupported, the passage was not meant to be empty.
    let left_out = |from, to| {
        draft
            .article
            .problems
            .iter()
            .any(|problem| (from..to).contains(&problem.at.start))
    };
    let empty = sections
        .iter()
        .zip(ends)
        .filter(|(section, end)| section.paragraphs.is_empty() && !left_out(section.at.end, *end));
    let hint = "write a paragraph below the heading, or take the heading out";
    empty
        .map(|(section, _)| {
            Diagnostic::error(
                "empty-passage",
                Some(in_article(&section.at)),
                "this passage has no text",
                hint,
            )
        })
        .collect()
}

pub fn quotations_short(draft: &Draft) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for paragraph in draft.article.paragraphs() {
        let plain = Plain::of(paragraph);
        for quote in plain.quotations() {
            if let Some((message, hint)) = claims::long(&plain.text[quote.clone()]) {
                found.push(Diagnostic::warning(
                    "long-quote",
                    Some(in_article(&plain.place(quote))),
                    message,
                    hint,
                ));
            }
        }
    }
    found
}

/// A quotation that is not closed runs on for the reader, and cannot be proved in the source.
pub fn quotations_closed(draft: &Draft) -> Vec<Diagnostic> {
    let hint = "close it before the paragraph ends";
    let open = draft.article.paragraphs().filter_map(|paragraph| {
        let plain = Plain::of(paragraph);
        plain.unclosed().map(|mark| plain.place(mark))
    });
    open.map(|at| {
        Diagnostic::warning(
            "unclosed-quote",
            Some(in_article(&at)),
            "this quotation is not closed",
            hint,
        )
    })
    .collect()
}

/// Lists that are pasted from a word processor are paragraphs with signs in them.
pub fn lines_without_bullets(draft: &Draft) -> Vec<Diagnostic> {
    let hint =
        "take the signs out, and write the points as sentences of a paragraph or as paragraphs";
    let bulleted = draft.article.paragraphs().filter_map(|paragraph| {
        let plain = Plain::of(paragraph);
        let at = bullet(&plain)?;
        let sign = plain.text[at..].chars().next()?;
        let message = format!(
            "this line begins with the bullet “{sign}”, which readers would see within the text"
        );
        let place = plain.place(at..at + sign.len_utf8());
        Some(Diagnostic::warning(
            "pasted-bullet",
            Some(in_article(&place)),
            message,
            hint,
        ))
    });
    bulleted.collect()
}

/// Where the first line with a bullet begins. A dash or a letter is one before a tab, or when it
/// begins several lines.
fn bullet(plain: &Plain) -> Option<usize> {
    let begins = |at: usize, signs: &[char]| {
        let line = plain.text[at..].strip_prefix(signs)?;
        line.starts_with([' ', '\t', '\u{a0}'])
            .then_some(line.starts_with('\t'))
    };
    let certain = plain
        .lines()
        .find(|at| begins(*at, &BULLETS).is_some() || begins(*at, &LIKE_BULLETS) == Some(true));
    certain.or_else(|| {
        let mut alike = plain
            .lines()
            .filter(|at| begins(*at, &LIKE_BULLETS[..3]).is_some());
        let first = alike.next()?;
        alike.next().map(|_| first)
    })
}

/// Straight quotation marks are those of a typewriter; the page has its language's elsewhere.
pub fn quotation_marks_curly(draft: &Draft) -> Vec<Diagnostic> {
    let lang = draft.file.lang.as_ref().map_or("en", |lang| lang.as_str());
    let mut found = Vec::new();
    for plain in draft.article.paragraphs().map(Plain::of) {
        let straight = plain
            .quotations()
            .into_iter()
            .filter(|quote| plain.text[..quote.start].ends_with('"'));
        found.extend(straight.map(|quote| {
            (
                plain.place(quote.start - 1..quote.end + 1),
                plain.text[quote].to_owned(),
            )
        }));
    }
    let count = found.len();
    let first = found
        .into_iter()
        .next()
        .filter(|(_, words)| !words.is_empty());
    let finding = first.map(|(at, words)| {
        let more = match count {
            1 => String::new(),
            2 => ", here and in another place".into(),
            count => format!(", here and in {} other places", count - 1),
        };
        let message = format!("the article has straight quotation marks{more}");
        let written = quoted(&words, lang);
        let hint = format!(
            "write {}",
            if words.chars().count() > 60 {
                quoted("…", lang)
            } else {
                written.clone()
            }
        );
        let finding = Diagnostic::warning("straight-quotes", Some(in_article(&at)), message, hint);
        // Markup between the marks is no words.
        if at.len() == words.len() + 2 {
            finding.replaced_by(written)
        } else {
            finding
        }
    });
    finding.into_iter().collect()
}

/// An article that names nobody leads nowhere: its mentions are what ties it to map and timeline.
pub fn actors_mentioned(draft: &Draft) -> Vec<Diagnostic> {
    // A mention with a slip in it is one that was meant.
    let link = |run: &Run| matches!(&run.style, Style::Link(href) if href.starts_with("actor"));
    let mentions = |run: &Run| link(run) || run.words.contains("actor:");
    let any = draft
        .article
        .statements()
        .flat_map(|statement| &statement.runs)
        .any(mentions);
    let whole = !any && !draft.torn && draft.article.problems.is_empty();
    let first = draft.article.paragraphs().next().filter(|_| whole);
    let actor = draft
        .file
        .actor
        .iter()
        .find_map(|actor| Some((actor.id.as_ref()?, actor.name.as_ref()?)));
    let finding = first.zip(actor).map(|(first, (id, name))| {
        let message = "the article mentions no actor, so that nothing in it leads to the map";
        let hint = format!(
            "make the names links: `[{}](actor:{})`",
            name.as_str(),
            id.as_str()
        );
        Diagnostic::warning("no-mentions", Some(in_article(&first.at)), message, hint)
    });
    finding.into_iter().collect()
}
