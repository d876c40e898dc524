//! The panel "Share or embed": the link to what is shown, and codes for other pages.
//!
//! Its classes and ids begin with `pass-on`, because content blockers hide elements that are named
//! `share-panel`, `share-options` and the like.

use super::ctx::{Ctx, Scene};
use super::on;
use crate::state::share::{self, Embed, Item, PARTS, Share, Theme};
use crate::state::{Model, Msg};
use yew::prelude::*;

/// The button that opens and closes the panel.
pub fn button(ctx: &Ctx, model: &Model) -> Html {
    let panel = model.share.unwrap_or_default();
    let (open, next) = (panel.open, panel.opened(!panel.open));
    html! {
        <button type="button" class="pass-on-open needs-program" aria-expanded={open.to_string()} onclick={on::click(ctx, Msg::Share(next))}>
            { ctx.say(ctx.words.pass_on) }
        </button>
    }
}

/// Always in the page, hidden and empty until it is opened.
pub fn panel(ctx: &Ctx, scene: &Scene) -> Html {
    let open = scene.model.share.filter(|panel| panel.open);
    let class = if open.is_some() {
        "card pass-on is-picked"
    } else {
        "card pass-on"
    };
    html! {
        <div {class} hidden={open.is_none()} role={open.map(|_| "dialog")} aria-label={open.map(|_| ctx.words.pass_on)}
            lang={ctx.lang()} dir={ctx.dir()}>
            if let Some(panel) = open {
                <h2 class="card-name">{ ctx.words.pass_on }</h2>
                <button type="button" class="card-close" onclick={on::click(ctx, Msg::Share(panel.opened(false)))}>
                    { ctx.words.close }{ of(ctx.words.pass_on) }
                </button>
                <div class="card-body">
                    { field(ctx, scene.model, panel, Item::Link) }
                    <h3>{ ctx.words.pass_on_embed }</h3>
                    { choices(ctx, panel) }
                    { for Item::CODES.map(|item| field(ctx, scene.model, panel, item)) }
                </div>
            }
        </div>
    }
}

/// Whether copying worked, in words; empty before.
pub fn result(ctx: &Ctx, panel: &Share) -> &'static str {
    match panel.copied {
        Some((_, Some(done))) => ctx.words.pass_on_results[usize::from(!done)],
        _ => "",
    }
}

/// The text of a field.
pub fn text(ctx: &Ctx, model: &Model, panel: Share, item: Item) -> String {
    let place = &*model.place;
    let [link, frame] =
        [Item::Link, Item::Frame].map(|item| panel.address(item, place, &ctx.story, &model.route));
    let embed = Embed {
        frame: &frame,
        link: &link,
        title: &ctx.story.title,
        image: place.image.as_deref(),
        // The heights are estimates for the whole page.
        heights: if panel.is_whole() {
            &ctx.content.heights
        } else {
            &[]
        },
    };
    share::text(&embed, item)
}

/// A text, the button that copies it, and whether that worked.
fn field(ctx: &Ctx, model: &Model, panel: Share, item: Item) -> Html {
    let name = ctx.words.pass_on_items[item as usize];
    let copy = Share {
        copied: Some((item, None)),
        ..panel
    };
    let shown = panel.copied.is_some_and(|(copied, _)| copied == item);
    html! {
        <div key={item.id()} class="pass-on-item">
            <label for={item.id()}>{ name }</label>
            <textarea id={item.id()} readonly=true spellcheck="false" value={text(ctx, model, panel, item)} />
            <button type="button" onclick={on::click(ctx, Msg::Share(copy))}>{ ctx.words.copy }{ of(name) }</button>
            <span class="pass-on-result">{ if shown { result(ctx, &panel) } else { "" } }</span>
        </div>
    }
}

/// What a button is for; without this only its position says it.
fn of(name: &str) -> Html {
    html! { <span class="visually-hidden">{ String::from(": ") + name }</span> }
}

fn choices(ctx: &Ctx, panel: Share) -> Html {
    let words = ctx.words;
    let parts = [words.text, words.map, words.timeline, words.actors];
    let theme = |theme: Theme| {
        let next = Share {
            theme,
            copied: None,
            ..panel
        };
        choice(
            ctx,
            [
                "radio",
                "theme",
                theme.key(),
                words.pass_on_themes[theme as usize],
            ],
            panel.theme == theme,
            Some(next),
        )
    };
    let part = |part: usize| {
        choice(
            ctx,
            ["checkbox", "part", PARTS[part], parts[part]],
            !panel.left_out[part],
            panel.toggled(part),
        )
    };
    let bare = Share {
        bare: !panel.bare,
        copied: None,
        ..panel
    };
    html! {
        <>
            <fieldset class="pass-on-choice">
                <legend>{ words.pass_on_theme }</legend>
                <div class="pass-on-options">{ for Theme::ALL.map(theme) }</div>
            </fieldset>
            <fieldset class="pass-on-choice">
                <legend>{ words.pass_on_parts }</legend>
                <div class="pass-on-options">
                    { for [0, 1, 2, 3].map(part) }
                    { choice(ctx, ["checkbox", "part", "chrome", words.pass_on_chrome], !panel.bare, Some(bare)) }
                </div>
            </fieldset>
        </>
    }
}

fn choice(
    ctx: &Ctx,
    [kind, group, key, name]: [&'static str; 4],
    checked: bool,
    next: Option<Share>,
) -> Html {
    html! {
        <label {key} class="choice">
            <input type={kind} name={group} value={key} {checked} disabled={next.is_none()}
                onchange={on::change(ctx, Msg::Share(next.unwrap_or_default()))} />
            { name }
        </label>
    }
}
