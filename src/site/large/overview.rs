//! The whole of a large story at a glance, on its first page: how much there is, and the ways to
//! it. Knows no page around it.

use super::{Large, picture};
use crate::locale::Strings;
use crate::locale::strings::large::LargeStrings;
use crate::locale::strings::{counted, fill};
use crate::site::spoken::spoken;
use crate::story::Story;

pub fn overview(large: &Large) -> String {
    let words = LargeStrings::of(&large.whole.lang);
    let ways = [
        ("all-events", words.all_events, large.whole.events.len()),
        ("all-actors", words.all_actors, large.whole.actors.len()),
    ];
    let ways: String = ways
        .into_iter()
        .filter(|(_, _, count)| *count > 0)
        .map(|(id, name, _)| format!("<a href=\"#{id}\">{}</a>", spoken(&large.whole, name)))
        .collect();
    let pictures = picture::pictures(large);
    let (counts, shown) = (counts(&large.whole), shown(&large.first));
    format!(
        "<section class=\"whole\" aria-labelledby=\"whole-title\"><h2 class=\"part-title\" id=\"whole-title\">{}</h2>\
         <p class=\"whole-counts\">{}</p><p>{}</p><nav class=\"whole-ways\" aria-labelledby=\"whole-title\">{ways}</nav>{pictures}</section>",
        spoken(&large.whole, words.whole),
        spoken(&large.whole, &counts),
        spoken(&large.whole, &shown)
    )
}

fn counts(story: &Story) -> String {
    let (words, more) = (
        &Strings::of(&story.lang).page,
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
        &Strings::of(&first.lang).page,
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
