//! `standpoint embed-code`: the code that a newsroom pastes into an article to embed a published
//! story.

use super::build::sound;
use super::output::{Outcome, print};
use crate::layout::Content;
use crate::site::base::Base;
use crate::site::meta::{EMBED, PREVIEW};
use crate::state::Route;
use crate::state::share::{Embed, Item, text, with_fragment};
use crate::story::Story;
use anyhow::{Result, bail};
use std::path::PathBuf;
use url::form_urlencoded::byte_serialize;

/// The options that a page reads from its address; docs/options.md describes them.
const OPTIONS: [&str; 7] = [
    "view", "lang", "theme", "accent", "issue", "readings", "chrome",
];

/// Prints the code that a newsroom pastes into an article to embed a published story.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder with the story.toml and the article.md of the story.
    #[arg(value_name = "STORY")]
    story: PathBuf,
    /// Where its page is published: https://example.org/talks/ or
    /// https://example.org/talks/index.html
    #[arg(long, value_name = "URL", value_parser = Base::of_page)]
    url: Base,
    /// Print only this code.
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// What is picked when the page opens: the part after # of a link to that state, as in
    /// actor-russia.
    #[arg(long, value_name = "FRAGMENT")]
    goto: Option<String>,
    /// Options of the page, as in theme=dark view=map.
    #[arg(long, value_name = "KEY=VALUE", num_args = 1.., value_parser = option)]
    options: Vec<(String, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    /// A plain frame, for any content system.
    Frame,
    /// For pages that have pym.js already.
    Pym,
    /// The address alone on a line: WordPress asks the page for the rest.
    Wordpress,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Frame, Self::Pym, Self::Wordpress];

    fn item(self) -> Item {
        match self {
            Self::Frame => Item::Frame,
            Self::Pym => Item::Pym,
            Self::Wordpress => Item::Oembed,
        }
    }

    fn description(self) -> &'static str {
        match self {
            Self::Frame => "A plain frame, for any content system",
            Self::Pym => "For pages that have pym.js already",
            Self::Wordpress => {
                "For WordPress and others that ask the page itself: this address alone on a line (needs a site built with --base-url)"
            }
        }
    }
}

fn option(argument: &str) -> Result<(String, String), String> {
    let (key, value) = argument.split_once('=').ok_or("write it as key=value")?;
    if !OPTIONS.contains(&key) {
        return Err(format!(
            "there is no option {key:?}; there are {}",
            OPTIONS.join(", ")
        ));
    }
    Ok((key.into(), value.into()))
}

pub fn run(args: &Args) -> Result<Outcome> {
    let Some(stories) = sound(std::slice::from_ref(&args.story))? else {
        return Ok(Outcome::Faulty);
    };
    for story in stories {
        let route = route(args, &story)?;
        let content = Content::of(story);
        let frame = with_fragment(
            &(args.url.join(EMBED) + &query(args, |_| true)),
            &route.framed_fragment(&content.story),
        );
        // The link leads to the whole page, even if the frame leaves parts out.
        let page = args.url.join("index.html") + &query(args, |key| key == "lang");
        let link = with_fragment(&page, &route.fragment(&content.story));
        // The heights are estimates for the whole page.
        let whole = !args
            .options
            .iter()
            .any(|(key, _)| ["view", "chrome"].contains(&key.as_str()));
        let heights = if whole { &content.heights[..] } else { &[] };
        let (title, image) = (&content.story.title, args.url.join(PREVIEW));
        let embed = Embed {
            frame: &frame,
            link: &link,
            title,
            image: Some(&image),
            heights,
        };
        print(&match args.kind {
            Some(kind) => text(&embed, kind.item()) + "\n",
            None => Kind::ALL
                .map(|kind| format!("{}:\n\n{}\n", kind.description(), text(&embed, kind.item())))
                .join("\n"),
        })?;
    }
    Ok(Outcome::Done)
}

/// Some of the options as `?theme=dark`; empty without any.
fn query(args: &Args, is_wanted: impl Fn(&str) -> bool) -> String {
    let encoded = |value: &str| byte_serialize(value.as_bytes()).collect::<String>();
    let wanted = args.options.iter().filter(|(key, _)| is_wanted(key));
    let pairs: Vec<String> = wanted
        .map(|(key, value)| format!("{key}={}", encoded(value)))
        .collect();
    if pairs.is_empty() {
        String::new()
    } else {
        format!("?{}", pairs.join("&"))
    }
}

/// The state in which the page opens.
fn route(args: &Args, story: &Story) -> Result<Route> {
    let Some(wanted) = &args.goto else {
        return Ok(Route::default());
    };
    match Route::parse(story, wanted) {
        Some(route) if route != Route::default() => Ok(route),
        _ => bail!(
            "{wanted:?} leads nowhere in this story; copy the part behind # from the address of its page"
        ),
    }
}
