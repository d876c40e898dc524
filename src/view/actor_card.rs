//! The actors' cards: who the actor is, its position on each issue with the evidence, its relations
//! and events.

use super::ctx::{Ctx, Scene};
use super::kind::{Kind, PartState};
use super::part::part;
use super::{evidence, on};
use crate::locale::strings::fill;
use crate::state::{Msg, Pick, query};
use crate::story::{ActorId, Issue, IssueId, Position, Relation};
use yew::prelude::*;

/// All cards, closed. Without the program a card opens in place, with it beside the map.
pub fn cards(ctx: &Ctx, scene: &Scene) -> Html {
    html! {
        <section class="cards" id="actors" aria-labelledby="actors-title">
            <h2 id="actors-title" class="part-title">{ ctx.say(ctx.words.actors) }</h2>
            <p class="part-note">{ ctx.sourced(ctx.words.actors_note) }</p>
            <ul class="card-list">
                { for ctx.story.each_actor().map(|(id, _)| part(ctx, scene, Kind::Card(id))) }
            </ul>
        </section>
    }
}

/// A card; `inside` shows when it is open.
pub fn card(ctx: &Ctx, look: PartState, id: ActorId, inside: Html) -> Html {
    let (actor, picked) = (&ctx.story[id], look.picked);
    let class = classes!("card", picked.then_some("is-picked"));
    let toggle = on::click(ctx, Msg::Toggled(Pick::Actor(id)));
    let name = query::told_apart(&ctx.story, id, &actor.name);
    html! {
        <li class="card-slot">
            <details id={format!("actor-{}", actor.key)} {class} open={picked}>
                <summary onclick={toggle.clone()}>
                    <h3 class="card-name">{ ctx.isolated(&actor.name) }</h3>
                    <span class="card-kind">{ kind_and_group(ctx, id) }</span>
                </summary>
                <button type="button" class="card-close needs-program" onclick={toggle}>
                    { ctx.say(ctx.words.close) }
                    <span class="visually-hidden">{ ": " }{ ctx.isolated(&name) }</span>
                </button>
                { inside }
            </details>
        </li>
    }
}

/// "state · European countries".
pub fn kind_and_group(ctx: &Ctx, id: ActorId) -> Html {
    let actor = &ctx.story[id];
    let group = &ctx.story[actor.group].name;
    html! { <>{ ctx.isolated(&actor.kind) }{ " · " }{ ctx.isolated(group) }</> }
}

/// What an open card shows.
pub fn body(ctx: &Ctx, look: PartState, id: ActorId) -> Html {
    let actor = &ctx.story[id];
    html! {
        <div class="card-body">
            <p class="card-about">{ &actor.about }</p>
            <p class="card-also" hidden={actor.also.is_empty()}>
                { ctx.listing(ctx.words.also, &actor.also) }
            </p>
            { positions(ctx, look, id) }
            { relations(ctx, look, id) }
            { events(ctx, look, id) }
        </div>
    }
}

fn positions(ctx: &Ctx, look: PartState, actor: ActorId) -> Html {
    html! {
        <section class="card-part">
            <h4>{ ctx.say(ctx.words.positions) }</h4>
            { for ctx.story.each_issue().map(|(id, issue)| on_issue(ctx, look, actor, id, issue)) }
        </section>
    }
}

fn on_issue(ctx: &Ctx, look: PartState, actor: ActorId, id: IssueId, issue: &Issue) -> Html {
    let all: Vec<_> = query::positions(&ctx.story, actor, id).collect();
    let off = all
        .iter()
        .filter(|position| !look.shows(&position.grounds))
        .count();
    html! {
        <div key={issue.key.clone()} class="card-issue">
            <h5><a href={format!("#issue-{}", issue.key)}>{ &issue.name }</a></h5>
            <p class="not-stated" hidden={!all.is_empty()}>
                { ctx.sourced(ctx.words.not_stated_in) }
            </p>
            <ul hidden={all.is_empty()}>
                { for all.iter().map(|each| position(ctx, look, issue, each)) }
            </ul>
            { switched_off(ctx, off) }
        </div>
    }
}

