//! What the map says of an actor to those who do not see it. Knows no shapes.

use crate::figure::FigureState;
use crate::locale::direction::{direction, isolated};
use crate::locale::strings::fill;
use crate::state::query::Standing;
use crate::story::{ActorId, Evidence, IssueId, Story};

/// Who, what kind; then its ties, or which stance on what evidence.
pub fn name(
    look: &FigureState,
    id: ActorId,
    ties: usize,
    standing: Option<(IssueId, Standing)>,
) -> String {
    let said = match standing {
        None => fill(look.words.node_relations, &[("count", &ties.to_string())]),
        Some((issue, standing)) => {
            format!(
                "{}: {}",
                aside(look, &look.story[issue].name),
                stands(look, issue, standing)
            )
        }
    };
    format!("{}. {said}", who(look, id))
}

/// What is seen comes first, so that it can be said to a speech interface.
fn who(look: &FigureState, id: ActorId) -> String {
    let actor = &look.story[id];
    let called = actor
        .short
        .as_ref()
        .filter(|short| **short != actor.name)
        .map_or(String::new(), |short| aside(look, short) + ": ");
    let [name, kind, group] =
        [&actor.name, &actor.kind, &look.story[actor.group].name].map(|text| aside(look, text));
    format!("{called}{name}, {kind}, {group}")
}

/// A text of the story beside others, in a name that has no elements.
fn aside(look: &FigureState, text: &str) -> String {
    isolated(text, direction(&look.story.lang) == "rtl")
}

/// How many relations each actor has: one to several others counts once.
pub fn ties(story: &Story) -> Vec<usize> {
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

fn stands(look: &FigureState, issue: IssueId, standing: Standing) -> String {
    let known = |evidence: Evidence| look.words.evidence[evidence as usize];
    match standing {
        Standing::At(stance, evidence) => {
            format!(
                "{} ({})",
                aside(look, &look.story[issue].scale[stance.index()].label),
                known(evidence)
            )
        }
        Standing::NoSide(evidence) => format!("{} ({})", look.words.no_side, known(evidence)),
        Standing::Hidden => look.words.apart[1].to_owned(),
        Standing::NotStated => fill(look.words.apart[2], &[("source", &look.story.source.name)]),
    }
}
