//! The map as text: every relation as a sentence, every stance in a table. For screen readers, for
//! print, without script.

use crate::state::query::{self, Standing};
use crate::story::{ActorId, Issue, IssueId};
use crate::view::part::PartState;
use crate::view::{Ctx, actor_card, evidence};
use yew::prelude::*;

pub fn as_text(ctx: &Ctx, look: PartState) -> Html {
    html! {
        <details class="map-text">
            <summary>{ ctx.say(ctx.words.map_text) }</summary>
            <ul class="map-relations">
                { for ctx.story.each_relation().map(|(id, tie)| html! {
                    <li key={id.index()} hidden={!look.shows(&tie.grounds)}>{ actor_card::tie(ctx, tie) }{ evidence::mark(ctx, tie.grounds.evidence) }</li>
                }) }
            </ul>
            <div class="map-table" role="region" aria-label={ctx.words.positions} lang={ctx.lang()} tabindex="0">
                <table lang={ctx.own_lang()}>
                    <thead><tr>
                        <th scope="col">{ ctx.say(ctx.words.actors) }</th>
                        { for ctx.story.each_issue().map(|(_, issue)| html! { <th key={issue.key.clone()} scope="col" id={format!("issue-{}", issue.key)}>{ &issue.name }</th> }) }
                    </tr></thead>
                    <tbody>{ for ctx.story.each_actor().map(|(id, _)| row(ctx, look, id)) }</tbody>
                </table>
            </div>
        </details>
    }
}

fn row(ctx: &Ctx, look: PartState, actor: ActorId) -> Html {
    html! {
        <tr key={actor.index()}>
            <th scope="row">{ actor_card::actor_link(ctx, actor) }</th>
            { for ctx.story.each_issue().map(|(id, issue)| cell(ctx, look, actor, id, issue)) }
        </tr>
    }
}

fn cell(ctx: &Ctx, look: PartState, actor: ActorId, id: IssueId, issue: &Issue) -> Html {
    let (words, kind) = match query::standing(&ctx.story, look.hidden, actor, id) {
        Standing::At(stance, kind) => {
            (ctx.isolated(&issue.scale[stance.index()].label), Some(kind))
        }
        Standing::NoSide(kind) => (ctx.say(ctx.words.no_side), Some(kind)),
        Standing::Hidden => (ctx.say(ctx.words.apart[1]), None),
        Standing::NotStated => (ctx.say(ctx.words.not_stated), None),
    };
    html! { <td key={issue.key.clone()}>{ words }{ " " }{ for kind.map(|kind| evidence::mark(ctx, kind)) }</td> }
}
