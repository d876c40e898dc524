//! Makes the [`Story`] of a draft, thing by thing.

use super::article;
use super::draft::Draft;
use super::file::*;
use super::names::{Kind, Names, all, own};
use super::place::in_story;
use crate::date::When;
use crate::format::diagnostic::Diagnostic;
use crate::locale::quotes::quoted;
use crate::story::*;

/// The story of a draft, when all of it can be built, and what cannot: ids, dates, links and marks.
pub fn build(slug: &str, draft: &Draft) -> (Option<Story>, Vec<Diagnostic>) {
    let mut names = Names::of(draft);
    let story = whole(&mut names, slug, draft);
    (story, names.found)
}

fn whole(names: &mut Names, slug: &str, draft: &Draft) -> Option<Story> {
    let file = &draft.file;
    // Each part is built before any is asked for, so that each says what is wrong with it.
    let updated = names.date(&file.updated);
    let source = source(names, &file.source);
    let groups = all(file.group.iter().map(|group| {
        Some(Group {
            key: own(&group.id)?,
            name: own(&group.name)?,
        })
    }));
    let issues = all(file.issue.iter().map(|entry| issue(entry)));
    let actors = all(file.actor.iter().map(|entry| actor(names, entry)));
    let positions = all(file.position.iter().map(|entry| position(names, entry)));
    let relations = all(file.relation.iter().map(|entry| relation(names, entry)));
    let phases = phases(&file.phase);
    let events = all(names
        .order
        .clone()
        .into_iter()
        .map(|listed| event(names, &file.event[listed])));
    let references = all(file.reference.iter().map(|entry| reference(names, entry)));
    let passages =
        article::passages(names, &draft.article).map(|passages| retelling(file, passages));
    Some(Story {
        slug: slug.into(),
        lang: own(&file.lang)?,
        title: own(&file.title)?,
        standfirst: own(&file.standfirst)?,
        updated: updated?,
        source: source?,
        groups: groups?,
        issues: issues?,
        actors: actors?,
        passages: passages?,
        positions: positions?,
        relations: relations?,
        phases: phases?,
        events: events?,
        references: references?,
    })
}

fn source(names: &mut Names, source: &Option<Placed<SourceTable>>) -> Option<Source> {
    let source = source.as_ref()?;
    let (date, url) = (names.optional_date(&source.date), names.link(&source.url));
    for (passage, numbers) in &source.paragraphs {
        names.find(Kind::Passage, passage, in_story(&numbers.span()), |_| {
            String::new()
        });
    }
    Some(Source {
        name: own(&source.name)?,
        title: own(&source.title)?,
        publisher: own(&source.publisher),
        author: own(&source.author),
        date: date?,
        url: url?,
        note: own(&source.note),
    })
}

/// The passages with the paragraphs of the source that each retells.
fn retelling(file: &StoryFile, mut passages: Vec<Passage>) -> Vec<Passage> {
    let paragraphs = file.source.as_ref().map(|source| &source.paragraphs);
    for passage in &mut passages {
        let numbers = paragraphs.and_then(|paragraphs| paragraphs.get(&passage.key));
        passage.retells = numbers
            .map(|numbers| numbers.iter().map(|number| number.get()).collect())
            .unwrap_or_default();
    }
    passages
}

fn issue(issue: &IssueEntry) -> Option<Issue> {
    let scale = issue.stance.iter().flatten().map(|stance| {
        Some(Stance {
            key: own(&stance.id)?,
            label: own(&stance.label)?,
        })
    });
    let scale = all(scale).filter(|scale| scale.len() > 1)?;
    Some(Issue {
        key: own(&issue.id)?,
        name: own(&issue.name)?,
        question: own(&issue.question),
        scale,
    })
}

fn actor(names: &mut Names, actor: &ActorEntry) -> Option<Actor> {
    let group = names.id(Kind::Group, &actor.group);
    Some(Actor {
        key: own(&actor.id)?,
        name: own(&actor.name)?,
        inline: own(&actor.inline),
        short: own(&actor.short),
        also: actor.also.iter().map(|name| name.to_string()).collect(),
        kind: own(&actor.kind)?,
        group: group.map(GroupId::new)?,
        about: own(&actor.about)?,
    })
}

