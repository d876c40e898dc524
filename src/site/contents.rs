//! The page of contents of a site with several stories: plain links, without a program.

use super::meta::{self, Publication};
use super::page::{Shell, document, head, linked};
use super::policy::policy;
use super::prerender::markup;
use crate::locale::Strings;
use crate::locale::direction::direction;
use crate::locale::strings::{counted, fill};
use crate::story::Story;
use yew::prelude::*;

/// Lists the stories in the given order, in the language of the first; `styles` are the style
/// sheets' relative addresses.
pub fn contents<'a>(
    stories: impl ExactSizeIterator<Item = &'a Story> + Clone,
    styles: &[String],
    published: Option<&Publication>,
) -> String {
    let words = Strings::of(stories.clone().next().map_or("en", |story| &story.lang));
    let note = counted(words.page().contents_note, stories.len());
    let (none, meta) = (
        String::new(),
        meta::contents(words.page().contents, &note, published),
    );
    let style = styles.iter().map(linked).collect::<Vec<_>>().join("\n");
    let shell = Shell {
        first: none.clone(),
        policy: policy().into(),
        scripts: none,
        style,
        meta,
    };
    let head = head(words.lang, words.page().contents, &note, &shell);
    let main = html! {
        <main class="contents">
            <header class="contents-head">
                <h1>{ words.page().contents }</h1>
                <p class="contents-note">{ note }</p>
            </header>
            <ul class="contents-list" role="list">{ for stories.map(|story| entry(story, words)) }</ul>
        </main>
    };
    document(&head, &markup(main))
}

/// A story in its own language, with its counts in the language of the page.
fn entry(story: &Story, words: &Strings) -> Html {
    let updated = fill(words.page().data_of, &[("date", story.updated.words())]);
    let counts = [
        counted(words.page().count_actors, story.actors.len()),
        counted(words.page().count_positions, story.positions.len()),
        counted(words.page().count_events, story.events.len()),
        updated,
    ];
    let (lang, dir) = (story.lang.clone(), direction(&story.lang));
    html! {
        <li class="contents-story">
            <h2 lang={lang.clone()} {dir}>
                <a href={format!("{}/index.html", story.slug)}>{ story.title.clone() }</a>
            </h2>
            <p {lang} {dir}>{ story.standfirst.clone() }</p>
            <p class="contents-counts">{ counts.join(" · ") }</p>
        </li>
    }
}
