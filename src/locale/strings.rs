//! The sentences of the interface that each language has, and how values are filled into them.

pub mod explorer;
#[cfg(not(target_arch = "wasm32"))]
pub mod large;

/// The interface's words in one language. `{…}` marks what [`fill`] puts in.
#[derive(Debug)]
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
    /// Between the others.
    pub comma: &'static str,
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
#[derive(Debug)]
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
    pub contents_note: Plural,
    pub count_actors: Plural,
    pub count_positions: Plural,
    pub count_events: Plural,
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

/// A sentence with a count in it: its forms in one language, and which of them a count takes.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug)]
pub struct Plural {
    pub forms: &'static [&'static str],
    /// The index of the form for a count.
    pub form: fn(usize) -> usize,
}

/// The form of a sentence that fits `count`, with it filled in.
#[cfg(not(target_arch = "wasm32"))]
pub fn counted(sentence: Plural, count: usize) -> String {
    let form = sentence.forms[(sentence.form)(count)];
    fill(form, &[("count", &count.to_string())])
}

impl Strings {
    /// What stands between a list's items, before the one at `index` of `count`; nothing before the
    /// first.
    pub fn separator(&self, index: usize, count: usize) -> &'static str {
        match index {
            0 => "",
            _ if index + 1 == count => self.and,
            _ => self.comma,
        }
    }
}

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
