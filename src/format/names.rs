//! The ids of a draft: which there are, what each refers to, and what is reported of one that
//! refers to nothing.

mod values;

use super::characters::hidden;
use super::draft::Draft;
use super::file::{Id, Placed, Ref};
use super::near;
use super::place::{in_article, in_story};
use super::wording::{id_hint, is_id, quoted};
use crate::format::diagnostic::{self, At, Diagnostic, Severity};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

/// The id spaces: each kind of thing has its own, each scale too.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Group,
    Issue,
    /// A stance on the scale of the issue at this index.
    Stance(usize),
    Actor,
    Phase,
    /// By index in the order of time, which is that of the story.
    Event,
    Reference,
    Passage,
}

impl Kind {
    /// How messages call one of the kind: `actor “russia”`.
    fn named(self, id: &str) -> String {
        let (word, rest) = match self {
            Self::Group => ("group", ""),
            Self::Issue => ("issue", ""),
            Self::Stance(_) => ("stance", " on this issue"),
            Self::Actor => ("actor", ""),
            Self::Phase => ("phase", ""),
            Self::Event => ("event", ""),
            Self::Reference => ("reference", ""),
            Self::Passage => ("passage", ""),
        };
        format!("{word} “{}”{rest}", near::cut(id))
    }
}

/// Indices by id.
type Ids<'d> = BTreeMap<&'d str, usize>;

/// All ids of a draft, and what was found wrong while looking things up.
pub(super) struct Names<'d> {
    ids: BTreeMap<Kind, Ids<'d>>,
    /// For each event in the order of time, where the file lists it.
    pub order: Vec<usize>,
    /// The language of the story.
    pub lang: &'d str,
    /// How many of a kind have no id, or a wrong one, and which unknown ids may be theirs.
    nameless: BTreeMap<Kind, (usize, BTreeSet<String>)>,
    torn: bool,
    pub found: Vec<Diagnostic>,
}

impl<'d> Names<'d> {
    pub fn of(draft: &'d Draft) -> Self {
        let file = &draft.file;
        let mut names = Self {
            ids: BTreeMap::new(),
            order: file.order(),
            lang: file.lang.as_deref().map_or("en", |lang| &**lang),
            nameless: BTreeMap::new(),
            torn: draft.torn,
            found: Vec::new(),
        };
        names.list(Kind::Group, file.group.iter().map(|group| &group.id));
        names.list(Kind::Issue, file.issue.iter().map(|issue| &issue.id));
        for (index, issue) in file.issue.iter().enumerate() {
            names.list(
                Kind::Stance(index),
                issue.stance.iter().flatten().map(|stance| &stance.id),
            );
        }
        names.list(Kind::Actor, file.actor.iter().map(|actor| &actor.id));
        names.list(Kind::Phase, file.phase.iter().map(|phase| &phase.id));
        names.list(
            Kind::Event,
            names
                .order
                .clone()
                .into_iter()
                .map(|listed| &file.event[listed].id),
        );
        names.list(
            Kind::Reference,
            file.reference.iter().map(|reference| &reference.id),
        );
        for (index, section) in draft.article.sections.iter().enumerate() {
            let Some(id) = &section.id else { continue };
            names.insert(Kind::Passage, &id.words, index, in_article(&id.at));
            if !is_id(&id.words) {
                let message = format!("“{}” is not an id", near::cut(&id.words));
                names.error(
                    "malformed-id",
                    in_article(&id.at),
                    message,
                    id_hint(&id.words),
                );
            }
        }
        names
    }

    fn list(&mut self, kind: Kind, ids: impl Iterator<Item = &'d Option<Id>>) {
        for (index, id) in ids.enumerate() {
            match id {
                Some(id) => self.insert(kind, id, index, in_story(&id.span())),
                None => self.nameless.entry(kind).or_default().0 += 1,
            }
        }
    }

