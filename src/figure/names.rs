//! Accessible names of actors and events: the same on the page, in the explorer and in images.

use crate::locale::direction::{direction, isolated};
use crate::locale::strings::{Strings, fill};
use crate::state::query::Standing;
use crate::story::{ActorId, EventId, Evidence, IssueId, Story};

/// An actor's label and who it is; then how many relations it has, or its stance on an issue.
///
/// The visible label comes first, so that speech control finds the link by it (WCAG 2.5.3).
pub fn actor(
    story: &Story,
    words: &Strings,
    id: ActorId,
    relations: usize,
    standing: Option<(IssueId, Standing)>,
) -> String {
    let said = match standing {
        None => fill(words.node_relations, &[("count", &relations.to_string())]),
        Some((issue, standing)) => {
            let name = aside(story, &story[issue].name);
            name + ": " + &on_issue(story, words, issue, standing)
        }
    };
    let actor = &story[id];
    let label = match &actor.short {
        Some(short) if *short != actor.name => aside(story, short) + ": ",
        _ => String::new(),
    };
    let [name, kind, group] =
        [&actor.name, &actor.kind, &story[actor.group].name].map(|text| aside(story, text));
    format!("{label}{name}, {kind}, {group}. {said}")
}

/// "Paris meeting, 4 September 2025, context". The title is whole, so that it begins with whatever
/// part of it is visible and goes on where that was cut.
pub fn event(story: &Story, words: &Strings, id: EventId) -> String {
    let event = &story[id];
    let date = match &event.when {
        Some(when) => when.words().to_owned(),
        None => sourced(story, words.undated),
    };
    fill(
        words.strip_mark,
        &[
            ("title", &aside(story, &event.title)),
            ("date", &date),
            ("evidence", event.grounds.evidence.word(words)),
        ],
    )
}

/// How many relations an actor has: one to several others counts once.
pub fn relation_count(story: &Story, id: ActorId) -> usize {
    let ends =
        |relation: &&crate::story::Relation| relation.from == id || relation.to.contains(&id);
    story.relations.iter().filter(ends).count()
}

/// The same for every actor, in one pass.
pub fn relation_counts(story: &Story) -> Vec<usize> {
    let mut counts = vec![0; story.actors.len()];
    for relation in &story.relations {
        let mut ends = relation.to.clone();
        ends.push(relation.from);
        ends.sort();
        ends.dedup();
        ends.iter().for_each(|end| counts[end.index()] += 1);
    }
    counts
}

fn on_issue(story: &Story, words: &Strings, issue: IssueId, standing: Standing) -> String {
    let known = |evidence: Evidence| evidence.word(words);
    match standing {
        Standing::At(stance, evidence) => {
            let label = aside(story, &story[issue].scale[stance.index()].label);
            format!("{label} ({})", known(evidence))
        }
        Standing::NoSide(evidence) => format!("{} ({})", words.no_side, known(evidence)),
        Standing::Hidden => words.apart[1].to_owned(),
        Standing::NotStated => sourced(story, words.apart[2]),
    }
}

fn sourced(story: &Story, template: &str) -> String {
    fill(template, &[("source", &aside(story, &story.source.name))])
}

/// A text of the story within a name, which has no elements to isolate its direction.
fn aside(story: &Story, text: &str) -> String {
    isolated(text, direction(&story.lang) == "rtl")
}
