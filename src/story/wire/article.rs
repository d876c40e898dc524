//! Makes passages of the article's markup: evidence marks, mentions and links. Knows no markdown.

use super::names::{Kind, Names, all};
use super::{in_article, near};
use crate::diag::Diagnostic;
use crate::story::{ActorId, EventId, Evidence, IssueId, Passage, Span, Statement};
use crate::text::inline::{self, Article, Look, Section, Words};
use crate::text::link;

/// The passages, when all of the article could be read.
pub(super) fn passages(names: &mut Names, article: &Article) -> Option<Vec<Passage>> {
    all(article.sections.iter().map(|section| passage(names, section)))
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

fn statement(names: &mut Names, said: &inline::Statement) -> Option<Statement> {
    let evidence = match &said.mark {
        Some(word) => mark(names, word).map(Some),
        None => Some(None),
    };
    let spans = all(said.elements().map(|(run, words)| span(names, run, words)));
    Some(Statement { evidence: evidence?, spans: spans? })
}

fn mark(names: &mut Names, word: &Words) -> Option<Evidence> {
    let evidence = Evidence::from_key(&word.words);
    if evidence.is_none() {
        let hint = near::hint(word.words.trim(), &Evidence::ALL.map(Evidence::key), "it is one of");
        let message = format!("“{}” is not a kind of evidence", word.words);
        let meant = Evidence::from_key(&word.words.trim().to_lowercase());
        let replacement = meant.map(|kind| format!("{{{}}}", kind.key()));
        let found = Diagnostic::error("unknown-mark", Some(in_article(&word.at)), message, hint);
        names.found.push(Diagnostic { replacement, ..found });
    }
    evidence
}

fn span(names: &mut Names, run: &inline::Run, words: String) -> Option<Span> {
    let href = match &run.look {
        Look::Plain => return Some(Span::Text(words)),
        Look::Strong => return Some(Span::Strong(words)),
        Look::Emphasis => return Some(Span::Emphasis(words)),
        Look::Link(href) => href,
    };
    let at = in_article(&run.element);
    match link::scheme(href) {
        Some(("actor", id)) => Some(Span::Actor(ActorId::new(names.find(Kind::Actor, id, at)?), words)),
        Some(("event", id)) => Some(Span::Event(EventId::new(names.find(Kind::Event, id, at)?), words)),
        Some(("issue", id)) => Some(Span::Issue(IssueId::new(names.find(Kind::Issue, id, at)?), words)),
        Some((scheme, id)) if let Some(near) = near::nearest(scheme, &["actor", "event", "issue"]) => {
            let message = format!("a link cannot start with `{scheme}:`");
            let replacement = inline::link(run, &words, &format!("{near}:{id}"));
            let found = Diagnostic::error("bad-link", Some(at), message, format!("did you mean `{near}:{id}`?"));
            names.found.push(Diagnostic { replacement, ..found });
            None
        }
        _ => {
            let sound = names.address(href, at, |href| inline::link(run, &words, href));
            sound.then(|| Span::Link(href.clone(), words))
        }
    }
}