    fn insert(&mut self, kind: Kind, id: &'d str, index: usize, at: At) {
        let twice = self
            .ids
            .entry(kind)
            .or_default()
            .insert(id, index)
            .is_some();
        if twice || !is_id(id) {
            self.nameless.entry(kind).or_default().0 += 1;
        }
        if twice {
            let hint = "give each its own id, and change the entries that mean this one";
            self.error(
                "duplicate-id",
                at,
                format!("there is already another {}", kind.named(id)),
                hint,
            );
        }
    }

    pub fn error(
        &mut self,
        code: &'static str,
        at: At,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.wrong(code, at, message, hint, None);
    }

    /// An error with what to write instead, where that is certain.
    pub fn wrong(
        &mut self,
        code: &'static str,
        at: At,
        message: impl Into<String>,
        hint: impl Into<String>,
        better: Option<String>,
    ) {
        diagnostic::add(&mut self.found, Severity::Error, || {
            let found = Diagnostic::error(code, Some(at), message, hint);
            Diagnostic {
                replacement: better,
                ..found
            }
        });
    }

    /// Whether an unknown id may be that of a thing whose own is missing or wrong, which was said
    /// there.
    fn may_be_nameless(&mut self, kind: Kind, id: &str) -> bool {
        let Some((count, taken)) = self.nameless.get_mut(&kind) else {
            return false;
        };
        taken.contains(id) || taken.len() < *count && taken.insert(id.into())
    }

    /// The ids of a kind, for a message.
    pub fn listed(&self, kind: Kind) -> String {
        near::words(
            &self
                .ids
                .get(&kind)
                .into_iter()
                .flat_map(BTreeMap::keys)
                .copied()
                .collect::<Vec<_>>(),
        )
    }

    pub fn has(&self, kind: Kind) -> bool {
        self.ids.contains_key(&kind)
    }

    /// The index of the thing that a key names; `None` when it names none, and when the key is
    /// missing, which `shape` has said.
    pub fn id(&mut self, kind: Kind, id: &Option<Ref>) -> Option<usize> {
        let id = id.as_ref()?;
        self.find(kind, id, in_story(&id.span()), quoted)
    }

    pub fn each(&mut self, kind: Kind, list: &[Ref]) -> Option<Vec<usize>> {
        all(list
            .iter()
            .map(|id| self.find(kind, id, in_story(&id.span()), quoted)))
    }

    /// The index of the thing with an id; `written`: how another id stands at this place.
    pub fn find(
        &mut self,
        kind: Kind,
        id: &str,
        at: At,
        written: impl Fn(&str) -> String,
    ) -> Option<usize> {
        let ids = self.ids.get(&kind);
        let index = ids.and_then(|ids| ids.get(id)).copied();
        // Without any passage the article is to blame, and says so; of characters that cannot be
        // shown that was said.
        let known = (kind != Kind::Passage || ids.is_some()) && !id.chars().any(hidden);
        if index.is_none() && known && !self.torn && !self.may_be_nameless(kind, id) {
            // Looking for a near one takes time, which a flood of them has not.
            let ids = self
                .ids
                .get(&kind)
                .filter(|_| self.found.len() < diagnostic::KEPT);
            let known: Vec<&str> = ids.into_iter().flat_map(BTreeMap::keys).copied().collect();
            let hint = near::hint(id, &known, "the ids are");
            let better = near::nearest(id, &known)
                .map(written)
                .filter(|better| !better.is_empty());
            self.wrong(
                "unknown-id",
                at,
                format!("there is no {}", kind.named(id)),
                hint,
                better,
            );
        }
        index
    }
}

/// All of them, or nothing when one is missing; each is asked for, so that each can say what is
/// wrong with it.
pub(super) fn all<T>(items: impl Iterator<Item = Option<T>>) -> Option<Vec<T>> {
    let items: Vec<_> = items.collect();
    items.into_iter().collect()
}

/// The words of a key, when it is there.
pub(super) fn own<T: Deref<Target = str>>(text: &Option<Placed<T>>) -> Option<String> {
    text.as_ref().map(|text| text.to_string())
}
