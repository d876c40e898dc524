//! The overview of a large story on its first page: how much there is, and the links to it.

use super::picture;
use super::split::Large;
use crate::locale::Strings;
use crate::locale::strings::large::LargeStrings;
use crate::locale::strings::{counted, fill};
use crate::story::Story;
use yew::prelude::*;

pub fn overview(large: &Large) -> Html {
    let (ctx, words) = (&large.ctx, LargeStrings::of(&large.whole.lang));
    let links = [
        ("#all-events", words.all_events, large.whole.events.len()),
        ("#all-actors", words.all_actors, large.whole.actors.len()),
    ];
    let links = links.into_iter().filter(|(_, _, count)| *count > 0);
    html! {
        <section class="whole" aria-labelledby="whole-title">
            <h2 class="part-title" id="whole-title">{ ctx.say(words.whole) }</h2>
            <p class="whole-counts">{ ctx.say(counts(&large.whole)) }</p>
            <p>{ ctx.say(shown(&large.first)) }</p>
            <nav class="whole-ways" aria-labelledby="whole-title">
                { for links.map(|(href, name, _)| html! { <a {href}>{ ctx.say(name) }</a> }) }
            </nav>
            { picture::pictures(large) }
        </section>
    }
}

fn counts(story: &Story) -> String {
    let (words, more) = (
        Strings::of(&story.lang).page(),
        LargeStrings::of(&story.lang),
    );
    fill(
        more.counts,
        &[
            ("events", &counted(words.count_events, story.events.len())),
            ("actors", &counted(words.count_actors, story.actors.len())),
            ("groups", &counted(more.count_groups, story.groups.len())),
            (
                "relations",
                &counted(more.count_relations, story.relations.len()),
            ),
            (
                "positions",
                &counted(words.count_positions, story.positions.len()),
            ),
        ],
    )
}

fn shown(first: &Story) -> String {
    let (words, more) = (
        Strings::of(&first.lang).page(),
        LargeStrings::of(&first.lang),
    );
    fill(
        more.shown,
        &[
            ("events", &counted(words.count_events, first.events.len())),
            ("actors", &counted(words.count_actors, first.actors.len())),
        ],
    )
}
