//! The ids of a draft: which there are, where each leads, and what is said of one that leads nowhere.
//! Knows how to look up, not what is built of it.

use super::file::{Date, Id, Link, Placed, Ref};
use super::wording::id_hint;
use super::{Draft, in_article, in_story, is_id, near};
use crate::date::{END_BEFORE_START, When};
use crate::diag::{At, Diagnostic};
use crate::text::link;
use std::collections::BTreeMap;
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
        format!("{word} “{id}”{rest}")
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
            torn: draft.torn,
            found: Vec::new(),
        };
        names.list(Kind::Group, file.group.iter().map(|group| &group.id));
        names.list(Kind::Issue, file.issue.iter().map(|issue| &issue.id));
        for (index, issue) in file.issue.iter().enumerate() {
            names.list(Kind::Stance(index), issue.stance.iter().flatten().map(|stance| &stance.id));
        }
        names.list(Kind::Actor, file.actor.iter().map(|actor| &actor.id));
        names.list(Kind::Phase, file.phase.iter().map(|phase| &phase.id));
        names.list(Kind::Event, names.order.clone().into_iter().map(|listed| &file.event[listed].id));
        names.list(Kind::Reference, file.reference.iter().map(|reference| &reference.id));
        for (index, section) in draft.article.sections.iter().enumerate() {
            let Some(id) = &section.id else { continue };
            names.insert(Kind::Passage, &id.words, index, in_article(&id.at));
            if !is_id(&id.words) {
                let message = format!("“{}” is not an id", id.words);
                names.error("malformed-id", in_article(&id.at), message, id_hint(&id.words));
            }
        }
        names
    }

    fn list(&mut self, kind: Kind, ids: impl Iterator<Item = &'d Option<Id>>) {
        for (index, id) in ids.enumerate() {
            if let Some(id) = id {
                self.insert(kind, id, index, in_story(&id.span()));
            }
        }
    }

    fn insert(&mut self, kind: Kind, id: &'d str, index: usize, at: At) {
        if self.ids.entry(kind).or_default().insert(id, index).is_some() {
            let hint = "give each its own id, and change the entries that mean this one";
            self.error("duplicate-id", at, format!("there is already another {}", kind.named(id)), hint);
        }
    }

    pub fn error(&mut self, code: &'static str, at: At, message: impl Into<String>, hint: impl Into<String>) {
        self.found.push(Diagnostic::error(code, Some(at), message, hint));
    }

    pub fn has(&self, kind: Kind) -> bool {
        self.ids.contains_key(&kind)
    }

    /// The index of the thing that a key names; `None` when it names none, and when the key is missing, which `shape` has said.
    pub fn id(&mut self, kind: Kind, id: &Option<Ref>) -> Option<usize> {
        let id = id.as_ref()?;
        self.find(kind, id, in_story(&id.span()))
    }

    pub fn each(&mut self, kind: Kind, list: &[Ref]) -> Option<Vec<usize>> {
        all(list.iter().map(|id| self.find(kind, id, in_story(&id.span()))))
    }

    pub fn find(&mut self, kind: Kind, id: &str, at: At) -> Option<usize> {
        let ids = self.ids.get(&kind);
        let index = ids.and_then(|ids| ids.get(id)).copied();
        // Without any passage the article is to blame, and says so.
        let known = kind != Kind::Passage || ids.is_some();
        if index.is_none() && known && !self.torn {
            let known: Vec<&str> = ids.into_iter().flat_map(BTreeMap::keys).copied().collect();
            let hint = near::hint(id, &known, "the ids are");
            self.error("unknown-id", at, format!("there is no {}", kind.named(id)), hint);
        }
        index
    }

    pub fn date(&mut self, date: &Option<Date>) -> Option<When> {
        let date = date.as_ref()?;
        let when = When::parse(date);
        if let Err(reason) = &when {
            let (code, hint) = match reason == END_BEFORE_START {
                true => ("end-before-start", "write the earlier date first: `2025-09-03/2025-09-06`"),
                false => (
                    "invalid-date",
                    "write it as `2025-09-04`, `2025-09`, `2024~` (about), `199X` or `2025-09-03/2025-09-06`",
                ),
            };
            self.error(code, in_story(&date.span()), format!("“{}”: {reason}", date.as_str()), hint);
        }
        when.ok()
    }

    /// `Some(None)` when there is none, `None` when there is a wrong one.
    pub fn optional_date(&mut self, date: &Option<Date>) -> Option<Option<When>> {
        if date.is_none() { Some(None) } else { self.date(date).map(Some) }
    }

    pub fn link(&mut self, link: &Option<Link>) -> Option<Option<String>> {
        let Some(link) = link else { return Some(None) };
        self.address(link, in_story(&link.span())).then(|| Some(link.to_string()))
    }

    pub fn address(&mut self, href: &str, at: At) -> bool {
        let problem = link::problem(href);
        let sound = problem.is_none();
        if let Some((message, hint)) = problem {
            self.error("bad-link", at, message, hint);
        }
        sound
    }
}

/// All of them, or nothing when one is missing; each is asked for, so that each can say what is wrong with it.
pub(super) fn all<T>(items: impl Iterator<Item = Option<T>>) -> Option<Vec<T>> {
    let items: Vec<_> = items.collect();
    items.into_iter().collect()
}

/// The words of a key, when it is there.
pub(super) fn own<T: Deref<Target = str>>(text: &Option<Placed<T>>) -> Option<String> {
    text.as_ref().map(|text| text.to_string())
}
