//! A story as plain text, sentence by sentence, for an editor who proof-reads: what readers will be
//! told, on what evidence, and where the source has it.

use crate::locale::Strings;
use crate::locale::quotes::quoted;
use crate::locale::strings::fill;
use crate::state::query;
use crate::story::sentence::Detail;
use crate::story::{
    Actor, Event, Grounds, Issue, IssueId, Passage, PassageId, Position, Relation, Statement, Story,
};
use std::fmt::Write;

/// The whole story, in the words of its language's interface.
pub fn text(story: &Story) -> String {
    let reader = Reader {
        story,
        words: Strings::of(&story.lang),
    };
    let parts = [
        reader.head(),
        reader.article(),
        reader.actors(),
        reader.positions(),
        reader.relations(),
        reader.events(),
    ];
    let parts: Vec<_> = parts
        .into_iter()
        .chain([reader.references()])
        .filter(|part| !part.is_empty())
        .collect();
    parts.join("\n")
}

struct Reader<'s> {
    story: &'s Story,
    words: &'static Strings,
}

impl Reader<'_> {
    fn head(&self) -> String {
        let Story {
            title,
            standfirst,
            source,
            updated,
            ..
        } = self.story;
        let page = self.words.page();
        let quoted = quoted(&source.title, &self.story.lang);
        let details: Vec<_> = self
            .story
            .source_details(self.words)
            .into_iter()
            .map(Detail::words)
            .collect();
        let details = details.join(self.words.comma);
        let updated = fill(page.updated, &[("date", updated.words())]);
        let url = source
            .url
            .as_ref()
            .map_or(String::new(), |url| format!(" <{url}>"));
        let note = source
            .note
            .as_ref()
            .map_or(String::new(), |note| format!("\n{note}\n"));
        format!(
            "# {title}\n\n{standfirst}\n\n{} {quoted} ({details}).{url} {updated}\n{note}",
            page.explains
        )
    }

    fn article(&self) -> String {
        let passages = self
            .story
            .each_passage()
            .map(|(id, passage)| self.passage(id, passage));
        section(self.words.text, passages)
    }

    fn passage(&self, id: PassageId, passage: &Passage) -> String {
        let mut text = format!("\n### {}\n", self.place(id));
        for paragraph in &passage.paragraphs {
            text.push('\n');
            paragraph
                .iter()
                .for_each(|statement| text += &self.statement(statement));
        }
        text
    }

    fn statement(&self, statement: &Statement) -> String {
        let words: String = statement.spans.iter().map(|span| span.words()).collect();
        let mark = statement.evidence.map_or(String::new(), |kind| {
            format!(" [{}]", kind.word(self.words))
        });
        format!("- {}{mark}\n", words.trim())
    }

    fn actors(&self) -> String {
        let actor = |actor: &Actor| {
            let also = match actor.also.as_slice() {
                [] => String::new(),
                names => format!(
                    " {}.",
                    fill(self.words.also, &[("names", &names.join(self.words.comma))])
                ),
            };
            let group = &self.story[actor.group].name;
            format!(
                "- {} ({}, {group}): {}{also}\n",
                actor.name, actor.kind, actor.about
            )
        };
        section(self.words.actors, self.story.actors.iter().map(actor))
    }

    fn positions(&self) -> String {
        section(
            self.words.positions,
            self.story
                .each_issue()
                .map(|(id, issue)| self.issue(id, issue)),
        )
    }

    fn issue(&self, id: IssueId, issue: &Issue) -> String {
        let scale: Vec<&str> = issue
            .scale
            .iter()
            .map(|stance| stance.label.as_str())
            .collect();
        let question = issue
            .question
            .as_ref()
            .map_or(String::new(), |question| format!("{question} "));
        let mut text = format!(
            "\n### {}\n\n{question}({})\n\n",
            issue.name,
            scale.join(" – ")
        );
        let mut silent = Vec::new();
        for (actor, of) in self.story.each_actor() {
            let mut stated = query::positions(self.story, actor, id).peekable();
            if stated.peek().is_none() {
                silent.push(of.name.as_str());
            }
            stated.for_each(|position| text += &self.position(issue, position));
        }
        if !silent.is_empty() {
            let unstated = fill(
                self.words.not_stated_in,
                &[("source", &self.story.source.name)],
            );
            _ = writeln!(text, "- {}: {unstated}", silent.join(self.words.comma));
        }
        text
    }

    fn position(&self, issue: &Issue, position: &Position) -> String {
        let side = position.stance.map_or(String::new(), |stance| {
            format!(" ({})", issue.scale[stance.index()].label)
        });
        let name = &self.story[position.actor].name;
        format!(
            "- {name}{side}: {}{}",
            position.text,
            self.grounds(&position.grounds)
        )
    }

    fn relations(&self) -> String {
        let relation = |relation: &Relation| {
            let sentence = self.story.relation_sentence(relation, self.words);
            format!(
                "- {sentence}. {}{}",
                relation.text,
                self.grounds(&relation.grounds)
            )
        };
        section(
            self.words.relations,
            self.story.relations.iter().map(relation),
        )
    }

    fn events(&self) -> String {
        let phases = self.story.each_phase().map(|(id, phase)| {
            let events = self
                .story
                .events
                .iter()
                .filter(|event| event.phase == id)
                .map(|event| self.event(event));
            let heading = if phase.name.is_empty() {
                String::new()
            } else {
                format!("\n### {}\n\n", phase.name)
            };
            heading + &events.collect::<String>()
        });
        section(self.words.timeline, phases)
    }

    fn event(&self, event: &Event) -> String {
        let undated = || fill(self.words.undated, &[("source", &self.story.source.name)]);
        let date = event
            .when
            .as_ref()
            .map_or_else(undated, |when| when.in_full().into_owned());
        let names: Vec<&str> = event
            .actors
            .iter()
            .map(|id| self.story[*id].name.as_str())
            .collect();
        let names = if names.is_empty() {
            String::new()
        } else {
            format!(
                " {} {}.",
                self.words.event_actors,
                names.join(self.words.comma)
            )
        };
        format!(
            "- {}, {date}: {}{names}{}",
            event.title,
            event.text,
            self.grounds(&event.grounds)
        )
    }

    fn references(&self) -> String {
        let reference = |index: usize| format!("- {}\n", self.reference(index));
        section(
            self.words.page().context_sources,
            (0..self.story.references.len()).map(reference),
        )
    }

    /// The quotation, and on another line the kind of evidence and its places.
    fn grounds(&self, grounds: &Grounds) -> String {
        let quote = grounds
            .quote
            .as_ref()
            .map_or(String::new(), |quote| format!(" {quote}"));
        let kind = grounds.evidence.word(self.words).to_owned();
        let passages = grounds.passages.iter().map(|id| self.place(*id));
        let references = grounds
            .references
            .iter()
            .map(|id| self.reference(id.index()));
        let places: Vec<_> = [kind]
            .into_iter()
            .chain(passages)
            .chain(references)
            .collect();
        format!("{}\n  [{}]\n", quote, places.join(" · "))
    }

    /// A passage by its heading and id, and the paragraphs of the source that it is based on.
    fn place(&self, id: PassageId) -> String {
        let Passage {
            heading,
            key,
            retells,
            ..
        } = &self.story[id];
        let name = if heading.is_empty() {
            format!("({key})")
        } else {
            format!("{heading} ({key})")
        };
        if retells.is_empty() {
            return name;
        }
        let numbers: Vec<_> = retells.iter().map(u32::to_string).collect();
        let paragraphs = fill(
            self.words.page().paragraphs.of(numbers.len()),
            &[("numbers", &numbers.join(self.words.comma))],
        );
        [&name, self.words.comma, &paragraphs].concat()
    }

    fn reference(&self, index: usize) -> String {
        let reference = &self.story.references[index];
        let date = reference
            .date
            .as_ref()
            .map_or(self.words.no_date, |date| date.words());
        let link = reference
            .url
            .as_deref()
            .map_or(self.words.no_link.to_owned(), |url| format!("<{url}>"));
        format!(
            "{}, {}, {date}, {link}",
            reference.publisher, reference.title
        )
    }
}

/// A heading and the lines below it; empty if there are none.
fn section(heading: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: String = lines.collect();
    let gap = if lines.starts_with('\n') { "" } else { "\n" };
    if lines.is_empty() {
        lines
    } else {
        format!("## {heading}\n{gap}{lines}")
    }
}