fn position(names: &mut Names, position: &Placed<PositionEntry>) -> Option<Position> {
    let actor = names.id(Kind::Actor, &position.actor);
    let issue = names.id(Kind::Issue, &position.issue);
    let stance = match (&position.stance, issue) {
        (Some(_), Some(issue)) => names.id(Kind::Stance(issue), &position.stance).map(Some),
        (Some(_), None) => None,
        (None, _) => Some(None),
    };
    let grounds = grounds(names, &position.claim());
    Some(Position {
        actor: actor.map(ActorId::new)?,
        issue: issue.map(IssueId::new)?,
        stance: stance?.map(StanceId::new),
        text: own(&position.text)?,
        grounds: grounds?,
    })
}

fn relation(names: &mut Names, relation: &Placed<RelationEntry>) -> Option<Relation> {
    let from = names.id(Kind::Actor, &relation.from);
    let to = relation
        .to
        .as_deref()
        .and_then(|to| names.each(Kind::Actor, to));
    let grounds = grounds(names, &relation.claim());
    Some(Relation {
        from: from.map(ActorId::new)?,
        to: to
            .filter(|to| !to.is_empty())?
            .into_iter()
            .map(ActorId::new)
            .collect(),
        label: own(&relation.label)?,
        tone: relation.tone.as_deref().copied().unwrap_or_default(),
        text: own(&relation.text)?,
        grounds: grounds?,
    })
}

fn phases(phases: &[Placed<PhaseEntry>]) -> Option<Vec<Phase>> {
    if phases.is_empty() {
        return Some(vec![Phase {
            key: "all".into(),
            name: String::new(),
            tense: Tense::Past,
        }]);
    }
    let phase = |phase: &Placed<PhaseEntry>| {
        Some(Phase {
            key: own(&phase.id)?,
            name: own(&phase.name)?,
            tense: **phase.tense.as_ref()?,
        })
    };
    all(phases.iter().map(phase))
}

fn event(names: &mut Names, event: &Placed<EventEntry>) -> Option<Event> {
    let when = when_of(names, event);
    let phase = phase_of(names, event);
    let actors = names.each(Kind::Actor, &event.actors);
    let issues = names.each(Kind::Issue, &event.issues);
    let grounds = grounds(names, &event.claim());
    Some(Event {
        key: own(&event.id)?,
        title: own(&event.title)?,
        when: when?,
        phase: phase.map(PhaseId::new)?,
        text: own(&event.text)?,
        actors: actors?.into_iter().map(ActorId::new).collect(),
        issues: issues?.into_iter().map(IssueId::new).collect(),
        grounds: grounds?,
    })
}

/// The date, shown as the source words it where that is told.
fn when_of(names: &mut Names, event: &Placed<EventEntry>) -> Option<Option<When>> {
    if let (None, Some(told)) = (&event.when, &event.date_text) {
        let hint = "add `when` with the date in EDTF, or tell it in `text`: an event without `when` is undated";
        let message = format!("“{}” has no `when` beside it", told.as_str());
        names.error("lone-date-text", in_story(&told.span()), message, hint);
        return None;
    }
    let when = names.optional_date(&event.when)?;
    Some(when.map(|when| when.told(own(&event.date_text))))
}

/// Required only when there are phases, which the schema cannot say.
fn phase_of(names: &mut Names, event: &Placed<EventEntry>) -> Option<usize> {
    if event.phase.is_none() && names.has(Kind::Phase) {
        let id = own(&event.id).unwrap_or_default();
        let hint = format!(
            "add `phase = \"…\"` with the phase that it belongs to: {}",
            names.listed(Kind::Phase)
        );
        names.error(
            "missing-phase",
            in_story(&event.span()),
            format!("the event “{id}” has no `phase`"),
            hint,
        );
        return None;
    }
    if event.phase.is_none() {
        Some(0)
    } else {
        names.id(Kind::Phase, &event.phase)
    }
}

fn reference(names: &mut Names, reference: &ReferenceEntry) -> Option<Reference> {
    let (date, url) = (
        names.optional_date(&reference.date),
        names.link(&reference.url),
    );
    Some(Reference {
        key: own(&reference.id)?,
        title: own(&reference.title)?,
        publisher: own(&reference.publisher)?,
        date: date?,
        url: url?,
    })
}

fn grounds(names: &mut Names, claim: &Claim) -> Option<Grounds> {
    let passages = names.each(Kind::Passage, claim.passage);
    let references = names.each(Kind::Reference, claim.reference);
    Some(Grounds {
        evidence: **claim.evidence?,
        quote: claim.quote.map(|quote| quoted(quote, names.lang)),
        passages: passages?.into_iter().map(PassageId::new).collect(),
        references: references?.into_iter().map(ReferenceId::new).collect(),
    })
}
