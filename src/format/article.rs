//! Makes passages of the article's markup: evidence marks, mentions and links.

use super::names::{Kind, Names, all};
use super::place::in_article;
use super::{meant, near};
use crate::format::link;
use crate::format::markdown::{self, Article, Section, Style, Words};
use crate::story::{ActorId, EventId, Evidence, IssueId, Passage, Span, Statement};

/// The passages, when all of the article could be read.
pub(super) fn passages(names: &mut Names, article: &Article) -> Option<Vec<Passage>> {
    all(article
        .sections
        .iter()
        .map(|section| passage(names, section)))
}

fn passage(names: &mut Names, section: &Section) -> Option<Passage> {
    let paragraphs = section.paragraphs.iter().map(|paragraph| {
        let statements = paragraph.statements.iter();
        all(statements.map(|said| statement(names, said)))
    });
    let paragraphs = all(paragraphs);
    Some(Passage {
        key: section.id.as_ref()?.words.clone(),
        heading: section.heading.trim().into(),
        retells: Vec::new(),
        paragraphs: paragraphs?,
    })
}

fn statement(names: &mut Names, said: &markdown::Statement) -> Option<Statement> {
    let evidence = match &said.mark {
        Some(word) => mark(names, word).map(Some),
        None => Some(None),
    };
    let spans = all(said.elements().map(|(run, words)| span(names, run, words)));
    Some(Statement {
        evidence: evidence?,
        spans: spans?,
    })
}

fn mark(names: &mut Names, word: &Words) -> Option<Evidence> {
    let evidence = Evidence::from_key(&word.words);
    if evidence.is_none() {
        let (hint, meant) = meant::word_hint(&word.words, &Evidence::ALL.map(Evidence::key));
        let message = format!("“{}” is not a kind of evidence", near::cut(&word.words));
        names.wrong(
            "unknown-mark",
            in_article(&word.at),
            message,
            hint,
            meant.map(|meant| format!("{{{meant}}}")),
        );
    }
    evidence
}

fn span(names: &mut Names, run: &markdown::Run, words: String) -> Option<Span> {
    let href = match &run.style {
        Style::Plain => return Some(Span::Text(words)),
        Style::Strong => return Some(Span::Strong(words)),
        Style::Emphasis => return Some(Span::Emphasis(words)),
        Style::Link(href) => href,
    };
    let at = in_article(&run.element);
    let written = |scheme: &str, id: &str| {
        markdown::link(run, &words, &format!("{scheme}:{id}")).unwrap_or_default()
    };
    match link::scheme(href) {
        Some(("actor", id)) => {
            let found = names.find(Kind::Actor, id, at, |near| written("actor", near))?;
            Some(Span::Actor(ActorId::new(found), words))
        }
        Some(("event", id)) => {
            let found = names.find(Kind::Event, id, at, |near| written("event", near))?;
            Some(Span::Event(EventId::new(found), words))
        }
        Some(("issue", id)) => {
            let found = names.find(Kind::Issue, id, at, |near| written("issue", near))?;
            Some(Span::Issue(IssueId::new(found), words))
        }
        Some((scheme, id))
            if let Some(near) = near::nearest(scheme, &["actor", "event", "issue"]) =>
        {
            let better = markdown::link(run, &words, &format!("{near}:{id}"));
            let hint = format!("did you mean `{near}:{id}`?");
            names.wrong(
                "bad-link",
                at,
                format!("a link cannot start with `{scheme}:`"),
                hint,
                better,
            );
            None
        }
        _ => {
            let sound = names.address(href, at, |href| markdown::link(run, &words, href));
            sound.then(|| Span::Link(href.clone(), words))
        }
    }
}
