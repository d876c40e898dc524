//! How we know, made visible: the mark of an evidence kind, a quotation, and where to look an entry
//! up.

use super::Ctx;
use crate::locale::strings::fill;
use crate::state::Pick;
use crate::story::{Evidence, Grounds, PassageId, ReferenceId};
use yew::prelude::*;

/// The word of a kind with its line sample; both tell it without colour.
pub fn mark(ctx: &Ctx, evidence: Evidence) -> Html {
    html! {
        <span class="evidence" data-evidence={evidence.key()}>
            <span class="evidence-line" aria-hidden="true"></span>
            { ctx.say(evidence.word(ctx.words)) }
        </span>
    }
}

/// The quotation of an entry; hidden where there is none.
pub fn quotation(grounds: &Grounds) -> Html {
    html! { <blockquote class="quotation" hidden={grounds.quote.is_none()}>{ grounds.quote.as_deref().unwrap_or_default() }</blockquote> }
}

/// The evidence word, "where in the article", and the references of an entry, on one line.
pub fn grounds(ctx: &Ctx, grounds: &Grounds) -> Html {
    html! {
        <p class="grounds">
            { mark(ctx, grounds.evidence) }
            { for grounds.passages.iter().map(|id| passage_link(ctx, *id)) }
            { for grounds.references.iter().map(|id| reference(ctx, *id)) }
        </p>
    }
}

fn passage_link(ctx: &Ctx, id: PassageId) -> Html {
    let pick = Pick::Passage(id);
    html! {
        <a key={format!("passage-{}", id.index())} class="where" href={ctx.href(pick)}>
            { where_in(ctx, id) }
        </a>
    }
}

/// "Where in the article: The talks".
fn where_in(ctx: &Ctx, id: PassageId) -> Html {
    let (source, passage) = (
        ("source", ctx.story.source.name.as_str()),
        ("passage", passage_name(ctx, id)),
    );
    if ctx.story[id].heading.is_empty() {
        // Its name is the interface's.
        return ctx.sentence(
            &fill(ctx.words.where_in, &[("source", "{source}"), passage]),
            &[source],
        );
    }
    ctx.sentence(ctx.words.where_in, &[source, passage])
}

/// The heading of a passage, or the interface's word for one without: the opening, or the ending.
pub fn passage_name(ctx: &Ctx, id: PassageId) -> &str {
    match ctx.story[id].heading.as_str() {
        "" if id.index() > 0 && id.index() + 1 == ctx.story.passages.len() => ctx.words.ending,
        "" => ctx.words.opening,
        heading => heading,
    }
}

/// Publisher, title and date of a reference, linked where it has an address.
pub fn reference(ctx: &Ctx, id: ReferenceId) -> Html {
    let reference = &ctx.story[id];
    let texts = [&reference.publisher, &reference.title]
        .into_iter()
        .filter(|text| !text.is_empty());
    let date = reference
        .date
        .as_ref()
        .map(|date| ctx.say(date.words().to_owned()));
    let named = joined(texts.map(|text| ctx.isolated(text)).chain(date));
    html! {
        <cite key={format!("reference-{}", id.index())} class="reference">{ maybe_link(reference.url.clone(), named) }</cite>
    }
}

/// Several things with commas between.
pub fn joined(parts: impl Iterator<Item = Html>) -> Html {
    parts
        .enumerate()
        .map(|(index, part)| html! { <>{ if index > 0 { ", " } else { "" } }{ part }</> })
        .collect()
}

/// A link out where there is an address, the same words where there is none; one element either
/// way. It opens a window of its own, because in a frame it would take this page's place.
pub fn maybe_link(url: Option<String>, words: Html) -> Html {
    match url {
        Some(url) => {
            html! { <a href={url} target="_blank" rel="noopener noreferrer">{ words }</a> }
        }
        None => html! { <span>{ words }</span> },
    }
}
