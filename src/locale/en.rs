//! English: the interface's words, the forms of its plural, and how it words dates.

#[cfg(not(target_arch = "wasm32"))]
mod edtf;
mod join;

use super::Locale;
use super::strings::Strings;
use super::strings::explorer::ExplorerStrings;
#[cfg(not(target_arch = "wasm32"))]
use super::strings::large::LargeStrings;
#[cfg(not(target_arch = "wasm32"))]
use super::strings::{PageStrings, Plural};

pub static LOCALE: Locale = Locale {
    lang: "en",
    months_short: [
        "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
    ],
    day: |day, month| format!("{day} {month}"),
    year: year_words,
    join: join::join,
    #[cfg(not(target_arch = "wasm32"))]
    date: edtf::of,
};

/// One, then any other number.
#[cfg(not(target_arch = "wasm32"))]
const fn plural(forms: &'static [&'static str; 2]) -> Plural {
    Plural {
        forms,
        form: |count| usize::from(count != 1),
    }
}

/// A year as readers write it: "1990", "79 CE", "44 BCE", "12,000 BCE", "13.8 billion years ago".
pub fn year_words(year: i64) -> String {
    match year {
        // A year so long past is a round figure in which neither the missing year 0 nor the years
        // since our era play a part.
        ..=-1_000_000 if year % 1000 == 0 => format!("{} years ago", round(year.unsigned_abs())),
        ..=-10_000 if year % 1000 == 0 => format!("{} BCE", threes(year.unsigned_abs())),
        ..=-9_999 => format!("{} BCE", threes(year.unsigned_abs() + 1)),
        -9_998..=0 => format!("{} BCE", 1 - year),
        1..=999 => format!("{year} CE"),
        1000..=9999 => year.to_string(),
        1_000_000.. if year % 1000 == 0 => format!("{} CE", round(year.unsigned_abs())),
        10_000.. => format!("{} CE", threes(year.unsigned_abs())),
    }
}

/// Thousands as millions or billions: "251.902 million", "13.8 billion".
fn round(number: u64) -> String {
    let (unit, name) = if number >= 1_000_000_000 {
        (1_000_000_000, "billion")
    } else {
        (1_000_000, "million")
    };
    let rest = format!("{:09}", number % unit * (1_000_000_000 / unit));
    let rest = rest.trim_end_matches('0');
    let point = if rest.is_empty() { "" } else { "." };
    format!("{}{point}{rest} {name}", threes(number / unit))
}

/// Digits in threes: "12,500".
fn threes(number: u64) -> String {
    if number < 1000 {
        number.to_string()
    } else {
        format!("{},{:03}", threes(number / 1000), number % 1000)
    }
}

pub static STRINGS: Strings = Strings {
    lang: "en",
    evidence: ["said", "reported", "inferred", "forecast", "context"],
    text: "Text",
    timeline: "Timeline",
    map: "Map",
    actors: "Actors",
    parts: "Parts of this page",
    zoom: "Zoom",
    where_in: "Where in {source}: {passage}",
    tools: "Filter and search",
    opening: "Opening",
    ending: "Ending",
    filter: "Evidence shown",
    switched_off: "Switched off: {kinds}.",
    entries_off: "Switched off by the evidence filter: {count}",
    search: "Find an actor or event",
    search_hint: "Actor or event",
    results: "Found",
    found: "{count} found",
    nothing_found: "Nothing found. Try a shorter word.",
    event: "event",
    text_note: "Retold in our own words. Each statement shows what kind of evidence it rests on.",
    passage_link: "Link to this passage: {passage}",
    statement_off: "[{kind}: switched off]",
    actors_note: "Who is who, what {source} says of each one’s position, issue by issue, and the evidence for it.",
    close: "Close",
    also: "Also called: {names}",
    positions: "Positions",
    relations: "Relations",
    events: "Events",
    no_side: "no side stated",
    not_stated_in: "No position stated in {source}.",
    card_open: "{name}: card open",
    event_picked: "Event: {title}",
    refused: "This page cannot open a new window. The address is:",
    copied: "Copied",
    pass_on: "Share or embed",
    pass_on_embed: "Embed it in a page",
    pass_on_theme: "Colours",
    pass_on_themes: ["same as the reader’s device", "light", "dark"],
    pass_on_parts: "Show",
    pass_on_chrome: "Heading, filter and sources",
    pass_on_items: [
        "Link to the page with what you picked",
        "HTML code for any page",
        "Code for pages with pym.js",
        "Address for WordPress: on a line of its own, it shows the whole page",
    ],
    copy: "Copy",
    pass_on_results: [
        "Copied.",
        "Your browser did not let this page copy the text. It is selected: press Ctrl+C or ⌘C.",
    ],
    undated: "undated in {source}",
    undated_short: "undated",
    strip: "The events along one line",
    strip_mark: "{title}, {date}, {evidence}",
    strip_bunch: "{title} {more}, {date}, {count} in all",
    bunch_more: "and {count} more",
    legend_bunch: "two dots, or a number: several events; select to see them",
    legend: "Marks:",
    legend_undated: "hollow: undated",
    legend_break: "// time left out, and a new scale",
    added: "added context",
    event_actors: "Involved:",
    and: " and ",
    comma: ", ",
    no_publisher: "no publisher named",
    no_author: "no author named",
    no_date: "no date given",
    no_link: "no link",
    turn: "How likely do you think this is?",
    likelihoods: [
        "very unlikely",
        "unlikely",
        "about even",
        "likely",
        "very likely",
    ],
    take_back: "Clear my answer",
    not_stated: "No position stated",
    map_readings: "Ways to read the map",
    issues: "Issues",
    relations_note: "How the actors are connected. Pick one to see its connections.",
    apart: [
        "No side stated",
        "Position switched off",
        "No position stated in {source}",
    ],
    tones: [
        "supports or speaks for",
        "opposes or rejects",
        "other relation",
    ],
    node_relations: "Relations: {count}",
    map_text: "The map as text",
    #[cfg(not(target_arch = "wasm32"))]
    page: PageStrings {
        evidence_means: [
            "words the actor is quoted as saying",
            "{source} states that the actor holds or did this",
            "the reading of the author of {source}",
            "what may come, according to {source}",
            "not in {source}: public record, added with its own source",
        ],
        skip: "Skip to the text",
        about: "How to read this",
        foot: "Sources",
        kicker: "Explainer",
        explains: "Explains:",
        updated: "As of {date}.",
        how: "The same story, three ways: as text, as a map of who wants what, and as a timeline. Pick an actor, an event or a \
              passage in one of them and the others follow. Every entry shows what kind of evidence it rests on; switch a \
              kind off to see what stands without it.",
        how_keys: "By keyboard: Tab reaches every link, arrow keys walk through the map and the timeline, Enter opens, Escape closes.",
        without_program: "The interactive parts could not be loaded. The text is complete; reloading the page may help.",
        context_sources: "Sources of the added context",
        context_note: "The facts from these sources are not in {source}. They were added so that readers can place the events, and are marked as \
                       context wherever they stand.",
        made_with: "Made with Standpoint. This page sets no cookie, stores nothing and asks no other host for anything.",
        contents: "Explainers",
        contents_note: plural(&[
            "One story: who wants what, what happened when, and how we know.",
            "{count} stories: who wants what, what happened when, and how we know.",
        ]),
        count_actors: plural(&["{count} actor", "{count} actors"]),
        count_positions: plural(&["{count} position", "{count} positions"]),
        count_events: plural(&["{count} event", "{count} events"]),
        data_of: "as of {date}",
        preview: "{title}: a map of {actors}",
    },
};

