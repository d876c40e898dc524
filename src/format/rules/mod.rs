//! Editorial and structural rules: what a story that can be read must still get right. One function
//! a rule.

pub mod texts;
pub mod head;
pub mod markup;
pub mod claims;
pub mod time;
pub mod future;
pub mod actors;
pub mod alike;
pub mod room;
pub mod usage;
pub mod article;
pub mod marks;
pub mod links;
pub mod source;

use crate::format::build::build;
use crate::format::diagnostic::{self, Diagnostic, Severity};
use crate::format::draft::Draft;
use crate::format::place::{ARTICLE_FILE, STORY_FILE};
use crate::format::read;
use crate::story::Story;

/// Judges a draft; says nothing of what it leaves alone.
pub type Rule = fn(&Draft) -> Vec<Diagnostic>;

/// Every rule, by family. Those that need the source text stand in [`source::prove`].
pub const RULES: &[Rule] = &[
    head::language,
    head::interface,
    markup::texts_without_markup,
    markup::addresses_are_links,
    markup::directions_turned_back,
    claims::quotation_given,
    claims::quotation_short,
    claims::quotation_bare,
    claims::context_referenced,
    claims::context_without_passage,
    claims::passage_named,
    actors::relation_to_itself,
    actors::named_twice,
    actors::one_stance,
    alike::names_differ,
    alike::other_names_differ,
    alike::titles_differ,
    room::names_fit,
    room::labels_fit,
    time::events_in_order,
    time::phases_in_order,
    future::known_events_have_happened,
    usage::actors_used,
    usage::groups_used,
    usage::issues_used,
    usage::phases_used,
    usage::references_used,
    article::passages_not_empty,
    article::quotations_short,
    article::quotations_closed,
    article::quotation_marks_curly,
    article::lines_without_bullets,
    article::actors_mentioned,
    marks::marks_given,
    marks::marks_behind_stops,
    marks::marks_near,
    links::links_are_links,
    links::brackets_closed,
    links::links_complete,
];

/// What was found about a story.
#[derive(Debug)]
pub struct Verdict {
    /// There exactly when nothing found is an error.
    pub story: Option<Story>,
    pub found: Vec<Diagnostic>,
    /// How many quotations were looked up in the source text; `None` without one.
    pub quotations: Option<usize>,
}

/// Reads and judges a story: its two files, and the text that it explains when quotations are to be
/// proved in it. A file that is missing is `None`; the caller says so.
pub fn story(
    slug: &str,
    story_toml: Option<&str>,
    article_md: Option<&str>,
    source: Option<&str>,
) -> Verdict {
    let (mut draft, mut found) = read::draft(
        story_toml.unwrap_or_default(),
        article_md.unwrap_or_default(),
    );
    let whole = story_toml.is_some() && article_md.is_some();
    draft.torn |= !whole;
    let (story, problems) = build(slug, &draft);
    found.extend(problems);
    found.extend(RULES.iter().flat_map(|rule| diagnostic::kept(rule(&draft))));
    found.extend(
        source
            .filter(|_| whole)
            .into_iter()
            .flat_map(|source| diagnostic::kept(source::prove(&draft, source))),
    );
    diagnostic::widen(&mut found, STORY_FILE, story_toml.unwrap_or_default());
    // Of a file that is not there nothing else is to be said.
    let missing = [(STORY_FILE, story_toml), (ARTICLE_FILE, article_md)]
        .map(|(name, text)| (name, text.is_none()));
    found.retain(|found| {
        !found
            .at
            .as_ref()
            .is_some_and(|at| missing.contains(&(at.file.as_str(), true)))
    });
    let sound = whole && found.iter().all(|found| found.severity != Severity::Error);
    Verdict {
        story: story.filter(|_| sound),
        found,
        quotations: source.map(|_| source::count(&draft)),
    }
}
