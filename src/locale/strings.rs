//! Every sentence of the interface, in one place per language. Knows nothing but words.

pub mod explorer;
#[cfg(not(target_arch = "wasm32"))]
pub mod large;

/// The interface's words in one language. `{…}` marks what [`fill`] puts in.
#[derive(Debug, PartialEq)]
pub struct Strings {
    pub lang: &'static str,
    // Evidence, by `story::Evidence` order.
    pub evidence: [&'static str; 5],
    // The page.
    pub text: &'static str,
    pub timeline: &'static str,
    pub map: &'static str,
    pub actors: &'static str,
    pub parts: &'static str,
    pub zoom: &'static str,
    // Evidence, filter and search.
    pub where_in: &'static str,
    pub tools: &'static str,
    pub opening: &'static str,
    pub ending: &'static str,
    pub filter: &'static str,
    pub switched_off: &'static str,
    pub entries_off: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub results: &'static str,
    pub found: &'static str,
    pub nothing_found: &'static str,
    pub event: &'static str,
    // Text.
    pub text_note: &'static str,
    pub passage_link: &'static str,
    pub statement_off: &'static str,
    // Cards.
    pub actors_note: &'static str,
    pub close: &'static str,
    pub also: &'static str,
    pub positions: &'static str,
    pub relations: &'static str,
    pub events: &'static str,
    pub no_side: &'static str,
    pub not_stated_in: &'static str,
    pub card_open: &'static str,
    pub event_picked: &'static str,
    pub refused: &'static str,
    pub copied: &'static str,
    // The panel that passes the page on.
    pub pass_on: &'static str,
    pub pass_on_embed: &'static str,
    pub pass_on_theme: &'static str,
    /// By `state::share::Theme`.
    pub pass_on_themes: [&'static str; 3],
    pub pass_on_parts: &'static str,
    pub pass_on_chrome: &'static str,
    /// By `state::share::Item`.
    pub pass_on_items: [&'static str; 4],
    pub copy: &'static str,
    /// It worked, it did not.
    pub pass_on_results: [&'static str; 2],
    // Timeline.
    pub undated: &'static str,
    pub undated_short: &'static str,
    pub strip: &'static str,
    pub strip_mark: &'static str,
    pub strip_bunch: &'static str,
    pub bunch_more: &'static str,
    pub legend_bunch: &'static str,
    pub legend: &'static str,
    pub legend_undated: &'static str,
    pub legend_break: &'static str,
    pub added: &'static str,
    pub event_actors: &'static str,
    /// Before the last of several names.
    pub and: &'static str,
    /// What nobody says of the explained text.
    pub no_publisher: &'static str,
    pub no_author: &'static str,
    pub no_date: &'static str,
    pub no_link: &'static str,
    pub turn: &'static str,
    /// From very unlikely to very likely, by `state::Likelihood`.
    pub likelihoods: [&'static str; 5],
    pub take_back: &'static str,
    // Map.
    pub not_stated: &'static str,
    pub map_readings: &'static str,
    pub issues: &'static str,
    pub relations_note: &'static str,
    /// Beside the scale: no side stated, switched off, nothing stated.
    pub apart: [&'static str; 3],
    /// By `story::Tone`.
    pub tones: [&'static str; 3],
    pub node_relations: &'static str,
    pub map_text: &'static str,
    /// What the program never writes anew, and so does not carry.
    #[cfg(not(target_arch = "wasm32"))]
    pub page: PageStrings,
}

/// The words of what is written once: the head and foot of a page, the page of contents of several
/// stories, the preview image. Two forms are for one and for several.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, PartialEq)]
pub struct PageStrings {
    pub evidence_means: [&'static str; 5],
    pub skip: &'static str,
    pub about: &'static str,
    pub foot: &'static str,
    pub kicker: &'static str,
    pub explains: &'static str,
    pub updated: &'static str,
    pub how: &'static str,
    pub how_keys: &'static str,
    pub without_program: &'static str,
    pub context_sources: &'static str,
    pub context_note: &'static str,
    pub made_with: &'static str,
    pub contents: &'static str,
    pub contents_note: [&'static str; 2],
    pub count_actors: [&'static str; 2],
    pub count_positions: [&'static str; 2],
    pub count_events: [&'static str; 2],
    pub data_of: &'static str,
    pub preview: &'static str,
}

/// Puts values into the `{name}` places of a template, which are those of the template: a value is
/// text, whatever it looks like.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    for (text, name) in places(template) {
        filled.push_str(text);
        let value = values
            .iter()
            .find(|(of, _)| Some(*of) == name)
            .map(|(_, value)| *value);
        filled.push_str(value.unwrap_or_default());
    }
    filled
}

/// A template in pieces: words, and the name of the place behind them.
pub fn places(template: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = Some(template);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let Some((before, name, behind)) = place(text) else {
            return Some((text, None));
        };
        rest = Some(behind);
        Some((before, Some(name)))
    })
}

/// The first place: the words before it, its name, and the words behind it.
fn place(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, behind) = rest.split_once('}')?;
    Some((before, name, behind))
}

/// The form of a sentence that fits `count`, with it filled in.
pub fn counted(forms: [&str; 2], count: usize) -> String {
    fill(
        forms[usize::from(count != 1)],
        &[("count", &count.to_string())],
    )
}

impl Strings {
    /// The strings for a BCP 47 tag; English where a language is not translated yet.
    pub fn of(lang: &str) -> &'static Self {
        Self::named(lang).unwrap_or(&EN)
    }

    /// The strings for a BCP 47 tag, where its language is translated: `en`, `en-GB`.
    pub fn named(lang: &str) -> Option<&'static Self> {
        let language = lang.split('-').next().unwrap_or_default();
        ALL.into_iter()
            .find(|strings| strings.lang.eq_ignore_ascii_case(language))
    }

    /// What stands between a list's items, before the one at `index` of `count`; nothing before the
    /// first.
    pub fn separator(&self, index: usize, count: usize) -> &'static str {
        match index {
            0 => "",
            _ if index + 1 == count => self.and,
            _ => ", ",
        }
    }
}

/// Every language that there is.
static ALL: [&Strings; 1] = [&EN];

static EN: Strings = Strings {
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
        contents_note: [
            "One story: who wants what, what happened when, and how we know.",
            "{count} stories: who wants what, what happened when, and how we know.",
        ],
        count_actors: ["{count} actor", "{count} actors"],
        count_positions: ["{count} position", "{count} positions"],
        count_events: ["{count} event", "{count} events"],
        data_of: "as of {date}",
        preview: "{title}: a map of {actors}",
    },
};

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn what_was_filled_in_is_never_filled_again() {
        let where_in = fill(
            "Where in {source}: {passage}",
            &[
                ("source", "the {passage} file"),
                ("passage", "The {source} again"),
            ],
        );
        assert_eq!(where_in, "Where in the {passage} file: The {source} again");
        assert_eq!(fill("{count} of {count}", &[("count", "3")]), "3 of 3");
        assert_eq!(fill("a { b", &[]), "a { b");
    }
}
