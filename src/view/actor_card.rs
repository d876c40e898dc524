//! The actors' cards: who it is, what it states on each issue and how we know, its relations and events. Knows no browser.

use super::{Ctx, Scene, evidence, on};
use crate::state::{EvidenceSet, Msg, Pick, query};
use crate::story::{ActorId, Issue, IssueId, Position, Relation};
use crate::text::strings::fill;
use yew::prelude::*;

/// All cards, closed: each opens where it stands without the program, and beside the picture with it.
pub fn cards(ctx: &Ctx, scene: &Scene) -> Html {
    html! {
        <section class="cards" id="actors" aria-labelledby="actors-title">
            <h2 id="actors-title" class="part-title">{ ctx.words.actors }</h2>
            <p class="part-note">{ ctx.sourced(ctx.words.actors_note) }</p>
            <ul class="card-list">
                { for ctx.story.each_actor().map(|(id, actor)| html! {
                    <Card key={actor.key.clone()} ctx={ctx.clone()} {id} picked={scene.is_picked(Pick::Actor(id))} hidden={scene.model.route.hidden} />
                }) }
            </ul>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CardProps {
    ctx: Ctx,
    id: ActorId,
    picked: bool,
    /// The kinds of evidence that are switched off.
    hidden: EvidenceSet,
}

/// A component of its own: of all cards only those that change are made anew, which halves the work of a click.
#[component]
fn Card(CardProps { ctx, id, picked, hidden }: &CardProps) -> Html {
    let (id, picked, hidden) = (*id, *picked, *hidden);
    let actor = &ctx.story[id];
    html! {
        <li class="card-slot">
            <details id={format!("actor-{}", actor.key)} class={classes!("card", picked.then_some("is-picked"))} open={picked}>
                <summary onclick={on::click(ctx, Msg::Toggled(Pick::Actor(id)))}>
                    <h3 class="card-name">{ &actor.name }</h3>
                    <span class="card-kind">{ format!("{} · {}", actor.kind, ctx.story[actor.group].name) }</span>
                </summary>
                <button type="button" class="card-close needs-program" onclick={on::click(ctx, Msg::Closed)}>
                    { ctx.words.close }<span class="visually-hidden">{ format!(": {}", actor.name) }</span>
                </button>
                <div class="card-body">
                    <p class="card-about">{ &actor.about }</p>
                    <p class="card-also" hidden={actor.also.is_empty()}>{ fill(ctx.words.also, &[("names", &actor.also.join(", "))]) }</p>
                    { positions(ctx, hidden, id) }
                    { relations(ctx, hidden, id) }
                    { events(ctx, hidden, id) }
                </div>
            </details>
        </li>
    }
}

fn positions(ctx: &Ctx, hidden: EvidenceSet, actor: ActorId) -> Html {
    html! {
        <section class="card-part">
            <h4>{ ctx.words.positions }</h4>
            { for ctx.story.each_issue().map(|(id, issue)| on_issue(ctx, hidden, actor, id, issue)) }
        </section>
    }
}

fn on_issue(ctx: &Ctx, hidden: EvidenceSet, actor: ActorId, id: IssueId, issue: &Issue) -> Html {
    let all: Vec<_> = query::positions(&ctx.story, actor, id).collect();
    let off = all.iter().filter(|position| !query::shown(hidden, &position.grounds)).count();
    html! {
        <div key={issue.key.clone()} class="card-issue">
            <h5><a href={format!("#issue-{}", issue.key)} onclick={on::click(ctx, Msg::ReadIssue(id))}>{ &issue.name }</a></h5>
            <p class="not-stated" hidden={!all.is_empty()}>{ ctx.sourced(ctx.words.not_stated_in) }</p>
            <ul hidden={all.is_empty()}>{ for all.iter().map(|one| position(ctx, hidden, issue, one)) }</ul>
            { switched_off(ctx, off) }
        </div>
    }
}

fn position(ctx: &Ctx, hidden: EvidenceSet, issue: &Issue, position: &Position) -> Html {
    let side = position.stance.map_or(ctx.words.no_side, |stance| &issue.scale[stance.index()].label);
    html! {
        <li class="entry" data-evidence={position.grounds.evidence.key()} hidden={!query::shown(hidden, &position.grounds)}>
            <p><strong class="side">{ side }</strong>{ " " }{ &position.text }</p>
            { evidence::quotation(ctx, &position.grounds) }
            { evidence::grounds(ctx, &position.grounds) }
        </li>
    }
}

fn switched_off(ctx: &Ctx, count: usize) -> Html {
    html! { <p class="switched-off" hidden={count == 0}>{ fill(ctx.words.entries_off, &[("count", &count.to_string())]) }</p> }
}

fn relations(ctx: &Ctx, hidden: EvidenceSet, actor: ActorId) -> Html {
    let all: Vec<_> = ctx.story.relations.iter().filter(|tie| tie.from == actor || tie.to.contains(&actor)).collect();
    let off = all.iter().filter(|tie| !query::shown(hidden, &tie.grounds)).count();
    html! {
        <section class="card-part" hidden={all.is_empty()}>
            <h4>{ ctx.words.relations }</h4>
            <ul>{ for all.iter().map(|tie| relation(ctx, hidden, tie)) }</ul>
            { switched_off(ctx, off) }
        </section>
    }
}

fn relation(ctx: &Ctx, hidden: EvidenceSet, tie: &Relation) -> Html {
    html! {
        <li class="entry" data-evidence={tie.grounds.evidence.key()} hidden={!query::shown(hidden, &tie.grounds)}>
            { self::tie(ctx, tie) }
            <p>{ &tie.text }</p>
            { evidence::quotation(ctx, &tie.grounds) }
            { evidence::grounds(ctx, &tie.grounds) }
        </li>
    }
}

/// Who, what, whom: "Zakharova speaks for Russia", the names as links.
pub fn tie(ctx: &Ctx, tie: &Relation) -> Html {
    html! {
        <p class="tie-sentence">
            { actor_link(ctx, tie.from) }{ format!(" {} ", tie.label) }
            { for tie.to.iter().enumerate().map(|(index, to)| html! {
                <span key={index}>{ if index > 0 { ", " } else { "" } }{ actor_link(ctx, *to) }</span>
            }) }
        </p>
    }
}

/// An actor's name as the link to its card.
pub fn actor_link(ctx: &Ctx, actor: ActorId) -> Html {
    let pick = Pick::Actor(actor);
    html! { <a class="actor-link" href={ctx.href(pick)} onclick={on::click(ctx, Msg::Picked(pick))}>{ &ctx.story[actor].name }</a> }
}

fn events(ctx: &Ctx, hidden: EvidenceSet, actor: ActorId) -> Html {
    let all: Vec<_> = ctx.story.each_event().filter(|(_, event)| event.actors.contains(&actor)).collect();
    let off = all.iter().filter(|(_, event)| !query::shown(hidden, &event.grounds)).count();
    html! {
        <section class="card-part" hidden={all.is_empty()}>
            <h4>{ ctx.words.events }</h4>
            <ul class="card-events">{ for all.iter().map(|(id, event)| {
                let pick = Pick::Event(*id);
                html! {
                    <li key={event.key.clone()} hidden={!query::shown(hidden, &event.grounds)}>
                        <a href={ctx.href(pick)} onclick={on::click(ctx, Msg::Picked(pick))}>{ &event.title }</a>{ " " }
                        { evidence::mark(ctx, event.grounds.evidence) }
                    </li>
                }
            }) }</ul>
            { switched_off(ctx, off) }
        </section>
    }
}
