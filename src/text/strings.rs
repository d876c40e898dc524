//! Every sentence of the interface, in one place per language. Knows nothing but words.

/// The interface's words in one language. `{…}` marks what [`fill`] puts in.
#[derive(Debug, PartialEq)]
pub struct Strings {
    pub lang: &'static str,
    // Evidence, by `story::Evidence` order.
    pub evidence: [&'static str; 5],
    pub evidence_means: [&'static str; 5],
    // The page.
    pub skip: &'static str,
    pub about: &'static str,
    pub text: &'static str,
    pub timeline: &'static str,
    pub map: &'static str,
    pub actors: &'static str,
    pub foot: &'static str,
    // Timeline.
    pub undated: &'static str,
    // Map.
    pub not_stated: &'static str,
}

/// Puts values into the `{name}` places of a template.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

impl Strings {
    /// The strings for a BCP 47 tag; English where a language is not translated yet.
    pub fn of(_lang: &str) -> &'static Self {
        &EN
    }
}

static EN: Strings = Strings {
    lang: "en",
    evidence: ["said", "reported", "inferred", "forecast", "context"],
    evidence_means: [
        "words the actor is quoted as saying",
        "{source} states that the actor holds or did this",
        "the reading of the author of {source}",
        "what may come, according to {source}",
        "not in {source}: public record, added with its own source",
    ],
    skip: "Skip to the text",
    about: "How to read this",
    text: "Text",
    timeline: "Timeline",
    map: "Map",
    actors: "Actors",
    foot: "Sources",
    undated: "undated in {source}",
    not_stated: "No position stated",
};
