//! A story as linked data (JSON-LD in the vocabulary of schema.org): what the page explains, and
//! whom and what it mentions.

use crate::date::When;
use crate::locale::strings::page::PageStrings;
use crate::story::{Event, Evidence, Source, Story, Tense};
use serde_json::{Map, Value, json};

/// The script element. `<` is escaped so that no text of a story can end it.
pub fn script(story: &Story, url: Option<&str>, image: Option<&str>) -> String {
    let json = document(story, url, image)
        .to_string()
        .replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>\n")
}

fn document(story: &Story, url: Option<&str>, image: Option<&str>) -> Value {
    let words = PageStrings::of(&story.lang);
    let actors = story
        .actors
        .iter()
        .map(|actor| json!({ "@type": kind(&actor.kind, words), "name": actor.name }));
    // What may come is no event yet.
    let is_to_come = |event: &Event| {
        event.grounds.evidence == Evidence::Forecast || story[event.phase].tense == Tense::Future
    };
    let happened = story.events.iter().filter(|event| !is_to_come(event));
    let mentions: Vec<Value> = actors.chain(happened.map(event)).collect();
    object([
        ("@context", Some("https://schema.org".into())),
        ("@type", Some("Article".into())),
        ("headline", Some(story.title.as_str().into())),
        ("description", Some(story.standfirst.as_str().into())),
        ("inLanguage", Some(story.lang.as_str().into())),
        ("url", url.map(Value::from)),
        ("image", image.map(Value::from)),
        ("dateModified", story.updated.datetime().map(Value::from)),
        ("isBasedOn", Some(source(&story.source))),
        ("about", Some(json!({ "@id": SOURCE }))),
        ("mentions", Some(mentions.into())),
    ])
}

/// The explained text, by which `about` refers to it.
const SOURCE: &str = "#source";

fn source(source: &Source) -> Value {
    object([
        ("@id", Some(SOURCE.into())),
        ("@type", Some("Article".into())),
        ("headline", Some(source.title.as_str().into())),
        (
            "author",
            source
                .author
                .as_ref()
                .map(|name| json!({ "@type": "Person", "name": name })),
        ),
        (
            "publisher",
            source
                .publisher
                .as_ref()
                .map(|name| json!({ "@type": "Organization", "name": name })),
        ),
        (
            "datePublished",
            source
                .date
                .as_ref()
                .and_then(When::datetime)
                .map(Value::from),
        ),
        ("url", source.url.as_deref().map(Value::from)),
    ])
}

fn event(event: &Event) -> Value {
    let (start, end) = event.when.as_ref().map_or((None, None), days);
    object([
        ("@type", Some("Event".into())),
        ("name", Some(event.title.as_str().into())),
        ("startDate", start.map(Value::from)),
        ("endDate", end.map(Value::from)),
    ])
}

/// Start and end where they are plain dates: an estimate would read as a certain one.
fn days(when: &When) -> (Option<String>, Option<String>) {
    let plain = |text: &str| {
        When::parse(text)
            .ok()
            .and_then(|when| when.datetime().map(str::to_owned))
    };
    match when.edtf().split_once('/') {
        Some((start, end)) => (plain(start), plain(end)),
        None => (plain(when.edtf()), None),
    }
}

/// An object of the pairs that have a value, in their order.
fn object<const N: usize>(pairs: [(&str, Option<Value>); N]) -> Value {
    let known = pairs
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(known.collect::<Map<_, _>>())
}

/// The type for a kind in the story's own words, where they have one: "person", "state",
/// "residents’ association".
fn kind(kind: &str, words: &PageStrings) -> &'static str {
    // The last word says what it is; "group of states" is several things.
    let kind = kind.to_lowercase();
    let last = kind
        .split_whitespace()
        .next_back()
        .filter(|_| !kind.contains(words.kind_of_several))
        .unwrap_or_default();
    words
        .actor_types
        .iter()
        .find(|(_, known)| known.contains(&last))
        .map_or("Thing", |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(edtf: &str, start: Option<&str>, end: Option<&str>) {
        let (from, to) = days(&When::parse(edtf).unwrap());
        assert_eq!((from.as_deref(), to.as_deref()), (start, end), "{edtf}");
    }

    #[test]
    fn only_plain_dates_are_told() {
        check("2022-02-24", Some("2022-02-24"), None);
        check(
            "2025-09-03/2025-09-06",
            Some("2025-09-03"),
            Some("2025-09-06"),
        );
        check("1991/..", Some("1991"), None);
        check("2024~", None, None);
        check("2024-21", None, None);
        check("199X", None, None);
    }

    #[test]
    fn the_last_word_of_a_kind_tells_its_type() {
        let types = [
            "person",
            "state",
            "residents’ association",
            "group of states",
            "sea",
        ]
        .map(|words| kind(words, PageStrings::of("en")));
        assert_eq!(
            types,
            ["Person", "Country", "Organization", "Thing", "Thing"]
        );
    }
}
