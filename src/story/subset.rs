//! A part of a story that is a whole story: some of its events and actors, and what is said of
//! them. Knows no page.

use super::*;

/// Where each thing of the whole stands in the part, by its index in the whole.
struct Places {
    events: Vec<Option<usize>>,
    actors: Vec<Option<usize>>,
    groups: Vec<Option<usize>>,
}

impl Story {
    /// The story of these events and actors: all passages, issues and phases, and the positions,
    /// relations and participations that lie within. `elsewhere` gives the address of an actor or
    /// event that the text mentions and the part does not hold.
    pub fn part(
        &self,
        events: &[EventId],
        actors: &[ActorId],
        elsewhere: &dyn Fn(&Span) -> String,
    ) -> Self {
        let places = Places::of(self, events, actors);
        Self {
            groups: kept(&self.groups, &places.groups),
            actors: self
                .each_actor()
                .filter_map(|(id, actor)| places.placed_actor(id, actor))
                .collect(),
            positions: self
                .positions
                .iter()
                .filter_map(|one| places.position(one))
                .collect(),
            relations: self
                .relations
                .iter()
                .filter_map(|one| places.relation(one))
                .collect(),
            events: kept(&self.events, &places.events)
                .into_iter()
                .map(|event| Event {
                    actors: event
                        .actors
                        .iter()
                        .filter_map(|id| places.actor(*id))
                        .collect(),
                    ..event
                })
                .collect(),
            passages: self
                .passages
                .iter()
                .map(|passage| places.passage(passage, elsewhere))
                .collect(),
            ..self.head()
        }
    }

    /// Everything but what a part chooses from.
    fn head(&self) -> Self {
        Self {
            slug: self.slug.clone(),
            lang: self.lang.clone(),
            title: self.title.clone(),
            standfirst: self.standfirst.clone(),
            updated: self.updated.clone(),
            source: self.source.clone(),
            issues: self.issues.clone(),
            phases: self.phases.clone(),
            references: self.references.clone(),
            groups: Vec::new(),
            actors: Vec::new(),
            passages: Vec::new(),
            positions: Vec::new(),
            relations: Vec::new(),
            events: Vec::new(),
        }
    }
}

/// What is kept of a list.
fn kept<T: Clone>(all: &[T], places: &[Option<usize>]) -> Vec<T> {
    all.iter()
        .zip(places)
        .filter(|(_, place)| place.is_some())
        .map(|(one, _)| one.clone())
        .collect()
}

/// The places of the chosen among all: in the order of the whole, whatever that of the choice.
fn places(count: usize, chosen: impl Iterator<Item = usize>) -> Vec<Option<usize>> {
    let mut places = vec![None; count];
    chosen.for_each(|index| places[index] = Some(0));
    places
        .iter_mut()
        .flatten()
        .enumerate()
        .for_each(|(place, slot)| *slot = place);
    places
}

impl Places {
    fn of(story: &Story, events: &[EventId], actors: &[ActorId]) -> Self {
        Self {
            events: places(story.events.len(), events.iter().map(|id| id.index())),
            groups: places(
                story.groups.len(),
                actors.iter().map(|id| story[*id].group.index()),
            ),
            actors: places(story.actors.len(), actors.iter().map(|id| id.index())),
        }
    }

    fn actor(&self, id: ActorId) -> Option<ActorId> {
        self.actors[id.index()].map(ActorId::new)
    }

    fn event(&self, id: EventId) -> Option<EventId> {
        self.events[id.index()].map(EventId::new)
    }

    fn placed_actor(&self, id: ActorId, actor: &Actor) -> Option<Actor> {
        self.actor(id)?;
        Some(Actor {
            group: GroupId::new(self.groups[actor.group.index()]?),
            ..actor.clone()
        })
    }

    fn position(&self, position: &Position) -> Option<Position> {
        Some(Position {
            actor: self.actor(position.actor)?,
            ..position.clone()
        })
    }

    fn relation(&self, relation: &Relation) -> Option<Relation> {
        let to: Vec<_> = relation
            .to
            .iter()
            .filter_map(|id| self.actor(*id))
            .collect();
        let from = self.actor(relation.from).filter(|_| !to.is_empty())?;
        Some(Relation {
            from,
            to,
            ..relation.clone()
        })
    }

    fn passage(&self, passage: &Passage, elsewhere: &dyn Fn(&Span) -> String) -> Passage {
        let span = |span: &Span| match span {
            Span::Actor(id, words) => self.actor(*id).map(|id| Span::Actor(id, words.clone())),
            Span::Event(id, words) => self.event(*id).map(|id| Span::Event(id, words.clone())),
            Span::Text(_)
            | Span::Strong(_)
            | Span::Emphasis(_)
            | Span::Issue(..)
            | Span::Link(..) => Some(span.clone()),
        };
        let span = |one: &Span| {
            span(one).unwrap_or_else(|| Span::Link(elsewhere(one), one.words().to_owned()))
        };
        let statement = |said: &Statement| Statement {
            spans: said.spans.iter().map(span).collect(),
            evidence: said.evidence,
        };
        let paragraphs = passage
            .paragraphs
            .iter()
            .map(|said| said.iter().map(statement).collect())
            .collect();
        Passage {
            paragraphs,
            ..passage.clone()
        }
    }
}