fn position(ctx: &Ctx, look: PartState, issue: &Issue, position: &Position) -> Html {
    // A statement that takes no side has no stance before it.
    let side = position
        .stance
        .map(|stance| ctx.isolated(&issue.scale[stance.index()].label));
    let grounds = &position.grounds;
    html! {
        <li class="entry" data-evidence={grounds.evidence.key()} hidden={!look.shows(grounds)}>
            <p>
                <strong class="side" hidden={side.is_none()}>{ side.unwrap_or_default() }</strong>
                { " " }{ &position.text }
            </p>
            { evidence::quotation(grounds) }
            { evidence::grounds(ctx, grounds) }
        </li>
    }
}

fn switched_off(ctx: &Ctx, count: usize) -> Html {
    let note = fill(ctx.words.entries_off, &[("count", &count.to_string())]);
    html! { <p class="switched-off" hidden={count == 0}>{ ctx.say(note) }</p> }
}

fn relations(ctx: &Ctx, look: PartState, actor: ActorId) -> Html {
    let all: Vec<_> = ctx
        .story
        .relations
        .iter()
        .filter(|tie| tie.from == actor || tie.to.contains(&actor))
        .collect();
    let off = all.iter().filter(|tie| !look.shows(&tie.grounds)).count();
    html! {
        <section class="card-part" hidden={all.is_empty()}>
            <h4>{ ctx.say(ctx.words.relations) }</h4>
            <ul>{ for all.iter().map(|tie| relation(ctx, look, tie)) }</ul>
            { switched_off(ctx, off) }
        </section>
    }
}

fn relation(ctx: &Ctx, look: PartState, tie: &Relation) -> Html {
    let grounds = &tie.grounds;
    html! {
        <li class="entry" data-evidence={grounds.evidence.key()} hidden={!look.shows(grounds)}>
            { self::tie(ctx, tie) }
            <p>{ &tie.text }</p>
            { evidence::quotation(grounds) }
            { evidence::grounds(ctx, grounds) }
        </li>
    }
}

/// A relation as a sentence, like [`crate::story::Story::relation_sentence`], with names as links.
pub fn tie(ctx: &Ctx, tie: &Relation) -> Html {
    let target = |(index, to): (usize, &ActorId)| {
        html! {
            <span key={index}>
                { ctx.say(ctx.words.separator(index, tie.to.len())) }
                { link(ctx, *to, ctx.story[*to].within()) }
            </span>
        }
    };
    html! {
        <p class="tie-sentence">
            { link(ctx, tie.from, &ctx.story[tie.from].beginning()) }
            { " " }{ ctx.isolated(&tie.label) }{ " " }
            { for tie.to.iter().enumerate().map(target) }
        </p>
    }
}

/// An actor's name as the link to its card.
pub fn actor_link(ctx: &Ctx, actor: ActorId) -> Html {
    link(ctx, actor, &ctx.story[actor].name)
}

fn link(ctx: &Ctx, actor: ActorId, name: &str) -> Html {
    let name = query::told_apart(&ctx.story, actor, name);
    let href = ctx.href(Pick::Actor(actor));
    html! { <a class="actor-link" {href}>{ ctx.isolated(&name) }</a> }
}

fn events(ctx: &Ctx, look: PartState, actor: ActorId) -> Html {
    let all: Vec<_> = ctx
        .story
        .each_event()
        .filter(|(_, event)| event.actors.contains(&actor))
        .collect();
    let off = all
        .iter()
        .filter(|(_, event)| !look.shows(&event.grounds))
        .count();
    html! {
        <section class="card-part" hidden={all.is_empty()}>
            <h4>{ ctx.say(ctx.words.events) }</h4>
            <ul class="card-events">{ for all.iter().map(|(id, event)| {
                let pick = Pick::Event(*id);
                html! {
                    <li key={event.key.clone()} hidden={!look.shows(&event.grounds)}>
                        <a href={ctx.href(pick)}>{ ctx.isolated(&event.title) }</a>{ " " }
                        { evidence::mark(ctx, event.grounds.evidence) }
                    </li>
                }
            }) }</ul>
            { switched_off(ctx, off) }
        </section>
    }
}