pub static EXPLORER: ExplorerStrings = ExplorerStrings {
    lang: "en",
    cluster: "{count} events, {when}: show them",
    cluster_mixed: "{count} events, {when}, {undated} of them undated: show them",
    cluster_undated: "{count} undated, in the story’s order: show them",
    lane_others: "Others",
    lane_nobody: "No one named",
    no_events: [
        "This story has no events.",
        "All events are switched off by the evidence filter.",
    ],
    controls: "What is shown, and how large",
    overview: "The whole, and the part that is shown",
    crowd: "{count} actors around {name}: show them",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    fit: "Show all",
    previous: "Previous",
    next: "Next",
    back: "Close the zoom",
    lanes: "Rows",
    lanes_by: ["by phase", "by group", "by actor", "one"],
    broken: "Leave out empty time",
    focus_on: "Around the open actor",
    focus_steps: ["show all", "1 step", "2 steps", "3 steps"],
    path_to: "Path from this actor to",
    no_path: "No path among the actors shown.",
    image_focus: "Around {name}: {steps}.",
    image_path: "The path from {from} to {to}.",
    nobody: "no one",
    groups: "Groups",
    tones: "Relations",
    save: "Save this view:",
    save_as: ["SVG", "PNG"],
    whole_entry: "The whole entry",
    hint: "To zoom: Ctrl or ⌘ with the wheel, two fingers, or + and −. To move: drag.",
    image_time: "Timeline",
    image_span: "Timeline, {from} to {to}",
    image_year: "Timeline, {year}",
    image_relations: "How the actors are connected",
    image_positions: "Positions: {issue}",
    image_detail: "{figure} (detail)",
    image_picked: "Picked: {name}.",
    image_off: "Left out: {kinds}.",
    image_undated: "hollow: undated",
    image_between: "undated, between its neighbours",
    image_before: "at some time before or after",
    image_open: "goes on",
    image_unknown: "start or end unknown",
    image_each: "several times",
    image_count: "so many more events",
    image_explains: "Explains: {source}.",
    image_data: "As of {date}.",
    image_made: "Made with Standpoint",
};

#[cfg(not(target_arch = "wasm32"))]
pub static LARGE: LargeStrings = LargeStrings {
    lang: "en",
    whole: "The whole story",
    counts: "{events}, {actors} in {groups}, {relations}, {positions}.",
    shown: "This page shows {events} and {actors}: those that the text names first. Every entry stands on the page of its period or group.",
    all_events: "All events by period",
    all_actors: "All actors by group",
    full_cards: "The cards of this page in full",
    count_groups: plural(&["{count} group", "{count} groups"]),
    count_relations: plural(&["{count} relation", "{count} relations"]),
    section: "{of}: {span}",
    period: "{from} to {to}",
    pages: "Pages",
    previous: "Previous: {page}",
    next: "Next: {page}",
    start: "To the start of the story",
    issues: "The issues",
    card_part: "Shown here: {relations} of {all_relations} and {events} of {all_events}; the actor’s own page has them all.",
    also_involved: "Also involved: {names}.",
};
