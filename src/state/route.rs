//! The route: the part of the state that a link carries, as the fragment of an address:
//! `#actor-russia`, `#pick=actor-russia&map=positions`. The parser also accepts `#a=russia` and
//! `#e=remarks`, and ignores what host pages append (`#?secret=…`).

use super::choices::{EvidenceSet, Likelihood, MapReading, Outlook, Pick};
use crate::story::{EventId, Evidence, IssueId, Story};

/// Marks a fragment as complete when all its settings are those of a page without options.
pub const PLAIN: &str = "map=relations";

/// What a reload or a pasted link restores.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    pub pick: Option<Pick>,
    /// The issue along which positions are shown; the first if `None`.
    pub issue: Option<IssueId>,
    pub map: MapReading,
    /// The kinds of evidence that the filter hides.
    pub hidden: EvidenceSet,
    pub outlook: Outlook,
}

/// The id of a pick's element, which is also its plain link: `actor-russia`.
pub fn anchor(story: &Story, pick: Pick) -> String {
    match pick {
        Pick::Actor(id) => format!("actor-{}", story[id].key),
        Pick::Event(id) => format!("event-{}", story[id].key),
        Pick::Passage(id) => format!("passage-{}", story[id].key),
    }
}

impl Route {
    /// The fragment without `#`: empty for the initial state, a plain anchor for a mere pick.
    pub fn fragment(&self, story: &Story) -> String {
        let pick = self.pick.map(|pick| anchor(story, pick));
        let rest = self.settings(story);
        match (pick, rest.is_empty()) {
            (None, true) => String::new(),
            (Some(pick), true) => pick,
            (None, false) => rest,
            (Some(pick), false) => format!("pick={pick}&{rest}"),
        }
    }

    /// The fragment for a frame's address. Never a plain anchor: the browser would jump to it and
    /// take the focus from the host page.
    pub fn framed_fragment(&self, story: &Story) -> String {
        let fragment = self.fragment(story);
        if fragment.is_empty() || fragment.contains('=') {
            fragment
        } else {
            String::from("pick=") + &fragment
        }
    }

    /// The fragment in an address whose options ask for `start`. Differences from `start` are
    /// always written.
    pub fn fragment_over(&self, story: &Story, start: &Self) -> String {
        match self.pick.map(|pick| anchor(story, pick)) {
            _ if *start == Self::default() || !self.settings(story).is_empty() => {
                self.fragment(story)
            }
            None => PLAIN.to_owned(),
            Some(pick) => format!("pick={pick}&{PLAIN}"),
        }
    }

    /// Reads a fragment in an address whose options ask for `start`. The options apply unless the
    /// fragment has settings of its own.
    pub fn parse_over(story: &Story, fragment: &str, start: &Self) -> Option<Self> {
        let route = Self::parse(story, fragment)?;
        let has_settings = fragment.contains(PLAIN) || !route.settings(story).is_empty();
        Some(if has_settings {
            route
        } else {
            Self {
                pick: route.pick,
                ..start.clone()
            }
        })
    }

    fn settings(&self, story: &Story) -> String {
        let mut pairs = Vec::new();
        if self.map == MapReading::Positions {
            pairs.push("map=positions".to_owned());
        }
        pairs.extend(
            self.issue
                .map(|issue| format!("issue={}", story[issue].key)),
        );
        if !self.hidden.is_empty() {
            let hidden = Evidence::ALL
                .into_iter()
                .filter(|kind| self.hidden.contains(*kind));
            pairs.push(format!(
                "hide={}",
                hidden.map(Evidence::key).collect::<Vec<_>>().join(",")
            ));
        }
        let marks = self
            .outlook
            .iter()
            .map(|(event, likely)| format!("{}:{}", story[event].key, likely.level()));
        let marks: Vec<_> = marks.collect();
        if !marks.is_empty() {
            pairs.push(format!("outlook={}", marks.join(",")));
        }
        pairs.join("&")
    }

    /// Reads a fragment, with or without `#`, ignoring unknown or malformed pairs. `None` for a
    /// plain anchor that picks nothing: it leads to a place in the page, not to a state.
    pub fn parse(story: &Story, fragment: &str) -> Option<Self> {
        let fragment = fragment.trim_start_matches('#');
        // WordPress appends a fragment of its own, even after an existing one.
        let fragment = fragment.split(['#', '?']).next().unwrap_or_default();
        if fragment.is_empty() {
            return Some(Self::default());
        }
        if !fragment.contains('=') {
            return pick_of(story, fragment).map(|pick| Self {
                pick: Some(pick),
                ..Self::default()
            });
        }
        Some(Self::parse_pairs(story, fragment))
    }

    fn parse_pairs(story: &Story, fragment: &str) -> Self {
        fragment
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .fold(Self::default(), |mut route, (key, value)| {
                match key {
                    "pick" => route.pick = pick_of(story, value),
                    "a" => route.pick = pick_of(story, &format!("actor-{value}")),
                    "e" => route.pick = pick_of(story, &format!("event-{value}")),
                    "map" if value == "positions" => route.map = MapReading::Positions,
                    "issue" => route.issue = issue_of(story, value),
                    "hide" => route.hidden = hidden_of(value),
                    "outlook" => {
                        let marks = value.split(',').filter_map(|mark| mark_of(story, mark));
                        marks.for_each(|(event, likelihood)| {
                            route.outlook.mark(event, Some(likelihood))
                        });
                    }
                    _ => {}
                }
                route
            })
    }
}

pub(super) fn pick_of(story: &Story, anchor: &str) -> Option<Pick> {
    let (kind, key) = anchor.split_once('-')?;
    match kind {
        "actor" => story
            .each_actor()
            .find(|(_, actor)| actor.key == key)
            .map(|(id, _)| Pick::Actor(id)),
        "event" => event_of(story, key).map(Pick::Event),
        "passage" => story
            .each_passage()
            .find(|(_, passage)| passage.key == key)
            .map(|(id, _)| Pick::Passage(id)),
        _ => None,
    }
}

pub(super) fn issue_of(story: &Story, key: &str) -> Option<IssueId> {
    story
        .each_issue()
        .find(|(_, issue)| issue.key == key)
        .map(|(id, _)| id)
}

fn event_of(story: &Story, key: &str) -> Option<EventId> {
    story
        .each_event()
        .find(|(_, event)| event.key == key)
        .map(|(id, _)| id)
}

fn hidden_of(value: &str) -> EvidenceSet {
    let kinds: Vec<_> = value.split(',').filter_map(Evidence::from_key).collect();
    Evidence::ALL
        .into_iter()
        .filter(|kind| kinds.contains(kind))
        .fold(EvidenceSet::default(), EvidenceSet::toggled)
}

fn mark_of(story: &Story, mark: &str) -> Option<(EventId, Likelihood)> {
    let (key, level) = mark.split_once(':')?;
    let event = event_of(story, key)
        .filter(|event| story[*event].grounds.evidence == Evidence::Forecast)?;
    Some((event, Likelihood::new(level.parse().ok()?)?))
}
