//! The panel "Share or embed": the link to what is shown, and codes for other pages. Knows no
//! browser and no clipboard. Its classes do not say what it is for: lists against advertising hide
//! what is called so.

use super::{Ctx, Scene, on};
use crate::state::embed::{Code, Embed, code};
use crate::state::sharing::{Item, PARTS, Sharing, Theme};
use crate::state::{Model, Msg};
use yew::prelude::*;

/// What opens the panel, and closes it again.
pub fn button(ctx: &Ctx, model: &Model) -> Html {
    let sharing = model.sharing.unwrap_or_default();
    let (open, next) = (sharing.open, sharing.opened(!sharing.open));
    html! {
        <button type="button" class="pass-on-open needs-program" aria-expanded={open.to_string()} onclick={on::click(ctx, Msg::Sharing(next))}>
            { ctx.say(ctx.words.pass_on) }
        </button>
    }
}

/// Always in the page, hidden and empty until it is opened.
pub fn panel(ctx: &Ctx, scene: &Scene) -> Html {
    let open = scene.model.sharing.filter(|sharing| sharing.open);
    let class = if open.is_some() {
        "card pass-on is-picked"
    } else {
        "card pass-on"
    };
    html! {
        <div {class} hidden={open.is_none()} role={open.map(|_| "dialog")} aria-label={open.map(|_| ctx.words.pass_on)}
            lang={ctx.lang()} dir={ctx.dir()}>
            if let Some(sharing) = open {
                <h2 class="card-name">{ ctx.words.pass_on }</h2>
                <button type="button" class="card-close" onclick={on::click(ctx, Msg::Sharing(sharing.opened(false)))}>
                    { ctx.words.close }{ of(ctx.words.pass_on) }
                </button>
                <div class="card-body">
                    { field(ctx, scene.model, sharing, Item::Link) }
                    <h3>{ ctx.words.pass_on_embed }</h3>
                    { choices(ctx, sharing) }
                    { for Item::CODES.map(|item| field(ctx, scene.model, sharing, item)) }
                </div>
            }
        </div>
    }
}

/// Whether copying worked, in words; empty while nothing was copied.
pub fn result(ctx: &Ctx, sharing: &Sharing) -> &'static str {
    match sharing.copied {
        Some((_, Some(done))) => ctx.words.pass_on_results[usize::from(!done)],
        _ => "",
    }
}

/// The text of a field.
pub fn text(ctx: &Ctx, model: &Model, sharing: Sharing, item: Item) -> String {
    let place = &*model.place;
    let [link, frame] = [Item::Link, Item::Frame]
        .map(|item| sharing.address(item, place, &ctx.story, &model.route));
    let embed = Embed {
        frame: &frame,
        link: &link,
        title: &ctx.story.title,
        image: place.image.as_deref(),
        // Of a page without some of its parts no height is estimated.
        heights: if sharing.is_whole() {
            &ctx.content.heights
        } else {
            &[]
        },
    };
    match item {
        Item::Link => link,
        Item::Frame => code(&embed, Code::Frame),
        Item::Pym => code(&embed, Code::Pym),
        Item::Oembed => code(&embed, Code::Oembed),
    }
}

/// A text with the button that copies it, and how that went.
fn field(ctx: &Ctx, model: &Model, sharing: Sharing, item: Item) -> Html {
    let name = ctx.words.pass_on_items[item as usize];
    let copy = Sharing {
        copied: Some((item, None)),
        ..sharing
    };
    let shown = sharing.copied.is_some_and(|(copied, _)| copied == item);
    html! {
        <div key={item.id()} class="pass-on-item">
            <label for={item.id()}>{ name }</label>
            <textarea id={item.id()} readonly=true spellcheck="false" value={text(ctx, model, sharing, item)} />
            <button type="button" onclick={on::click(ctx, Msg::Sharing(copy))}>{ ctx.words.copy }{ of(name) }</button>
            <span class="pass-on-result">{ if shown { result(ctx, &sharing) } else { "" } }</span>
        </div>
    }
}

/// What a button is for, where only its place tells.
fn of(name: &str) -> Html {
    html! { <span class="visually-hidden">{ String::from(": ") + name }</span> }
}

fn choices(ctx: &Ctx, sharing: Sharing) -> Html {
    let words = ctx.words;
    let parts = [words.text, words.map, words.timeline, words.actors];
    let theme = |theme: Theme| {
        let next = Sharing {
            theme,
            copied: None,
            ..sharing
        };
        choice(
            ctx,
            [
                "radio",
                "theme",
                theme.key(),
                words.pass_on_themes[theme as usize],
            ],
            sharing.theme == theme,
            Some(next),
        )
    };
    let part = |part: usize| {
        choice(
            ctx,
            ["checkbox", "part", PARTS[part], parts[part]],
            !sharing.left_out[part],
            sharing.toggled(part),
        )
    };
    let bare = Sharing {
        bare: !sharing.bare,
        copied: None,
        ..sharing
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
                    { choice(ctx, ["checkbox", "part", "chrome", words.pass_on_chrome], !sharing.bare, Some(bare)) }
                </div>
            </fieldset>
        </>
    }
}

fn choice(
    ctx: &Ctx,
    [kind, group, key, name]: [&'static str; 4],
    checked: bool,
    next: Option<Sharing>,
) -> Html {
    html! {
        <label {key} class="choice">
            <input type={kind} name={group} value={key} {checked} disabled={next.is_none()}
                onchange={on::change(ctx, Msg::Sharing(next.unwrap_or_default()))} />
            { name }
        </label>
    }
}
